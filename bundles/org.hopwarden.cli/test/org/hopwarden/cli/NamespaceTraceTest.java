package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Traces through three real routers, in network namespaces, and compares with traceroute run beside it. */
class NamespaceTraceTest {

    private static final int ROUTERS = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern JSON_HOP = Pattern.compile(
            "\"ttl\"\\s*:\\s*(\\d+)\\s*,\\s*\"lost\"\\s*:\\s*(\\d+)\\s*,\\s*\"replies\"\\s*:\\s*\\[(.*?)\\]", Pattern.DOTALL);
    private static final Pattern JSON_ADDRESS = Pattern.compile("\"address\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern JSON_RTT = Pattern.compile("\"rttMillis\"\\s*:\\s*([0-9.E-]+)");

    private static NamespaceNetwork network;

    private record Traced(Map<Integer, Set<IpAddress>> hops, String text) {

        /** The hops with the silent ones left out. */
        Map<Integer, Set<IpAddress>> answering() {
            Map<Integer, Set<IpAddress>> answering = new TreeMap<>(hops);
            answering.values().removeIf(Set::isEmpty);
            return answering;
        }
    }

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

    static Stream<Arguments> methods() {
        return Arrays.stream(IpVersion.values()).flatMap(version -> Stream.of(
                Arguments.of(version, "icmp", List.of("-I")), Arguments.of(version, "udp", List.of()),
                Arguments.of(version, "tcp-syn", List.of("-T"))));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void sameHopsAsTraceroute(IpVersion version, String method, List<String> options) throws IOException {
        assumeTrue(has("traceroute"), "skipped: no traceroute here (Debian package traceroute)");
        IpAddress target = NamespaceNetwork.chainAddress(version, ROUTERS, 2);
        Traced ours = ours(target, 0, "--method", method);
        Traced peer = traceroute(target, options);
        assertEquals(peer.hops, ours.hops, () -> ours.text + "\n" + peer.text);
        assertEquals(topology(version), ours.hops);
        Matcher rtt = JSON_RTT.matcher(ours.text);
        int replies = 0;
        for (; rtt.find(); replies++) {
            assertTrue(Double.parseDouble(rtt.group(1)) >= 0, ours.text);
        }
        assertEquals(3 * (ROUTERS + 1), replies, ours.text);
    }

    @Test
    void aFirewallThatDropsTimeExceededDoesNotBlindUs() throws IOException {
        assumeTrue(has("nft"), "skipped: no nft here (Debian package nftables)");
        nft("add table inet t");
        try {
            nft("add chain inet t in { type filter hook input priority 0; }");
            nft("add rule inet t in icmp type time-exceeded drop");
            nft("add rule inet t in icmpv6 type time-exceeded drop");
            for (IpVersion version : IpVersion.values()) {
                IpAddress target = NamespaceNetwork.chainAddress(version, ROUTERS, 2);
                assertEquals(topology(version), ours(target, 0).hops);
            }
        } finally {
            nft("delete table inet t");
        }
    }

    /** The real tools are no judge here: they put the target behind the hops that their lost probes stand for. */
    @Test
    void routersThatLimitTheirErrorsAddNoHops() throws IOException {
        try (NamespaceNetwork limited = NamespaceNetwork.chain(ROUTERS)) {
            for (String node : limited.nodes()) {
                limited.run(node, TIMEOUT, "sh", "-ec", "cd /proc/sys/net; echo 1000 > ipv4/icmp_ratelimit;"
                        + "echo 6168 > ipv4/icmp_ratemask; echo 1000 > ipv6/icmp/ratelimit").orThrow();
            }
            for (IpVersion version : IpVersion.values()) {
                for (String method : List.of("icmp", "tcp-syn")) {
                    IpAddress target = NamespaceNetwork.chainAddress(version, ROUTERS, 2);
                    Traced traced = trace(limited, target, 0, "--queries", "10", "--method", method);
                    Map<Integer, Set<IpAddress>> expected = topology(version);
                    expected.keySet().retainAll(traced.answering().keySet());
                    assertEquals(expected, traced.answering(), traced.text);
                    assertEquals(ROUTERS + 1, traced.hops.size(), traced.text);
                }
            }
        }
    }

    /** The flood comes from the first router, which has the same wire to the source as the replies. */
    @ParameterizedTest
    @CsvSource({ "V4, 10", "V6, 10", "V4, 200", "V6, 200" })
    void forgedRepliesAndAFloodChangeNothing(IpVersion version, String megabytesPerSecond) throws IOException, InterruptedException {
        IpAddress target = NamespaceNetwork.chainAddress(version, ROUTERS, 2);
        Process flood = network.process("r1", System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), FloodProgram.class.getName(),
                NamespaceNetwork.chainAddress(version, 0, 2).toString(), NamespaceNetwork.chainAddress(version, 0, 1).toString(),
                target.toString(), megabytesPerSecond).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = flood.inputReader()) {
            assertEquals("sending", said.readLine());
            for (String method : List.of("icmp", "udp", "udp-classic", "udp-dublin", "udp-dns", "tcp-syn", "tcp-ack")) {
                Traced traced = ours(target, 0, "--method", method);
                assertEquals(topology(version), traced.hops, () -> method + " " + traced.text);
                assertFalse(Pattern.compile("\"lost\"\\s*:\\s*[1-9]").matcher(traced.text).find(), () -> method + " " + traced.text);
            }
            flood.outputWriter().append('\n').flush();
            String[] sent = said.readLine().split(" ");
            double megabytes = 1e3 * Long.parseLong(sent[0]) / Long.parseLong(sent[1]);
            System.out.printf("IP%s beside a flood of %.0f MB/s%n", version, megabytes);
        } finally {
            flood.destroyForcibly().waitFor();
        }
    }

    private static boolean has(String program) throws IOException {
        return network.run(NamespaceNetwork.SOURCE, TIMEOUT, "sh", "-c", "command -v " + program).exitCode() == 0;
    }

    private static void nft(String command) throws IOException {
        network.run(NamespaceNetwork.SOURCE, TIMEOUT, "nft", command).orThrow();
    }

    private static Map<Integer, Set<IpAddress>> topology(IpVersion version) {
        Map<Integer, Set<IpAddress>> hops = new TreeMap<>();
        NamespaceNetwork.chainPath(version, ROUTERS).forEach(address -> hops.put(hops.size() + 1, Set.of(address)));
        return hops;
    }

    private static Traced ours(IpAddress target, int exitCode, String... options) throws IOException {
        return trace(network, target, exitCode, options);
    }

    private static Traced trace(NamespaceNetwork network, IpAddress target, int exitCode, String... options)
            throws IOException {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "org.hopwarden.cli.Main", "trace", target.toString(), "--format",
                "json"));
        line.addAll(List.of(options));
        Result result = network.run(NamespaceNetwork.SOURCE, TIMEOUT, line.toArray(String[]::new));
        assertEquals(exitCode, result.exitCode(), result::toString);
        assertEquals("", result.stderr());
        Map<Integer, Set<IpAddress>> hops = new TreeMap<>();
        for (Matcher hop = JSON_HOP.matcher(result.stdout()); hop.find();) {
            hops.put(Integer.valueOf(hop.group(1)), JSON_ADDRESS.matcher(hop.group(3)).results()
                    .map(address -> IpAddress.parse(address.group(1))).collect(Collectors.toCollection(TreeSet::new)));
        }
        return new Traced(hops, result.stdout());
    }

    private static Traced traceroute(IpAddress target, List<String> options) throws IOException {
        // Without -w its wait adapts, and on a busy machine it gives up probes whose replies have come.
        List<String> line = new ArrayList<>(List.of("traceroute", "-n", "-w", "3,0,0"));
        line.addAll(options);
        line.add(target.toString());
        String out = network.run(NamespaceNetwork.SOURCE, TIMEOUT, line.toArray(String[]::new)).orThrow().stdout();
        Map<Integer, Set<IpAddress>> hops = new TreeMap<>();
        out.lines().skip(1).forEach(text -> {
            String[] words = text.strip().split("\\s+");
            hops.put(Integer.valueOf(words[0]), Arrays.stream(words).skip(1).flatMap(word -> IpAddress.tryParse(word).stream())
                    .collect(Collectors.toCollection(TreeSet::new)));
        });
        return new Traced(hops, out);
    }
}
