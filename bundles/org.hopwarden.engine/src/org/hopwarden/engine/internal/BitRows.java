package org.hopwarden.engine.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * For each class of one dimension and each group of entries, the set of the group's entries that the class meets, as a packed
 * bit row: a summary word, each bit of which stands for {@link EntryGroup#wordsPerBit} words and says whether there is any bit
 * set in them, and those words that have. What belongs to one class stands side by side, so that asking all groups touches
 * few cache lines. Equal rows are stored once.
 */
final class BitRows {

    /** The row of a group whose entries all hold in all classes. */
    static final int ALL = -1;

    /** The summary of class c and group g stands at c * groups + g. */
    final long[] summaries;
    /** Where its words stand in {@link #words}; {@link #ALL} where there is nothing to look at. */
    final int[] rows;
    /** The words of all rows. */
    final long[] words;

    private BitRows(long[] summaries, int[] rows, long[] words) {
        this.summaries = summaries;
        this.rows = rows;
        this.words = words;
    }

    /**
     * @param classes how many classes there are
     * @param ranges gives the classes an entry holds in: first, and the one behind the last, in turn and ascending; null for
     *        all
     */
    static BitRows of(int classes, EntryGroup[] groups, Function<Entry, int[]> ranges) {
        Builder builder = new Builder(classes, groups.length);
        for (int g = 0; g < groups.length; g++) {
            List<int[]> ofEntries = Arrays.asList(groups[g].entries.stream().map(ranges).toArray(int[][]::new));
            if (ofEntries.stream().allMatch(r -> r == null || r.length == 2 && r[0] == 0 && r[1] == classes)) {
                builder.addAll(g);
            } else {
                builder.add(g, groups[g].wordsPerBit, ofEntries);
            }
        }
        return new BitRows(builder.summaries, builder.rows, Arrays.copyOf(builder.words, builder.used));
    }

    long sizeBytes() {
        return 8L * words.length + 12L * rows.length;
    }

    private static final class Builder {

        private final int classes;
        private final int groups;
        private final long[] summaries;
        private final int[] rows;
        private final Map<Key, Integer> known = new HashMap<>();
        private long[] words = new long[1024];
        private int used;
        private long summary;

        Builder(int classes, int groups) {
            this.classes = classes;
            this.groups = groups;
            summaries = new long[classes * groups];
            rows = new int[classes * groups];
        }

        void addAll(int group) {
            for (int c = 0; c < classes; c++) {
                summaries[c * groups + group] = -1;
                rows[c * groups + group] = ALL;
            }
        }

        /** Goes through the classes in order, with the set of entries that hold there; at each end of a range it changes. */
        void add(int group, int wordsPerBit, List<int[]> ranges) {
            long[] current = new long[(ranges.size() + 63 >>> 6) + wordsPerBit - 1];
            int[] changesFrom = new int[classes + 2];
            for (int[] entry : ranges) {
                for (int c : entry == null ? new int[] { 0 } : entry) {
                    changesFrom[c + 1]++;
                }
            }
            for (int c = 1; c < changesFrom.length; c++) {
                changesFrom[c] += changesFrom[c - 1];
            }
            int[] changes = new int[changesFrom[classes + 1]];
            int[] next = changesFrom.clone();
            for (int e = 0; e < ranges.size(); e++) {
                for (int c : ranges.get(e) == null ? new int[] { 0 } : ranges.get(e)) {
                    changes[next[c]++] = e;
                }
            }
            int row = pack(current, wordsPerBit);
            for (int c = 0; c < classes; c++) {
                if (changesFrom[c] < changesFrom[c + 1]) {
                    // an entry whose range ends where its next one starts changes twice, and so does not
                    for (int i = changesFrom[c]; i < changesFrom[c + 1]; i++) {
                        current[changes[i] >>> 6] ^= 1L << changes[i];
                    }
                    row = pack(current, wordsPerBit);
                }
                summaries[c * groups + group] = summary;
                rows[c * groups + group] = row;
            }
        }

        /** Sets the summary, and returns where the words are. */
        private int pack(long[] set, int wordsPerBit) {
            summary = 0;
            long[] packed = new long[set.length];
            int n = 0;
            for (int bit = 0; (bit + 1) * wordsPerBit <= set.length; bit++) {
                long any = 0;
                for (int j = 0; j < wordsPerBit; j++) {
                    any |= set[bit * wordsPerBit + j];
                }
                if (any != 0) {
                    summary |= 1L << bit;
                    System.arraycopy(set, bit * wordsPerBit, packed, n, wordsPerBit);
                    n += wordsPerBit;
                }
            }
            long[] row = Arrays.copyOf(packed, n);
            return known.computeIfAbsent(new Key(row, Arrays.hashCode(row)), this::append);
        }

        private int append(Key key) {
            int offset = used;
            int end = Math.addExact(used, key.row.length);
            if (end > words.length) {
                words = Arrays.copyOf(words, Math.max(end, words.length + (words.length >> 1)));
            }
            System.arraycopy(key.row, 0, words, offset, key.row.length);
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
