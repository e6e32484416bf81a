package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;

import org.hopwarden.engine.RejectWith;
import org.hopwarden.lab.NodeBehaviour;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;

/** The ICMP errors that nodes send, and when they must not. */
final class IcmpErrors {

    /** Internetwork control (RFC 1812 section 4.3.2.5). */
    private static final int ERROR_TRAFFIC_CLASS = 0xc0;
    private static final int ROUTER_TTL = 255;
    private static final int HOST_TTL = 64;

    /** An error, as it is named in both IP versions. */
    enum Kind {
        TIME_EXCEEDED(IcmpType.TIME_EXCEEDED, 0, IcmpType.V6_TIME_EXCEEDED, 0),
        NO_ROUTE(IcmpType.UNREACHABLE, IcmpType.CODE_NET, IcmpType.V6_UNREACHABLE, IcmpType.V6_CODE_NO_ROUTE),
        HOST_UNREACHABLE(IcmpType.UNREACHABLE, IcmpType.CODE_HOST, IcmpType.V6_UNREACHABLE, IcmpType.V6_CODE_ADDRESS),
        PORT_UNREACHABLE(IcmpType.UNREACHABLE, IcmpType.CODE_PORT, IcmpType.V6_UNREACHABLE, IcmpType.V6_CODE_PORT),
        /** IPv6 names the header that it does not know (RFC 8200 section 4). */
        UNKNOWN_PROTOCOL(IcmpType.UNREACHABLE, IcmpType.CODE_PROTOCOL, IcmpType.V6_PARAMETER_PROBLEM, 1);

        private final int type;
        private final int code;
        private final int typeV6;
        private final int codeV6;

        Kind(int type, int code, int typeV6, int codeV6) {
            this.type = type;
            this.code = code;
            this.typeV6 = typeV6;
            this.codeV6 = codeV6;
        }
    }

    private IcmpErrors() {
    }

    /**
     * Builds an error about a packet that arrived.
     *
     * @param source the address of the node that speaks
     * @return null where the node is silent or at its limit, or no error may be sent about such a packet
     */
    static MemorySegment about(PacketView packet, Kind kind, SimNode node, IpAddress source, boolean toBroadcast,
            long nowNanos) {
        return about(packet, kind, node, source, toBroadcast, nowNanos, null);
    }

    /** @param extensions an extension structure; null for none, as it must be where {@link #carriesExtensions} does not hold */
    static MemorySegment about(PacketView packet, Kind kind, SimNode node, IpAddress source, boolean toBroadcast,
            long nowNanos, byte[] extensions) {
        if (packet.isV6()) {
            int pointer = kind == Kind.UNKNOWN_PROTOCOL ? lastNextHeaderOffset(packet) : 0;
            return about(packet, kind.typeV6, kind.codeV6, pointer, node, source, toBroadcast, nowNanos, extensions);
        }
        return about(packet, kind.type, kind.code, 0, node, source, toBroadcast, nowNanos, extensions);
    }

    /** Whether RFC 4884 lets a message of this kind be extended, in both IP versions. */
    static boolean carriesExtensions(Kind kind) {
        return kind != Kind.UNKNOWN_PROTOCOL;
    }

    /** Builds the error that tells the sender of a rejected packet, under the same conditions. */
    static MemorySegment rejection(PacketView packet, RejectWith with, SimNode node, IpAddress source,
            boolean toBroadcast, long nowNanos) {
        return about(packet, packet.isV6() ? IcmpType.V6_UNREACHABLE : IcmpType.UNREACHABLE, with.code(packet.version()), 0,
                node, source, toBroadcast, nowNanos, null);
    }

    /** Tells the sender of a packet that is too big for the next link, in the way that the node does. */
    static MemorySegment tooBig(PacketView packet, int mtuBytes, SimNode node, IpAddress source, boolean toBroadcast,
            long nowNanos) {
        int told = switch (node.node.behaviour().tooBig()) {
            case MTU -> mtuBytes;
            case ZERO -> 0;
            case NOTHING -> -1;
        };
        if (told < 0) {
            return null;
        }
        return packet.isV6() ? about(packet, IcmpType.V6_PACKET_TOO_BIG, 0, told, node, source, toBroadcast, nowNanos, null)
                : about(packet, IcmpType.UNREACHABLE, IcmpType.CODE_FRAGMENTATION_NEEDED, told, node, source, toBroadcast,
                        nowNanos, null);
    }

