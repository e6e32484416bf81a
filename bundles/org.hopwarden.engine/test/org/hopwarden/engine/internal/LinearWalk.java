package org.hopwarden.engine.internal;

import java.util.List;

import org.hopwarden.net.PacketView;

/**
 * A linear scan for many packets at a time: entry after entry, each tried on all packets that no earlier one has matched, so that it comes
 * from memory once for all of them. What decides is {@link LinearMatcher}; before it is asked about a packet, 32 bits of each of its
 * addresses are held against the entry's, which refuses nearly all packets, and many at a time. No index, and no entry left out.
 */
public final class LinearWalk {

    /** So many packets are looked at together. */
    private static final int CHUNK = 256;
    private static final long LOW_32 = 0xffff_ffffL;

    private final LinearMatcher matcher;
    private final boolean v6;
    /** For each entry, which bits of a packet's key it asks for, and their values. */
    private final long[] masks;
    private final long[] values;

    /** The packets that no entry has matched so far stand in front. */
    private static final class Left {

        private final long[] keys;
        /** Where they stand among all. */
        private final int[] places;
        private int count;

        Left(int most) {
            keys = new long[most];
            places = new int[most];
        }

        void add(long key, int place) {
            keys[count] = key;
            places[count++] = place;
        }

        /** The last takes its place. */
        void remove(int at) {
            count--;
            keys[at] = keys[count];
            places[at] = places[count];
        }
    }

    /** @param entries all for packets of the same version */
    public LinearWalk(List<Entry> entries, boolean v6) {
        this.v6 = v6;
        matcher = new LinearMatcher(entries);
        masks = new long[entries.size()];
        values = new long[entries.size()];
        for (int i = 0; i < masks.length; i++) {
            Entry entry = entries.get(i);
            masks[i] = mask(entry.source) << 32 | mask(entry.destination);
            values[i] = (first(entry.source) << 32 | first(entry.destination)) & masks[i];
        }
    }

    /** The bits, of the 32 that are looked at, in which all addresses of a set are alike. */
    private long mask(AddressSet set) {
        if (set == null) {
            return 0;
        }
        AddressSet.Interval first = set.cover()[0];
        AddressSet.Interval last = set.cover()[set.cover().length - 1];
        long unlike = v6 ? first.firstHigh() ^ last.lastHigh() : first.firstLow() ^ last.lastLow();
        int alike = unlike >>> 32 != 0 ? 0 : Integer.numberOfLeadingZeros((int) unlike);
        return -1L << 32 - alike & LOW_32;
    }

    private long first(AddressSet set) {
        return set == null ? 0 : bits(set.cover()[0].firstHigh(), set.cover()[0].firstLow());
    }

    /** The 32 bits of an address that are looked at: all of IPv4, the second quarter of IPv6, in which the networks of a site differ. */
    private long bits(long high, long low) {
        return (v6 ? high : low) & LOW_32;
    }

    private long key(PacketView packet) {
        return bits(packet.sourceHigh(), packet.sourceLow()) << 32 | bits(packet.destinationHigh(), packet.destinationLow());
    }

    /**
     * Finds the first entry for each packet of the version.
     *
     * @param found set to the entry's index for each of these packets, -1 where none matches; left as it is for the others
     */
    public void match(PacketView[] packets, int[] found) {
        Left left = new Left(packets.length);
        for (int i = 0; i < packets.length; i++) {
            if (packets[i].isValid() && packets[i].isV6() == v6) {
                left.add(key(packets[i]), i);
                found[i] = -1;
            }
        }
        for (int entry = 0; entry < masks.length && left.count > 0; entry++) {
            tryEntry(entry, packets, found, left);
        }
    }

    /** From the end, so that what takes the place of a packet that goes has been tried. */
    private void tryEntry(int entry, PacketView[] packets, int[] found, Left left) {
        long mask = masks[entry];
        long value = values[entry];
        int end = left.count;
        while (end > 0) {
            int start = (end - 1) / CHUNK * CHUNK;
            if (isAnyAlike(left.keys, start, end, mask, value)) {
                for (int i = end - 1; i >= start; i--) {
                    int place = left.places[i];
                    if ((left.keys[i] & mask) == value && matcher.match(packets[place], null, entry, entry + 1) >= 0) {
                        found[place] = entry;
                        left.remove(i);
                    }
                }
            }
            end = start;
        }
    }

    /** Without branches, as the compiler makes vector code of it: a number or its negative has the uppermost bit, unless it is 0. */
    private static boolean isAnyAlike(long[] keys, int start, int end, long mask, long value) {
        long allUnlike = -1;
        for (int i = start; i < end; i++) {
            long unlike = keys[i] & mask ^ value;
            allUnlike &= unlike | -unlike;
        }
        return allUnlike >= 0;
    }

    /** What the linear matcher itself finds for one packet of the version. */
    public int matchAlone(PacketView packet) {
        return matcher.match(packet);
    }
}
