package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.MplsLabel;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;

/** A trace in the manner of UNIX traceroute, with labels as {@code traceroute -e} shows them. */
final class TracerouteText {

    private TracerouteText() {
    }

    static void print(Trace trace, Map<IpAddress, HostInfo> hosts, PrintStream out) {
        TraceRequest request = trace.request();
        int size = request.options().sizeBytes();
        out.println("traceroute to " + EscapingStream.line(request.target()) + " (" + request.address() + "), " + request.maxTtl() + " hops max"
                + (size == 0 ? "" : ", " + size + " byte packets"));
        for (Hop hop : trace.hops()) {
            if (hop.ttl() >= request.options().firstTtl()) {
                out.println(row(hop, request.queries(), hosts));
            }
        }
    }

    private static String row(Hop hop, int queries, Map<IpAddress, HostInfo> hosts) {
        StringBuilder line = new StringBuilder(String.format("%2d ", hop.ttl()));
        IpAddress shown = null;
        for (int query = 0; query < queries; query++) {
            int wanted = query;
            Optional<Reply> found = hop.replies().stream().filter(each -> each.query() == wanted).findFirst();
            if (found.isEmpty()) {
                line.append(" *");
                continue;
            }
            Reply reply = found.get();
            if (!reply.address().equals(shown)) {
                shown = reply.address();
                line.append(' ').append(TraceText.name(shown, hosts)).append(" (").append(shown).append(')').append(labels(reply));
            }
            line.append(String.format(Locale.ROOT, "  %.3f ms", reply.rttMillis()))
                    .append(reply.mark().isEmpty() ? "" : " " + reply.mark());
        }
        return line.toString();
    }

    private static String labels(Reply reply) {
        StringBuilder text = new StringBuilder();
        for (MplsLabel label : reply.detail().extensions().labels()) {
            text.append(text.isEmpty() ? " <MPLS:" : "/").append(label);
        }
        return text.isEmpty() ? "" : text.append('>').toString();
    }
}
