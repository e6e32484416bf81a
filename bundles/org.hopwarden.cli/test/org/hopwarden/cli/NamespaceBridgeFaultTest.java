package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.cli.FaultNetwork.Report;

/** Faults of a bridge. */
class NamespaceBridgeFaultTest extends FaultChecks {

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
    void accountFor(Report report, long sent, long arrived) throws IOException {
        Statistics statistics = EnforceRuns.stop(enforcing());
        assertEquals(sent, statistics.of("seen") + statistics.of("lost"), statistics.text() + report.text());
        assertEquals(arrived, statistics.of("allowed"), statistics.text() + report.text());
    }
}
