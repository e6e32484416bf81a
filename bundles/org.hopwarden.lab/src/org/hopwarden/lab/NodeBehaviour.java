package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * How a node differs from one that does everything by the book.
 *
 * @param icmpLimit how many ICMP messages it sends at the most
 * @param tooBig what it tells the sender of a packet that is too big
 * @param balancing how it chooses among paths of equal cost
 * @param decrementsTtl whether it decrements the TTL of what it forwards; one that does not is on no trace
 * @param quoteBytes how many bytes behind the IP header it quotes in ICMP errors, at least 8; as many as the RFCs allow where the
 *            packet or they have fewer
 * @param labelStack whether it tells in ICMP errors the MPLS label stack with which a packet came (RFC 4950)
 * @param interfaceInfo what it tells in ICMP errors of the interface by which a packet came (RFC 5837); empty for nothing
 * @param echoesTcp whether TCP services send back what they get; else they only acknowledge it
 * @param dns whether UDP port 53 answers queries about the names of the topology
 */
public record NodeBehaviour(IcmpLimit icmpLimit, TooBigReports tooBig, Balancing balancing, boolean decrementsTtl,
        int quoteBytes, boolean labelStack, Set<InterfaceDetail> interfaceInfo, boolean echoesTcp, boolean dns) {

    /** Quotes as much as the RFCs allow. */
    public static final int QUOTE_ALL = 0xffff;

    /** What can be told of an interface. */
    public enum InterfaceDetail {
        /** Counted from 1 in the order of the links in the file. */
        INDEX,
        ADDRESS,
        /** The name of the link. */
        NAME, MTU
    }

    public NodeBehaviour {
        requireNonNull(icmpLimit, "icmpLimit");
        requireNonNull(tooBig, "tooBig");
        requireNonNull(balancing, "balancing");
        interfaceInfo = Set.copyOf(interfaceInfo);
        if (quoteBytes < 8) {
            throw new IllegalArgumentException("a quote has at least 8 bytes behind the IP header, not " + quoteBytes);
        }
    }
}
