package org.hopwarden.probe;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink.Direction;

/**
 * One trace in steps, so that several can share a port and a thread. What it keeps does not grow with the time that it runs:
 * of probes as many as its method can tell apart.
 */
final class TraceRun {

    private static final int MOST_REPEATS = 3;

    private final TraceRequest request;
    private final PacketPort port;
    private final TraceListener listener;
    private final TraceStrategy.Plan plan;
    private final Pacer pacer;
    private final boolean pathMayChange;
    private final ProbeTable probes;
    private final PathEnd end = new PathEnd();
    private final UnnumberedReplies unnumbered;
    private final IpAddress source;
    private final ProbeMethod.Session session;
    private final int[] queries = new int[256];
    /** Probes whose answers this host may have dropped: they go out once more. */
    private final ArrayDeque<Probe> again = new ArrayDeque<>();
    private final long missedBefore;
    private long missed;
    private long unproven;
    private long startNanos;

    /**
     * @param pacer null where nothing is held back
     * @param pathMayChange whether the trace goes on so long that the path may get another end
     */
    TraceRun(TraceRequest request, TraceStrategy.Plan plan, Pacer pacer, boolean pathMayChange, PacketPort port,
            TraceListener listener) throws PacketPortException {
        this.request = request;
        this.port = port;
        this.listener = listener;
        this.plan = plan;
        this.pacer = pacer;
        this.pathMayChange = pathMayChange;
        source = source();
        missedBefore = port.missedPackets();
        missed = missedBefore;
        session = ProbeMethods.get(request.method()).open(request, source, port);
        probes = new ProbeTable(session.capacity());
        unnumbered = new UnnumberedReplies(plan, probes, request.options().firstTtl(), request.maxTtl());
    }

    private IpAddress source() throws PacketPortException {
        Optional<IpAddress> wanted = request.options().source();
        if (wanted.isPresent() && wanted.get().version() != request.address().version()) {
            throw new IllegalArgumentException("the source " + wanted.get() + " and the target " + request.address()
                    + " are of different IP versions");
        }
        return wanted.isPresent() ? wanted.get() : port.sourceFor(request.address());
    }

    int capacity() {
        return session.capacity();
    }

    void start() {
        startNanos = port.nowNanos();
        listener.on(new TraceEvent.Started(request, source, Instant.now()));
    }

    /** Takes packets that are to be sent before anything else is done. Once one has left, {@link #sent} is told. */
    @FunctionalInterface
    interface Outbox {

        /** @param packet valid only during the call */
        void add(TraceRun run, Probe probe, MemorySegment packet);
    }

    /** Makes the next probe, if it is time for one. @return whether it was */
    boolean putNext(long nowNanos, Outbox outbox) throws PacketPortException {
        if (!isReady()) {
            if (nowNanos - startNanos >= session.patience().toNanos()) {
                throw new PacketPortException(PacketPortException.Reason.FAILED, "nothing was sent: " + session.awaits()
                        + " did not come within " + session.patience().toSeconds() + " s", "");
            }
            return false;
        }
        while (!again.isEmpty()) {
            Probe probe = again.remove();
            if (probe.isOpen()) {
                repeat(probe, outbox);
                return true;
            }
        }
        IntPredicate mayProbe = pacer == null ? ttl -> true : ttl -> pacer.mayProbe(ttl, nowNanos);
        int ttl = unnumbered.isWaiting() ? unnumbered.nextTtl(nowNanos) : plan.nextTtl(nowNanos, mayProbe);
        if (ttl == 0) {
            return false;
        }
        Probe probe = probes.add(ttl, queries[ttl]++, nowNanos);
        probe.mayMissAnswersFrom(missed);
        MemorySegment packet = session.build(ttl, probes.wireNumber(probe));
        probe.leftAt(port.nowNanos());
        plan.sent(probe);
        unnumbered.sent(probe);
        if (pacer != null) {
            pacer.sent(probe);
        }
        outbox.add(this, probe, packet);
        return true;
    }

    private void repeat(Probe probe, Outbox outbox) {
        MemorySegment packet = session.build(probe.ttl(), probes.wireNumber(probe));
        probe.repeatedAt(port.nowNanos(), missed);
        outbox.add(this, probe, packet);
    }

