package org.hopwarden.probe.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.probe.Probe;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.TraceStrategy;

/**
 * What the built-in strategies share: a row of probes for each TTL, and waits that adapt. As long as the end is not known, each
 * probe has the whole of {@link TraceRequest#maxWait}. Once it is, a path's slowest reply is known, and a missing one is given
 * ten times that, but not less than {@link #LEAST_WAIT_NANOS}: routers are slow to make ICMP errors. Nothing behind a known end
 * is waited for.
 */
abstract class RowPlan implements TraceStrategy.Plan {

    static final long LEAST_WAIT_NANOS = 250_000_000;
    private static final long OVERDUE_MARGIN_NANOS = 20_000_000;

    final int firstTtl;
    final int maxTtl;
    final int queries;
    final long maxWaitNanos;
    private final List<List<Probe>> rows = new ArrayList<>();
    private long slowestNanos = -1;
    private int end;

    RowPlan(TraceRequest request) {
        firstTtl = request.options().firstTtl();
        maxTtl = request.maxTtl();
        queries = request.queries();
        maxWaitNanos = request.maxWait().toNanos();
        for (int ttl = 1; ttl <= maxTtl; ttl++) {
            rows.add(new ArrayList<>(queries));
        }
    }

    /** The probes of a TTL in the order of sending. */
    final List<Probe> row(int ttl) {
        return rows.get(ttl - 1);
    }

    /** The TTL of the known end, or 0. */
    final int end() {
        return end;
    }

    /** The last TTL that matters. */
    final int limit() {
        return end > 0 ? end : maxTtl;
    }

    /** How many probes of a TTL are open and not overdue. */
    final int pending(int ttl, long nowNanos) {
        long overdueNanos = overdueNanos();
        int pending = 0;
        for (Probe probe : row(ttl)) {
            if (probe.isOpen() && nowNanos - probe.sentNanos() < overdueNanos) {
                pending++;
            }
        }
        return pending;
    }

    @Override
    public void sent(Probe probe) {
        row(probe.ttl()).add(probe);
    }

    @Override
    public void answered(Probe probe, Reply reply) {
        slowestNanos = Math.max(slowestNanos, reply.rttNanos());
    }

    @Override
    public final void endAt(int ttl) {
        end = ttl;
    }

    @Override
    public final long overdueNanos() {
        long expected = slowestNanos < 0 ? LEAST_WAIT_NANOS : 2 * slowestNanos + OVERDUE_MARGIN_NANOS;
        return Math.min(expected, maxWaitNanos);
    }

    /** How long a reply to a probe of this TTL is waited for. */
    long waitNanos(int ttl) {
        return end == 0 ? maxWaitNanos : Math.min(maxWaitNanos, Math.max(10 * slowestNanos, LEAST_WAIT_NANOS));
    }

    @Override
    public final List<Probe> expired(long nowNanos) {
        List<Probe> expired = new ArrayList<>();
        for (int ttl = firstTtl; ttl <= limit(); ttl++) {
            long wait = waitNanos(ttl);
            for (Probe probe : row(ttl)) {
                if (probe.isOpen() && nowNanos - probe.sentNanos() >= wait) {
                    expired.add(probe);
                }
            }
        }
        return expired;
    }

    @Override
    public final long wakeAt(long nowNanos, long mostNanos) {
        long wake = nowNanos + mostNanos;
        for (int ttl = firstTtl; ttl <= limit(); ttl++) {
            boolean more = row(ttl).size() < queries;
            for (Probe probe : row(ttl)) {
                if (probe.isOpen()) {
                    long overdueAt = probe.sentNanos() + overdueNanos();
                    boolean waitsForOverdue = more && overdueAt > nowNanos;
                    wake = Math.min(wake, waitsForOverdue ? overdueAt : probe.sentNanos() + waitNanos(ttl));
                }
            }
        }
        return wake;
    }

    @Override
    public boolean isDone() {
        for (int ttl = firstTtl; ttl <= limit(); ttl++) {
            if (row(ttl).size() < queries || row(ttl).stream().anyMatch(Probe::isOpen)) {
                return false;
            }
        }
        return true;
    }
}
