package org.hopwarden.engine.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.hopwarden.engine.internal.AddressSet.Interval;

/**
 * Puts entries into tuples of prefix lengths, for {@link TupleMatcher}. Lengths are rounded down to multiples of four; an entry
 * whose bucket there is full goes to a tuple of finer lengths, and where that of its own lengths is full as well, into none.
 */
final class TupleSpace {

    /** Buckets of rounded lengths take so many entries. */
    private static final int MOST_ROUNDED = 8;
    /** Buckets of full lengths. */
    private static final int MOST_EXACT = 32;
    private static final int[] ROUNDINGS = { 4, 2, 1 };
    private static final int MOST_TUPLES = 512;
    /** An entry of more pairs of prefixes has its addresses covered by one prefix a side. */
    private static final int MOST_PAIRS = 16;
    private static final Interval[] ALL_V4 = { new Interval(0, 0, 0, 0xffff_ffffL) };
    private static final Interval[] ALL_V6 = { new Interval(0, 0, -1, -1) };

    private final Entry[] entries;
    private final boolean v6;
    private final int bits;
    private final Map<Integer, Tuple> byLengths = new HashMap<>();
    private final List<Integer> wide = new ArrayList<>();
    private int placed;

    /** The entries of one pair of lengths. */
    static final class Tuple {

        final int first;
        /** Of the source, high and low, and of the destination. */
        final long[] masks;
        final Map<Long, Bucket> buckets = new LinkedHashMap<>();
        final Set<Interval> sources = new HashSet<>();
        final Set<Interval> destinations = new HashSet<>();

        private Tuple(int first, long[] masks) {
            this.first = first;
            this.masks = masks;
        }
    }

    /** The entries of one pair of prefixes, or of several that have the same key, ascending. */
    static final class Bucket {

        final long key;
        int[] indexes = new int[2];
        int size;

        private Bucket(long key) {
            this.key = key;
        }
    }

    TupleSpace(Entry[] entries, boolean v6) {
        this.entries = entries;
        this.v6 = v6;
        bits = v6 ? 128 : 32;
        for (int i = 0; i < entries.length; i++) {
            place(i);
        }
    }

    private void place(int index) {
        Interval[] sources = cover(entries[index].source);
        Interval[] destinations = cover(entries[index].destination);
        if (sources.length * destinations.length > MOST_PAIRS) {
            sources = hull(sources);
            destinations = hull(destinations);
        }
        List<Bucket> wanted = new ArrayList<>();
        for (Interval source : sources) {
            for (Interval destination : destinations) {
                Bucket bucket = bucket(index, source, destination);
                if (bucket == null) {
                    wide.add(index);
                    return;
                }
                if (!wanted.contains(bucket)) {
                    wanted.add(bucket);
                }
            }
        }
        for (Bucket bucket : wanted) {
            if (bucket.size == bucket.indexes.length) {
                bucket.indexes = Arrays.copyOf(bucket.indexes, 2 * bucket.size);
            }
            bucket.indexes[bucket.size++] = index;
            placed++;
        }
    }

    /** A bucket with room; null where both sides are open, or there is none. */
    private Bucket bucket(int index, Interval source, Interval destination) {
        int sourceLength = commonBits(source);
        int destinationLength = commonBits(destination);
        for (int rounding : ROUNDINGS) {
            Bucket bucket = bucket(index, source, sourceLength - sourceLength % rounding, destination,
                    destinationLength - destinationLength % rounding);
            if (bucket != null && bucket.size < (rounding == 1 ? MOST_EXACT : MOST_ROUNDED)) {
                return bucket;
            }
        }
        return null;
    }

    private Bucket bucket(int index, Interval source, int sourceLength, Interval destination, int destinationLength) {
        int lengths = sourceLength << 8 | destinationLength;
        Tuple tuple = byLengths.get(lengths);
        if (tuple == null) {
            if (lengths == 0 || byLengths.size() == MOST_TUPLES) {
                return null;
            }
            tuple = new Tuple(index, new long[] { maskHigh(sourceLength), maskLow(sourceLength), maskHigh(destinationLength),
                    maskLow(destinationLength) });
            byLengths.put(lengths, tuple);
        }
        long[] masks = tuple.masks;
        long sourceHigh = source.firstHigh() & masks[0];
        long sourceLow = source.firstLow() & masks[1];
        long destinationHigh = destination.firstHigh() & masks[2];
        long destinationLow = destination.firstLow() & masks[3];
        tuple.sources.add(prefix(sourceHigh, sourceLow, masks[0], masks[1]));
        tuple.destinations.add(prefix(destinationHigh, destinationLow, masks[2], masks[3]));
        return tuple.buckets.computeIfAbsent(TupleMatcher.key(v6, sourceHigh, sourceLow, destinationHigh, destinationLow), Bucket::new);
    }

