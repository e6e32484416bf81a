package org.hopwarden.packetio.internal;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/** Puts the kernel's error numbers into words, with what the user can do. */
final class Faults {

    private Faults() {
    }

    static PacketPortException opening(String socket, int errno, String verb) {
        return switch (errno) {
            case Errno.EPERM, Errno.EACCES -> noRights("no right to open " + named(socket), verb);
            case Errno.EAFNOSUPPORT, Errno.EPROTONOSUPPORT -> new PacketPortException(Reason.NOT_AVAILABLE,
                    "this system has no " + socket + ": " + Errno.text(errno),
                    "The kernel was built or started without that protocol (IPv6 off, no packet sockets).");
            case Errno.EMFILE, Errno.ENFILE -> new PacketPortException(Reason.FAILED,
                    "cannot open " + named(socket) + ": " + Errno.text(errno), "Raise the limit of open files: ulimit -n 4096");
            default -> new PacketPortException(Reason.FAILED,
                    "cannot open " + named(socket) + ": " + Errno.text(errno), "");
        };
    }

    static PacketPortException making(String device, int errno, String verb) {
        return switch (errno) {
            case Errno.EPERM, Errno.EACCES -> Libc.geteuid() == 0 ? noRights("no right to make a " + device, verb)
                    : new PacketPortException(Reason.NO_RIGHTS, "no right to make a " + device,
                            "Run: sudo ./hopwarden " + verb);
            default -> new PacketPortException(Reason.FAILED, "cannot make a " + device + ": " + Errno.text(errno), "");
        };
    }

    /** @param verb the verb of the command line with its arguments, for the command that the remedy names */
    static PacketPortException noRights(String message, String verb) {
        if (Libc.geteuid() == 0) {
            return new PacketPortException(Reason.NO_RIGHTS, message + ", though this process is root: it lacks "
                    + "CAP_NET_RAW or CAP_NET_ADMIN",
                    "Start the container or service with these capabilities, as in: "
                            + "podman run --cap-add=NET_RAW --cap-add=NET_ADMIN ...");
        }
        return new PacketPortException(Reason.NO_RIGHTS, message, "Run: sudo ./hopwarden " + verb
                + "\nor, without becoming root: sudo setpriv --reuid=$(id -u) --regid=$(id -g) --init-groups "
                + "--inh-caps=+net_raw,+net_admin --ambient-caps=+net_raw,+net_admin ./hopwarden " + verb);
    }

    static PacketPortException sending(IpAddress destination, int lengthBytes, int errno) {
        return switch (errno) {
            case Errno.EPERM -> new PacketPortException(Reason.REFUSED,
                    "this host's own firewall drops the packet to " + destination,
                    "Look for a rule on outgoing packets: sudo nft list ruleset (or sudo iptables -S OUTPUT, ip6tables)");
            case Errno.EACCES -> new PacketPortException(Reason.REFUSED,
                    "this host prohibits packets to " + destination + " (a prohibit route, or a broadcast address)",
                    routeRemedy(destination));
            case Errno.EMSGSIZE -> new PacketPortException(Reason.REFUSED, "the packet of " + lengthBytes
                    + " bytes to " + destination + " is larger than the MTU of the interface", "Send smaller probes.");
            default -> routing(destination, errno);
        };
    }

    /** What a failed look-up of a route, or a failed sending, says of a destination. */
    static PacketPortException routing(IpAddress destination, int errno) {
        return switch (errno) {
            case Errno.ENETUNREACH, Errno.EHOSTUNREACH -> new PacketPortException(Reason.NO_ROUTE,
                    "no route from this host to " + destination, routeRemedy(destination));
            case Errno.ENETDOWN -> new PacketPortException(Reason.NO_ROUTE,
                    "the interface towards " + destination + " is down", "Look at it: ip link");
            case Errno.EADDRNOTAVAIL -> new PacketPortException(Reason.NO_ROUTE,
                    "this host has no " + family(destination) + " address to reach " + destination + " from",
                    "Look at the addresses: ip address");
            case Errno.EACCES -> new PacketPortException(Reason.NO_ROUTE,
                    "this host's routing table prohibits " + destination + ", or it is a broadcast address",
                    routeRemedy(destination));
            case Errno.EINVAL -> new PacketPortException(Reason.NO_ROUTE,
                    "no usable route from this host to " + destination + " (a blackhole route, or no unicast address)",
                    routeRemedy(destination));
            case Errno.ENODEV, Errno.ENXIO -> new PacketPortException(Reason.NOT_AVAILABLE,
                    "the interface towards " + destination + " has disappeared", "Look at the interfaces: ip link");
            case Errno.EAFNOSUPPORT -> new PacketPortException(Reason.NOT_AVAILABLE,
                    "this system has no " + family(destination), "Use an address of the other IP version.");
            default -> new PacketPortException(Reason.FAILED,
                    "cannot send to " + destination + ": " + Errno.text(errno), "");
        };
    }

    private static String routeRemedy(IpAddress destination) {
        return "Look at the route: ip route get " + destination;
    }

    private static String family(IpAddress address) {
        return address.isV4() ? "IPv4" : "IPv6";
    }

    private static String named(String socket) {
        return ("AEIO".indexOf(socket.charAt(0)) >= 0 ? "an " : "a ") + socket;
    }
}
