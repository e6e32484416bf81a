package org.hopwarden.probe;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink.Direction;

/**
 * Runs one trace over a packet port. All TTLs are in flight at once, and the end of the path is known by the type of a reply,
 * not by its address. Works the same on a real port and on virtual time.
 */
public final class Tracer {

    /** How long a cancelled trace may go on at the most. */
    private static final long CANCEL_CHECK_NANOS = 50_000_000;

    private final TraceRequest request;
    private final PacketPort port;
    private final TraceListener listener;
    private final TraceRecorder recorder;
    private final AllAtOnce schedule;
    private final UnnumberedReplies unnumbered;
    private final PacketView view = new PacketView();
    private ProbeMethod.Session session;
    private long startNanos;

    private Tracer(TraceRequest request, PacketPort port, TraceListener listener) {
        this.request = request;
        this.port = port;
        this.listener = listener;
        recorder = new TraceRecorder(request);
        schedule = new AllAtOnce(request);
        unnumbered = new UnnumberedReplies(schedule, request.maxTtl());
    }

    /**
     * Traces, and returns when the trace is done or was cancelled. Runs on the calling thread, which the port belongs to
     * meanwhile.
     *
     * @param listener hears each event as it happens
     * @param cancelled asked at least every 50 ms; true ends the trace, which keeps what it has learned
     * @return the whole trace. A port that fails on the way ends it with {@link Trace.Status#FAILED} and a message
     * @throws PacketPortException where the trace cannot start: no route, no local port
     * @throws IllegalArgumentException where there is no such method, or the request asks for more probes than it can number
     */
    public static Trace run(TraceRequest request, PacketPort port, TraceListener listener, BooleanSupplier cancelled)
            throws PacketPortException {
        return new Tracer(request, port, listener).run(ProbeMethods.get(request.method()), cancelled);
    }

    private Trace run(ProbeMethod method, BooleanSupplier cancelled) throws PacketPortException {
        IpAddress source = source();
        session = method.open(request, source, port);
        long most = (long) request.maxTtl() * (request.queries() + 1);
        if (most > session.capacity()) {
            throw new IllegalArgumentException(most + " probes are more than the method " + method.id()
                    + " can tell apart (" + session.capacity() + "); ask for fewer queries or a smaller greatest TTL");
        }
        startNanos = port.nowNanos();
        emit(new TraceEvent.Started(request, source, Instant.now()));
        try {
            boolean whole = prepare(cancelled) && probeAll(cancelled);
            emit(new TraceEvent.Ended(sinceStart(), whole ? Trace.Status.DONE : Trace.Status.CANCELLED, ""));
        } catch (PacketPortException e) {
            String remedy = e.remedy().isEmpty() ? "" : ". " + e.remedy();
            emit(new TraceEvent.Ended(sinceStart(), Trace.Status.FAILED, e.getMessage() + remedy));
        }
        return recorder.trace();
    }

    private IpAddress source() throws PacketPortException {
        Optional<IpAddress> wanted = request.options().source();
        if (wanted.isPresent() && wanted.get().version() != request.address().version()) {
            throw new IllegalArgumentException("the source " + wanted.get() + " and the target " + request.address()
                    + " are of different IP versions");
        }
        return wanted.isPresent() ? wanted.get() : port.sourceFor(request.address());
    }

    /** @return whether the method can build probes now: it heard what it needs, unless the trace was cancelled before */
    private boolean prepare(BooleanSupplier cancelled) throws PacketPortException {
        long deadline = startNanos + session.patience().toNanos();
        while (!session.awaits().isEmpty()) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            long now = port.nowNanos();
            if (now >= deadline) {
                throw new PacketPortException(PacketPortException.Reason.FAILED, "nothing was sent: " + session.awaits()
                        + " did not come within " + session.patience().toSeconds() + " s", "");
            }
            port.receive(this::take, Math.min(deadline, now + CANCEL_CHECK_NANOS));
        }
        return true;
    }

    private boolean probeAll(BooleanSupplier cancelled) throws PacketPortException {
        while (true) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            long now = port.nowNanos();
            int ttl = unnumbered.isWaiting() ? unnumbered.nextTtl(now) : schedule.nextTtl(now);
            if (ttl > 0) {
                send(ttl, now);
                port.receive(this::take, now);
                continue;
            }
            if (unnumbered.isWaiting()) {
                unnumbered.settleOverdue(now, this::replied);
                port.receive(this::take, Math.min(unnumbered.wakeAt(now), now + CANCEL_CHECK_NANOS));
                continue;
            }
            for (AllAtOnce.Probe probe : schedule.expire(now)) {
                emit(new TraceEvent.Lost(sinceStart(), probe.ttl, probe.query));
            }
            if (schedule.isDone()) {
                return true;
            }
            port.receive(this::take, schedule.wakeAt(now, CANCEL_CHECK_NANOS));
        }
    }

    private void send(int ttl, long now) throws PacketPortException {
        AllAtOnce.Probe probe = schedule.sent(ttl, now);
        unnumbered.sent(probe);
        MemorySegment packet = session.build(ttl, probe.number);
        probe.sentNanos = port.nowNanos();
        port.send(packet);
        emit(new TraceEvent.Sent(sinceStart(), ttl, probe.query));
    }

    private void take(MemorySegment segment, long offset, int lengthBytes, long timeNanos, Direction direction) {
        if (!view.wrap(segment, offset, lengthBytes)) {
            return;
        }
        if (direction == Direction.SENT) {
            int number = session.ownProbe(view);
            if (isKnown(number)) {
                schedule.probe(number).sentNanos = timeNanos;
            }
            return;
        }
        session.match(view).ifPresent(match -> {
            Answer answer = new Answer(match, view.source(), view.ttl(), timeNanos);
            if (match.probe() == ProbeMethod.Match.UNNUMBERED) {
                unnumbered.take(answer, this::replied);
            } else if (isKnown(match.probe())) {
                replied(schedule.probe(match.probe()), answer);
            }
        });
    }

    private boolean isKnown(int number) {
        return number >= 0 && number < schedule.count();
    }

    /** A matched packet with what the match does not hold. */
    record Answer(ProbeMethod.Match match, IpAddress from, int ttl, long timeNanos) {
    }

    /** Takes the first answer to a probe; later ones are duplicates. */
    private void replied(AllAtOnce.Probe probe, Answer answer) {
        if (probe.answered) {
            return;
        }
        long rttNanos = Math.max(0, answer.timeNanos() - probe.sentNanos);
        schedule.answered(probe, rttNanos);
        ProbeMethod.Match match = answer.match();
        emit(new TraceEvent.Replied(sinceStart(), probe.ttl, new Reply(probe.query, answer.from(), rttNanos, match.kind(),
                match.icmpType(), match.icmpCode(), match.fromTarget(), answer.ttl(), match.detail())));
        schedule.endAt(recorder.endTtl());
        unnumbered.answered(probe, match.kind());
    }

    private long sinceStart() {
        return Math.max(0, port.nowNanos() - startNanos);
    }

    private void emit(TraceEvent event) {
        recorder.on(event);
        listener.on(event);
    }
}
