package org.hopwarden.net;

/**
 * One entry of the label stack that a packet had when a router reported an error about it (RFC 4950, RFC 3032 section 2.1).
 *
 * @param label 0 to 1048575
 * @param trafficClass once called the experimental bits, 0 to 7
 * @param bottom whether it is the last entry of its stack
 * @param ttl 0 to 255
 */
public record MplsLabel(int label, int trafficClass, boolean bottom, int ttl) {

    /** The entry that 32 bits of a label stack hold. */
    static MplsLabel of(long word) {
        return new MplsLabel((int) (word >>> 12) & 0xfffff, (int) (word >>> 9) & 7, (word >>> 8 & 1) != 0, (int) word & 0xff);
    }

    /** The entry's 32 bits. */
    public int word() {
        return label << 12 | trafficClass << 9 | (bottom ? 1 << 8 : 0) | ttl;
    }

    /** As traceroute prints it: {@code L=16,E=0,S=1,T=1}. */
    @Override
    public String toString() {
        return "L=" + label + ",E=" + trafficClass + ",S=" + (bottom ? 1 : 0) + ",T=" + ttl;
    }
}
