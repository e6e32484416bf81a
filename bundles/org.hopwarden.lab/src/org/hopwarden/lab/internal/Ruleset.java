package org.hopwarden.lab.internal;

import java.util.List;

import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.PacketMatch;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.PacketView;

/** The simple filters of one place: the first that matches decides, and what none matches is allowed. */
record Ruleset(List<Topology.Filter> filters) implements PacketFilter {

    @Override
    public Decision decide(PacketView packet, Direction direction, String inLink, String outLink) {
        for (Topology.Filter filter : filters) {
            for (PacketMatch match : filter.matches()) {
                if (match.matches(packet)) {
                    return filter.action();
                }
            }
        }
        return Decision.ALLOW;
    }
}
