package org.hopwarden.ui.probe.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.RouteChange;
import org.hopwarden.probe.RttStatistics;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceListener;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Watch;
import org.hopwarden.probe.WatchRecorder;
import org.hopwarden.probe.WatchedHop;
import org.hopwarden.ui.probe.internal.HopRow.Role;
import org.hopwarden.ui.probe.internal.HopRow.Times;
import org.hopwarden.visualization.RouteChart.Span;
import org.hopwarden.visualization.TimelineChart.Line;

/** Folds the events of a watch into what is shown of it. Memory does not grow with time. Safe for use by several threads. */
final class WatchFold implements TraceListener {

    /**
     * A moment of a watch.
     *
     * @param watch its figures
     * @param rows the hop table
     * @param recent the latest rounds as a trace, for the graph and the chart of hops
     * @param lines for the timeline
     * @param spans for the timeline of routes
     * @param millis the latest round-trip times of each hop, from TTL 1 on
     */
    record Moment(Watch watch, List<HopRow> rows, Trace recent, List<Line> lines, List<Span> spans, List<double[]> millis) {
    }

    private final TraceRequest request;
    private final WatchRecorder recorder;
    private final PathHistory history = new PathHistory();

    WatchFold(TraceRequest request) {
        this.request = request;
        recorder = new WatchRecorder(request);
    }

    @Override
    public synchronized void on(TraceEvent event) {
        recorder.on(event);
        history.on(event);
    }

    /** How far it has come: the time of the latest event and the number of rounds. */
    synchronized Watch watch() {
        return recorder.watch();
    }

    /** The state now. Takes some milliseconds, so not for the UI thread. */
    synchronized Moment moment() {
        Watch watch = recorder.watch();
        List<HopRow> rows = new ArrayList<>();
        List<Hop> hops = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<double[]> millis = new ArrayList<>();
        for (WatchedHop hop : watch.hops()) {
            HopRow row = row(hop);
            rows.add(row);
            hops.add(history.recentHop(hop.ttl(), hop.forwardLossRatio()));
            lines.add(new Line(hop.ttl(), row.who(), history.stretches(hop.ttl())));
            millis.add(history.millis(hop.ttl()));
        }
        int probes = hops.stream().mapToInt(Hop::sent).sum();
        Trace recent = new Trace(request, watch.source(), watch.startedAt(), watch.status(), probes, 0, hops, watch.message());
        return new Moment(watch, rows, recent, lines, spans(watch), millis);
    }

    /** The latest rounds as a trace. */
    Trace recent() {
        return moment().recent();
    }

    private HopRow row(WatchedHop hop) {
        List<IpAddress> addresses = hop.addresses().stream().map(WatchedHop.Answerer::address).toList();
        List<String> says = history.says(hop.ttl());
        boolean refuses = !hop.isTarget() && says.stream().anyMatch(text -> !text.equals("Time exceeded"));
        Role role = hop.received() == 0 ? hop.lost() > 0 ? Role.SILENT : hop.sent() > 0 ? Role.WAITING : Role.SKIPPED
                : hop.isTarget() ? Role.TARGET : refuses ? Role.REFUSING : Role.ROUTER;
        RttStatistics rtt = hop.rtt();
        Times times = new Times((int) Math.min(Integer.MAX_VALUE, rtt.count()), rtt.lastNanos(), rtt.bestNanos(), rtt.meanNanos(),
                rtt.worstNanos(), rtt.jitterNanos());
        long settled = hop.lost() + hop.received();
        String loss = settled == 0 ? "\u2013" : HopRow.percent(hop.lossRatio());
        boolean alarm = role != Role.SILENT && hop.forwardLossRatio() > 0;
        return new HopRow(hop.ttl(), addresses, role, (int) hop.sent(), (int) hop.lost(), times, history.recent(hop.ttl()), loss,
                alarm, meaning(hop, settled), String.join(", ", says), hop.limited() ? "limited"
                        : settled == 0 || role == Role.SILENT ? "" : HopRow.percent(hop.forwardLossRatio()), HopRow.Branch.WHOLE);
    }

    /** What the loss is, with the interval that the numbers speak for. */
    private static String meaning(WatchedHop hop, long settled) {
        if (settled == 0) {
            return "No probe is settled yet";
        }
        String counted = hop.lost() + " of " + settled + " probes without a reply.\n95 % interval (Wilson): "
                + percent(hop.leastLossRatio()) + " to " + percent(hop.greatestLossRatio()) + ".\n";
        if (hop.received() == 0) {
            return counted + "This hop never answered; that tells nothing of what passes it.";
        }
        String forward = "Traffic that passes this hop suffers " + percent(hop.forwardLossRatio()) + " loss up to here.";
        return counted + (hop.limited() ? "The router limits its answers: most of what is missing is not lost.\n" : "") + forward;
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
    }

    /** From the changes: before the first, its old router answered; behind the last, its new one. */
    private static List<Span> spans(Watch watch) {
        List<Span> spans = new ArrayList<>();
        for (WatchedHop hop : watch.hops()) {
            List<RouteChange> changes = watch.routeChanges().stream().filter(change -> change.ttl() == hop.ttl()).toList();
            long from = 0;
            String address = !changes.isEmpty() ? changes.getFirst().from().toString()
                    : hop.addresses().isEmpty() ? "" : hop.addresses().getFirst().address().toString();
            for (RouteChange change : changes) {
                spans.add(new Span(hop.ttl(), address, from, change.atNanos()));
                from = change.atNanos();
                address = change.to().toString();
            }
            spans.add(new Span(hop.ttl(), address, from, Math.max(from + 1, watch.elapsedNanos())));
        }
        return spans;
    }
}
