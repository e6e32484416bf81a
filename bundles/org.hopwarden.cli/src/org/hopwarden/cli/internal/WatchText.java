package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.RouteChange;
import org.hopwarden.probe.RttStatistics;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.Watch;
import org.hopwarden.probe.WatchedHop;

/** A watch as a table for people. */
final class WatchText {

    private static final int MOST_CHANGES = 10;

    private WatchText() {
    }

    /** @param hosts what is known of the addresses; those left out are shown as numbers alone */
    static void print(Watch watch, Map<IpAddress, HostInfo> hosts, PrintStream out) {
        out.println("Watch of " + TraceText.target(watch.request()) + " from " + watch.source() + " by "
                + ProbeMethods.find(watch.request().method()).map(method -> method.label()).orElse(watch.request().method()) + ", "
                + watch.rounds() + (watch.rounds() == 1 ? " round" : " rounds"));
        Align r = Align.RIGHT;
        TextTable table = new TextTable(r, r, r, r, r, r, r, r, r, Align.LEFT);
        table.row("TTL", "Unanswered", "Path loss", "Sent", "Last", "Mean", "Best", "Worst", "Jitter", "Address");
        watch.hops().stream().filter(hop -> hop.ttl() >= watch.request().options().firstTtl()).forEach(hop -> rows(hop, hosts, table));
        table.print(out);
        int more = (int) (watch.routeChangeCount() - Math.min(MOST_CHANGES, watch.routeChanges().size()));
        if (more > 0) {
            out.println(more + " earlier changes of the route");
        }
        watch.routeChanges().stream().skip(Math.max(0, watch.routeChanges().size() - MOST_CHANGES)).forEach(change -> print(change, out));
        if (watch.status() != Trace.Status.FAILED && !watch.message().isEmpty()) {
            out.println("Note: " + watch.message() + ".");
        }
        out.println(verdict(watch));
    }

    private static void rows(WatchedHop hop, Map<IpAddress, HostInfo> hosts, TextTable table) {
        boolean first = true;
        String ttl = Integer.toString(hop.ttl());
        String unanswered = hop.limited() ? "limited" : percent(hop.lossRatio());
        if (hop.addresses().isEmpty()) {
            table.row(ttl, unanswered, percent(hop.forwardLossRatio()), Long.toString(hop.sent()), "", "", "", "", "", "*");
        }
        for (WatchedHop.Answerer answerer : hop.addresses()) {
            RttStatistics rtt = answerer.rtt();
            table.row(first ? ttl : "", first ? unanswered : "", first ? percent(hop.forwardLossRatio()) : "",
                    first ? Long.toString(hop.sent()) : "", millis(rtt.lastNanos()), millis(rtt.meanNanos()), millis(rtt.bestNanos()),
                    millis(rtt.worstNanos()), millis(rtt.jitterNanos()), TraceText.named(answerer.address(), hosts.get(answerer.address())));
            first = false;
        }
    }

    private static void print(RouteChange change, PrintStream out) {
        out.println(String.format(Locale.ROOT, "After %.1f s the route changed at hop %d: %s instead of %s", change.atNanos() / 1e9,
                change.ttl(), change.to(), change.from()));
    }

    private static String verdict(Watch watch) {
        StringBuilder text = new StringBuilder(switch (watch.status()) {
            case RUNNING -> "Still running. ";
            case CANCELLED -> "Cancelled. ";
            case FAILED -> "Failed: " + TraceText.sentence(watch.message()) + " ";
            case DONE -> "";
        });
        if (watch.reached()) {
            WatchedHop target = watch.hops().getLast();
            text.append("The target answers; ").append(percent(target.forwardLossRatio())).append(" is lost on the way (")
                    .append(percent(target.leastLossRatio())).append(" to ").append(percent(target.greatestLossRatio()))
                    .append(" at 95 % confidence unanswered).");
        } else {
            text.append("The target was not reached.");
        }
        long limited = watch.hops().stream().filter(WatchedHop::limited).count();
        if (limited > 0) {
            text.append(limited == 1 ? " 1 hop limits its ICMP: what it leaves" : " " + limited + " hops limit their ICMP: what they leave")
                    .append(" unanswered is not lost on the path.");
        }
        return text.append(" Times in ms.").toString();
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
    }

    private static String millis(double nanos) {
        double millis = nanos / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.3f" : millis < 100 ? "%.2f" : "%.1f", millis);
    }
}
