package org.hopwarden.engine.connections;

import org.hopwarden.engine.internal.SecretHash;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;

/**
 * What tells flows apart, the same for both directions: two ends, first and second. Of protocols other than ICMP the first end is
 * the smaller one; of queries of ICMP it is who asks, because two hosts that ping each other with one identifier are two flows.
 * Filled for packet after packet.
 */
final class FlowKey {

    /** A message of ICMP that neither asks nor answers. */
    private static final int NO_QUERY = -1;
    private static final int GRE_VERSION = 7;
    /** Of PPTP (RFC 2637), whose packets name a call. */
    private static final int GRE_WITH_CALL = 1;
    private static final int GRE_OF_PPP = 0x880b;

    long firstHigh;
    long firstLow;
    long secondHigh;
    long secondLow;
    /** Ports of both ends, the first one's in the upper half; the identifier of an ICMP query in both; the call of GRE at the end that it is for. */
    int ports;
    /** Protocol, IP version, and type and code of an ICMP query. */
    int kind;
    /** Whether the packet comes from the first end. */
    boolean fromFirst;

    /**
     * Takes the flow of a packet.
     *
     * @return false where it belongs to none: its transport header is not there, or it is ICMP and no query
     */
    boolean fill(PacketView packet) {
        int protocol = packet.protocol();
        kind = protocol | (packet.isV6() ? 1 << 8 : 0);
        if (packet.isIcmp()) {
            return fillQuery(packet);
        }
        boolean ported = IpProtocol.hasPorts(protocol);
        int source = ported ? packet.sourcePort() : 0;
        int destination = ported ? packet.destinationPort() : protocol == IpProtocol.GRE ? call(packet) : 0;
        if (source < 0 || destination < 0) {
            return false;
        }
        long sourceHigh = packet.sourceHigh();
        long sourceLow = packet.sourceLow();
        long destinationHigh = packet.destinationHigh();
        long destinationLow = packet.destinationLow();
        fromFirst = sourceHigh != destinationHigh ? sourceHigh < destinationHigh
                : sourceLow != destinationLow ? sourceLow < destinationLow : source <= destination;
        set(sourceHigh, sourceLow, source, destinationHigh, destinationLow, destination);
        return true;
    }

    /** The call that a packet of GRE names; 0 where it names none, as most do; -1 where it carries what no call does. */
    private static int call(PacketView packet) {
        int at = packet.transportOffset();
        if (!packet.hasTransport(4) || (packet.byteAt(at + 1) & GRE_VERSION) != GRE_WITH_CALL || !packet.hasTransport(8)) {
            return 0;
        }
        return packet.shortAt(at + 2) == GRE_OF_PPP ? packet.shortAt(at + 6) : -1;
    }

    private boolean fillQuery(PacketView packet) {
        int type = packet.icmpType();
        int identifier = packet.icmpIdentifier();
        int asked = queryOf(packet.isV6(), type);
        if (asked == NO_QUERY || identifier < 0 || !packet.hasTransport(8)) {
            return false;
        }
        kind |= asked << 16 | packet.icmpCode() << 24;
        fromFirst = asked == type;
        set(packet.sourceHigh(), packet.sourceLow(), identifier, packet.destinationHigh(), packet.destinationLow(), identifier);
        return true;
    }

    /** The type of the query that a message of ICMP is or answers. */
    private static int queryOf(boolean v6, int type) {
        if (v6) {
            return switch (type) {
                case IcmpType.V6_ECHO_REQUEST, IcmpType.V6_ECHO_REPLY -> IcmpType.V6_ECHO_REQUEST;
                // Node information (RFC 4620).
                case 139, 140 -> 139;
                default -> NO_QUERY;
            };
        }
        return switch (type) {
            case IcmpType.ECHO_REQUEST, IcmpType.ECHO_REPLY -> IcmpType.ECHO_REQUEST;
            case IcmpType.TIMESTAMP_REQUEST, IcmpType.TIMESTAMP_REPLY -> IcmpType.TIMESTAMP_REQUEST;
            case IcmpType.INFORMATION_REQUEST, IcmpType.INFORMATION_REPLY -> IcmpType.INFORMATION_REQUEST;
            case IcmpType.MASK_REQUEST, IcmpType.MASK_REPLY -> IcmpType.MASK_REQUEST;
            default -> NO_QUERY;
        };
    }

    private void set(long sourceHigh, long sourceLow, int source, long destinationHigh, long destinationLow, int destination) {
        firstHigh = fromFirst ? sourceHigh : destinationHigh;
        firstLow = fromFirst ? sourceLow : destinationLow;
        secondHigh = fromFirst ? destinationHigh : sourceHigh;
        secondLow = fromFirst ? destinationLow : sourceLow;
        ports = fromFirst ? source << 16 | destination : destination << 16 | source;
    }

    int hash(SecretHash secret) {
        return secret.of(firstHigh, firstLow, secondHigh, secondLow, (long) ports << 32 | kind & 0xffff_ffffL);
    }

    boolean is(Flow flow) {
        return flow.firstLow == firstLow && flow.secondLow == secondLow && flow.ports == ports && flow.kind == kind
                && flow.firstHigh == firstHigh && flow.secondHigh == secondHigh;
    }
}
