package org.hopwarden.enforce.internal;

import java.lang.foreign.MemorySegment;

import org.hopwarden.engine.RejectWith;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/**
 * The answers to rejected packets, in the name of their destination. What must not be answered is
 * not (RFC 1122 section 3.2.2, RFC 4443 section 2.4 (e)): ICMP errors, later fragments, RST, and what goes to or comes from no
 * single host. Answers are limited as Linux limits its own: 1000 a second, 50 at once.
 */
final class Rejection {

    private static final int ANSWER_TTL = 64;
    private static final int BURST = 50;
    private static final long NANOS_EACH = 1_000_000;

    private long creditNanos = BURST * NANOS_EACH;
    private long creditAtNanos = System.nanoTime();

    /** @return the packet to send; null where none is */
    MemorySegment answer(PacketView packet, RejectWith with) {
        if (!mayBeAnswered(packet) || !takeCredit()) {
            return null;
        }
        return with == RejectWith.TCP_RESET && packet.isTcp() ? reset(packet) : icmp(packet, with);
    }

    private static boolean mayBeAnswered(PacketView packet) {
        return !packet.isLaterFragment() && !packet.isIcmpError() && isHost(packet.source()) && isHost(packet.destination());
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
}
