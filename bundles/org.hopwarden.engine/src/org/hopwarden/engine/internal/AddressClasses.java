package org.hopwarden.engine.internal;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

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

    /** @param intervals at whose ends to cut */
    AddressClasses(boolean v6, List<AddressSet.Interval[]> intervals) {
        this.v6 = v6;
        Cuts cuts = v6 ? cutsV6(intervals) : cutsV4(intervals);
        startHigh = cuts.high;
        startLow = cuts.low;
        count = startLow.length;
        blocks = v6 ? null : blocks();
    }

    private record Cuts(long[] high, long[] low) {
    }

    private static Cuts cutsV4(List<AddressSet.Interval[]> intervals) {
        long[] cuts = Stream.concat(Stream.of(0L), intervals.stream().flatMap(Arrays::stream)
                .flatMap(i -> Stream.of(i.firstLow(), i.lastLow() + 1))).mapToLong(Long::longValue)
                .filter(cut -> cut <= 0xffff_ffffL).sorted().distinct().toArray();
        return new Cuts(null, cuts);
    }

    private static Cuts cutsV6(List<AddressSet.Interval[]> intervals) {
        TreeSet<long[]> cuts = new TreeSet<>((a, b) -> AddressSet.compare(a[0], a[1], b[0], b[1]));
        cuts.add(new long[2]);
        intervals.stream().flatMap(Arrays::stream).forEach(interval -> {
            cuts.add(new long[] { interval.firstHigh(), interval.firstLow() });
            long low = interval.lastLow() + 1;
            long high = low == 0 ? interval.lastHigh() + 1 : interval.lastHigh();
            if (low != 0 || high != 0) {
                cuts.add(new long[] { high, low });
            }
        });
        return new Cuts(cuts.stream().mapToLong(cut -> cut[0]).toArray(), cuts.stream().mapToLong(cut -> cut[1]).toArray());
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
        return (v6 ? 16L : 8L) * startLow.length + (blocks == null ? 0 : 4L * blocks.length);
    }
}
