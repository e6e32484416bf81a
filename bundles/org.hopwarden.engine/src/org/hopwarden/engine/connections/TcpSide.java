package org.hopwarden.engine.connections;

/**
 * What was seen of one side of a TCP connection, and what it may send (Guido van Rooij, "Real Stateful TCP Packet Filtering in
 * IP Filter", 2000, with the bounds of Linux). Numbers are those of the sequence, modulo 2^32.
 */
final class TcpSide {

    /** A side whose window was never seen large may acknowledge this far back: Linux, MAXACKWINCONST. */
    private static final int LEAST_ACK_WINDOW = 66_000;

    /** Behind the highest byte that it has sent. */
    int end;
    /** Behind the highest byte that the other side lets it send. */
    int mostEnd;
    /** The largest window it has offered; 0 where nothing of it was seen. */
    int window;
    /** The highest number that it has acknowledged, where it has any. */
    int acknowledged;
    boolean hasAcknowledged;
    int scale;
    boolean scales;
    boolean sackPermitted;
    /** Whether it has begun to close. */
    boolean closed;
    /** Whether it sends what nobody has acknowledged. */
    boolean waits;
    /** Whether its numbers cannot be known, because the connection was picked up in its middle or in fragments. */
    boolean liberal;

    void clear() {
        end = 0;
        mostEnd = 0;
        window = 0;
        acknowledged = 0;
        options(-1, false);
        liberal = false;
    }

    /** What the options of a SYN say; they put an end to what was known but that the side is not held to its numbers. */
    void options(int windowScale, boolean sack) {
        scales = windowScale >= 0;
        scale = Math.max(0, windowScale);
        sackPermitted = sack;
        hasAcknowledged = false;
        closed = false;
        waits = false;
    }

    /** It begins with a SYN. */
    void begin(TcpSegment syn) {
        end = syn.end;
        mostEnd = syn.end;
        window = Math.max(1, syn.window);
        if (syn.hasOptions) {
            options(syn.scale, syn.sackPermitted);
        }
    }

    /** It is picked up in its middle. */
    void pickUp(TcpSegment segment) {
        end = segment.end;
        window = Math.max(1, segment.window << scale);
        mostEnd = end + window;
    }

    int ackWindow() {
        return Math.max(window, LEAST_ACK_WINDOW);
    }

    static boolean isBefore(int one, int other) {
        return one - other < 0;
    }

    static boolean isAfter(int one, int other) {
        return one - other > 0;
    }
}
