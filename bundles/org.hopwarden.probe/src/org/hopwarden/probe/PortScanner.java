package org.hopwarden.probe;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketBatch;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink.Direction;

/**
 * Finds out which TCP ports of a host are open, by openings that are never completed: this host's own TCP answers a SYN-ACK with
 * a RST, for no socket waits for it. Many probes are in flight, at a bounded rate; those that are not answered are repeated, the
 * more often the more were seen to get lost.
 */
public final class PortScanner {

    private static final long CANCEL_CHECK_NANOS = 50_000_000;
    private static final int MOST_ATTEMPTS = 6;
    /** So few that answers do not wait long. */
    private static final int MOST_AT_ONCE = 16;
    /** With few ports repetitions cost nothing, with many the others show how much gets lost. */
    private static final int FEW_PORTS = 50;
    private static final int ATTEMPTS_OF_FEW = 4;

    private static final class Probe {
        final SynProbes.Id id;
        long sentNanos;

        Probe(SynProbes.Id id, long sentNanos) {
            this.id = id;
            this.sentNanos = sentNanos;
        }
    }

    private final PortScanRequest request;
    private final PacketPort packets;
    private final BooleanSupplier cancelled;
    private final IpAddress source;
    private final SynProbes syns;
    private final ScanPace pace;
    private final PacketView view = new PacketView();
    private final PacketBatch outbox = new PacketBatch();
    private final Map<SynProbes.Id, Probe> inFlight = new LinkedHashMap<>();
    /** When each attempt at a port was sent, so that a late answer has its time as well. */
    private final Map<SynProbes.Id, Probe> overdue = new HashMap<>();
    private final Map<Integer, Reply> replies = new HashMap<>();
    private final Map<SynProbes.Id, Reply> traced = new HashMap<>();
    private int usedAttempts;
    private int probes;

    private PortScanner(PortScanRequest request, PacketPort packets, BooleanSupplier cancelled) throws PacketPortException {
        this.request = request;
        this.packets = packets;
        this.cancelled = cancelled;
        source = request.source().isPresent() ? request.source().get() : packets.sourceFor(request.address());
        syns = new SynProbes(packets, source, request.address());
        pace = new ScanPace(request.packetsPerSecond(), packets.nowNanos());
        usedAttempts = request.ports().size() <= FEW_PORTS ? ATTEMPTS_OF_FEW : 2;
    }

    /**
     * Scans, and returns when the scan is done or was cancelled. Runs on the calling thread, which the port belongs to meanwhile.
     *
     * @param cancelled asked at least every 50 ms; true ends the scan, which keeps what it has learned
     * @return what was learned. A port that fails on the way ends the scan with {@link Trace.Status#FAILED} and a message
     * @throws PacketPortException where the scan cannot start: no route
     */
    public static PortScan run(PortScanRequest request, PacketPort packets, BooleanSupplier cancelled)
            throws PacketPortException {
        return new PortScanner(request, packets, cancelled).run();
    }

    private PortScan run() {
        Trace.Status status = Trace.Status.DONE;
        String message = "";
        FilteredPortTraces traces = new FilteredPortTraces(request);
        try {
            scan();
            if (request.tracesFiltered()) {
                traces.run(replies, this::probeAll, this::pause);
            }
        } catch (PacketPortException e) {
            status = Trace.Status.FAILED;
            message = e.getMessage() + (e.remedy().isEmpty() ? "" : ". " + e.remedy());
        }
        if (status == Trace.Status.DONE && cancelled.getAsBoolean()) {
            status = Trace.Status.CANCELLED;
        }
        return new PortScan(request, source, PortStates.of(request, replies, traces), traces.path(), probes, status, message);
    }

    private void scan() throws PacketPortException {
        Deque<SynProbes.Id> waiting = new ArrayDeque<>();
        request.ports().stream().sorted().forEach(port -> waiting.add(new SynProbes.Id(port, 0, 0)));
        List<SynProbes.Id> givenUp = new ArrayList<>();
        while (!cancelled.getAsBoolean()) {
            for (SynProbes.Id id : sendAndReceive(waiting)) {
                if (!replies.containsKey(id.port())) {
                    givenUp.add(id);
                }
            }
            // Loss that shows only later is reason to try again also where that seemed done.
            for (Iterator<SynProbes.Id> each = givenUp.iterator(); each.hasNext();) {
                SynProbes.Id id = each.next();
                if (replies.containsKey(id.port())) {
                    each.remove();
                } else if (id.attempt() + 1 < usedAttempts) {
                    each.remove();
                    waiting.add(new SynProbes.Id(id.port(), id.attempt() + 1, 0));
                }
            }
            if (waiting.isEmpty() && inFlight.isEmpty()) {
                return;
            }
        }
    }

