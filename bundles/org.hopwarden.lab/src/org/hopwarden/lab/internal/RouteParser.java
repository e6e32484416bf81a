package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.lab.LabelPath;
import org.hopwarden.lab.Route;
import org.hopwarden.lab.Topology;
import org.hopwarden.lab.internal.Section.Placed;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;

/** Reads the routes that nodes have by hand, and the label switched paths. */
final class RouteParser {

    private static final Set<String> ROUTE_KEYS = Set.of("at", "to", "via", "action");
    private static final Set<String> PATH_KEYS = Set.of("path", "labels", "ttl", "pop");
    private static final List<String> ACTIONS = List.of("drop", "unreachable");
    private static final int FIRST_LABEL = 16;
    private static final int LAST_LABEL = (1 << 20) - 1;
    private static final int MOST_LABELS = 8;

    private final Places places;
    private final Problems problems;
    private int nextLabel = 24_000;

    RouteParser(Places places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    List<Route> routes(List<Section> sections) {
        List<Route> routes = new ArrayList<>();
        for (Section section : sections) {
            section.allow(ROUTE_KEYS);
            String node = places.node(section);
            List<Placed<IpPrefix>> to = section.prefixes("to");
            if (!section.has("to")) {
                problems.add(section.at(), "[[route]] has no 'to'", "add a line such as to = \"192.0.2.0/24\"");
            }
            String action = section.word("action", ACTIONS);
            if (section.has("via") == section.has("action")) {
                problems.add(section.at(), section.has("via") ? "a route has either 'via' or 'action'"
                        : "[[route]] has no 'via'",
                        "write via = \"NEIGHBOUR\", or action = \"drop\" or \"unreachable\"");
            }
            for (Placed<IpPrefix> prefix : to) {
                if (node != null) {
                    routes.add(new Route(node, prefix.value(), via(section, node, prefix.value().address().version()),
                            "unreachable".equals(action)));
                }
            }
        }
        return routes;
    }

    private List<Route.Via> via(Section section, String node, IpVersion version) {
        List<Route.Via> via = new ArrayList<>();
        for (Placed<String> wanted : section.texts("via")) {
            Optional<Topology.Link> link = places.link(wanted.value(), node, wanted.at());
            if (link.isEmpty()) {
                continue;
            }
            List<String> others = link.get().ends().stream().map(Topology.Attachment::node)
                    .filter(other -> !other.equals(node)).toList();
            if (others.size() > 1 && !others.contains(wanted.value())) {
                problems.add(wanted.at(), "the link '" + wanted.value() + "' leads to several nodes", "write one of them: "
                        + String.join(", ", others));
            } else if (link.get().prefixes().stream().noneMatch(prefix -> prefix.address().version() == version)) {
                problems.add(wanted.at(), "the link to '" + wanted.value() + "' has no IPv" + version.number() + " prefix",
                        "give it one, or write another neighbour");
            } else {
                via.add(new Route.Via(link.get().name(), others.size() == 1 ? others.getFirst() : wanted.value()));
            }
        }
        return via;
    }

    List<LabelPath> labelPaths(List<Section> sections) {
        List<LabelPath> paths = new ArrayList<>();
        for (Section section : sections) {
            section.allow(PATH_KEYS);
            List<String> nodes = nodes(section);
            boolean popsEarly = !"last".equals(section.word("pop", List.of("early", "last")));
            boolean uniform = !"pipe".equals(section.word("ttl", List.of("uniform", "pipe")));
            int needed = nodes.size() - (popsEarly ? 2 : 1);
            List<List<Integer>> labels = labels(section, needed);
            if (nodes.size() >= 3 && labels.size() == needed) {
                paths.add(new LabelPath(nodes, labels, uniform, popsEarly));
            }
        }
        return paths;
    }

    private List<String> nodes(Section section) {
        List<String> nodes = new ArrayList<>();
        List<Placed<String>> texts = section.texts("path");
        for (Placed<String> text : texts) {
            String name = text.value();
            if (!places.isNode(name, text.at())) {
                continue;
            }
            if (!places.nodes.get(name).isRouter() || nodes.contains(name)) {
                problems.add(text.at(), "'" + name + (nodes.contains(name) ? "' stands twice in 'path'" : "' is no router"),
                        "write different routers");
            } else if (nodes.isEmpty() || places.link(name, nodes.getLast(), text.at()).isPresent()) {
                nodes.add(name);
            }
        }
        if (texts.size() < 3) {
            problems.add(section.has("path") ? section.valuePosition("path") : section.at(),
                    "a label switched path has at least three routers", "write path = [\"in\", \"core\", \"out\"]");
        }
        return new HashSet<>(nodes).size() == texts.size() ? nodes : List.of();
    }

    /** Each is one label, or a stack in one text with its labels apart by spaces. */
    private List<List<Integer>> labels(Section section, int needed) {
        List<List<Integer>> labels = new ArrayList<>();
        if (!section.has("labels")) {
            for (int i = 0; i < needed; i++) {
                labels.add(List.of(nextLabel++));
            }
            return labels;
        }
        for (Placed<String> text : section.texts("labels")) {
            List<Integer> stack = new ArrayList<>();
            for (String part : text.value().strip().split(" +")) {
                int label = part.matches("[0-9]{1,7}") ? Integer.parseInt(part) : -1;
                if (label < FIRST_LABEL || label > LAST_LABEL || stack.size() == MOST_LABELS) {
                    problems.add(text.at(), "'" + text.value() + "' is no stack of labels",
                            "write one to " + MOST_LABELS + " numbers from " + FIRST_LABEL + " to " + LAST_LABEL
                                    + ", the outermost first, such as \"24001 100\"");
                    return List.of();
                }
                stack.add(label);
            }
            labels.add(stack);
        }
        if (labels.size() != needed && needed > 0) {
            problems.add(section.valuePosition("labels"), "there are " + labels.size() + " label stacks, and " + needed
                    + " links that packets cross with labels", "write one for each such link");
        }
        return labels;
    }
}
