package org.hopwarden.lab.internal;

import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpVersion;

/** A link of a running network. */
final class SimLink {

    final Topology.Link link;
    final int mtuBytes;
    final SimInterface[] ends;

    SimLink(Topology.Link link) {
        this.link = link;
        this.mtuBytes = link.mtuBytes();
        this.ends = new SimInterface[link.ends().size()];
    }

    /** The end at a node; null where the node is not on this link. */
    SimInterface endAt(SimNode node) {
        for (SimInterface end : ends) {
            if (end.node == node) {
                return end;
            }
        }
        return null;
    }

    boolean carries(IpVersion version) {
        return link.prefixes().stream().anyMatch(prefix -> prefix.address().version() == version);
    }
}
