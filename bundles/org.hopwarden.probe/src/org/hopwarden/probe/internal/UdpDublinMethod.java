package org.hopwarden.probe.internal;

import java.lang.foreign.MemorySegment;

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
 * UDP datagrams with constant ports, told apart by the identification of IPv4 and by the length of IPv6, as in Dublin traceroute:
 * a NAT changes neither, so that probes are known behind it, and the checksum that it changes shows where it stands.
 */
public final class UdpDublinMethod implements ProbeMethod {

    /** The least MTU of IPv6: longer probes might not get through. */
    private static final int LONGEST_V6_BYTES = 1280;
    private static final int V6_HEADER_BYTES = 40;
    /** What numbers leave between the size asked for and the least MTU. */
    private static final int LEAST_CAPACITY = 128;

    @Override
    public String id() {
        return "udp-dublin";
    }

    @Override
    public String label() {
        return "UDP (Dublin)";
    }

    @Override
    public String description() {
        return "UDP datagrams of one flow that are known behind a NAT, and show where it is.";
    }

    @Override
    public int defaultPort() {
        return UdpSession.TRACEROUTE_PORT;
    }

    @Override
    public Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException {
        int payload = QuotingSession.payloadBytes(request, id(), UdpSession.HEADER_BYTES,
                source.isV6() ? 0 : UdpSession.USUAL_PAYLOAD_BYTES, 0);
        if (source.isV6() && request.options().sizeBytes() > LONGEST_V6_BYTES - LEAST_CAPACITY) {
            throw new IllegalArgumentException("over IPv6 the method " + id() + " numbers its probes by their lengths, from the "
                    + "size asked for up to " + LONGEST_V6_BYTES + " bytes; ask for at most "
                    + (LONGEST_V6_BYTES - LEAST_CAPACITY));
        }
        int sourcePort = port.reserveLocalPort(IpProtocol.UDP, source, request.options().sourcePort());
        return new DublinSession(source, request, sourcePort, UdpSession.port(request, defaultPort()), payload);
    }

    private static final class DublinSession extends UdpSession {
        private final int payloadBytes;

        DublinSession(IpAddress source, TraceRequest request, int sourcePort, int destinationPort, int payloadBytes) {
            super(source, request, sourcePort, destinationPort);
            this.payloadBytes = payloadBytes;
        }

        /** Of IPv4 one less than there are identifications: the kernel replaces 0. */
        @Override
        public int capacity() {
            return source.isV4() ? 0xffff : LONGEST_V6_BYTES - V6_HEADER_BYTES - HEADER_BYTES - payloadBytes + 1;
        }

        @Override
        MemorySegment packet(IpHeader ip, int probe) {
            return source.isV4()
                    ? PacketBuilder.udp(ip.withIdentification(probe + 1), sourcePort, destinationPort, new byte[payloadBytes])
                    : PacketBuilder.udp(ip, sourcePort, destinationPort, new byte[payloadBytes + probe]);
        }

        @Override
        int probeOf(PacketView packet) {
            boolean ours = packet.isUdp() && packet.destinationPort() == destinationPort
                    && (packet.sourcePort() == sourcePort || !packet.source().equals(source));
            if (!ours) {
                return -1;
            }
            return packet.isV4() ? (int) packet.identification() - 1
                    : Math.max(-1, packet.statedLengthBytes() - V6_HEADER_BYTES - HEADER_BYTES - payloadBytes);
        }

        /** A NAT puts its own address and port in, and few of them put ours back into the quote. */
        @Override
        boolean survivesSourceRewrite() {
            return true;
        }
    }
}
