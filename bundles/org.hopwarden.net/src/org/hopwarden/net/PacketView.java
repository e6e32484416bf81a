package org.hopwarden.net;

import java.lang.foreign.MemorySegment;

/**
 * Reads the headers of one IP packet in place. A view is made once and pointed at packet after packet with {@link #wrap}: it
 * copies nothing and allocates nothing, but for the methods that return an {@link IpAddress}.
 * <p>
 * A packet may be cut short, as the quotes in ICMP errors are: {@link #wrap} then still succeeds where the IP header is
 * whole, and each accessor of a later field answers -1 when its bytes are not there. Fields of the transport header are there
 * only in whole packets and first fragments. Offsets are counted from the first byte of the packet.
 * <p>
 * Not safe for use by several threads at a time.
 */
public final class PacketView {

    private MemorySegment segment = MemorySegment.NULL;
    private long base;
    private int captured;
    private int available;
    private boolean valid;
    private boolean v6;
    private int protocol;
    private int transport;
    private int fragmentField;
    private int fragmentHeader;

    /** Points a new view at a whole segment, which may hold less than a packet: see {@link #isValid}. */
    public static PacketView of(MemorySegment packet) {
        PacketView view = new PacketView();
        view.wrap(packet, 0, packet.byteSize());
        return view;
    }

    /**
     * Points this view at a packet. Bytes behind the packet's own length (link-layer padding) are left out.
     *
     * @param offset where the IP header starts
     * @param length how many bytes are there, at least 0
     * @return whether there is an IPv4 or IPv6 header that is whole and not contradictory; else no other method but
     *         {@link #isValid} may be called
     */
    public boolean wrap(MemorySegment packet, long offset, long length) {
        segment = packet;
        base = offset;
        captured = (int) Math.min(length, Integer.MAX_VALUE);
        fragmentField = 0;
        fragmentHeader = -1;
        transport = -1;
        protocol = -1;
        valid = captured > 0 && switch (segment.get(Headers.BYTE, base) >>> 4 & 0xf) {
            case 4 -> wrapV4();
            case 6 -> wrapV6();
            default -> false;
        };
        return valid;
    }

    private boolean wrapV4() {
        v6 = false;
        if (captured < Headers.IPV4_LENGTH) {
            return false;
        }
        int headerLength = (byteAt(0) & 0xf) * 4;
        int total = shortAt(2);
        if (headerLength < Headers.IPV4_LENGTH || headerLength > captured || total != 0 && total < headerLength) {
            return false;
        }
        // Length 0 stands in packets that a device will cut up itself (TSO), seen when capturing on the sending host.
        available = total == 0 ? captured : Math.min(captured, total);
        protocol = byteAt(9);
        transport = headerLength;
        fragmentField = shortAt(6) & 0x3fff;
        return true;
    }

    private boolean wrapV6() {
        v6 = true;
        if (captured < Headers.IPV6_LENGTH) {
            return false;
        }
        int payload = shortAt(4);
        available = payload == 0 ? captured : Math.min(captured, Headers.IPV6_LENGTH + payload);
        int next = byteAt(6);
        int at = Headers.IPV6_LENGTH;
        // However many there are: hosts read them all, so whoever stopped before would let a rule be passed by. Each has at least 8 bytes.
        while (IpProtocol.isExtensionHeader(next) && fragmentOffset() <= 0) {
            if (at + 8 > available) {
                protocol = next;
                transport = available;
                return true;
            }
            int header = next;
            next = byteAt(at);
            if (header == IpProtocol.FRAGMENT) {
                fragmentHeader = at;
                int field = shortAt(at + 2);
                fragmentField = field >>> 3 | (field & 1) << 13;
                at += 8;
            } else {
                at += header == IpProtocol.AH ? (byteAt(at + 1) + 2) * 4 : (byteAt(at + 1) + 1) * 8;
            }
        }
        protocol = next;
        transport = Math.min(at, available);
        return true;
    }

    /** Whether the last {@link #wrap} found an IP packet. */
    public boolean isValid() {
        return valid;
    }

    public IpVersion version() {
        return v6 ? IpVersion.V6 : IpVersion.V4;
    }

    public boolean isV4() {
        return !v6;
    }

