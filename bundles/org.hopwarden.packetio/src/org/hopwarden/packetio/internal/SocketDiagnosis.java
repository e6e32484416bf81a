package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.SocketOwners;

/**
 * Asks the kernel for a socket by its ends (sock_diag(7), linux/inet_diag.h): one question and one answer for TCP and UDP. Sockets of raw IP and
 * of ping are few, and stand in a table (proc(5), /proc/net/raw and icmp), as do those of UDP, of which several may get a packet to many.
 */
public final class SocketDiagnosis implements SocketOwners {

    private static final int NETLINK_SOCK_DIAG = 4;
    private static final short SOCK_DIAG_BY_FAMILY = 20;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int REQUEST_BYTES = 56;
    private static final int ANSWER_STATE = 1;
    private static final int TCP_SYN_RECEIVED = 3;
    private static final int ANSWER_INODE = 68;
    private static final int ANSWER_BYTES = 72;
    private static final int BUFFER_BYTES = 8192;
    private static final IpAddress BROADCAST = IpAddress.parse("255.255.255.255");
    private static final ValueLayout.OfShort BIG_SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final NativeSocket socket;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment message = arena.allocate(Netlink.HEADER_BYTES + REQUEST_BYTES, 8);
    private final MemorySegment answer = arena.allocate(BUFFER_BYTES, 8);
    private int question;
    private boolean closed;

    private SocketDiagnosis(NativeSocket socket) {
        this.socket = socket;
    }

    public static SocketDiagnosis open() throws PacketPortException {
        SocketDiagnosis opened = new SocketDiagnosis(NativeSocket.open(Netlink.AF_NETLINK, Linux.SOCK_RAW, NETLINK_SOCK_DIAG, "netlink socket",
                "enforce POLICY --nfqueue"));
        int result = opened.ask(IpProtocol.TCP, IpAddress.v4(0x7f000001), 1, IpAddress.v4(0x7f000001), 1);
        if (result < 0 && result != -Errno.ENOENT) {
            opened.close();
            throw new PacketPortException(Reason.NOT_AVAILABLE, "this kernel does not tell which socket a packet belongs to: " + Errno.text(-result),
                    "A kernel with CONFIG_INET_DIAG and CONFIG_INET_UDP_DIAG does; as modules: sudo modprobe -a tcp_diag udp_diag");
        }
        return opened;
    }

    @Override
    public synchronized List<Long> inodes(int protocol, IpAddress local, int localPort, IpAddress remote, int remotePort) {
        if (closed) {
            return List.of();
        }
        if (protocol != IpProtocol.TCP && protocol != IpProtocol.UDP) {
            return SharedSockets.other(protocol, local, localPort, remote);
        }
        if (protocol == IpProtocol.UDP && isToMany(local)) {
            return SharedSockets.udp(local, localPort, remote);
        }
        // UDP has the ends the other way round, for historical reasons (net/ipv4/udp_diag.c).
        long inode = protocol == IpProtocol.TCP ? inode(protocol, local, localPort, remote, remotePort)
                : inode(protocol, remote, remotePort, local, localPort);
        if (inode == 0 && protocol == IpProtocol.TCP && answer.get(JAVA_BYTE, Netlink.HEADER_BYTES + ANSWER_STATE) == TCP_SYN_RECEIVED) {
            // A connection that is not whole yet belongs to nobody, and will to who listens.
            inode = inode(protocol, local, localPort, IpAddress.of(new byte[local.version().addressBits() / 8]), 0);
        }
        return inode == 0 ? List.of() : List.of(inode);
    }

    private static boolean isToMany(IpAddress local) {
        return local.isMulticast() || local.equals(BROADCAST);
    }

    /** 0 where there is no socket, or none of a process. */
    private long inode(int protocol, IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
        int result = ask(protocol, source, sourcePort, destination, destinationPort);
        if (result < ANSWER_BYTES + Netlink.HEADER_BYTES) {
            answer.set(JAVA_BYTE, Netlink.HEADER_BYTES + ANSWER_STATE, (byte) 0);
            return 0;
        }
        return Integer.toUnsignedLong(answer.get(JAVA_INT, Netlink.HEADER_BYTES + ANSWER_INODE));
    }

    /** @return the length of the answer, or the negative error number */
    private int ask(int protocol, IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
        message.fill((byte) 0);
        message.set(JAVA_INT, 0, (int) message.byteSize());
        message.set(JAVA_SHORT, Netlink.TYPE, SOCK_DIAG_BY_FAMILY);
        message.set(JAVA_SHORT, Netlink.FLAGS, Netlink.REQUEST);
        message.set(JAVA_INT, Netlink.SEQUENCE, ++question);
        long at = Netlink.HEADER_BYTES;
        message.set(JAVA_BYTE, at, (byte) (source.isV4() ? AF_INET : AF_INET6));
        message.set(JAVA_BYTE, at + 1, (byte) protocol);
        message.set(JAVA_INT, at + 4, -1);
        message.set(BIG_SHORT, at + 8, (short) sourcePort);
        message.set(BIG_SHORT, at + 10, (short) destinationPort);
        source.write(message, at + 12);
        destination.write(message, at + 28);
        // No interface, and no cookie: any socket will do.
        message.set(JAVA_INT, at + 48, -1);
        message.set(JAVA_INT, at + 52, -1);
        int sent;
        do {
            sent = Libc.sendto(socket.fd(), message, message.byteSize(), 0, MemorySegment.NULL, 0);
        } while (sent == -Errno.EINTR);
        if (sent < 0) {
            return sent;
        }
        int length;
        do {
            // The answer is there when the question has been sent.
            length = Libc.read(socket.fd(), answer);
        } while (length == -Errno.EINTR || length >= Netlink.HEADER_BYTES && answer.get(JAVA_INT, Netlink.SEQUENCE) != question);
        if (length >= Netlink.HEADER_BYTES + 4 && answer.get(JAVA_SHORT, Netlink.TYPE) == Netlink.ERROR) {
            return answer.get(JAVA_INT, Netlink.HEADER_BYTES);
        }
        return length;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            socket.close();
            arena.close();
        }
    }
}
