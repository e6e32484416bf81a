package org.hopwarden.probe;

import java.time.Instant;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.internal.mda.FlowTable;
import org.hopwarden.probe.internal.mda.GraphReading;

/** Folds the events of one multipath trace into its state. Safe for use by several threads. */
public final class MultipathRecorder implements MultipathListener {

    private final MultipathRequest request;
    private final FlowTable table = new FlowTable();
    private IpAddress source;
    private Instant startedAt;
    private Trace.Status status = Trace.Status.RUNNING;
    private String message = "";

    public MultipathRecorder(MultipathRequest request) {
        this.request = request;
    }

    /** The state after these events. */
    public static MultipathTrace fold(MultipathRequest request, Iterable<MultipathEvent> events) {
        MultipathRecorder recorder = new MultipathRecorder(request);
        events.forEach(recorder::on);
        return recorder.trace();
    }

    @Override
    public synchronized void on(MultipathEvent event) {
        table.on(event);
        switch (event) {
            case MultipathEvent.Started started -> {
                source = started.source();
                startedAt = started.at();
            }
            case MultipathEvent.Ended ended -> {
                status = ended.status();
                message = ended.message();
            }
            default -> {
            }
        }
    }

    /** The trace as it stands now. */
    public synchronized MultipathTrace trace() {
        GraphReading reading = new GraphReading(table);
        Trace trace = new Trace(request.trace(), source, startedAt, status, reading.probes(), reading.beyondEnd(), reading.hops(),
                message);
        return new MultipathTrace(request, trace, reading.graph(), table.flows(), reading.flowNotKept(), table.fellBack());
    }

    /** For the tracer alone, which chooses its probes by what the recorder knows. */
    FlowTable table() {
        return table;
    }
}
