package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.MultipathRequest;
import org.hopwarden.probe.MultipathTracer;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceListener;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Tracer;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;

/** Runs a trace with progress; ends soon after it is cancelled. All that goes wrong is told in the trace's tab. */
final class TraceJob extends Job {

    static final Object FAMILY = TraceJob.class;
    static final String CANCELLED = "Stopped before it was done.";

    private final OpenTrace trace;
    private final Network network;
    private final Consumer<OpenTrace> save;

    /**
     * @param save is given the trace when it begins and when it has ended
     */
    TraceJob(OpenTrace trace, Network network, Consumer<OpenTrace> save) {
        super("Tracing " + trace.spec().target());
        this.trace = trace;
        this.network = network;
        this.save = save;
        setPriority(INTERACTIVE);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY || family == trace;
    }

    /** Asks every running trace to end and waits for it, for some time each. */
    static void cancelAll(int waitMillis) {
        Job.getJobManager().cancel(FAMILY);
        try {
            for (Job job : Job.getJobManager().find(FAMILY)) {
                job.join(waitMillis, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks one trace to end. */
    static void cancel(OpenTrace trace) {
        Job.getJobManager().cancel(trace);
    }

    @Override
    protected void canceling() {
        if (getState() != RUNNING) {
            trace.cancelled(CANCELLED);
            save.accept(trace);
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        TraceSpec spec = trace.spec();
        monitor.beginTask("", spec.maxTtl() * spec.queries());
        save.accept(trace);
        try {
            monitor.subTask("Looking up " + spec.target());
            Optional<IpAddress> address = NameLookup.resolve(network, spec.target(), monitor);
            if (address.isPresent()) {
                TraceRequest request = spec.request(address.get());
                try (PacketPort port = network.open(address.get(), trace::note)) {
                    trace.started(request);
                    if (spec.options().allPaths().isPresent()) {
                        findAllPaths(spec.options().allPaths().get().request(request), port, monitor);
                    } else {
                        Tracer.run(request, spec.options().manner(), port, progress(monitor), monitor::isCanceled);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            fail(trace, e);
        } finally {
            trace.cancelled(CANCELLED);
            save.accept(trace);
            monitor.done();
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private void findAllPaths(MultipathRequest request, PacketPort port, IProgressMonitor monitor) throws PacketPortException {
        MultipathTracer.run(request, port, trace::onPaths, () -> {
            trace.refreshPaths();
            return monitor.isCanceled();
        });
    }

    /** Tells in the trace's tab why it cannot go on. */
    static void fail(OpenTrace trace, Exception e) {
        Problem problem = Problem.of(e);
        boolean remedyFits = e instanceof PacketPortException || !(e instanceof IOException || e instanceof IllegalArgumentException);
        Problem told = remedyFits ? problem : new Problem(problem.what(), "", e);
        Problems.log(told);
        trace.failed(told);
    }

    private TraceListener progress(IProgressMonitor monitor) {
        return event -> {
            trace.on(event);
            switch (event) {
                case TraceEvent.Replied replied -> monitor.worked(1);
                case TraceEvent.Lost lost -> monitor.worked(1);
                case TraceEvent.Sent sent -> {
                    if (sent.query() == 0) {
                        monitor.subTask("TTL " + sent.ttl());
                    }
                }
                default -> {
                }
            }
        };
    }
}
