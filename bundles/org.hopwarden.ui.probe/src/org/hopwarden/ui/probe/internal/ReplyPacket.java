package org.hopwarden.ui.probe.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.ui.SeenPacket;
import org.hopwarden.ui.SeenPacket.Way;

/** A reply of a trace as the packet that came in, by all that rules look at: the trace keeps what a reply says and not its bytes. */
final class ReplyPacket {

    /** Where UDP probes begin to go to when no port is chosen (traceroute's own). */
    private static final int FIRST_UDP_PORT = 33434;
    private static final int HTTP_PORT = 80;
    /** A client's, which rules leave open. */
    private static final int OWN_PORT = 50000;
    /** As much of the probe as an ICMP error quotes at least: its IP header and 64 bits (RFC 792). */
    private static final int QUOTED_BYTES = 28;
    private static final int QUOTED_BYTES_V6 = 48;

    private ReplyPacket() {
    }

    /**
     * The latest reply of a hop.
     *
     * @param senders who may have sent it; none for anybody
     * @return empty where nobody replied, or the trace has not started
     */
    static Optional<SeenPacket> of(Trace trace, int ttl, List<IpAddress> senders) {
        IpAddress own = trace.source();
        return trace.hops().stream().filter(hop -> hop.ttl() == ttl).flatMap(hop -> hop.replies().reversed().stream())
                .filter(reply -> senders.isEmpty() || senders.contains(reply.address())).findFirst()
                .filter(reply -> own != null && own.version() == reply.address().version())
                .map(reply -> new SeenPacket(bytes(reply, own, trace.request()).toArray(ValueLayout.JAVA_BYTE),
                        reply.describe() + " of hop " + ttl + " on the way to " + trace.request().target(), Way.IN));
    }

    private static MemorySegment bytes(Reply reply, IpAddress own, TraceRequest request) {
        IpHeader ip = IpHeader.of(reply.address(), own, Math.max(1, reply.ttl()));
        return switch (reply.kind()) {
            case SYN_ACK -> tcp(ip, request, TcpFlags.SYN | TcpFlags.ACK);
            case RST -> tcp(ip, request, TcpFlags.RST | TcpFlags.ACK);
            case DUPLICATE_ACK -> tcp(ip, request, TcpFlags.ACK);
            case UDP_REPLY -> PacketBuilder.udp(ip, request.port() == 0 ? FIRST_UDP_PORT : request.port(), OWN_PORT, new byte[0]);
            case ECHO_REPLY -> PacketBuilder.echoReply(ip, 1, 1, new byte[0]);
            case TIME_EXCEEDED, UNREACHABLE, ADMIN_PROHIBITED, PACKET_TOO_BIG, PARAMETER_PROBLEM -> PacketBuilder.icmp(ip,
                    reply.icmpType(), reply.icmpCode(), 0,
                    MemorySegment.ofArray(new byte[own.isV4() ? QUOTED_BYTES : QUOTED_BYTES_V6]));
        };
    }

    private static MemorySegment tcp(IpHeader ip, TraceRequest request, int flags) {
        return PacketBuilder.tcp(ip, request.port() == 0 ? HTTP_PORT : request.port(), OWN_PORT, 1, 1, flags, 1024);
    }
}
