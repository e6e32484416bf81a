package org.hopwarden.ui.probe.internal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.MultipathRecorder;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.Trace.Status;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceListener;
import org.hopwarden.probe.TraceRecorder;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.ui.Problem;

/** A trace that is open in a tab: what was asked for, and what is known so far. Safe for use by several threads. */
final class OpenTrace implements TraceListener {

    private static final long PATHS_NANOS = 100_000_000;

    /**
     * Everything that is shown and saved.
     *
     * @param trace null as long as the target's address is not known
     * @param paths of a trace of all paths: what {@code trace} shows hop by hop; else null
     * @param problem why it ended before it had begun; null where it has begun, or may still
     */
    record Snapshot(TraceSpec spec, Status status, Trace trace, MultipathTrace paths, Problem problem) {

        Snapshot {
            requireNonNull(spec, "spec");
            requireNonNull(status, "status");
        }

        /** Nothing is known yet, or nothing will be. */
        Snapshot(TraceSpec spec, Status status, Problem problem) {
            this(spec, status, null, null, problem);
        }

        static Snapshot of(TraceSpec spec, Trace trace) {
            return new Snapshot(spec, trace.status(), trace, null, null);
        }

        static Snapshot of(TraceSpec spec, MultipathTrace paths) {
            return new Snapshot(spec, paths.trace().status(), paths.trace(), paths, null);
        }

        Optional<Trace> known() {
            return Optional.ofNullable(trace);
        }
    }

    private final String id;
    private final TraceSpec spec;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private TraceRecorder recorder;
    private MultipathRecorder pathRecorder;
    private WatchFold fold;
    private volatile MultipathTrace paths;
    private volatile boolean pathsBehind;
    private long pathsReadNanos;
    private volatile WatchFold.Moment moment;
    private volatile boolean paused;
    private volatile String note = "";
    private Snapshot settled;

    /** A trace that is about to run. */
    OpenTrace(String id, TraceSpec spec) {
        this.id = requireNonNull(id, "id");
        this.spec = requireNonNull(spec, "spec");
    }

    /** A trace that has ended. */
    OpenTrace(String id, Snapshot ended) {
        this(id, ended.spec());
        settled = ended;
    }

    String id() {
        return id;
    }

    TraceSpec spec() {
        return spec;
    }

    synchronized Snapshot snapshot() {
        if (settled != null) {
            return settled;
        }
        if (spec.isWatched()) {
            return moment == null ? new Snapshot(spec, Status.RUNNING, null) : Snapshot.of(spec, moment.recent());
        }
        if (paths != null) {
            return Snapshot.of(spec, paths);
        }
        return recorder == null ? new Snapshot(spec, Status.RUNNING, null) : Snapshot.of(spec, recorder.trace());
    }

    synchronized boolean isRunning() {
        return settled == null;
    }

    /** Of a watch: the latest moment that was worked out; empty before the first, and for one of an earlier time. */
    Optional<WatchFold.Moment> moment() {
        return Optional.ofNullable(moment);
    }

    boolean isPaused() {
        return paused;
    }

    /** Lets a watch rest, or go on. */
    void pause(boolean rest) {
        paused = rest;
        changed();
    }

    /** Something that the user should know, but that does not end the trace; may be empty. */
    String note() {
        return note;
    }

    void note(String text) {
        note = requireNonNull(text, "text");
        changed();
    }

    /** The target's address is known: events follow. */
    void started(TraceRequest request) {
        synchronized (this) {
            if (spec.isWatched()) {
                fold = new WatchFold(request);
            } else if (spec.options().allPaths().isPresent()) {
                pathRecorder = new MultipathRecorder(spec.options().allPaths().get().request(request));
            } else {
                recorder = new TraceRecorder(request);
            }
        }
        changed();
    }

    /** Of a watch: works out the moment that {@link #moment} gives. Takes some milliseconds. */
    void refresh() {
        moment = fold.moment();
        changed();
    }

    @Override
    public void on(TraceEvent event) {
        if (spec.isWatched()) {
            onWatch(event);
            return;
        }
        recorder.on(event);
        if (event instanceof TraceEvent.Ended) {
            synchronized (this) {
                settled = Snapshot.of(spec, recorder.trace());
            }
        }
        changed();
    }

    /** Of a trace of all paths. Who listens hears of it by {@link #refreshPaths}. */
    void onPaths(MultipathEvent event) {
        pathRecorder.on(event);
        pathsBehind = true;
        if (event instanceof MultipathEvent.Ended) {
            MultipathTrace last = pathRecorder.trace();
            synchronized (this) {
                paths = last;
                settled = Snapshot.of(spec, last);
            }
            changed();
        }
    }

    /** Of a trace of all paths: reads the graph where it has grown, but not more often than it can be looked at. */
    void refreshPaths() {
        long now = System.nanoTime();
        if (pathsBehind && (paths == null || now - pathsReadNanos >= PATHS_NANOS)) {
            pathsReadNanos = now;
            pathsBehind = false;
            paths = pathRecorder.trace();
            changed();
        }
    }

    /** A watch has so many events that who listens is told of moments only. */
    private void onWatch(TraceEvent event) {
        fold.on(event);
        if (event instanceof TraceEvent.Ended) {
            WatchFold.Moment last = fold.moment();
            synchronized (this) {
                moment = last;
                settled = Snapshot.of(spec, last.recent());
            }
            changed();
        }
    }

    /** It could not start. */
    void failed(Problem problem) {
        synchronized (this) {
            Snapshot now = snapshot();
            settled = new Snapshot(spec, Status.FAILED, now.trace(), now.paths(), problem);
        }
        changed();
    }

    /** It ended before its end; what is known is kept. Does nothing where it has ended already. */
    void cancelled(String message) {
        synchronized (this) {
            Snapshot now = snapshot();
            if (now.status() != Status.RUNNING) {
                return;
            }
            settled = stopped(now, message);
        }
        changed();
    }

    /** What is known of a running trace, as that of one that was cancelled. */
    static Snapshot stopped(Snapshot running, String message) {
        Trace trace = running.trace();
        if (trace == null) {
            return new Snapshot(running.spec(), Status.CANCELLED, new Problem(message, "", null));
        }
        Trace ended = new Trace(trace.request(), trace.source(), trace.startedAt(), Status.CANCELLED, trace.probes(), trace.beyondEnd(),
                trace.hops(), message);
        MultipathTrace known = running.paths();
        return known == null ? Snapshot.of(running.spec(), ended) : Snapshot.of(running.spec(), new MultipathTrace(known.request(),
                ended, known.graph(), known.flows(), known.flowNotKept(), known.fellBack()));
    }

    /** Calls back after each change, on whatever thread made it; must return at once. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
