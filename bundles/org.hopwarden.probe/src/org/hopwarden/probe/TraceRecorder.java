package org.hopwarden.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.hopwarden.net.IpAddress;

/** Folds the events of one trace into its state. Safe for use by several threads. */
public final class TraceRecorder implements TraceListener {

    private static final class Row {
        int sent;
        /** By query. */
        final List<Long> sentNanos = new ArrayList<>();
        final BitSet lost = new BitSet();
        final List<Reply> replies = new ArrayList<>();

        PathLoss.Observation observation() {
            BitSet answered = new BitSet();
            replies.forEach(reply -> answered.set(reply.query()));
            int[] settled = IntStream.range(0, sentNanos.size()).filter(query -> answered.get(query) || lost.get(query)).toArray();
            long[] times = new long[settled.length];
            boolean[] answers = new boolean[settled.length];
            for (int i = 0; i < settled.length; i++) {
                times[i] = sentNanos.get(settled[i]);
                answers[i] = answered.get(settled[i]);
            }
            return new PathLoss.Observation(lost.cardinality(), replies.size(), replies.stream().anyMatch(HopHistory::isError),
                    new PathLoss.Recent(times, answers, true));
        }
    }

    private final TraceRequest request;
    private final List<Row> rows = new ArrayList<>();
    private final PathEnd end = new PathEnd();
    private IpAddress source;
    private Instant startedAt;
    private Trace.Status status = Trace.Status.RUNNING;
    private String message = "";
    private int probes;

    public TraceRecorder(TraceRequest request) {
        this.request = request;
    }

    /** The state after these events. */
    public static Trace fold(TraceRequest request, Iterable<TraceEvent> events) {
        TraceRecorder recorder = new TraceRecorder(request);
        events.forEach(recorder::on);
        return recorder.trace();
    }

    @Override
    public synchronized void on(TraceEvent event) {
        switch (event) {
            case TraceEvent.Started started -> {
                source = started.source();
                startedAt = started.at();
            }
            case TraceEvent.Sent sent -> {
                row(sent.ttl()).sent++;
                row(sent.ttl()).sentNanos.add(sent.atNanos());
                probes++;
            }
            case TraceEvent.Replied replied -> {
                Row row = row(replied.ttl());
                row.lost.clear(replied.reply().query());
                row.replies.add(replied.reply());
                end.replied(replied.ttl(), replied.reply(), false);
            }
            case TraceEvent.Lost lost -> row(lost.ttl()).lost.set(lost.query());
            case TraceEvent.Ended ended -> {
                status = ended.status();
                message = ended.message();
            }
        }
    }

    /** The trace as it stands now. */
    public synchronized Trace trace() {
        List<Hop> hops = new ArrayList<>();
        int probesInHops = 0;
        int last = lastTtl();
        BitSet limited = limited(last);
        for (int ttl = 1; ttl <= last; ttl++) {
            Row row = rows.get(ttl - 1);
            List<Reply> replies = new ArrayList<>(row.replies);
            replies.sort(Comparator.comparingInt(Reply::query));
            hops.add(new Hop(ttl, row.sent, row.lost.cardinality(), replies, limited.get(ttl - 1)));
            probesInHops += row.sent;
        }
        return new Trace(request, source, startedAt, status, probes, probes - probesInHops, hops, message);
    }

    /** Which rows have a limit; looked for at the end, and only where there are enough probes to tell. */
    private BitSet limited(int last) {
        BitSet limited = new BitSet();
        boolean worthIt = rows.stream().anyMatch(row -> row.sent >= LimitTest.LEAST_PROBES && !row.lost.isEmpty()
                && !row.replies.isEmpty());
        if (status != Trace.Status.RUNNING && worthIt) {
            List<PathLoss.Verdict> verdicts = PathLoss.judge(rows.subList(0, last).stream().map(Row::observation).toList());
            for (int i = 0; i < last; i++) {
                limited.set(i, verdicts.get(i).limited());
            }
        }
        return limited;
    }

    private int lastTtl() {
        return end.ttl() > 0 ? end.ttl() : rows.size();
    }

    private Row row(int ttl) {
        while (rows.size() < ttl) {
            rows.add(new Row());
        }
        return rows.get(ttl - 1);
    }
}
