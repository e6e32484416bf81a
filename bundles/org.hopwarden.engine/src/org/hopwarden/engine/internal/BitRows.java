package org.hopwarden.engine.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For each class of one dimension the set of entries that it meets, as a packed bit row: first summary words, in which a bit
 * says whether the 64-entry word with that number has any bit set, then those words alone that have. Equal rows are stored
 * once.
 */
final class BitRows {

    /** All rows. */
    final long[] data;
    /** Where the row of a class starts. */
    final int[] rowOf;
    /** Whether every class meets every entry, so that the rows need not be looked at. */
    final boolean all;

    private BitRows(long[] data, int[] rowOf, boolean all) {
        this.data = data;
        this.rowOf = rowOf;
        this.all = all;
    }

    /**
     * @param classes how many classes there are
     * @param ranges for each entry the classes it holds in: first, and the one behind the last, in turn and ascending; null
     *        for all
     */
    static BitRows of(int classes, List<int[]> ranges) {
        Builder builder = new Builder(classes, ranges.size());
        boolean all = true;
        for (int[] entry : ranges) {
            all &= entry == null || entry.length == 2 && entry[0] == 0 && entry[1] == classes;
        }
        if (all) {
            return new BitRows(new long[0], new int[0], true);
        }
        return builder.build(ranges);
    }

    static int summaryWords(int entries) {
        return entries + 4095 >>> 12;
    }

    long sizeBytes() {
        return 8L * data.length + 4L * rowOf.length;
    }

    private static final class Builder {

        private final int classes;
        private final long[] current;
        private final int summaryWords;
        private final Map<Key, Integer> offsets = new HashMap<>();
        private long[] data = new long[1024];
        private int used;

        Builder(int classes, int entries) {
            this.classes = classes;
            this.current = new long[entries + 63 >>> 6];
            this.summaryWords = summaryWords(entries);
        }

        BitRows build(List<int[]> ranges) {
            int[] togglesFrom = new int[classes + 2];
            for (int[] entry : ranges) {
                if (entry != null) {
                    for (int c : entry) {
                        togglesFrom[c + 1]++;
                    }
                }
            }
            for (int c = 1; c < togglesFrom.length; c++) {
                togglesFrom[c] += togglesFrom[c - 1];
            }
            int[] toggles = new int[togglesFrom[classes + 1]];
            int[] next = togglesFrom.clone();
            for (int e = 0; e < ranges.size(); e++) {
                int[] entry = ranges.get(e);
                if (entry == null) {
                    current[e >>> 6] |= 1L << e;
                } else {
                    for (int c : entry) {
                        toggles[next[c]++] = e;
                    }
                }
            }
            int[] rowOf = new int[classes];
            int row = pack();
            for (int c = 0; c < classes; c++) {
                if (togglesFrom[c] < togglesFrom[c + 1]) {
                    // an interval that ends where the entry's next one starts toggles twice, which is right
                    for (int t = togglesFrom[c]; t < togglesFrom[c + 1]; t++) {
                        current[toggles[t] >>> 6] ^= 1L << toggles[t];
                    }
                    row = pack();
                }
                rowOf[c] = row;
            }
            return new BitRows(Arrays.copyOf(data, used), rowOf, false);
        }

        private int pack() {
            int words = 0;
            long[] row = new long[summaryWords + current.length];
            for (int w = 0; w < current.length; w++) {
                if (current[w] != 0) {
                    row[w >>> 6] |= 1L << w;
                    row[summaryWords + words++] = current[w];
                }
            }
            long[] packed = Arrays.copyOf(row, summaryWords + words);
            return offsets.computeIfAbsent(new Key(packed, Arrays.hashCode(packed)), this::append);
        }

        private int append(Key key) {
            int offset = used;
            int end = Math.addExact(used, key.row.length);
            if (end > data.length) {
                data = Arrays.copyOf(data, Math.max(end, data.length + (data.length >> 1)));
            }
            System.arraycopy(key.row, 0, data, offset, key.row.length);
            used = end;
            return offset;
        }
    }

    private record Key(long[] row, int hash) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(row, key.row);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
