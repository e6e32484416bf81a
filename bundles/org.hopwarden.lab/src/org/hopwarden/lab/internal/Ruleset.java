package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.PacketMatch;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.PacketView;

/**
 * The filters of one place.
 *
 * @param first the simple ones: the first that matches decides
 * @param last decides what none of them matches
 */
record Ruleset(List<Topology.MatchFilter> first, PacketFilter last) implements PacketFilter {

    /** @param filters all of one place, in the order of the file */
    static PacketFilter of(List<Topology.Filter> filters) {
        List<Topology.MatchFilter> first = new ArrayList<>();
        for (Topology.Filter filter : filters) {
            switch (filter) {
                case Topology.MatchFilter simple -> first.add(simple);
                case Topology.PolicyFilter policy -> {
                    return new Ruleset(List.copyOf(first), new PolicyDecider(policy.policy(), policy.place()));
                }
            }
        }
        return new Ruleset(List.copyOf(first), ALLOW_ALL);
    }

    @Override
    public Decision decide(PacketView packet, Direction direction, String inLink, String outLink) {
        for (Topology.MatchFilter filter : first) {
            for (PacketMatch match : filter.matches()) {
                if (match.matches(packet)) {
                    return filter.action();
                }
            }
        }
        return last.decide(packet, direction, inLink, outLink);
    }
}
