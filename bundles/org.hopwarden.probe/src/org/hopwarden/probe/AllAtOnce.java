package org.hopwarden.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * Which probe to send when, with all TTLs in flight at once. The first probe of each TTL goes out at once; a TTL's next probe
 * goes when the one before is answered or overdue, or as soon as the end of the path is known. Nothing is sent behind a known
 * end.
 * <p>
 * How long a reply is waited for adapts. As long as the end is not known, each probe has the whole of
 * {@link TraceRequest#maxWait}. Once it is, a path's slowest reply is known, and a missing one is given ten times that, but not
 * less than {@link #LEAST_WAIT_NANOS}: routers are slow to make ICMP errors.
 */
final class AllAtOnce {

    static final long LEAST_WAIT_NANOS = 250_000_000;
    private static final long OVERDUE_MARGIN_NANOS = 20_000_000;
    private static final int AT_ONCE_PER_HOP = 3;

    /** One probe that was sent. */
    static final class Probe {
        final int number;
        final int ttl;
        final int query;
        long sentNanos;
        boolean answered;
        boolean lost;

        Probe(int number, int ttl, int query, long sentNanos) {
            this.number = number;
            this.ttl = ttl;
            this.query = query;
            this.sentNanos = sentNanos;
        }

        boolean isOpen() {
            return !answered && !lost;
        }
    }

    private final int firstTtl;
    private final int maxTtl;
    private final int queries;
    private final long maxWaitNanos;
    private final List<List<Probe>> rows = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private long slowestNanos = -1;
    private int end;

    AllAtOnce(TraceRequest request) {
        firstTtl = request.options().firstTtl();
        maxTtl = request.maxTtl();
        queries = request.queries();
        maxWaitNanos = request.maxWait().toNanos();
        for (int ttl = 1; ttl <= maxTtl; ttl++) {
            rows.add(new ArrayList<>(queries));
        }
    }

    /** The TTL to probe now, or 0 where there is nothing to send yet. */
    int nextTtl(long nowNanos) {
        for (int ttl = firstTtl; ttl <= limit(); ttl++) {
            if (rows.get(ttl - 1).isEmpty()) {
                return ttl;
            }
        }
        for (int ttl = firstTtl; ttl <= limit(); ttl++) {
            List<Probe> row = rows.get(ttl - 1);
            if (row.size() < queries && pending(row, nowNanos) < (end > 0 ? AT_ONCE_PER_HOP : 1)) {
                return ttl;
            }
        }
        return 0;
    }

    private long pending(List<Probe> row, long nowNanos) {
        long overdueNanos = overdueNanos();
        int pending = 0;
        for (Probe probe : row) {
            if (probe.isOpen() && nowNanos - probe.sentNanos < overdueNanos) {
                pending++;
            }
        }
        return pending;
    }

    /** After how long the next probe of the same TTL may follow one that is not answered. */
    long overdueNanos() {
        long expected = slowestNanos < 0 ? LEAST_WAIT_NANOS : 2 * slowestNanos + OVERDUE_MARGIN_NANOS;
        return Math.min(expected, maxWaitNanos);
    }

    private long waitNanos() {
        return end == 0 ? maxWaitNanos : Math.min(maxWaitNanos, Math.max(10 * slowestNanos, LEAST_WAIT_NANOS));
    }

    Probe sent(int ttl, long nowNanos) {
        List<Probe> row = rows.get(ttl - 1);
        Probe probe = new Probe(probes.size(), ttl, row.size(), nowNanos);
        row.add(probe);
        probes.add(probe);
        return probe;
    }

    int count() {
        return probes.size();
    }

    Probe probe(int number) {
        return probes.get(number);
    }

    void answered(Probe probe, long rttNanos) {
        probe.answered = true;
        slowestNanos = Math.max(slowestNanos, rttNanos);
    }

    /** Sets the TTL at which the path is known to end; 0 where that is not known. */
    void endAt(int ttl) {
        end = ttl;
    }

    private int limit() {
        return end > 0 ? end : maxTtl;
    }

    /** Marks those probes lost whose time has run out, and returns them. */
    List<Probe> expire(long nowNanos) {
        List<Probe> expired = new ArrayList<>();
        long wait = waitNanos();
        for (int ttl = firstTtl; ttl <= limit(); ttl++) {
            for (Probe probe : rows.get(ttl - 1)) {
                if (probe.isOpen() && nowNanos - probe.sentNanos >= wait) {
                    probe.lost = true;
                    expired.add(probe);
                }
            }
        }
        return expired;
    }

    /** When {@link #nextTtl} or {@link #expire} may say something new if nothing comes in before; at most this far ahead. */
    long wakeAt(long nowNanos, long mostNanos) {
        long wake = nowNanos + mostNanos;
        for (int ttl = firstTtl; ttl <= limit(); ttl++) {
            boolean more = rows.get(ttl - 1).size() < queries;
            for (Probe probe : rows.get(ttl - 1)) {
                if (probe.isOpen()) {
                    long overdueAt = probe.sentNanos + overdueNanos();
                    boolean waitsForOverdue = more && overdueAt > nowNanos;
                    wake = Math.min(wake, waitsForOverdue ? overdueAt : probe.sentNanos + waitNanos());
                }
            }
        }
        return wake;
    }

    boolean isDone() {
        for (int ttl = firstTtl; ttl <= limit(); ttl++) {
            List<Probe> row = rows.get(ttl - 1);
            if (row.size() < queries || row.stream().anyMatch(Probe::isOpen)) {
                return false;
            }
        }
        return true;
    }
}
