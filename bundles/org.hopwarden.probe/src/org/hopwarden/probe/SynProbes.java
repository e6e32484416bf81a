package org.hopwarden.probe;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.internal.IcmpErrors;

/**
 * The SYNs of a scan, and what packets say of them. Each attempt has a source port of its own, so that a repeated SYN does not look
 * to the target like a strange segment of the connection that the first one began; the sequence number holds the TTL.
 */
final class SynProbes {

    /** The TTL of probes that are to arrive. */
    static final int FULL_TTL = 64;

    private static final int WINDOW = 64240;
    private static final int STRIDE = 1 << 12;
    /** MSS 1460, SACK permitted, time stamps, window scale 7: filters look askance at a SYN without the usual options. */
    private static final byte[] OPTIONS = { 2, 4, 0x05, (byte) 0xb4, 4, 2, 8, 10, 0, 0, 0, 1, 0, 0, 0, 0, 1, 3, 3, 7 };
    private static final byte[] NO_PAYLOAD = {};

    /**
     * Which probe it is.
     *
     * @param ttl of a probe that is to end on the way; 0 for one that is to arrive
     */
    record Id(int port, int attempt, int ttl) {
    }

    /** A packet answers a probe. */
    record Match(Id id, ReplyKind kind, int icmpType, int icmpCode) {

        boolean isAnswerOfPort() {
            return kind == ReplyKind.SYN_ACK || kind == ReplyKind.RST;
        }
    }

    private final PacketPort packets;
    private final IpAddress source;
    private final IpAddress target;
    private final int firstSequence = ThreadLocalRandom.current().nextInt();
    private final Map<Integer, Integer> sourcePorts = new HashMap<>();
    private final Map<Integer, Integer> attempts = new HashMap<>();
    private final PacketView quoted = new PacketView();

    SynProbes(PacketPort packets, IpAddress source, IpAddress target) {
        this.packets = packets;
        this.source = source;
        this.target = target;
    }

    MemorySegment build(Id id) throws PacketPortException {
        Integer sourcePort = sourcePorts.get(id.attempt);
        if (sourcePort == null) {
            sourcePort = packets.reserveLocalPort(IpProtocol.TCP, source);
            sourcePorts.put(id.attempt, sourcePort);
            attempts.put(sourcePort, id.attempt);
        }
        IpHeader ip = IpHeader.of(source, target, id.ttl == 0 ? FULL_TTL : id.ttl).withIdentification(id.port);
        return PacketBuilder.tcp(ip, sourcePort, id.port, firstSequence + id.ttl * STRIDE, 0, TcpFlags.SYN, WINDOW, OPTIONS,
                NO_PAYLOAD);
    }

    /** The probe that a packet of this host, or a quoted one, is. */
    Optional<Id> own(PacketView packet) {
        return packet.isTcp() && packet.destination().equals(target)
                ? id(packet.sourcePort(), packet.destinationPort(), packet.tcpSequence()) : Optional.empty();
    }

    private Optional<Id> id(int sourcePort, int port, long sequence) {
        Integer attempt = attempts.get(sourcePort);
        int distance = (int) sequence - firstSequence;
        return attempt == null || sequence < 0 || distance % STRIDE != 0 || distance < 0 || distance / STRIDE > 255
                ? Optional.empty() : Optional.of(new Id(port, attempt, distance / STRIDE));
    }

    /** What a packet that came in says of a probe; empty where it is no answer to one. */
    Optional<Match> match(PacketView packet) {
        if (packet.isIcmpError()) {
            return IcmpErrors.stopsPacket(packet) && packet.quote(quoted) ? own(quoted).map(id -> {
                ProbeMethod.Match error = IcmpErrors.match(packet, quoted, 0, false, IcmpDetail.NONE);
                return new Match(id, error.kind(), error.icmpType(), error.icmpCode());
            }) : Optional.empty();
        }
        if (!packet.isTcp() || !packet.source().equals(target) || packet.tcpFlags() < 0) {
            return Optional.empty();
        }
        int flags = packet.tcpFlags();
        boolean rst = (flags & TcpFlags.RST) != 0;
        boolean synAck = !rst && (flags & (TcpFlags.SYN | TcpFlags.ACK)) == (TcpFlags.SYN | TcpFlags.ACK);
        return !rst && !synAck ? Optional.empty()
                : id(packet.destinationPort(), packet.sourcePort(), packet.tcpAcknowledgement() - 1)
                        .map(id -> new Match(id, rst ? ReplyKind.RST : ReplyKind.SYN_ACK, -1, -1));
    }
}
