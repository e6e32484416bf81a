package org.hopwarden.probe.internal;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.TraceRequest;

/**
 * ICMP echo requests, as tracert of Windows and {@code traceroute -I} send. The sequence number tells the probes apart, and
 * two payload bytes make up for it, so that the checksum stays the same and routers that balance by it keep one path (Augustin
 * et al., "Avoiding traceroute anomalies with Paris traceroute", IMC 2006).
 */
public final class IcmpEchoMethod implements ProbeMethod {

    /** As many as ping and tracert send. */
    private static final int PAYLOAD_BYTES = 32;
    private static final int ECHO_HEADER_BYTES = 8;

    @Override
    public String id() {
        return "icmp";
    }

    @Override
    public String label() {
        return "ICMP echo";
    }

    @Override
    public String description() {
        return "Echo requests, as tracert and ping send them.";
    }

    @Override
    public int defaultPort() {
        return 0;
    }

    @Override
    public Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException {
        int protocol = source.isV6() ? IpProtocol.ICMPV6 : IpProtocol.ICMP;
        return new EchoSession(source, request, port.reserveLocalPort(protocol, source, request.options().sourcePort()));
    }

    private static final class EchoSession extends QuotingSession {
        private final int identifier;
        private final int payloadBytes;

        EchoSession(IpAddress source, TraceRequest request, int identifier) {
            super(source, request, false);
            this.identifier = identifier;
            payloadBytes = payloadBytes(request, "icmp", ECHO_HEADER_BYTES, PAYLOAD_BYTES, 2);
        }

        @Override
        public int capacity() {
            return 0xffff;
        }

        @Override
        MemorySegment packet(IpHeader ip, int probe) {
            int sequence = probe + 1;
            byte[] payload = new byte[payloadBytes];
            payload[0] = (byte) (~sequence >>> 8);
            payload[1] = (byte) ~sequence;
            return PacketBuilder.echoRequest(ip.withIdentification(sequence), identifier, sequence, payload);
        }

        @Override
        int probeOf(PacketView packet) {
            int request = packet.isV6() ? IcmpType.V6_ECHO_REQUEST : IcmpType.ECHO_REQUEST;
            return packet.icmpType() == request && packet.icmpCode() == 0 ? numbered(packet) : -1;
        }

        @Override
        Optional<Match> matchDirect(PacketView packet) {
            int reply = packet.isV6() ? IcmpType.V6_ECHO_REPLY : IcmpType.ECHO_REPLY;
            int probe = packet.icmpType() == reply ? numbered(packet) : -1;
            return probe < 0 ? Optional.empty()
                    : Optional.of(new Match(probe, ReplyKind.ECHO_REPLY, reply, packet.icmpCode(), true));
        }

        private int numbered(PacketView echo) {
            return echo.icmpIdentifier() == identifier ? echo.icmpSequence() - 1 : -1;
        }
    }
}
