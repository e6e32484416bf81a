package org.hopwarden.engine.internal;

import java.util.Arrays;
import java.util.List;

import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;

/** Entries of a chain that are alike in which addresses they leave open, in their order. */
final class EntryGroup {

    private static final int SUMMARY_BITS = 64;
    private static final int ASKS_INDEXED = 1;
    private static final int ASKS_CHECK = 2;

    final List<Entry> entries;
    /** The entry's index in the chain; ascending. */
    final int[] indexes;
    /** How many 64-entry words one bit of a summary stands for. */
    final int wordsPerBit;
    private final byte[] asks;
    private final boolean anyAsks;

    EntryGroup(List<Entry> all, int[] indexes) {
        this.indexes = indexes;
        Entry[] own = new Entry[indexes.length];
        asks = new byte[indexes.length];
        boolean any = false;
        for (int i = 0; i < indexes.length; i++) {
            own[i] = all.get(indexes[i]);
            asks[i] = (byte) ((isInexact(own[i].source) || isInexact(own[i].destination) ? ASKS_INDEXED : 0)
                    | (own[i].check != null ? ASKS_CHECK : 0));
            any |= asks[i] != 0;
        }
        entries = List.of(own);
        anyAsks = any;
        int words = indexes.length + 63 >>> 6;
        wordsPerBit = (words + SUMMARY_BITS - 1) / SUMMARY_BITS;
    }

    private static boolean isInexact(AddressSet set) {
        return set != null && !set.isExact();
    }

    /** Where the first entry stands whose index is not below a number. */
    int position(int index) {
        int at = Arrays.binarySearch(indexes, index);
        return at < 0 ? -at - 1 : at;
    }

    /**
     * The first entry that truly matches of those in a word: a wildcard with many gaps is wider in the rows than it is, and
     * some conditions are in no row.
     *
     * @param first the entry that the word's lowest bit stands for
     * @return its index in the chain; -1 where none does
     */
    int firstOf(long word, int first, PacketView packet, PacketState state) {
        long left = word;
        while (left != 0) {
            int entry = first + Long.numberOfTrailingZeros(left);
            if (entry >= indexes.length) {
                return -1;
            }
            if (!anyAsks || asks[entry] == 0 || isTrue(entry, packet, state)) {
                return indexes[entry];
            }
            left &= left - 1;
        }
        return -1;
    }

    private boolean isTrue(int entry, PacketView packet, PacketState state) {
        Entry asked = entries.get(entry);
        return ((asks[entry] & ASKS_CHECK) == 0 || asked.check.holds(packet, state))
                && ((asks[entry] & ASKS_INDEXED) == 0 || asked.matches(packet));
    }
}
