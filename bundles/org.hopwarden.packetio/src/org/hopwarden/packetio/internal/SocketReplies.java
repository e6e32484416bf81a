package org.hopwarden.packetio.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/** Makes packets again of what an ordinary socket tells of them. A TTL that it does not tell is 0. */
final class SocketReplies {

    private static final int V4_TTL = 8;
    private static final int V6_HOP_LIMIT = 7;

    private SocketReplies() {
    }

    /** @param quotedBytes how much is quoted behind the IP header */
    static MemorySegment icmpError(PacketView probe, SocketMessage.IcmpError error, int ttl, int quotedBytes) {
        boolean tooBig = probe.isV6() ? error.type() == IcmpType.V6_PACKET_TOO_BIG
                : error.type() == IcmpType.UNREACHABLE && error.code() == IcmpType.CODE_FRAGMENTATION_NEEDED;
        int rest = tooBig ? probe.isV6() ? error.mtuBytes() : error.mtuBytes() & 0xffff : 0;
        int length = Math.min(probe.lengthBytes(), probe.transportOffset() + quotedBytes);
        return PacketBuilder.icmp(IpHeader.of(error.from(), probe.source(), ttl), error.type(), error.code(), rest,
                quote(probe, error, length));
    }

    /** The probe's beginning. What ran out of its TTL had one of 1 where it did, or it would pass for rewritten on the way. */
    private static MemorySegment quote(PacketView probe, SocketMessage.IcmpError error, int length) {
        byte[] quoted = probe.segment().asSlice(probe.base(), length).toArray(ValueLayout.JAVA_BYTE);
        if (error.type() == (probe.isV6() ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED)) {
            quoted[probe.isV6() ? V6_HOP_LIMIT : V4_TTL] = 1;
        }
        return MemorySegment.ofArray(quoted);
    }

    static MemorySegment datagram(IpAddress from, IpAddress to, int ttl, int fromPort, int toPort, byte[] payload) {
        return PacketBuilder.udp(IpHeader.of(from, to, ttl), fromPort, toPort, payload);
    }

    /** @param message as the socket gives it, from the ICMP header on; null comes back where it is no echo reply */
    static MemorySegment echo(IpAddress from, IpAddress to, int ttl, byte[] message, int identifier) {
        int reply = from.isV6() ? IcmpType.V6_ECHO_REPLY : IcmpType.ECHO_REPLY;
        if (message.length < 8 || (message[0] & 0xff) != reply) {
            return null;
        }
        int sequence = (message[6] & 0xff) << 8 | message[7] & 0xff;
        return PacketBuilder.icmp(IpHeader.of(from, to, ttl), reply, message[1] & 0xff, identifier << 16 | sequence,
                MemorySegment.ofArray(message).asSlice(8));
    }

    /** The SYN-ACK or RST that made a connection come about or fail. */
    static MemorySegment handshake(PacketView syn, boolean open) {
        int flags = TcpFlags.ACK | (open ? TcpFlags.SYN : TcpFlags.RST);
        return PacketBuilder.tcp(IpHeader.of(syn.destination(), syn.source(), 0), syn.destinationPort(), syn.sourcePort(), 0,
                syn.tcpSequence() + 1, flags, 0);
    }
}
