package org.hopwarden.report;

import java.util.List;
import java.util.Locale;

import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.PathGraph;

/** A multipath trace as a table after RFC 4180: a line for each link, those from the source included, and a head line. */
public final class MultipathCsv {

    private static final String HEAD = "target,method,ttl,from,to,address,flows,sent,lost,rttMillis,latencyMillis,assumed\r\n";

    private MultipathCsv() {
    }

    /**
     * The table. {@code from} and {@code to} are the ids of nodes, {@code address} is that of {@code to}, empty for silence;
     * {@code ttl} is that of {@code to}. Times are empty where they are not known. A node that nothing is known to lead to has a line with
     * an empty {@code from}.
     */
    public static String text(MultipathTrace multipath) {
        String front = PathExport.field(multipath.request().trace().target()) + ',' + PathExport.field(multipath.request().trace().method())
                + ',';
        StringBuilder text = new StringBuilder(HEAD);
        for (PathGraph.Node node : multipath.graph().nodes()) {
            List<PathGraph.Link> links = multipath.graph().links().stream().filter(link -> link.to().equals(node.id())).toList();
            String to = node.id() + ',' + (node.isSilent() ? "" : node.address()) + ',';
            for (PathGraph.Link link : links) {
                text.append(front).append(node.ttl()).append(',').append(link.from()).append(',').append(to).append(link.flows()).append(',')
                        .append(link.sent()).append(',').append(link.lost()).append(',').append(millis(link.rtt())).append(',')
                        .append(link.latencyNanos().isPresent() ? millis(link.latencyNanos().getAsLong()) : "").append(',')
                        .append(link.assumed()).append("\r\n");
            }
            if (links.isEmpty()) {
                text.append(front).append(node.ttl()).append(",,").append(to).append(node.flows()).append(',').append(node.sent()).append(',')
                        .append(node.lost()).append(',').append(millis(node.rtt())).append(",,\r\n");
            }
        }
        return text.toString();
    }

    private static String millis(PathGraph.RoundTrip rtt) {
        return rtt.count() == 0 ? "" : millis(rtt.meanNanos());
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }
}
