package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

/**
 * How a node differs from one that does everything by the book.
 *
 * @param icmpLimit how many ICMP messages it sends at the most
 */
public record NodeBehaviour(IcmpLimit icmpLimit) {

    public NodeBehaviour {
        requireNonNull(icmpLimit, "icmpLimit");
    }
}
