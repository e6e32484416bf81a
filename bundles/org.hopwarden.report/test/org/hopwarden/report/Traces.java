package org.hopwarden.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceRecorder;
import org.hopwarden.probe.TraceRequest;

/** Traces for tests, made of events. */
final class Traces {

    private static final String HOST = "203.0.113.80";

    private final TraceRequest request;
    private final List<TraceEvent> events = new ArrayList<>();
    private int ttl;

    private Traces(String target, String method) {
        request = new TraceRequest(target, IpAddress.parse(HOST), method, method.equals("tcp-syn") ? 443 : 0, 20, 2,
                Duration.ofMillis(1500));
        events.add(new TraceEvent.Started(request, IpAddress.parse("192.0.2.10"), Instant.parse("2025-03-04T05:06:07.25Z")));
    }

    static Trace reached() {
        return new Traces("example.test", "icmp").answers("192.0.2.1", ReplyKind.TIME_EXCEEDED, 11, 0, 410_400, 380_600)
                .answers("198.51.100.1", ReplyKind.TIME_EXCEEDED, 11, 0, 2_310_000).lost(1)
                .answers(HOST, ReplyKind.ECHO_REPLY, 0, 0, 12_400_000, 12_000_000).beyond(3).ended(Trace.Status.DONE, "");
    }

    static Trace branched() {
        Traces script = new Traces("example.test", "udp").answers("192.0.2.1", ReplyKind.TIME_EXCEEDED, 11, 0, 400_000, 400_000);
        script.ttl++;
        script.answer(0, "198.51.100.1", ReplyKind.TIME_EXCEEDED, 11, 0, 2_000_000);
        script.answer(1, "198.51.100.2", ReplyKind.TIME_EXCEEDED, 11, 0, 3_000_000);
        return script.answers(HOST, ReplyKind.UNREACHABLE, 3, 3, 9_000_000, 9_500_000).ended(Trace.Status.DONE, "");
    }

    static Trace portOpen() {
        return new Traces("example.test", "tcp-syn").answers("192.0.2.1", ReplyKind.TIME_EXCEEDED, 11, 0, 400_000, 400_000)
                .answers(HOST, ReplyKind.SYN_ACK, -1, -1, 9_000_000, 140_000).ended(Trace.Status.DONE, "");
    }

    static Trace refused() {
        return new Traces("example.test", "tcp-syn").answers("192.0.2.1", ReplyKind.TIME_EXCEEDED, 11, 0, 400_000, 400_000)
                .answers("198.51.100.1", ReplyKind.ADMIN_PROHIBITED, 3, 13, 2_000_000, 2_100_000)
                .ended(Trace.Status.DONE, "");
    }

    static Trace silent() {
        Traces script = new Traces(HOST, "udp").answers("192.0.2.1", ReplyKind.TIME_EXCEEDED, 11, 0, 400_000, 400_000);
        for (int i = 0; i < 19; i++) {
            script.next().lost(0).lost(1);
        }
        return script.ended(Trace.Status.DONE, "");
    }

    static Trace allSilent() {
        Traces script = new Traces(HOST, "udp");
        for (int i = 0; i < 20; i++) {
            script.next().lost(0).lost(1);
        }
        return script.ended(Trace.Status.DONE, "");
    }

    static Trace running() {
        Traces script = new Traces("example.test", "icmp").answers("192.0.2.1", ReplyKind.TIME_EXCEEDED, 11, 0, 400_000, 400_000);
        script.ttl++;
        script.events.add(new TraceEvent.Sent(0, script.ttl, 0));
        return TraceRecorder.fold(script.request, script.events);
    }

    static Trace failed() {
        return new Traces("example.test", "icmp").ended(Trace.Status.FAILED, "the interface went down");
    }

    static Trace cancelled() {
        return new Traces("example.test", "icmp").answers("192.0.2.1", ReplyKind.TIME_EXCEEDED, 11, 0, 400_000, 400_000)
                .ended(Trace.Status.CANCELLED, "");
    }

    static Trace notStarted() {
        return new TraceRecorder(TraceRequest.of("example.test", IpAddress.parse("2001:db8::80"), "icmp")).trace();
    }

    static Trace hostile() {
        return new Traces("<script>alert('x')</script>\"&{{target}}\u0007\u202e </style></pre>", "icmp")
                .answers("192.0.2.1", ReplyKind.TIME_EXCEEDED, 11, 0, 400_000)
                .answers(HOST, ReplyKind.ECHO_REPLY, 0, 0, 900_000).ended(Trace.Status.DONE, "");
    }

    static List<Trace> all() {
        return List.of(reached(), branched(), portOpen(), refused(), silent(), allSilent(), running(), failed(), cancelled(),
                notStarted(), hostile());
    }

    private Traces next() {
        ttl++;
        return this;
    }

    private Traces answers(String address, ReplyKind kind, int type, int code, long... rttNanos) {
        ttl++;
        for (int query = 0; query < rttNanos.length; query++) {
            answer(query, address, kind, type, code, rttNanos[query]);
        }
        return this;
    }

    private void answer(int query, String address, ReplyKind kind, int type, int code, long rttNanos) {
        events.add(new TraceEvent.Sent(0, ttl, query));
        events.add(new TraceEvent.Replied(rttNanos, ttl, new Reply(query, IpAddress.parse(address), rttNanos, kind, type, code,
                kind == ReplyKind.ECHO_REPLY || kind == ReplyKind.SYN_ACK || kind == ReplyKind.UNREACHABLE, 64 - ttl)));
    }

    private Traces lost(int query) {
        events.add(new TraceEvent.Sent(0, ttl, query));
        events.add(new TraceEvent.Lost(1_500_000_000, ttl, query));
        return this;
    }

    private Traces beyond(int probes) {
        for (int i = 0; i < probes; i++) {
            events.add(new TraceEvent.Sent(0, ttl + 1, i));
        }
        return this;
    }

    private Trace ended(Trace.Status status, String message) {
        events.add(new TraceEvent.Ended(2_000_000_000, status, message));
        return TraceRecorder.fold(request, events);
    }
}
