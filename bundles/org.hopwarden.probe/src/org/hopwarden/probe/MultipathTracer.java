package org.hopwarden.probe;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink.Direction;
import org.hopwarden.probe.internal.mda.FlowSessions;
import org.hopwarden.probe.internal.mda.FlowTable;
import org.hopwarden.probe.internal.mda.Planner;

/**
 * Finds all paths to a target that routers share flows out over. All probes that are known to be wanting are in flight at once, a
 * few thousand a second at the most; lost ones are sent again. Works the same on a real port and on virtual time.
 */
public final class MultipathTracer {

    private static final long CANCEL_CHECK_NANOS = 50_000_000;
    private static final long SPACING_NANOS = 250_000;
    private static final long LEAST_WAIT_NANOS = 250_000_000;
    /** Later tries wait longer, for a router may limit how often it answers. */
    private static final int[] WAIT_FACTORS = { 1, 1, 2, 4, 4 };

    private static final class Probe {
        final int flow;
        final int ttl;
        final int attempt;
        long sentNanos;
        boolean answered;
        boolean settled;

        Probe(int flow, int ttl, int attempt) {
            this.flow = flow;
            this.ttl = ttl;
            this.attempt = attempt;
        }
    }

    private final MultipathRequest request;
    private final PacketPort port;
    private final MultipathListener listener;
    private final MultipathRecorder recorder;
    private final FlowTable table;
    private final Planner planner;
    private final Queue<Planner.Probe> toSend = new ArrayDeque<>();
    private final List<List<Probe>> probes = new ArrayList<>();
    private final List<Probe> open = new ArrayList<>();
    private final Map<Planner.Probe, Integer> attempts = new HashMap<>();
    private final Map<Integer, Long> quietUntil = new HashMap<>();
    private final PacketView view = new PacketView();
    private FlowSessions sessions;
    private long startNanos;
    private long sendAtNanos;
    private long slowestNanos = -1;
    private int answeredTtl;
    private boolean oneAtATime;
    private boolean changed = true;

    private MultipathTracer(MultipathRequest request, PacketPort port, MultipathListener listener) {
        this.request = request;
        this.port = port;
        this.listener = listener;
        recorder = new MultipathRecorder(request);
        table = recorder.table();
        planner = new Planner(request);
    }

    /**
     * Traces, and returns when the graph is done or the trace was cancelled. Runs on the calling thread, which the port belongs to
     * meanwhile.
     *
     * @param listener hears each event as it happens
     * @param cancelled asked at least every 50 ms; true ends the trace, which keeps what it has learned
     * @return the whole trace. A port that fails on the way ends it with {@link Trace.Status#FAILED} and a message
     * @throws PacketPortException where the trace cannot start: no route, no local port
     * @throws IllegalArgumentException where there is no such method, or its flows cannot be chosen: it sends each probe as another
     *             flow, or belongs to one connection
     */
    public static MultipathTrace run(MultipathRequest request, PacketPort port, MultipathListener listener,
            BooleanSupplier cancelled) throws PacketPortException {
        return new MultipathTracer(request, port, listener).run(ProbeMethods.get(request.trace().method()), cancelled);
    }

    private MultipathTrace run(ProbeMethod method, BooleanSupplier cancelled) throws PacketPortException {
        Optional<IpAddress> wanted = request.trace().options().source();
        IpAddress source = wanted.isPresent() ? wanted.get() : port.sourceFor(request.trace().address());
        sessions = new FlowSessions(method, request.trace(), source, port);
        sessions.requireFlows();
        startNanos = port.nowNanos();
        sendAtNanos = startNanos;
        emit(new MultipathEvent.Started(request, source, Instant.now()));
        try {
            boolean whole = probeAll(cancelled);
            emit(new MultipathEvent.Ended(sinceStart(), whole ? Trace.Status.DONE : Trace.Status.CANCELLED,
                    planner.isExhausted() ? "the graph is not complete: it needs more than " + table.flows() + " flows" : ""));
        } catch (PacketPortException e) {
            String remedy = e.remedy().isEmpty() ? "" : ". " + e.remedy();
            emit(new MultipathEvent.Ended(sinceStart(), Trace.Status.FAILED, e.getMessage() + remedy));
        }
        return recorder.trace();
    }

    private boolean probeAll(BooleanSupplier cancelled) throws PacketPortException {
        while (!cancelled.getAsBoolean()) {
            long now = port.nowNanos();
            expire(now);
            if (changed && toSend.isEmpty()) {
                changed = false;
                planner.misfit(table).ifPresent(
                        misfit -> emit(new MultipathEvent.FellBack(sinceStart(), misfit.ttl(), misfit.shape())));
                planner.plan(table).stream().filter(this::maySend).forEach(toSend::add);
            }
            if (!toSend.isEmpty() && now >= sendAtNanos) {
                send(toSend.remove());
                sendAtNanos = Math.max(sendAtNanos, now - SPACING_NANOS) + SPACING_NANOS;
                receive(now);
            } else if (!toSend.isEmpty()) {
                receive(sendAtNanos);
            } else if (open.isEmpty() && !changed && quietUntil.isEmpty()) {
                return true;
            } else {
                receive(wakeAt(now));
            }
        }
        return false;
    }

    private void receive(long deadlineNanos) throws PacketPortException {
        port.receive(this::take, deadlineNanos);
    }

