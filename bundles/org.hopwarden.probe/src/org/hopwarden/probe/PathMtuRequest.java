package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;

/**
 * Which path's MTU to find and how.
 *
 * @param target as the user wrote it
 * @param address the target's address
 * @param method the id of a {@link ProbeMethod} whose probes may have any length, such as {@code icmp}
 * @param port the destination port, 1 to 65535; 0 where the method has its own default or none
 * @param maxTtl the greatest TTL to probe, 1 to 255
 * @param startBytes the longest packet to try, at most 65535: the MTU of this host's own interface
 * @param maxWait how long to wait for a reply at the most, when nothing better is known
 * @param source the address to send from, of the target's IP version; empty for the one that the port takes by itself
 */
public record PathMtuRequest(String target, IpAddress address, String method, int port, int maxTtl, int startBytes,
        Duration maxWait, Optional<IpAddress> source) {

    /** No link that carries IPv4 has less (RFC 791 section 3.2). */
    public static final int LEAST_V4 = 68;
    /** No link that carries IPv6 has less (RFC 8200 section 5). */
    public static final int LEAST_V6 = 1280;

    public static final Duration DEFAULT_MAX_WAIT = Duration.ofSeconds(1);

    public PathMtuRequest {
        requireNonNull(target, "target");
        requireNonNull(address, "address");
        requireNonNull(method, "method");
        require(port >= 0 && port <= 65535, "a port lies in 1..65535, not " + port);
        require(maxTtl >= 1 && maxTtl <= 255, "the greatest TTL lies in 1..255, not " + maxTtl);
        int least = least(address.version());
        require(startBytes >= least && startBytes <= 65535,
                "the longest packet has " + least + "..65535 bytes, not " + startBytes);
        require(maxWait.isPositive() && maxWait.compareTo(Duration.ofMinutes(1)) <= 0,
                "the wait lies between 0 and 60 s, not " + maxWait);
        source.ifPresent(from -> require(from.version() == address.version(),
                "the source " + from + " and the target " + address + " are of different IP versions"));
    }

    /** A request with the usual limits. */
    public static PathMtuRequest of(String target, IpAddress address, String method, int startBytes) {
        return new PathMtuRequest(target, address, method, 0, TraceRequest.DEFAULT_MAX_TTL, startBytes, DEFAULT_MAX_WAIT,
                Optional.empty());
    }

    /** The least MTU that a link may have, in bytes. */
    public static int least(IpVersion version) {
        return version == IpVersion.V4 ? LEAST_V4 : LEAST_V6;
    }

    /** The request for the method's session. */
    TraceRequest trace() {
        return new TraceRequest(target, address, method, port, maxTtl, 1, maxWait);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
