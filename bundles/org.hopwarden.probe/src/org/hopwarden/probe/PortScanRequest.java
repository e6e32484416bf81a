package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import org.hopwarden.net.IpAddress;

/**
 * Which TCP ports to probe and how.
 *
 * @param target as the user wrote it
 * @param address the target's address
 * @param ports 1 to 65535, none twice; at least one
 * @param packetsPerSecond how many probes are sent in a second at the most, 1 to 1,000,000
 * @param tracesFiltered whether to find out at which hop the probes to filtered ports end
 * @param maxTtl the greatest TTL for that, 1 to 255
 * @param source the address to send from, of the target's IP version; empty for the one that the port takes by itself
 */
public record PortScanRequest(String target, IpAddress address, List<Integer> ports, int packetsPerSecond,
        boolean tracesFiltered, int maxTtl, Optional<IpAddress> source) {

    public static final int DEFAULT_PACKETS_PER_SECOND = 1000;

    public PortScanRequest {
        requireNonNull(target, "target");
        requireNonNull(address, "address");
        ports = List.copyOf(ports);
        require(!ports.isEmpty(), "there is no port to scan");
        require(ports.stream().distinct().count() == ports.size(), "a port stands twice among those to scan");
        ports.forEach(port -> require(port >= 1 && port <= 65535, "a port lies in 1..65535, not " + port));
        require(packetsPerSecond >= 1 && packetsPerSecond <= 1_000_000,
                "the rate lies in 1..1000000 packets a second, not " + packetsPerSecond);
        require(maxTtl >= 1 && maxTtl <= 255, "the greatest TTL lies in 1..255, not " + maxTtl);
        source.ifPresent(from -> require(from.version() == address.version(),
                "the source " + from + " and the target " + address + " are of different IP versions"));
    }

    /** A request with the usual limits. */
    public static PortScanRequest of(String target, IpAddress address, List<Integer> ports) {
        return new PortScanRequest(target, address, ports, DEFAULT_PACKETS_PER_SECOND, false, TraceRequest.DEFAULT_MAX_TTL,
                Optional.empty());
    }

    public PortScanRequest withTraces() {
        return new PortScanRequest(target, address, ports, packetsPerSecond, true, maxTtl, source);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
