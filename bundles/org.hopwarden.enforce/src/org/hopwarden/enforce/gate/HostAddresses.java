package org.hopwarden.enforce.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.packetio.NetworkInterfaces;
import org.hopwarden.packetio.PacketPortException;

/**
 * The addresses of this host.
 *
 * @param interfaces the name of the interface that has each address
 * @param broadcasts the addresses of IPv4 by which all hosts of its networks are meant
 */
public record HostAddresses(Map<IpAddress, String> interfaces, Set<IpAddress> broadcasts) {

    private static final IpAddress ALL = IpAddress.v4(-1);

    public HostAddresses {
        interfaces = Map.copyOf(interfaces);
        broadcasts = Set.copyOf(broadcasts);
    }

    /** A host without networks, for tests. */
    public HostAddresses(Map<IpAddress, String> interfaces) {
        this(interfaces, Set.of());
    }

    /** @throws PacketPortException where the system does not tell */
    public static HostAddresses read() throws PacketPortException {
        Map<IpAddress, String> interfaces = new HashMap<>();
        Set<IpAddress> broadcasts = new java.util.HashSet<>();
        NetworkInterfaces.list().forEach(each -> each.addresses().forEach(address -> {
            interfaces.putIfAbsent(address.address(), each.name());
            if (address.address().isV4() && address.prefixLength() < 31) {
                IpPrefix network = IpPrefix.containing(address.address(), address.prefixLength());
                broadcasts.add(IpAddress.v4((int) (network.address().low() | 0xffff_ffffL >>> network.length())));
            }
        }));
        return new HostAddresses(interfaces, broadcasts);
    }

    /** Whether an address is the host's own; those of the loopback network are. */
    public boolean isOwn(IpAddress address) {
        return address.isLoopback() || interfaces.containsKey(address);
    }

    /** Whether a packet to an address is for this host, if for others too. */
    boolean isFor(IpAddress destination) {
        return isOwn(destination) || destination.isMulticast() || destination.equals(ALL) || broadcasts.contains(destination);
    }

    /** The interface that has an address; empty where none has. */
    public String interfaceOf(IpAddress address) {
        return address.isLoopback() ? "lo" : interfaces.getOrDefault(address, "");
    }
}
