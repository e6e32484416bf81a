package org.hopwarden.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

import org.hopwarden.net.IpAddress;

/** Folds the events of one trace into its state. Safe for use by several threads. */
public final class TraceRecorder implements TraceListener {

    private static final class Row {
        int sent;
        final BitSet lost = new BitSet();
        final List<Reply> replies = new ArrayList<>();
    }

    private final TraceRequest request;
    private final List<Row> rows = new ArrayList<>();
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
                probes++;
            }
            case TraceEvent.Replied replied -> {
                Row row = row(replied.ttl());
                row.lost.clear(replied.reply().query());
                row.replies.add(replied.reply());
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
        for (int ttl = 1; ttl <= last; ttl++) {
            Row row = rows.get(ttl - 1);
            List<Reply> replies = new ArrayList<>(row.replies);
            replies.sort(Comparator.comparingInt(Reply::query));
            hops.add(new Hop(ttl, row.sent, row.lost.cardinality(), replies));
            probesInHops += row.sent;
        }
        return new Trace(request, source, startedAt, status, probes, probes - probesInHops, hops, message);
    }

    private int lastTtl() {
        int end = endTtl();
        return end > 0 ? end : rows.size();
    }

    /**
     * The TTL at which the path is known to end: the first at which the target answered; else the first from which on there
     * were nothing but refusals; 0 while no end is known.
     */
    synchronized int endTtl() {
        int refused = 0;
        for (int ttl = 1; ttl <= rows.size(); ttl++) {
            boolean passed = false;
            for (Reply reply : rows.get(ttl - 1).replies) {
                if (reply.fromTarget()) {
                    return ttl;
                }
                passed |= !reply.kind().isFinal();
            }
            if (passed) {
                refused = 0;
            } else if (refused == 0 && !rows.get(ttl - 1).replies.isEmpty()) {
                refused = ttl;
            }
        }
        return refused;
    }

    private Row row(int ttl) {
        while (rows.size() < ttl) {
            rows.add(new Row());
        }
        return rows.get(ttl - 1);
    }
}
