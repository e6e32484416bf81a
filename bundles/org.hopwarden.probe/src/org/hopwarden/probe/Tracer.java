package org.hopwarden.probe;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketBatch;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink.Direction;

/**
 * Runs traces over a packet port, one or several at once. Which probe is sent when is the business of a {@link TraceStrategy};
 * the end of the path is known by the type of a reply, not by its address. Works the same on a real port and on virtual time.
 */
public final class Tracer {

    /** How long a cancelled trace may go on at the most. */
    private static final long CANCEL_CHECK_NANOS = 50_000_000;
    /** So few that what comes in does not wait long. */
    private static final int MOST_IN_A_TURN = 16;

    private record Departing(TraceRun run, Probe probe) {
    }

    private final PacketPort port;
    private final List<TraceRun> running;
    private final boolean several;
    private final PacketView view = new PacketView();
    private final PacketBatch outbox = new PacketBatch();
    private final List<Departing> departing = new ArrayList<>();
    /** Which trace sends first in the next turn. */
    private int first;

    private Tracer(PacketPort port, List<TraceRun> runs) {
        this.port = port;
        running = new ArrayList<>(runs);
        several = runs.size() > 1;
    }

    /**
     * Traces in the usual manner, and returns when the trace is done or was cancelled. Runs on the calling thread, which the port
     * belongs to meanwhile.
     *
     * @param listener hears each event as it happens
     * @param cancelled asked at least every 50 ms; true ends the trace, which keeps what it has learned
     * @return the whole trace. A port that fails on the way ends it with {@link Trace.Status#FAILED} and a message
     * @throws PacketPortException where the trace cannot start: no route, no local port
     * @throws IllegalArgumentException where there is no such method, or the request asks for more probes than it can number
     */
    public static Trace run(TraceRequest request, PacketPort port, TraceListener listener, BooleanSupplier cancelled)
            throws PacketPortException {
        return run(request, TraceManner.usual(), port, listener, cancelled);
    }

    /** As {@link #run(TraceRequest, PacketPort, TraceListener, BooleanSupplier)}, in a manner of one's own. */
    public static Trace run(TraceRequest request, TraceManner manner, PacketPort port, TraceListener listener,
            BooleanSupplier cancelled) throws PacketPortException {
        return runAll(List.of(request), manner, port, (index, event) -> listener.on(event), cancelled).getFirst();
    }

    /** Hears the events of several traces that run together, each with the place of its request. */
    @FunctionalInterface
    public interface GroupListener {
        void on(int index, TraceEvent event);
    }

    /**
     * Traces all requests at once over one port. They take turns, probe by probe, and another one comes first in each turn: what
     * a router's limit lets through is shared among them. One that fails ends alone.
     *
     * A method that is not available here, such as that inside a connection where there is none or one that this user has no right
     * to, is left out while another is there; one that still waits for something to hear when all others are done is not waited for.
     *
     * @param requests to the same target, if the port reports the packets of one target only
     * @return the traces in the order of their requests, without those left out
     * @throws PacketPortException where one of them cannot start, or none is available
     * @throws IllegalArgumentException as of {@link #run}
     */
    public static List<Trace> runAll(List<TraceRequest> requests, TraceManner manner, PacketPort port, GroupListener listener,
            BooleanSupplier cancelled) throws PacketPortException {
        Pacer pacer = manner.respectsLimits() ? new Pacer() : null;
        List<TraceRecorder> recorders = new ArrayList<>();
        List<TraceRun> runs = new ArrayList<>();
        PacketPortException unavailable = null;
        for (int i = 0; i < requests.size(); i++) {
            int index = i;
            TraceRequest request = requests.get(i);
            TraceRecorder recorder = new TraceRecorder(request);
            try {
                TraceRun run = new TraceRun(request, manner.strategy().plan(request), pacer, false, port, event -> {
                    recorder.on(event);
                    listener.on(index, event);
                });
                requireNumbers(request, run.capacity());
                recorders.add(recorder);
                runs.add(run);
            } catch (PacketPortException e) {
                if (e.reason() != PacketPortException.Reason.NOT_AVAILABLE && e.reason() != PacketPortException.Reason.NO_RIGHTS) {
                    throw e;
                }
                unavailable = e;
            }
        }
        if (runs.isEmpty() && unavailable != null) {
            throw unavailable;
        }
        runToEnd(port, runs, cancelled);
        return recorders.stream().map(TraceRecorder::trace).toList();
    }

