package org.hopwarden.engine.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressTerms;
import org.hopwarden.rulemodel.AddressWildcard;

/**
 * A set of addresses of one IP version: sorted, disjoint intervals, and wildcards whose mask has so many gaps that writing
 * them as intervals would not pay. Addresses are pairs of 64-bit halves as in {@link IpAddress}.
 */
final class AddressSet {

    /** A wildcard with more free bits above its contiguous tail than this stays a wildcard. */
    private static final int MOST_EXPANDED_BITS = 4;

    final long[] firstHigh;
    final long[] firstLow;
    final long[] lastHigh;
    final long[] lastLow;
    private final Masked[] masked;
    private final Interval[] cover;

    /** Inclusive. */
    record Interval(long firstHigh, long firstLow, long lastHigh, long lastLow) {

        int compareFirst(Interval other) {
            return compare(firstHigh, firstLow, other.firstHigh, other.firstLow);
        }
    }

    /** All addresses that have the value in the bits that the wildcard leaves. */
    private record Masked(long valueHigh, long valueLow, long wildcardHigh, long wildcardLow) {
    }

    private AddressSet(List<Interval> exact, List<Masked> masked) {
        List<Interval> intervals = merged(exact);
        int n = intervals.size();
        firstHigh = new long[n];
        firstLow = new long[n];
        lastHigh = new long[n];
        lastLow = new long[n];
        for (int i = 0; i < n; i++) {
            Interval interval = intervals.get(i);
            firstHigh[i] = interval.firstHigh;
            firstLow[i] = interval.firstLow;
            lastHigh[i] = interval.lastHigh;
            lastLow[i] = interval.lastLow;
        }
        this.masked = masked.toArray(Masked[]::new);
        List<Interval> all = new ArrayList<>(intervals);
        for (Masked m : masked) {
            all.add(hull(m));
        }
        cover = merged(all).toArray(Interval[]::new);
    }

    /** The addresses of this version in the terms; null where there is no term, which means any. */
    static AddressSet of(List<AddressTerm> terms, IpVersion version) {
        if (terms.isEmpty()) {
            return null;
        }
        List<Interval> intervals = new ArrayList<>();
        List<Masked> masked = new ArrayList<>();
        AddressTerms.forEach(terms, term -> {
            switch (term) {
                case AddressPrefix p -> addPrefix(p.getPrefix().address(), p.getPrefix().length(), version, intervals);
                case AddressRange r -> {
                    if (r.getFirst().version() == version) {
                        intervals.add(new Interval(r.getFirst().high(), r.getFirst().low(), r.getLast().high(),
                                r.getLast().low()));
                    }
                }
                case AddressWildcard w -> {
                    if (w.getAddress().version() == version) {
                        addWildcard(w.getAddress(), w.getWildcard(), intervals, masked);
                    }
                }
                case AddressName n -> n.getAddresses().forEach(address -> addPrefix(address,
                        address.version().addressBits(), version, intervals));
                default -> throw new IllegalStateException("unknown address term " + term);
            }
        });
        return new AddressSet(intervals, masked);
    }

    private static void addPrefix(IpAddress address, int length, IpVersion version, List<Interval> intervals) {
        if (address.version() == version) {
            int free = version.addressBits() - length;
            long freeLow = free >= 64 ? -1 : (1L << free) - 1;
            long freeHigh = free <= 64 ? 0 : free == 128 ? -1 : (1L << (free - 64)) - 1;
            intervals.add(new Interval(address.high(), address.low(), address.high() | freeHigh,
                    address.low() | freeLow));
        }
    }

    private static void addWildcard(IpAddress address, IpAddress wildcard, List<Interval> intervals, List<Masked> masked) {
        long tailLow = tail(wildcard.low());
        long tailHigh = tailLow == -1 ? tail(wildcard.high()) : 0;
        long gapsLow = wildcard.low() & ~tailLow;
        long gapsHigh = wildcard.high() & ~tailHigh;
        int gaps = Long.bitCount(gapsLow) + Long.bitCount(gapsHigh);
        if (gaps > MOST_EXPANDED_BITS) {
            masked.add(new Masked(address.high(), address.low(), wildcard.high(), wildcard.low()));
            return;
        }
        // each subset of the gap bits, by the usual (x - mask) & mask step through both halves
        long low = 0;
        long high = 0;
        do {
            long firstHigh = address.high() | high;
            long firstLow = address.low() | low;
            intervals.add(new Interval(firstHigh, firstLow, firstHigh | tailHigh, firstLow | tailLow));
            low = low - gapsLow & gapsLow;
            if (low == 0) {
                high = high - gapsHigh & gapsHigh;
            }
        } while (low != 0 || high != 0);
    }

    /** The contiguous set bits at the lower end. */
    private static long tail(long bits) {
        return bits & ~(bits + 1);
    }

    /** The least interval of a power of two that holds them all. */
    private static Interval hull(Masked masked) {
        long freeHigh = fill(masked.wildcardHigh);
        long freeLow = freeHigh != 0 ? -1 : fill(masked.wildcardLow);
        return new Interval(masked.valueHigh & ~freeHigh, masked.valueLow & ~freeLow, masked.valueHigh | freeHigh,
                masked.valueLow | freeLow);
    }

    /** All bits from the highest set one down. */
    private static long fill(long bits) {
        return bits == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(bits);
    }

    private static List<Interval> merged(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(Interval::compareFirst);
        List<Interval> result = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = result.isEmpty() ? null : result.getLast();
            if (last != null && touches(last, next)) {
                if (compare(next.lastHigh, next.lastLow, last.lastHigh, last.lastLow) > 0) {
                    result.set(result.size() - 1, new Interval(last.firstHigh, last.firstLow, next.lastHigh, next.lastLow));
                }
            } else {
                result.add(next);
            }
        }
        return result;
    }

    /** Whether the next interval, which does not start before the last one, overlaps it or follows without a gap. */
    private static boolean touches(Interval last, Interval next) {
        if (compare(next.firstHigh, next.firstLow, last.lastHigh, last.lastLow) <= 0) {
            return true;
        }
        long followLow = last.lastLow + 1;
        long followHigh = followLow == 0 ? last.lastHigh + 1 : last.lastHigh;
        return next.firstHigh == followHigh && next.firstLow == followLow;
    }

    /** Unsigned 128-bit comparison. */
    static int compare(long high, long low, long otherHigh, long otherLow) {
        int byHigh = Long.compareUnsigned(high, otherHigh);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
    }

    /** Sorted, disjoint intervals that hold at least every address of this set, and no other where {@link #isExact}. */
    Interval[] cover() {
        return cover;
    }

    /** Whether {@link #cover} is this set. */
    boolean isExact() {
        return masked.length == 0;
    }

    boolean isEmpty() {
        return cover.length == 0;
    }

    boolean contains(long high, long low) {
        for (int i = 0; i < firstLow.length; i++) {
            if (compare(high, low, firstHigh[i], firstLow[i]) >= 0 && compare(high, low, lastHigh[i], lastLow[i]) <= 0) {
                return true;
            }
        }
        return isMasked(high, low);
    }

    /** As {@link #contains} for an IPv4 address, zero-extended. */
    boolean containsV4(long address) {
        for (int i = 0; i < firstLow.length; i++) {
            if (address >= firstLow[i] && address <= lastLow[i]) {
                return true;
            }
        }
        return isMasked(0, address);
    }

    private boolean isMasked(long high, long low) {
        for (Masked m : masked) {
            if ((high & ~m.wildcardHigh) == m.valueHigh && (low & ~m.wildcardLow) == m.valueLow) {
                return true;
            }
        }
        return false;
    }
}
