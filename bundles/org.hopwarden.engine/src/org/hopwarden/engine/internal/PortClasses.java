package org.hopwarden.engine.internal;

import java.util.BitSet;
import java.util.List;

/** Cuts the ports at the ends of all intervals of the entries, with classes of their own for packets without a port. */
final class PortClasses {

    /** The packet is a fragment other than the first: conditions on ports are not looked at here. */
    static final int LATER = 0;
    /** There is no port: no condition on it holds. */
    static final int ABSENT = 1;

    private static final int FIRST_REAL = 2;

    /** The class of each port, counted from {@link #FIRST_REAL}, which makes each fit. */
    private final char[] classes = new char[1 << 16];
    private final int count;

    PortClasses(List<int[]> conditions) {
        BitSet cuts = new BitSet(classes.length + 1);
        for (int[] intervals : conditions) {
            if (intervals != null) {
                for (int i = 0; i < intervals.length; i += 2) {
                    cuts.set(intervals[i]);
                    cuts.set(intervals[i + 1] + 1);
                }
            }
        }
        cuts.set(0);
        int at = -1;
        for (int port = 0; port < classes.length; port++) {
            if (cuts.get(port)) {
                at++;
            }
            classes[port] = (char) at;
        }
        count = FIRST_REAL + at + 1;
    }

    int count() {
        return count;
    }

    /** The class of a port, or of its absence, -1. */
    int of(int port) {
        return port < 0 ? ABSENT : FIRST_REAL + classes[port];
    }

    /** The classes of a condition: first class and the one behind the last in turn; null for any. */
    int[] ranges(int[] intervals) {
        if (intervals == null) {
            return null;
        }
        int[] ranges = new int[intervals.length + 2];
        ranges[0] = LATER;
        ranges[1] = LATER + 1;
        for (int i = 0; i < intervals.length; i += 2) {
            ranges[i + 2] = of(intervals[i]);
            ranges[i + 3] = of(intervals[i + 1]) + 1;
        }
        return ranges;
    }

    long sizeBytes() {
        return 2L * classes.length;
    }
}
