package org.hopwarden.ui.probe.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;

/** A trace as text, in the manner that people know from traceroute and send to each other. */
final class HopText {

    private HopText() {
    }

    static String of(Trace trace) {
        StringBuilder text = new StringBuilder();
        text.append(title(trace)).append('\n');
        for (Hop hop : trace.hops()) {
            text.append(String.format(Locale.ROOT, "%2d  ", hop.ttl())).append(line(hop)).append('\n');
        }
        return text.toString();
    }

    private static String title(Trace trace) {
        TraceRequest request = trace.request();
        return "trace to " + request.target() + " (" + request.address() + "), " + request.maxTtl() + " hops max, by "
                + Methods.label(request.method());
    }

    /** All paths: a line for each node, who stands before it, and the figures of the flows that met it. */
    static String paths(Trace trace, List<HopRow> rows) {
        int width = Math.max(7, rows.stream().mapToInt(row -> row.who().length()).max().orElse(0));
        StringBuilder text = new StringBuilder(title(trace)).append(", all paths\n");
        text.append(String.format(Locale.ROOT, "%3s  %-" + width + "s  %6s %6s %6s %9s  %s%n", "TTL", "Address", "Flows", "Loss", "Sent",
                "Mean", "From"));
        for (HopRow row : rows) {
            text.append(String.format(Locale.ROOT, "%3d  %-" + width + "s  %6d %6s %6d %9s  %s%n", row.ttl(), row.who(),
                    row.branch().flows(), row.lossText(), row.sent(), row.mean(), row.branch().from()));
        }
        return text.toString();
    }

    /** Each address followed by its times, a star for each lost probe, and what was said where it is no time exceeded. */
    private static String line(Hop hop) {
        StringBuilder text = new StringBuilder();
        IpAddress shown = null;
        for (Reply reply : hop.replies()) {
            if (!reply.address().equals(shown)) {
                text.append(text.isEmpty() ? "" : "  ").append(reply.address());
                shown = reply.address();
            }
            text.append(String.format(Locale.ROOT, "  %.3f ms", reply.rttMillis()));
        }
        text.append(text.isEmpty() ? "" : hop.lost() > 0 ? " " : "").append(String.join(" ", java.util.Collections.nCopies(
                hop.lost(), "*")));
        String said = hop.replies().stream().filter(reply -> reply.kind().isFinal()).map(Reply::describe).distinct()
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? text.toString() : text + "  [" + said + "]";
    }

    /** The rows of a table in columns of fixed width, the first line their titles. */
    static String table(List<HopRow> rows) {
        int width = Math.max(7, rows.stream().mapToInt(row -> row.who().length()).max().orElse(0));
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%3s  %-" + width + "s  %7s %6s %9s %9s %9s %9s %9s%n", "TTL", "Address", "Loss",
                "Sent", "Last", "Best", "Mean", "Worst", "Jitter"));
        for (HopRow row : rows) {
            text.append(String.format(Locale.ROOT, "%3d  %-" + width + "s  %7s %6d %9s %9s %9s %9s %9s%n", row.ttl(), row.who(),
                    row.lossText(), row.sent(), row.last(), row.best(), row.mean(), row.worst(), row.jitter()));
        }
        return text.toString();
    }
}
