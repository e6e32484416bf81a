package org.hopwarden.probe;

/**
 * Holds probes back from routers that limit their replies. Traces that run together share one, for a router's limit is shared
 * as well. A TTL that has never left a probe unanswered is not held back; one that did although it had answered before, while
 * the path went on behind it, gets one probe at a time, {@link #SPACING_NANOS} apart.
 */
final class Pacer {

    /** Just over the second of Linux' limit. */
    static final long SPACING_NANOS = 1_050_000_000;
    private static final long WIDEST_NANOS = 8 * SPACING_NANOS;

    private static final class Row {
        boolean answered;
        int open;
        long lastSentNanos;
        long spacingNanos;
    }

    private final Row[] rows = new Row[256];

    private Row row(int ttl) {
        Row row = rows[ttl];
        if (row == null) {
            row = new Row();
            rows[ttl] = row;
        }
        return row;
    }

    boolean mayProbe(int ttl, long nowNanos) {
        Row row = row(ttl);
        // One at a time from the second on: how many a router answers in a row is what its limit shows in.
        return row.spacingNanos == 0 ? row.open == 0 : row.open == 0 && nowNanos - row.lastSentNanos >= row.spacingNanos;
    }

    void sent(Probe probe) {
        Row row = row(probe.ttl());
        row.open++;
        row.lastSentNanos = probe.sentNanos();
    }

    void answered(Probe probe, boolean wasOpen) {
        Row row = row(probe.ttl());
        row.answered = true;
        row.open -= wasOpen ? 1 : 0;
    }

    void lost(Probe probe) {
        Row row = row(probe.ttl());
        row.open--;
        if (row.answered) {
            row.spacingNanos = Math.min(WIDEST_NANOS, row.spacingNanos == 0 ? SPACING_NANOS : 2 * row.spacingNanos);
        }
    }

    /** When the next held back TTL may be probed; {@link Long#MAX_VALUE} where time alone frees none. */
    long wakeAt(long nowNanos) {
        long wake = Long.MAX_VALUE;
        for (Row row : rows) {
            if (row != null && row.open == 0 && row.lastSentNanos + row.spacingNanos > nowNanos) {
                wake = Math.min(wake, row.lastSentNanos + row.spacingNanos);
            }
        }
        return wake;
    }
}
