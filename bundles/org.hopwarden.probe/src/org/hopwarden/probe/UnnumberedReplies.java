package org.hopwarden.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.hopwarden.probe.TraceRun.Answer;

/**
 * Finds out which probes were meant by replies that do not tell, such as answers over UDP. They are held back, the other
 * probes rest, and single probes go out, one at a time, from the first TTL behind the last time exceeded on: the first that is
 * answered without a number shows where the path ends. The held replies then belong to the probes from there on, in the order
 * in which these were sent.
 */
final class UnnumberedReplies {

    /** More than any path brings; what a forger sends beyond is dropped. */
    private static final int MOST_HELD = 1_000;

    private final TraceStrategy.Plan plan;
    private final ProbeTable probes;
    private final int maxTtl;
    private final List<Answer> held = new ArrayList<>();
    private int lastPassed;
    private int end;
    private int lone;
    private Probe loneProbe;
    private long quietSince;

    UnnumberedReplies(TraceStrategy.Plan plan, ProbeTable probes, int maxTtl) {
        this.plan = plan;
        this.probes = probes;
        this.maxTtl = maxTtl;
    }

    /** Whether replies are held back and the end is not known yet. */
    boolean isWaiting() {
        return !held.isEmpty() && end == 0;
    }

    /** The TTL of the single probe to send now, or 0. */
    int nextTtl(long nowNanos) {
        if (loneProbe != null || nowNanos - quietSince < plan.overdueNanos()) {
            return 0;
        }
        lone = Math.max(lone, lastPassed) + 1;
        return lone <= maxTtl ? lone : 0;
    }

    void sent(Probe probe) {
        if (isWaiting()) {
            loneProbe = probe;
        }
    }

    long wakeAt(long nowNanos) {
        return (loneProbe != null ? loneProbe.sentNanos() : Math.min(quietSince, nowNanos)) + plan.overdueNanos();
    }

    /** Gives up on a single probe that is overdue; when all TTLs were tried, the held replies go to the first open ones. */
    void settleOverdue(long nowNanos, BiConsumer<Probe, Answer> replied) {
        if (loneProbe != null && nowNanos - loneProbe.sentNanos() >= plan.overdueNanos()) {
            loneProbe = null;
        }
        if (loneProbe == null && Math.max(lone, lastPassed) >= maxTtl) {
            settle(Math.min(lastPassed + 1, maxTtl), replied);
        }
    }

    void answered(Probe probe, ReplyKind kind) {
        if (!kind.isFinal()) {
            lastPassed = Math.max(lastPassed, probe.ttl());
        }
        if (probe == loneProbe) {
            loneProbe = null;
        }
    }

    void take(Answer answer, BiConsumer<Probe, Answer> replied) {
        if (end > 0) {
            assign(answer, replied);
        } else if (loneProbe != null) {
            Probe found = loneProbe;
            loneProbe = null;
            replied.accept(found, answer);
            settle(found.ttl(), replied);
        } else if (held.size() < MOST_HELD) {
            held.add(answer);
            quietSince = answer.timeNanos();
        }
    }

    private void settle(int ttl, BiConsumer<Probe, Answer> replied) {
        end = ttl;
        List<Answer> waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(answer -> assign(answer, replied));
    }

    private void assign(Answer answer, BiConsumer<Probe, Answer> replied) {
        for (int number = Math.max(0, probes.count() - MOST_HELD); number < probes.count(); number++) {
            Probe probe = probes.probe(number);
            if (probe != null && probe.ttl() >= end && !probe.isAnswered() && probe.sentNanos() <= answer.timeNanos()) {
                replied.accept(probe, answer);
                return;
            }
        }
    }
}
