package org.hopwarden.packetio;

import static java.util.Objects.requireNonNull;

import org.hopwarden.net.IpAddress;

/**
 * Which of a host's packets a port reports: all ICMP of the target's IP version, for the errors of routers come from anywhere,
 * and of TCP and UDP only what goes to or comes from the target.
 *
 * @param target the address that probes are sent to
 */
public record TraceFilter(IpAddress target) {

    public TraceFilter {
        requireNonNull(target, "target");
    }
}
