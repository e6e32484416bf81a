package org.hopwarden.enforce.gate;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;

import org.hopwarden.engine.connections.ConnectionLimits;
import org.hopwarden.engine.connections.ConnectionTracker;
import org.hopwarden.engine.connections.Tracking;
import org.hopwarden.engine.connections.Tracking.Fragment;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.ConnectionState;

/** Tells the states of captured packets, by the times at which they were captured. Used by one thread. */
final class CaptureTracking {

    /** The tracker takes no longer step for one. */
    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(59);
    /** After the longest time-out there is, of established TCP, all is over. */
    private static final long MOST_STEPS = TimeUnit.DAYS.toNanos(5) / STEP_NANOS + 1;
    private static final int MOST_BYTES = 40 + 0xffff;
    private static final int TCP_BYTES = 20;
    private static final int OTHER_BYTES = 8;

    private final MemorySegment padded = Arena.ofAuto().allocate(MOST_BYTES);
    private final PacketView whole = new PacketView();
    private final ConnectionTracker tracker = new ConnectionTracker(ConnectionLimits.DEFAULT, this::clock);
    private final Tracking tracking = tracker.newTracking();
    private long clockNanos;
    private boolean started;

    private long clock() {
        return clockNanos;
    }

    /** The state of a packet. Before the next, {@link #decided} is to be told. */
    ConnectionState look(PacketView packet, long timeNanos) {
        advance(timeNanos);
        return tracking.look(packet.isCutShort() ? padded(packet) : packet);
    }

    /** The tracker counts no more than a minute for a gap, as live packets have none. */
    private void advance(long timeNanos) {
        if (!started) {
            started = true;
            clockNanos = timeNanos;
            tracker.sweep();
        }
        for (long steps = Math.min((timeNanos - clockNanos) / STEP_NANOS, MOST_STEPS); steps > 0; steps--) {
            clockNanos += STEP_NANOS;
            tracker.sweep();
        }
        clockNanos = Math.max(clockNanos, timeNanos);
    }

    /** Captures often have no more of a packet than its headers; those alone tell its state. */
    private PacketView padded(PacketView packet) {
        int captured = packet.lengthBytes();
        int stated = packet.statedLengthBytes();
        if (stated > MOST_BYTES || packet.isLaterFragment() || !packet.hasTransport(packet.isTcp() ? TCP_BYTES : OTHER_BYTES)) {
            return packet;
        }
        MemorySegment.copy(packet.segment(), packet.base(), padded, 0, captured);
        padded.asSlice(captured, stated - captured).fill((byte) 0);
        whole.wrap(padded, 0, stated);
        return whole;
    }

    /** Whether the packet that was looked at last goes the way of the first fragment of its datagram. */
    boolean follows() {
        return tracking.fragment() == Fragment.FOLLOWS;
    }

    /** What was decided about that first fragment. */
    int firstDecision() {
        return tracking.firstDecision();
    }

    void decided(int decision, boolean passes) {
        tracking.decided(decision, this, passes);
    }
}
