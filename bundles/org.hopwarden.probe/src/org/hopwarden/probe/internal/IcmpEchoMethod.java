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
        return new EchoSession(source, request.address(), port.reserveLocalPort(protocol, source));
    }

    private static final class EchoSession extends QuotingSession {
        private final int identifier;

        EchoSession(IpAddress source, IpAddress target, int identifier) {
            super(source, target, false);
            this.identifier = identifier;
        }

        @Override
        public int capacity() {
            return 0xffff;
        }

        @Override
        public MemorySegment build(int ttl, int probe) {
            int sequence = probe + 1;
            byte[] payload = new byte[PAYLOAD_BYTES];
            payload[0] = (byte) (~sequence >>> 8);
            payload[1] = (byte) ~sequence;
            IpHeader ip = IpHeader.of(source, target, ttl).withIdentification(sequence);
            return PacketBuilder.echoRequest(ip, identifier, sequence, payload);
        }

        @Override
        int probeOf(PacketView packet) {
            int request = packet.isV6() ? IcmpType.V6_ECHO_REQUEST : IcmpType.ECHO_REQUEST;
            return packet.icmpType() == request ? numbered(packet) : -1;
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
