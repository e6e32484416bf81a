package org.hopwarden.enforce.internal.ask;

import java.util.Map;
import java.util.Optional;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;

/**
 * The traffic that a packet belongs to, as an answer speaks of it: what changes from packet to packet, such as the client's port, is not in it.
 * Two packets of one flow are settled by the narrowest answer to either.
 *
 * @param servicePort the port of the service, or -1
 * @param fromService whether the packet comes from the service, so that its source port is the service's
 * @param icmpType -1 unless the packet is of ICMP
 * @param icmpCode -1 unless the packet is of ICMP
 * @param fragment whether it is a later fragment, which shows no ports
 */
public record Flow(Direction direction, IpAddress source, IpAddress destination, int protocol, int servicePort, boolean fromService, int icmpType,
        int icmpCode, boolean fragment, Optional<Program> program) {

    /** Where UNIX traceroute begins to count, and where it ends after 30 hops of three probes, rounded up. */
    public static final int FIRST_TRACEROUTE_PORT = 33434;
    public static final int LAST_TRACEROUTE_PORT = 33534;

    /** Ports from here on are chosen by clients (RFC 6335). */
    private static final int FIRST_CLIENT_PORT = 1024;
    private static final Map<Integer, Integer> REPLIES = Map.of(IcmpType.ECHO_REQUEST, IcmpType.ECHO_REPLY, IcmpType.TIMESTAMP_REQUEST,
            IcmpType.TIMESTAMP_REPLY, IcmpType.INFORMATION_REQUEST, IcmpType.INFORMATION_REPLY, IcmpType.MASK_REQUEST, IcmpType.MASK_REPLY);
    private static final Map<Integer, Integer> REPLIES_V6 = Map.of(IcmpType.V6_ECHO_REQUEST, IcmpType.V6_ECHO_REPLY,
            IcmpType.V6_NEIGHBOUR_SOLICITATION, IcmpType.V6_NEIGHBOUR_ADVERTISEMENT);

    public static Flow of(DescribedPacket packet, Optional<Program> program) {
        boolean ports = packet.sourcePort() >= 0 && packet.destinationPort() >= 0;
        boolean fromService = ports && isFromService(packet);
        return new Flow(packet.direction(), packet.source(), packet.destination(), packet.protocol(),
                !ports ? -1 : fromService ? packet.sourcePort() : packet.destinationPort(), fromService, packet.icmpType(), packet.icmpCode(),
                packet.isLaterFragment(), program);
    }

    /** By the TCP flags where they tell, else by the lower port. */
    private static boolean isFromService(DescribedPacket packet) {
        if (packet.tcpFlags() >= 0 && (packet.tcpFlags() & TcpFlags.SYN) != 0) {
            return (packet.tcpFlags() & TcpFlags.ACK) != 0;
        }
        return packet.sourcePort() < packet.destinationPort()
                && (packet.sourcePort() < FIRST_CLIENT_PORT || packet.destinationPort() >= FIRST_CLIENT_PORT && packet.tcpFlags() >= 0);
    }

    public IpVersion version() {
        return source.version();
    }

    public boolean isIcmp() {
        return icmpType >= 0;
    }

    public boolean isTcp() {
        return protocol == IpProtocol.TCP;
    }

    /** Whether the far end is the source: of packets that come in. */
    public boolean isFarSource() {
        return direction == Direction.IN || direction == Direction.FORWARD && fromService;
    }

    /** The end that is not this host, or that has the service. */
    public IpAddress farEnd() {
        return isFarSource() ? source : destination;
    }

    /** A probe of UNIX traceroute, whose port goes up from probe to probe. */
    public boolean isTracerouteProbe() {
        return protocol == IpProtocol.UDP && !fromService && servicePort >= FIRST_TRACEROUTE_PORT && servicePort <= LAST_TRACEROUTE_PORT;
    }

    /** Whether ICMP errors can be about it: none are about others (RFC 1122, section 3.2.2). */
    public boolean hasErrors() {
        return !isIcmp() || !IcmpType.isError(version(), icmpType);
    }

    /** The ICMP type that answers it; -1 where none does. */
    public int replyType() {
        return (version() == IpVersion.V6 ? REPLIES_V6 : REPLIES).getOrDefault(icmpType, -1);
    }

    /** Whether something answers it. */
    public boolean hasReplies() {
        return !isIcmp() || replyType() >= 0;
    }

    /** What packets share that are asked about together: traceroute's ports count as one. */
    public Flow joining() {
        return isTracerouteProbe() ? withPort(FIRST_TRACEROUTE_PORT) : this;
    }

    /** The same of whatever program. */
    Flow withoutProgram() {
        return new Flow(direction, source, destination, protocol, servicePort, fromService, icmpType, icmpCode, fragment, Optional.empty());
    }

    private Flow withPort(int port) {
        return new Flow(direction, source, destination, protocol, port, fromService, icmpType, icmpCode, fragment, program);
    }
}
