package org.hopwarden.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hopwarden.probe.Trace;
import org.hopwarden.report.TraceVerdict.Outcome;
import org.junit.jupiter.api.Test;

class TraceVerdictTest {

    private static void check(Outcome outcome, String sentence, Trace trace) {
        assertEquals(new TraceVerdict(outcome, sentence), TraceVerdict.of(trace));
    }

    @Test
    void saysHowItEnded() {
        check(Outcome.REACHED, "Reached in 3 hops; the target answered: Echo reply.", Traces.reached());
        check(Outcome.REACHED, "Reached in 2 hops; the target answered: SYN-ACK (port open).", Traces.portOpen());
        check(Outcome.REFUSED, "Not reached: refused by 198.51.100.1 at hop 2 (Administratively prohibited).", Traces.refused());
        check(Outcome.NOT_REACHED,
                "Not reached: the last answer came from hop 1, 192.0.2.1; none of the hops 2 to 20 answered.", Traces.silent());
        check(Outcome.NOT_REACHED, "Not reached: none of the hops 1 to 20 answered.", Traces.allSilent());
        check(Outcome.RUNNING, "Still running: the last answer came from hop 1, 192.0.2.1; hop 2 did not answer yet.",
                Traces.running());
        check(Outcome.FAILED, "Failed: the interface went down; no probe was sent.", Traces.failed());
        check(Outcome.CANCELLED, "Cancelled: the last answer came from hop 1, 192.0.2.1.", Traces.cancelled());
        check(Outcome.RUNNING, "Still running: no probe was sent yet.", Traces.notStarted());
    }

    @Test
    void aMessageThatEndsWithItsRemedyIsASentenceAlready() {
        Trace failed = Traces.failed();
        check(Outcome.FAILED, "Failed: the packet is too long. Send smaller ones. No probe was sent.",
                new Trace(failed.request(), failed.source(), failed.startedAt(), failed.status(), failed.probes(), failed.beyondEnd(),
                        failed.hops(), "the packet is too long. Send smaller ones."));
    }
}
