package org.hopwarden.cli;

import static org.hopwarden.cli.NamespacedCommand.hopwardenAsNobody;
import static org.hopwarden.cli.NamespacedCommand.sh;
import static org.hopwarden.lab.NamespaceNetwork.chainAddress;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an ordinary user gets, as the user nobody behind real routers. */
class NamespaceRightlessTest {

    private static final int ROUTERS = 3;
    private static final Pattern ADDRESS = Pattern.compile("\"replies\":\\[\\{\"address\":\"([^\"]+)\"");

    private static final Pattern WATCHED = Pattern.compile("\"addresses\":\\[\"([^\"]+)\"\\]");
    private static final Pattern METHOD = Pattern.compile("\"method\":\"([^\"]+)\"");

    private static NamespaceNetwork network;

    @BeforeAll
    static void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.chain(ROUTERS);
        boolean other = network.run(NamespaceNetwork.SOURCE, NamespacedCommand.TIMEOUT, "setpriv", "--reuid=65534",
                "--regid=65534", "--clear-groups", "true").exitCode() == 0;
        assumeTrue(other, "skipped: cannot become another user here");
    }

    @BeforeEach
    void allLowerRights() throws IOException {
        mayPing(true);
    }

    @AfterAll
    static void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    private static void mayPing(boolean all) throws IOException {
        sh(network, NamespaceNetwork.SOURCE, "echo '" + (all ? "0 65534" : "1 0") + "' > /proc/sys/net/ipv4/ping_group_range");
    }

    private static IpAddress target(IpVersion version) {
        return chainAddress(version, ROUTERS, 2);
    }

    private static List<String> hops(Result result) {
        return ADDRESS.matcher(result.stdout()).results().map(match -> match.group(1)).toList();
    }

    private static List<String> path(IpVersion version) {
        return NamespaceNetwork.chainPath(version, ROUTERS).stream().map(IpAddress::toString).toList();
    }

    private static void assertSaysWhatIsMissing(Result result) {
        assertEquals(1, result.stderr().lines().count(), result.stderr());
        assertTrue(result.stderr().contains("no right to raw sockets") && result.stderr().contains("sudo ./hopwarden"),
                result.stderr());
    }

    @ParameterizedTest
    @CsvSource({ "V4,icmp", "V4,udp", "V4,tcp-syn", "V6,icmp", "V6,udp", "V6,tcp-syn" })
    void everyHopIsFoundWithoutRights(IpVersion version, String method) throws IOException {
        Result result = hopwardenAsNobody(network, "trace", target(version).toString(), "--method", method, "--format", "json");
        assertEquals(0, result.exitCode(), result::toString);
        assertFalse(result.stdout().contains("rewritten"), result::toString);
        assertSaysWhatIsMissing(result);
        assertEquals(path(version), hops(result), result.stdout());
        String end = switch (method) {
            case "icmp" -> "echo-reply";
            case "udp" -> "unreachable";
            default -> "rst";
        };
        assertTrue(result.stdout().contains("\"kind\":\"" + end + "\""), result.stdout());
        assertTrue(result.stdout().contains("\"lost\":0") && !result.stdout().matches(".*\"lost\":[1-9].*"), result.stdout());
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void anOpenPortIsReachedByTcp(IpVersion version) throws IOException {
        Process listener = network.process(NamespaceNetwork.TARGET, System.getProperty("java.home") + "/bin/java", "-cp",
                System.getProperty("java.class.path"), NamespaceScanTest.Listener.class.getName()).start();
        try {
            assertEquals("ready 2080", listener.inputReader().readLine());
            Result result = hopwardenAsNobody(network, "trace", target(version).toString(), "--method", "tcp-syn", "--port",
                    "2080", "--format", "json");
            assertEquals(0, result.exitCode(), result::toString);
            assertEquals(path(version), hops(result), result.stdout());
            assertTrue(result.stdout().contains("\"kind\":\"syn-ack\""), result.stdout());
        } finally {
            listener.destroy();
        }
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void udpTakesThePlaceOfIcmpWhereNobodyMayPing(IpVersion version) throws IOException {
        mayPing(false);
        Result result = hopwardenAsNobody(network, "trace", target(version).toString(), "--format", "json");
        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.stdout().contains("\"method\":\"udp\""), result.stdout());
        assertEquals(path(version), hops(result), result.stdout());
        assertSaysWhatIsMissing(result);
        assertTrue(result.stderr().contains("sysctl -w net.ipv4.ping_group_range"), result.stderr());
    }

    @Test
    void icmpThatWasAskedForAndIsNotAllowedIsRefusedWithTheCommand() throws IOException {
        mayPing(false);
        Result result = hopwardenAsNobody(network, "trace", target(IpVersion.V4).toString(), "--method", "icmp");
        assertEquals(3, result.exitCode(), result::toString);
        assertEquals("", result.stdout());
        assertTrue(result.stderr().contains("sudo sysctl -w net.ipv4.ping_group_range='0 2147483647'")
                && result.stderr().contains("--method udp"), result.stderr());
    }

    @Test
    void aHalfOpenScanNeedsRights() throws IOException {
        Result result = hopwardenAsNobody(network, "scan", target(IpVersion.V4).toString(), "--ports", "22");
        assertEquals(3, result.exitCode(), result::toString);
        assertEquals("", result.stdout());
        assertTrue(result.stderr().contains("sudo"), result.stderr());
    }

    @Test
    void thePathMtuIsFoundWithoutRights() throws IOException {
        try (NamespaceNetwork narrow = NamespaceNetwork.chain(2)) {
            narrow.ip("r1", List.of("link set right mtu 1400"));
            narrow.ip("r2", List.of("link set left mtu 1400"));
            for (IpVersion version : IpVersion.values()) {
                Result result = hopwardenAsNobody(narrow, "pmtu", chainAddress(version, 2, 2).toString(), "--method", "udp",
                        "--format", "json");
                assertEquals(0, result.exitCode(), result::toString);
                assertTrue(result.stdout().contains("\"mtu\":1400,\"method\":\"udp\""), result.stdout());
                assertTrue(result.stdout().contains("\"reportedBy\":\"" + chainAddress(version, 0, 2) + "\""), result.stdout());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "V4,icmp", "V4,udp", "V4,tcp-syn", "V6,icmp", "V6,udp", "V6,tcp-syn" })
    void aWatchGoesOnForItsRounds(IpVersion version, String method) throws IOException {
        Result result = hopwardenAsNobody(network, "watch", target(version).toString(), "--method", method, "--count", "3",
                "--interval", "0.2", "--format", "json");
        assertEquals(0, result.exitCode(), result::toString);
        assertSaysWhatIsMissing(result);
        assertTrue(result.stdout().contains("\"status\":\"done\"") && result.stdout().contains("\"rounds\":3"), result.stdout());
        assertEquals(path(version), WATCHED.matcher(result.stdout()).results().map(match -> match.group(1)).toList(), result.stdout());
        assertTrue(result.stdout().contains("\"routeChangeCount\":0"), result.stdout());
    }

    @ParameterizedTest
    @EnumSource(IpVersion.class)
    void aWatchWithoutAMethodTakesUdpWhereNobodyMayPing(IpVersion version) throws IOException {
        mayPing(false);
        String[] words = { "watch", target(version).toString(), "--count", "2", "--interval", "0.2", "--format", "json" };
        Result result = hopwardenAsNobody(network, words);
        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.stdout().contains("\"method\":\"udp\""), result.stdout());
        assertSaysWhatIsMissing(result);
        assertTrue(result.stderr().contains("sysctl -w net.ipv4.ping_group_range"), result.stderr());
    }

    @ParameterizedTest
    @CsvSource({ "V4,true", "V4,false", "V6,true", "V6,false" })
    void everyMethodThatGoesRunsSideBySide(IpVersion version, boolean pings) throws IOException {
        mayPing(pings);
        Result result = hopwardenAsNobody(network, "trace", target(version).toString(), "--method", "all", "--queries", "1", "--format",
                "json");
        assertEquals(0, result.exitCode(), result::toString);
        assertSaysWhatIsMissing(result);
        List<String> methods = METHOD.matcher(result.stdout()).results().map(match -> match.group(1)).toList();
        List<String> possible = new ArrayList<>(List.of("udp", "udp-classic", "udp-dns", "tcp-syn"));
        if (pings) {
            possible.addFirst("icmp");
        } else {
            assertTrue(result.stderr().contains("sysctl -w net.ipv4.ping_group_range"), result.stderr());
        }
        assertEquals(possible, methods, result.stdout());
        List<String> all = new ArrayList<>();
        possible.forEach(method -> all.addAll(path(version)));
        assertEquals(all, hops(result), result.stdout());
    }
}
