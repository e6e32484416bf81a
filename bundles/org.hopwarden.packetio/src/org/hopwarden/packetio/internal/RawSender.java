package org.hopwarden.packetio.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketBatch;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/**
 * Sends whole packets of one IP version through a raw socket (raw(7)). Of IPv4 headers the kernel fills in the total length and
 * the checksum always, and the identification where it is 0.
 */
final class RawSender implements AutoCloseable {

    private static final int LARGEST_PACKET = 0xffff;
    private static final long LONGEST_WAIT_NANOS = 1_000_000_000;

    private final IpVersion version;
    private final NativeSocket socket;
    private final MemorySegment buffer;
    private final MemorySegment destination;
    private final OutgoingMessages messages;
    private final WakeUp wakeUp;

    RawSender(Arena arena, IpVersion version, WakeUp wakeUp, Optional<String> interfaceName) throws PacketPortException {
        this.version = version;
        this.wakeUp = wakeUp;
        boolean v4 = version == IpVersion.V4;
        buffer = arena.allocate(LARGEST_PACKET, 8);
        destination = SocketAddress.allocate(arena, version);
        messages = new OutgoingMessages(arena, version, PacketBatch.CAPACITY);
        socket = NativeSocket.open(v4 ? Linux.AF_INET : Linux.AF_INET6, Linux.SOCK_RAW, Linux.IPPROTO_RAW,
                v4 ? "raw IPv4 socket" : "raw IPv6 socket", "trace TARGET");
        try {
            if (v4) {
                socket.setOption(Linux.IPPROTO_IP, Linux.IP_HDRINCL, 1, "IP_HDRINCL");
                // What the kernel has learned of a path must not keep a probe from being sent along it.
                socket.setOption(Linux.IPPROTO_IP, Linux.IP_MTU_DISCOVER, Linux.PMTUDISC_PROBE, "IP_MTU_DISCOVER");
            } else {
                socket.setOption(Linux.IPPROTO_IPV6, Linux.IPV6_HDRINCL, 1, "IPV6_HDRINCL");
                socket.setOption(Linux.IPPROTO_IPV6, Linux.IPV6_MTU_DISCOVER, Linux.PMTUDISC_PROBE, "IPV6_MTU_DISCOVER");
            }
            if (interfaceName.isPresent()) {
                socket.bindToInterface(interfaceName.get());
            }
        } catch (PacketPortException e) {
            socket.close();
            throw e;
        }
    }

    /** Lets the host's own rules know what is sent by a mark (socket(7)). */
    void mark(int mark) throws PacketPortException {
        socket.setOption(Linux.SOL_SOCKET, Linux.SO_MARK, mark, "SO_MARK");
    }

    /** @throws PacketPortException where the host refuses the packet */
    void send(MemorySegment packet) throws PacketPortException {
        int length = checked(packet.byteSize());
        IpAddress to = destination(packet, 0);
        MemorySegment.copy(packet, 0, buffer, 0, length);
        SocketAddress.set(destination, to, 0);
        int sent = Libc.sendto(socket.fd(), buffer, length, Linux.MSG_DONTWAIT, destination, (int) destination.byteSize());
        if (mayBeTriedAgain(sent)) {
            wakeUp.await(socket.fd(), Linux.POLLOUT, LONGEST_WAIT_NANOS);
            sent = Libc.sendto(socket.fd(), buffer, length, Linux.MSG_DONTWAIT, destination, (int) destination.byteSize());
        }
        if (sent < 0) {
            throw refused(to, length, -sent);
        }
    }

    /**
     * Sends packets of a batch that are of this IP version with one call of sendmmsg(2).
     *
     * @param end behind the last one; not {@code from}
     * @return how many were sent, 1 or more
     * @throws PacketPortException where the host refuses the first one
     */
    int send(PacketBatch batch, int from, int end) throws PacketPortException {
        for (int i = from; i < end; i++) {
            messages.set(i - from, batch.data(), batch.offset(i), checked(batch.lengthBytes(i)));
        }
        int sent = Libc.sendmmsg(socket.fd(), messages.headers(), end - from, Linux.MSG_DONTWAIT);
        if (mayBeTriedAgain(sent)) {
            wakeUp.await(socket.fd(), Linux.POLLOUT, LONGEST_WAIT_NANOS);
            sent = Libc.sendmmsg(socket.fd(), messages.headers(), end - from, Linux.MSG_DONTWAIT);
        }
        // The kernel has the packets' addresses alone.
        Reference.reachabilityFence(batch);
        if (sent < 0) {
            throw refused(destination(batch.data(), batch.offset(from)), batch.lengthBytes(from), -sent);
        }
        return sent;
    }

    private int checked(long length) {
        if (length < (version == IpVersion.V4 ? 20 : 40) || length > LARGEST_PACKET) {
            throw new IllegalArgumentException("no IP packet has " + length + " bytes");
        }
        return (int) length;
    }

    private IpAddress destination(MemorySegment segment, long offset) {
        return IpAddress.read(segment, offset + (version == IpVersion.V4 ? 16 : 24), version);
    }

    private static boolean mayBeTriedAgain(int sent) {
        return sent == -Errno.EAGAIN || sent == -Errno.ENOBUFS || sent == -Errno.EINTR;
    }

    private static PacketPortException refused(IpAddress to, int length, int errno) {
        if (errno == Errno.EAGAIN || errno == Errno.ENOBUFS) {
            return new PacketPortException(Reason.REFUSED, "the queue of the interface towards " + to + " stays full",
                    "Send more slowly, or look at the interface: ip -s link");
        }
        return Faults.sending(to, length, errno);
    }

    @Override
    public void close() {
        socket.close();
    }
}
