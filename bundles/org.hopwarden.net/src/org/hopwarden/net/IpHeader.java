package org.hopwarden.net;

import static java.util.Objects.requireNonNull;

/**
 * What the sender of a packet chooses of its IP header; {@link PacketBuilder} fills in the rest.
 *
 * @param source of the same version as the destination
 * @param ttl time to live or hop limit, 0 to 255
 * @param trafficClass DSCP and ECN in one byte, 0 to 255
 * @param identification of IPv4, 0 to 65535; IPv6 has none outside fragments
 * @param dontFragment the IPv4 bit
 * @param flowLabel of IPv6, 0 to 0xfffff
 */
public record IpHeader(IpAddress source, IpAddress destination, int ttl, int trafficClass, int identification,
        boolean dontFragment, int flowLabel) {

    public IpHeader {
        requireNonNull(source, "source");
        requireNonNull(destination, "destination");
        if (source.version() != destination.version()) {
            throw new IllegalArgumentException(source + " and " + destination + " are of different IP versions");
        }
        if (ttl < 0 || ttl > 255) {
            throw new IllegalArgumentException("a TTL lies in 0..255, not " + ttl);
        }
    }

    /** A header without DSCP, fragmentation or flow label. */
    public static IpHeader of(IpAddress source, IpAddress destination, int ttl) {
        return new IpHeader(source, destination, ttl, 0, 0, false, 0);
    }

    public IpHeader withIdentification(int newIdentification) {
        return new IpHeader(source, destination, ttl, trafficClass, newIdentification, dontFragment, flowLabel);
    }

    public IpHeader withDontFragment() {
        return new IpHeader(source, destination, ttl, trafficClass, identification, true, flowLabel);
    }

    public IpHeader withTrafficClass(int newTrafficClass) {
        return new IpHeader(source, destination, ttl, newTrafficClass, identification, dontFragment, flowLabel);
    }

    public IpHeader withFlowLabel(int newFlowLabel) {
        return new IpHeader(source, destination, ttl, trafficClass, identification, dontFragment, newFlowLabel);
    }

    public IpVersion version() {
        return source.version();
    }
}
