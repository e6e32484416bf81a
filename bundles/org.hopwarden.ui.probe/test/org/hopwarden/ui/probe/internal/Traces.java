package org.hopwarden.ui.probe.internal;

import java.time.Instant;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace.Status;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceRequest;

/** Traces for tests: three hops, the second silent, the third the target. */
final class Traces {

    static final TraceSpec SPEC = new TraceSpec("host", "server.example", "icmp", 0, 30, 1);

    private static final IpAddress TARGET = IpAddress.parse("192.0.2.80");

    private Traces() {
    }

    static OpenTrace running(String id) {
        OpenTrace trace = new OpenTrace(id, SPEC);
        TraceRequest request = SPEC.request(TARGET);
        trace.started(request);
        trace.on(new TraceEvent.Started(request, IpAddress.parse("192.0.2.1"), Instant.parse("2026-01-02T03:04:05Z")));
        for (int ttl = 1; ttl <= 3; ttl++) {
            trace.on(new TraceEvent.Sent(ttl * 1000L, ttl, 0));
        }
        trace.on(new TraceEvent.Replied(10_000, 1, new Reply(0, IpAddress.parse("192.0.2.9"), 1_500_000,
                ReplyKind.TIME_EXCEEDED, 11, 0, false, 64)));
        return trace;
    }

    static void end(OpenTrace trace, Status status) {
        trace.on(new TraceEvent.Lost(20_000, 2, 0));
        trace.on(new TraceEvent.Replied(21_000, 3, new Reply(0, TARGET, 12_345_678, ReplyKind.ECHO_REPLY, 0, 0, true, 62)));
        trace.on(new TraceEvent.Ended(22_000, status, ""));
    }
}
