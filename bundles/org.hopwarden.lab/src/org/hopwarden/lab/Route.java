package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.hopwarden.net.IpPrefix;

/**
 * A route that a node has by hand. It wins over a route by the links' costs whose prefix is not longer.
 *
 * @param node who has it
 * @param to what it leads to
 * @param via the names of links by which packets leave and of the nodes at their other end; several share the packets by the links'
 *            weights. Empty where packets are dropped
 * @param reports whether the sender of a dropped packet is told that there is no route
 */
public record Route(String node, IpPrefix to, List<Via> via, boolean reports) {

    /**
     * One way on.
     *
     * @param link by which the packet leaves
     * @param node at which it arrives
     */
    public record Via(String link, String node) {
    }

    public Route {
        requireNonNull(node, "node");
        requireNonNull(to, "to");
        via = List.copyOf(via);
    }
}
