package org.hopwarden.report.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.PathFinding;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.report.TraceJson;
import org.hopwarden.report.TraceVerdict;

/**
 * One trace as the template shows it: everything is text, and nothing is escaped yet.
 *
 * @param number from 1
 * @param verdictClass the CSS class of the verdict's colour
 * @param verdictMark a sign for the verdict, for readers who do not see its colour
 * @param answeredBehind that what some hops left unanswered is no loss; empty where there is no such hop
 * @param sum how the probes add up
 */
record TraceView(int number, String target, String address, boolean addressDiffers, String method, String port, String source,
        String started, String status, String verdict, String verdictClass, String verdictMark, int hopCount,
        List<HopView> hops, boolean noHops, List<String> findings, boolean hasFindings, String answeredBehind, int probes, int beyondEnd, String sum, String maxTtl, String queries, String maxWait,
        String json) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String NONE = "\u2013";

    /**
     * A row of the hop table; a hop has as many as it has addresses.
     *
     * @param first whether it is the first row of its hop, that has the cells of the whole hop
     * @param span how many rows the hop has
     * @param name of the host; empty where it is not known
     * @param network that the address belongs to; empty where it is not known
     */
    record HopView(boolean first, int span, int ttl, int sent, String lost, boolean lossy, boolean silent, String address, String name,
            String network, String best, String mean, String worst, String said, boolean target, boolean refused) {
    }

    static TraceView of(Trace trace, Map<IpAddress, HostInfo> hosts, int number) {
        TraceRequest request = trace.request();
        TraceVerdict verdict = TraceVerdict.of(trace);
        String address = request.address().toString();
        int inHops = trace.hops().stream().mapToInt(Hop::sent).sum();
        return new TraceView(number, request.target(), address, !address.equals(request.target()), request.method(),
                request.port() == 0 ? "" : Integer.toString(request.port()),
                trace.source() == null ? "not known" : trace.source().toString(),
                trace.startedAt() == null ? "not known" : TIME.format(trace.startedAt()),
                trace.status().name().toLowerCase(Locale.ROOT), verdict.sentence(),
                verdict.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'), mark(verdict.outcome()),
                trace.hops().size(), hops(trace, hosts), trace.hops().isEmpty(),
                PathFinding.of(trace).stream().map(PathFinding::toString).toList(), !PathFinding.of(trace).isEmpty(),
                TraceVerdict.answeredBehind(trace).orElse(""), trace.probes(), trace.beyondEnd(),
                inHops + " in the table + " + trace.beyondEnd() + " beyond the end = " + trace.probes(),
                Integer.toString(request.maxTtl()), Integer.toString(request.queries()), seconds(request.maxWait()),
                TraceJson.pretty(trace, TraceJson.Detail.ALL));
    }

    private static String mark(TraceVerdict.Outcome outcome) {
        return switch (outcome) {
            case REACHED -> "\u2713";
            case REFUSED, NOT_REACHED, FAILED -> "\u2717";
            case RUNNING, CANCELLED -> "\u2026";
        };
    }

    private static List<HopView> hops(Trace trace, Map<IpAddress, HostInfo> hosts) {
        List<HopView> views = new ArrayList<>();
        for (Hop hop : trace.hops()) {
            List<IpAddress> addresses = hop.addresses();
            if (addresses.isEmpty()) {
                String said = hop.lost() < hop.sent() && trace.status() == Trace.Status.RUNNING ? "no answer yet" : "no answer";
                views.add(new HopView(true, 1, hop.ttl(), hop.sent(), lost(hop), hop.lost() > 0, true, NONE, "", "", NONE, NONE,
                        NONE, said, false, false));
            }
            for (int i = 0; i < addresses.size(); i++) {
                IpAddress address = addresses.get(i);
                List<Reply> replies = hop.replies().stream().filter(reply -> reply.address().equals(address)).toList();
                LongSummaryStatistics rtt = replies.stream().mapToLong(Reply::rttNanos).summaryStatistics();
                Optional<HostInfo> host = Optional.ofNullable(hosts.get(address));
                boolean target = replies.stream().anyMatch(Reply::fromTarget);
                views.add(new HopView(i == 0, addresses.size(), hop.ttl(), hop.sent(), lost(hop), hop.lost() > 0, false,
                        address.toString(), host.flatMap(HostInfo::name).orElse(""),
                        host.flatMap(HostInfo::network).map(TraceView::network).orElse(""), millis(rtt.getMin()), millis(Math.round(rtt.getAverage())), millis(rtt.getMax()),
                        said(replies), target, !target && replies.stream().anyMatch(reply -> reply.kind().isFinal())));
            }
        }
        return views;
    }

    private static String network(HostInfo.Network network) {
        return ((network.asn() == 0 ? "" : "AS" + network.asn() + " ") + network.name()).strip();
    }

    private static String said(List<Reply> replies) {
        Map<String, Long> counts = replies.stream()
                .collect(Collectors.groupingBy(Reply::describe, LinkedHashMap::new, Collectors.counting()));
        Stream<String> said = counts.entrySet().stream()
                .map(entry -> counts.size() == 1 ? entry.getKey() : entry.getKey() + " (" + entry.getValue() + ")");
        Stream<String> notes = replies.stream().flatMap(reply -> reply.notes().stream()).distinct();
        return Stream.concat(said, notes).collect(Collectors.joining("; "));
    }

    private static String lost(Hop hop) {
        return hop.limited() ? "limited" : hop.lost() == 0 ? "0" : hop.lost() + " (" + Math.round(100 * hop.lossRatio()) + " %)";
    }

    /** Milliseconds with two decimals below 10, one below 100, else none. */
    private static String millis(long nanos) {
        double millis = nanos / 1e6;
        return String.format(Locale.ROOT, millis < 9.995 ? "%.2f" : millis < 99.95 ? "%.1f" : "%.0f", millis);
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).setScale(3, RoundingMode.UNNECESSARY).stripTrailingZeros()
                .toPlainString() + " s";
    }
}
