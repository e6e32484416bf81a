package org.hopwarden.engine.connections;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ConnectionState;

/** Packets between a client and a server past a tracker whose clock the test sets. */
final class Conversation {

    static final IpAddress CLIENT = IpAddress.parse("192.0.2.1");
    static final IpAddress SERVER = IpAddress.parse("198.51.100.2");
    static final IpAddress ROUTER = IpAddress.parse("203.0.113.3");
    static final int CLIENT_PORT = 40_000;
    static final int SYN_ACK = TcpFlags.SYN | TcpFlags.ACK;
    static final int FIN_ACK = TcpFlags.FIN | TcpFlags.ACK;

    private static final int WINDOW = 64_000;

    long nanos;
    final ConnectionTracker tracker;
    final Tracking tracking;

    Conversation(ConnectionLimits limits) {
        tracker = new ConnectionTracker(limits, () -> nanos);
        tracking = tracker.newTracking();
    }

    Conversation() {
        this(ConnectionLimits.DEFAULT);
    }

    /** Time goes by in steps that a clock takes. */
    void waits(long seconds) {
        for (long left = seconds; left > 0; left -= 30) {
            nanos += TimeUnit.SECONDS.toNanos(Math.min(left, 30));
            tracker.sweep();
        }
    }

    ConnectionState passes(MemorySegment packet) {
        return decided(packet, true);
    }

    ConnectionState denied(MemorySegment packet) {
        return decided(packet, false);
    }

    private ConnectionState decided(MemorySegment packet, boolean passes) {
        ConnectionState state = tracking.look(PacketView.of(packet));
        tracking.decided(0, this, passes);
        return state;
    }

    static MemorySegment there(int flags, long sequence, long acknowledged) {
        return PacketBuilder.tcp(IpHeader.of(CLIENT, SERVER, 64), CLIENT_PORT, 443, sequence, acknowledged, flags, WINDOW);
    }

    static MemorySegment back(int flags, long sequence, long acknowledged) {
        return PacketBuilder.tcp(IpHeader.of(SERVER, CLIENT, 64), 443, CLIENT_PORT, sequence, acknowledged, flags, WINDOW);
    }

    static MemorySegment syn(IpAddress from, int port) {
        return PacketBuilder.tcp(IpHeader.of(from, SERVER, 64), port, 443, 1, 0, TcpFlags.SYN, WINDOW);
    }

    static MemorySegment udp(IpAddress from, int fromPort, IpAddress to, int toPort, int bytes) {
        return PacketBuilder.udp(IpHeader.of(from, to, 64), fromPort, toPort, new byte[bytes]);
    }

    static MemorySegment error(IpAddress from, IpAddress to, MemorySegment about) {
        return PacketBuilder.icmpError(IpHeader.of(from, to, 64), 11, 0, 0, PacketView.of(about));
    }

    /** A handshake from the client; its next number is 101, the server's 501. */
    void connect() {
        passes(there(TcpFlags.SYN, 100, 0));
        passes(back(SYN_ACK, 500, 101));
        passes(there(TcpFlags.ACK, 101, 501));
    }

    TrackedConnection only() {
        ConnectionList list = tracker.list(10);
        if (list.connections().size() != 1) {
            throw new AssertionError(list.toString());
        }
        return list.connections().getFirst();
    }
}
