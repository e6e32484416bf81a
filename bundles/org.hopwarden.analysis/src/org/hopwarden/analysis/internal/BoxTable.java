package org.hopwarden.analysis.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Boxes of one layout in order, stored so that those that overlap another are found fast. */
final class BoxTable {

    final int axes;
    /** Of each box, the set on each axis. */
    final int[][][] boxes;
    /** Of each box, the entry that it belongs to; ascending. */
    final int[] entries;
    private final BoxIndex index;

    /** @param entries of each box */
    BoxTable(Layout layout, List<int[][]> boxes, int[] entries) {
        axes = layout.axes();
        this.boxes = boxes.toArray(int[][][]::new);
        this.entries = entries;
        int[][] first = new int[axes][entries.length];
        int[][] last = new int[axes][entries.length];
        for (int box = 0; box < entries.length; box++) {
            for (int axis = 0; axis < axes; axis++) {
                int[] set = this.boxes[box][axis];
                first[axis][box] = set[0];
                last[axis][box] = set[set.length - 1];
            }
        }
        index = new BoxIndex(first, last, IntStream.range(0, axes).map(layout::size).toArray(), entries.length);
    }

    int count() {
        return entries.length;
    }

    /** The first box of an entry, or of one behind it. */
    int firstOf(int entry) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (entries[middle] < entry) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The boxes that overlap this one, ascending. */
    int[] overlapping(int[][] box) {
        int[] found = new int[16];
        int n = 0;
        long[] candidates = index.candidates(box);
        for (int word = 0; word < candidates.length; word++) {
            for (long left = candidates[word]; left != 0; left &= left - 1) {
                int other = word << 6 | Long.numberOfTrailingZeros(left);
                if (other < entries.length && overlaps(box, other)) {
                    if (n == found.length) {
                        found = Arrays.copyOf(found, 2 * n);
                    }
                    found[n++] = other;
                }
            }
        }
        return Arrays.copyOf(found, n);
    }

    boolean overlaps(int[][] box, int other) {
        int[][] sets = boxes[other];
        for (int axis = 0; axis < axes; axis++) {
            int[] a = box[axis];
            int[] b = sets[axis];
            if (a[0] > b[b.length - 1] || a[a.length - 1] < b[0]
                    || (a.length > 2 || b.length > 2) && !Sets.intersects(a, b)) {
                return false;
            }
        }
        return true;
    }

    boolean contains(int box, int[] point) {
        int[][] sets = boxes[box];
        for (int axis = 0; axis < axes; axis++) {
            if (!Sets.contains(sets[axis], point[axis])) {
                return false;
            }
        }
        return true;
    }
}
