package org.hopwarden.packetio;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.hopwarden.net.Plugins;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.internal.FrameSocket;
import org.hopwarden.packetio.internal.HostPort;
import org.hopwarden.packetio.internal.SocketPort;

/** Opens the ports of this host. */
public final class PacketPorts {

    /**
     * A system property: the {@link PacketPortProvider#id} of the port to open instead of the system's usual one. On Linux that one
     * is of this bundle; elsewhere it is the first provider's.
     */
    public static final String PROPERTY = "hopwarden.port";

    private PacketPorts() {
    }

    /**
     * Opens a port of this host through raw and packet sockets, IPv4 and IPv6. It stamps packets with the kernel's real-time
     * clock, in nanoseconds since 1970, reports the host's own packets as {@link PacketSink.Direction#SENT}, and sees what comes
     * in before the host's firewall does. On loopback each packet is reported once as sent and once as received. Where the host
     * translates the addresses of its own packets (NAT), the translated ones are seen.
     *
     * <p>
     * Where the system is not Linux, the port of a {@link PacketPortProvider} is opened, which may see less.
     *
     * @throws PacketPortException {@code NO_RIGHTS} without CAP_NET_RAW or what stands for it, {@code NOT_AVAILABLE} where the system
     *             lacks the sockets, or there is no port for it
     */
    public static PacketPort openHost(TraceFilter filter) throws PacketPortException {
        String wanted = System.getProperty(PROPERTY, "");
        if (wanted.isEmpty() && isLinux()) {
            requireLinux();
            return new HostPort(filter);
        }
        List<PacketPortProvider> providers = Plugins.load(PacketPortProvider.class, PacketPortProvider::id);
        for (PacketPortProvider provider : providers) {
            if (wanted.isEmpty() || provider.id().equals(wanted)) {
                return provider.open(filter);
            }
        }
        if (wanted.isEmpty()) {
            requireLinux();
        }
        throw new PacketPortException(Reason.NOT_AVAILABLE, "there is no port '" + wanted + "', which the property " + PROPERTY
                + " names", "Known are: " + providers.stream().map(PacketPortProvider::id).collect(Collectors.joining(", ")));
    }

    /**
     * Opens a port of this host for users without rights, IPv4 and IPv6, through ordinary sockets and their error queues. It sends
     * UDP, TCP SYNs (each as a connection that is opened and, where it comes about, reset), and echo requests where
     * {@code net.ipv4.ping_group_range} lets this user; anything else is refused with {@code NO_RIGHTS} as it is sent. The packets
     * that it hands over are made of what the kernel tells: quotes show the probe as it was sent, not what became of it on its way,
     * and a TTL that is not known is 0.
     *
     * @throws PacketPortException {@code NOT_AVAILABLE} where the system is not Linux
     */
    public static PacketPort openUnprivileged(TraceFilter filter) throws PacketPortException {
        requireLinux();
        return new SocketPort(filter);
    }

    /**
     * Opens the best port of this host that this process has the right to: {@link #openHost}, else on Linux
     * {@link #openUnprivileged}.
     *
     * @param lacking told what right is missing, with its remedy, before the second one is opened
     * @throws PacketPortException as those two
     */
    public static PacketPort openBest(TraceFilter filter, Consumer<PacketPortException> lacking) throws PacketPortException {
        try {
            return openHost(filter);
        } catch (PacketPortException e) {
            if (e.reason() != Reason.NO_RIGHTS || !isLinux()) {
                throw e;
            }
            lacking.accept(e);
            return openUnprivileged(filter);
        }
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

    static boolean isLinux() {
        return System.getProperty("os.name", "").equals("Linux");
    }

    static void requireLinux() throws PacketPortException {
        if (!isLinux()) {
            throw new PacketPortException(Reason.NOT_AVAILABLE,
                    "this way of sending and receiving packets is only possible on Linux, not on " + System.getProperty("os.name"),
                    "Use a simulated network: --lab FILE");
        }
        if (!System.getProperty("os.arch", "").matches("amd64|x86_64|aarch64")) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "packet sockets are only known on 64-bit x86 and ARM, not on "
                    + System.getProperty("os.arch"), "Use a simulated network: --lab FILE");
        }
    }
}
