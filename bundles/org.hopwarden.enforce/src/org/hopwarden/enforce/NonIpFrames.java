package org.hopwarden.enforce;

import org.hopwarden.packetio.FrameContent;

/**
 * Which frames without an IP packet cross a bridge: no rule speaks of them. An IP packet is decided by the rules whatever VLAN tags, LLC and SNAP
 * headers or PPPoE session it stands in; in other wrappings, such as MPLS, it is not seen, and is one of the others.
 *
 * @param arp whether the questions and answers of address resolution for IPv4 pass; neighbour discovery of IPv6 is ICMPv6, and decided by rules
 * @param spanningTree whether bridges on both sides hear each other, and so notice a loop
 * @param others whether everything else passes
 */
public record NonIpFrames(boolean arp, boolean spanningTree, boolean others) {

    /** What hosts and bridges need, and nothing that could carry packets past the rules. */
    public static final NonIpFrames USUAL = new NonIpFrames(true, true, false);

    /** @param content not {@code IP} */
    public boolean pass(FrameContent content) {
        return switch (content) {
            case ARP -> arp;
            case SPANNING_TREE -> spanningTree;
            case OTHER -> others;
            case IP -> throw new IllegalArgumentException("rules decide IP");
        };
    }
}
