package org.hopwarden.ui.probe.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.hopwarden.probe.Watch;
import org.hopwarden.probe.WatchedHop;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;

/** What is said of a watch in words. */
final class WatchText {

    private WatchText() {
    }

    static String headline(OpenTrace trace, Watch watch) {
        Snapshot snapshot = trace.snapshot();
        String target = snapshot.spec().target();
        if (snapshot.problem() != null) {
            return "The watch of " + target + " could not go on";
        }
        if (watch == null) {
            return trace.isRunning() ? "Looking up " + target + "\u2026" : "Watched " + target;
        }
        String address = watch.request().address().toString();
        String named = target.equals(address) ? target : target + " (" + address + ")";
        String doing = !trace.isRunning() ? "Watched " : trace.isPaused() ? "Paused: " : "Watching ";
        return doing + named + ": " + state(watch);
    }

    private static String state(Watch watch) {
        if (!watch.reached()) {
            return watch.hops().isEmpty() ? "no probe is out yet" : "no answer of the target";
        }
        WatchedHop end = watch.hops().getLast();
        return String.format(Locale.ROOT, "%.3f ms, %s loss at hop %d", end.rtt().meanNanos() / 1e6,
                HopRow.percent(end.lossRatio()), end.ttl());
    }

    static String details(OpenTrace trace, Watch watch, String network) {
        if (trace.snapshot().problem() != null) {
            return trace.snapshot().problem().text().replace("\n\n", " ");
        }
        List<String> parts = new ArrayList<>();
        if (!trace.note().isEmpty()) {
            parts.add(trace.note());
        }
        if (watch != null) {
            if (!watch.message().isEmpty()) {
                parts.add(watch.message());
            }
            parts.add(TraceText.count(watch.rounds(), "round"));
            parts.add(watch.routeChangeCount() == 0 ? "no route change"
                    : watch.routeChangeCount() + (watch.routeChangeCount() == 1 ? " route change" : " route changes"));
            lossBegins(watch).ifPresent(parts::add);
        }
        parts.add("every " + trace.spec().options().interval().toMillis() / 1e3 + " s");
        parts.add(TraceText.method(trace.spec()));
        parts.add(network);
        return String.join(" \u00b7 ", parts);
    }

    /** Where on the way what is lost is lost. */
    private static java.util.Optional<String> lossBegins(Watch watch) {
        return watch.hops().stream().filter(hop -> hop.forwardLossRatio() > 0 && hop.received() > 0).findFirst()
                .map(hop -> "loss begins before hop " + hop.ttl());
    }
}
