package org.hopwarden.interchange.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;

/** Sets of addresses of one IP version as intervals of numbers, and as the fewest prefixes. */
final class IosPrefixes {

    private static final BigInteger MASK = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final boolean v4;
    private final int bits;

    /**
     * Addresses from a first to a last.
     *
     * @param last not below the first
     */
    record Interval(BigInteger first, BigInteger last) {
    }

    IosPrefixes(boolean v4) {
        this.v4 = v4;
        bits = v4 ? 32 : 128;
    }

    Interval interval(IpAddress first, IpAddress last) {
        return new Interval(number(first), number(last));
    }

    Interval interval(IpPrefix prefix) {
        BigInteger first = number(prefix.address());
        return new Interval(first, first.add(BigInteger.ONE.shiftLeft(bits - prefix.length())).subtract(BigInteger.ONE));
    }

    /** The addresses in none of the intervals. */
    List<Interval> complement(List<Interval> intervals) {
        List<Interval> gaps = new ArrayList<>();
        BigInteger next = BigInteger.ZERO;
        for (Interval one : intervals.stream().sorted(Comparator.comparing(Interval::first)).toList()) {
            if (one.first().compareTo(next) > 0) {
                gaps.add(new Interval(next, one.first().subtract(BigInteger.ONE)));
            }
            next = next.max(one.last().add(BigInteger.ONE));
        }
        BigInteger end = BigInteger.ONE.shiftLeft(bits);
        if (next.compareTo(end) < 0) {
            gaps.add(new Interval(next, end.subtract(BigInteger.ONE)));
        }
        return gaps;
    }

    /** The fewest prefixes that make up an interval. */
    List<IpPrefix> prefixes(Interval interval) {
        List<IpPrefix> prefixes = new ArrayList<>();
        BigInteger at = interval.first();
        while (at.compareTo(interval.last()) <= 0) {
            int free = at.signum() == 0 ? bits : Math.min(bits, at.getLowestSetBit());
            while (at.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE).compareTo(interval.last()) > 0) {
                free--;
            }
            prefixes.add(new IpPrefix(address(at), bits - free));
            at = at.add(BigInteger.ONE.shiftLeft(free));
        }
        return prefixes;
    }

    private static BigInteger number(IpAddress address) {
        return new BigInteger(1, address.toBytes());
    }

    private IpAddress address(BigInteger number) {
        return v4 ? IpAddress.v4(number.intValue()) : IpAddress.v6(number.shiftRight(64).longValue(), number.and(MASK).longValue());
    }
}
