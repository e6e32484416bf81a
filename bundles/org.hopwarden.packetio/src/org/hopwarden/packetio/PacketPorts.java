package org.hopwarden.packetio;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.hopwarden.net.Plugins;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.internal.AnswerSockets;
import org.hopwarden.packetio.internal.FrameSocket;
import org.hopwarden.packetio.internal.HostPort;
import org.hopwarden.packetio.internal.QueueSocket;
import org.hopwarden.packetio.internal.SocketPort;

/** Opens the ports of this host. */
public final class PacketPorts {

    /**
     * A system property: the {@link PacketPortProvider#id} of the port to open instead of the system's usual one. On Linux that one
     * is of this bundle; elsewhere it is the first provider's.
     */
    public static final String PROPERTY = "hopwarden.port";

    private static final int MOST_QUEUES = 64;

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

    /**
     * Opens queues of the kernel that nobody uses, with numbers one behind the other. No packet comes before a rule of the kernel's firewall
     * sends it there.
     *
     * @param count 1 to 64
     * @param failOpen whether packets pass that find a queue full; else they are dropped
     * @param avoided numbers that are not to be chosen, though nobody uses them
     * @throws PacketPortException {@code NO_RIGHTS} without CAP_NET_ADMIN, {@code NOT_AVAILABLE} where the kernel has no queues or the system
     *             is not Linux
     */
    public static List<QueuePort> openQueues(int count, boolean failOpen, Set<Integer> avoided) throws PacketPortException {
        requireLinux();
        if (count < 1 || count > MOST_QUEUES) {
            throw new IllegalArgumentException(count + " queues");
        }
        return QueueSocket.open(count, failOpen, avoided);
    }

    /**
     * The numbers of the kernel's queues that a program listens to now, in this network namespace.
     *
     * @throws PacketPortException {@code NOT_AVAILABLE} where the kernel has no queues or the system is not Linux
     */
    public static Set<Integer> queuesInUse() throws PacketPortException {
        requireLinux();
        return QueueSocket.inUse();
    }

    /**
     * Opens a port for packets in the name of others.
     *
     * @param mark by which rules of the kernel's firewall know them
     * @throws PacketPortException {@code NO_RIGHTS} without CAP_NET_RAW and CAP_NET_ADMIN, {@code NOT_AVAILABLE} where the system is not
     *             Linux
     */
    public static AnswerPort openAnswers(int mark) throws PacketPortException {
        requireLinux();
        return new AnswerSockets(mark);
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
