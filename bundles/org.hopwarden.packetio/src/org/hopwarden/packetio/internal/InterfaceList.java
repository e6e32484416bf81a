package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.NetworkInterfaces.Address;
import org.hopwarden.packetio.NetworkInterfaces.Interface;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/**
 * Lists interfaces by getifaddrs(3). Java's own list leaves out interfaces without an address, and those are the ones that a
 * bridge is put between.
 */
@SuppressWarnings("restricted") // walks a list that the C library made
public final class InterfaceList {

    // struct ifaddrs of ifaddrs.h, 64-bit layout
    private static final long NEXT = 0;
    private static final long NAME = 8;
    private static final long FLAGS = 16;
    private static final long SOCKET_ADDRESS = 24;
    private static final long NETMASK = 32;
    private static final long ENTRY_BYTES = 56;
    private static final long NAME_BYTES = Linux.IFNAMSIZ;
    private static final long LARGEST_ADDRESS = 128;

    private static final class Found {
        int index;
        int flags;
        String mac = "";
        final List<Address> addresses = new ArrayList<>();
    }

    private InterfaceList() {
    }

    /** All interfaces by index. */
    public static List<Interface> read() throws PacketPortException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment head = arena.allocate(ADDRESS);
            int result = Libc.getifaddrs(head);
            if (result < 0) {
                throw new PacketPortException(Reason.FAILED, "cannot list the interfaces: " + Errno.text(-result), "");
            }
            MemorySegment list = head.get(ADDRESS, 0);
            try {
                return describe(arena, collect(list));
            } finally {
                Libc.freeifaddrs(list);
            }
        }
    }

    private static Map<String, Found> collect(MemorySegment list) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (MemorySegment at = list; !at.equals(MemorySegment.NULL);) {
            MemorySegment entry = at.reinterpret(ENTRY_BYTES);
            // An address may carry a label, an alias such as eth0:1, which is a name of the same interface.
            String name = entry.get(ADDRESS, NAME).reinterpret(NAME_BYTES).getString(0).replaceFirst(":.*", "");
            Found device = found.computeIfAbsent(name, ignored -> new Found());
            device.flags |= entry.get(JAVA_INT, FLAGS);
            MemorySegment address = entry.get(ADDRESS, SOCKET_ADDRESS);
            if (!address.equals(MemorySegment.NULL)) {
                add(device, address.reinterpret(LARGEST_ADDRESS), entry.get(ADDRESS, NETMASK));
            }
            at = entry.get(ADDRESS, NEXT);
        }
        return found;
    }

    private static void add(Found device, MemorySegment address, MemorySegment netmask) {
        switch (address.get(JAVA_SHORT, 0)) {
            case Linux.AF_INET -> addIp(device, address, netmask, IpVersion.V4);
            case Linux.AF_INET6 -> addIp(device, address, netmask, IpVersion.V6);
            case Linux.AF_PACKET -> {
                device.index = address.get(JAVA_INT, 4);
                device.mac = address.get(JAVA_SHORT, 8) == Linux.ARPHRD_ETHER ? mac(address) : "";
            }
            default -> {
                // Other families say nothing that is shown.
            }
        }
    }

    private static void addIp(Found device, MemorySegment address, MemorySegment netmask, IpVersion version) {
        int length = version.addressBits();
        if (!netmask.equals(MemorySegment.NULL)) {
            IpAddress mask = SocketAddress.address(netmask.reinterpret(LARGEST_ADDRESS), version);
            length = Long.bitCount(mask.high()) + Long.bitCount(mask.low());
        }
        device.addresses.add(new Address(SocketAddress.address(address, version), length));
    }

    private static String mac(MemorySegment address) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            text.append(i == 0 ? "" : ":").append(String.format("%02x", address.get(JAVA_BYTE, 12 + i)));
        }
        return text.toString();
    }

    private static List<Interface> describe(Arena arena, Map<String, Found> found) throws PacketPortException {
        List<Interface> interfaces = new ArrayList<>();
        try (NativeSocket socket = NativeSocket.open(Linux.AF_INET, Linux.SOCK_DGRAM, 0, "UDP socket", "interfaces")) {
            found.forEach((name, device) -> {
                device.addresses.sort(Comparator.comparing(address -> address.address().version()));
                boolean up = (device.flags & Linux.IFF_UP) != 0;
                interfaces.add(new Interface(name, device.index == 0 ? index(arena, socket, name) : device.index, up, up && (device.flags & Linux.IFF_RUNNING) != 0,
                        (device.flags & Linux.IFF_LOOPBACK) != 0, device.mac, mtu(arena, socket, name), device.addresses));
            });
        }
        interfaces.sort(Comparator.comparingInt(Interface::index));
        return interfaces;
    }

    /**
     * For an interface without a hardware address, as those of TUN, PPP and WireGuard, of which getifaddrs says no index.
     *
     * @return 0 for one that has just disappeared
     */
    private static int index(Arena arena, NativeSocket socket, String name) {
        MemorySegment request = InterfaceRequest.of(arena, name);
        return Libc.ioctl(socket.fd(), Linux.SIOCGIFINDEX, request) < 0 ? 0 : InterfaceRequest.number(request);
    }

    /** @return 0 for an interface that has just disappeared */
    private static int mtu(Arena arena, NativeSocket socket, String name) {
        MemorySegment request = InterfaceRequest.of(arena, name);
        return Libc.ioctl(socket.fd(), Linux.SIOCGIFMTU, request) < 0 ? 0 : InterfaceRequest.number(request);
    }
}
