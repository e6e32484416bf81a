package org.hopwarden.probe;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink.Direction;

/** Sends probes of any TTL and length, all of one flow, and waits for their answers. How long it waits adapts to the path. */
final class SizedProbes {

    private static final ValueLayout.OfInt BIG_INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final long LEAST_WAIT_NANOS = 200_000_000;
    private static final long SLOWER_MARGIN_NANOS = 10_000_000;
    private static final long CANCEL_CHECK_NANOS = 50_000_000;

    /** One probe that was sent. @see PathMtuRequest for what its length is */
    static final class Probe {
        final int ttl;
        final int lengthBytes;
        private long sentNanos;
        private Answer answer;

        private Probe(int ttl, int lengthBytes, long sentNanos) {
            this.ttl = ttl;
            this.lengthBytes = lengthBytes;
            this.sentNanos = sentNanos;
        }

        /** What came back, or null. */
        Answer answer() {
            return answer;
        }
    }

    /**
     * What came back.
     *
     * @param mtuBytes what a "packet too big" says, 0 where it does not say; -1 for any other answer
     */
    record Answer(IpAddress from, ReplyKind kind, boolean fromTarget, int mtuBytes) {

        boolean isTooBig() {
            return mtuBytes >= 0;
        }
    }

    private final PacketPort port;
    private final ProbeMethod.Session session;
    private final BooleanSupplier cancelled;
    private final int leastMtuBytes;
    private final int ownBytes;
    private final long maxWaitNanos;
    private final List<Probe> probes = new ArrayList<>();
    /** By how much probes were made longer. */
    private final Set<Integer> paddings = new LinkedHashSet<>();
    private final PacketView view = new PacketView();
    private final PacketView patched = new PacketView();
    private long slowestNanos = -1;
    private int ignored;

    SizedProbes(PathMtuRequest request, ProbeMethod.Session session, PacketPort port, BooleanSupplier cancelled) {
        this.port = port;
        this.session = session;
        this.cancelled = cancelled;
        leastMtuBytes = PathMtuRequest.least(request.address().version());
        maxWaitNanos = request.maxWait().toNanos();
        PacketView own = PacketView.of(session.build(1, 0));
        ownBytes = own.lengthBytes();
        if (!SizedPacket.fits(own, leastMtuBytes)) {
            throw unfit(request, "its probes are longer than " + leastMtuBytes + " bytes as they are");
        }
        view.wrap(SizedPacket.of(session.build(1, 0), ownBytes + 100), 0, ownBytes + 100L);
        if (!view.isTransportChecksumValid() || session.ownProbe(view) != 0) {
            throw unfit(request, "its probes are known by their length");
        }
    }

    private static IllegalArgumentException unfit(PathMtuRequest request, String why) {
        return new IllegalArgumentException("the method " + request.method() + " cannot measure an MTU: " + why);
    }

    /** The length of a probe as its method makes it, in bytes: the small ones. */
    int smallBytes() {
        return ownBytes;
    }

    int sent() {
        return probes.size();
    }

    /** How many answers were not believed. */
    int ignored() {
        return ignored;
    }

    void ignoreOne() {
        ignored++;
    }

    boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    Probe send(int ttl, int lengthBytes) throws PacketPortException {
        int number = probes.size();
        if (number >= session.capacity()) {
            throw new PacketPortException(PacketPortException.Reason.FAILED, "the path wants more than " + number
                    + " probes, more than the method can tell apart", "Choose another method, or a smaller greatest TTL.");
        }
        MemorySegment packet = SizedPacket.of(session.build(ttl, number), lengthBytes);
        if (lengthBytes > ownBytes) {
            paddings.add(lengthBytes - ownBytes);
        }
        Probe probe = new Probe(ttl, lengthBytes, port.nowNanos());
        probes.add(probe);
        port.send(packet);
        // So that many long packets in a row do not fill the port's buffer with themselves.
        port.receive(this::take, port.nowNanos());
        return probe;
    }

