package org.hopwarden.ui.probe.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.hopwarden.ui.probe.internal.HopRow.Branch;
import org.hopwarden.ui.probe.internal.HopRow.Role;
import org.hopwarden.ui.probe.internal.HopRow.Times;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.HopGraph.Link;
import org.hopwarden.visualization.HopGraph.LinkKind;
import org.hopwarden.visualization.HopGraph.Node;
import org.hopwarden.visualization.HopGraph.Stats;
import org.hopwarden.visualization.HopGraph.Status;

/** The nodes of a graph of all paths as rows of the hop table. */
final class PathRows {

    private PathRows() {
    }

    /** A row for each node at which probes were aimed. */
    static List<HopRow> of(HopGraph graph) {
        return graph.nodes().stream().filter(node -> node.status() != Status.SOURCE && node.reached()).map(node -> row(node, graph))
                .toList();
    }

    private static HopRow row(Node node, HopGraph graph) {
        Stats stats = node.stats();
        Role role = switch (node.status()) {
            case TARGET -> Role.TARGET;
            case REFUSED -> Role.REFUSING;
            case SILENT -> Role.SILENT;
            case HOP, SOURCE -> Role.ROUTER;
        };
        List<Link> links = graph.links().stream().filter(link -> link.to().equals(node.id())).toList();
        int settled = stats.lost() + stats.replies();
        return new HopRow(node.firstTtl(), node.address() == null ? List.of() : List.of(node.address()), role, stats.probes(), stats.lost(),
                new Times(stats.replies(), 0, stats.bestNanos(), stats.meanNanos(), stats.worstNanos(), 0), List.of(),
                settled == 0 ? "\u2013" : HopRow.percent(stats.lossRatio()), stats.lost() > 0 && role != Role.SILENT,
                settled == 0 ? "No probe is settled yet" : TraceText.count(stats.lost(), "probe") + " of " + settled + " without a reply",
                String.join(", ", node.says()), "",
                new Branch(node.id(), links.stream().mapToInt(link -> link.flows().count()).sum(),
                        links.stream().map(link -> from(link, graph)).collect(Collectors.joining(", "))));
    }

    private static String from(Link link, HopGraph graph) {
        Node near = graph.node(link.from()).orElseThrow();
        IpAddress address = near.address();
        String name = near.status() == Status.SOURCE ? "here" : address == null ? "no reply" : address.toString();
        String latency = link.flows().latencyNanos().isEmpty() || near.status() == Status.SOURCE ? ""
                : String.format(Locale.ROOT, " %+.3f ms", link.flows().latencyNanos().getAsLong() / 1e6);
        return name + latency + (link.kind() == LinkKind.ASSUMED ? " (assumed)" : "");
    }

    /** How many ways lead from the source to the ends of the graph. */
    static long count(HopGraph graph) {
        Map<String, Long> ways = new HashMap<>();
        long ends = 0;
        for (Node node : graph.nodes()) {
            long here = node.status() == Status.SOURCE ? 1 : graph.links().stream().filter(link -> link.to().equals(node.id()))
                    .mapToLong(link -> ways.getOrDefault(link.from(), 0L)).sum();
            ways.put(node.id(), here);
            if (graph.links().stream().noneMatch(link -> link.from().equals(node.id()))) {
                ends += here;
            }
        }
        return ends;
    }
}
