package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;

/**
 * A prefix that packets can be routed to: that of a link, or a node's own address. The ways to it are the shortest ones by
 * the links' costs (Dijkstra), found for all nodes at once when the first packet asks.
 */
final class Destination {

    static final NextHop[] NO_WAY = {};

    final IpPrefix prefix;
    /** The link with this prefix; null for a node's own address. */
    final SimLink link;
    /** The node with this address; null for a link's prefix. */
    final SimNode node;
    private final Graph graph;
    private NextHop[][] nextHops;

    Destination(Graph graph, IpPrefix prefix, SimLink link, SimNode node) {
        this.graph = graph;
        this.prefix = prefix;
        this.link = link;
        this.node = node;
    }

    /** The equally short ways from a node; empty where there is none, or where the node is already there. */
    NextHop[] nextHops(SimNode from) {
        if (nextHops == null) {
            nextHops = compute();
        }
        return nextHops[from.index];
    }

    private NextHop[][] compute() {
        IpVersion version = prefix.address().version();
        long[] distances = distances(version);
        NextHop[][] all = new NextHop[graph.nodes.size()][];
        for (SimNode from : graph.nodes) {
            all[from.index] = distances[from.index] == 0 ? NO_WAY : ways(from, distances, version);
        }
        return all;
    }

    private NextHop[] ways(SimNode from, long[] distances, IpVersion version) {
        List<NextHop> ways = new ArrayList<>();
        int weights = 0;
        long best = Long.MAX_VALUE;
        for (SimInterface out : from.interfaces) {
            for (SimInterface to : out.link.ends) {
                long distance = distances[to.node.index];
                if (to == out || !out.link.carries(version) || distance == Long.MAX_VALUE || !leadsOn(to.node)) {
                    continue;
                }
                long total = distance + out.link.link.cost();
                if (total < best) {
                    best = total;
                    ways.clear();
                    weights = 0;
                }
                if (total == best) {
                    weights += out.link.link.weight();
                    ways.add(new NextHop(out, to, weights));
                }
            }
        }
        return ways.toArray(NextHop[]::new);
    }

    /** Hosts do not forward: only the destination itself can be a host. */
    private boolean leadsOn(SimNode to) {
        return to.forwards || to == node;
    }

    private long[] distances(IpVersion version) {
        long[] distances = new long[graph.nodes.size()];
        Arrays.fill(distances, Long.MAX_VALUE);
        record Reached(SimNode node, long distance) {
        }
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingLong(Reached::distance));
        if (node != null) {
            open.add(new Reached(node, 0));
        } else {
            for (SimInterface end : link.ends) {
                open.add(new Reached(end.node, 0));
            }
        }
        while (!open.isEmpty()) {
            Reached reached = open.remove();
            if (distances[reached.node.index] <= reached.distance) {
                continue;
            }
            distances[reached.node.index] = reached.distance;
            if (!leadsOn(reached.node)) {
                continue;
            }
            for (SimInterface in : reached.node.interfaces) {
                if (in.link.carries(version)) {
                    for (SimInterface other : in.link.ends) {
                        open.add(new Reached(other.node, reached.distance + in.link.link.cost()));
                    }
                }
            }
        }
        return distances;
    }
}
