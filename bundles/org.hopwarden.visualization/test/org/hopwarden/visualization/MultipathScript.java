package org.hopwarden.visualization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.MultipathRecorder;
import org.hopwarden.probe.MultipathRequest;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;

/** The events of a multipath trace, flow by flow. */
final class MultipathScript {

    static final MultipathRequest REQUEST = MultipathRequest
            .of(TraceRequest.of("www.example.test", IpAddress.parse("203.0.113.80"), "udp"));

    private final List<MultipathEvent> events = new ArrayList<>();
    private long atNanos;

    MultipathScript() {
        events.add(new MultipathEvent.Started(REQUEST, IpAddress.parse("192.0.2.7"), Instant.EPOCH));
    }

    /** A flow over these addresses, a star for silence, a tilde before one whose first probe is lost; 1 ms for each TTL. */
    MultipathScript flow(int flow, String... path) {
        for (int ttl = 1; ttl <= path.length; ttl++) {
            String word = path[ttl - 1];
            events.add(new MultipathEvent.Sent(++atNanos, flow, ttl));
            if (word.equals("*") || word.startsWith("~")) {
                events.add(new MultipathEvent.Lost(++atNanos, flow, ttl));
            }
            if (word.equals("*")) {
                events.add(new MultipathEvent.Silent(++atNanos, flow, ttl));
                continue;
            }
            if (word.startsWith("~")) {
                events.add(new MultipathEvent.Sent(++atNanos, flow, ttl));
            }
            IpAddress address = IpAddress.parse(word.replace("~", ""));
            boolean target = address.equals(REQUEST.trace().address());
            events.add(new MultipathEvent.Replied(++atNanos, flow, ttl, false, new Reply(flow, address, ttl * 1_000_000L + flow,
                    target ? ReplyKind.UNREACHABLE : ReplyKind.TIME_EXCEEDED, target ? 3 : 11, target ? 3 : 0, target, 60)));
        }
        return this;
    }

    List<MultipathEvent> events() {
        return List.copyOf(events);
    }

    MultipathTrace done() {
        events.add(new MultipathEvent.Ended(++atNanos, Trace.Status.DONE, ""));
        return MultipathRecorder.fold(REQUEST, events);
    }

    /** Two branches, one taken twice and one silent at its second hop, that join at the target. */
    static MultipathScript diamond() {
        return new MultipathScript().flow(0, "192.0.2.1", "198.51.100.1", "198.51.100.5", "203.0.113.80")
                .flow(1, "192.0.2.1", "~198.51.100.2", "*", "203.0.113.80")
                .flow(2, "192.0.2.1", "198.51.100.1", "198.51.100.5", "203.0.113.80");
    }
}
