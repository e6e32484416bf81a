package org.hopwarden.probe;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.packetio.PacketSink.Direction;

/** A path of links with an MTU each, on virtual time. Link k leads to hop k; the last hop is the target. */
final class MtuPath implements PacketPort {

    static final long HOP_NANOS = 1_000_000;

    private record Arrival(long atNanos, int order, byte[] bytes, Direction direction) {
    }

    final boolean v6;
    final int[] mtus;
    final IpAddress source;
    final IpAddress target;
    /** Routers that swallow what is too long for their link, by hop; 0 is this host's. */
    final Set<Integer> swallowing = new HashSet<>();
    final Set<Integer> silent = new HashSet<>();
    /** Routers that do not say which length would fit. */
    final Set<Integer> wordless = new HashSet<>();
    boolean targetAnswers = true;
    /** What a liar at the first hop claims for every packet that is longer; 0 where there is none. */
    int lie;
    boolean lieIsFirst;
    double loss;
    Random random = new Random(1);
    /** Errors that each router may send at once, and how long until it may send one more; 0: as many as it likes. */
    int errorBurst;
    long errorIntervalNanos;
    int longestSent;

    private final double[] tokens = new double[300];
    private final long[] filledAt = new long[300];
    private final PriorityQueue<Arrival> queue = new PriorityQueue<>(
            Comparator.comparingLong(Arrival::atNanos).thenComparingInt(Arrival::order));
    private long now = 5_000_000_000L;
    private int order;

    MtuPath(boolean v6, int... mtus) {
        this.v6 = v6;
        this.mtus = mtus;
        source = hop(0);
        target = v6 ? IpAddress.parse("2001:db8:ffff::1") : IpAddress.parse("203.0.113.9");
    }

    IpAddress hop(int hop) {
        return hop == mtus.length ? target
                : v6 ? IpAddress.parse("2001:db8::" + Integer.toHexString(hop + 1)) : IpAddress.parse("10.0." + hop + ".1");
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
    public int reserveLocalPort(int protocol, IpAddress local) {
        return 40_000 + protocol;
    }

    @Override
    public void send(MemorySegment packet) {
        byte[] bytes = packet.toArray(ValueLayout.JAVA_BYTE);
        PacketView probe = PacketView.of(MemorySegment.ofArray(bytes));
        if (!probe.isTransportChecksumValid() || !probe.isHeaderChecksumValid() || probe.lengthBytes() != bytes.length) {
            throw new IllegalStateException("a broken probe: " + probe);
        }
        longestSent = Math.max(longestSent, bytes.length);
        queue.add(new Arrival(now + 10, order++, bytes, Direction.SENT));
        if (lie > 0 && bytes.length > lie) {
            tooBig(probe, 1, lie, lieIsFirst ? 0 : 100 * HOP_NANOS);
        }
        if (loss > 0 && random.nextDouble() < loss) {
            return;
        }
        for (int hop = 1; hop <= mtus.length; hop++) {
            if (bytes.length > mtus[hop - 1]) {
                if (!swallowing.contains(hop - 1) && mayError(hop - 1)) {
                    tooBig(probe, hop - 1, wordless.contains(hop - 1) ? 0 : mtus[hop - 1], 0);
                }
                return;
            }
            if (hop == mtus.length) {
                if (targetAnswers) {
                    deliver(hop, answer(probe), 0);
                }
            } else if (hop == probe.ttl()) {
                if (!silent.contains(hop) && mayError(hop)) {
                    deliver(hop, PacketBuilder.icmpError(back(hop), v6 ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED,
                            0, 0, probe), 0);
                }
                return;
            }
        }
    }

    private void tooBig(PacketView probe, int hop, int mtu, long extraNanos) {
        deliver(hop, v6 ? PacketBuilder.icmpError(back(hop), IcmpType.V6_PACKET_TOO_BIG, 0, mtu, probe)
                : PacketBuilder.icmpError(back(hop), IcmpType.UNREACHABLE, IcmpType.CODE_FRAGMENTATION_NEEDED, mtu, probe),
                extraNanos);
    }

    private boolean mayError(int hop) {
        if (errorBurst == 0) {
            return true;
        }
        tokens[hop] = filledAt[hop] == 0 ? errorBurst
                : Math.min(errorBurst, tokens[hop] + (double) (now - filledAt[hop]) / errorIntervalNanos);
        filledAt[hop] = now;
        if (tokens[hop] < 1) {
            return false;
        }
        tokens[hop]--;
        return true;
    }

    private IpHeader back(int hop) {
        return IpHeader.of(hop(hop), source, 64 - hop);
    }

    private MemorySegment answer(PacketView probe) {
        IpHeader back = back(mtus.length);
        if (probe.isIcmp()) {
            return PacketBuilder.echoReply(back, probe.icmpIdentifier(), probe.icmpSequence(),
                    probe.segment().asSlice(probe.payloadOffset()).toArray(ValueLayout.JAVA_BYTE));
        }
        if (probe.isTcp()) {
            return PacketBuilder.tcp(back, probe.destinationPort(), probe.sourcePort(), 77,
                    probe.tcpSequence() + 1 + probe.lengthBytes() - probe.payloadOffset(),
                    TcpFlags.RST | TcpFlags.ACK, 0);
        }
        return PacketBuilder.icmpError(back, v6 ? IcmpType.V6_UNREACHABLE : IcmpType.UNREACHABLE,
                v6 ? IcmpType.V6_CODE_PORT : IcmpType.CODE_PORT, 0, probe);
    }

    private void deliver(int hops, MemorySegment packet, long extraNanos) {
        queue.add(new Arrival(now + 2 * hops * HOP_NANOS + 20 + extraNanos, order++, packet.toArray(ValueLayout.JAVA_BYTE),
                Direction.RECEIVED));
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
