package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Enforces an imported access list between two hosts: {@code a - bridge - r1 - r2 - b}, where the link to b has a small MTU.
 */
class NamespaceEnforceTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final String TARGET = "10.8.2.2";
    private static final int SMALL_MTU = 1300;
    private static final String LIST = """
            access-list 2001 remark Specifically block ICMP fragments
            access-list 2001 deny icmp any any fragments
            access-list 2001 permit icmp any any echo
            access-list 2001 permit icmp any any echo-reply
            access-list 2001 remark Permit Path MTU to function.
            access-list 2001 permit icmp any any packet-too-big
            access-list 2001 permit icmp any any time-exceeded
            access-list 2001 deny icmp any any
            access-list 2001 permit ip any any
            """;
    private static final String CHAIN = "2001";
    private static final int FRAGMENTS_RULE = 1;
    private static final int ECHO_RULE = 2;
    private static final int TOO_BIG_RULE = 4;
    private static final int OTHER_ICMP_RULE = 6;

    @TempDir
    private static Path folder;

    private static NamespaceNetwork network;

    private Process enforcing;

    @BeforeAll
    static void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.open();
        for (String node : List.of("a", "bridge", "r1", "r2", "b")) {
            network.addNode(node);
        }
        network.link("a", "eth0", "bridge", "left");
        network.link("bridge", "right", "r1", "left");
        network.link("r1", "right", "r2", "left");
        network.link("r2", "right", "b", "eth0");
        network.ip("a", List.of("addr add 10.8.0.1/24 dev eth0", "route add default via 10.8.0.2",
                "addr add fd08::1/64 dev eth0 nodad"));
        network.ip("r1", List.of("addr add 10.8.0.2/24 dev left", "addr add 10.8.1.1/24 dev right",
                "route add default via 10.8.1.2", "addr add fd08::2/64 dev left nodad"));
        network.ip("r2", List.of("addr add 10.8.1.2/24 dev left", "addr add 10.8.2.1/24 dev right",
                "route add default via 10.8.1.1", "link set right mtu " + SMALL_MTU));
        network.ip("b", List.of("addr add " + TARGET + "/24 dev eth0", "route add default via 10.8.2.1",
                "link set eth0 mtu " + SMALL_MTU));
        Path list = Files.writeString(folder.resolve("list.ios"), LIST);
        Result imported = EnforceRuns.finish(EnforceRuns.hopwarden(new ProcessBuilder(), "rules", "import", "--from", "ios", list.toString(), "-o",
                policy()).start());
        assertEquals(0, imported.exitCode(), imported::toString);
    }

    @AfterAll
    static void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    @BeforeEach
    void enforce() throws IOException {
        enforcing = EnforceRuns.enforce(network.process("bridge"), policy(), "--bridge", "left,right");
    }

    @AfterEach
    void end() {
        enforcing.destroyForcibly();
    }

    @Test
    void pingPassesAndItsFragmentsDoNot() throws IOException {
        run("ping", "-n", "-c", "3", "-i", "0.05", "-W", "5", TARGET).orThrow();
        assertNotEquals(0, run("ping", "-n", "-c", "2", "-i", "0.05", "-W", "1", "-s", "3000", TARGET).exitCode());
        Statistics statistics = stop();
        assertTrue(statistics.packets(CHAIN, FRAGMENTS_RULE) >= 2, statistics.text());
        assertEquals(0, statistics.packets(CHAIN, OTHER_ICMP_RULE), statistics.text());
        // The hosts may speak IPv6 of their own accord, which the list's policy denies by default.
        assertTrue(statistics.of("denied") >= statistics.packets(CHAIN, FRAGMENTS_RULE), statistics.text());
    }

    @Test
    void neededFragmentationIsSaid() throws IOException {
        Result ping = run("ping", "-n", "-c", "2", "-i", "0.2", "-W", "2", "-M", "do", "-s", "1400", TARGET);
        assertTrue(ping.stdout().replace("=", " ").replaceAll("\\s+", " ").contains("mtu " + SMALL_MTU)
                || ping.stderr().contains("mtu=" + SMALL_MTU), ping::toString);
        Statistics statistics = stop();
        // One where the first answer came before the second ping, else two.
        assertTrue(statistics.packets(CHAIN, TOO_BIG_RULE) >= 1 && statistics.packets(CHAIN, TOO_BIG_RULE) == statistics.packets(CHAIN, ECHO_RULE),
                statistics.text());
    }

    @Test
    void tracesShowTheHopsAndUdpLosesOnlyTheEnd() throws IOException {
        assumeTrue(run("sh", "-c", "command -v traceroute").exitCode() == 0,
                "skipped: no traceroute here (Debian package traceroute)");
        assertEquals(List.of("10.8.0.2", "10.8.1.2", TARGET), hops("-I"));
        assertEquals(List.of("10.8.0.2", "10.8.1.2", "*"), hops("-U"));
        Statistics statistics = stop();
        assertTrue(statistics.packets(CHAIN, OTHER_ICMP_RULE) >= 1, statistics.text());
    }

    private static List<String> hops(String method) throws IOException {
        String[] line = { "traceroute", "-n", "-m", "3", "-w", "3,0,0", method, "-p", "33434", TARGET };
        return run(line).orThrow().stdout().lines().skip(1).map(hop -> hop.strip().split("\\s+")[1]).toList();
    }

    @Test
    void aTransferArrivesIntact() throws IOException {
        Process server = EnforceRuns.program(network.process("b"), "serve", TARGET, "5001").start();
        assertEquals("serving", server.errorReader(StandardCharsets.UTF_8).readLine());
        Result sent = EnforceRuns.finish(EnforceRuns.program(network.process("a"), "send", TARGET, "5001", "100000000", "7").start()).orThrow();
        Result received = EnforceRuns.finish(server).orThrow();
        assertTrue(sent.stdout().startsWith("100000000 "), sent::toString);
        assertEquals(sent.stdout(), received.stdout());
        Statistics statistics = stop();
        for (int denying : List.of(0, FRAGMENTS_RULE, OTHER_ICMP_RULE)) {
            assertEquals(0, statistics.packets(CHAIN, denying), statistics.text());
        }
    }

    /** The list says nothing of IPv6, so the imported policy's default holds, and that denies. Even neighbours are not found. */
    @Test
    void anIpv4ListLeavesIpv6ToThePolicy() throws IOException {
        assertNotEquals(0, run("ping", "-6", "-n", "-c", "1", "-W", "1", "fd08::2").exitCode());
        Statistics statistics = stop();
        assertTrue(statistics.of("denied") >= 1, statistics.text());
        for (int rule = 0; rule <= 7; rule++) {
            assertEquals(0, statistics.packets(CHAIN, rule), statistics.text());
        }
    }

    private static Result run(String... command) throws IOException {
        return network.run("a", TIMEOUT, command);
    }

    private static String policy() {
        return folder.resolve("list.hwpolicy").toString();
    }

    private Statistics stop() throws IOException {
        return EnforceRuns.stop(enforcing);
    }
}