    /** Where a target answers without saying which probe it means, one probe of each flow is under way at a time. */
    private boolean maySend(Planner.Probe wanted) {
        return !oneAtATime || !quietUntil.containsKey(wanted.flow())
                && open.stream().noneMatch(probe -> probe.flow == wanted.flow())
                && toSend.stream().noneMatch(other -> other.flow() == wanted.flow());
    }

    private void send(Planner.Probe wanted) throws PacketPortException {
        while (probes.size() <= wanted.flow()) {
            probes.add(new ArrayList<>());
        }
        List<Probe> row = probes.get(wanted.flow());
        MemorySegment packet = sessions.build(wanted.flow(), wanted.ttl(), row.size());
        Probe probe = new Probe(wanted.flow(), wanted.ttl(), attempts.merge(wanted, 1, Integer::sum));
        row.add(probe);
        open.add(probe);
        probe.sentNanos = port.nowNanos();
        port.send(packet);
        emit(new MultipathEvent.Sent(sinceStart(), wanted.flow(), wanted.ttl()));
    }

    private void take(MemorySegment segment, long offset, int lengthBytes, long timeNanos, Direction direction) {
        if (!view.wrap(segment, offset, lengthBytes)) {
            return;
        }
        if (direction == Direction.SENT) {
            sessions.ownProbe(view).filter(own -> own.probe() < probes.get(own.flow()).size())
                    .ifPresent(own -> probes.get(own.flow()).get(own.probe()).sentNanos = timeNanos);
            return;
        }
        sessions.match(view).ifPresent(answer -> {
            int number = answer.match().probe();
            if (number == ProbeMethod.Match.UNNUMBERED) {
                unnumbered(answer, timeNanos);
            } else if (number >= 0 && number < probes.get(answer.flow()).size()) {
                replied(probes.get(answer.flow()).get(number), answer.match(), timeNanos);
            }
        });
    }

    private void unnumbered(FlowSessions.Answer answer, long timeNanos) {
        List<Probe> possible = open.stream().filter(probe -> probe.flow == answer.flow()).toList();
        boolean alone = possible.size() == 1 && !quietUntil.containsKey(answer.flow());
        if (alone) {
            replied(possible.getFirst(), answer.match(), timeNanos);
            return;
        }
        oneAtATime = true;
        toSend.clear();
        changed = true;
        for (Probe probe : possible) {
            open.remove(probe);
            probe.settled = true;
            probe.answered = true;
            attempts.merge(new Planner.Probe(probe.flow, probe.ttl), -1, Integer::sum);
            emit(new MultipathEvent.Withdrawn(sinceStart(), probe.flow, probe.ttl));
        }
        // The answers to the probes that do not count any more are let pass.
        quietUntil.put(answer.flow(), port.nowNanos() + Math.max(4 * slowestNanos, LEAST_WAIT_NANOS));
    }

    /** Takes the first answer to a probe; later ones are duplicates. */
    private void replied(Probe probe, ProbeMethod.Match match, long timeNanos) {
        if (probe.answered) {
            return;
        }
        probe.answered = true;
        boolean late = probe.settled;
        probe.settled = true;
        open.remove(probe);
        long rttNanos = Math.max(0, timeNanos - probe.sentNanos);
        slowestNanos = Math.max(slowestNanos, rttNanos);
        answeredTtl = Math.max(answeredTtl, probe.ttl);
        emit(new MultipathEvent.Replied(sinceStart(), probe.flow, probe.ttl, late, new Reply(probe.flow, view.source(), rttNanos,
                match.kind(), match.icmpType(), match.icmpCode(), match.fromTarget(), view.ttl(), match.detail())));
    }

    private void expire(long now) {
        quietUntil.values().removeIf(until -> until <= now && (changed = true));
        for (Probe probe : List.copyOf(open)) {
            if (now - probe.sentNanos >= waitNanos(probe)) {
                open.remove(probe);
                probe.settled = true;
                emit(new MultipathEvent.Lost(sinceStart(), probe.flow, probe.ttl));
                if (planner.isGivenUp(table, probe.flow, probe.ttl)) {
                    emit(new MultipathEvent.Silent(sinceStart(), probe.flow, probe.ttl));
                }
            }
        }
    }

    /** Until somebody that far away has answered, a probe has its whole time. */
    private long waitNanos(Probe probe) {
        long most = request.trace().maxWait().toNanos();
        if (answeredTtl < probe.ttl) {
            return most;
        }
        long wait = Math.max(10 * slowestNanos, LEAST_WAIT_NANOS);
        return Math.min(most, wait * WAIT_FACTORS[Math.min(probe.attempt, WAIT_FACTORS.length) - 1]);
    }

    private long wakeAt(long now) {
        long wake = now + CANCEL_CHECK_NANOS;
        for (Probe probe : open) {
            wake = Math.min(wake, probe.sentNanos + waitNanos(probe));
        }
        for (long until : quietUntil.values()) {
            wake = Math.min(wake, until);
        }
        return wake;
    }

    private long sinceStart() {
        return Math.max(0, port.nowNanos() - startNanos);
    }

    private void emit(MultipathEvent event) {
        changed |= !(event instanceof MultipathEvent.Sent);
        recorder.on(event);
        listener.on(event);
    }
}
