package org.hopwarden.packetio;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import org.hopwarden.net.IpAddress;

/**
 * Which of a host's packets a port reports at least: TCP and UDP from and to the target; ICMP errors that came in and quote a packet to the target,
 * for those of routers come from anywhere; other ICMP from and to the target, and echo replies. Once local ports are reserved, a port
 * may leave out what does not concern them ({@link PacketPort#expectLocalPort}).
 *
 * @param target the address that probes are sent to
 * @param interfaceName the interface that packets must leave by; empty: as the routing table says. What comes in is reported
 *            from every interface, for replies need not come back the same way
 */
public record TraceFilter(IpAddress target, Optional<String> interfaceName) {

    public TraceFilter {
        requireNonNull(target, "target");
        requireNonNull(interfaceName, "interfaceName");
    }

    /** Packets leave as the routing table says. */
    public TraceFilter(IpAddress target) {
        this(target, Optional.empty());
    }
}
