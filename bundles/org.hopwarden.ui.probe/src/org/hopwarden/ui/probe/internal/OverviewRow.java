package org.hopwarden.ui.probe.internal;

import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Trace;
import org.hopwarden.report.TraceVerdict;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;

/**
 * A row of the overview.
 *
 * @param hops how many there are; empty where none is known
 * @param end who stands at the end of what is known
 * @param loss at that end
 * @param millis mean round-trip time to that end
 */
record OverviewRow(OpenTrace trace, TraceState state, String target, String method, String network, String hops, String end,
        String loss, String millis, String verdict) {

    static OverviewRow of(OpenTrace trace, Networks networks) {
        Snapshot snapshot = trace.snapshot();
        TraceSpec spec = trace.spec();
        String network = networks.label(spec.network());
        String method = TraceText.method(spec);
        TraceState state = TraceState.of(trace);
        if (spec.isWatched() && trace.moment().isPresent()) {
            WatchFold.Moment moment = trace.moment().get();
            HopRow last = moment.rows().isEmpty() ? null : moment.rows().getLast();
            return new OverviewRow(trace, state, spec.target(), method, network, last == null ? "" : "" + last.ttl(),
                    last == null ? "" : last.who(), last == null ? "" : last.lossText(), last == null ? "" : last.mean(),
                    WatchText.headline(trace, moment.watch()));
        }
        Trace known = snapshot.trace();
        if (known == null) {
            return new OverviewRow(trace, state, spec.target(), method, network, "", "", "", "", snapshot.problem() != null
                    ? snapshot.problem().what() : TraceText.headline(snapshot));
        }
        HopRow end = end(known.hops());
        return new OverviewRow(trace, state, spec.target(), method, network, Integer.toString(known.hops().size()),
                end == null ? "" : end.addresses().stream().map(IpAddress::toString).collect(Collectors.joining(", ")),
                end == null ? "" : end.lossText(), end == null ? "" : end.mean(), TraceVerdict.of(known).sentence());
    }

    /** The last hop that answered. */
    private static HopRow end(List<Hop> hops) {
        return hops.reversed().stream().filter(hop -> !hop.isSilent()).findFirst().map(HopRow::of).orElse(null);
    }
}
