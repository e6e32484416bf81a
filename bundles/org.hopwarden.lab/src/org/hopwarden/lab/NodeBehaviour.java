package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

/**
 * How a node differs from one that does everything by the book.
 *
 * @param icmpLimit how many ICMP messages it sends at the most
 * @param tooBig what it tells the sender of a packet that is too big
 */
public record NodeBehaviour(IcmpLimit icmpLimit, TooBigReports tooBig) {

    public NodeBehaviour {
        requireNonNull(icmpLimit, "icmpLimit");
        requireNonNull(tooBig, "tooBig");
    }
}
