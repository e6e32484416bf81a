package org.hopwarden.packetio;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import org.hopwarden.net.IpAddress;

/**
 * Which of a host's packets a port reports: all ICMP of the target's IP version, for the errors of routers come from anywhere,
 * and of TCP and UDP only what goes to or comes from the target.
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
