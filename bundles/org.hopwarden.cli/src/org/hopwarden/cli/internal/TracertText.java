package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.net.IcmpType;
import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;

/** A trace in the manner of Windows' tracert. */
final class TracertText {

    private TracertText() {
    }

    static void print(Trace trace, Map<IpAddress, HostInfo> hosts, PrintStream out) {
        TraceRequest request = trace.request();
        String address = request.address().toString();
        out.println();
        if (request.target().equals(address)) {
            out.println("Tracing route to " + address + " over a maximum of " + request.maxTtl() + " hops");
        } else {
            out.println("Tracing route to " + EscapingStream.line(request.target()) + " [" + address + "]");
            out.println("over a maximum of " + request.maxTtl() + " hops:");
        }
        out.println();
        for (Hop hop : trace.hops()) {
            if (hop.ttl() >= request.options().firstTtl()) {
                out.println(row(hop, request.queries(), hosts));
            }
        }
        if (trace.status() == Trace.Status.DONE) {
            out.println();
            out.println("Trace complete.");
        }
    }

    /** The first error ends a row: tracert reports it instead of a time, and gives up. */
    private static String row(Hop hop, int queries, Map<IpAddress, HostInfo> hosts) {
        StringBuilder line = new StringBuilder(String.format("%3d  ", hop.ttl()));
        for (int query = 0; query < queries; query++) {
            int wanted = query;
            Optional<Reply> reply = hop.replies().stream().filter(each -> each.query() == wanted).findFirst();
            String problem = reply.map(TracertText::problem).orElse("");
            if (!problem.isEmpty()) {
                return line.append(named(reply.get().address(), hosts)).append("  reports: ").append(problem).toString();
            }
            line.append(reply.map(TracertText::time).orElse("   *     "));
        }
        return line.append(hop.isSilent() ? "Request timed out." : named(hop.replies().getLast().address(), hosts)).toString();
    }

    private static String named(IpAddress address, Map<IpAddress, HostInfo> hosts) {
        String name = TraceText.name(address, hosts);
        return name.equals(address.toString()) ? name : name + " [" + address + "]";
    }

    /** In whole milliseconds. */
    private static String time(Reply reply) {
        long millis = reply.rttNanos() / 1_000_000;
        return millis < 1 ? "  <1 ms  " : String.format("%4d ms  ", millis);
    }

    /** What tracert reports; empty where it shows a time. */
    private static String problem(Reply reply) {
        return switch (reply.kind()) {
            case UNREACHABLE -> reply.fromTarget() ? "" : unreachable(reply);
            case ADMIN_PROHIBITED -> unreachable(reply);
            case PACKET_TOO_BIG -> "Packet needs to be fragmented but DF set.";
            case PARAMETER_PROBLEM -> "Bad option specified.";
            default -> "";
        };
    }

    private static String unreachable(Reply reply) {
        IpAddress from = reply.address();
        int code = reply.icmpCode();
        if (from.isV6()) {
            return switch (code) {
                case IcmpType.V6_CODE_NO_ROUTE -> "No route to destination.";
                case IcmpType.V6_CODE_ADMIN_PROHIBITED -> "Destination port prohibited.";
                case IcmpType.V6_CODE_PORT -> "Destination port unreachable.";
                default -> "Destination host unreachable.";
            };
        }
        return switch (code) {
            case IcmpType.CODE_HOST -> "Destination host unreachable.";
            case IcmpType.CODE_PROTOCOL -> "Destination protocol unreachable.";
            case IcmpType.CODE_PORT -> "Destination port unreachable.";
            default -> "Destination net unreachable.";
        };
    }
}
