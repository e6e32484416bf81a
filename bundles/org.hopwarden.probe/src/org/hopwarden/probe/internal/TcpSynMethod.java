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
 * TCP SYN segments with constant ports, told apart by their sequence number, as tcptraceroute sends. No connection comes about:
 * no socket waits for the SYN-ACK, so the host's own TCP answers it with a RST.
 */
public final class TcpSynMethod implements ProbeMethod {

    private static final int DEFAULT_PORT = 80;
    private static final int WINDOW = 64240;
    /** Leaves room between the numbers, so that an answer to one probe is never taken for the next one's. */
    private static final int SEQUENCE_STRIDE = 1 << 16;
    /** MSS 1460, SACK permitted, time stamps, window scale 7: filters look askance at a SYN without the usual options. */
    private static final byte[] OPTIONS = { 2, 4, 0x05, (byte) 0xb4, 4, 2, 8, 10, 0, 0, 0, 1, 0, 0, 0, 0, 1, 3, 3, 7 };
    private static final int TCP_HEADER_BYTES = 20;

    @Override
    public String id() {
        return "tcp-syn";
    }

    @Override
    public String label() {
        return "TCP SYN";
    }

    @Override
    public String description() {
        return "Openings of a TCP connection that is never completed; passes filters that let the port through.";
    }

    @Override
    public int defaultPort() {
        return DEFAULT_PORT;
    }

    @Override
    public Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException {
        int destinationPort = request.port() == 0 ? DEFAULT_PORT : request.port();
        int sourcePort = port.reserveLocalPort(IpProtocol.TCP, source, request.options().sourcePort());
        return new SynSession(source, request, sourcePort, destinationPort, port.randomNumber());
    }

    private static final class SynSession extends QuotingSession {
        private final int sourcePort;
        private final int destinationPort;
        private final int firstSequence;
        private final byte[] payload;

        SynSession(IpAddress source, TraceRequest request, int sourcePort, int destinationPort, int firstSequence) {
            super(source, request, true);
            payload = new byte[payloadBytes(request, "tcp-syn", TCP_HEADER_BYTES + OPTIONS.length, 0, 0)];
            this.sourcePort = sourcePort;
            this.destinationPort = destinationPort;
            this.firstSequence = firstSequence;
        }

        @Override
        public int capacity() {
            return 0xffff;
        }

        @Override
        MemorySegment packet(IpHeader ip, int probe) {
            return PacketBuilder.tcp(ip.withIdentification(probe + 1), sourcePort, destinationPort,
                    firstSequence + probe * SEQUENCE_STRIDE, 0, TcpFlags.SYN, WINDOW, OPTIONS, payload);
        }

        @Override
        int probeOf(PacketView packet) {
            return packet.isTcp() && packet.sourcePort() == sourcePort && packet.destinationPort() == destinationPort
                    ? numbered(packet.tcpSequence(), 0) : -1;
        }

        @Override
        Optional<Match> matchDirect(PacketView packet) {
            if (!packet.isTcp() || packet.sourcePort() != destinationPort || packet.destinationPort() != sourcePort
                    || !packet.source().equals(target) || packet.tcpFlags() < 0) {
                return Optional.empty();
            }
            int flags = packet.tcpFlags();
            boolean rst = (flags & TcpFlags.RST) != 0;
            boolean synAck = !rst && (flags & (TcpFlags.SYN | TcpFlags.ACK)) == (TcpFlags.SYN | TcpFlags.ACK);
            // A reset acknowledges data in the SYN as well, a SYN-ACK need not.
            int probe = rst || synAck ? numbered(packet.tcpAcknowledgement() - 1 & 0xffff_ffffL, payload.length) : -1;
            return probe < 0 ? Optional.empty()
                    : Optional.of(new Match(probe, rst ? ReplyKind.RST : ReplyKind.SYN_ACK, -1, -1, true));
        }

        private int numbered(long sequence, int slack) {
            int distance = (int) sequence - firstSequence;
            return sequence >= 0 && Integer.remainderUnsigned(distance, SEQUENCE_STRIDE) <= slack
                    ? Integer.divideUnsigned(distance, SEQUENCE_STRIDE) : -1;
        }
    }
}
