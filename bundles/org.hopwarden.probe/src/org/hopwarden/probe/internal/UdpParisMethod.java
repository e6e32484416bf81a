package org.hopwarden.probe.internal;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

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
 * UDP datagrams with constant ports, told apart by their checksum as in Paris traceroute, so that a load balancer keeps all
 * probes of a trace on one path.
 */
public final class UdpParisMethod implements ProbeMethod {

    /** Where UNIX traceroute begins; nothing is expected to listen there. */
    private static final int DEFAULT_PORT = 33434;
    /** As many as {@code traceroute} sends: a packet of 60 bytes in IPv4. */
    private static final int PAYLOAD_BYTES = 32;

    @Override
    public String id() {
        return "udp";
    }

    @Override
    public String label() {
        return "UDP (Paris)";
    }

    @Override
    public String description() {
        return "UDP datagrams of one flow, as UNIX traceroute sends, but steady under load balancing.";
    }

    @Override
    public int defaultPort() {
        return DEFAULT_PORT;
    }

    @Override
    public Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException {
        int destinationPort = request.port() == 0 ? DEFAULT_PORT : request.port();
        return new UdpSession(source, request.address(), port.reserveLocalPort(IpProtocol.UDP, source), destinationPort);
    }

    private static final class UdpSession extends QuotingSession {
        private final int sourcePort;
        private final int destinationPort;

        UdpSession(IpAddress source, IpAddress target, int sourcePort, int destinationPort) {
            super(source, target, true);
            this.sourcePort = sourcePort;
            this.destinationPort = destinationPort;
        }

        @Override
        public int capacity() {
            return 0xffff;
        }

        @Override
        public MemorySegment build(int ttl, int probe) {
            IpHeader ip = IpHeader.of(source, target, ttl).withIdentification(probe + 1);
            return PacketBuilder.udpWithChecksum(ip, sourcePort, destinationPort, probe + 1, PAYLOAD_BYTES);
        }

        @Override
        int probeOf(PacketView packet) {
            return packet.isUdp() && packet.sourcePort() == sourcePort && packet.destinationPort() == destinationPort
                    ? packet.transportChecksum() - 1 : -1;
        }

        @Override
        Optional<Match> matchDirect(PacketView packet) {
            boolean reply = packet.isUdp() && packet.sourcePort() == destinationPort
                    && packet.destinationPort() == sourcePort && packet.source().equals(target);
            return reply ? Optional.of(new Match(Match.UNNUMBERED, ReplyKind.UDP_REPLY, -1, -1, true)) : Optional.empty();
        }
    }
}
