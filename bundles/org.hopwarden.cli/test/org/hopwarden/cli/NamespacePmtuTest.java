package org.hopwarden.cli;

import static org.hopwarden.cli.NamespacedCommand.sh;
import static org.hopwarden.lab.NamespaceNetwork.chainAddress;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The MTU of a path of real routers, beside tracepath where it is there. The link behind r1 takes 1450 bytes, that behind r3 1333. */
class NamespacePmtuTest {

    private static final int ROUTERS = 4;
    private static final Pattern TRACEPATH_END = Pattern.compile("Resume: pmtu (\\d+)");

    private static NamespaceNetwork network;

    @BeforeAll
    static void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.chain(ROUTERS);
        network.ip("r1", List.of("link set right mtu 1450"));
        network.ip("r2", List.of("link set left mtu 1450"));
        network.ip("r3", List.of("link set right mtu 1333"));
        network.ip("r4", List.of("link set left mtu 1333"));
    }

    @AfterAll
    static void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    private static IpAddress target(IpVersion version) {
        return chainAddress(version, ROUTERS, 2);
    }

    private static String hop(IpVersion version, int ttl, int mtu, int reporter) {
        return "{\"ttl\":" + ttl + ",\"address\":\"" + chainAddress(version, ttl - 1, 2) + "\",\"mtu\":" + mtu
                + (reporter == 0 ? "" : ",\"reportedBy\":\"" + chainAddress(version, reporter - 1, 2) + "\"") + "}";
    }

    @ParameterizedTest
    @CsvSource({ "V4,icmp", "V4,udp", "V4,tcp", "V6,icmp", "V6,udp", "V6,tcp" })
    void theLinksThatLowerItAreNamed(IpVersion version, String method) throws IOException {
        Result result = NamespacedCommand.hopwarden(network, "pmtu", target(version).toString(), "--method", method, "--format",
                "json");
        assertEquals("", result.stderr());
        assertEquals(0, result.exitCode(), result::toString);
        String out = result.stdout();
        assertTrue(out.contains("\"mtu\":1333,\"method\":"), out);
        assertTrue(out.contains("\"hops\":[" + hop(version, 1, 1500, 0) + "," + hop(version, 2, 1450, 1) + ","
                + hop(version, 3, 1450, 0) + "," + hop(version, 4, 1333, 3) + "," + hop(version, 5, 1333, 0) + "]"), out);
        assertFalse(out.contains("blackHole"), out);
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void sameAsTracepath(IpVersion version) throws IOException {
        assumeTrue(NamespacedCommand.has(network, "tracepath"), "skipped: no tracepath here (Debian package iputils-tracepath)");
        String peer = sh(network, NamespaceNetwork.SOURCE, "tracepath -n " + target(version));
        Matcher end = TRACEPATH_END.matcher(peer);
        assertTrue(end.find(), peer);
        String ours = NamespacedCommand.hopwarden(network, "pmtu", target(version).toString(), "--format", "json").orThrow()
                .stdout();
        assertTrue(ours.contains("\"mtu\":" + end.group(1) + ",\"method\""), ours + "\n" + peer);
    }

    @Test
    void aBlackHoleIsPlaced() throws IOException {
        assumeTrue(NamespacedCommand.has(network, "nft"), "skipped: no nft here (Debian package nftables)");
        sh(network, "r3", """
                nft add table inet t
                nft 'add chain inet t out { type filter hook output priority 0; }'
                nft add rule inet t out icmp type destination-unreachable icmp code frag-needed drop
                nft add rule inet t out icmpv6 type packet-too-big drop
                """);
        try {
            for (IpVersion version : IpVersion.values()) {
                Result result = NamespacedCommand.hopwarden(network, "pmtu", target(version).toString(), "--method", "udp",
                        "--format", "json");
                assertEquals(1, result.exitCode(), result::toString);
                assertTrue(result.stdout().contains("\"mtu\":1333,"), result.stdout());
                assertTrue(result.stdout().contains(hop(version, 2, 1450, 1)), result.stdout());
                assertTrue(result.stdout().contains("\"blackHole\":{\"ttl\":4,\"address\":\"" + chainAddress(version, 3, 2)
                        + "\",\"before\":\"" + chainAddress(version, 2, 2) + "\",\"passed\":1333,\"lost\":1334}"),
                        result.stdout());
            }
        } finally {
            sh(network, "r3", "nft delete table inet t");
        }
    }

    /** At Linux's own limits: six errors at once to a peer, then one a second. */
    @Test
    void limitsOnErrorsAreNoBlackHole() throws IOException {
        for (String node : network.nodes()) {
            sh(network, node, "cd /proc/sys/net; echo 1000 > ipv4/icmp_ratelimit; echo 6168 > ipv4/icmp_ratemask");
        }
        try {
            Result result = NamespacedCommand.hopwarden(network, "pmtu", target(IpVersion.V4).toString(), "--format", "json");
            assertEquals(0, result.exitCode(), result::toString);
            assertTrue(result.stdout().contains(hop(IpVersion.V4, 2, 1450, 1)), result.stdout());
            assertTrue(result.stdout().contains(hop(IpVersion.V4, 4, 1333, 3)), result.stdout());
        } finally {
            for (String node : network.nodes()) {
                sh(network, node, "cd /proc/sys/net; echo 0 > ipv4/icmp_ratelimit; echo 0 > ipv4/icmp_ratemask");
            }
        }
    }

    @Test
    void aTargetThatDoesNotAnswer() throws IOException {
        assumeTrue(NamespacedCommand.has(network, "nft"), "skipped: no nft here (Debian package nftables)");
        sh(network, NamespaceNetwork.TARGET, """
                nft add table inet t
                nft 'add chain inet t in { type filter hook input priority 0; policy drop; }'
                """);
        try {
            Result result = NamespacedCommand.hopwarden(network, "pmtu", target(IpVersion.V4).toString(), "--max-ttl", "8");
            assertEquals(1, result.exitCode(), result::toString);
            assertTrue(result.stdout().contains("The target did not answer. To hop 4 the path MTU is 1333 bytes."),
                    result.stdout());
        } finally {
            sh(network, NamespaceNetwork.TARGET, "nft delete table inet t");
        }
    }
}
