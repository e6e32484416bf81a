package org.hopwarden.probe;

import java.util.List;

/**
 * The probe as the sender of an ICMP error saw it, held against the probe as it left.
 *
 * @param lengthBytes how much of it is quoted, from its IP header on, at least 28
 * @param ttl the TTL that it had left, 0 to 255; 1 in most Time Exceeded
 * @param trafficClass DSCP and ECN in one byte, 0 to 255
 * @param identification of IPv4, 0 to 65535; -1 for IPv6
 * @param checksum of the transport header, 0 to 65535; -1 where the quote does not reach so far
 * @param natId the checksum less the one that left, as 16-bit ones' complement; 0 where nothing that it covers was rewritten on
 *            the way, the same behind the same NAT whatever the probe's number is, and -1 where the checksum is not known
 * @param rewritten the fields that differ, but for those that every router changes
 */
public record Quoted(int lengthBytes, int ttl, int trafficClass, int identification, int checksum, int natId,
        List<Rewrite> rewritten) {

    public Quoted {
        rewritten = List.copyOf(rewritten);
    }

    /** The differentiated services code point, 0 to 63. */
    public int dscp() {
        return trafficClass >>> 2;
    }

    /** Explicit congestion notification, 0 to 3. */
    public int ecn() {
        return trafficClass & 3;
    }
}