    public boolean isV6() {
        return v6;
    }

    /** The bytes of this packet that are there: no more than its own length says, and less where it is cut short. */
    public int lengthBytes() {
        return available;
    }

    /** The packet's length as its header states it, which may be more than is there. */
    public int statedLengthBytes() {
        int stated = v6 ? shortAt(4) : shortAt(2);
        return stated == 0 ? available : v6 ? Headers.IPV6_LENGTH + stated : stated;
    }

    /** Whether the packet states more bytes than are there. */
    public boolean isCutShort() {
        return statedLengthBytes() > available;
    }

    /** The segment that holds the packet; the packet starts at {@link #base}. */
    public MemorySegment segment() {
        return segment;
    }

    /** Where the packet starts in {@link #segment}. */
    public long base() {
        return base;
    }

    public IpAddress source() {
        return IpAddress.read(segment, base + (v6 ? 8 : 12), version());
    }

    public IpAddress destination() {
        return IpAddress.read(segment, base + (v6 ? 24 : 16), version());
    }

    /** The upper 64 bits of the source, 0 for IPv4. */
    public long sourceHigh() {
        return v6 ? longAt(8) : 0;
    }

    /** The lower 64 bits of the source, or the IPv4 address zero-extended. */
    public long sourceLow() {
        return v6 ? longAt(16) : intAt(12);
    }

    /** The upper 64 bits of the destination, 0 for IPv4. */
    public long destinationHigh() {
        return v6 ? longAt(24) : 0;
    }

    /** The lower 64 bits of the destination, or the IPv4 address zero-extended. */
    public long destinationLow() {
        return v6 ? longAt(32) : intAt(16);
    }

    /** Time to live or hop limit, 0 to 255. */
    public int ttl() {
        return byteAt(v6 ? 7 : 8);
    }

    /** The traffic class byte: DSCP in the upper six bits, ECN in the lower two. */
    public int trafficClass() {
        return v6 ? shortAt(0) >>> 4 & 0xff : byteAt(1);
    }

    /** The differentiated services code point, 0 to 63. */
    public int dscp() {
        return trafficClass() >>> 2;
    }

    /** The IPv6 flow label, 0 to 0xfffff; -1 for IPv4. */
    public int flowLabel() {
        return v6 ? (int) (intAt(0) & 0xfffff) : -1;
    }

    /** The identification: 16 bits of IPv4, 32 bits of an IPv6 fragment header, -1 where an IPv6 packet has none. */
    public long identification() {
        return v6 ? fragmentHeader < 0 ? -1 : intAt(fragmentHeader + 4) : shortAt(4);
    }

    /** The IPv4 don't-fragment bit; an IPv6 packet is never fragmented on its way, so always true. */
    public boolean dontFragment() {
        return v6 || (byteAt(6) & 0x40) != 0;
    }

    /** Where this fragment's data stands in the whole packet's, in bytes; 0 for a whole packet. */
    public int fragmentOffset() {
        return (fragmentField & 0x1fff) << 3;
    }

    public boolean moreFragments() {
        return (fragmentField & 0x2000) != 0;
    }

    /** Whether this is a fragment, the first one included. An IPv6 atomic fragment (RFC 6946) is none. */
    public boolean isFragment() {
        return fragmentField != 0;
    }

    /** Whether this is a fragment without the transport header: one with an offset. */
    public boolean isLaterFragment() {
        return (fragmentField & 0x1fff) != 0;
    }

    /** The protocol behind all IPv6 extension headers that can be read, 0 to 255. */
    public int protocol() {
        return protocol;
    }

    /** Where the transport header, or a later fragment's data, starts. */
    public int transportOffset() {
        return transport;
    }

    /** How many bytes are there from {@link #transportOffset} on. */
    public int transportLengthBytes() {
        return available - transport;
    }

    /** Whether the first {@code bytes} bytes of the transport header are there. */
    public boolean hasTransport(int bytes) {
        return !isLaterFragment() && available - transport >= bytes;
    }

    /** The source port, 0 to 65535; -1 where the protocol has none or it is not there. */
    public int sourcePort() {
        return IpProtocol.hasPorts(protocol) && hasTransport(2) ? shortAt(transport) : -1;
    }

