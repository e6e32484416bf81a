package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceListener;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.WatchRequest;
import org.hopwarden.probe.Watcher;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;

/**
 * Runs a watch until it is cancelled, and records it. A pause ends the probing; what follows goes on with the next round on the
 * same clock, so that the whole is one stream of events.
 */
final class WatchJob extends Job {

    /** How often what is shown is worked out, at the most. */
    private static final int REFRESH_MILLIS = 100;
    private static final int PAUSE_CHECK_MILLIS = 50;

    private final OpenTrace trace;
    private final Network network;
    private final Path recording;
    private final Consumer<OpenTrace> save;
    private final AtomicBoolean news = new AtomicBoolean();
    private Instant began;
    private int rounds;

    /**
     * @param recording the file to write
     * @param save is given the trace when it begins and when it has ended
     */
    WatchJob(OpenTrace trace, Network network, Path recording, Consumer<OpenTrace> save) {
        super("Watching " + trace.spec().target());
        this.trace = trace;
        this.network = network;
        this.recording = recording;
        this.save = save;
        setPriority(LONG);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TraceJob.FAMILY || family == trace;
    }

    @Override
    protected void canceling() {
        if (getState() != RUNNING) {
            trace.cancelled(TraceJob.CANCELLED);
            save.accept(trace);
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        TraceSpec spec = trace.spec();
        monitor.beginTask("", IProgressMonitor.UNKNOWN);
        save.accept(trace);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("moments of " + spec.target()).factory());
        try (RecordingWriter writer = new RecordingWriter(recording, spec, this::recordingEnded)) {
            monitor.subTask("Looking up " + spec.target());
            Optional<IpAddress> address = NameLookup.resolve(network, spec.target(), monitor);
            if (address.isPresent()) {
                TraceRequest request = spec.request(address.get());
                trace.started(request);
                clock.scheduleWithFixedDelay(this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
                watch(request, writer, monitor);
            }
        } catch (IOException | RuntimeException e) {
            TraceJob.fail(trace, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clock.shutdown();
            trace.cancelled(TraceJob.CANCELLED);
            save.accept(trace);
            monitor.done();
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private void recordingEnded(String why) {
        Problems.log(new Problem(why, "", null));
        trace.note(why);
    }

    private void refresh() {
        if (news.compareAndSet(true, false)) {
            try {
                trace.refresh();
            } catch (RuntimeException e) {
                // A clock that is thrown at stops for good.
                Problems.log(Problem.of(e).during("The watch of " + trace.spec().target() + " could not be summed up."));
            }
        }
    }

    private void watch(TraceRequest request, RecordingWriter writer, IProgressMonitor monitor)
            throws IOException, InterruptedException {
        WatchRequest watch = new WatchRequest(request, 0, trace.spec().options().interval());
        TraceListener both = event -> {
            trace.on(event);
            writer.on(event);
            news.set(true);
        };
        TraceEvent.Ended ended = null;
        while (!monitor.isCanceled() && ended == null) {
            if (trace.isPaused()) {
                monitor.subTask("Paused");
                Thread.sleep(PAUSE_CHECK_MILLIS);
                continue;
            }
            monitor.subTask("Every " + trace.spec().options().interval().toMillis() / 1e3 + " s");
            Leg leg = new Leg(both);
            try (PacketPort port = network.open(request.address(), trace::note)) {
                Watcher.run(watch, trace.spec().options().respectsLimits(), port, leg,
                        () -> monitor.isCanceled() || trace.isPaused());
            }
            rounds = leg.nextRound;
            ended = leg.end != null && leg.end.status() == Trace.Status.FAILED ? leg.end : null;
        }
        both.on(ended != null ? ended : new TraceEvent.Ended(sinceBegin(), Trace.Status.CANCELLED, ""));
    }

    private long sinceBegin() {
        return began == null ? 0 : Duration.between(began, Instant.now()).toNanos();
    }

    /** The events from one pause to the next, put on the clock and the rounds of the whole. */
    private final class Leg implements TraceListener {

        private final TraceListener whole;
        private final int firstRound = rounds;
        private int nextRound = rounds;
        private long offsetNanos;
        private TraceEvent.Ended end;

        Leg(TraceListener whole) {
            this.whole = whole;
        }

        @Override
        public void on(TraceEvent event) {
            switch (event) {
                case TraceEvent.Started started -> {
                    if (began == null) {
                        began = started.at();
                        whole.on(started);
                    }
                    offsetNanos = Math.max(0, Duration.between(began, started.at()).toNanos());
                }
                case TraceEvent.Sent(long at, int ttl, int query) -> {
                    nextRound = Math.max(nextRound, firstRound + query + 1);
                    whole.on(new TraceEvent.Sent(at + offsetNanos, ttl, firstRound + query));
                }
                case TraceEvent.Replied(long at, int ttl, Reply reply) -> whole.on(new TraceEvent.Replied(at + offsetNanos, ttl,
                        new Reply(firstRound + reply.query(), reply.address(), reply.rttNanos(), reply.kind(), reply.icmpType(),
                                reply.icmpCode(), reply.fromTarget(), reply.ttl(), reply.detail())));
                case TraceEvent.Lost(long at, int ttl, int query) ->
                    whole.on(new TraceEvent.Lost(at + offsetNanos, ttl, firstRound + query));
                case TraceEvent.Ended ended -> end = new TraceEvent.Ended(ended.atNanos() + offsetNanos, ended.status(),
                        ended.message());
            }
        }
    }
}
