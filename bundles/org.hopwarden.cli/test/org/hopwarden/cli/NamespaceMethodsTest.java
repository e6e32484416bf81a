package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every method through ten real routers, beside the tools that users know: the hops must be theirs. */
class NamespaceMethodsTest {

    private static final int ROUTERS = 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final List<String> METHODS = List.of("icmp", "udp", "udp-classic", "udp-dublin", "udp-dns", "tcp-syn", "tcp-ack");
    private static final Pattern TRACE = Pattern.compile("\"method\":\"([a-z-]+)\".*?(?=\"target\"|$)", Pattern.DOTALL);
    private static final Pattern HOP = Pattern.compile("\"ttl\":(\\d+),\"lost\":\\d+[^\\[]*\"replies\":\\[(.*?)\\]\\}", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("\\{\"address\":\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("\\s*(\\d+)\\.?(?:\\|--)?\\s+(.*)");

    private static NamespaceNetwork network;

    @BeforeAll
    static void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.chain(ROUTERS);
    }

    @AfterAll
    static void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void cleanPath(IpVersion version) throws IOException {
        Map<Integer, Set<IpAddress>> topology = topology(version);
        Map<String, Map<Integer, Set<IpAddress>>> ours = ours(version, 0, "--queries", "2");
        assertEquals(Set.copyOf(METHODS), ours.keySet());
        ours.forEach((method, hops) -> assertEquals(topology, hops, method));
        for (List<String> peer : peers(version)) {
            peer(peer, version).ifPresent(hops -> assertEquals(topology, hops, peer::toString));
        }
    }

    @ParameterizedTest
    @EnumSource
    void threeSilentHops(IpVersion version) throws IOException {
        assumeTrue(has("nft"), "skipped: no nft here (Debian package nftables)");
        Map<Integer, Set<IpAddress>> expected = topology(version);
        List<Integer> silent = List.of(3, 6, 7);
        silent.forEach(hop -> expected.put(hop, Set.of()));
        for (int hop : silent) {
            nft("r" + hop, "add table inet t", "add chain inet t o { type filter hook output priority 0; }",
                    "add rule inet t o icmp type time-exceeded drop", "add rule inet t o icmpv6 type time-exceeded drop");
        }
        try {
            ours(version, 0, "--queries", "1").forEach((method, hops) -> assertEquals(expected, hops, method));
            List<String> peer = List.of("traceroute", "-n", "-q", "1", "-w", "1,0,0");
            peer(peer, version).ifPresent(hops -> assertEquals(expected, hops, peer::toString));
        } finally {
            for (int hop : silent) {
                nft("r" + hop, "delete table inet t");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void blockedBehindHopEight(IpVersion version) throws IOException {
        assumeTrue(has("nft"), "skipped: no nft here (Debian package nftables)");
        Map<Integer, Set<IpAddress>> expected = topology(version);
        expected.keySet().removeIf(ttl -> ttl > 8);
        String family = version == IpVersion.V4 ? "ip" : "ip6";
        IpAddress target = NamespaceNetwork.chainAddress(version, ROUTERS, 2);
        nft("r8", "add table inet t", "add chain inet t f { type filter hook forward priority 0; }",
                "add rule inet t f " + family + " daddr " + target + " drop");
        try {
            for (int ttl = 9; ttl <= 12; ttl++) {
                expected.put(ttl, Set.of());
            }
            ours(version, 1, "--queries", "1", "--max-ttl", "12").forEach((method, hops) -> assertEquals(expected, hops, method));
            List<String> peer = List.of("traceroute", "-n", "-q", "1", "-m", "12", "-w", "1,0,0");
            peer(peer, version).ifPresent(hops -> assertEquals(expected, hops, peer::toString));
        } finally {
            nft("r8", "delete table inet t");
        }
    }

    /** A filter's refusals are told apart as traceroute marks them, and are never the target. */
    @ParameterizedTest
    @EnumSource
    void refusalsHaveTheMarksOfTraceroute(IpVersion version) throws IOException {
        assumeTrue(has("nft") && has("traceroute"), "skipped: no nft or traceroute here");
        boolean v4 = version == IpVersion.V4;
        Map<String, String> marks = new LinkedHashMap<>();
        if (v4) {
            marks.put("net-unreachable", "!N");
            marks.put("host-unreachable", "!H");
            marks.put("prot-unreachable", "!P");
            marks.put("net-prohibited", "!X");
            marks.put("host-prohibited", "!X");
        } else {
            marks.put("no-route", "!N");
            marks.put("addr-unreachable", "!H");
        }
        marks.put("admin-prohibited", "!X");
        IpAddress target = NamespaceNetwork.chainAddress(version, ROUTERS, 2);
        for (Map.Entry<String, String> mark : marks.entrySet()) {
            nft("r4", "add table inet t", "add chain inet t f { type filter hook forward priority 0; }",
                    "add rule inet t f " + (v4 ? "ip" : "ip6") + " daddr " + target + " reject with " + (v4 ? "icmp" : "icmpv6")
                            + " type " + mark.getKey());
            try {
                Result like = cli("trace", target.toString(), "--like", "traceroute");
                Result real = network.run(NamespaceNetwork.SOURCE, TIMEOUT, "traceroute", target.toString());
                assertEquals(1, like.exitCode(), like::toString);
                // How many probes of the last line real traceroute counts depends on its pace.
                assertEquals(timeless(real.stdout()), timeless(like.stdout()), mark::toString);
                assertTrue(like.stdout().contains(" ms " + mark.getValue()), like::toString);
            } finally {
                nft("r4", "delete table inet t");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMannerOfTools(IpVersion version) throws IOException {
        IpAddress target = NamespaceNetwork.chainAddress(version, ROUTERS, 2);
        if (has("traceroute")) {
            Result real = network.run(NamespaceNetwork.SOURCE, TIMEOUT, "traceroute", target.toString());
            assertEquals(timeless(real.stdout()), timeless(cli("trace", target.toString(), "--like", "traceroute").stdout()));
        }
        if (version == IpVersion.V4 && has("tcptraceroute")) {
            Result real = network.run(NamespaceNetwork.SOURCE, TIMEOUT, "tcptraceroute", "-n", target.toString(), "81");
            String ours = cli("trace", target.toString(), "--like", "tcptraceroute", "--port", "81").stdout();
            assertEquals(timeless(real.stdout()), timeless(ours.substring(ours.indexOf('\n') + 1)));
            assertTrue(ours.startsWith("Tracing the path to " + target + " on TCP port 81"), ours);
        }
        List<String> tracert = cli("trace", target.toString(), "--like", "tracert").stdout().lines().toList();
        assertEquals("Tracing route to " + target + " over a maximum of 30 hops", tracert.get(1));
        assertTrue(tracert.get(3).matches("  1  (  <1 ms  | {0,3}\\d+ ms  ){3}.*" + Pattern.quote(
                NamespaceNetwork.chainAddress(version, 0, 2).toString())), tracert.get(3));
        assertEquals("Trace complete.", tracert.getLast());
    }

    private static String timeless(String text) {
        return text.replaceAll("[0-9.]+ ms", "T ms").strip();
    }

    private static List<List<String>> peers(IpVersion version) {
        List<List<String>> peers = new ArrayList<>(List.of(List.of("traceroute", "-n", "-w", "3,0,0"),
                List.of("traceroute", "-n", "-w", "3,0,0", "-I"), List.of("traceroute", "-n", "-w", "3,0,0", "-T"),
                List.of("traceroute", "-n", "-w", "3,0,0", "-U", "-p", "53"),
                List.of("traceroute", "-n", "-w", "3,0,0", "-T", "-O", "ack"), List.of("mtr", "-r", "-n", "-c", "2", "-i", "0.3"),
                // Its UDP over IPv6 finds no hop at all in namespaces.
                List.of("scamper", "-c", version == IpVersion.V4 ? "trace -P udp-paris" : "trace -P icmp-paris", "-i")));
        if (version == IpVersion.V4) {
            peers.add(List.of("tcptraceroute", "-n"));
        }
        return peers;
    }

    /** The hops as a real tool sees them; empty where it is not here. */
    private static Optional<Map<Integer, Set<IpAddress>>> peer(List<String> command, IpVersion version) throws IOException {
        if (!has(command.getFirst())) {
            return Optional.empty();
        }
        List<String> line = new ArrayList<>(command);
        line.add(NamespaceNetwork.chainAddress(version, ROUTERS, 2).toString());
        Result result = network.run(NamespaceNetwork.SOURCE, TIMEOUT, line.toArray(String[]::new));
        Map<Integer, Set<IpAddress>> hops = new TreeMap<>();
        for (String text : result.orThrow().stdout().lines().toList()) {
            Matcher row = ROW.matcher(text);
            if (row.matches()) {
                hops.put(Integer.valueOf(row.group(1)), Arrays.stream(row.group(2).split("\\s+"))
                        .flatMap(word -> IpAddress.tryParse(word).stream()).collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return Optional.of(hops);
    }

    /** One run of every method. */
    private static Map<String, Map<Integer, Set<IpAddress>>> ours(IpVersion version, int exitCode, String... options)
            throws IOException {
        List<String> words = new ArrayList<>(List.of("trace", NamespaceNetwork.chainAddress(version, ROUTERS, 2).toString(),
                "--method", "all", "--format", "json"));
        words.addAll(List.of(options));
        Result result = cli(words.toArray(String[]::new));
        assertEquals(exitCode, result.exitCode(), result::toString);
        Map<String, Map<Integer, Set<IpAddress>>> methods = new TreeMap<>();
        for (Matcher trace = TRACE.matcher(result.stdout()); trace.find();) {
            Map<Integer, Set<IpAddress>> hops = new TreeMap<>();
            for (Matcher hop = HOP.matcher(trace.group()); hop.find();) {
                hops.put(Integer.valueOf(hop.group(1)), ADDRESS.matcher(hop.group(2)).results()
                        .map(address -> IpAddress.parse(address.group(1))).collect(Collectors.toCollection(TreeSet::new)));
            }
            methods.put(trace.group(1), hops);
        }
        return methods;
    }

    private static Result cli(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "org.hopwarden.cli.Main"));
        line.addAll(List.of(words));
        return network.run(NamespaceNetwork.SOURCE, TIMEOUT, line.toArray(String[]::new));
    }

    private static Map<Integer, Set<IpAddress>> topology(IpVersion version) {
        Map<Integer, Set<IpAddress>> hops = new TreeMap<>();
        NamespaceNetwork.chainPath(version, ROUTERS).forEach(address -> hops.put(hops.size() + 1, Set.of(address)));
        return hops;
    }

    private static boolean has(String program) throws IOException {
        return network.run(NamespaceNetwork.SOURCE, TIMEOUT, "sh", "-c", "command -v " + program).exitCode() == 0;
    }

    private static void nft(String node, String... commands) throws IOException {
        for (String command : commands) {
            network.run(node, TIMEOUT, "nft", command).orThrow();
        }
    }
}
