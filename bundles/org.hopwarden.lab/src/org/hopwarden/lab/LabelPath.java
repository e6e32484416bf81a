package org.hopwarden.lab;

import java.util.List;

/**
 * An MPLS label switched path. Packets enter it at its first node where every node of the path is on a shortest way to their
 * destination.
 *
 * @param nodes the names of the routers from ingress to egress, at least three
 * @param labels the label stack on each link that packets cross with one, the outermost label first
 * @param uniform whether the routers on the path count as hops (RFC 3443, uniform model); else they are hidden (pipe model)
 * @param popsEarly whether the last router but one takes the labels away; else the last one does
 */
public record LabelPath(List<String> nodes, List<List<Integer>> labels, boolean uniform, boolean popsEarly) {

    public LabelPath {
        nodes = List.copyOf(nodes);
        labels = labels.stream().map(List::copyOf).toList();
        if (nodes.size() < 3 || labels.size() != nodes.size() - (popsEarly ? 2 : 1)) {
            throw new IllegalArgumentException(nodes.size() + " routers and " + labels.size() + " label stacks");
        }
    }
}
