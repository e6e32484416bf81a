package org.hopwarden.net;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds whole packets with all lengths and checksums set. Each method returns a new segment on the heap that holds exactly
 * the packet, from its IP header on.
 */
public final class PacketBuilder {

    private static final byte[] NOTHING = {};

    private PacketBuilder() {
    }

    /** An echo request, ICMP or ICMPv6 as the addresses say. */
    public static MemorySegment echoRequest(IpHeader ip, int identifier, int sequence, byte[] payload) {
        int type = ip.version() == IpVersion.V6 ? IcmpType.V6_ECHO_REQUEST : IcmpType.ECHO_REQUEST;
        return icmp(ip, type, 0, identifier << 16 | sequence & 0xffff, MemorySegment.ofArray(payload));
    }

    /** An echo reply, ICMP or ICMPv6 as the addresses say. */
    public static MemorySegment echoReply(IpHeader ip, int identifier, int sequence, byte[] payload) {
        int type = ip.version() == IpVersion.V6 ? IcmpType.V6_ECHO_REPLY : IcmpType.ECHO_REPLY;
        return icmp(ip, type, 0, identifier << 16 | sequence & 0xffff, MemorySegment.ofArray(payload));
    }

    /**
     * Any ICMP or ICMPv6 message, as the addresses say.
     *
     * @param rest the 32 bits behind the checksum: identifier and sequence, MTU, pointer, or 0
     * @param body what follows them: an echo's payload, or the quoted packet of an error
     */
    public static MemorySegment icmp(IpHeader ip, int type, int code, int rest, MemorySegment body) {
        int length = Headers.ICMP_LENGTH + (int) body.byteSize();
        boolean v6 = ip.version() == IpVersion.V6;
        int protocol = v6 ? IpProtocol.ICMPV6 : IpProtocol.ICMP;
        MemorySegment packet = packet(ip, protocol, length);
        long at = packet.byteSize() - length;
        packet.set(Headers.BYTE, at, (byte) type);
        packet.set(Headers.BYTE, at + 1, (byte) code);
        packet.set(Headers.INT, at + 4, rest);
        MemorySegment.copy(body, 0, packet, at + Headers.ICMP_LENGTH, body.byteSize());
        long pseudo = v6 ? Checksum.pseudoHeader(ip.source(), ip.destination(), protocol, length) : 0;
        packet.set(Headers.SHORT, at + 2, (short) Checksum.finish(Checksum.add(pseudo, packet, at, length)));
        return packet;
    }

    /**
     * An ICMP error as a router sends it: it quotes as much of the packet as fits into 576 bytes (IPv4, RFC 1812 section
     * 4.3.2.3) or 1280 bytes (IPv6, RFC 4443 section 2.4).
     */
    public static MemorySegment icmpError(IpHeader ip, int type, int code, int rest, PacketView quoted) {
        int most = ip.version() == IpVersion.V6 ? 1280 - Headers.IPV6_LENGTH - Headers.ICMP_LENGTH
                : 576 - Headers.IPV4_LENGTH - Headers.ICMP_LENGTH;
        return icmp(ip, type, code, rest,
                quoted.segment().asSlice(quoted.base(), Math.min(quoted.lengthBytes(), most)));
    }

    /** A UDP datagram. A checksum that comes out as 0 is sent as 0xffff (RFC 768). */
    public static MemorySegment udp(IpHeader ip, int sourcePort, int destinationPort, byte[] payload) {
        int length = Headers.UDP_LENGTH + payload.length;
        MemorySegment packet = packet(ip, IpProtocol.UDP, length);
        long at = packet.byteSize() - length;
        packet.set(Headers.SHORT, at, (short) sourcePort);
        packet.set(Headers.SHORT, at + 2, (short) destinationPort);
        packet.set(Headers.SHORT, at + 4, (short) length);
        MemorySegment.copy(payload, 0, packet, Headers.BYTE, at + Headers.UDP_LENGTH, payload.length);
        int checksum = transportChecksum(ip, IpProtocol.UDP, packet, at, length);
        packet.set(Headers.SHORT, at + 6, (short) (checksum == 0 ? 0xffff : checksum));
        return packet;
    }