    /** The destination port, 0 to 65535; -1 where the protocol has none or it is not there. */
    public int destinationPort() {
        return IpProtocol.hasPorts(protocol) && hasTransport(4) ? shortAt(transport + 2) : -1;
    }

    public boolean isTcp() {
        return protocol == IpProtocol.TCP;
    }

    public boolean isUdp() {
        return protocol == IpProtocol.UDP;
    }

    /** Whether this is ICMP in IPv4 or ICMPv6 in IPv6. */
    public boolean isIcmp() {
        return protocol == (v6 ? IpProtocol.ICMPV6 : IpProtocol.ICMP);
    }

    /** The TCP sequence number, 0 to 2^32-1; -1 where it is not there. */
    public long tcpSequence() {
        return isTcp() && hasTransport(8) ? intAt(transport + 4) : -1;
    }

    /** The TCP acknowledgement number, 0 to 2^32-1; -1 where it is not there. */
    public long tcpAcknowledgement() {
        return isTcp() && hasTransport(12) ? intAt(transport + 8) : -1;
    }

    /** The TCP control bits as in {@link TcpFlags}; -1 where they are not there. */
    public int tcpFlags() {
        return isTcp() && hasTransport(14) ? byteAt(transport + 13) : -1;
    }

    /** The TCP header's length in bytes as it states it; -1 where it is not there. */
    public int tcpHeaderLength() {
        return isTcp() && hasTransport(13) ? (byteAt(transport + 12) >>> 4) * 4 : -1;
    }

    /** The TCP window, not scaled; -1 where it is not there. */
    public int tcpWindow() {
        return isTcp() && hasTransport(16) ? shortAt(transport + 14) : -1;
    }

    /** The length field of a UDP header; -1 where it is not there. */
    public int udpLength() {
        return isUdp() && hasTransport(6) ? shortAt(transport + 4) : -1;
    }

    /** The checksum field of TCP, UDP or ICMP; -1 where it is not there. */
    public int transportChecksum() {
        int at = checksumOffset();
        return at >= 0 && hasTransport(at + 2) ? shortAt(transport + at) : -1;
    }

    /** Where the checksum stands in the transport header; -1 for a protocol that is not TCP, UDP or ICMP. */
    public int checksumOffset() {
        return isTcp() ? 16 : isUdp() ? 6 : isIcmp() ? 2 : -1;
    }

    /** The ICMP type, 0 to 255; -1 where it is not there. */
    public int icmpType() {
        return isIcmp() && hasTransport(1) ? byteAt(transport) : -1;
    }

    /** The ICMP code, 0 to 255; -1 where it is not there. */
    public int icmpCode() {
        return isIcmp() && hasTransport(2) ? byteAt(transport + 1) : -1;
    }

    /** The identifier of an ICMP echo; -1 where it is not there. */
    public int icmpIdentifier() {
        return isIcmp() && hasTransport(6) ? shortAt(transport + 4) : -1;
    }

    /** The sequence number of an ICMP echo; -1 where it is not there. */
    public int icmpSequence() {
        return isIcmp() && hasTransport(8) ? shortAt(transport + 6) : -1;
    }

    /** Whether this is an ICMP error: a message that quotes another packet. */
    public boolean isIcmpError() {
        int type = icmpType();
        return type >= 0 && IcmpType.isError(version(), type);
    }

    /** The next-hop MTU in bytes of fragmentation needed (RFC 1191) or packet too big; -1 in any other packet. */
    public int icmpMtu() {
        if (!hasTransport(8) || !isIcmp()) {
            return -1;
        }
        if (v6) {
            return icmpType() == IcmpType.V6_PACKET_TOO_BIG ? (int) Math.min(intAt(transport + 4), Integer.MAX_VALUE) : -1;
        }
        return icmpType() == IcmpType.UNREACHABLE && icmpCode() == IcmpType.CODE_FRAGMENTATION_NEEDED
                ? shortAt(transport + 6) : -1;
    }

    /**
     * Points another view at the packet that this ICMP error quotes. What follows the quote (see {@link IcmpExtensions}) is left
     * out.
     *
     * @return false where this is no ICMP error or its quote holds no whole IP header
     */
    public boolean quote(PacketView quoted) {
        if (!isIcmpError() || !hasTransport(Headers.ICMP_LENGTH)) {
            return false;
        }
        int extension = icmpExtensionOffset();
        int start = transport + Headers.ICMP_LENGTH;
        return quoted.wrap(segment, base + start, (extension < 0 ? available : extension) - start);
    }

