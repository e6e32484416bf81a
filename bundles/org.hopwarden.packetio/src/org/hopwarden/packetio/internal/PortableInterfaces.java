package org.hopwarden.packetio.internal;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.NetworkInterfaces.Address;
import org.hopwarden.packetio.NetworkInterfaces.Interface;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/** Lists interfaces by Java's own list, where the system's is not known. It does not tell whether a cable is plugged in. */
public final class PortableInterfaces {

    private PortableInterfaces() {
    }

    /** All interfaces by index. */
    public static List<Interface> read() throws PacketPortException {
        try {
            List<Interface> interfaces = new ArrayList<>();
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                interfaces.add(describe(each));
            }
            interfaces.sort(Comparator.comparingInt(Interface::index));
            return interfaces;
        } catch (SocketException e) {
            throw new PacketPortException(Reason.FAILED, "cannot list the interfaces: " + e.getMessage(), "");
        }
    }

    private static Interface describe(NetworkInterface each) throws SocketException {
        List<Address> addresses = each.getInterfaceAddresses().stream()
                .map(address -> new Address(IpAddress.of(address.getAddress()), address.getNetworkPrefixLength()))
                .sorted(Comparator.comparing(address -> address.address().version())).toList();
        byte[] mac = each.getHardwareAddress();
        return new Interface(each.getName(), each.getIndex(), each.isUp(), each.isUp(), each.isLoopback(),
                mac == null ? "" : HexFormat.ofDelimiter(":").formatHex(mac), Math.max(0, each.getMTU()), addresses);
    }
}
