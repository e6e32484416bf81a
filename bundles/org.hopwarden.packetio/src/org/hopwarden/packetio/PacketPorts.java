package org.hopwarden.packetio;

import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.internal.FrameSocket;
import org.hopwarden.packetio.internal.HostPort;

/** Opens the ports of this host. */
public final class PacketPorts {

    private PacketPorts() {
    }

    /**
     * Opens a port of this host through raw and packet sockets, IPv4 and IPv6. It stamps packets with the kernel's real-time
     * clock, in nanoseconds since 1970, reports the host's own packets as {@link PacketSink.Direction#SENT}, and sees what comes
     * in before the host's firewall does. On loopback each packet is reported once as sent and once as received. Where the host
     * translates the addresses of its own packets (NAT), the translated ones are seen.
     *
     * @throws PacketPortException {@code NO_RIGHTS} without CAP_NET_RAW, {@code NOT_AVAILABLE} where the system is not Linux or
     *             lacks the sockets
     */
    public static PacketPort openHost(TraceFilter filter) throws PacketPortException {
        requireLinux();
        return new HostPort(filter);
    }

    /**
     * Opens a port for the Ethernet frames of one interface.
     *
     * @param interfaceName of an Ethernet interface that is up
     * @throws PacketPortException {@code NO_RIGHTS} without CAP_NET_RAW, {@code NOT_AVAILABLE} where there is no such interface,
     *             it is down or no Ethernet interface, or the system is not Linux
     */
    public static FramePort openFrames(String interfaceName) throws PacketPortException {
        requireLinux();
        return new FrameSocket(interfaceName);
    }

    /**
     * Makes sure that {@link #openFrames} can work at all, without opening an interface.
     *
     * @throws PacketPortException as there
     */
    public static void requireFrames() throws PacketPortException {
        requireLinux();
        FrameSocket.requireRight();
    }

    static void requireLinux() throws PacketPortException {
        String system = System.getProperty("os.name", "");
        if (!system.equals("Linux")) {
            throw new PacketPortException(Reason.NOT_AVAILABLE,
                    "sending and receiving packets is only possible on Linux so far, not on " + system,
                    "Use a simulated network: --lab FILE");
        }
        if (!System.getProperty("os.arch", "").matches("amd64|x86_64|aarch64")) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "packet sockets are only known on 64-bit x86 and ARM, not on "
                    + System.getProperty("os.arch"), "Use a simulated network: --lab FILE");
        }
    }
}
