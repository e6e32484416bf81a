package org.hopwarden.engine.connections;

/**
 * An SCTP association as Linux tracks it (nf_conntrack_proto_sctp.c of 6.18): its phase, and the verification tags that its packets must bear
 * (RFC 9260 section 8.5). Its other paths, which begin with HEARTBEAT, are associations of their own.
 */
final class SctpFlow {

    private static final int NONE = 0;
    private static final int CLOSED = 1;
    private static final int COOKIE_WAIT = 2;
    private static final int COOKIE_ECHOED = 3;
    private static final int ESTABLISHED = 4;
    private static final int SHUTDOWN_SENT = 5;
    private static final int SHUTDOWN_RECEIVED = 6;
    private static final int SHUTDOWN_ACK_SENT = 7;
    private static final int HEARTBEAT_SENT = 8;
    private static final int INVALID = -1;
    private static final int[] SECONDS = { 10, 10, 3, 3, 210, 3, 3, 3, 30 };

    /** What belongs to no association must not open one (RFC 9260 section 8.4). */
    private static final long OPENS_NOTHING = SctpPacket.bits(SctpPacket.ABORT, SctpPacket.SHUTDOWN_COMPLETE, SctpPacket.COOKIE_ACK);
    private static final long TAGGED_APART = SctpPacket.bits(SctpPacket.INIT, SctpPacket.SHUTDOWN_COMPLETE, SctpPacket.COOKIE_ECHO,
            SctpPacket.ABORT, SctpPacket.SHUTDOWN_ACK, SctpPacket.HEARTBEAT, SctpPacket.HEARTBEAT_ACK);
    private static final int THERE = 0;
    private static final int BACK = 1;

    private int phase;
    /** What packets there and back must bear; 0 where it is not known. */
    private final int[] tags = new int[2];
    /** Who has sent an INIT that is not answered by a COOKIE ACK. */
    private final boolean[] initiated = new boolean[2];
    /** A HEARTBEAT bore another tag: its path may belong to an association that began anew. */
    private boolean otherTag;
    private int otherTagFrom;

    /** Whether it will be over soon. */
    boolean isClosing() {
        return phase >= SHUTDOWN_SENT && phase <= SHUTDOWN_ACK_SENT;
    }

    /**
     * Begins with the first packet that is seen.
     *
     * @return false where no association begins with one like it
     */
    boolean open(Flow flow, SctpPacket first, long nowNanos) {
        phase = NONE;
        tags[THERE] = 0;
        tags[BACK] = 0;
        initiated[THERE] = false;
        initiated[BACK] = false;
        otherTag = false;
        if (first.hasAny(OPENS_NOTHING)) {
            return false;
        }
        first.rewind();
        for (int chunk = first.next(); chunk != SctpPacket.NO_CHUNK; chunk = first.next()) {
            if (next(false, chunk, NONE) == NONE) {
                return false;
            }
            if (chunk == SctpPacket.INIT) {
                if (first.tag != 0 || !first.hasInitiation()) {
                    return false;
                }
                tags[BACK] = first.initiateTag();
            } else if (chunk == SctpPacket.HEARTBEAT) {
                tags[THERE] = first.tag;
            } else if (chunk == SctpPacket.SHUTDOWN_ACK) {
                // Of an association that nobody knows: it is answered with its own tag (RFC 9260 section 8.4).
                tags[BACK] = first.tag;
            }
        }
        return follow(flow, first, false, nowNanos);
    }

    /**
     * A packet, the first one included. Sets when the flow expires, and whether it is assured.
     *
     * @return whether it belongs to the association
     */
    boolean follow(Flow flow, SctpPacket packet, boolean isBack, long nowNanos) {
        int way = isBack ? BACK : THERE;
        if (!packet.hasAny(TAGGED_APART) && packet.tag != tags[way]) {
            return false;
        }
        boolean keeps = true;
        boolean wasNone = phase == NONE;
        int next = phase;
        packet.rewind();
        for (int chunk = packet.next(); chunk != SctpPacket.NO_CHUNK; chunk = packet.next()) {
            Tag tag = tag(packet, chunk, way, keeps);
            if (tag == Tag.WRONG) {
                return false;
            }
            if (tag == Tag.OTHER) {
                keeps = false;
                continue;
            }
            int old = phase;
            next = next(isBack, chunk, old);
            if (next == INVALID || (chunk == SctpPacket.INIT || chunk == SctpPacket.INIT_ACK) && !initiates(packet, chunk, way)) {
                return false;
            }
            if (chunk == SctpPacket.INIT && old == CLOSED && next == CLOSED && !wasNone) {
                // One that is sent again and again does not keep what nobody answers.
                keeps = false;
            }
            phase = next;
            flow.assured |= old != next && next == ESTABLISHED;
        }
        if (keeps) {
            flow.lasts(SECONDS[next], nowNanos);
        }
        return true;
    }

    private enum Tag {
        RIGHT, WRONG,
        /** Maybe right: the chunk passes, and changes nothing. */
        OTHER
    }

