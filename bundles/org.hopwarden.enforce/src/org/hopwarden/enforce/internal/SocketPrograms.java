package org.hopwarden.enforce.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.PacketState.Programs;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.SocketOwners;

/**
 * The programs of this host that packets come from or go to, by the sockets of this process's network namespace. An ICMP error belongs to whoever sent what it
 * quotes. Where several programs listen to the same, as to all ICMP, none is known.
 */
public final class SocketPrograms implements AutoCloseable {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** RFC 9777. */
    private static final int V6_LISTENER_REPORT = 143;
    private static final int MOST_FLOWS = 4096;

    private final SocketOwners sockets;
    private final ProcessTable processes;
    /** The least recently used flow goes first. */
    private final Map<Ends, Found> flows = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ends, Found> eldest) {
            return size() > MOST_FLOWS;
        }
    };

    private record Ends(int protocol, IpAddress local, int localPort, IpAddress remote, int remotePort) {
    }

    private record Found(Program program, long nanos) {
    }

    SocketPrograms(SocketOwners sockets, ProcessTable processes) {
        this.sockets = sockets;
        this.processes = processes;
    }

    /** @throws PacketPortException where this system does not tell */
    public static SocketPrograms open() throws PacketPortException {
        return new SocketPrograms(SocketOwners.open(), new ProcessTable());
    }

    /** For packets to this host. */
    public Programs incoming() {
        return packet -> find(packet, false);
    }

    /** For packets from this host. */
    public Programs outgoing() {
        return packet -> find(packet, true);
    }

    private Program find(PacketView packet, boolean outgoing) {
        PacketView meant = packet;
        boolean local = outgoing;
        if (packet.isIcmpError()) {
            PacketView quoted = new PacketView();
            if (!packet.quote(quoted)) {
                return null;
            }
            meant = quoted;
            // What an error quotes went the other way.
            local = !outgoing;
        }
        if (meant.isIcmp() && isTheKernels(meant, local)) {
            return null;
        }
        boolean echo = meant.isIcmp();
        int identifier = echo ? meant.icmpIdentifier() : -1;
        return find(local
                ? new Ends(meant.protocol(), meant.source(), echo ? identifier : meant.sourcePort(), meant.destination(), meant.destinationPort())
                : new Ends(meant.protocol(), meant.destination(), echo ? identifier : meant.destinationPort(), meant.source(), meant.sourcePort()));
    }

    /** The kernel answers what asks for an echo, and speaks of neighbours and groups, by itself, whoever else listens. */
    private static boolean isTheKernels(PacketView packet, boolean sent) {
        int type = packet.icmpType();
        return packet.isV4() ? type == (sent ? IcmpType.ECHO_REPLY : IcmpType.ECHO_REQUEST) || type == (sent ? IcmpType.TIMESTAMP_REPLY : IcmpType.TIMESTAMP_REQUEST)
                : type == (sent ? IcmpType.V6_ECHO_REPLY : IcmpType.V6_ECHO_REQUEST) || type == IcmpType.V6_NEIGHBOUR_SOLICITATION
                        || type == IcmpType.V6_NEIGHBOUR_ADVERTISEMENT || type == V6_LISTENER_REPORT;
    }

    private Program find(Ends ends) {
        long now = System.nanoTime();
        synchronized (flows) {
            Found found = flows.get(ends);
            if (found != null && now - found.nanos < FRESH_NANOS) {
                return found.program;
            }
        }
        List<Long> inodes = sockets.inodes(ends.protocol, ends.local, ends.localPort, ends.remote, ends.remotePort);
        Set<Program> programs = new LinkedHashSet<>();
        for (long inode : withoutOwn(inodes)) {
            Program program = processes.find(inode);
            if (program == null) {
                // Who holds it may be another program than the rest.
                return null;
            }
            programs.add(program);
        }
        if (programs.size() != 1) {
            return null;
        }
        Program program = programs.iterator().next();
        synchronized (flows) {
            flows.put(ends, new Found(program, now));
        }
        return program;
    }

    /** This program holds a raw socket for its answers: where another one may be meant, it is not. */
    private List<Long> withoutOwn(List<Long> inodes) {
        if (inodes.size() < 2) {
            return inodes;
        }
        Set<Long> own = processes.ownSockets();
        List<Long> others = inodes.stream().filter(inode -> !own.contains(inode)).toList();
        return others.isEmpty() ? inodes : others;
    }

    @Override
    public void close() {
        processes.close();
        sockets.close();
    }
}
