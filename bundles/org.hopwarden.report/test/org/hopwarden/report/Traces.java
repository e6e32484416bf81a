package org.hopwarden.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.net.IcmpExtensions;
import org.hopwarden.net.InterfaceInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.MplsLabel;
import org.hopwarden.probe.IcmpDetail;
import org.hopwarden.probe.ProbeOptions;
import org.hopwarden.probe.Quoted;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Rewrite;
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
                Duration.ofMillis(1500), method.equals("udp-dublin") ? ProbeOptions.DEFAULT.withTrafficClass(46 << 2 | 1) : ProbeOptions.DEFAULT);
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

    /** Behind hop 1 stands a NAT that clears DSCP, and hop 2 tells its labels and interface. */
    static Trace changed() {
        Traces script = new Traces("example.test", "udp-dublin").answers("192.0.2.1", ReplyKind.TIME_EXCEEDED, 11, 0, 400_000);
        IcmpDetail detail = new IcmpDetail(-1, Optional.of(new Quoted(60, 1, 1, 7, 0x5678, 0x1234,
                List.of(new Rewrite(Rewrite.Field.DSCP, "46", "0"), new Rewrite(Rewrite.Field.CHECKSUM, "0x4444", "0x5678")))),
                new IcmpExtensions(List.of(new MplsLabel(16_001, 5, false, 1), new MplsLabel(17, 0, true, 254)),
                        List.of(new InterfaceInfo(InterfaceInfo.Role.INCOMING, 3, Optional.of(IpAddress.parse("198.51.100.1")),
                                "ge-0/0/<1>", 1500))));
        script.ttl++;
        script.answer(0, "198.51.100.1", ReplyKind.TIME_EXCEEDED, 11, 0, 2_000_000, detail);
        script.ttl++;
        script.answer(0, HOST, ReplyKind.TIME_EXCEEDED, 11, 0, 2_500_000, IcmpDetail.NONE);
        script.ttl++;
        script.answer(0, "198.51.100.9", ReplyKind.PACKET_TOO_BIG, 3, 4, 3_000_000,
                new IcmpDetail(1400, Optional.empty(), IcmpExtensions.NONE));
        return script.ended(Trace.Status.DONE, "");
    }

    static List<Trace> all() {
        return List.of(changed(), reached(), branched(), portOpen(), refused(), silent(), allSilent(), running(), failed(), cancelled(),
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
        answer(query, address, kind, type, code, rttNanos, IcmpDetail.NONE);
    }

    private void answer(int query, String address, ReplyKind kind, int type, int code, long rttNanos, IcmpDetail detail) {
        events.add(new TraceEvent.Sent(0, ttl, query));
        events.add(new TraceEvent.Replied(rttNanos, ttl, new Reply(query, IpAddress.parse(address), rttNanos, kind, type, code,
                kind == ReplyKind.ECHO_REPLY || kind == ReplyKind.SYN_ACK || kind == ReplyKind.UNREACHABLE, 64 - ttl,
                detail)));
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
