package org.hopwarden.enforce.internal.ask;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Direction;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ConnectionState;

/** Packets that belong to another one, as a policy would see them. */
final class Samples {

    private static final IpAddress ROUTER = IpAddress.parse("198.18.0.1");
    private static final IpAddress ROUTER_V6 = IpAddress.parse("2001:2::1");
    private static final int USUAL_TTL = 64;
    private static final int LENGTH_BYTES = 60;

    private Samples() {
    }

    /** A later one of the same flow. */
    static DescribedPacket later(DescribedPacket packet, int flags, boolean tracked) {
        return new DescribedPacket(packet.direction(), packet.inInterface(), packet.outInterface(), packet.source(), packet.destination(),
                packet.protocol(), packet.icmpType(), packet.icmpCode(), packet.sourcePort(), packet.destinationPort(), flags,
                packet.fragmentOffset(), packet.moreFragments(), packet.ttl(), packet.dscp(), packet.lengthBytes(), packet.capturedBytes(),
                tracked ? ConnectionState.ESTABLISHED : packet.state(), packet.mark(), packet.program(), packet.time());
    }

    /** What answers it. */
    static DescribedPacket reply(DescribedPacket packet, Flow flow, boolean tracked) {
        int flags = !packet.isTcp() ? -1 : flow.fromService() ? TcpFlags.ACK : TcpFlags.SYN | TcpFlags.ACK;
        return back(packet, packet.destination(), packet.protocol(), flow.isIcmp() ? flow.replyType() : -1, flow.isIcmp() ? 0 : -1, packet.destinationPort(),
                packet.sourcePort(), flow.fragment() ? -1 : flags, packet.fragmentOffset(), tracked ? ConnectionState.ESTABLISHED : packet.state());
    }

    /** An ICMP error about it, from a router that no rule is likely to name (RFC 2544, RFC 5180). */
    static DescribedPacket error(DescribedPacket packet, int type, int code, boolean tracked) {
        return back(packet, packet.version() == IpVersion.V4 ? ROUTER : ROUTER_V6, packet.version() == IpVersion.V4 ? IpProtocol.ICMP : IpProtocol.ICMPV6, type, code, -1, -1, -1, 0,
                tracked ? ConnectionState.RELATED : packet.state());
    }

    private static DescribedPacket back(DescribedPacket packet, IpAddress from, int protocol, int icmpType, int icmpCode,
            int sourcePort, int destinationPort, int flags, int fragmentOffset, ConnectionState state) {
        Direction direction = switch (packet.direction()) {
            case IN -> Direction.OUT;
            case OUT -> Direction.IN;
            case FORWARD -> Direction.FORWARD;
        };
        return new DescribedPacket(direction, packet.outInterface(), packet.inInterface(), from, packet.source(), protocol, icmpType, icmpCode,
                sourcePort, destinationPort, flags, fragmentOffset, false, USUAL_TTL, 0, LENGTH_BYTES, LENGTH_BYTES, state, packet.mark(),
                packet.program(), packet.time());
    }
}
