package org.hopwarden.visualization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceRecorder;
import org.hopwarden.probe.TraceRequest;

/** Writes the events of a trace hop by hop, for tests. A round-trip time of {@link #LOST} is a lost probe. */
final class TraceScript {

    static final double LOST = -1;
    static final double PENDING = -2;

    private final TraceRequest request;
    private final List<TraceEvent> events = new ArrayList<>();
    private int ttl;
    private long now = 1;

    TraceScript(String target, String address, String method) {
        request = TraceRequest.of(target, IpAddress.parse(address), method);
        boolean v4 = request.address().isV4();
        events.add(new TraceEvent.Started(request, IpAddress.parse(v4 ? "192.0.2.10" : "2001:db8:10::10"),
                Instant.parse("2025-03-04T05:06:07Z")));
    }

    /** A router. */
    TraceScript hop(String address, double... rttMillis) {
        ttl++;
        for (int query = 0; query < rttMillis.length; query++) {
            probe(query, address, rttMillis[query], ReplyKind.TIME_EXCEEDED, false);
        }
        return this;
    }

    /** One probe for each address. */
    TraceScript branch(double rttMillis, List<String> addresses) {
        ttl++;
        for (int query = 0; query < addresses.size(); query++) {
            probe(query, addresses.get(query), rttMillis + query * 0.1, ReplyKind.TIME_EXCEEDED, false);
        }
        return this;
    }

    TraceScript silent(int hops) {
        for (int i = 0; i < hops; i++) {
            hop("0.0.0.0", LOST, LOST, LOST);
        }
        return this;
    }

    TraceScript pending(int hops) {
        for (int i = 0; i < hops; i++) {
            hop("0.0.0.0", PENDING, PENDING, PENDING);
        }
        return this;
    }

    TraceScript target(double... rttMillis) {
        ttl++;
        ReplyKind kind = switch (request.method()) {
            case "tcp-syn" -> ReplyKind.SYN_ACK;
            case "udp" -> ReplyKind.UNREACHABLE;
            default -> ReplyKind.ECHO_REPLY;
        };
        for (int query = 0; query < rttMillis.length; query++) {
            probe(query, request.address().toString(), rttMillis[query], kind, true);
        }
        return this;
    }

    TraceScript refusal(String address, double... rttMillis) {
        ttl++;
        for (int query = 0; query < rttMillis.length; query++) {
            probe(query, address, rttMillis[query], ReplyKind.ADMIN_PROHIBITED, false);
        }
        return this;
    }

    Trace running() {
        return TraceRecorder.fold(request, events);
    }

    Trace done() {
        List<TraceEvent> all = new ArrayList<>(events);
        all.add(new TraceEvent.Ended(now, Trace.Status.DONE, ""));
        return TraceRecorder.fold(request, all);
    }

    private void probe(int query, String address, double rttMillis, ReplyKind kind, boolean fromTarget) {
        events.add(new TraceEvent.Sent(now++, ttl, query));
        if (rttMillis == LOST) {
            events.add(new TraceEvent.Lost(now++, ttl, query));
        } else if (rttMillis != PENDING) {
            events.add(new TraceEvent.Replied(now++, ttl, new Reply(query, IpAddress.parse(address),
                    Math.round(rttMillis * 1e6), kind, type(kind), code(kind), fromTarget, 64 - ttl % 64)));
        }
    }

    private int type(ReplyKind kind) {
        boolean v4 = request.address().isV4();
        return switch (kind) {
            case TIME_EXCEEDED -> v4 ? IcmpType.TIME_EXCEEDED : IcmpType.V6_TIME_EXCEEDED;
            case ECHO_REPLY -> v4 ? IcmpType.ECHO_REPLY : IcmpType.V6_ECHO_REPLY;
            case UNREACHABLE, ADMIN_PROHIBITED -> v4 ? IcmpType.UNREACHABLE : IcmpType.V6_UNREACHABLE;
            default -> -1;
        };
    }

    private int code(ReplyKind kind) {
        boolean v4 = request.address().isV4();
        return switch (kind) {
            case TIME_EXCEEDED, ECHO_REPLY -> 0;
            case UNREACHABLE -> v4 ? IcmpType.CODE_PORT : IcmpType.V6_CODE_PORT;
            case ADMIN_PROHIBITED -> v4 ? IcmpType.CODE_ADMIN_PROHIBITED : IcmpType.V6_CODE_ADMIN_PROHIBITED;
            default -> -1;
        };
    }
}
