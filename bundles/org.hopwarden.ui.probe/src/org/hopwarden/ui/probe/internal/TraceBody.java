package org.hopwarden.ui.probe.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.Trace;
import org.hopwarden.ui.Throttle;
import org.hopwarden.ui.probe.internal.ChartsPane.Kind;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;
import org.hopwarden.visualization.Chart;
import org.hopwarden.visualization.DistributionChart;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.LatencyChart;

/** A trace's results: what came out, the path as a graph, charts of the round-trip times, and the hops as rows. */
final class TraceBody implements ResultBody {

    private static final int UPDATE_MILLIS = 100;

    private final OpenTrace trace;
    private final Networks networks;
    private final Runnable updated;
    private final Composite control;
    private final SummaryStrip summary;
    private final PathPanes panes;
    private Trace shown;
    private MultipathTrace shownPaths;

    /**
     * @param updated runs on the UI thread after the results were brought up to date
     */
    TraceBody(Composite parent, OpenTrace trace, Networks networks, Runnable updated) {
        this.trace = trace;
        this.networks = networks;
        this.updated = updated;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        summary = new SummaryStrip(control);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(summary.control());
        panes = new PathPanes(control, trace.spec().target(), List.of(Kind.BY_HOP, Kind.DISTRIBUTION), this::chart, this::text,
                trace.spec().options().allPaths().isPresent() ? HopTable.Kind.PATHS : HopTable.Kind.TRACE);
        Throttle throttle = new Throttle(parent.getDisplay(), UPDATE_MILLIS, this::update);
        Runnable listener = throttle::request;
        trace.onChange(listener);
        control.addDisposeListener(event -> trace.removeListener(listener));
        update();
    }

    @Override
    public Composite control() {
        return control;
    }

    @Override
    public OpenTrace trace() {
        return trace;
    }

    @Override
    public ChartsPane charts() {
        return panes.charts();
    }

    @Override
    public Optional<Pictures.Picture> graphPicture() {
        return panes.graphPicture();
    }

    private void update() {
        if (control.isDisposed()) {
            return;
        }
        Snapshot snapshot = trace.snapshot();
        summary.show(snapshot, trace.note(), networks.label(trace.spec().network()));
        snapshot.known().filter(now -> !now.equals(shown)).ifPresent(now -> {
            shown = now;
            shownPaths = snapshot.paths();
            HopGraph graph = shownPaths == null ? HopGraph.of(now) : HopGraph.of(shownPaths);
            panes.table().show(shownPaths == null ? HopRow.of(now) : PathRows.of(graph));
            panes.graph().show(graph);
            panes.charts().update();
        });
        updated.run();
    }

    private Chart chart(Kind kind, int chosen) {
        List<Hop> hops = shown == null ? List.of() : shown.hops();
        return switch (kind) {
            case BY_HOP -> LatencyChart.of(shown == null ? List.of() : List.of(shown)).choose(chosen);
            case DISTRIBUTION -> hops.stream().filter(hop -> hop.ttl() == chosen).findFirst()
                    .or(() -> hops.reversed().stream().filter(hop -> !hop.isSilent()).findFirst())
                    .map(TraceBody::distribution).orElseGet(() -> DistributionChart.of(0, "", new double[0]));
            case TIMELINE, ROUTES -> throw new IllegalStateException("a single trace has no " + kind);
        };
    }

    private static DistributionChart distribution(Hop hop) {
        return DistributionChart.of(hop.ttl(), hop.addresses().stream().map(IpAddress::toString).findFirst().orElse("no reply"),
                hop.replies().stream().mapToDouble(reply -> reply.rttMillis()).toArray());
    }

    private String text() {
        return shown == null ? "" : shownPaths == null ? HopText.of(shown) : HopText.paths(shown, panes.table().rows());
    }

    @Override
    public void setFocus() {
        panes.table().table().setFocus();
    }
}
