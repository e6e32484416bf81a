package org.hopwarden.visualization.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.hopwarden.visualization.HopGraph;

/** What boxes and tooltips say. */
final class Words {

    private Words() {
    }

    /** Three significant digits, such as {@code 0.42 ms} and {@code 128 ms}. */
    static String millis(long nanos) {
        double millis = nanos / 1e6;
        String format = millis < 9.995 ? "%.2f ms" : millis < 99.95 ? "%.1f ms" : "%.0f ms";
        return String.format(Locale.ROOT, format, millis);
    }

    /** With its sign: a far end may answer sooner than a near one. */
    static String signedMillis(long nanos) {
        return (nanos < 0 ? "\u2212" : "+") + millis(Math.abs(nanos));
    }

    /** Whole percent, but never 0 for a loss nor 100 for less than all. */
    static String percent(double ratio) {
        long rounded = Math.round(ratio * 100);
        if (ratio > 0 && rounded == 0) {
            return "<1 %";
        }
        return ratio < 1 && rounded == 100 ? ">99 %" : rounded + " %";
    }

    static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String ttls(HopGraph.Node node) {
        return node.firstTtl() == node.lastTtl() ? "hop " + node.firstTtl() : "hops " + node.firstTtl() + "\u2013" + node.lastTtl();
    }

    /** A node in a few words, as a link's tooltip needs it. */
    static String name(HopGraph.Node node) {
        return switch (node.status()) {
            case SILENT -> "no answer (" + ttls(node) + ")";
            case SOURCE -> node.address() == null ? "source" : node.address().toString();
            default -> String.valueOf(node.address());
        };
    }

    static String tooltip(HopGraph.Node node) {
        List<String> lines = new ArrayList<>();
        String where = node.status() == HopGraph.Status.SOURCE ? "source"
                : !node.reached() ? "target, " + (node.waiting() ? "no answer yet" : "not reached")
                : node.status() == HopGraph.Status.HOP || node.status() == HopGraph.Status.SILENT ? ttls(node)
                : node.status().word() + ", " + ttls(node);
        lines.add((node.status() == HopGraph.Status.SILENT ? "no answer" : name(node)) + " (" + where + ")");
        if (!node.name().isEmpty() && !node.name().equals(String.valueOf(node.address()))) {
            lines.add("Asked for as: " + node.name());
        }
        if (node.ttlStats().probes() > 0) {
            lines.add("Probes: " + probes(node.ttlStats()));
        }
        if (node.stats().replies() > 0) {
            lines.add("Round trip: " + roundTrip(node.stats()));
        }
        if (!node.says().isEmpty()) {
            lines.add("Says: " + String.join("; ", node.says()));
        }
        if (!node.methods().isEmpty()) {
            lines.add((node.methods().size() == 1 ? "Method: " : "Methods: ") + String.join(", ", node.methods()));
        }
        return String.join("\n", lines);
    }

    static String tooltip(HopGraph.Link link, HopGraph.Node from, HopGraph.Node to) {
        List<String> lines = new ArrayList<>();
        lines.add(name(from) + " \u2192 " + name(to));
        switch (link.kind()) {
            case UNREACHED -> lines.add(to.waiting() ? "Nothing from the target yet" : "The target was not reached this way");
            case ASSUMED -> lines.add("No probe number was answered from both ends: the way between is assumed");
            case SEEN -> {
                if (link.flows().count() > 0) {
                    lines.add("Flows: " + link.flows().count() + " (" + percent(link.flows().share()) + " between these hops)");
                    link.flows().latencyNanos().ifPresent(nanos -> lines.add("Far end answers later by: " + signedMillis(nanos)));
                }
                lines.add("Probes: " + probes(link.stats()));
                if (link.stats().replies() > 0) {
                    lines.add("Round trip to the far end: " + roundTrip(link.stats()));
                }
            }
        }
        lines.add((link.methods().size() == 1 ? "Method: " : "Methods: ") + String.join(", ", link.methods()));
        return String.join("\n", lines);
    }

    private static String probes(HopGraph.Stats stats) {
        return stats.probes() + " sent, " + stats.replies() + " answered, " + stats.lost() + " lost"
                + (stats.lost() > 0 ? " (" + percent(stats.lossRatio()) + ")" : "");
    }

    private static String roundTrip(HopGraph.Stats stats) {
        return "best " + millis(stats.bestNanos()) + ", mean " + millis(stats.meanNanos()) + ", worst "
                + millis(stats.worstNanos());
    }
}