    private Interval prefix(long high, long low, long maskHigh, long maskLow) {
        return v6 ? new Interval(high, low, high | ~maskHigh, low | ~maskLow)
                : new Interval(0, low, 0, low | ~maskLow & 0xffff_ffffL);
    }

    private long maskHigh(int length) {
        return !v6 || length == 0 ? 0 : length >= 64 ? -1 : -1L << 64 - length;
    }

    private long maskLow(int length) {
        int ofLow = v6 ? length - 64 : length;
        int width = v6 ? 64 : 32;
        return ofLow <= 0 ? 0 : (-1L << width - ofLow) & (v6 ? -1 : 0xffff_ffffL);
    }

    private Interval[] cover(AddressSet set) {
        return set == null ? v6 ? ALL_V6 : ALL_V4 : set.cover();
    }

    private static Interval[] hull(Interval[] sorted) {
        Interval low = sorted[0];
        Interval high = sorted[sorted.length - 1];
        return new Interval[] { new Interval(low.firstHigh(), low.firstLow(), high.lastHigh(), high.lastLow()) };
    }

    /** The length of the longest prefix that holds an interval. */
    private int commonBits(Interval interval) {
        long high = interval.firstHigh() ^ interval.lastHigh();
        long low = interval.firstLow() ^ interval.lastLow();
        int common = high != 0 ? Long.numberOfLeadingZeros(high) : 64 + Long.numberOfLeadingZeros(low);
        return common - (128 - bits);
    }

    /** In the order of their first entries, without those that came to hold nothing. */
    List<Tuple> tuples() {
        return byLengths.values().stream().filter(tuple -> tuple.buckets.values().stream().anyMatch(bucket -> bucket.size > 0))
                .sorted(Comparator.comparingInt(tuple -> tuple.first)).toList();
    }

    static List<Interval[]> prefixes(List<Tuple> tuples, Function<Tuple, Set<Interval>> side) {
        return tuples.stream().map(tuple -> side.apply(tuple).toArray(Interval[]::new)).toList();
    }

    int buckets() {
        return byLengths.values().stream().mapToInt(tuple -> tuple.buckets.size()).sum();
    }

    /** How many records there are to write. */
    int placed() {
        return placed;
    }

    /** The entries that are in no tuple, ascending. */
    int[] wide() {
        return wide.stream().mapToInt(Integer::intValue).toArray();
    }

    void write(int[] records, int at, int index, boolean last) {
        Entry entry = entries[index];
        Entry.Header header = entry.header;
        boolean exact = !v6 && isExact(entry.source) && isExact(entry.destination) && isSimple(entry.sourcePorts)
                && isSimple(entry.destinationPorts) && !header.laterOnly() && header.icmpType() < 0 && !header.established()
                && header.flags() == null;
        records[at + TupleMatcher.INDEX] = index;
        records[at + TupleMatcher.KIND] = (header.protocol() < 0 ? TupleMatcher.ANY_PROTOCOL : header.protocol())
                | (last ? TupleMatcher.LAST : 0) | (exact ? 0 : TupleMatcher.INEXACT)
                | (entry.check == null ? 0 : TupleMatcher.HAS_CHECK);
        records[at + TupleMatcher.SOURCE_PORTS] = ports(entry.sourcePorts);
        records[at + TupleMatcher.DESTINATION_PORTS] = ports(entry.destinationPorts);
        writeAddresses(records, at + TupleMatcher.SOURCE_FIRST, entry.source);
        writeAddresses(records, at + TupleMatcher.DESTINATION_FIRST, entry.destination);
    }

    /** IPv6 addresses do not fit, and are left to the entry. */
    private void writeAddresses(int[] records, int at, AddressSet set) {
        Interval hull = v6 || set == null ? ALL_V4[0] : hull(set.cover())[0];
        records[at] = (int) hull.firstLow();
        records[at + 1] = (int) (hull.lastLow() - hull.firstLow());
    }

    private static boolean isExact(AddressSet set) {
        return set == null || set.isExact() && set.cover().length == 1;
    }

    private static boolean isSimple(int[] intervals) {
        return intervals == null || intervals.length == 2;
    }

    private static int ports(int[] intervals) {
        if (intervals == null || intervals.length == 0) {
            return 0xffff_0000;
        }
        int least = intervals[0];
        return intervals[intervals.length - 1] - least << 16 | least;
    }
}
