package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

import org.hopwarden.net.IpAddress;

/**
 * What a trace may choose of its probes besides the method. The defaults suit every method.
 *
 * @param source the address to send from; empty: as the routing table says
 * @param sourcePort the port to send from, 1 to 65535; 0: a free one. Of a method inside a connection it is that one's port here
 * @param firstTtl the least TTL to probe, 1 to 255
 * @param sizeBytes the length of a probe from its IP header on; 0: as the method likes it best
 * @param trafficClass DSCP and ECN in one byte, 0 to 255
 * @param dontFragment the bit of IPv4; routers never fragment IPv6
 * @param patience how long a method that must hear something before it can send may wait for it, up to an hour
 */
public record ProbeOptions(Optional<IpAddress> source, int sourcePort, int firstTtl, int sizeBytes, int trafficClass,
        boolean dontFragment, Duration patience) {

    /** An IPv4 header and the least that any method puts behind it. */
    public static final int LEAST_SIZE_BYTES = 28;

    public static final ProbeOptions DEFAULT = new ProbeOptions(Optional.empty(), 0, 1, 0, 0, false,
            Duration.ofSeconds(60));

    public ProbeOptions {
        requireNonNull(source, "source");
        require(patience.isPositive() && patience.compareTo(Duration.ofHours(1)) <= 0,
                "the patience lies between 0 and 3600 s, not " + patience);
        require(sourcePort >= 0 && sourcePort <= 65535, "a source port lies in 1..65535, not " + sourcePort);
        require(firstTtl >= 1 && firstTtl <= 255, "the first TTL lies in 1..255, not " + firstTtl);
        require(sizeBytes == 0 || sizeBytes >= LEAST_SIZE_BYTES && sizeBytes <= 65535,
                "the size of a probe lies in " + LEAST_SIZE_BYTES + "..65535 bytes, not " + sizeBytes);
        require(trafficClass >= 0 && trafficClass <= 255, "a traffic class lies in 0..255, not " + trafficClass);
    }

    public ProbeOptions withSource(IpAddress newSource) {
        return new ProbeOptions(Optional.of(newSource), sourcePort, firstTtl, sizeBytes, trafficClass, dontFragment, patience);
    }

    public ProbeOptions withSourcePort(int newSourcePort) {
        return new ProbeOptions(source, newSourcePort, firstTtl, sizeBytes, trafficClass, dontFragment, patience);
    }

    public ProbeOptions withFirstTtl(int newFirstTtl) {
        return new ProbeOptions(source, sourcePort, newFirstTtl, sizeBytes, trafficClass, dontFragment, patience);
    }

    public ProbeOptions withSizeBytes(int newSizeBytes) {
        return new ProbeOptions(source, sourcePort, firstTtl, newSizeBytes, trafficClass, dontFragment, patience);
    }

    public ProbeOptions withTrafficClass(int newTrafficClass) {
        return new ProbeOptions(source, sourcePort, firstTtl, sizeBytes, newTrafficClass, dontFragment, patience);
    }

    public ProbeOptions withDontFragment(boolean newDontFragment) {
        return new ProbeOptions(source, sourcePort, firstTtl, sizeBytes, trafficClass, newDontFragment, patience);
    }

    public ProbeOptions withPatience(Duration newPatience) {
        return new ProbeOptions(source, sourcePort, firstTtl, sizeBytes, trafficClass, dontFragment, newPatience);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
