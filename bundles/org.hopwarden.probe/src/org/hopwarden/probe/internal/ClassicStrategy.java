package org.hopwarden.probe.internal;

import java.util.function.IntPredicate;

import org.hopwarden.probe.Probe;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.TraceStrategy;

/**
 * One probe at a time, one TTL after the other, as {@code traceroute -N1}. A missing reply is waited for as traceroute does: three
 * times the round trip that was seen at the same hop, else ten times the one nearest to it, else the whole wait.
 */
public final class ClassicStrategy implements TraceStrategy {

    @Override
    public String id() {
        return "classic";
    }

    @Override
    public String label() {
        return "Classic";
    }

    @Override
    public String description() {
        return "One probe at a time, as traceroute -N1: the least traffic at any moment, and nothing sent beyond the end.";
    }

    @Override
    public Plan plan(TraceRequest request) {
        return new ClassicPlan(request);
    }

    private static final class ClassicPlan extends RowPlan {
        private static final int SAME_HOP = 3;
        private static final int OTHER_HOP = 10;
        /** By TTL; -1 where none is known. */
        private final long[] rttNanos;
        private int current;

        ClassicPlan(TraceRequest request) {
            super(request);
            current = firstTtl;
            rttNanos = new long[maxTtl + 1];
            java.util.Arrays.fill(rttNanos, -1);
        }

        @Override
        public int nextTtl(long nowNanos, IntPredicate mayProbe) {
            while (current <= limit()) {
                if (row(current).stream().anyMatch(Probe::isOpen)) {
                    return 0;
                }
                if (row(current).size() < queries) {
                    return mayProbe.test(current) ? current : 0;
                }
                current++;
            }
            return 0;
        }

        @Override
        public void answered(Probe probe, Reply reply) {
            super.answered(probe, reply);
            rttNanos[probe.ttl()] = Math.max(rttNanos[probe.ttl()], reply.rttNanos());
        }

        @Override
        long waitNanos(int ttl) {
            long expected = -1;
            if (rttNanos[ttl] >= 0) {
                expected = SAME_HOP * rttNanos[ttl];
            } else {
                for (int other = ttl - 1; other > 0 && expected < 0; other--) {
                    expected = rttNanos[other] < 0 ? -1 : OTHER_HOP * rttNanos[other];
                }
            }
            return expected < 0 ? maxWaitNanos : Math.min(maxWaitNanos, Math.max(expected, LEAST_WAIT_NANOS));
        }
    }
}
