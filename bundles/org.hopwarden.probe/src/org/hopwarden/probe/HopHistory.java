package org.hopwarden.probe;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.hopwarden.net.IpAddress;

/** What happened at one TTL, in memory that does not grow with time. */
final class HopHistory {

    private static final int WINDOW = 256;
    private static final int MOST_ADDRESSES = 64;
    private static final int MOST_PENDING = 4_096;

    private static final class Answers {
        boolean target;
        final RttStatistics.Sum rtt = new RttStatistics.Sum();
    }

    private record Settled(int query, long sentNanos, boolean answered) {
    }

    private final int ttl;
    private final RttStatistics.Sum rtt = new RttStatistics.Sum();
    private final Map<IpAddress, Answers> answers = new LinkedHashMap<>();
    private final RouteMemory routes = new RouteMemory();
    /** When the probes that are not settled were sent. The oldest go first where there are too many. */
    private final Map<Integer, Long> pending = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Long> eldest) {
            return size() > MOST_PENDING;
        }
    };
    private final Settled[] window = new Settled[WINDOW];
    private long settled;
    private long sent;
    private long received;
    private long lost;
    private long errors;

    HopHistory(int ttl) {
        this.ttl = ttl;
    }

    RouteMemory routes() {
        return routes;
    }

    boolean hasAnswered() {
        return received > 0;
    }

    void sent(int query, long atNanos) {
        sent++;
        pending.put(query, atNanos);
    }

    void lost(int query, long atNanos) {
        lost++;
        settle(new Settled(query, sentAt(query, atNanos), false));
    }

    void answered(Reply reply, long atNanos) {
        received++;
        rtt.add(reply.rttNanos());
        errors += isError(reply) ? 1 : 0;
        if (answers.containsKey(reply.address()) || answers.size() < MOST_ADDRESSES) {
            Answers of = answers.computeIfAbsent(reply.address(), address -> new Answers());
            of.target |= reply.fromTarget();
            of.rtt.add(reply.rttNanos());
        }
        for (int i = 0; i < WINDOW; i++) {
            if (window[i] != null && window[i].query == reply.query()) {
                // It was given up too early.
                lost -= window[i].answered ? 0 : 1;
                window[i] = new Settled(reply.query(), window[i].sentNanos, true);
                return;
            }
        }
        settle(new Settled(reply.query(), sentAt(reply.query(), atNanos - reply.rttNanos()), true));
    }

    /** Whether a reply is an ICMP error, which routers and hosts limit. */
    static boolean isError(Reply reply) {
        return reply.icmpType() >= 0 && reply.kind() != ReplyKind.ECHO_REPLY;
    }

    private long sentAt(int query, long otherwise) {
        Long at = pending.remove(query);
        return at == null ? otherwise : at;
    }

    private void settle(Settled probe) {
        window[(int) (settled++ % WINDOW)] = probe;
    }

    PathLoss.Observation observation() {
        Settled[] recent = Arrays.stream(window).filter(each -> each != null)
                .sorted((a, b) -> Long.compare(a.sentNanos, b.sentNanos)).toArray(Settled[]::new);
        long[] times = new long[recent.length];
        boolean[] answered = new boolean[recent.length];
        for (int i = 0; i < recent.length; i++) {
            times[i] = recent[i].sentNanos;
            answered[i] = recent[i].answered;
        }
        return new PathLoss.Observation(lost, received, errors > 0,
                new PathLoss.Recent(times, answered, settled <= WINDOW));
    }

    /** The hop without a verdict on its loss. */
    WatchedHop hop() {
        return new WatchedHop(ttl, sent, received, lost, false, 0, rtt.statistics(),
                routes.flaps(), answers.entrySet().stream().map(each -> new WatchedHop.Answerer(each.getKey(),
                        each.getValue().target, each.getValue().rtt.statistics())).toList());
    }
}
