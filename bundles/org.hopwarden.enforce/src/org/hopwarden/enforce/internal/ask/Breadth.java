package org.hopwarden.enforce.internal.ask;

/** How much more than a packet an answer speaks of, the narrowest first. */
public enum Breadth {
    /** The two ends, and of the ports the service's. */
    EXACT,
    /** As exact, but the ports that UNIX traceroute counts through. */
    TRACEROUTE_PORTS,
    /** Any port, or ICMP message, between the two ends. */
    ANY_PORT,
    /** The same port, or ICMP message, of any far end. */
    ANY_HOST,
    /** Everything of the protocol, of any far end. */
    ANY
}
