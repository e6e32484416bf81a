package org.hopwarden.probe;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpAddress;

/**
 * Folds the events of one watch, or of a trace, into statistics. Memory does not grow with the number of events. Safe for use by
 * several threads.
 */
public final class WatchRecorder implements TraceListener {

    /** How many silent hops are shown behind the last one that answered. */
    static final int SILENT_TAIL = 5;
    private static final int MOST_CHANGES = 1_000;

    private final TraceRequest request;
    private final List<HopHistory> rows = new ArrayList<>();
    private final ArrayDeque<RouteChange> changes = new ArrayDeque<>();
    private final PathEnd end = new PathEnd();
    private IpAddress source;
    private Instant startedAt;
    private Trace.Status status = Trace.Status.RUNNING;
    private String message = "";
    private long changeCount;
    private long elapsedNanos;
    private int rounds;

    public WatchRecorder(TraceRequest request) {
        this.request = request;
    }

    /** The state after these events. */
    public static Watch fold(TraceRequest request, Iterable<TraceEvent> events) {
        WatchRecorder recorder = new WatchRecorder(request);
        events.forEach(recorder::on);
        return recorder.watch();
    }

    @Override
    public synchronized void on(TraceEvent event) {
        elapsedNanos = Math.max(elapsedNanos, event.atNanos());
        switch (event) {
            case TraceEvent.Started started -> {
                source = started.source();
                startedAt = started.at();
            }
            case TraceEvent.Sent sent -> {
                row(sent.ttl()).sent(sent.query(), sent.atNanos());
                rounds = Math.max(rounds, sent.query() + 1);
            }
            case TraceEvent.Replied replied -> {
                HopHistory row = row(replied.ttl());
                Reply reply = replied.reply();
                row.answered(reply, replied.atNanos());
                end.replied(replied.ttl(), reply, true);
                row.routes().answered(replied.ttl(), reply.address(), replied.atNanos(), reply.query()).ifPresent(this::changed);
            }
            case TraceEvent.Lost lost -> row(lost.ttl()).lost(lost.query(), lost.atNanos());
            case TraceEvent.Ended ended -> {
                status = ended.status();
                message = ended.message();
            }
        }
    }

    private void changed(RouteChange change) {
        changeCount++;
        changes.addLast(change);
        if (changes.size() > MOST_CHANGES) {
            changes.removeFirst();
        }
    }

    private HopHistory row(int ttl) {
        while (rows.size() < ttl) {
            rows.add(new HopHistory(rows.size() + 1));
        }
        return rows.get(ttl - 1);
    }

    /** The watch as it stands now. Takes some tens of milliseconds where routers limit their answers; events do not wait for it. */
    public Watch watch() {
        List<PathLoss.Observation> observations;
        Watch unjudged;
        synchronized (this) {
            List<HopHistory> shown = rows.subList(0, last());
            observations = shown.stream().map(HopHistory::observation).toList();
            unjudged = new Watch(request, source, startedAt, status, elapsedNanos, rounds, shown.stream().map(HopHistory::hop).toList(),
                    List.copyOf(changes), changeCount, message);
        }
        List<PathLoss.Verdict> verdicts = PathLoss.judge(observations);
        List<WatchedHop> hops = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            hops.add(unjudged.hops().get(i).judged(verdicts.get(i)));
        }
        return unjudged.with(hops);
    }

    private int last() {
        if (end.ttl() > 0) {
            return end.ttl();
        }
        int answered = rows.size();
        while (answered > 0 && !rows.get(answered - 1).hasAnswered()) {
            answered--;
        }
        return Math.min(rows.size(), answered + SILENT_TAIL);
    }
}
