package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a router changes in the headers of packets that it forwards. Checksums stay true.
 *
 * @param node the name of the router
 * @param link by which the packets leave; empty for any
 * @param matches which packets; empty for all
 * @param ttl the TTL that they leave with, 1 to 255; -1 where it is not changed
 * @param dscp 0 to 63; -1 where it is not changed
 * @param ecn 0 to 3; -1 where it is not changed
 * @param clearsDontFragment whether the don't-fragment bit of IPv4 is cleared
 * @param mss the greatest maximum segment size that a SYN may still offer; 0 where it is not changed
 * @param strippedTcpOptions kinds of TCP options that are overwritten with no-operation
 */
public record Rewrite(String node, Optional<String> link, List<PacketMatch> matches, int ttl, int dscp, int ecn,
        boolean clearsDontFragment, int mss, Set<Integer> strippedTcpOptions) {

    public Rewrite {
        requireNonNull(node, "node");
        requireNonNull(link, "link");
        matches = List.copyOf(matches);
        strippedTcpOptions = Set.copyOf(strippedTcpOptions);
    }
}
