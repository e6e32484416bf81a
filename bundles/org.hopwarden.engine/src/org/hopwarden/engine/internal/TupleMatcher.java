package org.hopwarden.engine.internal;

import java.util.Arrays;
import java.util.List;

import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;

/**
 * Finds the first entry among very many by tuple space search (after Srinivasan, Suri and Varghese, SIGCOMM 1999): entries whose
 * prefixes are of the same two lengths share a tuple, and the packet's addresses cut to those lengths lead through a hash table
 * to the few entries with that pair of prefixes. Lengths are rounded down as far as buckets stay short, so that there are few
 * tuples (merging, after Daly and others, IEEE/ACM Transactions on Networking 2019). Which tuples can hold an entry at all is
 * known for each class of source and of destination addresses, so that nearly all tuples are passed over by one and of two words.
 * What remains is asked in the order of each tuple's first entry, and no further than the best entry found.
 * <p>
 * Entries whose addresses are open on both sides, or too many for one bucket, are left to a {@link BitMatcher}.
 */
public final class TupleMatcher implements Matcher {

    /** What an entry asks, as far as eight numbers hold it. */
    static final int RECORD = 8;
    static final int INDEX = 0;
    /** The protocol, or {@link #ANY_PROTOCOL}, and flags. */
    static final int KIND = 1;
    /** The least and, 16 bits above, how many follow. */
    static final int SOURCE_PORTS = 2;
    static final int DESTINATION_PORTS = 3;
    static final int SOURCE_FIRST = 4;
    static final int SOURCE_SPAN = 5;
    static final int DESTINATION_FIRST = 6;
    static final int DESTINATION_SPAN = 7;

    static final int ANY_PROTOCOL = 0x100;
    static final int PROTOCOL_MASK = 0x1ff;
    /** It is the last of its bucket. */
    static final int LAST = 0x200;
    /** The record is wider than the entry. */
    static final int INEXACT = 0x400;
    static final int HAS_CHECK = 0x800;

    private static final int NONE = Integer.MAX_VALUE;
    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

    private final boolean v6;
    private final Entry[] entries;
    private final AddressClasses sourceClasses;
    private final AddressClasses destinationClasses;
    /** How many words of tuples there are. */
    private final int words;
    /** For each class, the tuples that have an entry there. */
    private final long[] sourceTuples;
    private final long[] destinationTuples;
    /** For each tuple: its first entry, and the masks of its prefixes. Ascending by the first entry. */
    private final int[] first;
    private final long[] masks;
    /** For each place: the key; the tuple, counted from 1, and where its bucket stands in the records. */
    private final long[] table;
    private final int[] records;
    /** Null where there is none. */
    private final BitMatcher wide;
    private final int[] wideIndexes;

    /** @param entries all for packets of the same version */
    public TupleMatcher(List<Entry> entries, boolean v6) {
        this.v6 = v6;
        this.entries = entries.toArray(Entry[]::new);
        TupleSpace space = new TupleSpace(this.entries, v6);
        List<TupleSpace.Tuple> tuples = space.tuples();
        words = Math.max(1, tuples.size() + 63 >>> 6);
        sourceClasses = new AddressClasses(v6, TupleSpace.prefixes(tuples, t -> t.sources));
        destinationClasses = new AddressClasses(v6, TupleSpace.prefixes(tuples, t -> t.destinations));
        sourceTuples = new long[sourceClasses.count() * words];
        destinationTuples = new long[destinationClasses.count() * words];
        first = new int[tuples.size()];
        masks = new long[4 * tuples.size()];
        int capacity = Integer.highestOneBit(Math.max(8, space.buckets())) << 2;
        table = new long[2 * capacity];
        records = new int[RECORD * space.placed()];
        int at = 0;
        for (int t = 0; t < first.length; t++) {
            TupleSpace.Tuple tuple = tuples.get(t);
            first[t] = tuple.first;
            System.arraycopy(tuple.masks, 0, masks, 4 * t, 4);
            mark(sourceTuples, sourceClasses, tuple.sources, t);
            mark(destinationTuples, destinationClasses, tuple.destinations, t);
            for (TupleSpace.Bucket bucket : tuple.buckets.values()) {
                if (bucket.size > 0) {
                    put(t, bucket.key, at);
                }
                for (int i = 0; i < bucket.size; i++) {
                    int index = bucket.indexes[i];
                    space.write(records, at, index, i == bucket.size - 1);
                    at += RECORD;
                }
            }
        }
        wideIndexes = space.wide();
        List<Entry> open = Arrays.stream(wideIndexes).mapToObj(i -> this.entries[i]).toList();
        wide = open.isEmpty() ? null : new BitMatcher(open, v6);
    }

    private void mark(long[] tuplesOf, AddressClasses classes, Iterable<AddressSet.Interval> prefixes, int tuple) {
        for (AddressSet.Interval prefix : prefixes) {
            int end = classes.of(prefix.lastHigh(), prefix.lastLow());
            for (int c = classes.of(prefix.firstHigh(), prefix.firstLow()); c <= end; c++) {
                tuplesOf[c * words + (tuple >>> 6)] |= 1L << tuple;
            }
        }
    }

    private void put(int tuple, long key, int record) {
        int place = place(tuple, key);
        while (table[place + 1] != 0) {
            place = place + 2 & table.length - 1;
        }
        table[place] = key;
        table[place + 1] = tuple + 1L << 32 | record;
    }

