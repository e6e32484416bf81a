package org.hopwarden.capture.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/**
 * The interface and the source address of this host's packets to a destination, as every system tells them: a UDP socket that is
 * connected, which sends nothing, has the source address that the routing table says.
 *
 * @param interfaceOut what the packets leave by; the loopback interface where the destination is this host
 */
record HostRoute(NetworkInterface interfaceOut, IpAddress source) {

    /** The discard port: connecting wants some port. */
    private static final int ANY_PORT = 9;

    /** @param interfaceName to leave by, with an address of that interface as the source; empty: as the routing table says */
    static HostRoute to(IpAddress destination, Optional<String> interfaceName) throws PacketPortException {
        if (destination.isUnspecified()) {
            throw new PacketPortException(Reason.NO_ROUTE, destination + " is no destination", "Name a real address.");
        }
        if (destination.isV6() && destination.toInetAddress().isLinkLocalAddress()) {
            throw new PacketPortException(Reason.NO_ROUTE, "the link-local address " + destination
                    + " says nothing without an interface", "Use a global or unique local address of the target.");
        }
        try (DatagramChannel channel = DatagramChannel.open(HeldPorts.family(destination))) {
            NetworkInterface named = interfaceName.isPresent() ? named(interfaceName.get()) : null;
            if (named != null) {
                channel.bind(new InetSocketAddress(addressOf(named, destination), 0));
            }
            channel.connect(new InetSocketAddress(destination.toInetAddress(), ANY_PORT));
            InetAddress source = ((InetSocketAddress) channel.getLocalAddress()).getAddress();
            if (source.isAnyLocalAddress()) {
                throw noRoute(destination, "the system tells no source address");
            }
            boolean here = NetworkInterface.getByInetAddress(destination.toInetAddress()) != null;
            NetworkInterface out = named != null ? named : here ? loopback() : NetworkInterface.getByInetAddress(source);
            if (out == null) {
                throw noRoute(destination, "no interface has the source address " + source.getHostAddress());
            }
            return new HostRoute(out.isVirtual() ? out.getParent() : out, IpAddress.of(source));
        } catch (PacketPortException e) {
            throw e;
        } catch (IOException e) {
            throw noRoute(destination, e.getMessage());
        }
    }

    private static PacketPortException noRoute(IpAddress destination, String why) {
        return new PacketPortException(Reason.NO_ROUTE, "no route from this host to " + destination + ": " + why,
                "Look at the addresses and routes of this host: hopwarden interfaces");
    }

    private static NetworkInterface named(String name) throws SocketException, PacketPortException {
        NetworkInterface found = NetworkInterface.getByName(name);
        if (found == null) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "there is no network interface '" + name + "'",
                    "See: hopwarden interfaces");
        }
        return found;
    }

    private static InetAddress addressOf(NetworkInterface named, IpAddress destination) throws PacketPortException {
        return named.inetAddresses().filter(address -> address.getAddress().length == destination.toBytes().length
                && (destination.isV4() || !address.isLinkLocalAddress())).findFirst()
                .orElseThrow(() -> new PacketPortException(Reason.NO_ROUTE, "the interface " + named.getName() + " has no "
                        + (destination.isV4() ? "IPv4" : "IPv6") + " address to reach " + destination + " from",
                        "See: hopwarden interfaces"));
    }

    private static NetworkInterface loopback() throws SocketException {
        return NetworkInterface.networkInterfaces().filter(HostRoute::isLoopback).findFirst().orElse(null);
    }

    static boolean isLoopback(NetworkInterface each) {
        try {
            return each.isLoopback();
        } catch (SocketException e) {
            // It has just disappeared.
            return false;
        }
    }
}
