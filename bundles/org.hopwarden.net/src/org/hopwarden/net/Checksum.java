package org.hopwarden.net;

import java.lang.foreign.MemorySegment;

/** The Internet checksum: the ones' complement of the ones' complement sum of 16-bit words (RFC 1071). */
public final class Checksum {

    private Checksum() {
    }

    /**
     * Adds a range to a running sum. A last odd byte counts as the upper half of a word, so only the last range of a
     * checksum may be of odd length.
     *
     * @param sum the sum so far, 0 to begin with
     * @return the new sum, not folded
     */
    public static long add(long sum, MemorySegment segment, long offset, long length) {
        long end = offset + length;
        long at = offset;
        for (; at + 4 <= end; at += 4) {
            sum += segment.get(Headers.INT, at) & 0xffff_ffffL;
        }
        if (at + 2 <= end) {
            sum += (long) (segment.get(Headers.SHORT, at) & 0xffff) << 16;
            at += 2;
            if (at < end) {
                sum += (segment.get(Headers.BYTE, at) & 0xffL) << 8;
            }
        } else if (at < end) {
            sum += (segment.get(Headers.BYTE, at) & 0xffL) << 24;
        }
        // Keeps the sum small enough that any number of ranges can follow.
        return (sum & 0xffff_ffffL) + (sum >>> 32);
    }

    /** Adds one 16-bit word, as if it stood at an even place. */
    public static long addWord(long sum, int word) {
        return sum + (word & 0xffff);
    }

    /** Adds an address in its network form. */
    public static long addAddress(long sum, IpAddress address) {
        return sum + (address.high() >>> 32) + (address.high() & 0xffff_ffffL)
                + (address.low() >>> 32) + (address.low() & 0xffff_ffffL);
    }

    /** Folds a sum into 16 bits: 0 to 0xffff. */
    public static int fold(long sum) {
        sum = (sum & 0xffff_ffffL) + (sum >>> 32);
        sum = (sum & 0xffff_ffffL) + (sum >>> 32);
        sum = (sum & 0xffff) + (sum >>> 16);
        sum = (sum & 0xffff) + (sum >>> 16);
        return (int) sum;
    }

    /** The value for the checksum field: the folded sum's complement, 0 to 0xffff. */
    public static int finish(long sum) {
        return ~fold(sum) & 0xffff;
    }

    /** The checksum of one range alone, as of an IPv4 header whose checksum field is 0. */
    public static int of(MemorySegment segment, long offset, long length) {
        return finish(add(0, segment, offset, length));
    }

    /**
     * The sum of the pseudo header that TCP, UDP and ICMPv6 put before their segment (RFC 9293 section 3.1, RFC 8200
     * section 8.1).
     *
     * @param lengthBytes the length of the segment with its header
     */
    public static long pseudoHeader(IpAddress source, IpAddress destination, int protocol, int lengthBytes) {
        return addAddress(addAddress(0, source), destination) + protocol + (lengthBytes >>> 16) + (lengthBytes & 0xffff);
    }

    /**
     * The checksum after a 16-bit word changed from {@code before} to {@code after} (RFC 1624, equation 3).
     */
    public static int update(int checksum, int before, int after) {
        return finish((~checksum & 0xffffL) + (~before & 0xffff) + (after & 0xffff));
    }
}
