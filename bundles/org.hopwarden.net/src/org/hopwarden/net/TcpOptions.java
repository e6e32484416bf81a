package org.hopwarden.net;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the options of a TCP header (RFC 9293 section 3.2) in place. Where a packet is cut short, only the options that are whole
 * count.
 */
public final class TcpOptions {
    public static final int END = 0;
    public static final int NO_OPERATION = 1;
    public static final int MSS = 2;
    public static final int WINDOW_SCALE = 3;
    public static final int SACK_PERMITTED = 4;
    public static final int SACK = 5;
    public static final int TIMESTAMPS = 8;

    private static final int FIXED_HEADER = 20;

    private TcpOptions() {
    }

    /** Whether all options that the header states are there. */
    public static boolean areWhole(PacketView packet) {
        int header = packet.tcpHeaderLength();
        return header >= FIXED_HEADER && packet.hasTransport(header);
    }

    /**
     * Where the first option of a kind starts, from the first byte of the packet.
     *
     * @return -1 where there is none of the least length
     */
    public static int find(PacketView packet, int kind, int leastLength) {
        int end = end(packet);
        int at = packet.transportOffset() + FIXED_HEADER;
        while (at < end && packet.byteAt(at) != END) {
            int length = length(packet, at, end);
            if (length < 0) {
                return -1;
            }
            if (packet.byteAt(at) == kind && length >= leastLength) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    /** The options one after the other, such as {@code MSS 1460, SACK permitted, window scale 7}; a dash where there are none. */
    public static String text(PacketView packet) {
        int end = end(packet);
        List<String> words = new ArrayList<>();
        int at = packet.transportOffset() + FIXED_HEADER;
        while (at < end && packet.byteAt(at) != END) {
            int length = length(packet, at, end);
            if (length < 0) {
                words.add("damaged");
                break;
            }
            if (packet.byteAt(at) != NO_OPERATION) {
                words.add(text(packet, at, length));
            }
            at += length;
        }
        return words.isEmpty() ? "-" : String.join(", ", words);
    }

    private static String text(PacketView packet, int at, int length) {
        int kind = packet.byteAt(at);
        return switch (kind) {
            case MSS -> length == 4 ? "MSS " + packet.shortAt(at + 2) : "MSS damaged";
            case WINDOW_SCALE -> length == 3 ? "window scale " + packet.byteAt(at + 2) : "window scale damaged";
            case SACK_PERMITTED -> "SACK permitted";
            case SACK -> "SACK";
            case TIMESTAMPS -> length == 10 ? "timestamps " + packet.intAt(at + 2) + ":" + packet.intAt(at + 6)
                    : "timestamps damaged";
            default -> "option " + kind + " of " + length + " bytes";
        };
    }

    private static int end(PacketView packet) {
        int header = packet.tcpHeaderLength();
        return header < FIXED_HEADER ? 0
                : Math.min(packet.transportOffset() + header, packet.transportOffset() + packet.transportLengthBytes());
    }

    /** @return -1 where it does not fit before the end */
    private static int length(PacketView packet, int at, int end) {
        if (packet.byteAt(at) == NO_OPERATION) {
            return 1;
        }
        int length = at + 1 < end ? packet.byteAt(at + 1) : -1;
        return length < 2 || at + length > end ? -1 : length;
    }
}
