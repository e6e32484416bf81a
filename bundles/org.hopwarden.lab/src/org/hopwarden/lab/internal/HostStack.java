package org.hopwarden.lab.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/** What a node answers to a packet that is addressed to it and whose checksums hold. */
final class HostStack {

    private static final int TTL = 64;
    private static final int DNS_PORT = 53;
    private static final byte[] NOTHING = {};

    private final Graph graph;
    private final PathMtus pathMtus;
    private final NameService names;
    private final TcpStack tcp;

    HostStack(Graph graph, TcpStack.Outlet outlet, Timers timers) {
        this.graph = graph;
        this.pathMtus = new PathMtus(graph);
        this.names = new NameService(graph.topology);
        this.tcp = new TcpStack(outlet, timers, pathMtus);
    }

    TcpStack tcp() {
        return tcp;
    }

    /** What a node makes, cut up so that it fits into the path as far as the node knows it. */
    List<MemorySegment> pieces(SimNode node, MemorySegment packet) {
        return pathMtus.pieces(node, packet);
    }

    /**
     * The answer to a packet.
     *
     * @param packet no fragment
     * @return null where there is none, and where it was sent already
     */
    MemorySegment answer(SimNode node, PacketView packet, long nowNanos) {
        if (IcmpErrors.isUnanswerable(packet) || IcmpErrors.isMulticast(packet, false)) {
            return null;
        }
        if (packet.isIcmp()) {
            pathMtus.learn(node, packet);
            return icmp(node, packet, nowNanos);
        }
        return switch (packet.protocol()) {
            case IpProtocol.TCP -> {
                tcp.take(node, packet, nowNanos);
                yield null;
            }
            case IpProtocol.UDP -> udp(node, packet, nowNanos);
            default -> packet.isV6() && isUnfinished(packet.protocol()) ? null : IcmpErrors.about(packet,
                    IcmpErrors.Kind.UNKNOWN_PROTOCOL, node, packet.destination(), false, nowNanos);
        };
    }

    /** Whether an IPv6 packet ends here by its own word, or in the middle of its extension headers. */
    private static boolean isUnfinished(int protocol) {
        return protocol == IpProtocol.NO_NEXT_HEADER || IpProtocol.isExtensionHeader(protocol);
    }

    private static MemorySegment icmp(SimNode node, PacketView packet, long nowNanos) {
        int request = packet.isV6() ? IcmpType.V6_ECHO_REQUEST : IcmpType.ECHO_REQUEST;
        if (packet.icmpType() != request || !packet.hasTransport(8) || !node.answersPing) {
            return null;
        }
        int reply = packet.isV6() ? IcmpType.V6_ECHO_REPLY : IcmpType.ECHO_REPLY;
        if (!IcmpErrors.mayBeSent(packet, false, reply, 0, node, nowNanos)) {
            return null;
        }
        int rest = packet.icmpIdentifier() << 16 | packet.icmpSequence();
        // As Linux does, the reply goes out in the traffic class in which the request came.
        IpHeader ip = header(node, packet).withTrafficClass(packet.trafficClass());
        return PacketBuilder.icmp(ip, reply, 0, rest, behind(packet, 8, packet.transportLengthBytes() - 8));
    }

    private MemorySegment udp(SimNode node, PacketView packet, long nowNanos) {
        int length = packet.udpLength();
        if (length < 8 || length > packet.transportLengthBytes()) {
            return null;
        }
        int port = packet.destinationPort();
        if (port == DNS_PORT && node.node.behaviour().dns()) {
            byte[] answer = names.answer(behind(packet, 8, length - 8).toArray(ValueLayout.JAVA_BYTE));
            return answer == null ? null : PacketBuilder.udp(header(node, packet), port, packet.sourcePort(), answer);
        }
        if (node.udpOpen.get(port)) {
            if (comesFromService(packet)) {
                return null;
            }
            byte[] payload = behind(packet, 8, length - 8).toArray(ValueLayout.JAVA_BYTE);
            return PacketBuilder.udp(header(node, packet), port, packet.sourcePort(), payload);
        }
        return node.isReserved(IpProtocol.UDP, port) ? null
                : IcmpErrors.about(packet, IcmpErrors.Kind.PORT_UNREACHABLE, node, packet.destination(), false, nowNanos);
    }

    /** Two services that send everything back would go on with it for ever. */
    private boolean comesFromService(PacketView packet) {
        SimNode sender = graph.resolve(packet.source()).owner();
        return packet.source().isLoopback() || sender != null && sender.udpOpen.get(packet.sourcePort());
    }

    static boolean isWhole(PacketView packet) {
        int header = packet.tcpHeaderLength();
        return packet.tcpFlags() >= 0 && packet.hasTransport(20) && header >= 20 && header <= packet.transportLengthBytes();
    }

    /**
     * The answer to a TCP segment that belongs to no connection (RFC 9293 section 3.10.7.1), in the name of its destination.
     *
     * @return null where the segment is a reset itself, or cannot be read
     */
    static MemorySegment reset(SimNode node, PacketView packet) {
        int flags = packet.tcpFlags();
        if (!isWhole(packet) || (flags & TcpFlags.RST) != 0) {
            return null;
        }
        if ((flags & TcpFlags.ACK) != 0) {
            return segment(node, packet, packet.tcpAcknowledgement(), 0, TcpFlags.RST);
        }
        int length = packet.transportLengthBytes() - packet.tcpHeaderLength()
                + Integer.bitCount(flags & (TcpFlags.SYN | TcpFlags.FIN));
        return segment(node, packet, 0, packet.tcpSequence() + length, TcpFlags.RST | TcpFlags.ACK);
    }

    private static MemorySegment segment(SimNode node, PacketView packet, long sequence, long acknowledgement, int flags) {
        IpHeader ip = header(node, packet).withIdentification(0).withDontFragment();
        return PacketBuilder.tcp(ip, packet.destinationPort(), packet.sourcePort(), sequence, acknowledgement, flags, 0,
                NOTHING, NOTHING);
    }

    /** The same for each repetition of a SYN, as it is while the connection is half open. */
    static int initialSequence(SimNode node, PacketView packet) {
        long hash = RandomStream.mix(node.hashSeed + packet.sourceHigh() + 31 * packet.sourceLow());
        hash = RandomStream.mix(hash + packet.destinationHigh() + 31 * packet.destinationLow());
        hash = RandomStream.mix(hash + ((long) packet.sourcePort() << 16 | packet.destinationPort()));
        return (int) RandomStream.mix(hash + packet.tcpSequence());
    }

    private static IpHeader header(SimNode node, PacketView packet) {
        IpHeader ip = IpHeader.of(packet.destination(), packet.source(), TTL);
        return packet.version() == IpVersion.V4 ? ip.withIdentification(node.identification()) : ip;
    }

    private static MemorySegment behind(PacketView packet, int offset, int length) {
        return packet.segment().asSlice(packet.base() + packet.transportOffset() + offset, length);
    }
}