    /**
     * Where the extension structure of this ICMP error starts (RFC 4884): behind the quote, whose length the message states; at
     * byte 128 of the body where it states none, as routers did before that RFC.
     *
     * @return -1 where there is none: no error that can have one, or neither version 2 nor a checksum that holds
     */
    public int icmpExtensionOffset() {
        int type = icmpType();
        boolean extensible = v6 ? type == IcmpType.V6_UNREACHABLE || type == IcmpType.V6_TIME_EXCEEDED
                : type == IcmpType.UNREACHABLE || type == IcmpType.TIME_EXCEEDED || type == IcmpType.PARAMETER_PROBLEM;
        if (!extensible || !hasTransport(Headers.ICMP_LENGTH)) {
            return -1;
        }
        int stated = v6 ? byteAt(transport + 4) * 8 : byteAt(transport + 5) * 4;
        int at = transport + Headers.ICMP_LENGTH + (stated == 0 ? Headers.ICMP_QUOTE_BEFORE_EXTENSION : stated);
        if (at + Headers.ICMP_EXTENSION_LENGTH > available || byteAt(at) >>> 4 != 2) {
            return -1;
        }
        boolean unchecked = shortAt(at + 2) == 0;
        if (unchecked ? stated == 0 : Checksum.of(segment, base + at, available - at) != 0) {
            return -1;
        }
        return at;
    }

    /** Where the data behind the transport header starts; -1 where the header is not whole. */
    public int payloadOffset() {
        int header = isTcp() ? Math.max(tcpHeaderLength(), Headers.TCP_LENGTH)
                : isUdp() || isIcmp() ? Headers.UDP_LENGTH : 0;
        return hasTransport(header) ? transport + header : -1;
    }

    /** Whether the IPv4 header checksum holds; IPv6 has none, so true. */
    public boolean isHeaderChecksumValid() {
        return v6 || Checksum.of(segment, base, (byteAt(0) & 0xf) * 4) == 0;
    }

    /**
     * Whether the checksum of TCP, UDP or ICMP holds. True for other protocols and for an IPv4 UDP checksum of 0, which says
     * that there is none (RFC 768); false where bytes are missing or this is a fragment.
     */
    public boolean isTransportChecksumValid() {
        if (checksumOffset() < 0) {
            return true;
        }
        if (isFragment() || isCutShort() || transportChecksum() < 0) {
            return false;
        }
        if (isUdp() && transportChecksum() == 0) {
            return !v6;
        }
        int length = available - transport;
        long sum = isIcmp() && !v6 ? 0 : Checksum.pseudoHeader(source(), destination(), protocol, length);
        return Checksum.finish(Checksum.add(sum, segment, base + transport, length)) == 0;
    }

    /** The unsigned byte at an offset from the packet's start. */
    public int byteAt(int offset) {
        return segment.get(Headers.BYTE, base + offset) & 0xff;
    }

    /** The unsigned 16-bit number at an offset from the packet's start. */
    public int shortAt(int offset) {
        return segment.get(Headers.SHORT, base + offset) & 0xffff;
    }

    /** The unsigned 32-bit number at an offset from the packet's start. */
    public long intAt(int offset) {
        return segment.get(Headers.INT, base + offset) & 0xffff_ffffL;
    }

    private long longAt(int offset) {
        return segment.get(Headers.LONG, base + offset);
    }

    /** Source, destination, protocol and ports in one line, for messages. */
    @Override
    public String toString() {
        if (!valid) {
            return "no IP packet";
        }
        String ports = sourcePort() >= 0 ? " " + sourcePort() + " > " + destinationPort()
                : icmpType() >= 0 ? " " + IcmpType.text(version(), icmpType(), icmpCode()) : "";
        return source() + " > " + destination() + " " + IpProtocol.name(protocol) + ports + ", ttl " + ttl() + ", "
                + available + " bytes" + (isFragment() ? ", fragment at " + fragmentOffset() : "");
    }
}
