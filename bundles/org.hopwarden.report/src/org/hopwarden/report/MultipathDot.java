package org.hopwarden.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.PathGraph;

/** A multipath trace in the DOT language of Graphviz: links as wide as they have flows. The same trace gives the same text. */
public final class MultipathDot {

    private MultipathDot() {
    }

    /** The graph as a text of several lines, the source included. */
    public static String text(MultipathTrace multipath) {
        StringBuilder dot = new StringBuilder();
        dot.append("digraph ").append(quoted("Paths to " + multipath.request().trace().target())).append(" {\n");
        dot.append("  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n");
        String source = multipath.trace().source() == null ? "this host" : multipath.trace().source().toString();
        dot.append("  ").append(quoted(PathGraph.Link.SOURCE)).append(" [label=").append(quoted(source))
                .append(", style=rounded];\n");
        int mostFlows = multipath.graph().links().stream().mapToInt(PathGraph.Link::flows).max().orElse(1);
        for (PathGraph.Node node : multipath.graph().nodes()) {
            dot.append("  ").append(quoted(node.id())).append(" [label=").append(quoted(label(node)));
            if (node.isSilent()) {
                dot.append(", style=dashed");
            } else if (node.target()) {
                dot.append(", peripheries=2");
            }
            dot.append("];\n");
        }
        for (PathGraph.Link link : multipath.graph().links()) {
            dot.append("  ").append(quoted(link.from())).append(" -> ").append(quoted(link.to())).append(" [label=")
                    .append(quoted(label(link)))
                    .append(String.format(Locale.ROOT, ", penwidth=%.1f", 1 + 4.0 * link.flows() / mostFlows))
                    .append(link.assumed() ? ", style=dashed" : "").append("];\n");
        }
        return dot.append("}\n").toString();
    }

    private static String label(PathGraph.Node node) {
        List<String> lines = new ArrayList<>();
        lines.add(node.isSilent() ? "*" : node.address().toString());
        lines.add("hop " + node.ttl());
        if (node.rtt().count() > 0) {
            lines.add(TraceJson.millis(node.rtt().meanNanos()) + " ms");
        }
        return String.join("\n", lines);
    }

    private static String label(PathGraph.Link link) {
        List<String> lines = new ArrayList<>();
        lines.add(link.flows() == 1 ? "1 flow" : link.flows() + " flows");
        link.latencyNanos().ifPresent(nanos -> lines.add((nanos < 0 ? "" : "+") + TraceJson.millis(nanos) + " ms"));
        if (link.lost() > 0) {
            lines.add(link.lost() + " of " + link.sent() + " lost");
        }
        return String.join("\n", lines);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
