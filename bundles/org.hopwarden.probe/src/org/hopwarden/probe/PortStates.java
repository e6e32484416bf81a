package org.hopwarden.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.probe.PortScan.Answer;
import org.hopwarden.probe.PortScan.Port;
import org.hopwarden.probe.PortScan.State;

/** What the replies of a scan say of its ports. */
final class PortStates {

    private static final int[] FIRST_TTLS = { 64, 128, 255 };

    private PortStates() {
    }

    /** How much a reply says: 0 the most. */
    static int rank(Reply reply) {
        return switch (reply.kind()) {
            case SYN_ACK -> 0;
            case RST -> 1;
            default -> 2;
        };
    }

    private static State state(Reply reply) {
        return State.values()[rank(reply)];
    }

    /** How many hops away the sender of a packet with this TTL is, if it began with the least usual TTL that it can have. */
    static int hops(int ttl) {
        for (int first : FIRST_TTLS) {
            if (ttl <= first) {
                return first - ttl + 1;
            }
        }
        throw new IllegalArgumentException("no packet comes with the TTL " + ttl);
    }

    static List<Port> of(PortScanRequest request, Map<Integer, Reply> replies, FilteredPortTraces traces) {
        int distance = traces.distance().orElseGet(() -> usualDistance(replies));
        List<Port> ports = new ArrayList<>();
        for (int port : request.ports().stream().sorted().toList()) {
            Reply reply = replies.get(port);
            if (reply == null) {
                ports.add(new Port(port, State.FILTERED, Optional.empty(), traces.lastHop(port), traces.nextHop(port)));
                continue;
            }
            int hops = hops(reply.ttl());
            boolean middleBox = reply.fromTarget() && distance > 0 && hops != distance;
            ports.add(new Port(port, state(reply), Optional.of(new Answer(reply, hops, middleBox)), traces.lastHop(port),
                    traces.nextHop(port)));
        }
        return ports;
    }

    /**
     * From how far the target itself answers: as most SYN-ACKs do, for few boxes on the way make those up; where there are none,
     * as the most distant RST.
     */
    private static int usualDistance(Map<Integer, Reply> replies) {
        Map<Integer, Integer> counts = new HashMap<>();
        replies.values().stream().filter(reply -> reply.kind() == ReplyKind.SYN_ACK)
                .forEach(reply -> counts.merge(hops(reply.ttl()), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElseGet(() -> replies.values().stream().filter(reply -> reply.kind() == ReplyKind.RST)
                        .map(reply -> hops(reply.ttl())).max(Integer::compare).orElse(0));
    }
}
