package org.hopwarden.analysis.internal;

import java.util.Arrays;

/**
 * Narrows down which boxes can overlap another, 64 at a time. For each axis and for each of a number of stripes of it there
 * are two sets of boxes: those that begin in the stripe or before it, and those that end in it or behind it. A box can overlap
 * only those of the first kind at its own end and of the second kind at its own beginning, on every axis.
 */
final class BoxIndex {

    private static final int STRIPES = 256;

    private final int words;
    private final int[] stripeWidth;
    /** By axis and stripe: boxes that begin there or before. Null for an axis that tells nothing apart. */
    private final long[][][] begun;
    private final long[][][] unended;

    /** @param last of each axis and box; {@code first} likewise */
    BoxIndex(int[][] first, int[][] last, int[] axisSizes, int boxes) {
        words = boxes + 63 >>> 6;
        int axes = axisSizes.length;
        stripeWidth = new int[axes];
        begun = new long[axes][][];
        unended = new long[axes][][];
        for (int axis = 0; axis < axes; axis++) {
            stripeWidth[axis] = (axisSizes[axis] + STRIPES - 1) / STRIPES;
            int stripes = (axisSizes[axis] + stripeWidth[axis] - 1) / stripeWidth[axis];
            if (stripes > 1) {
                begun[axis] = new long[stripes][words];
                unended[axis] = new long[stripes][words];
                for (int box = 0; box < boxes; box++) {
                    begun[axis][first[axis][box] / stripeWidth[axis]][box >>> 6] |= 1L << box;
                    unended[axis][last[axis][box] / stripeWidth[axis]][box >>> 6] |= 1L << box;
                }
                for (int stripe = 1; stripe < stripes; stripe++) {
                    join(begun[axis][stripe], begun[axis][stripe - 1]);
                    join(unended[axis][stripes - 1 - stripe], unended[axis][stripes - stripe]);
                }
            }
        }
    }

    private static void join(long[] target, long[] more) {
        for (int word = 0; word < target.length; word++) {
            target[word] |= more[word];
        }
    }

    /** The boxes that can overlap this one, as bits. */
    long[] candidates(int[][] box) {
        long[] found = new long[words];
        boolean started = false;
        for (int axis = 0; axis < begun.length; axis++) {
            if (begun[axis] == null) {
                continue;
            }
            int[] set = box[axis];
            long[] begins = begun[axis][set[set.length - 1] / stripeWidth[axis]];
            long[] ends = unended[axis][set[0] / stripeWidth[axis]];
            if (started) {
                for (int word = 0; word < words; word++) {
                    found[word] &= begins[word] & ends[word];
                }
            } else {
                for (int word = 0; word < words; word++) {
                    found[word] = begins[word] & ends[word];
                }
                started = true;
            }
        }
        if (!started) {
            Arrays.fill(found, -1);
        }
        return found;
    }
}
