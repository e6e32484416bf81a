package org.hopwarden.probe;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;

/** Probes every hop of a path again and again, in rounds. */
public final class Watcher {

    private Watcher() {
    }

    /**
     * Watches, and returns when all rounds are done or it was cancelled. Runs on the calling thread, which the port belongs to
     * meanwhile. Its events may go on without end; what is kept of them does not grow.
     *
     * @param respectsLimits whether a TTL whose router limits its answers is probed only as often as it answers
     * @param listener hears each event as it happens
     * @param cancelled asked at least every 50 ms
     * @return the whole watch. A port that fails on the way ends it with {@link Trace.Status#FAILED} and a message
     * @throws PacketPortException where the watch cannot start
     */
    public static Watch run(WatchRequest request, boolean respectsLimits, PacketPort port, TraceListener listener,
            BooleanSupplier cancelled) throws PacketPortException {
        WatchRecorder recorder = new WatchRecorder(request.trace());
        TraceRun run = new TraceRun(request.trace(), new RoundPlan(request), respectsLimits ? new Pacer() : null, true, port, event -> {
            recorder.on(event);
            listener.on(event);
        });
        Tracer.runToEnd(port, List.of(run), cancelled);
        return recorder.watch();
    }
}
