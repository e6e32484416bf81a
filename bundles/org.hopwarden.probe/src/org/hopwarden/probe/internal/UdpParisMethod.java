package org.hopwarden.probe.internal;

import java.lang.foreign.MemorySegment;

import org.hopwarden.net.Checksum;
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
 * UDP datagrams with constant ports, told apart by their checksum as in Paris traceroute, so that a load balancer keeps all
 * probes of a trace on one path. The payload holds the same number, so that a probe is known behind a NAT, which changes the
 * checksum, wherever a router quotes more than the eight bytes that it must.
 */
public final class UdpParisMethod implements ProbeMethod {

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
        return UdpSession.TRACEROUTE_PORT;
    }

    @Override
    public Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException {
        int payload = QuotingSession.payloadBytes(request, id(), UdpSession.HEADER_BYTES, UdpSession.USUAL_PAYLOAD_BYTES, 2);
        int sourcePort = port.reserveLocalPort(IpProtocol.UDP, source, request.options().sourcePort());
        return new ParisSession(source, request, sourcePort, UdpSession.port(request, defaultPort()), payload);
    }

    private static final class ParisSession extends UdpSession {
        private final int payloadBytes;
        /** What the checksum would be with zeros for payload. */
        private final int plainChecksum;

        ParisSession(IpAddress source, TraceRequest request, int sourcePort, int destinationPort, int payloadBytes) {
            super(source, request, sourcePort, destinationPort);
            this.payloadBytes = payloadBytes;
            plainChecksum = PacketView.of(PacketBuilder.udp(IpHeader.of(source, target, 1), sourcePort, destinationPort,
                    new byte[payloadBytes])).transportChecksum();
        }

        @Override
        public int capacity() {
            return 0xfffe;
        }

        @Override
        MemorySegment packet(IpHeader ip, int probe) {
            return PacketBuilder.udpWithChecksum(ip.withIdentification(probe + 1), sourcePort, destinationPort, probe + 1,
                    payloadBytes);
        }

        @Override
        int probeOf(PacketView packet) {
            if (!isOfFlow(packet)) {
                return -1;
            }
            boolean reachesPayload = packet.hasTransport(HEADER_BYTES + 2);
            return reachesPayload ? byPayload(packet.shortAt(packet.payloadOffset())) : packet.transportChecksum() - 1;
        }

        /** The payload's first word makes up for the difference between the plain checksum and the number. */
        private int byPayload(int word) {
            int number = Checksum.fold(plainChecksum + (~word & 0xffffL));
            return number == 0xffff ? -1 : number - 1;
        }
    }
}
