package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;

/** The kernel's socket addresses: sockaddr_in (linux/in.h), sockaddr_in6 (linux/in6.h), sockaddr_ll (linux/if_packet.h). */
final class SocketAddress {
    static final int V4_BYTES = 16;
    static final int V6_BYTES = 28;
    static final int PACKET_BYTES = 20;

    /** sll_pkttype in a sockaddr_ll. */
    static final int PACKET_TYPE = 10;

    private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);

    private SocketAddress() {
    }

    static MemorySegment allocate(Arena arena, IpVersion version) {
        return arena.allocate(version == IpVersion.V4 ? V4_BYTES : V6_BYTES, 8);
    }

    /** Sets all of an address that {@link #allocate} made. */
    static void set(MemorySegment socketAddress, IpAddress address, int port) {
        socketAddress.fill((byte) 0);
        socketAddress.set(JAVA_SHORT, 0, (short) (address.isV4() ? Linux.AF_INET : Linux.AF_INET6));
        socketAddress.set(PORT, 2, (short) port);
        address.write(socketAddress, address.isV4() ? 4 : 8);
    }

    static MemorySegment of(Arena arena, IpAddress address, int port) {
        MemorySegment socketAddress = allocate(arena, address.version());
        set(socketAddress, address, port);
        return socketAddress;
    }

    static IpAddress address(MemorySegment socketAddress, IpVersion version) {
        return IpAddress.read(socketAddress, version == IpVersion.V4 ? 4 : 8, version);
    }

    static int port(MemorySegment socketAddress) {
        return socketAddress.get(PORT, 2) & 0xffff;
    }

    static MemorySegment packet(Arena arena, int protocol, int interfaceIndex) {
        MemorySegment socketAddress = arena.allocate(PACKET_BYTES, 8);
        socketAddress.set(JAVA_SHORT, 0, (short) Linux.AF_PACKET);
        socketAddress.set(PORT, 2, (short) protocol);
        socketAddress.set(JAVA_INT, 4, interfaceIndex);
        return socketAddress;
    }
}
