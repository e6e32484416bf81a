package org.hopwarden.ui.probe.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Trace;
import org.hopwarden.ui.Pane;
import org.hopwarden.ui.Throttle;
import org.hopwarden.ui.probe.internal.ChartsPane.Kind;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;
import org.hopwarden.ui.visualization.HopGraphCanvas;
import org.hopwarden.visualization.Chart;
import org.hopwarden.visualization.DistributionChart;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.LatencyChart;

/** A trace's results: what came out, the path as a graph, charts of the round-trip times, and the hops as rows. */
final class TraceBody {

    private static final int UPDATE_MILLIS = 100;
    private static final String BUNDLE = "org.hopwarden.ui.probe";

    private final OpenTrace trace;
    private final Networks networks;
    private final Runnable updated;
    private final Composite control;
    private final SummaryStrip summary;
    private final HopGraphCanvas graph;
    private final ChartsPane charts;
    private final HopTable table;
    private Trace shown;
    private int chosen;

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
        SashForm rows = new SashForm(control, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        SashForm upper = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
        Pane path = new Pane(upper, "Path");
        graph = new HopGraphCanvas(path.body(), SWT.NONE);
        addTools(path.tools());
        path.setNote("Drag to move, wheel to zoom, double-click to fit");
        charts = new ChartsPane(upper, List.of(Kind.BY_HOP, Kind.DISTRIBUTION), this::chart);
        table = new HopTable(new Pane(rows, "Hops").body(), this::text);
        rows.setWeights(52, 48);
        upper.setWeights(62, 38);
        graph.onSelection(this::chosenInGraph);
        charts.canvas().onSelection(ttl -> choose(ttl, charts));
        table.onSelection(ttl -> choose(ttl, table));
        Throttle throttle = new Throttle(parent.getDisplay(), UPDATE_MILLIS, this::update);
        Runnable listener = throttle::request;
        trace.onChange(listener);
        control.addDisposeListener(event -> trace.removeListener(listener));
        update();
    }

    private void addTools(ToolBarManager tools) {
        tools.add(tool("Zoom In (+)", "icons/zoom-in.svg", graph::zoomIn));
        tools.add(tool("Zoom Out (-)", "icons/zoom-out.svg", graph::zoomOut));
        tools.add(tool("Fit (0)", "icons/fit.svg", graph::fit));
        tools.add(new Separator());
        tools.add(tool("Save Picture... (SVG or PNG)", "icons/picture.svg", () -> graphPicture()
                .ifPresent(picture -> Pictures.ask(control.getShell(), "path-" + trace.spec().target(), picture))));
        tools.update(true);
    }

    private static Action tool(String text, String icon, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(text);
        ResourceLocator.imageDescriptorFromBundle(BUNDLE, icon).ifPresent(action::setImageDescriptor);
        return action;
    }

    Composite control() {
        return control;
    }

    OpenTrace trace() {
        return trace;
    }

    ChartsPane charts() {
        return charts;
    }

    Optional<Pictures.Picture> graphPicture() {
        return graph.drawing().map(Pictures::of);
    }

    private void update() {
        if (control.isDisposed()) {
            return;
        }
        Snapshot snapshot = trace.snapshot();
        summary.show(snapshot, networks.label(trace.spec().network()));
        snapshot.known().filter(now -> !now.equals(shown)).ifPresent(now -> {
            shown = now;
            table.show(now.hops().stream().map(HopRow::of).toList());
            graph.show(HopGraph.of(now));
            charts.update();
        });
        updated.run();
    }

    private Chart chart(Kind kind) {
        List<Hop> hops = hops();
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

    private void chosenInGraph(Optional<String> id) {
        HopGraph shownGraph = graph.graph();
        Optional<HopGraph.Node> node = id.flatMap(element -> shownGraph.node(element)
                .or(() -> shownGraph.link(element).flatMap(link -> shownGraph.node(link.to()))));
        choose(node.filter(HopGraph.Node::reached).map(HopGraph.Node::firstTtl).orElse(0), graph);
    }

    /** Marks a hop everywhere but where the user marked it. */
    private void choose(int ttl, Object from) {
        if (from != table) {
            table.select(ttl);
        }
        if (from != graph) {
            List<HopGraph.Node> nodes = graph.graph().nodesAt(ttl);
            boolean already = nodes.stream().anyMatch(node -> graph.selection().equals(Optional.of(node.id())));
            if (!already) {
                graph.select(nodes.stream().map(HopGraph.Node::id).findFirst());
            }
        }
        chosen = ttl;
        charts.update();
    }

    private String text() {
        return shown == null ? "" : HopText.of(shown);
    }

    /** The hops as they stand. */
    List<Hop> hops() {
        return shown == null ? List.of() : shown.hops();
    }

    void setFocus() {
        table.table().setFocus();
    }
}
