package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.cli.FaultNetwork.Report;

/** Faults of a bridge. */
class NamespaceBridgeFaultTest extends FaultChecks {

    private static final int MOST_CONNECTIONS = 64;

    private long receivedBefore;

    NamespaceBridgeFaultTest() {
        super(false);
    }

    @Override
    List<String> place() {
        return List.of("--bridge", FaultPolicy.IN_INTERFACE + "," + FaultPolicy.OUT_INTERFACE);
    }

    /** The kernel's bridge that has taken over. */
    @Override
    String traces() throws IOException {
        return network().run(FaultNetwork.HOST, "ip", "-o", "link", "show", "type", "bridge").orThrow().stdout();
    }

    @Override
    boolean isSetUp(String traces) {
        return traces.isEmpty();
    }

    @Override
    List<String> smallTable() {
        return List.of("--set", "connections=" + MOST_CONNECTIONS);
    }

    @Override
    void judgeTable(Statistics statistics) {
        assertTrue(statistics.of("tracked") <= MOST_CONNECTIONS, statistics.text());
        assertTrue(statistics.of("refused") > 0, "there was no room for all: " + statistics.text());
    }

    @Override
    List<String> outcomes() {
        return List.of("allowed", "denied", "rejected", "asked", "failed");
    }

    /** What the kernel counts since it made the interfaces, less what it has counted when this test began. */
    private long received() throws IOException {
        String counts = network().run(FaultNetwork.HOST, "sh", "-c", "cat /sys/class/net/eth0/statistics/rx_packets"
                + " /sys/class/net/eth1/statistics/rx_packets").orThrow().stdout();
        return counts.lines().mapToLong(Long::parseLong).sum();
    }

    @Override
    void startWith(Path policy, List<String> where, String... options) throws IOException {
        receivedBefore = received();
        super.startWith(policy, where, options);
    }

    @Override
    void start(String... options) throws IOException {
        receivedBefore = received();
        super.start(options);
    }

    @Override
    Statistics accountFor(Report report, long sent, long arrived) throws IOException {
        long received = received() - receivedBefore;
        Statistics statistics = EnforceRuns.stop(enforcing());
        assertEquals(sent, statistics.of("seen") + statistics.of("lost"), statistics.text() + report.text());
        assertEquals(received, statistics.of("seen") + statistics.of("lost"), statistics.text() + report.text());
        assertEquals(arrived, statistics.of("allowed"), statistics.text() + report.text());
        return statistics;
    }
}
