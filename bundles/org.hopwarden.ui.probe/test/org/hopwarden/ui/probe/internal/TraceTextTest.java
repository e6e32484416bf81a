package org.hopwarden.ui.probe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.Trace.Status;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;
import org.junit.jupiter.api.Test;

class TraceTextTest {

    @Test
    void aReachedTargetIsNamedWithItsAddressAndDistance() {
        OpenTrace trace = Traces.running("1");
        Traces.end(trace, Status.DONE);

        assertEquals("Reached server.example (192.0.2.80) in 3 hops", TraceText.headline(trace.snapshot()));
        String details = TraceText.details(trace.snapshot(), "This host");
        assertTrue(details.startsWith("round trip 12.346 ms \u00b7 3 probes \u00b7 1 without reply \u00b7 ICMP echo \u00b7 This host"),
                details);
    }

    @Test
    void aRunningTraceSaysSo() {
        assertEquals("Tracing server.example (192.0.2.80)\u2026", TraceText.headline(Traces.running("1").snapshot()));
        assertEquals("Looking up server.example\u2026", TraceText.headline(new OpenTrace("1", Traces.SPEC).snapshot()));
    }

    @Test
    void aMissedTargetComesWithTheLastAnswer() {
        assertEquals("hop 2, 192.0.2.9, says: Administratively prohibited",
                withoutMeaning(TraceText.lastWord(trace(hop(1, 0), refusal(2), hop(3, 1)))));
        assertEquals("the last answer came from 192.0.2.1 at hop 1", TraceText.lastWord(trace(hop(1, 0), hop(2, 1))));
        assertEquals("no hop answered", TraceText.lastWord(trace(hop(1, 1))));
    }

    @Test
    void aTraceThatCouldNotStartSaysWhatToDo() {
        OpenTrace trace = new OpenTrace("1", Traces.SPEC);
        trace.failed(new Problem("There is no route.", "Check the cable.", null));

        assertEquals("The trace to server.example could not start", TraceText.headline(trace.snapshot()));
        assertEquals("There is no route. Check the cable.", TraceText.details(trace.snapshot(), "This host"));
    }

    @Test
    void aStoppedTraceTellsWhetherItHadArrived() {
        OpenTrace trace = Traces.running("1");
        trace.cancelled("Stopped before it was done.");

        assertEquals("Stopped before reaching server.example (192.0.2.80)", TraceText.headline(trace.snapshot()));
        Snapshot ended = trace.snapshot();
        trace.cancelled("again");
        assertEquals(ended, trace.snapshot(), "what has ended stays as it is");
    }

    private static String withoutMeaning(String text) {
        int code = text.indexOf("prohibited") + "prohibited".length();
        return text.substring(0, code);
    }

    private static Trace trace(Hop... hops) {
        return new Trace(Traces.SPEC.request(IpAddress.parse("192.0.2.80")), null, null, Status.DONE, hops.length, 0,
                List.of(hops), "");
    }

    private static Hop hop(int ttl, int lost) {
        return new Hop(ttl, 1, lost, lost > 0 ? List.of() : List.of(new Reply(0, IpAddress.parse("192.0.2." + ttl), 1_000_000,
                ReplyKind.TIME_EXCEEDED, 11, 0, false, 64)));
    }

    private static Hop refusal(int ttl) {
        return new Hop(ttl, 1, 0, List.of(new Reply(0, IpAddress.parse("192.0.2.9"), 1_000_000, ReplyKind.ADMIN_PROHIBITED, 3, 13,
                false, 64)));
    }
}
