package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.NetworkInterfaces;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/** Asks the kernel for source addresses and holds local ports by sockets that are bound to them. */
final class LocalPorts implements AutoCloseable {

    /** The discard port: connecting a UDP socket sends nothing, but wants some port. */
    private static final int ANY_PORT = 9;

    private static final int FIRST_PORT = 1024;

    private final List<NativeSocket> reserved = new ArrayList<>();

    static IpAddress sourceFor(IpAddress destination, Optional<String> interfaceName) throws PacketPortException {
        if (destination.isUnspecified()) {
            throw new PacketPortException(Reason.NO_ROUTE, destination + " is no destination", "Name a real address.");
        }
        if (destination.isV6() && destination.high() >>> 54 == 0xfe80 >>> 6) {
            throw new PacketPortException(Reason.NO_ROUTE, "the link-local address " + destination
                    + " says nothing without an interface, and interfaces cannot be chosen yet",
                    "Use a global or unique local address of the target.");
        }
        IpVersion version = destination.version();
        try (Arena arena = Arena.ofConfined(); NativeSocket socket = open(version, Linux.SOCK_DGRAM, "UDP socket")) {
            if (interfaceName.isPresent()) {
                socket.bindToInterface(interfaceName.get());
            }
            int connected = Libc.connect(socket.fd(), SocketAddress.of(arena, destination, ANY_PORT));
            if (connected < 0) {
                throw Faults.routing(destination, -connected);
            }
            return SocketAddress.address(name(arena, socket, version), version);
        }
    }

    /** The MTU of the interface that has this address, or of the one with this name; at most 65535. */
    static int mtuBytes(IpAddress source, Optional<String> interfaceName) throws PacketPortException {
        for (NetworkInterfaces.Interface each : InterfaceList.read()) {
            boolean meant = interfaceName.isPresent() ? each.name().equals(interfaceName.get())
                    : each.addresses().stream().anyMatch(address -> address.address().equals(source));
            if (meant) {
                return Math.min(each.mtuBytes(), 0xffff);
            }
        }
        throw new PacketPortException(Reason.NOT_AVAILABLE, "no interface of this host has the address " + source,
                "Look at the addresses: ip address");
    }

    /** @param wanted 0 for any free one */
    int reserve(int protocol, IpAddress local, int wanted) throws PacketPortException {
        if (protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6) {
            return wanted != 0 ? wanted : ThreadLocalRandom.current().nextInt(FIRST_PORT, 1 << 16);
        }
        boolean udp = protocol == IpProtocol.UDP;
        if (!udp && protocol != IpProtocol.TCP) {
            throw new IllegalArgumentException("protocol " + IpProtocol.name(protocol) + " has no ports to reserve");
        }
        NativeSocket socket = open(local.version(), udp ? Linux.SOCK_DGRAM : Linux.SOCK_STREAM,
                udp ? "UDP socket" : "TCP socket");
        try (Arena arena = Arena.ofConfined()) {
            if (local.isV6()) {
                socket.setOption(Linux.IPPROTO_IPV6, Linux.IPV6_V6ONLY, 1, "IPV6_V6ONLY");
            }
            int bound = Libc.bind(socket.fd(), SocketAddress.of(arena, local, wanted));
            if (bound < 0) {
                String which = wanted == 0 ? "a " + IpProtocol.name(protocol) + " port"
                        : IpProtocol.name(protocol) + " port " + wanted;
                throw new PacketPortException(Reason.FAILED, "cannot reserve " + which + " on " + local + ": "
                        + Errno.text(-bound), -bound == Errno.EADDRNOTAVAIL ? "It must be an address of this host: ip address"
                                : wanted == 0 ? "" : "See who holds it: ss -anp, or leave the choice of the port to the host.");
            }
            int port = SocketAddress.port(name(arena, socket, local.version()));
            reserved.add(socket);
            return port;
        } catch (PacketPortException e) {
            socket.close();
            throw e;
        }
    }

    private static NativeSocket open(IpVersion version, int type, String name) throws PacketPortException {
        return NativeSocket.open(version == IpVersion.V4 ? Linux.AF_INET : Linux.AF_INET6, type, 0, name, "trace TARGET");
    }

    private static MemorySegment name(Arena arena, NativeSocket socket, IpVersion version) throws PacketPortException {
        MemorySegment address = SocketAddress.allocate(arena, version);
        int result = Libc.getsockname(socket.fd(), address, arena.allocateFrom(JAVA_INT, (int) address.byteSize()));
        if (result < 0) {
            throw new PacketPortException(Reason.FAILED, "cannot read a socket's address: " + Errno.text(-result), "");
        }
        return address;
    }

    @Override
    public void close() {
        reserved.forEach(NativeSocket::close);
        reserved.clear();
    }
}
