package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpVersion;

/**
 * Packets of one IP version as a box: ranges of source, destination, protocol, and of two fields of layer 4. Addresses are
 * ranks, see {@link NftRanks}.
 *
 * @param kind which fields of layer 4 the packets must have; the others are full ranges
 * @param guard conditions that no range says, as nftables writes them, which must hold as well; empty for none
 * @param bounds lowest and highest, both included, in the order of {@link #SOURCE} and so on
 */
record NftBox(IpVersion version, Kind kind, String guard, int[] bounds) {

    static final int SOURCE = 0;
    static final int DESTINATION = 2;
    static final int PROTOCOL = 4;
    /** Source port or ICMP type. */
    static final int FIRST = 6;
    /** Destination port or ICMP code. */
    static final int SECOND = 8;

    /**
     * Which fields a packet must have to lie in a box, those that ask for most first. A packet that has a destination port has a
     * source port.
     */
    enum Kind {
        PORTS, ICMP_CODE, SOURCE_PORT, ICMP_TYPE, PROTOCOL, NONE;

        boolean isIcmp() {
            return this == ICMP_TYPE || this == ICMP_CODE;
        }

        boolean hasProtocol() {
            return this != NONE && !isIcmp();
        }

        /** Whether every packet that has the fields of another kind has those of this one. */
        private boolean isWithin(Kind other) {
            return this == other || this == NONE || this == PROTOCOL && other != NONE || this == SOURCE_PORT && other == PORTS
                    || this == ICMP_TYPE && other == ICMP_CODE;
        }
    }

    boolean overlaps(NftBox other) {
        if (version != other.version) {
            return false;
        }
        int[] a = bounds;
        int[] b = other.bounds;
        for (int i = 0; i < a.length; i += 2) {
            if (a[i] > b[i + 1] || b[i] > a[i + 1]) {
                return false;
            }
        }
        return true;
    }

    /** Whether every packet of the other lies in this box where its numbers lie in the ranges. */
    boolean tellsByRanges(NftBox other) {
        return version == other.version && kind.isWithin(other.kind) && (guard.isEmpty() || guard.equals(other.guard));
    }

    /** Whether all packets of the other lie in this one. */
    boolean covers(NftBox other) {
        if (!tellsByRanges(other)) {
            return false;
        }
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] > other.bounds[i] || bounds[i + 1] < other.bounds[i + 1]) {
                return false;
            }
        }
        return true;
    }

    /** What of this box lies outside another that it overlaps and that tells its packets by ranges, as disjoint boxes. */
    List<NftBox> minus(NftBox other) {
        List<NftBox> pieces = new ArrayList<>();
        int[] rest = bounds.clone();
        for (int i = 0; i < rest.length; i += 2) {
            if (rest[i] < other.bounds[i]) {
                int[] below = rest.clone();
                below[i + 1] = other.bounds[i] - 1;
                pieces.add(new NftBox(version, kind, guard, below));
                rest[i] = other.bounds[i];
            }
            if (rest[i + 1] > other.bounds[i + 1]) {
                int[] above = rest.clone();
                above[i] = other.bounds[i + 1] + 1;
                pieces.add(new NftBox(version, kind, guard, above));
                rest[i + 1] = other.bounds[i + 1];
            }
        }
        return pieces;
    }
}
