package org.hopwarden.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;

/** Makes the bytes of described packets. */
final class PacketBytes {

    /** How much of layer 4 the quote of an ICMP error holds: what RFC 792 asks for. */
    static final int QUOTED_BYTES = 8;

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int PROBE_PORT = 33_434;
    private static final int FRAGMENT_ID = 1;
    private static final int WINDOW = 64_240;

    private PacketBytes() {
    }

    /** The length of a protocol's header; 0 for one of which nothing is known. */
    static int headerBytes(int protocol) {
        return switch (protocol) {
            case IpProtocol.TCP -> 20;
            case IpProtocol.SCTP -> 12;
            case IpProtocol.UDP, IpProtocol.UDP_LITE, IpProtocol.ICMP, IpProtocol.ICMPV6 -> 8;
            default -> 0;
        };
    }

    static PacketView of(DescribedPacket described) {
        IpHeader ip = new IpHeader(described.source(), described.destination(), described.ttl(), described.dscp() << 2, 0,
                false, 0);
        int data = described.lengthBytes() - DescribedPacket.headerBytes(described.version(), described.isFragment());
        MemorySegment packet = whole(ip, described, data);
        if (described.isFragment()) {
            packet = PacketBuilder.asFragment(packet, described.fragmentOffset(), described.moreFragments(), FRAGMENT_ID);
        }
        return PacketView.of(packet.asSlice(0, described.capturedBytes()));
    }

    /** The packet with as much behind its IP header as it says. */
    private static MemorySegment whole(IpHeader ip, DescribedPacket described, int data) {
        if (described.isLaterFragment()) {
            return PacketBuilder.raw(ip, described.protocol(), new byte[data]);
        }
        int header = headerBytes(described.protocol());
        MemorySegment packet = layer4(ip, described, new byte[Math.max(0, data - header)]);
        if (data >= header) {
            return packet;
        }
        byte[] start = packet.asSlice(packet.byteSize() - header, data).toArray(ValueLayout.JAVA_BYTE);
        return PacketBuilder.raw(ip, described.protocol(), start);
    }

    private static MemorySegment layer4(IpHeader ip, DescribedPacket described, byte[] payload) {
        int source = Math.max(0, described.sourcePort());
        int destination = Math.max(0, described.destinationPort());
        if (described.isIcmp()) {
            int type = Math.max(0, described.icmpType());
            MemorySegment body = MemorySegment.ofArray(payload);
            if (IcmpType.isError(ip.version(), type)) {
                quote(ip, body);
            }
            return PacketBuilder.icmp(ip, type, Math.max(0, described.icmpCode()), 0, body);
        }
        return switch (described.protocol()) {
            case IpProtocol.TCP -> PacketBuilder.tcp(ip, source, destination, 1, 0, Math.max(0, described.tcpFlags()),
                    WINDOW, new byte[0], payload);
            case IpProtocol.UDP -> PacketBuilder.udp(ip, source, destination, payload);
            default -> PacketBuilder.raw(ip, described.protocol(), ports(described.protocol(), source, destination, payload));
        };
    }

    private static byte[] ports(int protocol, int source, int destination, byte[] payload) {
        byte[] data = new byte[headerBytes(protocol) + payload.length];
        if (IpProtocol.hasPorts(protocol)) {
            MemorySegment segment = MemorySegment.ofArray(data);
            segment.set(SHORT, 0, (short) source);
            segment.set(SHORT, 2, (short) destination);
        }
        return data;
    }

    /** A probe of a trace, from the error's destination to its source. */
    private static void quote(IpHeader ip, MemorySegment body) {
        MemorySegment probe = PacketBuilder.udp(IpHeader.of(ip.destination(), ip.source(), 1), PROBE_PORT, PROBE_PORT,
                new byte[0]);
        MemorySegment.copy(probe, 0, body, 0, Math.min(probe.byteSize(), body.byteSize()));
    }
}
