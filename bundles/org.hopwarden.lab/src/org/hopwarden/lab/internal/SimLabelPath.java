package org.hopwarden.lab.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.lab.LabelPath;

/** A label switched path of a running network. */
final class SimLabelPath {

    /** The TTL of labels in the pipe model. */
    private static final int PIPE_TTL = 255;

    /** What a packet on the path bears: how far it is, and the TTL of its labels. */
    record Labels(SimLabelPath path, int link, int ttl) {

        List<Integer> stack() {
            return path.stacks.get(link);
        }
    }

    private final SimNode[] nodes;
    private final NextHop[] hops;
    private final List<List<Integer>> stacks;
    private final boolean uniform;
    private final Map<Destination, Boolean> carried = new HashMap<>();

    SimLabelPath(LabelPath path, SimNode[] nodes) {
        this.nodes = nodes;
        this.stacks = path.labels();
        this.uniform = path.uniform();
        this.hops = new NextHop[nodes.length - 1];
        for (int i = 0; i < hops.length; i++) {
            hops[i] = hop(nodes[i], nodes[i + 1]);
        }
    }

    private static NextHop hop(SimNode from, SimNode to) {
        for (SimInterface out : from.interfaces) {
            SimInterface in = out.link.endAt(to);
            if (in != null) {
                return new NextHop(out, in, 1);
            }
        }
        throw new IllegalArgumentException("no link joins " + from.name() + " and " + to.name());
    }

    SimNode ingress() {
        return nodes[0];
    }

    boolean isUniform() {
        return uniform;
    }

    /** Whether packets to a destination that go on from the ingress to this interface go along the path. */
    boolean carries(Destination destination, SimInterface first) {
        return first == hops[0].to() && carried.computeIfAbsent(destination, this::leadsAlong);
    }

    private boolean leadsAlong(Destination destination) {
        for (NextHop hop : hops) {
            boolean found = false;
            for (NextHop each : destination.nextHops(hop.out().node)) {
                found |= each.to() == hop.to();
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    Labels enter(int ttl) {
        return new Labels(this, 0, uniform ? ttl : PIPE_TTL);
    }

    /** Where a packet goes on that has crossed this link of the path; null at the path's end. */
    NextHop after(int link) {
        return link + 1 < hops.length ? hops[link + 1] : null;
    }

    /** Whether packets bear labels on this link of the path. */
    boolean isLabelled(int link) {
        return link < stacks.size();
    }
}
