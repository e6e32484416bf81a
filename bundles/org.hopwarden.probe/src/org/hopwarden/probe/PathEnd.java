package org.hopwarden.probe;

import java.util.Arrays;

/** Where a path ends, as far as the replies tell. */
final class PathEnd {

    private static final byte NOTHING = 0;
    private static final byte REFUSED = 1;
    private static final byte PASSED = 2;
    private static final byte TARGET = 3;

    /** What the replies of each TTL say; of several the one that says most. */
    private byte[] said = new byte[32];
    private int last;

    /** @param latestCounts whether a reply outweighs earlier ones of its TTL, as when the path may change */
    void replied(int ttl, Reply reply, boolean latestCounts) {
        if (ttl >= said.length) {
            said = Arrays.copyOf(said, 256);
        }
        byte says = reply.fromTarget() ? TARGET : reply.kind().isFinal() ? REFUSED : PASSED;
        said[ttl] = latestCounts ? says : (byte) Math.max(said[ttl], says);
        last = Math.max(last, ttl);
    }

    /**
     * The TTL at which the path is known to end: the first at which the target answered; else the first from which on there
     * were nothing but refusals; 0 while no end is known.
     */
    int ttl() {
        int refused = 0;
        for (int ttl = 1; ttl <= last; ttl++) {
            switch (said[ttl]) {
                case TARGET -> {
                    return ttl;
                }
                case PASSED -> refused = 0;
                case REFUSED -> refused = refused == 0 ? ttl : refused;
                default -> { }
            }
        }
        return refused;
    }
}
