package org.hopwarden.packetio;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.internal.InterfaceList;
import org.hopwarden.packetio.internal.PortableInterfaces;

/** The network interfaces of this host. */
public final class NetworkInterfaces {

    /**
     * An address of an interface.
     *
     * @param prefixLength of its network: 0 to 32, or 0 to 128
     */
    public record Address(IpAddress address, int prefixLength) {

        public Address {
            requireNonNull(address, "address");
        }

        @Override
        public String toString() {
            return address + "/" + prefixLength;
        }
    }

    /**
     * One interface as it is at the moment.
     *
     * @param index the kernel's number, at least 1
     * @param up whether it is switched on
     * @param carrier whether it is switched on and connected, so that packets can pass
     * @param loopback whether it only leads back to this host
     * @param mac the hardware address in lower case with colons; empty where there is none
     * @param mtuBytes the longest IP packet that it carries
     * @param addresses IPv4 before IPv6
     */
    public record Interface(String name, int index, boolean up, boolean carrier, boolean loopback, String mac, int mtuBytes,
            List<Address> addresses) {

        public Interface {
            requireNonNull(name, "name");
            requireNonNull(mac, "mac");
            addresses = List.copyOf(addresses);
        }
    }

    private NetworkInterfaces() {
    }

    /**
     * All interfaces of this host, ordered by index; on Linux those without an address and those that are down included. Needs no
     * rights.
     *
     * @throws PacketPortException where the system does not tell
     */
    public static List<Interface> list() throws PacketPortException {
        return PacketPorts.isLinux() ? InterfaceList.read() : PortableInterfaces.read();
    }
}
