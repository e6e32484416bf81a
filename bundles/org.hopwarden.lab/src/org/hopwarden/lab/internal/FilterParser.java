package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.PacketFilter.Decision;
import org.hopwarden.lab.PacketFilter.Direction;
import org.hopwarden.lab.PacketMatch;
import org.hopwarden.lab.Topology;
import org.tomlj.TomlPosition;

/** Reads the filters of a topology: simple ones, and policies. */
final class FilterParser {

    private static final Set<String> KEYS = Set.of("at", "interface", "direction", "match", "action", "policy",
            "chain");
    private static final List<String> DIRECTIONS = List.of("in", "out", "forward");
    private static final Map<String, Decision> ACTIONS = new TreeMap<>(
            Map.of("allow", Decision.ALLOW, "drop", Decision.DROP, "reject", Decision.REJECT));

    private final Places places;
    private final PolicyLoader policies;
    private final Problems problems;

    FilterParser(Places places, PolicyLoader policies, Problems problems) {
        this.places = places;
        this.policies = policies;
        this.problems = problems;
    }

    List<Topology.Filter> parse(List<Section> sections) {
        List<Topology.Filter> filters = new ArrayList<>();
        Map<FilterPlace, TomlPosition> decided = new HashMap<>();
        for (Section section : sections) {
            section.allow(KEYS);
            FilterPlace place = place(section);
            TomlPosition before = place == null ? null : decided.get(place);
            if (before != null) {
                problems.add(section.at(), "the policy of line " + before.line()
                        + " decides every packet at this place, so this filter would never be asked",
                        "put it before the policy, or leave one of the two out");
            }
            Topology.Filter filter = section.has("policy") ? policyFilter(section, place) : matchFilter(section, place);
            if (filter != null) {
                filters.add(filter);
            }
            if (section.has("policy") && place != null) {
                decided.putIfAbsent(place, section.position("policy"));
            }
        }
        return filters;
    }

    private Topology.Filter policyFilter(Section section, FilterPlace place) {
        for (String other : List.of("match", "action")) {
            if (section.has(other)) {
                problems.add(section.position(other), "a filter with a policy has no '" + other + "'",
                        "the policy's rules say what matches and what is done: leave '" + other + "' out");
            }
        }
        return policies.load(section, place);
    }

    private Topology.Filter matchFilter(Section section, FilterPlace place) {
        if (section.has("chain")) {
            problems.add(section.position("chain"), "'chain' is a chain of a policy, and this filter has none",
                    "add policy = \"...\", or leave 'chain' out");
        }
        String action = word(section, "action", ACTIONS.keySet());
        List<PacketMatch> matches = matches(section);
        return place == null || action == null || matches.isEmpty() ? null
                : new Topology.MatchFilter(place, matches, ACTIONS.get(action));
    }

    /** Null where it is not one, which is noted. */
    private FilterPlace place(Section section) {
        String node = places.node(section);
        Optional<String> link = node == null ? Optional.empty() : places.link(section, node);
        String word = word(section, "direction", DIRECTIONS);
        if (node == null || word == null || link.isEmpty() && section.has("interface")) {
            return null;
        }
        Direction direction = Direction.valueOf(word.toUpperCase(Locale.ROOT));
        return isDirection(section, node, direction) ? new FilterPlace(node, link, direction) : null;
    }

    private boolean isDirection(Section section, String node, Direction direction) {
        if (direction != Direction.FORWARD) {
            return true;
        }
        if (section.has("interface")) {
            problems.add(section.valuePosition("direction"), "an interface has no direction 'forward'",
                    "write 'in' or 'out', or leave 'interface' out");
        } else if (!places.nodes.get(node).isRouter()) {
            problems.add(section.valuePosition("direction"), "'" + node + "' is a host and forwards nothing",
                    "write 'in' or 'out', or make it a [[router]]");
        } else {
            return true;
        }
        return false;
    }

    private String word(Section section, String key, Collection<String> words) {
        if (!section.has(key)) {
            problems.add(section.at(), "[[filter]] has no '" + key + "'", "add " + key + " = \"" + words.iterator().next()
                    + "\"; known are: " + String.join(", ", words));
            return null;
        }
        return section.word(key, words);
    }

    private List<PacketMatch> matches(Section section) {
        if (!section.has("match")) {
            problems.add(section.at(), "[[filter]] has no 'match'",
                    "add a line such as match = \"icmp time-exceeded\", or match = \"any\", or name a policy");
        }
        return places.matches(section);
    }
}
