package org.hopwarden.engine.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.hopwarden.net.PacketView;

/**
 * Finds the first entry by bit vectors over the classes of each dimension (after Lakshman and Stiliadis, SIGCOMM 1998, with the
 * aggregation of Baboescu and Varghese, SIGCOMM 2001). Entries are grouped by which of their addresses are open, because rows
 * of entries that are all specific are nearly empty, and those of open ones need not be stored.
 */
public final class BitMatcher implements Matcher {

    private final AddressClasses sources;
    private final AddressClasses destinations;
    private final HeaderClasses headers;
    private final PortClasses sourcePorts;
    private final PortClasses destinationPorts;
    private final EntryGroup[] groups;

    /** @param entries at least one, all for packets of the same version */
    public BitMatcher(List<Entry> entries, boolean v6) {
        sources = new AddressClasses(v6, entries.stream().map(e -> e.source).toList());
        destinations = new AddressClasses(v6, entries.stream().map(e -> e.destination).toList());
        headers = new HeaderClasses(v6, entries);
        sourcePorts = new PortClasses(entries.stream().map(e -> e.sourcePorts).toList());
        destinationPorts = new PortClasses(entries.stream().map(e -> e.destinationPorts).toList());
        List<EntryGroup> made = new ArrayList<>();
        for (int kind = 0; kind < 4; kind++) {
            int wanted = kind;
            int[] indexes = IntStream.range(0, entries.size()).filter(i -> kind(entries.get(i)) == wanted).toArray();
            if (indexes.length > 0) {
                made.add(new EntryGroup(entries, indexes, sources, destinations, headers, sourcePorts, destinationPorts));
            }
        }
        made.sort(Comparator.comparingInt(EntryGroup::firstIndex));
        groups = made.toArray(EntryGroup[]::new);
    }


    private static int kind(Entry entry) {
        return (entry.source == null ? 1 : 0) + (entry.destination == null ? 2 : 0);
    }

    @Override
    public int match(PacketView packet) {
        int source = sources.of(packet.sourceHigh(), packet.sourceLow());
        int destination = destinations.of(packet.destinationHigh(), packet.destinationLow());
        int header = headers.of(packet);
        boolean later = packet.isLaterFragment();
        int sourcePort = later ? PortClasses.LATER : sourcePorts.of(packet.sourcePort());
        int destinationPort = later ? PortClasses.LATER : destinationPorts.of(packet.destinationPort());
        int best = Integer.MAX_VALUE;
        for (EntryGroup group : groups) {
            if (group.firstIndex() >= best) {
                break;
            }
            best = group.match(packet, source, destination, header, sourcePort, destinationPort, best);
        }
        return best == Integer.MAX_VALUE ? -1 : best;
    }

    @Override
    public long sizeBytes() {
        long size = sources.sizeBytes() + destinations.sizeBytes() + headers.sizeBytes() + sourcePorts.sizeBytes()
                + destinationPorts.sizeBytes();
        for (EntryGroup group : groups) {
            size += group.sizeBytes();
        }
        return size;
    }
}