    void sent(Probe probe) {
        if (probe.repeats() > 0) {
            return;
        }
        listener.on(new TraceEvent.Sent(sinceStart(), probe.ttl(), probe.query()));
    }

    /** Whether the path's end is known, so that no reply on its way makes a probe superfluous. */
    boolean knowsEnd() {
        return end.ttl() > 0;
    }

    /** Whether the method has heard what it needs to build probes. */
    boolean isReady() {
        return session.awaits().isEmpty();
    }

    void giveUpWaiting() {
        end(Trace.Status.FAILED, "nothing was sent: " + session.awaits() + " did not come while the other methods traced");
    }

    /** Gives up what is overdue. To be called when nothing can be sent. @return whether there was any, so more may be sent */
    boolean settle(long nowNanos) {
        if (unnumbered.isWaiting()) {
            unnumbered.settleOverdue(nowNanos, this::replied);
            return false;
        }
        List<Probe> expired = plan.expired(nowNanos);
        missed = expired.isEmpty() ? missed : port.missedPackets();
        for (Probe probe : expired) {
            if (missed > probe.missedBefore() && probe.repeats() < MOST_REPEATS) {
                again.add(probe);
                continue;
            }
            unproven += missed > probe.missedBefore() ? 1 : 0;
            probe.markLost();
            if (pacer != null) {
                pacer.lost(probe);
            }
            listener.on(new TraceEvent.Lost(sinceStart(), probe.ttl(), probe.query()));
        }
        return !expired.isEmpty();
    }

    boolean isDone() {
        return !unnumbered.isWaiting() && again.isEmpty() && plan.isDone();
    }

    long wakeAt(long nowNanos, long mostNanos) {
        long wake = unnumbered.isWaiting() ? Math.min(unnumbered.wakeAt(nowNanos), nowNanos + mostNanos)
                : plan.wakeAt(nowNanos, mostNanos);
        return pacer == null ? wake : Math.min(wake, pacer.wakeAt(nowNanos));
    }

    void end(Trace.Status status, String message) {
        listener.on(new TraceEvent.Ended(sinceStart(), status, message.isEmpty() ? missedAnswers() : message));
    }

    private String missedAnswers() {
        return unproven == 0 ? "" : "this host dropped " + (missed - missedBefore) + " packets while it listened: that " + unproven
                + (unproven == 1 ? " probe was" : " probes were") + " not answered proves no loss on the path";
    }

    void fail(PacketPortException e) {
        end(Trace.Status.FAILED, e.getMessage() + (e.remedy().isEmpty() ? "" : ". " + e.remedy()));
    }

    /** Takes a packet of the port, perhaps one of another trace. */
    void take(PacketView packet, long timeNanos, Direction direction) {
        if (direction == Direction.SENT) {
            Probe probe = probes.find(session.ownProbe(packet));
            if (probe != null) {
                probe.leftAt(timeNanos);
            }
            return;
        }
        session.match(packet).ifPresent(match -> {
            Answer answer = new Answer(match, packet.source(), packet.ttl(), timeNanos);
            if (match.probe() == ProbeMethod.Match.UNNUMBERED) {
                unnumbered.take(answer, this::replied);
                return;
            }
            Probe probe = probes.find(match.probe());
            if (probe != null) {
                replied(probe, answer);
            }
        });
    }

    /** A matched packet with what the match does not hold. */
    record Answer(ProbeMethod.Match match, IpAddress from, int ttl, long timeNanos) {
    }

    /** Takes the first answer to a probe; later ones are duplicates. */
    private void replied(Probe probe, Answer answer) {
        if (probe.isAnswered()) {
            return;
        }
        ProbeMethod.Match match = answer.match();
        Reply reply = new Reply(probe.query(), answer.from(), Math.max(0, answer.timeNanos() - probe.sentNanos()),
                match.kind(), match.icmpType(), match.icmpCode(), match.fromTarget(), answer.ttl(),
                match.detail());
        if (pacer != null) {
            pacer.answered(probe, probe.isOpen());
        }
        probe.markAnswered();
        plan.answered(probe, reply);
        listener.on(new TraceEvent.Replied(sinceStart(), probe.ttl(), reply));
        end.replied(probe.ttl(), reply, pathMayChange);
        plan.endAt(end.ttl());
        unnumbered.answered(probe, match.kind());
    }

    private long sinceStart() {
        return Math.max(0, port.nowNanos() - startNanos);
    }
}
