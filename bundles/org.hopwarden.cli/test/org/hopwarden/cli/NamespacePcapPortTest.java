package org.hopwarden.cli;

import static org.hopwarden.cli.NamespacedCommand.hopwarden;
import static org.hopwarden.cli.NamespacedCommand.hopwardenThroughPcap;
import static org.hopwarden.lab.NamespaceNetwork.chainAddress;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

/** The port through the capture library, behind real routers, beside that of the kernel's sockets: they must find the same. */
class NamespacePcapPortTest {

    private static final int ROUTERS = 4;
    /** What is another in each trace: times, and checksums over ports and numbers that are drawn. */
    private static final Pattern DRAWN = Pattern.compile("\"(rttMillis|startedAt|probes|beyondEnd|checksum|natId)\":[^,}\\]]+,?");

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

    private static Result throughPcap(String... words) throws IOException {
        Result result = hopwardenThroughPcap(network, words);
        assumeFalse(result.stderr().contains("libpcap is not installed"), () -> "skipped: " + result.stderr());
        return result;
    }

    private static String target(IpVersion version) {
        return chainAddress(version, ROUTERS, 2).toString();
    }

    @ParameterizedTest
    @CsvSource({ "V4,icmp", "V4,udp", "V4,udp-classic", "V4,udp-dublin", "V4,udp-dns", "V4,tcp-syn", "V4,tcp-ack", "V6,icmp", "V6,udp",
            "V6,udp-classic", "V6,udp-dublin", "V6,udp-dns", "V6,tcp-syn", "V6,tcp-ack" })
    void findsWhatThePortOfTheKernelFinds(IpVersion version, String method) throws IOException {
        String[] words = { "trace", target(version), "--method", method, "--format", "json" };
        Result pcap = throughPcap(words);
        Result kernel = hopwarden(network, words);
        assertEquals(0, pcap.exitCode(), pcap::toString);
        assertEquals(DRAWN.matcher(kernel.stdout()).replaceAll(""), DRAWN.matcher(pcap.stdout()).replaceAll(""));
        assertTrue(pcap.stdout().contains("\"address\":\"" + chainAddress(version, 1, 2) + "\""), pcap.stdout());
    }

    /** The first router is on the link of the source: nothing is between. */
    @ParameterizedTest
    @EnumSource
    void aNeighbourIsFoundOnTheLink(IpVersion version) throws IOException {
        String neighbour = chainAddress(version, 0, 2).toString();
        Result result = throughPcap("trace", neighbour, "--method", "tcp-syn", "--format", "json");
        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.stdout().contains("\"kind\":\"rst\""), result.stdout());
    }

    @Test
    void aNeighbourThatIsNotThereIsSaid() throws IOException {
        IpAddress free = IpAddress.v4((int) chainAddress(IpVersion.V4, 0, 2).low() + 77);
        Result result = throughPcap("trace", free.toString());
        assertEquals(5, result.exitCode(), result::toString);
        assertEquals("", result.stdout());
        assertTrue(result.stderr().contains("next hop does not answer") && result.stderr().contains(free.toString()), result.stderr());
    }

    @Test
    void ipv6ToThisHostItselfIsSeenGoingOutAndComingIn() throws IOException {
        Result result = throughPcap("trace", "::1", "--format", "json");
        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.stdout().contains("\"address\":\"::1\""), result.stdout());
    }

    @Test
    void whatLinuxDoesNotTakeFromTheLibraryIsSaid() throws IOException {
        Result result = throughPcap("trace", "127.0.0.1");
        assertEquals(3, result.exitCode(), result::toString);
        assertTrue(result.stderr().contains("hopwarden.port"), result.stderr());
    }

    @Test
    void openAndClosedPortsAreScanned() throws IOException {
        Process listener = network.process(NamespaceNetwork.TARGET, System.getProperty("java.home") + "/bin/java", "-cp",
                System.getProperty("java.class.path"), NamespaceScanTest.Listener.class.getName()).start();
        try {
            assertEquals("ready 2080", listener.inputReader().readLine());
            Result result = throughPcap("scan", target(IpVersion.V4), "--ports", "2080,2081", "--format", "json");
            assertEquals(0, result.exitCode(), result::toString);
            for (String state : List.of("open", "closed")) {
                assertTrue(result.stdout().contains("\"state\":\"" + state + "\""), result.stdout());
            }
        } finally {
            listener.destroy();
        }
    }

    @Test
    void aWatchGoesOnForItsRounds() throws IOException {
        Result result = throughPcap("watch", target(IpVersion.V6), "--count", "5", "--interval", "0.1", "--format", "json");
        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.stdout().contains("\"rounds\":5"), result.stdout());
    }
}