    /** Waits until each of these is answered or overdue, or {@code enough} says so. */
    void await(Collection<Probe> awaited, BooleanSupplier enough) throws PacketPortException {
        while (!enough.getAsBoolean() && !isCancelled()) {
            long now = port.nowNanos();
            long end = now;
            for (Probe probe : awaited) {
                if (probe.answer == null) {
                    end = Math.max(end, probe.sentNanos + waitNanos());
                }
            }
            // An answer that came in time may still wait to be taken.
            if (port.receive(this::take, Math.min(end, now + CANCEL_CHECK_NANOS)) == 0 && end <= now) {
                return;
            }
        }
    }

    /** Lets time pass, and takes what comes in meanwhile. */
    void pause(long nanos) throws PacketPortException {
        long end = port.nowNanos() + nanos;
        while (port.nowNanos() < end && !isCancelled()) {
            port.receive(this::take, Math.min(end, port.nowNanos() + CANCEL_CHECK_NANOS));
        }
    }

    /** Lets so much time pass that an answer comes in although a forged one was faster. */
    void awaitSlower() throws PacketPortException {
        pause(2 * Math.max(0, slowestNanos) + SLOWER_MARGIN_NANOS);
    }

    private long waitNanos() {
        return slowestNanos < 0 ? maxWaitNanos : Math.min(maxWaitNanos, Math.max(LEAST_WAIT_NANOS, 4 * slowestNanos));
    }

    private void take(MemorySegment segment, long offset, int lengthBytes, long timeNanos, Direction direction) {
        if (!view.wrap(segment, offset, lengthBytes)) {
            return;
        }
        if (direction == Direction.SENT) {
            int number = session.ownProbe(view);
            if (number >= 0 && number < probes.size()) {
                probes.get(number).sentNanos = timeNanos;
            }
            return;
        }
        Optional<ProbeMethod.Match> match = session.match(view);
        if (match.isEmpty() && view.isTcp() && view.tcpAcknowledgement() >= 0) {
            for (int padding : paddings) {
                MemorySegment copy = withAcknowledgement(view.tcpAcknowledgement() - padding);
                patched.wrap(copy, 0, copy.byteSize());
                match = session.match(patched).filter(found -> paddingOf(found.probe()) == padding);
                if (match.isPresent()) {
                    break;
                }
            }
        }
        match.filter(found -> found.probe() >= 0 && found.probe() < probes.size())
                .ifPresent(found -> answered(probes.get(found.probe()), found, timeNanos));
    }

    private int paddingOf(int number) {
        return number >= 0 && number < probes.size() ? probes.get(number).lengthBytes - ownBytes : -1;
    }

    /** A reset acknowledges what a SYN carries (RFC 9293 section 3.10.7.1), and methods know nothing of the padding. */
    private MemorySegment withAcknowledgement(long acknowledgement) {
        MemorySegment copy = MemorySegment.ofArray(view.segment().asSlice(view.base(), view.lengthBytes()).toArray(JAVA_BYTE));
        copy.set(BIG_INT, view.transportOffset() + 8L, (int) acknowledgement);
        return copy;
    }

    private void answered(Probe probe, ProbeMethod.Match match, long timeNanos) {
        int mtu = match.kind() == ReplyKind.PACKET_TOO_BIG ? view.icmpMtu() : -1;
        boolean passed = match.fromTarget() || match.kind() == ReplyKind.TIME_EXCEEDED;
        if (probe.answer != null && !(probe.answer.isTooBig() && passed)) {
            // What passed was not too big, whoever was faster to say so.
            return;
        }
        if (mtu >= 0 && !isPlausible(mtu, probe)) {
            ignored++;
            return;
        }
        slowestNanos = Math.max(slowestNanos, timeNanos - probe.sentNanos);
        probe.answer = new Answer(view.source(), match.kind(), match.fromTarget(), mtu);
    }

    /** A router that is older than RFC 1191 says 0. In IPv6 there are none, and RFC 8201 section 4 wants less than 1280 ignored. */
    private boolean isPlausible(int mtu, Probe probe) {
        return mtu == 0 && leastMtuBytes == PathMtuRequest.LEAST_V4 || mtu >= leastMtuBytes && mtu < probe.lengthBytes;
    }
}
