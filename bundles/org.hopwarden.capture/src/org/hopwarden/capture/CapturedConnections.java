package org.hopwarden.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.TcpConnection;

/**
 * Finds the TCP connections of one host among captured packets. A connection counts from its first segment that is more than an
 * attempt: one with an acknowledgement that neither opens nor resets. One within the host is two, one for each of its ends, as in a
 * system's socket table. Used by one thread.
 */
public final class CapturedConnections {

    /** Bits of {@link Seen#finished}. */
    private static final int OUT = 1;
    private static final int IN = 2;

    private static final class Seen {
        private long segments;
        private long firstNanos;
        private long lastNanos;
        private boolean established;
        private boolean reset;
        private int finished;

        private boolean ended() {
            return reset || finished == (OUT | IN);
        }
    }

    private final Set<IpAddress> own;
    private final Map<TcpConnection, Seen> seen = new HashMap<>();
    private final Set<TcpConnection> foreign = new HashSet<>();

    /** @param own the host's addresses; those of the loopback network are its own anyway */
    public CapturedConnections(Set<IpAddress> own) {
        this.own = Set.copyOf(own);
    }

    /** Takes a packet. All but TCP, and what was cut off before its flags, is passed over. */
    public void on(PacketView packet, long timeNanos) {
        int flags = packet.isTcp() && !packet.isLaterFragment() ? packet.tcpFlags() : -1;
        if (flags < 0) {
            return;
        }
        TcpConnection out = new TcpConnection(packet.source(), packet.sourcePort(), packet.destination(), packet.destinationPort());
        TcpConnection in = new TcpConnection(out.remote(), out.remotePort(), out.local(), out.localPort());
        boolean established = (flags & TcpFlags.ACK) != 0 && (flags & (TcpFlags.SYN | TcpFlags.RST)) == 0;
        boolean sent = isOwn(out.local());
        boolean received = isOwn(out.remote());
        if (sent) {
            on(out, flags, established, OUT, timeNanos);
        }
        if (received) {
            on(in, flags, established, IN, timeNanos);
        }
        if (established && !sent && !received && !foreign.contains(in)) {
            foreign.add(out);
        }
    }

    private void on(TcpConnection ends, int flags, boolean established, int direction, long timeNanos) {
        Seen connection = seen.computeIfAbsent(ends, each -> new Seen());
        if ((flags & (TcpFlags.SYN | TcpFlags.ACK)) == TcpFlags.SYN && connection.ended()) {
            // The same ports again: another connection.
            connection = new Seen();
            seen.put(ends, connection);
        }
        if (connection.segments++ == 0) {
            connection.firstNanos = timeNanos;
        }
        connection.lastNanos = timeNanos;
        connection.established |= established;
        connection.reset |= (flags & TcpFlags.RST) != 0;
        connection.finished |= (flags & TcpFlags.FIN) != 0 ? direction : 0;
    }

    private boolean isOwn(IpAddress address) {
        return address.isLoopback() || own.contains(address);
    }

    /** Those of the host, in the order of their last segments, the latest first. */
    public List<CapturedConnection> list() {
        List<CapturedConnection> list = new ArrayList<>();
        seen.forEach((ends, found) -> {
            if (found.established) {
                list.add(new CapturedConnection(ends, found.segments, found.firstNanos, found.lastNanos, found.ended()));
            }
        });
        list.sort(Comparator.comparingLong(CapturedConnection::lastNanos).reversed()
                .thenComparing(each -> each.ends().remote()).thenComparingInt(each -> each.ends().remotePort())
                .thenComparing(each -> each.ends().local()).thenComparingInt(each -> each.ends().localPort()));
        return list;
    }

    /** How many connections between other hosts were seen. */
    public int ofOthers() {
        return foreign.size();
    }
}
