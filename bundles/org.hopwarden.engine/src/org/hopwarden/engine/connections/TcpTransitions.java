package org.hopwarden.engine.connections;

import static org.hopwarden.engine.connections.ConnectionPhase.CLOSE;
import static org.hopwarden.engine.connections.ConnectionPhase.CLOSE_WAIT;
import static org.hopwarden.engine.connections.ConnectionPhase.ESTABLISHED;
import static org.hopwarden.engine.connections.ConnectionPhase.FIN_WAIT;
import static org.hopwarden.engine.connections.ConnectionPhase.LAST_ACK;
import static org.hopwarden.engine.connections.ConnectionPhase.SYN_RECV;
import static org.hopwarden.engine.connections.ConnectionPhase.SYN_SENT;
import static org.hopwarden.engine.connections.ConnectionPhase.SYN_SENT2;
import static org.hopwarden.engine.connections.ConnectionPhase.TIME_WAIT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a TCP connection goes with a segment: by who sends it, what it is and the phase that the connection is in. As Linux has
 * it (nf_conntrack_proto_tcp.c, the table tcp_conntracks).
 */
final class TcpTransitions {

    /** The segment cannot be in this phase. */
    static final byte INVALID = -1;
    /** The segment may tell that the table is wrong about the connection: it passes, and changes nothing. */
    static final byte IGNORED = -2;
    /** The phase of a connection of which nothing was seen yet. */
    static final int NONE = SYN_SENT2.ordinal() + 1;

    private static final int DIRECTIONS = 2;
    private static final int SEGMENTS = TcpSegment.NOTHING + 1;
    private static final byte[] TABLE = table();

    private TcpTransitions() {
    }

    /**
     * @param back whether the one that the connection was opened to sends
     * @param segment one of those that {@link TcpSegment} names
     * @param phase the ordinal of a {@link ConnectionPhase}, or {@link #NONE}
     * @return the ordinal of the next one, {@link #INVALID} or {@link #IGNORED}
     */
    static int next(boolean back, int segment, int phase) {
        return TABLE[at(back, segment, phase)];
    }

    private static int at(boolean back, int segment, int phase) {
        return ((back ? SEGMENTS : 0) + segment) * (NONE + 1) + phase;
    }

    private static byte[] table() {
        byte[] table = new byte[DIRECTIONS * SEGMENTS * (NONE + 1)];
        Arrays.fill(table, INVALID);
        Set<ConnectionPhase> open = EnumSet.of(SYN_RECV, ESTABLISHED, FIN_WAIT, CLOSE_WAIT, LAST_ACK);
        opening(table, open);
        for (boolean back : new boolean[] { false, true }) {
            to(table, back, TcpSegment.FIN, FIN_WAIT, SYN_RECV, ESTABLISHED);
            to(table, back, TcpSegment.FIN, LAST_ACK, FIN_WAIT, CLOSE_WAIT, LAST_ACK);
            to(table, back, TcpSegment.FIN, TIME_WAIT, TIME_WAIT);
            to(table, back, TcpSegment.FIN, CLOSE, CLOSE);
            to(table, back, TcpSegment.ACK, ESTABLISHED, ESTABLISHED);
            to(table, back, TcpSegment.ACK, CLOSE_WAIT, FIN_WAIT, CLOSE_WAIT);
            to(table, back, TcpSegment.ACK, TIME_WAIT, LAST_ACK, TIME_WAIT);
            to(table, back, TcpSegment.ACK, CLOSE, CLOSE);
            for (ConnectionPhase phase : EnumSet.range(SYN_SENT, SYN_SENT2)) {
                to(table, back, TcpSegment.RST, CLOSE, phase);
            }
        }
        return table;
    }

    private static void opening(byte[] table, Set<ConnectionPhase> open) {
        table[at(false, TcpSegment.SYN, NONE)] = (byte) SYN_SENT.ordinal();
        // A connection that began before it was tracked.
        table[at(false, TcpSegment.ACK, NONE)] = (byte) ESTABLISHED.ordinal();
        to(table, false, TcpSegment.SYN, SYN_SENT, SYN_SENT, TIME_WAIT, CLOSE);
        to(table, false, TcpSegment.SYN, SYN_SENT2, SYN_SENT2);
        to(table, true, TcpSegment.SYN, SYN_SENT2, SYN_SENT, SYN_SENT2);
        to(table, true, TcpSegment.SYN, SYN_SENT, TIME_WAIT);
        to(table, false, TcpSegment.SYN_ACK, SYN_RECV, SYN_RECV, SYN_SENT2);
        to(table, true, TcpSegment.SYN_ACK, SYN_RECV, SYN_SENT, SYN_SENT2);
        to(table, false, TcpSegment.ACK, ESTABLISHED, SYN_RECV);
        to(table, true, TcpSegment.ACK, SYN_RECV, SYN_RECV);
        for (ConnectionPhase phase : open) {
            ignored(table, false, TcpSegment.SYN, phase);
            ignored(table, true, TcpSegment.SYN_ACK, phase);
        }
        ignored(table, true, TcpSegment.SYN_ACK, TIME_WAIT);
        ignored(table, true, TcpSegment.SYN_ACK, CLOSE);
        ignored(table, true, TcpSegment.ACK, SYN_SENT);
        ignored(table, true, TcpSegment.ACK, SYN_SENT2);
    }

    private static void to(byte[] table, boolean back, int segment, ConnectionPhase next, ConnectionPhase... phases) {
        for (ConnectionPhase phase : phases) {
            table[at(back, segment, phase.ordinal())] = (byte) next.ordinal();
        }
    }

    private static void ignored(byte[] table, boolean back, int segment, ConnectionPhase phase) {
        table[at(back, segment, phase.ordinal())] = IGNORED;
    }
}
