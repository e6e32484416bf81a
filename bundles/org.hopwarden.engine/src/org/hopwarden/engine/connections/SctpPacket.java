package org.hopwarden.engine.connections;

import org.hopwarden.net.PacketView;

/** What of an SCTP packet counts for its association: its verification tag and its chunks (RFC 9260 section 3). Filled for packet after packet. */
final class SctpPacket {

    static final int DATA = 0;
    static final int INIT = 1;
    static final int INIT_ACK = 2;
    static final int HEARTBEAT = 4;
    static final int HEARTBEAT_ACK = 5;
    static final int ABORT = 6;
    static final int SHUTDOWN = 7;
    static final int SHUTDOWN_ACK = 8;
    static final int ERROR = 9;
    static final int COOKIE_ECHO = 10;
    static final int COOKIE_ACK = 11;
    static final int SHUTDOWN_COMPLETE = 14;
    /** Behind the last chunk. */
    static final int NO_CHUNK = -1;

    private static final int HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 4;
    /** Of INIT and INIT ACK behind the chunk's header. */
    private static final int INIT_BYTES = 16;
    private static final int REFLECTED_TAG = 1;

    int tag;
    private long kinds;
    private PacketView packet;
    private int end;
    private int chunk;
    private int following;

    /** @return false where it is malformed: no chunk is whole, one is without length, or those are bundled that must not be */
    boolean read(PacketView read) {
        if (!read.hasTransport(HEADER_BYTES)) {
            return false;
        }
        packet = read;
        end = read.transportOffset() + read.transportLengthBytes();
        tag = (int) read.intAt(read.transportOffset() + 4);
        kinds = 0;
        rewind();
        int count = 0;
        boolean alone = false;
        for (int kind = next(); kind != NO_CHUNK; kind = next()) {
            alone |= kind == INIT || kind == INIT_ACK || kind == SHUTDOWN_COMPLETE;
            boolean first = kind == COOKIE_ECHO || kind == COOKIE_ACK || alone;
            if (count > 0 && first || packet.shortAt(chunk + 2) == 0) {
                return false;
            }
            kinds |= kind < Long.SIZE ? 1L << kind : 0;
            count++;
        }
        rewind();
        return count > 0;
    }

    /** Whether a chunk of a kind is in it. */
    boolean has(int kind) {
        return (kinds & 1L << kind) != 0;
    }

    /** @param wanted a bit for each kind: see {@link #bits} */
    boolean hasAny(long wanted) {
        return (kinds & wanted) != 0;
    }

    static long bits(int... kinds) {
        long bits = 0;
        for (int kind : kinds) {
            bits |= 1L << kind;
        }
        return bits;
    }

    /** The next chunk is the first one. */
    void rewind() {
        following = packet.transportOffset() + HEADER_BYTES;
    }

    /** Goes on to the next chunk. @return its kind, or {@link #NO_CHUNK} */
    int next() {
        chunk = following;
        if (chunk + CHUNK_HEADER_BYTES > end) {
            return NO_CHUNK;
        }
        following = chunk + (packet.shortAt(chunk + 2) + 3 & ~3);
        return packet.byteAt(chunk);
    }

    /** Whether the chunk's sender has no tag of its own, and reflects the other side's (the T bit). */
    boolean reflectsTag() {
        return (packet.byteAt(chunk + 1) & REFLECTED_TAG) != 0;
    }

    /** Whether the chunk at hand, INIT or INIT ACK, is whole but for its parameters. */
    boolean hasInitiation() {
        return chunk + CHUNK_HEADER_BYTES + INIT_BYTES <= end;
    }

    /** The tag that its sender wants to see, of INIT and INIT ACK. */
    int initiateTag() {
        return (int) packet.intAt(chunk + CHUNK_HEADER_BYTES);
    }
}
