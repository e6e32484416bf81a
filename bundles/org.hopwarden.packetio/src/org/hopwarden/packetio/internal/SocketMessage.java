package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;

/**
 * One message of a datagram or stream socket, or of its error queue, with all that the kernel says of it: recvmsg(2), ip(7), ipv6(7).
 * The memory is used again for each message.
 */
final class SocketMessage {

    private static final int DATA_BYTES = 1 << 16;
    private static final int CONTROL_BYTES = 512;
    private static final int NAME_BYTES = 32;
    private static final int CONTROL_HEADER = 16;

    // struct sock_extended_err of linux/errqueue.h; the offender's address follows it
    private static final int EE_ORIGIN = 4;
    private static final int EE_TYPE = 5;
    private static final int EE_CODE = 6;
    private static final int EE_INFO = 8;
    private static final int EE_OFFENDER = 16;

    /**
     * An ICMP error about a packet of the socket.
     *
     * @param mtuBytes or whatever else stands in the error's second word; 0 mostly
     */
    record IcmpError(IpAddress from, int type, int code, int mtuBytes) {
    }

    private final MemorySegment header;
    private final MemorySegment data;
    private final MemorySegment name;
    private final MemorySegment control;
    private final MemorySegment iovec;
    private int length;

    SocketMessage(Arena arena) {
        header = arena.allocate(MessageBatch.HEADER_BYTES, 64);
        data = arena.allocate(DATA_BYTES, 8);
        name = arena.allocate(NAME_BYTES, 8);
        control = arena.allocate(CONTROL_BYTES, 8);
        iovec = arena.allocate(16, 8);
        iovec.set(ADDRESS, 0, data);
        iovec.set(JAVA_LONG, 8, DATA_BYTES);
    }

    /**
     * Receives one message, and does not wait.
     *
     * @param flags of recvmsg, such as MSG_ERRQUEUE
     * @return 0, or the negative error number
     */
    int receive(int fd, int flags) {
        header.fill((byte) 0);
        header.set(ADDRESS, 0, name);
        header.set(JAVA_INT, 8, NAME_BYTES);
        header.set(ADDRESS, 16, iovec);
        header.set(JAVA_LONG, 24, 1);
        header.set(ADDRESS, 32, control);
        header.set(JAVA_LONG, 40, CONTROL_BYTES);
        int received = Libc.recvmmsg(fd, header, 1, flags | Linux.MSG_DONTWAIT);
        length = received > 0 ? header.get(JAVA_INT, 56) : 0;
        return received > 0 ? 0 : received == 0 ? -Errno.EAGAIN : received;
    }

    /** The message's bytes, copied. Of the error queue: what is quoted of the packet, from behind its UDP or TCP header on. */
    byte[] bytes() {
        return data.asSlice(0, length).toArray(JAVA_BYTE);
    }

    /** Who sent it; of the error queue: where the packet was sent to. */
    IpAddress peer(IpVersion version) {
        return SocketAddress.address(name, version);
    }

    int peerPort() {
        return SocketAddress.port(name);
    }

    /** When it came in, or the time now where the kernel does not say. */
    long timeNanos(long nowNanos) {
        long at = find(Linux.SOL_SOCKET, Linux.SO_TIMESTAMPNS);
        return at < 0 ? nowNanos : control.get(JAVA_LONG, at) * 1_000_000_000 + control.get(JAVA_LONG, at + 8);
    }

    /** The TTL or hop limit that it came with; 0 where the kernel does not say. */
    int ttl(IpVersion version) {
        long at = version == IpVersion.V4 ? find(Linux.IPPROTO_IP, Linux.IP_TTL)
                : find(Linux.IPPROTO_IPV6, Linux.IPV6_HOPLIMIT);
        return at < 0 ? 0 : control.get(JAVA_INT, at) & 0xff;
    }

    /** The ICMP error that it speaks of; null where it speaks of something of this host. */
    IcmpError error(IpVersion version) {
        boolean v4 = version == IpVersion.V4;
        long at = v4 ? find(Linux.IPPROTO_IP, Linux.IP_RECVERR) : find(Linux.IPPROTO_IPV6, Linux.IPV6_RECVERR);
        if (at < 0) {
            return null;
        }
        int origin = control.get(JAVA_BYTE, at + EE_ORIGIN);
        long offender = at + EE_OFFENDER;
        if (origin != (v4 ? Linux.SO_EE_ORIGIN_ICMP : Linux.SO_EE_ORIGIN_ICMP6)
                || control.get(JAVA_SHORT, offender) != (v4 ? Linux.AF_INET : Linux.AF_INET6)) {
            return null;
        }
        return new IcmpError(IpAddress.read(control, offender + (v4 ? 4 : 8), version), control.get(JAVA_BYTE, at + EE_TYPE) & 0xff,
                control.get(JAVA_BYTE, at + EE_CODE) & 0xff, control.get(JAVA_INT, at + EE_INFO));
    }

    private long find(int level, int type) {
        long end = header.get(JAVA_LONG, 40);
        for (long at = 0; at + CONTROL_HEADER <= end;) {
            long size = control.get(JAVA_LONG, at);
            if (size < CONTROL_HEADER) {
                return -1;
            }
            if (control.get(JAVA_INT, at + 8) == level && control.get(JAVA_INT, at + 12) == type) {
                return at + CONTROL_HEADER;
            }
            at += size + 7 & ~7L;
        }
        return -1;
    }
}
