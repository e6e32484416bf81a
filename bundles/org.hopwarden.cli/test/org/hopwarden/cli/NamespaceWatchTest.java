package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Watches and cut-off traces through real routers, in network namespaces. */
class NamespaceWatchTest {

    private static final int ROUTERS = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Pattern HOP = Pattern.compile("\"ttl\":(\\d+),\"addresses\":\\[([^]]*)],\"sent\":(\\d+),\"received\":(\\d+),"
            + "\"lossPercent\":([0-9.]+),\"forwardLossPercent\":([0-9.]+),\"limited\":(true|false)");

    private record Hop(int ttl, String addresses, double loss, double forwardLoss, boolean limited) {
    }

    private NamespaceNetwork network;

    @BeforeEach
    void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.chain(ROUTERS);
    }

    @AfterEach
    void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    /** The limits that Linux comes with; those per second are of the whole machine in older kernels. */
    private void limitAsLinuxDoes() throws IOException {
        for (String node : network.nodes()) {
            network.run(node, TIMEOUT, "sh", "-ec", "cd /proc/sys/net; echo 1000 > ipv4/icmp_ratelimit;"
                    + "echo 6168 > ipv4/icmp_ratemask; echo 1000 > ipv6/icmp/ratelimit").orThrow();
        }
    }

    private static String[] command(String... words) {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "org.hopwarden.cli.Main"));
        line.addAll(List.of(words));
        return line.toArray(String[]::new);
    }

    private List<Hop> watch(IpVersion version, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("watch", target(version).toString(), "--format", "json"));
        words.addAll(List.of(options));
        Result result = network.run(NamespaceNetwork.SOURCE, TIMEOUT, command(words.toArray(String[]::new)));
        assertEquals(0, result.exitCode(), result::toString);
        List<Hop> hops = new ArrayList<>();
        HOP.matcher(result.stdout()).results().forEach(hop -> hops.add(new Hop(Integer.parseInt(hop.group(1)), hop.group(2),
                Double.parseDouble(hop.group(5)), Double.parseDouble(hop.group(6)), Boolean.parseBoolean(hop.group(7)))));
        List<String> path = NamespaceNetwork.chainPath(version, ROUTERS).stream().map(address -> '"' + address.toString() + '"').toList();
        assertEquals(path, hops.stream().map(Hop::addresses).toList(), result.stdout());
        return hops;
    }

    private static IpAddress target(IpVersion version) {
        return NamespaceNetwork.chainAddress(version, ROUTERS, 2);
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void atTheLimitsOfLinuxNoLossIsReported(IpVersion version) throws IOException {
        limitAsLinuxDoes();
        List<Hop> hops = watch(version, "--count", "60", "--interval", "0.1");
        for (Hop hop : hops) {
            assertEquals(0, hop.forwardLoss, hops.toString());
            assertEquals(hop.ttl <= ROUTERS, hop.limited, hops.toString());
            assertTrue(!hop.limited || hop.loss > 25, hops.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void trueLossBehindARouterIsFound(IpVersion version) throws IOException {
        Result nft = network.run("r4", TIMEOUT, "nft", "table inet t { chain f { type filter hook forward priority 0; "
                + "oifname \"right\" numgen random mod 100 < 30 drop; }; }");
        assumeTrue(nft.exitCode() == 0, () -> "skipped: no random loss here: " + nft.stderr());
        List<Hop> hops = watch(version, "--count", "300", "--interval", "0.01");
        for (Hop hop : hops) {
            assertEquals(hop.ttl <= 4 ? 0 : 30, hop.forwardLoss, hop.ttl <= 4 ? 1 : 12, hops.toString());
            assertTrue(!hop.limited, hops.toString());
        }
    }

    private static final Pattern MTR_FIELD = Pattern.compile("\"([A-Za-z%]+)\"\\s*:");
    private static final Pattern MTR_HOP = Pattern.compile("\"count\"\\s*:\\s*\"?(\\d+)\"?,\\s*\"host\"\\s*:\\s*\"([^\"]+)\"");

    /** The export has mtr's fields in mtr's order, and the same hosts. */
    @Test
    void theExportLooksAsMtrsOwn() throws IOException {
        assumeTrue(network.run(NamespaceNetwork.SOURCE, TIMEOUT, "sh", "-c", "command -v mtr").exitCode() == 0,
                "skipped: no mtr here (Debian package mtr-tiny)");
        String target = target(IpVersion.V4).toString();
        String theirs = network.run(NamespaceNetwork.SOURCE, TIMEOUT, "mtr", "-n", "-j", "-c", "3", "-i", "0.2", target).orThrow().stdout();
        String ours = network.run(NamespaceNetwork.SOURCE, TIMEOUT, command("watch", target, "--count", "3", "--interval", "0.2", "--format",
                "mtr-json")).orThrow().stdout();
        assertEquals(fields(theirs, MTR_FIELD, 1), fields(ours, MTR_FIELD, 1), ours);
        assertEquals(fields(theirs, MTR_HOP, 2), fields(ours, MTR_HOP, 2), ours);
    }

    private static List<String> fields(String text, Pattern pattern, int group) {
        return pattern.matcher(text).results().map(field -> field.group(group)).toList();
    }

    /** Datagrams to and from the target that are no probes, some 10 MB a second while the trace runs. */
    @Test
    void heavyTrafficOfOthersChangesNothing() throws Exception {
        assumeTrue(network.run(NamespaceNetwork.SOURCE, TIMEOUT, "sh", "-c", "command -v bash").exitCode() == 0, "skipped: no bash here");
        IpAddress target = target(IpVersion.V4);
        Process flood = network.process(NamespaceNetwork.SOURCE, "bash", "-c", "exec dd if=/dev/zero bs=1200 count=1000000 status=none "
                + "> /dev/udp/" + target + "/9").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            for (String method : List.of("icmp", "udp", "tcp-syn")) {
                Result result = network.run(NamespaceNetwork.SOURCE, TIMEOUT, command("trace", target.toString(), "--method", method,
                        "--format", "csv"));
                assertEquals(0, result.exitCode(), result::toString);
                assertEquals(NamespaceNetwork.chainPath(IpVersion.V4, ROUTERS).stream().map(IpAddress::toString).toList(),
                        result.stdout().lines().skip(1).map(line -> line.split(",")[3]).toList(), result.stdout());
            }
        } finally {
            flood.destroyForcibly();
        }
    }

    /** The interface goes down, and the trace says so and what it knows. */
    @Test
    void anInterfaceThatGoesDownEndsAWatchWithItsReport() throws Exception {
        assertCutOff("ip link set right down");
    }

    @Test
    void anAddressThatGoesAwayEndsAWatchWithItsReport() throws Exception {
        assertCutOff("ip addr flush dev right");
    }

    private void assertCutOff(String change) throws Exception {
        Process watch = network.process(NamespaceNetwork.SOURCE, command("watch", target(IpVersion.V4).toString(), "--interval", "0.05",
                "--format", "json")).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            awaitProbes();
            network.run(NamespaceNetwork.SOURCE, TIMEOUT, "sh", "-c", change).orThrow();
            // Where the host goes on sending into the void, the user ends it.
            if (!watch.waitFor(5, TimeUnit.SECONDS)) {
                watch.toHandle().destroy();
            }
            String out = new String(watch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(watch.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
            assertTrue(out.startsWith("{\"format\":\"hopwarden.watch/1\",") && out.endsWith("}\n"), out);
            assertTrue(out.contains("\"addresses\":[\"" + NamespaceNetwork.chainAddress(IpVersion.V4, 0, 2) + "\"]"), out);
        } finally {
            watch.destroyForcibly();
        }
    }

    /** Until the target has answered some echo requests. */
    private void awaitProbes() throws IOException {
        network.run(NamespaceNetwork.TARGET, TIMEOUT, "sh", "-c", "while [ $(awk '/^Icmp:/ { n++; if (n == 2) print $10 }' "
                + "/proc/net/snmp) -lt 5 ]; do sleep 0.05; done").orThrow();
    }

    @Test
    void aKilledTraceSaysWhatItKnows() throws Exception {
        network.run("r3", TIMEOUT, "nft", "table inet t { chain f { type filter hook forward priority 0; drop; }; }").orThrow();
        Process trace = network.process(NamespaceNetwork.SOURCE, command("watch", target(IpVersion.V4).toString(), "--interval",
                "0.05")).start();
        try {
            network.run("r3", TIMEOUT, "sh", "-c", "while ! grep -q . /proc/net/snmp || [ $(awk '/^Icmp:/ { n++; if (n == 2) print $16 + $17 }' "
                    + "/proc/net/snmp) -lt 3 ]; do sleep 0.05; done").orThrow();
            trace.toHandle().destroy();
            String out = new String(trace.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(trace.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
            assertTrue(out.contains("Cancelled. The target was not reached."), out);
            assertTrue(out.contains(NamespaceNetwork.chainAddress(IpVersion.V4, 2, 2).toString()), out);
        } finally {
            trace.destroyForcibly();
        }
    }
}
