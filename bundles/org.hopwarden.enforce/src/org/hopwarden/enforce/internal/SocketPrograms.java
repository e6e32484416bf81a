package org.hopwarden.enforce.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.PacketState.Programs;
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
    private static final int MOST_FLOWS = 4096;

    private final SocketOwners sockets;
    private final ProcessTable processes = new ProcessTable();
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

    private SocketPrograms(SocketOwners sockets) {
        this.sockets = sockets;
    }

    /** @throws PacketPortException where this system does not tell */
    public static SocketPrograms open() throws PacketPortException {
        return new SocketPrograms(SocketOwners.open());
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
        boolean echo = meant.isIcmp();
        int identifier = echo ? meant.icmpIdentifier() : -1;
        return find(local
                ? new Ends(meant.protocol(), meant.source(), echo ? identifier : meant.sourcePort(), meant.destination(), meant.destinationPort())
                : new Ends(meant.protocol(), meant.destination(), echo ? identifier : meant.destinationPort(), meant.source(), meant.sourcePort()));
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
        for (long inode : inodes) {
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

    @Override
    public void close() {
        processes.close();
        sockets.close();
    }
}