    private int place(int tuple, long key) {
        long hash = (key ^ tuple * 0x5851_f42dL) * GOLDEN;
        hash ^= hash >>> 32;
        return (int) (hash * GOLDEN >>> 33) << 1 & table.length - 1;
    }

    /** What addresses cut to the lengths of a tuple are found by. Different pairs of IPv6 prefixes may have the same key. */
    static long key(boolean v6, long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        if (!v6) {
            return sourceLow << 32 | destinationLow;
        }
        long hash = sourceHigh * GOLDEN;
        hash = (hash ^ hash >>> 29 ^ sourceLow) * GOLDEN;
        hash = (hash ^ hash >>> 29 ^ destinationHigh) * GOLDEN;
        return (hash ^ hash >>> 29 ^ destinationLow) * GOLDEN;
    }

    @Override
    public int match(PacketView packet, PacketState state, int from) {
        long sourceHigh = packet.sourceHigh();
        long sourceLow = packet.sourceLow();
        long destinationHigh = packet.destinationHigh();
        long destinationLow = packet.destinationLow();
        int protocol = packet.protocol();
        int sourcePort = packet.sourcePort();
        int destinationPort = packet.destinationPort();
        boolean ports = sourcePort >= 0 && destinationPort >= 0;
        int source = sourceClasses.of(sourceHigh, sourceLow) * words;
        int destination = destinationClasses.of(destinationHigh, destinationLow) * words;
        int best = NONE;
        for (int w = 0; w < words; w++) {
            long left = sourceTuples[source + w] & destinationTuples[destination + w];
            while (left != 0) {
                int t = (w << 6) + Long.numberOfTrailingZeros(left);
                left &= left - 1;
                if (first[t] >= best) {
                    return ofWide(packet, state, from, best);
                }
                long key = key(v6, sourceHigh & masks[4 * t], sourceLow & masks[4 * t + 1], destinationHigh & masks[4 * t + 2],
                        destinationLow & masks[4 * t + 3]);
                int record = find(t, key);
                if (record >= 0) {
                    best = ofBucket(record, packet, state, from, best, protocol, ports, sourcePort, destinationPort,
                            (int) sourceLow, (int) destinationLow);
                }
            }
        }
        return ofWide(packet, state, from, best);
    }

    private int find(int tuple, long key) {
        int place = place(tuple, key);
        while (true) {
            long value = table[place + 1];
            if (value == 0) {
                return -1;
            }
            if (table[place] == key && value >>> 32 == tuple + 1) {
                return (int) value;
            }
            place = place + 2 & table.length - 1;
        }
    }

    /** The first entry of a bucket, from one on and below the best, that matches; else the best. */
    private int ofBucket(int start, PacketView packet, PacketState state, int from, int best, int protocol, boolean ports,
            int sourcePort, int destinationPort, int source, int destination) {
        for (int at = start;; at += RECORD) {
            int index = records[at + INDEX];
            if (index >= best) {
                return best;
            }
            int kind = records[at + KIND];
            int wanted = kind & PROTOCOL_MASK;
            if ((wanted == protocol || wanted == ANY_PROTOCOL) && index >= from
                    && (!ports || isIn(records[at + SOURCE_PORTS], sourcePort)
                            && isIn(records[at + DESTINATION_PORTS], destinationPort))
                    && isWithin(records[at + SOURCE_FIRST], records[at + SOURCE_SPAN], source)
                    && isWithin(records[at + DESTINATION_FIRST], records[at + DESTINATION_SPAN], destination)
                    && (ports && (kind & (INEXACT | HAS_CHECK)) == 0 || isTrue(entries[index], packet, state))) {
                return index;
            }
            if ((kind & LAST) != 0) {
                return best;
            }
        }
    }

    private static boolean isIn(int ports, int port) {
        return port - (ports & 0xffff) + Integer.MIN_VALUE <= (ports >>> 16) + Integer.MIN_VALUE;
    }

    private static boolean isWithin(int first, int span, int address) {
        return address - first + Integer.MIN_VALUE <= span + Integer.MIN_VALUE;
    }

    private static boolean isTrue(Entry entry, PacketView packet, PacketState state) {
        return entry.matches(packet) && (entry.check == null || entry.check.holds(packet, state));
    }

    private int ofWide(PacketView packet, PacketState state, int from, int best) {
        if (wide != null && wideIndexes[0] < best) {
            int found = wide.match(packet, state, position(from), best == NONE ? NONE : position(best));
            return found >= 0 ? wideIndexes[found] : best == NONE ? -1 : best;
        }
        return best == NONE ? -1 : best;
    }

    /** Where the first wide entry stands whose index is not below a number. */
    private int position(int index) {
        int at = index == 0 ? 0 : Arrays.binarySearch(wideIndexes, index);
        return at < 0 ? -at - 1 : at;
    }

    /** How many tuples there are, and how many entries are in none. */
    @Override
    public String toString() {
        return first.length + " tuples, " + wideIndexes.length + " entries in none";
    }

    @Override
    public long sizeBytes() {
        return sourceClasses.sizeBytes() + destinationClasses.sizeBytes() + 8L * (sourceTuples.length + destinationTuples.length)
                + 4L * first.length + 8L * masks.length + 8L * table.length + 4L * records.length + 8L * entries.length
                + 4L * wideIndexes.length + (wide == null ? 0 : wide.sizeBytes());
    }
}
