package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace;
import org.hopwarden.report.TraceVerdict;

/** The traces of several methods to one target, side by side in one table. */
final class MethodsText {

    private MethodsText() {
    }

    /** @param traces at least one */
    static void print(List<Trace> traces, PrintStream out) {
        Trace first = traces.getFirst();
        out.println("Trace to " + TraceText.target(first.request()) + " from " + first.source()
                + " by " + traces.size() + " methods; best round trips in ms");
        Align[] aligns = new Align[traces.size() + 2];
        Arrays.fill(aligns, Align.RIGHT);
        aligns[1] = Align.LEFT;
        TextTable table = new TextTable(aligns);
        List<String> head = new ArrayList<>(List.of("TTL", "Address"));
        traces.forEach(trace -> head.add(trace.request().method()));
        table.row(head.toArray(String[]::new));
        int last = traces.stream().mapToInt(MethodsText::lastShown).max().orElse(0);
        for (int ttl = 1; ttl <= last; ttl++) {
            rows(traces, ttl, table);
        }
        table.print(out);
        TextTable verdicts = new TextTable(Align.LEFT, Align.LEFT);
        traces.forEach(trace -> verdicts.row(trace.request().method(), TraceVerdict.of(trace).sentence()));
        verdicts.print(out);
    }

    /** The hop after the last one that answered, for silence behind it is said once. */
    private static int lastShown(Trace trace) {
        int last = trace.hops().size();
        while (last > 1 && trace.hops().get(last - 2).isSilent() && trace.hops().get(last - 1).isSilent()) {
            last--;
        }
        return last;
    }

    private static void rows(List<Trace> traces, int ttl, TextTable table) {
        Set<IpAddress> addresses = new LinkedHashSet<>();
        for (Trace trace : traces) {
            if (ttl <= trace.hops().size()) {
                addresses.addAll(trace.hops().get(ttl - 1).addresses());
            }
        }
        if (addresses.isEmpty()) {
            row(traces, ttl, null, true, table);
        }
        boolean first = true;
        for (IpAddress address : addresses) {
            row(traces, ttl, address, first, table);
            first = false;
        }
    }

    private static void row(List<Trace> traces, int ttl, IpAddress address, boolean first, TextTable table) {
        List<String> cells = new ArrayList<>(List.of(first ? Integer.toString(ttl) : "", address == null ? "*" : address.toString()));
        for (Trace trace : traces) {
            boolean probed = ttl <= trace.hops().size();
            cells.add(probed ? cell(trace.hops().get(ttl - 1), address, first) : "");
        }
        table.row(cells.toArray(String[]::new));
    }

    private static String cell(Hop hop, IpAddress address, boolean first) {
        if (hop.isSilent()) {
            return first ? "*" : "";
        }
        List<Reply> replies = hop.replies().stream().filter(reply -> reply.address().equals(address)).toList();
        if (replies.isEmpty()) {
            return "";
        }
        long best = replies.stream().mapToLong(Reply::rttNanos).min().orElseThrow();
        return String.format(Locale.ROOT, "%.3f", best / 1e6) + mark(replies.getFirst()) + (hop.limited() ? " limited" : "");
    }

    /** As traceroute marks what is no time exceeded. */
    private static String mark(Reply reply) {
        return reply.fromTarget() || reply.kind() == ReplyKind.TIME_EXCEEDED ? ""
                : reply.kind() == ReplyKind.ADMIN_PROHIBITED ? " !X" : " !";
    }
}
