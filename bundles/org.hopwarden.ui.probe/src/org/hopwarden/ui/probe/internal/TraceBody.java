package org.hopwarden.ui.probe.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Trace;
import org.hopwarden.ui.Pane;
import org.hopwarden.ui.Throttle;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;
import org.hopwarden.ui.visualization.HopGraphCanvas;
import org.hopwarden.ui.visualization.LatencyChartControl;
import org.hopwarden.visualization.HopGraph;

/** A trace's results: what came out, the path as a graph, the hops as rows, the round-trip times as a chart. */
final class TraceBody {

    private static final int UPDATE_MILLIS = 100;
    private static final String BUNDLE = "org.hopwarden.ui.probe";

    private final OpenTrace trace;
    private final Networks networks;
    private final Runnable updated;
    private final Composite control;
    private final SummaryStrip summary;
    private final HopGraphCanvas graph;
    private final HopTable table;
    private final LatencyChartControl chart;
    private final Pane path;
    private Trace shown;

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
        path = new Pane(rows, "Path");
        graph = new HopGraphCanvas(path.body(), SWT.NONE);
        addZoom(path.tools());
        path.setNote("Drag to move, wheel to zoom, double-click to fit");
        SashForm lower = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
        table = new HopTable(new Pane(lower, "Hops").body());
        chart = new LatencyChartControl(new Pane(lower, "Round-trip time by hop").body(), SWT.NONE);
        rows.setWeights(48, 52);
        lower.setWeights(60, 40);
        graph.onSelection(this::selectedInGraph);
        table.onSelection(this::selectedInTable);
        Throttle throttle = new Throttle(parent.getDisplay(), UPDATE_MILLIS, this::update);
        Runnable listener = throttle::request;
        trace.onChange(listener);
        control.addDisposeListener(event -> trace.removeListener(listener));
        update();
    }

    private void addZoom(ToolBarManager tools) {
        tools.add(tool("Zoom In (+)", "icons/zoom-in.svg", graph::zoomIn));
        tools.add(tool("Zoom Out (-)", "icons/zoom-out.svg", graph::zoomOut));
        tools.add(tool("Fit (0)", "icons/fit.svg", graph::fit));
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

    private void update() {
        if (control.isDisposed()) {
            return;
        }
        Snapshot snapshot = trace.snapshot();
        summary.show(snapshot, networks.label(trace.spec().network()));
        snapshot.known().filter(now -> !now.equals(shown)).ifPresent(now -> {
            shown = now;
            table.show(now.hops());
            graph.show(HopGraph.of(now));
            chart.show(List.of(now));
        });
        updated.run();
    }

    private void selectedInGraph(Optional<String> id) {
        HopGraph shownGraph = graph.graph();
        Optional<HopGraph.Node> node = id.flatMap(chosen -> shownGraph.node(chosen)
                .or(() -> shownGraph.link(chosen).flatMap(link -> shownGraph.node(link.to()))));
        table.select(node.filter(HopGraph.Node::reached).map(HopGraph.Node::firstTtl).orElse(0));
    }

    private void selectedInTable(int ttl) {
        List<HopGraph.Node> nodes = graph.graph().nodesAt(ttl);
        boolean already = nodes.stream().anyMatch(node -> graph.selection().equals(Optional.of(node.id())));
        if (!already) {
            graph.select(nodes.stream().map(HopGraph.Node::id).findFirst());
        }
    }

    /** The rows as they stand. */
    List<Hop> hops() {
        return shown == null ? List.of() : shown.hops();
    }

    void setFocus() {
        table.table().setFocus();
    }
}
