package org.hopwarden.engine.internal;

import java.util.Arrays;
import java.util.List;

import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;

/**
 * A matcher with some of its entries taken out and some put between the others. Entries keep their indexes; those that were put
 * in are counted behind them, whatever their place.
 */
public final class OverlayMatcher implements Matcher {

    /** Null where all entries were put in. */
    private final Matcher base;
    private final int baseSize;
    /** A bit for each entry that was taken out; null for none. */
    private final long[] gone;
    private final LinearMatcher added;
    /** For each entry that was put in, the one before which it stands; ascending. */
    private final int[] before;

    /**
     * @param base null where it has no entries
     * @param gone a bit for each entry of the base that was taken out; null for none
     * @param before for each entry that was put in, the entry of the base before which it stands; ascending
     */
    public OverlayMatcher(Matcher base, int baseSize, long[] gone, List<Entry> added, int[] before) {
        this.base = base;
        this.baseSize = baseSize;
        this.gone = gone;
        this.added = new LinearMatcher(added);
        this.before = before;
    }

    @Override
    public int match(PacketView packet, PacketState state, int from) {
        return match(packet, state, from, firstBefore(from));
    }

    @Override
    public int matchBehind(PacketView packet, PacketState state, int entry) {
        int put = entry - baseSize;
        return put < 0 ? match(packet, state, entry + 1, firstBefore(entry + 1)) : match(packet, state, before[put], put + 1);
    }

    private int match(PacketView packet, PacketState state, int from, int addedFrom) {
        int found = base == null ? -1 : base.match(packet, state, from);
        while (found >= 0 && gone != null && (gone[found >>> 6] & 1L << found) != 0) {
            found = base.match(packet, state, found + 1);
        }
        int limit = found < 0 ? before.length : firstBefore(found + 1);
        int put = addedFrom >= limit ? -1 : added.match(packet, state, addedFrom, limit);
        return put < 0 ? found : baseSize + put;
    }

    /** The first that was put in and does not stand before an earlier entry than this. */
    private int firstBefore(int entry) {
        if (entry == 0 || before.length == 0) {
            return 0;
        }
        int low = 0;
        int high = before.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (before[middle] < entry) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Marks a range of entries as taken out, in a copy. */
    public static long[] with(long[] gone, int size, int first, int end) {
        if (first == end) {
            return gone;
        }
        long[] more = gone == null ? new long[size + 63 >>> 6] : Arrays.copyOf(gone, gone.length);
        for (int i = first; i < end; i++) {
            more[i >>> 6] |= 1L << i;
        }
        return more;
    }

    @Override
    public long sizeBytes() {
        return (base == null ? 0 : base.sizeBytes()) + (gone == null ? 0 : 8L * gone.length) + 4L * before.length;
    }
}