    /** Sends probes of one's own choice, at the scan's pace, and waits for their answers: those that got one. */
    private Map<SynProbes.Id, Reply> probeAll(List<SynProbes.Id> ids) throws PacketPortException {
        Deque<SynProbes.Id> waiting = new ArrayDeque<>(ids);
        while (!(waiting.isEmpty() && inFlight.isEmpty()) && !cancelled.getAsBoolean()) {
            sendAndReceive(waiting);
        }
        return traced;
    }

    private void pause(long nanos) throws PacketPortException {
        long end = packets.nowNanos() + nanos;
        while (packets.nowNanos() < end && !cancelled.getAsBoolean()) {
            packets.receive(this::take, Math.min(end, packets.nowNanos() + CANCEL_CHECK_NANOS));
        }
    }

    /** Sends what may go out, takes what comes in, and returns the probes that became overdue. */
    private List<SynProbes.Id> sendAndReceive(Deque<SynProbes.Id> waiting) throws PacketPortException {
        long now = packets.nowNanos();
        while (!waiting.isEmpty() && pace.maySend(inFlight.size(), now)) {
            SynProbes.Id id = waiting.remove();
            MemorySegment packet = syns.build(id);
            inFlight.put(id, new Probe(id, packets.nowNanos()));
            outbox.add(packet);
            pace.sent();
            probes++;
            if (outbox.size() == MOST_AT_ONCE || waiting.isEmpty() || !pace.maySend(inFlight.size(), now)) {
                sendOutbox();
                packets.receive(this::take, now);
                now = packets.nowNanos();
            }
        }
        List<SynProbes.Id> expired = new ArrayList<>();
        long wake = now + CANCEL_CHECK_NANOS;
        long timeout = pace.timeoutNanos();
        for (Iterator<Probe> each = inFlight.values().iterator(); each.hasNext();) {
            Probe probe = each.next();
            if (now - probe.sentNanos >= timeout) {
                each.remove();
                overdue.put(probe.id, probe);
                expired.add(probe.id);
            } else {
                // In the order of sending, so that none behind it is due earlier, but for the little that its stamp may differ.
                wake = Math.min(wake, probe.sentNanos + timeout);
                break;
            }
        }
        if (expired.isEmpty()) {
            if (!waiting.isEmpty() && (inFlight.isEmpty() || !pace.maySend(0, now))) {
                wake = Math.min(wake, pace.nextSendAt(now));
            }
            if (!inFlight.isEmpty() || !waiting.isEmpty()) {
                packets.receive(this::take, wake);
            }
        }
        return expired;
    }

    private void sendOutbox() throws PacketPortException {
        try {
            for (int next = 0; next < outbox.size();) {
                next += packets.send(outbox, next);
            }
        } finally {
            outbox.clear();
        }
    }

    private void take(MemorySegment segment, long offset, int lengthBytes, long timeNanos, Direction direction) {
        if (!view.wrap(segment, offset, lengthBytes)) {
            return;
        }
        if (direction == Direction.SENT) {
            syns.own(view).map(inFlight::get).ifPresent(probe -> probe.sentNanos = timeNanos);
        } else {
            syns.match(view).ifPresent(match -> answered(match, timeNanos));
        }
    }

    private void answered(SynProbes.Match match, long timeNanos) {
        SynProbes.Id id = match.id();
        Probe probe = inFlight.remove(id);
        if (probe == null) {
            probe = overdue.get(id);
        }
        if (probe == null || match.kind() == ReplyKind.PACKET_TOO_BIG) {
            return;
        }
        long rttNanos = Math.max(0, timeNanos - probe.sentNanos);
        Reply reply = new Reply(id.attempt(), view.source(), rttNanos, match.kind(), match.icmpType(), match.icmpCode(),
                match.isAnswerOfPort(), view.ttl());
        if (id.ttl() > 0) {
            traced.putIfAbsent(id, reply);
            return;
        }
        pace.answered(rttNanos);
        if (id.attempt() > 0 && !replies.containsKey(id.port())) {
            pace.lost(timeNanos);
            usedAttempts = Math.clamp(id.attempt() + 2, usedAttempts, MOST_ATTEMPTS);
        }
        // A port that answers is not filtered, whatever a router said of another attempt.
        replies.merge(id.port(), reply, (before, after) -> PortStates.rank(after) < PortStates.rank(before) ? after : before);
    }
}