    /**
     * A UDP datagram whose checksum field is a wanted value, as Paris traceroute numbers its probes: the first two payload
     * bytes are chosen so that the checksum is true. Being the first, they stand in all but the shortest quotes.
     *
     * @param checksum 1 to 0xffff (0 would say that there is none)
     * @param payloadBytes at least 2; zeros but for the first two bytes
     */
    public static MemorySegment udpWithChecksum(IpHeader ip, int sourcePort, int destinationPort, int checksum,
            int payloadBytes) {
        if (checksum < 1 || checksum > 0xffff || payloadBytes < 2) {
            throw new IllegalArgumentException("checksum " + checksum + " in " + payloadBytes + " payload bytes");
        }
        MemorySegment packet = udp(ip, sourcePort, destinationPort, new byte[payloadBytes]);
        long at = packet.byteSize() - payloadBytes - Headers.UDP_LENGTH;
        int natural = packet.get(Headers.SHORT, at + 6) & 0xffff;
        // checksum = ~(sum + word), natural = ~sum, so word = natural - checksum in ones' complement arithmetic
        int word = Checksum.fold(natural + (~checksum & 0xffffL));
        packet.set(Headers.SHORT, at + Headers.UDP_LENGTH, (short) word);
        packet.set(Headers.SHORT, at + 6, (short) checksum);
        return packet;
    }

    /**
     * A TCP segment.
     *
     * @param flags as in {@link TcpFlags}
     * @param options a multiple of 4 bytes, at most 40
     */
    public static MemorySegment tcp(IpHeader ip, int sourcePort, int destinationPort, long sequence, long acknowledgement,
            int flags, int window, byte[] options, byte[] payload) {
        if (options.length % 4 != 0 || options.length > 40) {
            throw new IllegalArgumentException("TCP options come in 0, 4 .. 40 bytes, not " + options.length);
        }
        int header = Headers.TCP_LENGTH + options.length;
        int length = header + payload.length;
        MemorySegment packet = packet(ip, IpProtocol.TCP, length);
        long at = packet.byteSize() - length;
        packet.set(Headers.SHORT, at, (short) sourcePort);
        packet.set(Headers.SHORT, at + 2, (short) destinationPort);
        packet.set(Headers.INT, at + 4, (int) sequence);
        packet.set(Headers.INT, at + 8, (int) acknowledgement);
        packet.set(Headers.BYTE, at + 12, (byte) (header / 4 << 4));
        packet.set(Headers.BYTE, at + 13, (byte) flags);
        packet.set(Headers.SHORT, at + 14, (short) window);
        MemorySegment.copy(options, 0, packet, Headers.BYTE, at + Headers.TCP_LENGTH, options.length);
        MemorySegment.copy(payload, 0, packet, Headers.BYTE, at + header, payload.length);
        packet.set(Headers.SHORT, at + 16, (short) transportChecksum(ip, IpProtocol.TCP, packet, at, length));
        return packet;
    }

    /** A TCP segment without options and payload. */
    public static MemorySegment tcp(IpHeader ip, int sourcePort, int destinationPort, long sequence, long acknowledgement,
            int flags, int window) {
        return tcp(ip, sourcePort, destinationPort, sequence, acknowledgement, flags, window, NOTHING, NOTHING);
    }

    /** A packet of any protocol with these bytes behind its IP header. */
    public static MemorySegment raw(IpHeader ip, int protocol, byte[] payload) {
        MemorySegment packet = packet(ip, protocol, payload.length);
        MemorySegment.copy(payload, 0, packet, Headers.BYTE, packet.byteSize() - payload.length, payload.length);
        return packet;
    }

    /**
     * Cuts a whole packet into fragments that each fit into an MTU.
     *
     * @param packet a whole packet without extension headers, as the other methods build it
     * @param mtuBytes at least 8 more than the IP header (IPv6: 16 more)
     * @param identification of all the fragments
     * @return the fragments in order; the packet alone where it fits
     */
    public static List<MemorySegment> fragments(MemorySegment packet, int mtuBytes, int identification) {
        PacketView view = PacketView.of(packet);
        if (view.lengthBytes() <= mtuBytes) {
            return List.of(packet);
        }
        int transport = view.transportOffset();
        int data = view.transportLengthBytes();
        int each = (mtuBytes - transport - (view.isV6() ? 8 : 0)) & ~7;
        if (each < 8) {
            throw new IllegalArgumentException("no fragment fits into an MTU of " + mtuBytes + " bytes");
        }
        List<MemorySegment> fragments = new ArrayList<>();
        for (int offset = 0; offset < data; offset += each) {
            int length = Math.min(each, data - offset);
            fragments.add(fragment(view, offset, length, offset, offset + length < data, identification));
        }
        return fragments;
    }

