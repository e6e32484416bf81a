package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.lab.PacketFilter.Decision;
import org.hopwarden.lab.PacketFilter.Direction;
import org.hopwarden.lab.PacketMatch;
import org.hopwarden.lab.Topology;
import org.hopwarden.lab.internal.Section.Placed;

/** Reads the simple filters of a topology. */
final class FilterParser {

    private static final Set<String> KEYS = Set.of("at", "interface", "direction", "match", "action");

    private final Map<String, Topology.Node> nodes;
    private final List<Topology.Link> links;
    private final Problems problems;

    FilterParser(Map<String, Topology.Node> nodes, List<Topology.Link> links, Problems problems) {
        this.nodes = nodes;
        this.links = links;
        this.problems = problems;
    }

    List<Topology.Filter> parse(List<Section> sections) {
        List<Topology.Filter> filters = new ArrayList<>();
        for (Section section : sections) {
            section.allow(KEYS);
            String node = node(section);
            Optional<String> link = node == null ? Optional.empty() : link(section, node);
            Direction direction = word(section, "direction", Direction.class);
            Decision action = word(section, "action", Decision.class);
            List<PacketMatch> matches = matches(section);
            if (node != null && direction != null && action != null && !matches.isEmpty()) {
                checkDirection(section, node, direction);
                filters.add(new Topology.Filter(node, link, direction, matches, action));
            }
        }
        return filters;
    }

    private String node(Section section) {
        String node = section.requiredText("at", "\"gateway\"");
        if (node != null && !nodes.containsKey(node)) {
            problems.add(section.valuePosition("at"), "there is no node '" + node + "'",
                    NearestWord.hint(node, nodes.keySet()));
            return null;
        }
        return node;
    }

    /** An interface is named by its link, or by the neighbour where only one link leads to it. */
    private Optional<String> link(Section section, String node) {
        String wanted = section.text("interface", null);
        if (wanted == null) {
            return Optional.empty();
        }
        List<Topology.Link> own = links.stream().filter(link -> link.end(node).isPresent()).toList();
        List<Topology.Link> named = own.stream().filter(link -> link.name().equals(wanted)).toList();
        List<Topology.Link> leading = own.stream()
                .filter(link -> !wanted.equals(node) && link.end(wanted).isPresent()).toList();
        List<Topology.Link> found = named.isEmpty() ? leading : named;
        if (found.size() == 1) {
            return Optional.of(found.getFirst().name());
        }
        if (found.isEmpty()) {
            Set<String> known = new TreeSet<>();
            own.forEach(link -> link.ends().forEach(end -> known.add(end.node())));
            known.remove(node);
            problems.add(section.valuePosition("interface"), "'" + node + "' has no interface to '" + wanted + "'",
                    NearestWord.hint(wanted, known));
        } else {
            problems.add(section.valuePosition("interface"), "several links lead from '" + node + "' to '" + wanted + "'",
                    "write the name of the link");
        }
        return Optional.empty();
    }

    private void checkDirection(Section section, String node, Direction direction) {
        if (direction != Direction.FORWARD) {
            return;
        }
        if (section.has("interface")) {
            problems.add(section.valuePosition("direction"), "an interface has no direction 'forward'",
                    "write 'in' or 'out', or leave 'interface' out");
        } else if (!nodes.get(node).isRouter()) {
            problems.add(section.valuePosition("direction"), "'" + node + "' is a host and forwards nothing",
                    "write 'in' or 'out', or make it a [[router]]");
        }
    }

    private <E extends Enum<E>> E word(Section section, String key, Class<E> type) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(constant.name().toLowerCase(Locale.ROOT));
        }
        if (!section.has(key)) {
            problems.add(section.at(), "[[filter]] has no '" + key + "'", "add " + key + " = \"" + words.get(0)
                    + "\"; known are: " + String.join(", ", words));
            return null;
        }
        String word = section.word(key, words);
        return word == null ? null : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    private List<PacketMatch> matches(Section section) {
        List<PacketMatch> matches = new ArrayList<>();
        if (!section.has("match")) {
            problems.add(section.at(), "[[filter]] has no 'match'",
                    "add a line such as match = \"icmp time-exceeded\", or match = \"any\"");
        }
        for (Placed<String> text : section.texts("match")) {
            try {
                matches.add(MatchParser.parse(text.value()));
            } catch (MatchParser.Mistake e) {
                problems.add(text.at(), e.getMessage(), e.remedy());
            }
        }
        return matches;
    }
}
