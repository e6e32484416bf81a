package org.hopwarden.probe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Rounds of one probe to each TTL up to the end. The first round looks for the end with a few probes in the air, so that a target
 * which limits its answers does not waste them on probes behind the end. While no end is known, a round goes a few TTLs further
 * than the last that ever answered.
 */
final class RoundPlan implements TraceStrategy.Plan {

    private static final int FIRST_ROUND_IN_THE_AIR = 4;
    private static final long LEAST_WAIT_NANOS = 1_000_000_000;
    private static final long FIRST_OVERDUE_NANOS = 250_000_000;

    private final int firstTtl;
    private final int maxTtl;
    private final int rounds;
    private final long intervalNanos;
    private final long maxWaitNanos;
    /** In the order of sending. Answered ones are taken out when they come to the front. */
    private final ArrayDeque<Probe> open = new ArrayDeque<>();
    private long roundStartNanos = Long.MIN_VALUE;
    private int round;
    private int next;
    private int answeredTtl;
    private int end;
    private long slowestNanos = -1;

    RoundPlan(WatchRequest request) {
        firstTtl = request.trace().options().firstTtl();
        maxTtl = request.trace().maxTtl();
        rounds = request.rounds();
        intervalNanos = request.interval().toNanos();
        maxWaitNanos = request.trace().maxWait().toNanos();
        next = firstTtl;
    }

    private int limit() {
        return end > 0 ? end : round == 0 ? maxTtl : Math.min(maxTtl, answeredTtl + WatchRecorder.SILENT_TAIL);
    }

    @Override
    public int nextTtl(long nowNanos, IntPredicate mayProbe) {
        if (roundStartNanos == Long.MIN_VALUE) {
            roundStartNanos = nowNanos;
        }
        while (next > limit()) {
            if (rounds > 0 && round + 1 >= rounds || nowNanos - roundStartNanos < intervalNanos) {
                return 0;
            }
            round++;
            next = firstTtl;
            // A host that was asleep does not make up for the rounds that it missed.
            roundStartNanos = Math.max(roundStartNanos + intervalNanos, nowNanos - intervalNanos);
        }
        if (round == 0 && inTheAir(nowNanos) >= FIRST_ROUND_IN_THE_AIR) {
            return 0;
        }
        while (next <= limit()) {
            int ttl = next;
            if (mayProbe.test(ttl)) {
                next++;
                return ttl;
            }
            // Held back: this round goes without it.
            next++;
        }
        return 0;
    }

    private int inTheAir(long nowNanos) {
        int count = 0;
        for (Probe probe : open) {
            count += probe.isOpen() && nowNanos - probe.sentNanos() < overdueNanos() ? 1 : 0;
        }
        return count;
    }

    @Override
    public void sent(Probe probe) {
        open.addLast(probe);
        next = Math.max(next, probe.ttl() + 1);
    }

    @Override
    public void answered(Probe probe, Reply reply) {
        slowestNanos = Math.max(slowestNanos, reply.rttNanos());
        answeredTtl = Math.max(answeredTtl, probe.ttl());
        dropSettled();
    }

    private void dropSettled() {
        while (!open.isEmpty() && !open.peekFirst().isOpen()) {
            open.removeFirst();
        }
    }

    @Override
    public void endAt(int ttl) {
        end = ttl;
    }

    @Override
    public long overdueNanos() {
        return slowestNanos < 0 ? FIRST_OVERDUE_NANOS : Math.min(maxWaitNanos, FIRST_OVERDUE_NANOS + 2 * slowestNanos);
    }

    private long waitNanos() {
        return Math.min(maxWaitNanos, Math.max(10 * slowestNanos, LEAST_WAIT_NANOS));
    }

    @Override
    public List<Probe> expired(long nowNanos) {
        List<Probe> expired = new ArrayList<>();
        dropSettled();
        for (Probe probe : open) {
            if (nowNanos - probe.sentNanos() < waitNanos()) {
                break;
            }
            if (probe.isOpen()) {
                expired.add(probe);
            }
        }
        return expired;
    }

    @Override
    public long wakeAt(long nowNanos, long mostNanos) {
        long wake = nowNanos + mostNanos;
        dropSettled();
        if (!open.isEmpty()) {
            wake = Math.min(wake, open.peekFirst().sentNanos() + waitNanos());
            if (round == 0 && next <= limit()) {
                wake = Math.min(wake, open.peekFirst().sentNanos() + overdueNanos() > nowNanos
                        ? open.peekFirst().sentNanos() + overdueNanos() : wake);
            }
        }
        boolean waitsForRound = next > limit() && (rounds == 0 || round + 1 < rounds);
        return waitsForRound ? Math.min(wake, roundStartNanos + intervalNanos) : wake;
    }

    @Override
    public boolean isDone() {
        dropSettled();
        return rounds > 0 && round + 1 >= rounds && next > limit() && open.stream().noneMatch(probe -> probe.isOpen()
                && (end == 0 || probe.ttl() <= end));
    }
}
