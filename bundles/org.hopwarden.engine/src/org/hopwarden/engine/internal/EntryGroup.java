package org.hopwarden.engine.internal;

import java.util.List;

import org.hopwarden.net.PacketView;

/** Entries of a chain that are alike in which addresses they leave open, in their order. */
final class EntryGroup {

    private static final int SUMMARY_BITS = 64;

    final List<Entry> entries;
    /** The entry's index in the chain; ascending. */
    final int[] indexes;
    /** How many 64-entry words one bit of a summary stands for. */
    final int wordsPerBit;
    private final boolean[] inexact;
    private final boolean anyInexact;

    EntryGroup(List<Entry> all, int[] indexes) {
        this.indexes = indexes;
        Entry[] own = new Entry[indexes.length];
        inexact = new boolean[indexes.length];
        boolean any = false;
        for (int i = 0; i < indexes.length; i++) {
            own[i] = all.get(indexes[i]);
            inexact[i] = isInexact(own[i].source) || isInexact(own[i].destination);
            any |= inexact[i];
        }
        entries = List.of(own);
        anyInexact = any;
        int words = indexes.length + 63 >>> 6;
        wordsPerBit = (words + SUMMARY_BITS - 1) / SUMMARY_BITS;
    }

    private static boolean isInexact(AddressSet set) {
        return set != null && !set.isExact();
    }

    /**
     * The first entry that truly matches of those in a word: a wildcard with many gaps is wider in the rows than it is.
     *
     * @param first the entry that the word's lowest bit stands for
     * @return its index in the chain; -1 where none does
     */
    int firstOf(long word, int first, PacketView packet) {
        long left = word;
        while (left != 0) {
            int entry = first + Long.numberOfTrailingZeros(left);
            if (entry >= indexes.length) {
                return -1;
            }
            if (!anyInexact || !inexact[entry] || entries.get(entry).matches(packet)) {
                return indexes[entry];
            }
            left &= left - 1;
        }
        return -1;
    }
}
