package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.lab.PacketMatch;
import org.hopwarden.lab.Topology;
import org.hopwarden.lab.internal.Section.Placed;
import org.tomlj.TomlPosition;

/** Finds the nodes and links that a file names, and reads the matches of packets there. */
final class Places {

    final Map<String, Topology.Node> nodes;
    final List<Topology.Link> links;
    private final Problems problems;

    Places(Map<String, Topology.Node> nodes, List<Topology.Link> links, Problems problems) {
        this.nodes = nodes;
        this.links = links;
        this.problems = problems;
    }

    /** The node of the key {@code at}; null where there is none, which is noted. */
    String node(Section section) {
        String node = section.requiredText("at", "\"gateway\"");
        return node == null || !isNode(node, section.valuePosition("at")) ? null : node;
    }

    /** As {@link #node}, but only a router. */
    String router(Section section) {
        String node = node(section);
        if (node != null && !nodes.get(node).isRouter()) {
            problems.add(section.valuePosition("at"), "'" + node + "' is a host and forwards nothing",
                    "name a router, or make it a [[router]]");
            return null;
        }
        return node;
    }

    boolean isNode(String name, TomlPosition at) {
        if (!nodes.containsKey(name)) {
            problems.add(at, "there is no node '" + name + "'", NearestWord.hint(name, nodes.keySet()));
            return false;
        }
        return true;
    }

    /** The link of the key {@code interface}: see {@link #link(String, String, TomlPosition)}. Empty where there is no such key. */
    Optional<String> link(Section section, String node) {
        String wanted = section.text("interface", null);
        return wanted == null ? Optional.empty()
                : link(wanted, node, section.valuePosition("interface")).map(Topology.Link::name);
    }

    /** An interface is named by its link, or by the neighbour where only one link leads to it. Empty where none is, which is noted. */
    Optional<Topology.Link> link(String wanted, String node, TomlPosition at) {
        List<Topology.Link> own = links.stream().filter(link -> link.end(node).isPresent()).toList();
        List<Topology.Link> named = own.stream().filter(link -> link.name().equals(wanted)).toList();
        List<Topology.Link> leading = own.stream()
                .filter(link -> !wanted.equals(node) && link.end(wanted).isPresent()).toList();
        List<Topology.Link> found = named.isEmpty() ? leading : named;
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        if (found.isEmpty()) {
            Set<String> known = new TreeSet<>();
            own.forEach(link -> link.ends().forEach(end -> known.add(end.node())));
            known.remove(node);
            problems.add(at, "'" + node + "' has no interface to '" + wanted + "'", NearestWord.hint(wanted, known));
        } else {
            problems.add(at, "several links lead from '" + node + "' to '" + wanted + "'", "write the name of the link");
        }
        return Optional.empty();
    }

    /** The matches of the key {@code match}; none where there is no such key. */
    List<PacketMatch> matches(Section section) {
        List<PacketMatch> matches = new ArrayList<>();
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
