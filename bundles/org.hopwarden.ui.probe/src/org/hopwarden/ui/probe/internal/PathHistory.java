package org.hopwarden.ui.probe.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.visualization.TimelineChart.Stretch;

/**
 * What charts need of a watch's past, in memory that does not grow with time: all of it in stretches, which become longer as time
 * goes by, and the latest probes one by one. Not safe for use by several threads.
 */
final class PathHistory {

    /** How many stretches there are at the most. */
    static final int MOST_STRETCHES = 600;
    /** How many round-trip times of a hop are kept for their distribution. */
    static final int MOST_TIMES = 2_000;
    /** How many rounds the graph and the chart of hops look back. */
    static final int RECENT = 32;
    private static final long FIRST_WIDTH_NANOS = 100_000_000;

    private static final class Bucket {
        int replies;
        int lost;
        long best = Long.MAX_VALUE;
        long worst;
        long sum;

        void add(Bucket other) {
            replies += other.replies;
            lost += other.lost;
            best = Math.min(best, other.best);
            worst = Math.max(worst, other.worst);
            sum += other.sum;
        }
    }

    private record Outcome(int query, Reply reply) {
    }

    private static final class Row {
        final Map<Integer, Bucket> buckets = new HashMap<>();
        final long[] times = new long[MOST_TIMES];
        int timeCount;
        final Deque<Outcome> outcomes = new ArrayDeque<>();
    }

    private final List<Row> rows = new ArrayList<>();
    private long widthNanos = FIRST_WIDTH_NANOS;

    void on(TraceEvent event) {
        switch (event) {
            case TraceEvent.Replied replied -> replied(row(replied.ttl()), replied);
            case TraceEvent.Lost lost -> {
                Row row = row(lost.ttl());
                bucket(row, lost.atNanos()).lost++;
                settle(row, new Outcome(lost.query(), null));
            }
            default -> {
            }
        }
    }

    private void replied(Row row, TraceEvent.Replied replied) {
        Reply reply = replied.reply();
        Bucket bucket = bucket(row, Math.max(0, replied.atNanos() - reply.rttNanos()));
        bucket.replies++;
        bucket.best = Math.min(bucket.best, reply.rttNanos());
        bucket.worst = Math.max(bucket.worst, reply.rttNanos());
        bucket.sum += reply.rttNanos();
        row.times[row.timeCount++ % MOST_TIMES] = reply.rttNanos();
        // It may have been given up too early.
        row.outcomes.removeIf(outcome -> outcome.query == reply.query());
        settle(row, new Outcome(reply.query(), reply));
    }

    private static void settle(Row row, Outcome outcome) {
        row.outcomes.addLast(outcome);
        if (row.outcomes.size() > RECENT) {
            row.outcomes.removeFirst();
        }
    }

    private Bucket bucket(Row row, long atNanos) {
        while (atNanos / widthNanos >= MOST_STRETCHES) {
            widen();
        }
        return row.buckets.computeIfAbsent((int) (atNanos / widthNanos), key -> new Bucket());
    }

    /** Twice the width: two stretches become one. */
    private void widen() {
        widthNanos *= 2;
        for (Row row : rows) {
            Map<Integer, Bucket> before = Map.copyOf(row.buckets);
            row.buckets.clear();
            before.forEach((at, bucket) -> row.buckets.computeIfAbsent(at / 2, key -> new Bucket()).add(bucket));
        }
    }

    private Row row(int ttl) {
        while (rows.size() < ttl) {
            rows.add(new Row());
        }
        return rows.get(ttl - 1);
    }

    /** The past of a hop in the order of time. */
    List<Stretch> stretches(int ttl) {
        return ttl > rows.size() ? List.of() : rows.get(ttl - 1).buckets.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> stretch(entry.getKey(), entry.getValue())).toList();
    }

    private Stretch stretch(int at, Bucket bucket) {
        boolean any = bucket.replies > 0;
        return new Stretch(at * widthNanos + widthNanos / 2, bucket.replies, bucket.lost, any ? bucket.best : 0,
                any ? bucket.sum / bucket.replies : 0, bucket.worst);
    }

    /** The latest round-trip times of a hop in milliseconds, in no order. */
    double[] millis(int ttl) {
        if (ttl > rows.size() || ttl < 1) {
            return new double[0];
        }
        Row row = rows.get(ttl - 1);
        double[] millis = new double[Math.min(MOST_TIMES, row.timeCount)];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = row.times[i] / 1e6;
        }
        return millis;
    }

    /** The latest probes of a hop: round-trip times in nanoseconds, or {@link HopRow#LOST}. */
    List<Long> recent(int ttl) {
        return ttl > rows.size() ? List.of() : rows.get(ttl - 1).outcomes.stream()
                .map(outcome -> outcome.reply == null ? HopRow.LOST : outcome.reply.rttNanos()).toList();
    }

    /**
     * The latest rounds of a hop, as a trace has it.
     *
     * @param forwardLossRatio the share of them that counts as lost where some were answered
     */
    Hop recentHop(int ttl, double forwardLossRatio) {
        if (ttl > rows.size()) {
            return new Hop(ttl, 0, 0, List.of());
        }
        List<Outcome> outcomes = List.copyOf(rows.get(ttl - 1).outcomes);
        List<Reply> replies = outcomes.stream().filter(outcome -> outcome.reply != null).map(Outcome::reply).toList();
        int lost = replies.isEmpty() ? outcomes.size()
                : Math.min(outcomes.size() - replies.size(), (int) Math.round(forwardLossRatio * outcomes.size()));
        return new Hop(ttl, replies.size() + lost, lost, replies);
    }

    /** What the latest replies of a hop say, each once. */
    List<String> says(int ttl) {
        return ttl > rows.size() ? List.of() : rows.get(ttl - 1).outcomes.stream().filter(outcome -> outcome.reply != null)
                .map(outcome -> outcome.reply.describe()).distinct().toList();
    }
}