    /**
     * A fragment that holds all that stands behind a packet's IP header.
     *
     * @param packet a packet without extension headers, as the other methods build it
     * @param offsetBytes where the data stood before it was cut up, a multiple of 8 up to 65528
     * @param more whether more fragments follow
     */
    public static MemorySegment asFragment(MemorySegment packet, int offsetBytes, boolean more, int identification) {
        PacketView view = PacketView.of(packet);
        int length = (int) packet.byteSize() - headerLength(view);
        return fragment(view, 0, length, offsetBytes, more, identification);
    }

    private static int headerLength(PacketView packet) {
        return packet.isV6() ? Headers.IPV6_LENGTH : (packet.byteAt(0) & 0xf) * 4;
    }

    /** @param start of its data behind the whole packet's IP header */
    private static MemorySegment fragment(PacketView whole, int start, int length, int offset, boolean more,
            int identification) {
        int transport = headerLength(whole);
        int extra = whole.isV6() ? 8 : 0;
        MemorySegment fragment = MemorySegment.ofArray(new byte[transport + extra + length]);
        MemorySegment.copy(whole.segment(), whole.base(), fragment, 0, transport);
        MemorySegment.copy(whole.segment(), whole.base() + transport + start, fragment, transport + extra, length);
        if (whole.isV6()) {
            fragment.set(Headers.SHORT, 4, (short) (8 + length));
            fragment.set(Headers.BYTE, 6, (byte) IpProtocol.FRAGMENT);
            fragment.set(Headers.BYTE, transport, (byte) whole.byteAt(6));
            fragment.set(Headers.SHORT, transport + 2, (short) (offset | (more ? 1 : 0)));
            fragment.set(Headers.INT, transport + 4, identification);
        } else {
            fragment.set(Headers.SHORT, 2, (short) (transport + length));
            fragment.set(Headers.SHORT, 4, (short) identification);
            fragment.set(Headers.SHORT, 6, (short) (offset >>> 3 | (more ? 0x2000 : 0)));
            setHeaderChecksum(fragment, transport);
        }
        return fragment;
    }

    /** A packet with its IP header filled in and {@code length} zero bytes behind it. */
    private static MemorySegment packet(IpHeader ip, int protocol, int length) {
        boolean v6 = ip.version() == IpVersion.V6;
        int header = v6 ? Headers.IPV6_LENGTH : Headers.IPV4_LENGTH;
        if (length + header > 0xffff) {
            throw new IllegalArgumentException("a packet holds at most 65535 bytes, not " + (length + header));
        }
        MemorySegment packet = MemorySegment.ofArray(new byte[header + length]);
        if (v6) {
            packet.set(Headers.INT, 0, 6 << 28 | ip.trafficClass() << 20 | ip.flowLabel());
            packet.set(Headers.SHORT, 4, (short) length);
            packet.set(Headers.BYTE, 6, (byte) protocol);
            packet.set(Headers.BYTE, 7, (byte) ip.ttl());
            ip.source().write(packet, 8);
            ip.destination().write(packet, 24);
        } else {
            packet.set(Headers.BYTE, 0, (byte) 0x45);
            packet.set(Headers.BYTE, 1, (byte) ip.trafficClass());
            packet.set(Headers.SHORT, 2, (short) packet.byteSize());
            packet.set(Headers.SHORT, 4, (short) ip.identification());
            packet.set(Headers.SHORT, 6, (short) (ip.dontFragment() ? 0x4000 : 0));
            packet.set(Headers.BYTE, 8, (byte) ip.ttl());
            packet.set(Headers.BYTE, 9, (byte) protocol);
            ip.source().write(packet, 12);
            ip.destination().write(packet, 16);
            setHeaderChecksum(packet, header);
        }
        return packet;
    }

    private static void setHeaderChecksum(MemorySegment packet, int headerLength) {
        packet.set(Headers.SHORT, 10, (short) 0);
        packet.set(Headers.SHORT, 10, (short) Checksum.of(packet, 0, headerLength));
    }

    private static int transportChecksum(IpHeader ip, int protocol, MemorySegment packet, long offset, int length) {
        long pseudo = Checksum.pseudoHeader(ip.source(), ip.destination(), protocol, length);
        return Checksum.finish(Checksum.add(pseudo, packet, offset, length));
    }
}
