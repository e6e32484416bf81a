package org.hopwarden.probe.internal;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.TraceRequest;

/**
 * TCP acknowledgements of a connection that does not exist. A target resets it, and the reset's sequence number is what was
 * acknowledged (RFC 9293 section 3.10.7.1), so it tells the probe. Filters without state let them pass as parts of a connection;
 * those with state do not: the difference to TCP SYN shows which kind stands on the way.
 */
public final class TcpAckMethod implements ProbeMethod {

    private static final int DEFAULT_PORT = 80;
    private static final int WINDOW = 64240;
    private static final int TCP_HEADER_BYTES = 20;
    /** Leaves room between the numbers, so that a sequence number of others is hardly ever taken for one. */
    private static final int STRIDE = 1 << 16;

    @Override
    public String id() {
        return "tcp-ack";
    }

    @Override
    public String label() {
        return "TCP ACK";
    }

    @Override
    public String description() {
        return "Acknowledgements of no connection; pass filters without state, and the target resets them.";
    }

    @Override
    public int defaultPort() {
        return DEFAULT_PORT;
    }

    @Override
    public Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException {
        int destinationPort = request.port() == 0 ? DEFAULT_PORT : request.port();
        int payload = QuotingSession.payloadBytes(request, id(), TCP_HEADER_BYTES, 0, 0);
        int sourcePort = port.reserveLocalPort(IpProtocol.TCP, source, request.options().sourcePort());
        return new AckSession(source, request, sourcePort, destinationPort, payload, port);
    }

    private static final class AckSession extends QuotingSession {
        private final int sourcePort;
        private final int destinationPort;
        private final byte[] payload;
        private final int firstSequence;
        private final int firstAcknowledgement;

        AckSession(IpAddress source, TraceRequest request, int sourcePort, int destinationPort, int payloadBytes,
                PacketPort port) {
            super(source, request, true);
            this.sourcePort = sourcePort;
            this.destinationPort = destinationPort;
            payload = new byte[payloadBytes];
            firstSequence = port.randomNumber();
            firstAcknowledgement = port.randomNumber();
        }

        @Override
        public int capacity() {
            return 0xffff;
        }

        @Override
        MemorySegment packet(IpHeader ip, int probe) {
            return PacketBuilder.tcp(ip.withIdentification(probe + 1), sourcePort, destinationPort,
                    firstSequence + probe * STRIDE, firstAcknowledgement + probe * STRIDE, TcpFlags.ACK, WINDOW, new byte[0],
                    payload);
        }

        @Override
        int probeOf(PacketView packet) {
            return packet.isTcp() && packet.sourcePort() == sourcePort && packet.destinationPort() == destinationPort
                    ? numbered(packet.tcpSequence(), firstSequence) : -1;
        }

        @Override
        Optional<Match> matchDirect(PacketView packet) {
            boolean reset = packet.isTcp() && packet.sourcePort() == destinationPort && packet.destinationPort() == sourcePort
                    && packet.source().equals(target) && packet.tcpFlags() >= 0 && (packet.tcpFlags() & TcpFlags.RST) != 0;
            int probe = reset ? numbered(packet.tcpSequence(), firstAcknowledgement) : -1;
            return probe < 0 ? Optional.empty() : Optional.of(new Match(probe, ReplyKind.RST, -1, -1, true));
        }

        private static int numbered(long number, int first) {
            int distance = (int) number - first;
            return number >= 0 && Integer.remainderUnsigned(distance, STRIDE) == 0
                    ? Integer.divideUnsigned(distance, STRIDE) : -1;
        }
    }
}
