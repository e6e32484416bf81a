package org.hopwarden.ui.probe.internal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.hopwarden.probe.Trace;
import org.hopwarden.probe.Trace.Status;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceListener;
import org.hopwarden.probe.TraceRecorder;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.ui.Problem;

/** A trace that is open in a tab: what was asked for, and what is known so far. Safe for use by several threads. */
final class OpenTrace implements TraceListener {

    /**
     * Everything that is shown and saved.
     *
     * @param trace null as long as the target's address is not known
     * @param problem why it ended before it had begun; null where it has begun, or may still
     */
    record Snapshot(TraceSpec spec, Status status, Trace trace, Problem problem) {

        Snapshot {
            requireNonNull(spec, "spec");
            requireNonNull(status, "status");
        }

        static Snapshot of(TraceSpec spec, Trace trace) {
            return new Snapshot(spec, trace.status(), trace, null);
        }

        Optional<Trace> known() {
            return Optional.ofNullable(trace);
        }
    }

    private final String id;
    private final TraceSpec spec;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private TraceRecorder recorder;
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
        return settled != null ? settled
                : recorder == null ? new Snapshot(spec, Status.RUNNING, null, null) : Snapshot.of(spec, recorder.trace());
    }

    boolean isRunning() {
        return snapshot().status() == Status.RUNNING;
    }

    /** The target's address is known: events follow. */
    void started(TraceRequest request) {
        synchronized (this) {
            recorder = new TraceRecorder(request);
        }
        changed();
    }

    @Override
    public void on(TraceEvent event) {
        recorder.on(event);
        if (event instanceof TraceEvent.Ended) {
            synchronized (this) {
                settled = Snapshot.of(spec, recorder.trace());
            }
        }
        changed();
    }

    /** It could not start. */
    void failed(Problem problem) {
        synchronized (this) {
            settled = new Snapshot(spec, Status.FAILED, recorder == null ? null : recorder.trace(), problem);
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
        return trace == null ? new Snapshot(running.spec(), Status.CANCELLED, null, new Problem(message, "", null))
                : Snapshot.of(running.spec(), new Trace(trace.request(), trace.source(), trace.startedAt(),
                        Status.CANCELLED, trace.probes(), trace.beyondEnd(), trace.hops(), message));
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
