package org.hopwarden.enforce.internal.ask;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;

/** Answers that hold until their packets have been silent for a while. What their rules count tells. */
public final class OnceAnswers {

    private static final long TCP_IDLE_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(1);
    /** So long, what is sent again and again is not asked about again. */
    private static final long DENIED_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Map<Answered, Use> uses = new HashMap<>();

    private static final class Use {

        private long lastNanos;
        private long counted;
    }

    public synchronized void add(List<Answered> answers, long nowNanos) {
        for (Answered each : answers) {
            Use use = new Use();
            use.lastNanos = nowNanos;
            uses.put(each, use);
        }
    }

    public synchronized boolean isEmpty() {
        return uses.isEmpty();
    }

    /** Those whose time is over. */
    public Set<Answered> idle(AnsweredPolicy policy, EnforcementStatistics statistics) {
        return idle(policy, statistics, System.nanoTime());
    }

    synchronized Set<Answered> idle(AnsweredPolicy policy, EnforcementStatistics statistics, long nowNanos) {
        Map<Map.Entry<String, Integer>, Long> counts = new HashMap<>();
        for (RuleCount each : statistics.rules()) {
            counts.put(Map.entry(each.chain(), each.rule()), each.packets());
        }
        Set<Answered> idle = new HashSet<>();
        uses.forEach((answer, use) -> {
            long counted = policy.places(answer).stream().mapToLong(place -> counts.getOrDefault(place, 0L)).sum();
            if (counted != use.counted && answer.spec().allow()) {
                use.lastNanos = nowNanos;
            }
            use.counted = counted;
            long limit = !answer.spec().allow() ? DENIED_NANOS : answer.flow().isTcp() ? TCP_IDLE_NANOS : IDLE_NANOS;
            if (nowNanos - use.lastNanos >= limit) {
                idle.add(answer);
            }
        });
        return idle;
    }

    /** They hold no longer. */
    public synchronized void forget(Set<Answered> gone) {
        uses.keySet().removeAll(gone);
    }
}
