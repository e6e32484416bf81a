package org.hopwarden.lab;

import org.hopwarden.net.PacketView;

/**
 * Decides about the packets at one place of a node. A place is a node's own in, out or forward hook, or one of its
 * interfaces; see {@link SimulatedNetwork#setFilter}. A filter is asked by one thread at a time.
 */
@FunctionalInterface
public interface PacketFilter {

    /** Lets everything pass. */
    PacketFilter ALLOW_ALL = (packet, direction, inLink, outLink) -> Decision.ALLOW;

    /**
     * Decides about one packet. A forwarded packet still has the TTL with which it arrived.
     *
     * @param packet valid only during the call
     * @param inLink the name of the link by which it came; empty where this node made it
     * @param outLink the name of the link by which it would leave; empty where it stays or that is not yet known
     */
    Decision decide(PacketView packet, Direction direction, String inLink, String outLink);

    /**
     * Which packets a place sees. At a node: {@code IN} those addressed to it, {@code OUT} those it made, {@code FORWARD}
     * those that pass through, as with a host's firewall. At an interface: {@code IN} all that enter by it, {@code OUT} all
     * that leave by it, as with an access list on a router's interface.
     */
    enum Direction {
        IN, OUT, FORWARD
    }

    /** What becomes of a packet. */
    enum Decision {
        ALLOW,
        /** It vanishes. */
        DROP,
        /** It vanishes, and its sender is told that this is administratively prohibited (RFC 1812 section 5.2.7.1). */
        REJECT
    }
}
