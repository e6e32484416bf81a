package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Tracer;

/**
 * Runs traces by several methods to one target at once over one port: they take turns, so that a router's limit is shared among
 * them. Each is told in a tab of its own. A method that this host has nothing for is left out and says so.
 */
final class MethodsJob extends Job {

    private final List<OpenTrace> traces;
    private final Network network;
    private final Consumer<OpenTrace> save;

    /**
     * @param traces to one target, each by another method
     * @param save is given each trace when it begins and when it has ended
     */
    MethodsJob(List<OpenTrace> traces, Network network, Consumer<OpenTrace> save) {
        super("Tracing " + traces.getFirst().spec().target() + " by every method");
        this.traces = List.copyOf(traces);
        this.network = network;
        this.save = save;
        setPriority(INTERACTIVE);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == TraceJob.FAMILY || traces.contains(family);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        TraceSpec first = traces.getFirst().spec();
        monitor.beginTask("", IProgressMonitor.UNKNOWN);
        traces.forEach(save);
        try {
            Optional<IpAddress> address = NameLookup.resolve(network, first.target(), monitor);
            if (address.isPresent()) {
                try (PacketPort port = network.open(address.get(), note -> traces.forEach(trace -> trace.note(note)))) {
                    run(port, address.get(), monitor);
                }
            }
        } catch (IOException | RuntimeException e) {
            traces.stream().filter(OpenTrace::isRunning).forEach(trace -> TraceJob.fail(trace, e));
        } finally {
            for (OpenTrace trace : traces) {
                trace.cancelled(TraceJob.CANCELLED);
                save.accept(trace);
            }
            monitor.done();
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private void run(PacketPort port, IpAddress address, IProgressMonitor monitor) throws IOException {
        List<OpenTrace> run = new ArrayList<>();
        List<TraceRequest> requests = new ArrayList<>();
        for (OpenTrace trace : traces) {
            TraceRequest request = trace.spec().request(address);
            ProbeMethod method = ProbeMethods.get(request.method());
            if (method.suits(request, port)) {
                trace.started(request);
                run.add(trace);
                requests.add(request);
            } else {
                trace.cancelled("Left out: this host has nothing to trace with by " + method.label() + " to this target.");
            }
        }
        if (!requests.isEmpty()) {
            Tracer.runAll(requests, traces.getFirst().spec().options().manner(), port, (index, event) -> run.get(index).on(event),
                    monitor::isCanceled);
        }
    }
}
