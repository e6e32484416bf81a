package org.hopwarden.enforce.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

import org.hopwarden.engine.RejectWith;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.FrameBatch;
import org.hopwarden.packetio.FramePort;
import org.hopwarden.packetio.PacketPortException;

/**
 * Answers rejected packets in the name of their destination, on the interface that they came in by. What must not be answered is
 * not (RFC 1122 section 3.2.2, RFC 4443 section 2.4 (e)): ICMP errors, later fragments, RST, and what goes to or comes from no
 * single host. Answers are limited as Linux limits its own: 1000 a second, 50 at once.
 */
final class Rejection {

    private static final int ANSWER_TTL = 64;
    private static final int MACS_BYTES = 12;
    private static final int MAC_BYTES = 6;
    private static final int BURST = 50;
    private static final long NANOS_EACH = 1_000_000;

    private final FramePort port;
    private long creditNanos = BURST * NANOS_EACH;
    private long creditAtNanos = System.nanoTime();

    /** @param port where the packets come in */
    Rejection(FramePort port) {
        this.port = port;
    }

    /** @return whether an answer was sent */
    boolean answer(FrameBatch batch, int index, PacketView packet, RejectWith with) throws PacketPortException {
        if (!mayBeAnswered(batch, index, packet) || !takeCredit()) {
            return false;
        }
        MemorySegment answer = with == RejectWith.TCP_RESET && packet.isTcp() ? reset(packet) : icmp(packet, with);
        return answer != null && port.send(frame(batch, index, packet, answer));
    }

    private static boolean mayBeAnswered(FrameBatch batch, int index, PacketView packet) {
        boolean groupMac = (batch.memory().get(JAVA_BYTE, batch.frameOffset(index)) & 1) != 0;
        return !groupMac && !packet.isLaterFragment() && !packet.isIcmpError() && isHost(packet.source())
                && isHost(packet.destination());
    }

    private static boolean isHost(IpAddress address) {
        return !address.isUnspecified() && !address.isMulticast() && !address.isLoopback()
                && !(address.isV4() && address.low() == 0xffff_ffffL);
    }

    private boolean takeCredit() {
        long now = System.nanoTime();
        creditNanos = Math.min(BURST * NANOS_EACH, creditNanos + (now - creditAtNanos));
        creditAtNanos = now;
        if (creditNanos < NANOS_EACH) {
            return false;
        }
        creditNanos -= NANOS_EACH;
        return true;
    }

    private static MemorySegment icmp(PacketView packet, RejectWith with) {
        IpVersion version = packet.version();
        int type = version == IpVersion.V6 ? IcmpType.V6_UNREACHABLE : IcmpType.UNREACHABLE;
        return PacketBuilder.icmpError(header(packet), type, with.code(version), 0, packet);
    }

    /** RFC 9293 section 3.10.7.1. */
    private static MemorySegment reset(PacketView packet) {
        int flags = packet.tcpFlags();
        if (flags < 0 || (flags & TcpFlags.RST) != 0) {
            return null;
        }
        if ((flags & TcpFlags.ACK) != 0) {
            return PacketBuilder.tcp(header(packet), packet.destinationPort(), packet.sourcePort(),
                    packet.tcpAcknowledgement(), 0, TcpFlags.RST, 0);
        }
        int payload = packet.transportLengthBytes() - packet.tcpHeaderLength();
        long length = Math.max(0, payload) + Integer.bitCount(flags & (TcpFlags.SYN | TcpFlags.FIN));
        return PacketBuilder.tcp(header(packet), packet.destinationPort(), packet.sourcePort(), 0,
                packet.tcpSequence() + length & 0xffff_ffffL, TcpFlags.RST | TcpFlags.ACK, 0);
    }

    private static IpHeader header(PacketView packet) {
        return IpHeader.of(packet.destination(), packet.source(), ANSWER_TTL);
    }

    /** The answer behind the rejected frame's own link-layer header, the two addresses exchanged. */
    private static MemorySegment frame(FrameBatch batch, int index, PacketView packet, MemorySegment answer) {
        long from = batch.frameOffset(index);
        int header = (int) (packet.base() - from);
        MemorySegment frame = MemorySegment.ofArray(new byte[header + (int) answer.byteSize()]);
        MemorySegment.copy(batch.memory(), from + MAC_BYTES, frame, 0, MAC_BYTES);
        MemorySegment.copy(batch.memory(), from, frame, MAC_BYTES, MAC_BYTES);
        MemorySegment.copy(batch.memory(), from + MACS_BYTES, frame, MACS_BYTES, header - MACS_BYTES);
        MemorySegment.copy(answer, 0, frame, header, answer.byteSize());
        return frame;
    }
}