    private static void requireNumbers(TraceRequest request, int capacity) {
        long most = (long) request.maxTtl() * (request.queries() + 1);
        if (most > capacity) {
            throw new IllegalArgumentException(most + " probes are more than the method " + request.method()
                    + " can tell apart (" + capacity + "); ask for fewer queries or a smaller greatest TTL");
        }
    }

    /** Starts traces and runs them until each has ended. */
    static void runToEnd(PacketPort port, List<TraceRun> runs, BooleanSupplier cancelled) {
        runs.forEach(TraceRun::start);
        new Tracer(port, runs).probeAll(cancelled);
    }

    private void probeAll(BooleanSupplier cancelled) {
        while (!running.isEmpty()) {
            if (cancelled.getAsBoolean()) {
                running.forEach(run -> run.end(Trace.Status.CANCELLED, ""));
                return;
            }
            if (several && running.stream().noneMatch(TraceRun::isReady)) {
                running.forEach(TraceRun::giveUpWaiting);
                return;
            }
            long now = port.nowNanos();
            try {
                port.receive(this::take, sendInTurn(now) || !hasTakenAll(now) ? now : settle(now));
            } catch (PacketPortException e) {
                running.forEach(run -> run.fail(e));
                return;
            }
        }
    }

    /**
     * Lets each trace send a probe, and then those that know the end of their path some more. All leave together.
     *
     * @return whether any did
     */
    private boolean sendInTurn(long now) {
        boolean any = false;
        boolean more = true;
        for (int probes = 0; more && probes < MOST_IN_A_TURN; probes++) {
            more = false;
            List<TraceRun> turn = List.copyOf(running);
            for (int i = 0; i < turn.size(); i++) {
                TraceRun run = turn.get((first + i) % turn.size());
                more |= (probes == 0 || run.knowsEnd()) && putNext(run, now);
            }
            first += more ? 1 : 0;
            any |= more;
        }
        sendOutbox();
        return any;
    }

    private boolean putNext(TraceRun run, long now) {
        try {
            return run.putNext(now, this::put);
        } catch (PacketPortException e) {
            fail(run, e);
            return false;
        }
    }

    private void put(TraceRun run, Probe probe, MemorySegment packet) {
        if (!outbox.add(packet)) {
            sendOutbox();
            outbox.add(packet);
        }
        departing.add(new Departing(run, probe));
    }

    /** Sends what waits. A packet that the host refuses ends its own trace alone. */
    private void sendOutbox() {
        int next = 0;
        while (next < outbox.size()) {
            try {
                int end = next + port.send(outbox, next);
                while (next < end) {
                    Departing departed = departing.get(next++);
                    if (running.contains(departed.run)) {
                        departed.run.sent(departed.probe);
                    }
                }
            } catch (PacketPortException e) {
                fail(departing.get(next++).run, e);
            }
        }
        outbox.clear();
        departing.clear();
    }

    private void fail(TraceRun run, PacketPortException e) {
        if (running.remove(run)) {
            run.fail(e);
        }
    }

    /**
     * A process that had to wait for the processor may find answers that came in time: nothing is given up before they are taken. What they
     * allow to be sent goes first.
     */
    private boolean hasTakenAll(long now) throws PacketPortException {
        return port.receive(this::take, now) == 0;
    }

    /** Gives up what is overdue, and ends what is done. @return until when to wait for packets */
    private long settle(long now) {
        long wake = now + CANCEL_CHECK_NANOS;
        for (TraceRun run : List.copyOf(running)) {
            boolean gaveUp = run.settle(now);
            if (run.isDone()) {
                run.end(Trace.Status.DONE, "");
                running.remove(run);
            }
            wake = Math.min(wake, gaveUp || run.isDone() ? now : run.wakeAt(now, CANCEL_CHECK_NANOS));
        }
        return wake;
    }

    private void take(MemorySegment segment, long offset, int lengthBytes, long timeNanos, Direction direction) {
        if (view.wrap(segment, offset, lengthBytes)) {
            for (int i = 0; i < running.size(); i++) {
                running.get(i).take(view, timeNanos, direction);
            }
        }
    }
}
