package org.hopwarden.engine.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.hopwarden.net.PacketView;

/**
 * Entries that are alike in which addresses they leave open, in their order, with a bit row for each class of each dimension.
 * The rows of a packet's classes, and-ed word by word, leave the entries it matches; the summary words skip what is empty.
 */
final class EntryGroup {

    private final Entry[] entries;
    /** The entry's index in the chain; ascending. */
    private final int[] indexes;
    private final int summaryWords;
    private final BitRows sources;
    private final BitRows destinations;
    private final BitRows headers;
    private final BitRows sourcePorts;
    private final BitRows destinationPorts;
    private final boolean allExact;

    EntryGroup(List<Entry> all, int[] indexes, AddressClasses sourceClasses, AddressClasses destinationClasses,
            HeaderClasses headerClasses, PortClasses sourcePortClasses, PortClasses destinationPortClasses) {
        this.indexes = indexes;
        this.entries = new Entry[indexes.length];
        boolean exact = true;
        for (int i = 0; i < indexes.length; i++) {
            entries[i] = all.get(indexes[i]);
            exact &= isExact(entries[i]);
        }
        allExact = exact;
        summaryWords = BitRows.summaryWords(entries.length);
        List<Entry> list = List.of(entries);
        sources = BitRows.of(sourceClasses.count(), map(list, e -> sourceClasses.ranges(e.source)));
        destinations = BitRows.of(destinationClasses.count(), map(list, e -> destinationClasses.ranges(e.destination)));
        headers = BitRows.of(headerClasses.count(), map(list, e -> headerClasses.ranges(e.header)));
        sourcePorts = BitRows.of(sourcePortClasses.count(), map(list, e -> sourcePortClasses.ranges(e.sourcePorts)));
        destinationPorts = BitRows.of(destinationPortClasses.count(),
                map(list, e -> destinationPortClasses.ranges(e.destinationPorts)));
    }

    private static List<int[]> map(List<Entry> entries, Function<Entry, int[]> ranges) {
        return Arrays.asList(entries.stream().map(ranges).toArray(int[][]::new));
    }

    private static boolean isExact(Entry entry) {
        return (entry.source == null || entry.source.isExact())
                && (entry.destination == null || entry.destination.isExact());
    }

    /** The lowest index of an entry here. */
    int firstIndex() {
        return indexes[0];
    }

    /** The least index below {@code best} of an entry that the packet of these classes matches; else {@code best}. */
    int match(PacketView packet, int source, int destination, int header, int sourcePort, int destinationPort, int best) {
        long[] sourceData = sources.data;
        long[] destinationData = destinations.data;
        long[] headerData = headers.data;
        long[] sourcePortData = sourcePorts.data;
        long[] destinationPortData = destinationPorts.data;
        int sourceRow = sources.all ? -1 : sources.rowOf[source];
        int destinationRow = destinations.all ? -1 : destinations.rowOf[destination];
        int headerRow = headers.all ? -1 : headers.rowOf[header];
        int sourcePortRow = sourcePorts.all ? -1 : sourcePorts.rowOf[sourcePort];
        int destinationPortRow = destinationPorts.all ? -1 : destinationPorts.rowOf[destinationPort];
        // where the next packed word of each row stands
        int sourceAt = sourceRow + summaryWords;
        int destinationAt = destinationRow + summaryWords;
        int headerAt = headerRow + summaryWords;
        int sourcePortAt = sourcePortRow + summaryWords;
        int destinationPortAt = destinationPortRow + summaryWords;
        for (int s = 0; s < summaryWords; s++) {
            long sourceSum = sourceRow < 0 ? -1 : sourceData[sourceRow + s];
            long destinationSum = destinationRow < 0 ? -1 : destinationData[destinationRow + s];
            long headerSum = headerRow < 0 ? -1 : headerData[headerRow + s];
            long sourcePortSum = sourcePortRow < 0 ? -1 : sourcePortData[sourcePortRow + s];
            long destinationPortSum = destinationPortRow < 0 ? -1 : destinationPortData[destinationPortRow + s];
            long left = sourceSum & destinationSum & headerSum & sourcePortSum & destinationPortSum;
            while (left != 0) {
                long bit = left & -left;
                left ^= bit;
                long below = bit - 1;
                int first = s << 12 | Long.numberOfTrailingZeros(bit) << 6;
                if (first >= entries.length || indexes[first] >= best) {
                    return best;
                }
                long word = sourceRow < 0 ? -1 : sourceData[sourceAt + Long.bitCount(sourceSum & below)];
                word &= destinationRow < 0 ? -1 : destinationData[destinationAt + Long.bitCount(destinationSum & below)];
                if (word != 0) {
                    word &= headerRow < 0 ? -1 : headerData[headerAt + Long.bitCount(headerSum & below)];
                    word &= destinationPortRow < 0 ? -1
                            : destinationPortData[destinationPortAt + Long.bitCount(destinationPortSum & below)];
                    word &= sourcePortRow < 0 ? -1
                            : sourcePortData[sourcePortAt + Long.bitCount(sourcePortSum & below)];
                }
                int found = firstOf(word, first, packet);
                if (found >= 0) {
                    return Math.min(indexes[found], best);
                }
            }
            sourceAt += Long.bitCount(sourceSum);
            destinationAt += Long.bitCount(destinationSum);
            headerAt += Long.bitCount(headerSum);
            sourcePortAt += Long.bitCount(sourcePortSum);
            destinationPortAt += Long.bitCount(destinationPortSum);
        }
        return best;
    }

    /** The first entry of a word that truly matches: wildcards with many gaps are wider in the rows than they are. */
    private int firstOf(long word, int first, PacketView packet) {
        long left = word;
        while (left != 0) {
            int entry = first + Long.numberOfTrailingZeros(left);
            if (entry >= entries.length) {
                return -1;
            }
            if (allExact || isExact(entries[entry]) || entries[entry].matches(packet)) {
                return entry;
            }
            left &= left - 1;
        }
        return -1;
    }

    long sizeBytes() {
        return sources.sizeBytes() + destinations.sizeBytes() + headers.sizeBytes() + sourcePorts.sizeBytes()
                + destinationPorts.sizeBytes() + 4L * indexes.length;
    }
}
