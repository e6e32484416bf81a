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
import org.hopwarden.probe.TraceRequest;

/**
 * UDP datagrams whose destination port goes up by one with each probe, as Van Jacobson's traceroute has sent them since 1988:
 * the port tells them apart, in every quote and in answers too. Each probe is another flow, so a load balancer may give each
 * another path.
 */
public final class UdpClassicMethod implements ProbeMethod {

    @Override
    public String id() {
        return "udp-classic";
    }

    @Override
    public String label() {
        return "UDP (classic)";
    }

    @Override
    public String description() {
        return "UDP to a port that goes up by one with each probe, exactly as UNIX traceroute; each probe is another flow.";
    }

    @Override
    public int defaultPort() {
        return UdpSession.TRACEROUTE_PORT;
    }

    @Override
    public Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException {
        int payload = QuotingSession.payloadBytes(request, id(), UdpSession.HEADER_BYTES, UdpSession.USUAL_PAYLOAD_BYTES, 0);
        int sourcePort = port.reserveLocalPort(IpProtocol.UDP, source, request.options().sourcePort());
        return new ClassicSession(source, request, sourcePort, UdpSession.port(request, defaultPort()), payload);
    }

    private static final class ClassicSession extends UdpSession {
        private final byte[] payload;

        ClassicSession(IpAddress source, TraceRequest request, int sourcePort, int firstPort, int payloadBytes) {
            super(source, request, sourcePort, firstPort);
            payload = new byte[payloadBytes];
            for (int i = 0; i < payloadBytes; i++) {
                payload[i] = (byte) ('@' + i);
            }
        }

        @Override
        public int capacity() {
            return 0x10000 - destinationPort;
        }

        @Override
        MemorySegment packet(IpHeader ip, int probe) {
            return PacketBuilder.udp(ip.withIdentification(probe + 1), sourcePort, destinationPort + probe, payload);
        }

        @Override
        int probeOf(PacketView packet) {
            return packet.isUdp() && packet.sourcePort() == sourcePort
                    ? Math.max(-1, packet.destinationPort() - destinationPort) : -1;
        }

        @Override
        Optional<Match> matchDirect(PacketView packet) {
            boolean answer = packet.isUdp() && packet.destinationPort() == sourcePort
                    && packet.sourcePort() >= destinationPort && packet.source().equals(target);
            return answer ? Optional.of(answer(packet.sourcePort() - destinationPort)) : Optional.empty();
        }
    }
}
