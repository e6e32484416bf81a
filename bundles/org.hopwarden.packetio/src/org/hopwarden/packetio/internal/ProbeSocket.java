package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/** An ordinary socket through which probes leave, with its error queue switched on, and the probes whose answers it waits for. */
final class ProbeSocket implements AutoCloseable {

    /** A packet that its method built whole, of which the kernel is given what it lets through. */
    static final class Probe {
        final PacketView packet;
        final byte[] payload;
        long sentNanos;

        Probe(PacketView packet, byte[] payload) {
            this.packet = packet;
            this.payload = payload;
        }
    }

    final int protocol;
    final IpVersion version;
    final NativeSocket socket;
    final List<Probe> waiting = new ArrayList<>();
    private int port;

    private ProbeSocket(int protocol, IpVersion version, NativeSocket socket) {
        this.protocol = protocol;
        this.version = version;
        this.socket = socket;
    }

    /**
     * Opens a socket and binds it.
     *
     * @param protocol TCP, UDP, ICMP or ICMPv6
     * @param wantedPort 0 for any free one
     * @throws PacketPortException {@code NO_RIGHTS} for ICMP where this user may not open such sockets
     */
    static ProbeSocket open(int protocol, IpAddress local, int wantedPort, Optional<String> interfaceName)
            throws PacketPortException {
        boolean v4 = local.isV4();
        boolean icmp = protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6;
        int type = protocol == IpProtocol.TCP ? Linux.SOCK_STREAM | Linux.SOCK_NONBLOCK : Linux.SOCK_DGRAM;
        NativeSocket socket = openSocket(v4 ? Linux.AF_INET : Linux.AF_INET6, type,
                icmp ? v4 ? Linux.IPPROTO_ICMP : Linux.IPPROTO_ICMPV6 : 0, icmp ? "ICMP datagram socket"
                        : protocol == IpProtocol.TCP ? "TCP socket" : "UDP socket", icmp);
        ProbeSocket opened = new ProbeSocket(protocol, local.version(), socket);
        try (Arena arena = Arena.ofConfined()) {
            if (interfaceName.isPresent()) {
                socket.bindToInterface(interfaceName.get());
            }
            if (v4) {
                socket.setOption(Linux.IPPROTO_IP, Linux.IP_RECVERR, 1, "IP_RECVERR");
                socket.setOption(Linux.IPPROTO_IP, Linux.IP_RECVTTL, 1, "IP_RECVTTL");
            } else {
                socket.setOption(Linux.IPPROTO_IPV6, Linux.IPV6_RECVERR, 1, "IPV6_RECVERR");
                socket.setOption(Linux.IPPROTO_IPV6, Linux.IPV6_RECVHOPLIMIT, 1, "IPV6_RECVHOPLIMIT");
                if (!icmp) {
                    socket.setOption(Linux.IPPROTO_IPV6, Linux.IPV6_V6ONLY, 1, "IPV6_V6ONLY");
                }
            }
            socket.setOption(Linux.SOL_SOCKET, Linux.SO_TIMESTAMPNS, 1, "SO_TIMESTAMPNS");
            if (protocol == IpProtocol.TCP) {
                socket.setOption(Linux.IPPROTO_TCP, Linux.TCP_SYNCNT, 1, "TCP_SYNCNT");
            }
            int bound = Libc.bind(socket.fd(), SocketAddress.of(arena, local, wantedPort));
            if (bound < 0) {
                throw new PacketPortException(Reason.FAILED, "cannot bind a socket to " + local
                        + (wantedPort == 0 ? "" : " port " + wantedPort) + ": " + Errno.text(-bound), wantedPort == 0
                                ? "It must be an address of this host: ip address"
                                : "See who holds the port: ss -anp, or leave its choice to the host.");
            }
            MemorySegment address = SocketAddress.allocate(arena, local.version());
            Libc.getsockname(socket.fd(), address, arena.allocateFrom(JAVA_INT, (int) address.byteSize()));
            opened.port = SocketAddress.port(address);
            return opened;
        } catch (PacketPortException e) {
            socket.close();
            throw e;
        }
    }

    private static NativeSocket openSocket(int family, int type, int protocol, String name, boolean icmp)
            throws PacketPortException {
        try {
            return NativeSocket.open(family, type, protocol, name, "trace TARGET");
        } catch (PacketPortException e) {
            if (icmp && e.reason() == Reason.NO_RIGHTS) {
                throw new PacketPortException(Reason.NO_RIGHTS, e.getMessage() + ": this system lets none or only some groups ping",
                        "Choose --method udp, or let all: sudo sysctl -w net.ipv4.ping_group_range='0 2147483647'\n" + e.remedy());
            }
            throw e;
        }
    }

    /** The local port, or the identifier of echo requests. */
    int port() {
        return port;
    }

    int fd() {
        return socket.fd();
    }

    /** What a packet's IP header asks for; the rest of it the kernel makes itself. */
    void setHeader(PacketView packet) throws PacketPortException {
        if (version == IpVersion.V4) {
            socket.setOption(Linux.IPPROTO_IP, Linux.IP_TTL, packet.ttl(), "IP_TTL");
            socket.setOption(Linux.IPPROTO_IP, Linux.IP_TOS, packet.trafficClass(), "IP_TOS");
            socket.setOption(Linux.IPPROTO_IP, Linux.IP_MTU_DISCOVER,
                    packet.dontFragment() ? Linux.PMTUDISC_PROBE : Linux.PMTUDISC_DONT, "IP_MTU_DISCOVER");
        } else {
            socket.setOption(Linux.IPPROTO_IPV6, Linux.IPV6_UNICAST_HOPS, packet.ttl(), "IPV6_UNICAST_HOPS");
            socket.setOption(Linux.IPPROTO_IPV6, Linux.IPV6_TCLASS, packet.trafficClass(), "IPV6_TCLASS");
            socket.setOption(Linux.IPPROTO_IPV6, Linux.IPV6_MTU_DISCOVER, Linux.PMTUDISC_PROBE, "IPV6_MTU_DISCOVER");
        }
    }

    int send(Probe probe) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate(Math.max(1, probe.payload.length), 8);
            MemorySegment.copy(MemorySegment.ofArray(probe.payload), 0, data, 0, probe.payload.length);
            MemorySegment to = SocketAddress.of(arena, probe.packet.destination(), Math.max(0, probe.packet.destinationPort()));
            return Libc.sendto(fd(), data, probe.payload.length, Linux.MSG_DONTWAIT, to, (int) to.byteSize());
        }
    }

    int connect(Probe probe) {
        try (Arena arena = Arena.ofConfined()) {
            return Libc.connect(fd(), SocketAddress.of(arena, probe.packet.destination(), probe.packet.destinationPort()));
        }
    }

    /** SO_ERROR: what became of a connection; 0 where it came about. */
    int takeError() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(JAVA_INT);
            int result = Libc.getsockopt(fd(), Linux.SOL_SOCKET, Linux.SO_ERROR, value, arena.allocateFrom(JAVA_INT, 4));
            return result < 0 ? -result : value.get(JAVA_INT, 0);
        }
    }

    /** Closes such that the other side is told with a reset, not asked to agree. */
    void abort() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment linger = arena.allocate(8, 4);
            linger.set(JAVA_INT, 0, 1);
            Libc.setsockopt(fd(), Linux.SOL_SOCKET, Linux.SO_LINGER, linger);
        }
        close();
    }

    @Override
    public void close() {
        socket.close();
    }
}
