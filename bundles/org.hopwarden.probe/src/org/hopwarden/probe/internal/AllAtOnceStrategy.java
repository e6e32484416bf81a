package org.hopwarden.probe.internal;

import java.util.function.IntPredicate;

import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.TraceStrategy;

/**
 * All TTLs in flight at once. The first probe of each TTL goes out at once; a TTL's next probe goes when the one before is
 * answered or overdue, or as soon as the end of the path is known. Nothing is sent behind a known end.
 */
public final class AllAtOnceStrategy implements TraceStrategy {

    private static final int AT_ONCE_PER_HOP = 3;

    @Override
    public String id() {
        return "all-at-once";
    }

    @Override
    public String label() {
        return "All at once";
    }

    @Override
    public String description() {
        return "A probe of every TTL goes out at once: the fastest.";
    }

    @Override
    public Plan plan(TraceRequest request) {
        return new AllAtOncePlan(request);
    }

    /** Also what others do once they know where the path ends. */
    static class AllAtOncePlan extends RowPlan {

        AllAtOncePlan(TraceRequest request) {
            super(request);
        }

        @Override
        public int nextTtl(long nowNanos, IntPredicate mayProbe) {
            for (int ttl = firstTtl; ttl <= limit(); ttl++) {
                if (row(ttl).isEmpty() && mayProbe.test(ttl)) {
                    return ttl;
                }
            }
            for (int ttl = firstTtl; ttl <= limit(); ttl++) {
                int atOnce = end() > 0 ? AT_ONCE_PER_HOP : 1;
                if (row(ttl).size() < queries && pending(ttl, nowNanos) < atOnce && mayProbe.test(ttl)) {
                    return ttl;
                }
            }
            return 0;
        }
    }
}
