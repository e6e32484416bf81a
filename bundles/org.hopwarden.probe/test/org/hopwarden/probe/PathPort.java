package org.hopwarden.probe;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.packetio.PacketSink.Direction;

/** One path of routers in virtual time, made to measure for a test. Each hop adds 1 ms each way. */
class PathPort implements PacketPort {

    static final long HOP_NANOS = 1_000_000;
    private static final byte[] NOTHING = {};

    private record Arrival(long atNanos, int order, byte[] bytes, Direction direction) {
    }

    final IpAddress source;
    final IpAddress target;
    final int distance;
    final Set<Integer> silent = new HashSet<>();
    final List<MemorySegment> sent = new ArrayList<>();
    /** Packets that need more hops than this vanish. */
    int blackHoleBehind = Integer.MAX_VALUE;
    /** The router at this hop refuses to forward; 0 for none. */
    int refusingHop;
    int refusingCode = IcmpType.CODE_ADMIN_PROHIBITED;
    boolean portOpen;
    boolean targetAnswers = true;
    /** Fails the send of this number, counted from 1. */
    int failAtSend;
    /** Delays a reply by that many nanoseconds, given the TTL of the probe. */
    ToIntFunction<Integer> extraNanos = ttl -> 0;
    boolean duplicateReplies;
    /** What a hop sees of a probe: the probe as it was sent, unless something on the way rewrites it. */
    BiFunction<Integer, MemorySegment, MemorySegment> seenAt = (hop, probe) -> probe;
    /** How many bytes of a probe routers quote at the most. */
    int quoteBytes = 500;
    /** What routers put behind their quotes (RFC 4884). */
    byte[] extension = NOTHING;
    /** The router at this hop answers with the target's address, as behind a destination NAT; 0 for none. */
    int poseAsTarget;

    private final PriorityQueue<Arrival> queue = new PriorityQueue<>(
            Comparator.comparingLong(Arrival::atNanos).thenComparingInt(Arrival::order));
    private long now = 5_000_000_000L;
    private int order;

    PathPort(boolean v6, int distance) {
        this.distance = distance;
        source = router(v6, 0);
        target = v6 ? IpAddress.parse("2001:db8:ffff::1") : IpAddress.parse("203.0.113.9");
    }

    static IpAddress router(boolean v6, int hop) {
        return v6 ? IpAddress.parse("2001:db8::" + Integer.toHexString(hop + 1)) : IpAddress.parse("10.0." + hop + ".1");
    }

    @Override
    public long nowNanos() {
        return now;
    }

    @Override
    public IpAddress sourceFor(IpAddress destination) {
        return source;
    }

    @Override
    public int reserveLocalPort(int protocol, IpAddress local) throws PacketPortException {
        return 40_000 + protocol;
    }

    @Override
    public void send(MemorySegment packet) throws PacketPortException {
        byte[] bytes = packet.toArray(ValueLayout.JAVA_BYTE);
        sent.add(MemorySegment.ofArray(bytes));
        if (sent.size() == failAtSend) {
            throw new PacketPortException(PacketPortException.Reason.REFUSED, "the packet was refused", "Open the firewall");
        }
        queue.add(new Arrival(now + 10, order++, bytes, Direction.SENT));
        PacketView probe = PacketView.of(MemorySegment.ofArray(bytes));
        int ttl = probe.ttl();
        int refuse = refusingHop == 0 ? Integer.MAX_VALUE : refusingHop;
        int stopsAt = Math.min(ttl, distance);
        if (stopsAt > blackHoleBehind) {
            return;
        }
        if (stopsAt > refuse) {
            boolean v6 = probe.isV6();
            deliver(ttl, refuse, PacketBuilder.icmpError(back(refuse, probe), v6 ? IcmpType.V6_UNREACHABLE
                    : IcmpType.UNREACHABLE, refusingCode, 0, probe));
        } else if (ttl < distance) {
            if (!silent.contains(ttl)) {
                deliver(ttl, ttl, timeExceeded(ttl, probe));
            }
        } else if (targetAnswers) {
            deliver(ttl, distance, answer(probe));
        }
    }

