package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;

/** A trace in the manner of tcptraceroute, which says at the end whether the port is open. */
final class TcptracerouteText {

    private TcptracerouteText() {
    }

    static void print(Trace trace, Map<IpAddress, HostInfo> hosts, PrintStream out) {
        TraceRequest request = trace.request();
        out.println("Tracing the path to " + TraceText.target(request) + " on TCP port " + request.port() + ", " + request.maxTtl() + " hops max");
        for (Hop hop : trace.hops()) {
            if (hop.ttl() >= request.options().firstTtl()) {
                out.println(row(hop, request.queries(), hosts));
            }
        }
        if (!trace.reached()) {
            out.println("Destination not reached");
        }
    }

    private static String row(Hop hop, int queries, Map<IpAddress, HostInfo> hosts) {
        StringBuilder line = new StringBuilder(String.format("%2d ", hop.ttl()));
        IpAddress shown = null;
        int next = 0;
        for (Reply reply : hop.replies()) {
            line.append(" *".repeat(Math.max(0, reply.query() - next)));
            next = reply.query() + 1;
            if (!reply.address().equals(shown)) {
                shown = reply.address();
                String name = TraceText.name(shown, hosts);
                line.append(' ').append(name).append(name.equals(shown.toString()) ? "" : " (" + shown + ")").append(state(reply));
            }
            line.append(String.format(Locale.ROOT, "  %.3f ms", reply.rttMillis()))
                    .append(reply.mark().isEmpty() ? "" : " " + reply.mark());
        }
        return line.append(" *".repeat(Math.max(0, queries - next))).toString();
    }

    private static String state(Reply reply) {
        return reply.kind() == ReplyKind.SYN_ACK ? " [open]" : reply.kind() == ReplyKind.RST ? " [closed]" : "";
    }
}