    /** Whether a packet bears the tag that its chunk wants (RFC 9260 section 8.5.1). */
    private Tag tag(SctpPacket packet, int chunk, int way, boolean isFirstOther) {
        return switch (chunk) {
            case SctpPacket.INIT -> right(packet.tag == 0);
            case SctpPacket.ABORT, SctpPacket.SHUTDOWN_COMPLETE -> right(packet.tag == tags[packet.reflectsTag() ? 1 - way : way]);
            case SctpPacket.COOKIE_ECHO -> right(packet.tag == tags[way]);
            case SctpPacket.COOKIE_ACK -> {
                initiated[THERE] = false;
                initiated[BACK] = false;
                yield Tag.RIGHT;
            }
            case SctpPacket.HEARTBEAT, SctpPacket.HEARTBEAT_ACK -> ofHeartbeat(packet, chunk, way, isFirstOther);
            default -> Tag.RIGHT;
        };
    }

    private static Tag right(boolean is) {
        return is ? Tag.RIGHT : Tag.WRONG;
    }

    private Tag ofHeartbeat(SctpPacket packet, int chunk, int way, boolean isFirstOther) {
        if (tags[way] == 0) {
            tags[way] = packet.tag;
            return Tag.RIGHT;
        }
        if (packet.tag == tags[way]) {
            otherTag = false;
            return Tag.RIGHT;
        }
        if (packet.has(SctpPacket.DATA) || !isFirstOther) {
            return Tag.WRONG;
        }
        if (chunk == SctpPacket.HEARTBEAT) {
            otherTag = true;
            otherTagFrom = way;
            return Tag.OTHER;
        }
        if (!otherTag || otherTagFrom == way) {
            return Tag.WRONG;
        }
        otherTag = false;
        tags[way] = packet.tag;
        tags[1 - way] = 0;
        return Tag.RIGHT;
    }

    /** Notes the tag that an INIT or INIT ACK names. @return false where it cannot be meant: both sides initiate, and this answer came too late */
    private boolean initiates(SctpPacket packet, int chunk, int way) {
        if (!packet.hasInitiation()) {
            return false;
        }
        int other = 1 - way;
        int tag = packet.initiateTag();
        if (chunk == SctpPacket.INIT) {
            // One that comes again tells nothing.
            if (phase == NONE || tags[other] != tag) {
                initiated[other] &= !initiated[way];
                initiated[way] = true;
            }
        } else {
            boolean late = !initiated[other] && tags[other] != 0 || initiated[way] && initiated[other];
            if (late && tags[other] != tag) {
                return false;
            }
        }
        tags[other] = tag;
        return true;
    }

    /** The phase behind a chunk. In {@link #NONE} only the first packet's sender sends. */
    private static int next(boolean back, int chunk, int phase) {
        return switch (chunk) {
            case SctpPacket.INIT, SctpPacket.INIT_ACK, SctpPacket.ABORT, SctpPacket.SHUTDOWN, SctpPacket.SHUTDOWN_ACK, SctpPacket.ERROR,
                    SctpPacket.COOKIE_ECHO, SctpPacket.COOKIE_ACK, SctpPacket.SHUTDOWN_COMPLETE, SctpPacket.HEARTBEAT,
                    SctpPacket.HEARTBEAT_ACK -> phase == NONE ? first(chunk) : phase == HEARTBEAT_SENT ? ofOtherPath(back, chunk)
                            : moved(back, chunk, phase);
            // All others, such as data, change nothing.
            default -> phase;
        };
    }

    private static int first(int chunk) {
        return switch (chunk) {
            case SctpPacket.HEARTBEAT -> HEARTBEAT_SENT;
            case SctpPacket.SHUTDOWN_ACK -> SHUTDOWN_ACK_SENT;
            default -> CLOSED;
        };
    }

    private static int ofOtherPath(boolean back, int chunk) {
        return switch (chunk) {
            case SctpPacket.HEARTBEAT -> HEARTBEAT_SENT;
            case SctpPacket.HEARTBEAT_ACK -> back ? ESTABLISHED : HEARTBEAT_SENT;
            case SctpPacket.INIT -> back ? INVALID : COOKIE_WAIT;
            case SctpPacket.SHUTDOWN_ACK -> back ? INVALID : SHUTDOWN_ACK_SENT;
            default -> back ? INVALID : CLOSED;
        };
    }

    private static int moved(boolean back, int chunk, int phase) {
        boolean shutsDown = phase == SHUTDOWN_SENT || phase == SHUTDOWN_RECEIVED;
        return switch (chunk) {
            case SctpPacket.ABORT -> CLOSED;
            case SctpPacket.INIT -> !back && shutsDown ? CLOSED : phase;
            case SctpPacket.INIT_ACK -> back && phase == CLOSED ? COOKIE_WAIT : phase;
            case SctpPacket.COOKIE_ECHO -> phase == COOKIE_WAIT ? COOKIE_ECHOED : phase;
            case SctpPacket.COOKIE_ACK -> phase == COOKIE_ECHOED ? ESTABLISHED : phase;
            case SctpPacket.ERROR -> back && phase == COOKIE_ECHOED ? CLOSED : phase;
            case SctpPacket.SHUTDOWN -> phase == ESTABLISHED ? back ? SHUTDOWN_RECEIVED : SHUTDOWN_SENT : phase;
            case SctpPacket.SHUTDOWN_ACK -> shutsDown ? SHUTDOWN_ACK_SENT : phase;
            case SctpPacket.SHUTDOWN_COMPLETE -> phase == SHUTDOWN_ACK_SENT ? CLOSED : phase;
            default -> phase;
        };
    }
}