    private MemorySegment timeExceeded(int hop, PacketView probe) {
        byte[] seen = seenAt.apply(hop, withTtl(probe, 1)).toArray(ValueLayout.JAVA_BYTE);
        byte[] quote = Arrays.copyOf(seen, Math.min(seen.length, quoteBytes));
        int unit = probe.isV6() ? 8 : 4;
        int length = 0;
        if (extension.length > 0) {
            int padded = Math.max(128, (quote.length + unit - 1) / unit * unit);
            quote = Arrays.copyOf(quote, padded + extension.length);
            System.arraycopy(extension, 0, quote, padded, extension.length);
            length = padded / unit;
        }
        return PacketBuilder.icmp(back(hop, probe), probe.isV6() ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED, 0,
                probe.isV6() ? length << 24 : length << 16, MemorySegment.ofArray(quote));
    }

    private static MemorySegment withTtl(PacketView probe, int ttl) {
        byte[] bytes = probe.segment().toArray(ValueLayout.JAVA_BYTE);
        bytes[probe.isV6() ? 7 : 8] = (byte) ttl;
        return MemorySegment.ofArray(bytes);
    }

    private IpHeader back(int hop, PacketView probe) {
        IpAddress from = hop == distance || hop == poseAsTarget ? target : router(probe.isV6(), hop);
        return IpHeader.of(from, probe.source(), replyTtl(hop));
    }

    /** With what TTL a reply of a hop comes in. */
    int replyTtl(int hop) {
        return 64 - hop;
    }

    private MemorySegment answer(PacketView probe) {
        IpHeader back = back(distance, probe);
        if (probe.isIcmp()) {
            return PacketBuilder.echoReply(back, probe.icmpIdentifier(), probe.icmpSequence(),
                    probe.segment().asSlice(probe.payloadOffset()).toArray(ValueLayout.JAVA_BYTE));
        }
        if (probe.isTcp() && (probe.tcpFlags() & TcpFlags.ACK) != 0) {
            return PacketBuilder.tcp(back, probe.destinationPort(), probe.sourcePort(), probe.tcpAcknowledgement(), 0,
                    TcpFlags.RST, 0);
        }
        if (probe.isTcp()) {
            return PacketBuilder.tcp(back, probe.destinationPort(), probe.sourcePort(), 77, probe.tcpSequence() + 1,
                    portOpen ? TcpFlags.SYN | TcpFlags.ACK : TcpFlags.RST | TcpFlags.ACK, 0);
        }
        if (portOpen) {
            byte[] echoed = probe.segment().asSlice(probe.payloadOffset()).toArray(ValueLayout.JAVA_BYTE);
            return PacketBuilder.udp(back, probe.destinationPort(), probe.sourcePort(), echoed);
        }
        return PacketBuilder.icmpError(back, probe.isV6() ? IcmpType.V6_UNREACHABLE : IcmpType.UNREACHABLE,
                probe.isV6() ? IcmpType.V6_CODE_PORT : IcmpType.CODE_PORT, 0, probe);
    }

    private void deliver(int ttl, int hops, MemorySegment packet) {
        long at = now + 2 * hops * HOP_NANOS + 10 + extraNanos.applyAsInt(ttl);
        for (int i = 0; i < (duplicateReplies ? 2 : 1); i++) {
            queue.add(new Arrival(at, order++, packet.toArray(ValueLayout.JAVA_BYTE), Direction.RECEIVED));
        }
    }

    /** Lets any bytes come in at once. */
    void inject(byte[] packet) {
        queue.add(new Arrival(now, order++, packet, Direction.RECEIVED));
    }

    @Override
    public int receive(PacketSink sink, long deadlineNanos) {
        if (queue.isEmpty() || queue.peek().atNanos() > Math.max(deadlineNanos, now)) {
            now = Math.max(now, deadlineNanos);
            return 0;
        }
        Arrival first = queue.remove();
        now = Math.max(now, first.atNanos());
        sink.packet(MemorySegment.ofArray(first.bytes()), 0, first.bytes().length, first.atNanos(), first.direction());
        return 1;
    }

    @Override
    public void close() {
        queue.clear();
    }
}
