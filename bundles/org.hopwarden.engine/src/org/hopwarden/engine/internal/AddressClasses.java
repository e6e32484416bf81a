package org.hopwarden.engine.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the address space at the ends of all intervals of the entries: addresses between two cuts are of one class, because no
 * entry tells them apart (but for wildcards with many gaps, which are checked again when found).
 */
final class AddressClasses {

    private static final int TABLE_BITS = 16;

    private final boolean v6;
    private final long[] startHigh;
    private final long[] startLow;
    private final int count;
    /** The class of the first address of each block of 2^16 IPv4 addresses, and one more; for IPv4 alone. */
    private final int[] blocks;

    AddressClasses(boolean v6, List<AddressSet> sets) {
        this.v6 = v6;
        List<long[]> cuts = new ArrayList<>();
        cuts.add(new long[2]);
        for (AddressSet set : sets) {
            if (set != null) {
                for (AddressSet.Interval interval : set.cover()) {
                    cuts.add(new long[] { interval.firstHigh(), interval.firstLow() });
                    long low = interval.lastLow() + 1;
                    long high = low == 0 ? interval.lastHigh() + 1 : interval.lastHigh();
                    boolean beyond = v6 ? low == 0 && high == 0 : low > 0xffff_ffffL;
                    if (!beyond) {
                        cuts.add(new long[] { high, low });
                    }
                }
            }
        }
        cuts.sort((a, b) -> AddressSet.compare(a[0], a[1], b[0], b[1]));
        startHigh = new long[cuts.size()];
        startLow = new long[cuts.size()];
        int n = 0;
        for (long[] cut : cuts) {
            if (n == 0 || cut[0] != startHigh[n - 1] || cut[1] != startLow[n - 1]) {
                startHigh[n] = cut[0];
                startLow[n++] = cut[1];
            }
        }
        this.count = n;
        this.blocks = v6 ? null : blocks();
    }

    private int[] blocks() {
        int[] table = new int[(1 << TABLE_BITS) + 1];
        int at = 0;
        for (int block = 0; block < table.length; block++) {
            long address = (long) block << 32 - TABLE_BITS;
            while (at + 1 < count && startLow[at + 1] <= address) {
                at++;
            }
            table[block] = at;
        }
        return table;
    }

    int count() {
        return count;
    }

    /** The class of an address. */
    int of(long high, long low) {
        return v6 ? ofV6(high, low) : ofV4(low);
    }

    /** Which way each step goes cannot be foretold, so the steps are sums and not branches. */
    private int ofV4(long address) {
        int block = (int) (address >>> 32 - TABLE_BITS);
        int at = blocks[block];
        int left = blocks[block + 1] - at + 1;
        while (left > 1) {
            int half = left >>> 1;
            // all ones where the cut lies above the address
            int above = (int) (address - startLow[at + half] >> 63);
            at += half & ~above;
            left -= half;
        }
        return at;
    }

    private int ofV6(long high, long low) {
        int from = 0;
        int to = count - 1;
        while (from < to) {
            int middle = from + to + 1 >>> 1;
            if (AddressSet.compare(startHigh[middle], startLow[middle], high, low) <= 0) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return from;
    }

    /** The classes of a set: first class and the one behind the last in turn; null for any. */
    int[] ranges(AddressSet set) {
        if (set == null) {
            return null;
        }
        AddressSet.Interval[] cover = set.cover();
        int[] ranges = new int[2 * cover.length];
        for (int i = 0; i < cover.length; i++) {
            ranges[2 * i] = of(cover[i].firstHigh(), cover[i].firstLow());
            ranges[2 * i + 1] = of(cover[i].lastHigh(), cover[i].lastLow()) + 1;
        }
        return ranges;
    }

    long sizeBytes() {
        return 16L * startLow.length + (blocks == null ? 0 : 4L * blocks.length);
    }
}
