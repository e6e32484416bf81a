package org.hopwarden.cli;

import static org.hopwarden.cli.NamespacedCommand.sh;
import static org.hopwarden.lab.NamespaceNetwork.chainAddress;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scans a real listener behind real routers, beside nmap where it is there. On the target, 2080 is open. Router r2 drops what goes to
 * 2025, refuses 2026 with an ICMP error, and 2027 with a reset in the target's name.
 */
class NamespaceScanTest {

    private static final int ROUTERS = 3;
    private static final String PORTS = "2022,2025-2027,2080";
    private static final Pattern NMAP_PORT = Pattern.compile("(\\d+)/(open|closed|filtered)/tcp");
    private static final Pattern OUR_PORT = Pattern.compile("\\{\"port\":(\\d+),\"state\":\"(\\w+)\"");

    private static NamespaceNetwork network;
    private static Process listener;

    /** Listens until its standard input ends. */
    static final class Listener {
        private Listener() {
        }

        public static void main(String[] args) throws IOException {
            try (ServerSocket socket = new ServerSocket(2080, 50, InetAddress.getByName("::"))) {
                System.out.println("ready " + socket.getLocalPort());
                System.in.read();
            }
        }
    }

    @BeforeAll
    static void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.chain(ROUTERS);
        assumeTrue(NamespacedCommand.has(network, "nft"), "skipped: no nft here (Debian package nftables)");
        sh(network, "r2", """
                nft add table inet t
                nft 'add chain inet t f { type filter hook forward priority 0; }'
                nft add rule inet t f tcp dport 2025 drop
                nft add rule inet t f tcp dport 2026 reject with icmpx type admin-prohibited
                nft add rule inet t f tcp dport 2027 reject with tcp reset
                """);
        listener = network.process(NamespaceNetwork.TARGET, System.getProperty("java.home") + "/bin/java", "-cp",
                System.getProperty("java.class.path"), Listener.class.getName()).start();
        assertEquals("ready 2080", listener.inputReader().readLine());
    }

    @AfterAll
    static void takeBack() {
        if (listener != null) {
            listener.destroy();
        }
        if (network != null) {
            network.close();
        }
    }

    private static IpAddress target(IpVersion version) {
        return chainAddress(version, ROUTERS, 2);
    }

    private static String line(String out, int port) {
        int at = out.indexOf("{\"port\":" + port + ",");
        int next = out.indexOf("{\"port\":", at + 1);
        return out.substring(at, next < 0 ? out.length() : next);
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void openClosedAndFilteredWithWhoSaidSo(IpVersion version) throws IOException {
        IpAddress target = target(version);
        Result result = NamespacedCommand.hopwarden(network, "scan", target.toString(), "--ports", PORTS, "--trace", "--format",
                "json");
        assertEquals("", result.stderr());
        assertEquals(0, result.exitCode(), result::toString);
        String out = result.stdout();
        String answered = "\"ttl\":61,\"hops\":4,\"answeredBy\":\"" + target + "\",\"rttMillis\"";
        assertTrue(line(out, 2080).startsWith("{\"port\":2080,\"state\":\"open\",\"reason\":\"syn-ack\"," + answered), out);
        assertTrue(line(out, 2022).startsWith("{\"port\":2022,\"state\":\"closed\",\"reason\":\"rst\"," + answered), out);
        String r1 = "{\"ttl\":1,\"address\":\"" + chainAddress(version, 0, 2) + "\"}";
        String r2 = "{\"ttl\":2,\"address\":\"" + chainAddress(version, 1, 2) + "\"}";
        String r3 = "{\"ttl\":3,\"address\":\"" + chainAddress(version, 2, 2) + "\"}";
        assertTrue(line(out, 2025).startsWith("{\"port\":2025,\"state\":\"filtered\",\"reason\":\"no-answer\",\"lastHop\":" + r2
                + ",\"nextHop\":" + r3), out);
        String refused = line(out, 2026);
        assertTrue(refused.contains("\"state\":\"filtered\",\"reason\":\"admin-prohibited\",\"icmpType\":"
                + (version == IpVersion.V4 ? "3,\"icmpCode\":13" : "1,\"icmpCode\":1")), out);
        assertTrue(refused.contains("\"answeredBy\":\"" + chainAddress(version, 1, 2) + "\""), out);
        assertTrue(refused.contains("\"lastHop\":" + r2), out);
        String reset = line(out, 2027);
        assertTrue(reset.contains("\"state\":\"closed\"") && reset.contains("\"hops\":2,")
                && reset.contains("\"middleBox\":true"), out);
        assertFalse(line(out, 2080).contains("middleBox"), out);
        assertTrue(out.contains("\"path\":[" + r1 + "," + r2 + "," + r3 + ","), out);
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void sameStatesAsNmap(IpVersion version) throws IOException {
        assumeTrue(NamespacedCommand.has(network, "nmap"), "skipped: no nmap here (Debian package nmap)");
        String target = target(version).toString();
        String peer = sh(network, NamespaceNetwork.SOURCE, "nmap -sS -n -Pn -oG - -p " + PORTS
                + (version == IpVersion.V6 ? " -6 " : " ") + target);
        String ours = NamespacedCommand.hopwarden(network, "scan", target, "--ports", PORTS, "--format", "json").orThrow()
                .stdout();
        assertEquals(states(NMAP_PORT, peer), states(OUR_PORT, ours), ours + "\n" + peer);
    }

    private static Map<Integer, String> states(Pattern pattern, String text) {
        Map<Integer, String> states = new TreeMap<>();
        for (Matcher port = pattern.matcher(text); port.find();) {
            states.put(Integer.valueOf(port.group(1)), port.group(2));
        }
        assertFalse(states.isEmpty(), text);
        return states;
    }

    /** A half-open scan leaves no connection behind: the listener's queue stays empty. */
    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void theHandshakeIsNeverCompleted(IpVersion version) throws IOException {
        sh(network, NamespaceNetwork.TARGET, """
                nft add table inet c
                nft 'add chain inet c in { type filter hook input priority 0; }'
                nft 'add rule inet c in tcp dport 2080 tcp flags & (syn|rst|ack) == rst counter'
                nft 'add rule inet c in tcp dport 2080 tcp flags & (syn|rst|ack) == ack counter'
                """);
        try {
            NamespacedCommand.hopwarden(network, "scan", target(version).toString(), "--ports", "2080").orThrow();
            String counted = sh(network, NamespaceNetwork.TARGET, "nft list table inet c");
            Matcher counters = Pattern.compile("counter packets (\\d+)").matcher(counted);
            assertTrue(counters.find() && Integer.parseInt(counters.group(1)) > 0, "this host's TCP resets: " + counted);
            assertTrue(counters.find() && Integer.parseInt(counters.group(1)) == 0, "no ACK: " + counted);
        } finally {
            sh(network, NamespaceNetwork.TARGET, "nft delete table inet c");
        }
    }
}
