package org.hopwarden.engine.connections;

import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/** What of a TCP segment counts for its connection. Filled for segment after segment. */
final class TcpSegment {

    /** What a segment is, by its flags: the rows of {@link TcpTransitions}. */
    static final int SYN = 0;
    static final int SYN_ACK = 1;
    static final int FIN = 2;
    static final int ACK = 3;
    static final int RST = 4;
    static final int NOTHING = 5;

    private static final int LOOKED_AT = TcpFlags.FIN | TcpFlags.SYN | TcpFlags.RST | TcpFlags.ACK | TcpFlags.URG;
    private static final int HEADER_BYTES = 20;
    private static final int OPTION_END = 0;
    private static final int OPTION_NOTHING = 1;
    private static final int OPTION_WINDOW_SCALE = 3;
    private static final int OPTION_SACK_PERMITTED = 4;
    private static final int OPTION_SACK = 5;
    private static final int MOST_SCALE = 14;

    int what;
    boolean isSyn;
    boolean isAck;
    boolean isRst;
    int sequence;
    /** The sequence number behind its last byte, SYN and FIN counted. */
    int end;
    int acknowledged;
    int window;
    boolean hasOptions;
    /** -1 where it offers none. */
    int scale;
    boolean sackPermitted;
    /** The highest number that it acknowledges, in whatever way. */
    int sack;
    /** Whether its length is not known, because it is the first fragment of more. */
    boolean isFragment;

    /** @return false where it is malformed: its header is not whole, or its flags contradict each other */
    boolean read(PacketView packet) {
        int header = packet.tcpHeaderLength();
        if (!packet.hasTransport(HEADER_BYTES) || header < HEADER_BYTES || !packet.hasTransport(header)) {
            return false;
        }
        int flags = packet.tcpFlags();
        if (!areValid(flags & LOOKED_AT)) {
            return false;
        }
        isSyn = (flags & TcpFlags.SYN) != 0;
        isAck = (flags & TcpFlags.ACK) != 0;
        isRst = (flags & TcpFlags.RST) != 0;
        boolean isFin = (flags & TcpFlags.FIN) != 0;
        what = isRst ? RST : isSyn ? isAck ? SYN_ACK : SYN : isFin ? FIN : isAck ? ACK : NOTHING;
        isFragment = packet.isFragment();
        sequence = (int) packet.tcpSequence();
        acknowledged = (int) packet.tcpAcknowledgement();
        window = packet.tcpWindow();
        end = sequence + packet.statedLengthBytes() - packet.transportOffset() - header + (isSyn ? 1 : 0) + (isFin ? 1 : 0);
        scale = -1;
        sackPermitted = false;
        sack = acknowledged;
        hasOptions = header > HEADER_BYTES;
        if (hasOptions) {
            readOptions(packet, packet.transportOffset() + HEADER_BYTES, packet.transportOffset() + header);
        }
        return true;
    }

    /** The combinations that a TCP can send: SYN, SYN-ACK, RST, FIN-ACK and ACK; the urgent bit with some. */
    private static boolean areValid(int flags) {
        return switch (flags) {
            case TcpFlags.SYN, TcpFlags.SYN | TcpFlags.URG, TcpFlags.SYN | TcpFlags.ACK, TcpFlags.RST, TcpFlags.RST | TcpFlags.ACK,
                    TcpFlags.FIN | TcpFlags.ACK, TcpFlags.FIN | TcpFlags.ACK | TcpFlags.URG, TcpFlags.ACK,
                    TcpFlags.ACK | TcpFlags.URG -> true;
            default -> false;
        };
    }

    private void readOptions(PacketView packet, int from, int to) {
        int at = from;
        while (at < to) {
            int kind = packet.byteAt(at);
            if (kind == OPTION_END) {
                return;
            }
            if (kind == OPTION_NOTHING) {
                at++;
                continue;
            }
            int length = at + 1 < to ? packet.byteAt(at + 1) : 0;
            if (length < 2 || at + length > to) {
                return;
            }
            if (kind == OPTION_WINDOW_SCALE && length == 3) {
                scale = Math.min(packet.byteAt(at + 2), MOST_SCALE);
            } else if (kind == OPTION_SACK_PERMITTED && length == 2) {
                sackPermitted = true;
            } else if (kind == OPTION_SACK && length >= 10 && length % 8 == 2) {
                for (int block = at + 2; block < at + length; block += 8) {
                    int right = (int) packet.intAt(block + 4);
                    sack = right - sack > 0 ? right : sack;
                }
            }
            at += length;
        }
    }
}
