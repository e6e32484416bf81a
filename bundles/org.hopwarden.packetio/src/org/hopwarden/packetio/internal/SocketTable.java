package org.hopwarden.packetio.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.packetio.TcpConnections.HeldSocket;
import org.hopwarden.packetio.UdpSockets.UdpSocket;

/** Reads the kernel's tables of TCP and UDP sockets (proc(5), /proc/net/tcp, tcp6, udp and udp6; net/ipv4/tcp_ipv4.c, get_tcp4_sock). */
public final class SocketTable {

    /** Of the calling thread's network namespace. */
    private static final Path FOLDER = Path.of("/proc/thread-self/net");
    private static final String TCP = "tcp";
    private static final String UDP = "udp";
    // include/net/tcp_states.h
    private static final String ESTABLISHED = "01";
    private static final String CLOSE_WAIT = "08";
    private static final String LISTEN = "0A";
    /** Where a line's words have the number of the socket's inode. */
    private static final int INODE = 9;

    private static final Comparator<TcpConnection> ORDER = Comparator.comparing(TcpConnection::remote)
            .thenComparingInt(TcpConnection::remotePort).thenComparing(TcpConnection::local)
            .thenComparingInt(TcpConnection::localPort);

    private SocketTable() {
    }

    public static List<TcpConnection> connections() throws PacketPortException {
        List<TcpConnection> found = new ArrayList<>();
        read(lines(TCP), found);
        found.sort(ORDER);
        return List.copyOf(found);
    }

    /** With their sockets, in the kernel's order. */
    public static List<HeldSocket> sockets() throws PacketPortException {
        List<HeldSocket> found = new ArrayList<>();
        for (String[] words : words(lines(TCP))) {
            if (isOpen(words) && words.length > INODE) {
                connection(words[1], words[2]).ifPresent(ends -> found.add(new HeldSocket(ends, Long.parseLong(words[INODE]))));
            }
        }
        return List.copyOf(found);
    }

    /** The local ports of sockets that listen. */
    public static Set<Integer> servedPorts() throws PacketPortException {
        return words(lines(TCP)).stream().filter(words -> words.length > 3 && words[3].equals(LISTEN))
                .map(words -> port(words[1], words[1].indexOf(':'))).collect(Collectors.toUnmodifiableSet());
    }

    /** UDP, in the kernel's order. */
    public static List<UdpSocket> udpSockets() throws PacketPortException {
        List<UdpSocket> found = new ArrayList<>();
        for (String[] words : words(lines(UDP))) {
            if (words.length > INODE) {
                connection(words[1], words[2]).ifPresent(ends -> found.add(new UdpSocket(ends.local(), ends.localPort(), ends.remote(),
                        ends.remotePort(), Long.parseLong(words[INODE]))));
            }
        }
        return List.copyOf(found);
    }

    /** Of both versions; headers are among them, and have no state. */
    private static List<String> lines(String protocol) throws PacketPortException {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(FOLDER.resolve(protocol)));
            Path six = FOLDER.resolve(protocol + "6");
            if (Files.exists(six)) {
                lines.addAll(Files.readAllLines(six));
            }
            return lines;
        } catch (IOException e) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "cannot read this host's table of connections: "
                    + e.getMessage(), "It is there where /proc is mounted: mount -t proc proc /proc");
        }
    }

    private static List<String[]> words(List<String> lines) {
        return lines.stream().map(line -> line.strip().split("\\s+")).toList();
    }

    private static boolean isOpen(String[] words) {
        return words.length > 3 && (words[3].equals(ESTABLISHED) || words[3].equals(CLOSE_WAIT));
    }

    static void read(List<String> lines, List<TcpConnection> found) {
        words(lines).stream().filter(SocketTable::isOpen).forEach(words -> connection(words[1], words[2]).ifPresent(found::add));
    }

    private static Optional<TcpConnection> connection(String local, String remote) {
        int localColon = local.indexOf(':');
        int remoteColon = remote.indexOf(':');
        if (localColon < 0 || remoteColon < 0) {
            return Optional.empty();
        }
        return Optional.of(new TcpConnection(address(local.substring(0, localColon)), port(local, localColon),
                address(remote.substring(0, remoteColon)), port(remote, remoteColon)));
    }

    private static int port(String end, int colon) {
        return Integer.parseInt(end.substring(colon + 1), 16);
    }

    /** Each 32-bit word of the address stands there as a number of this machine's byte order. */
    private static IpAddress address(String hex) {
        MemorySegment bytes = MemorySegment.ofArray(HexFormat.of().parseHex(hex));
        ValueLayout.OfInt written = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
        for (long at = 0; at < bytes.byteSize(); at += 4) {
            bytes.set(ValueLayout.JAVA_INT_UNALIGNED, at, bytes.get(written, at));
        }
        return IpAddress.read(bytes, 0, bytes.byteSize() == 4 ? IpVersion.V4 : IpVersion.V6).unmapped();
    }
}
