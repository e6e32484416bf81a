package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.PathFinding;
import org.hopwarden.probe.PathGraph;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.report.TraceVerdict;

/** A trace as a table for people. */
final class TraceText {

    /** So many silent hops at the end become one row. */
    private static final int LEAST_FOLDED = 3;

    private TraceText() {
    }

    /** What is traced, from where and how. */
    static String title(Trace trace) {
        TraceRequest request = trace.request();
        String method = ProbeMethods.find(request.method()).map(found -> found.label()
                + port(found, request))
                .orElse(request.method());
        return "Trace to " + target(request) + " from " + trace.source() + " by " + method;
    }

    /** The target as it was named, with its address where that says more. */
    static String target(TraceRequest request) {
        String address = request.address().toString();
        return request.target().equals(address) ? address : EscapingStream.line(request.target()) + " (" + address + ")";
    }

    /** @param hosts what is known of the addresses; those left out are shown as numbers alone */
    static void print(Trace trace, Map<IpAddress, HostInfo> hosts, PrintStream out) {
        out.println(title(trace));
        TextTable table = new TextTable(Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT,
                Align.LEFT);
        table.row("TTL", "Unanswered", "Best", "Mean", "Worst", "Address", "Reply");
        List<Hop> hops = trace.hops();
        List<Hop> tail = silentTail(hops);
        hops.subList(0, hops.size() - tail.size()).forEach(hop -> rows(hop, hosts, table));
        if (!tail.isEmpty()) {
            table.row(tail.getFirst().ttl() + "-" + tail.getLast().ttl(), "100 %", "", "", "", "*", "no reply");
        }
        table.print(out);
        PathFinding.of(trace).forEach(out::println);
        TraceVerdict.answeredBehind(trace).ifPresent(out::println);
        note(trace, out);
        out.println(verdict(trace));
    }

    /** What the verdict does not say already. */
    static void note(Trace trace, PrintStream out) {
        if (trace.status() != Trace.Status.FAILED && !trace.message().isEmpty()) {
            out.println("Note: " + trace.message() + ".");
        }
    }

    private static String port(ProbeMethod method, TraceRequest request) {
        int port = request.port() == 0 ? method.defaultPort() : request.port();
        return port == 0 ? "" : " to port " + port;
    }

    /** The hops behind the last one that answered, where all were probed and each is lost wholly: one row says it for all. */
    private static List<Hop> silentTail(List<Hop> hops) {
        int start = hops.size();
        while (start > 0 && isLost(hops.get(start - 1))) {
            start--;
        }
        return hops.size() - start < LEAST_FOLDED ? List.of() : hops.subList(start, hops.size());
    }

    private static boolean isLost(Hop hop) {
        return hop.isSilent() && hop.sent() > 0 && !hop.limited() && hop.lost() == hop.sent();
    }

    private static void rows(Hop hop, Map<IpAddress, HostInfo> hosts, TextTable table) {
        String ttl = Integer.toString(hop.ttl());
        if (hop.sent() == 0 && hop.isSilent()) {
            table.row(ttl, "", "", "", "", "", "not probed");
            return;
        }
        String loss = hop.limited() ? "limited" : String.format(Locale.ROOT, "%.0f %%", 100 * hop.lossRatio());
        if (hop.isSilent()) {
            table.row(ttl, loss, "", "", "", "*", "no reply");
            return;
        }
        boolean first = true;
        for (IpAddress address : hop.addresses()) {
            List<Reply> replies = hop.replies().stream().filter(reply -> reply.address().equals(address)).toList();
            LongSummaryStatistics rtt = replies.stream().mapToLong(Reply::rttNanos).summaryStatistics();
            List<String> said = Stream.concat(replies.stream().map(TraceText::said),
                    replies.stream().flatMap(reply -> reply.notes().stream())).distinct().toList();
            table.row(first ? ttl : "", first ? loss : "", millis(rtt.getMin()), millis(rtt.getAverage()),
                    millis(rtt.getMax()), named(address, hosts.get(address)), String.join("; ", said));
            first = false;
        }
    }

    /** The host's name, else its address. */
    static String name(IpAddress address, Map<IpAddress, HostInfo> hosts) {
        return EscapingStream.line(Optional.ofNullable(hosts.get(address)).flatMap(HostInfo::name).orElse(address.toString()));
    }

    static String named(IpAddress address, HostInfo host) {
        if (host == null) {
            return address.toString();
        }
        String network = host.network().map(known -> " [" + ((known.asn() == 0 ? "" : "AS" + known.asn() + " ") + known.name()).strip()
                + "]").orElse("");
        return host.name().map(name -> name + " (" + address + ")").orElse(address.toString()) + network;
    }

    private static String said(Reply reply) {
        return reply.describe() + (reply.mark().isEmpty() ? "" : " (" + reply.mark() + ")");
    }

    /** The mean; empty where nothing was answered. */
    static String millis(PathGraph.RoundTrip rtt) {
        return rtt.count() == 0 ? "" : millis(rtt.meanNanos());
    }

    static String signedMillis(long nanos) {
        String size = millis(Math.abs(nanos));
        return size.equals("0.000") ? size : (nanos < 0 ? "-" : "+") + size;
    }

    /** A message with a full stop at its end; some have one, for their remedy is a sentence. */
    static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static String millis(double nanos) {
        double millis = nanos / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.3f" : millis < 100 ? "%.2f" : "%.1f", millis);
    }

    private static String verdict(Trace trace) {
        return TraceVerdict.of(trace).sentence() + " " + trace.probes() + " probes were sent"
                + (trace.beyondEnd() == 0 ? "" : ", " + trace.beyondEnd() + " of them beyond the end") + ". Times in ms.";
    }
}