    private static MemorySegment about(PacketView packet, int type, int code, int rest, SimNode node, IpAddress source,
            boolean toBroadcast, long nowNanos, byte[] extensions) {
        if (node.silent || toBroadcast || source == null || !isAllowed(packet)
                || !mayBeSent(packet, true, type, code, node, nowNanos)) {
            return null;
        }
        IpHeader ip = IpHeader.of(source, packet.source(), node.forwards ? ROUTER_TTL : HOST_TTL);
        if (packet.isV4()) {
            ip = ip.withTrafficClass(ERROR_TRAFFIC_CLASS).withIdentification(node.identification());
        }
        int quoted = node.node.behaviour().quoteBytes();
        return extensions == null && quoted == NodeBehaviour.QUOTE_ALL ? PacketBuilder.icmpError(ip, type, code, rest, packet)
                : IcmpQuotes.error(ip, type, code, rest, packet, quoted, extensions);
    }

    /** Asks the node's limit, and counts what it keeps back. */
    static boolean mayBeSent(PacketView about, boolean error, int type, int code, SimNode node, long nowNanos) {
        boolean allowed = node.icmpLimiter.allows(about, error, type, code, nowNanos);
        node.suppressed += allowed ? 0 : 1;
        return allowed;
    }

    /**
     * Never about an ICMP error or redirect, a later fragment, or a packet that is not from one node to one node (RFC 1122
     * section 3.2.2, RFC 4443 section 2.4 (e)). What of ICMP cannot be read might be an error.
     */
    static boolean isAllowed(PacketView packet) {
        if (packet.isLaterFragment() || packet.isIcmpError()
                || packet.isIcmp() && (packet.icmpType() < 0 || packet.isV6() && packet.icmpType() == IcmpType.V6_REDIRECT)) {
            return false;
        }
        return !isMulticast(packet, false) && !isUnanswerable(packet);
    }

    /** Whether the source or the destination is a multicast address or the limited broadcast address. */
    static boolean isMulticast(PacketView packet, boolean source) {
        if (packet.isV6()) {
            return (source ? packet.sourceHigh() : packet.destinationHigh()) >>> 56 == 0xff;
        }
        long address = source ? packet.sourceLow() : packet.destinationLow();
        return address >>> 28 == 0xe || address == 0xffff_ffffL;
    }

    /** Whether no answer can find the source: it is multicast, broadcast or unspecified. */
    static boolean isUnanswerable(PacketView packet) {
        return isMulticast(packet, true) || packet.sourceHigh() == 0 && packet.sourceLow() == 0;
    }

    /** Whether an address is one that never stands in a packet on a link: loopback, or an impossible source. */
    static boolean isMartian(PacketView packet) {
        return isUnanswerable(packet)
                || isLoopback(packet.version(), packet.sourceHigh(), packet.sourceLow())
                || isLoopback(packet.version(), packet.destinationHigh(), packet.destinationLow());
    }

    static boolean isLoopback(IpVersion version, long high, long low) {
        return version == IpVersion.V4 ? low >>> 24 == 127 : high == 0 && low == 1;
    }

    /** Where the next-header field stands that names the packet's protocol. */
    private static int lastNextHeaderOffset(PacketView packet) {
        int field = 6;
        int at = 40;
        int header = packet.byteAt(field);
        while (IpProtocol.isExtensionHeader(header) && at < packet.transportOffset()) {
            field = at;
            int length = switch (header) {
                case IpProtocol.FRAGMENT -> 8;
                case IpProtocol.AH -> (packet.byteAt(at + 1) + 2) * 4;
                default -> (packet.byteAt(at + 1) + 1) * 8;
            };
            header = packet.byteAt(field);
            at += length;
        }
        return field;
    }
}
