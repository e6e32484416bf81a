package org.hopwarden.engine.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;

/**
 * Finds the first entry by bit vectors over the classes of each dimension (after Lakshman and Stiliadis, SIGCOMM 1998, with the
 * aggregation of Baboescu and Varghese, SIGCOMM 2001). Entries are grouped by which of their addresses are open, because rows
 * of entries that are all specific are nearly empty, and those of open ones need not be stored.
 */
public final class BitMatcher implements Matcher {

    private final AddressClasses sourceClasses;
    private final AddressClasses destinationClasses;
    private final HeaderClasses headerClasses;
    private final PortClasses sourcePortClasses;
    private final PortClasses destinationPortClasses;
    private final EntryGroup[] groups;
    private final BitRows sources;
    private final BitRows destinations;
    private final BitRows headers;
    private final BitRows sourcePorts;
    private final BitRows destinationPorts;

    /** @param entries at least one, all for packets of the same version */
    public BitMatcher(List<Entry> entries, boolean v6) {
        sourceClasses = new AddressClasses(v6, covers(entries.stream().map(e -> e.source)));
        destinationClasses = new AddressClasses(v6, covers(entries.stream().map(e -> e.destination)));
        headerClasses = new HeaderClasses(v6, entries);
        sourcePortClasses = new PortClasses(entries.stream().map(e -> e.sourcePorts).toList());
        destinationPortClasses = new PortClasses(entries.stream().map(e -> e.destinationPorts).toList());
        groups = groups(entries);
        sources = BitRows.of(sourceClasses.count(), groups, e -> sourceClasses.ranges(e.source));
        destinations = BitRows.of(destinationClasses.count(), groups, e -> destinationClasses.ranges(e.destination));
        headers = BitRows.of(headerClasses.count(), groups, e -> headerClasses.ranges(e.header));
        sourcePorts = BitRows.of(sourcePortClasses.count(), groups, e -> sourcePortClasses.ranges(e.sourcePorts));
        destinationPorts = BitRows.of(destinationPortClasses.count(), groups,
                e -> destinationPortClasses.ranges(e.destinationPorts));
    }

    private static List<AddressSet.Interval[]> covers(Stream<AddressSet> sets) {
        return sets.filter(Objects::nonNull).map(AddressSet::cover).toList();
    }

    private static EntryGroup[] groups(List<Entry> entries) {
        List<EntryGroup> made = new ArrayList<>();
        for (int kind = 0; kind < 4; kind++) {
            int wanted = kind;
            int[] indexes = IntStream.range(0, entries.size()).filter(i -> kind(entries.get(i)) == wanted).toArray();
            if (indexes.length > 0) {
                made.add(new EntryGroup(entries, indexes));
            }
        }
        made.sort(Comparator.comparingInt(group -> group.indexes[0]));
        return made.toArray(EntryGroup[]::new);
    }

    private static int kind(Entry entry) {
        return (entry.source == null ? 1 : 0) + (entry.destination == null ? 2 : 0);
    }

    @Override
    public int match(PacketView packet, PacketState state, int from) {
        return match(packet, state, from, Integer.MAX_VALUE);
    }

    /** As {@link #match(PacketView, PacketState, int)}, of the entries below one alone. */
    int match(PacketView packet, PacketState state, int from, int below) {
        int n = groups.length;
        int source = n * sourceClasses.of(packet.sourceHigh(), packet.sourceLow());
        int destination = n * destinationClasses.of(packet.destinationHigh(), packet.destinationLow());
        int header = n * headerClasses.of(packet);
        boolean later = packet.isLaterFragment();
        int sourcePort = n * (later ? PortClasses.LATER : sourcePortClasses.of(packet.sourcePort()));
        int destinationPort = n * (later ? PortClasses.LATER : destinationPortClasses.of(packet.destinationPort()));
        int best = below;
        for (int g = 0; g < n; g++) {
            long left = sources.summaries[source + g] & destinations.summaries[destination + g]
                    & headers.summaries[header + g] & sourcePorts.summaries[sourcePort + g]
                    & destinationPorts.summaries[destinationPort + g];
            if (left != 0) {
                best = match(packet, state, from, groups[g], left, source + g, destination + g, header + g, sourcePort + g,
                        destinationPort + g, best);
            }
        }
        return best == below ? -1 : best;
    }

    /** The least index below {@code best} of an entry of the group that matches; else {@code best}. */
    private int match(PacketView packet, PacketState state, int from, EntryGroup group, long summary, int source,
            int destination, int header, int sourcePort, int destinationPort, int best) {
        int wordsPerBit = group.wordsPerBit;
        int start = from == 0 ? 0 : group.position(from);
        if (start == group.indexes.length) {
            return best;
        }
        int startWord = start >>> 6;
        long left = summary & -1L << startWord / wordsPerBit;
        while (left != 0) {
            long bit = left & -left;
            left ^= bit;
            int first = Long.numberOfTrailingZeros(bit) * wordsPerBit;
            if (first << 6 >= group.indexes.length || group.indexes[first << 6] >= best) {
                return best;
            }
            int inSources = at(sources, source, bit, wordsPerBit);
            int inDestinations = at(destinations, destination, bit, wordsPerBit);
            int inHeaders = at(headers, header, bit, wordsPerBit);
            int inSourcePorts = at(sourcePorts, sourcePort, bit, wordsPerBit);
            int inDestinationPorts = at(destinationPorts, destinationPort, bit, wordsPerBit);
            for (int j = 0; j < wordsPerBit; j++) {
                long word = word(sources, inSources, j) & word(destinations, inDestinations, j);
                if (word != 0) {
                    if (first + j <= startWord) {
                        word &= first + j < startWord ? 0 : -1L << start;
                    }
                    word &= word(destinationPorts, inDestinationPorts, j) & word(headers, inHeaders, j)
                            & word(sourcePorts, inSourcePorts, j);
                    int found = word == 0 ? -1 : group.firstOf(word, first + j << 6, packet, state);
                    if (found >= 0) {
                        return Math.min(found, best);
                    }
                }
            }
        }
        return best;
    }

    /** Where the words of a summary's bit stand. */
    private static int at(BitRows rows, int row, long bit, int wordsPerBit) {
        int start = rows.rows[row];
        return start < 0 ? BitRows.ALL : start + Long.bitCount(rows.summaries[row] & bit - 1) * wordsPerBit;
    }

    private static long word(BitRows rows, int at, int offset) {
        return at < 0 ? -1 : rows.words[at + offset];
    }

    @Override
    public long sizeBytes() {
        return sourceClasses.sizeBytes() + destinationClasses.sizeBytes() + headerClasses.sizeBytes()
                + sourcePortClasses.sizeBytes() + destinationPortClasses.sizeBytes() + sources.sizeBytes()
                + destinations.sizeBytes() + headers.sizeBytes() + sourcePorts.sizeBytes() + destinationPorts.sizeBytes();
    }
}
