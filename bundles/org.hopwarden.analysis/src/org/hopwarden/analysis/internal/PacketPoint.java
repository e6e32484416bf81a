package org.hopwarden.analysis.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.hopwarden.analysis.internal.Heads.Depth;
import org.hopwarden.net.Checksum;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;

/**
 * One packet by the values that policies look at.
 *
 * @param later a fragment other than the first
 * @param depth how much of layer 4 is there
 * @param first the source port or the ICMP type, where it is there
 * @param second the destination port or the ICMP code
 * @param tcpFlags as in {@link org.hopwarden.net.TcpFlags}
 * @param lengthBytes what the packet states as its length; -1 for what it has without a payload
 */
record PacketPoint(IpAddress source, IpAddress destination, boolean later, int protocol, Depth depth, int first, int second,
        int tcpFlags, int ttl, int dscp, int lengthBytes) {

    static final int TTL = 64;
    private static final int V6_HEADER_BYTES = 40;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int FRAGMENT_UNITS = 185;
    private static final int FRAGMENT_DATA_BYTES = 16;
    private static final int CUT_TCP_BYTES = 8;
    private static final int OTHER_BYTES = 8;

    /** A packet with the usual TTL, no DSCP and no payload. */
    PacketPoint(IpAddress source, IpAddress destination, boolean later, int protocol, Depth depth, int first, int second,
            int tcpFlags) {
        this(source, destination, later, protocol, depth, first, second, tcpFlags, TTL, 0, -1);
    }

    private boolean isIcmp() {
        return protocol == (source.isV4() ? IpProtocol.ICMP : IpProtocol.ICMPV6);
    }

    /** The packet from its IP header on. */
    MemorySegment bytes() {
        MemorySegment packet = withoutPayload();
        if (lengthBytes < 0 || lengthBytes == packet.byteSize()) {
            return packet;
        }
        boolean whole = later || depth == Heads.of(source.isV4() ? Plane.V4 : Plane.V6).deepest(protocol);
        long there = lengthBytes < packet.byteSize() || whole ? lengthBytes : packet.byteSize();
        MemorySegment resized = MemorySegment.ofArray(new byte[(int) there]);
        MemorySegment.copy(packet, 0, resized, 0, Math.min(packet.byteSize(), there));
        if (source.isV6()) {
            resized.set(SHORT, 4, (short) (lengthBytes - V6_HEADER_BYTES));
        } else {
            resized.set(SHORT, 2, (short) lengthBytes);
            setChecksum(resized);
        }
        return resized;
    }

    private MemorySegment withoutPayload() {
        IpHeader ip = IpHeader.of(source, destination, ttl).withTrafficClass(dscp << 2);
        if (later) {
            return fragment(ip);
        }
        if (protocol == IpProtocol.TCP) {
            return depth == Depth.FLAGS ? PacketBuilder.tcp(ip, first, second, 1, 0, tcpFlags, 64240)
                    : PacketBuilder.raw(ip, protocol, ports(depth == Depth.SECOND ? CUT_TCP_BYTES : start()));
        }
        if (isIcmp()) {
            return depth == Depth.SECOND
                    ? PacketBuilder.icmp(ip, first, second, 0, MemorySegment.ofArray(new byte[0]))
                    : PacketBuilder.raw(ip, protocol, depth == Depth.FIRST ? new byte[] { (byte) first } : new byte[0]);
        }
        if (IpProtocol.hasPorts(protocol)) {
            return depth != Depth.SECOND ? PacketBuilder.raw(ip, protocol, ports(start()))
                    : protocol == IpProtocol.UDP ? PacketBuilder.udp(ip, first, second, new byte[0])
                            : PacketBuilder.raw(ip, protocol, ports(OTHER_BYTES));
        }
        boolean headersMissing = source.isV6() && IpProtocol.isExtensionHeader(protocol);
        return PacketBuilder.raw(ip, protocol, new byte[headersMissing ? 0 : OTHER_BYTES]);
    }

    private int start() {
        return depth == Depth.FIRST ? 2 : 0;
    }

    private byte[] ports(int length) {
        byte[] bytes = new byte[length];
        int[] values = { first >>> 8, first, second >>> 8, second };
        for (int i = 0; i < Math.min(length, values.length); i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private MemorySegment fragment(IpHeader ip) {
        if (source.isV6()) {
            byte[] data = new byte[8 + FRAGMENT_DATA_BYTES];
            data[0] = (byte) protocol;
            MemorySegment.ofArray(data).set(SHORT, 2, (short) (FRAGMENT_UNITS << 3));
            data[7] = 1;
            return PacketBuilder.raw(ip, IpProtocol.FRAGMENT, data);
        }
        MemorySegment packet = PacketBuilder.raw(ip.withIdentification(1), protocol, new byte[FRAGMENT_DATA_BYTES]);
        packet.set(SHORT, 6, (short) FRAGMENT_UNITS);
        setChecksum(packet);
        return packet;
    }

    private static void setChecksum(MemorySegment packet) {
        packet.set(SHORT, 10, (short) 0);
        packet.set(SHORT, 10, (short) Checksum.finish(Checksum.add(0, packet, 0, 20)));
    }
}
