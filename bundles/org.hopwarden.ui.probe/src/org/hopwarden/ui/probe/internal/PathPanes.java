package org.hopwarden.ui.probe.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.hopwarden.probe.Trace;
import org.hopwarden.ui.Pane;
import org.hopwarden.ui.SeenPacket;
import org.hopwarden.ui.probe.internal.ChartsPane.Kind;
import org.hopwarden.ui.visualization.HopGraphCanvas;
import org.hopwarden.visualization.Chart;
import org.hopwarden.visualization.HopGraph;

/** Graph, charts and table of one path. A hop that is chosen in one of them is marked in all. */
final class PathPanes {

    private static final String BUNDLE = "org.hopwarden.ui.probe";

    private final HopGraphCanvas graph;
    private final ChartsPane charts;
    private final HopTable table;
    private int chosen;

    /**
     * @param parent has a grid layout of one column
     * @param kinds the charts that are offered
     * @param chart what a chart shows when the hop of this TTL is chosen, 0 for none
     * @param text the whole as text
     * @param hops whose they are
     */
    PathPanes(Composite parent, String name, List<Kind> kinds, ChartSource chart, Supplier<String> text, HopTable.Kind hops) {
        boolean watched = hops == HopTable.Kind.WATCH;
        SashForm rows = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        SashForm upper = new SashForm(rows, SWT.HORIZONTAL | SWT.SMOOTH);
        Pane path = new Pane(upper, "Path");
        graph = new HopGraphCanvas(path.body(), SWT.NONE);
        addTools(path.tools(), name);
        path.setNote(watched ? "The latest " + PathHistory.RECENT + " rounds" : "Drag to move, wheel to zoom, double-click to fit");
        charts = new ChartsPane(upper, kinds, kind -> chart.chart(kind, chosen));
        table = new HopTable(new Pane(rows, "Hops").body(), text, hops);
        // In percent: how much of the height is graph and charts, how much of the width is graph. All paths are wide and tall.
        int height = switch (hops) {
            case WATCH -> 47;
            case TRACE -> 52;
            case PATHS -> 64;
        };
        int width = switch (hops) {
            case WATCH -> 54;
            case TRACE -> 60;
            case PATHS -> 76;
        };
        rows.setWeights(height, 100 - height);
        upper.setWeights(width, 100 - width);
        graph.onSelection(this::chosenInGraph);
        charts.canvas().onSelection(ttl -> choose(ttl, "", charts));
        table.onSelection(row -> choose(row.map(HopRow::ttl).orElse(0), row.map(HopRow::branch).map(HopRow.Branch::node).orElse(""), table));
    }

    /** Gives charts. */
    @FunctionalInterface
    interface ChartSource {
        Chart chart(Kind kind, int chosen);
    }

    private void addTools(ToolBarManager tools, String name) {
        tools.add(tool("Zoom In (+)", "icons/zoom-in.svg", graph::zoomIn));
        tools.add(tool("Zoom Out (-)", "icons/zoom-out.svg", graph::zoomOut));
        tools.add(tool("Fit (0)", "icons/fit.svg", graph::fit));
        tools.add(new Separator());
        tools.add(tool("Save Picture... (SVG or PNG)", "icons/picture.svg", () -> graphPicture()
                .ifPresent(picture -> Pictures.ask(graph.getShell(), "path-" + name, picture))));
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

    /** Offers the reply of the chosen hop, in table and graph, to whoever can do something with packets. */
    void offerReplies(IWorkbenchPartSite site, Supplier<Optional<Trace>> trace) {
        Supplier<Optional<SeenPacket>> reply = () -> table.selection()
                .flatMap(row -> trace.get().flatMap(known -> ReplyPacket.of(known, row.ttl(), row.addresses())));
        SeenPacket.contributeTo(table.menu(), site, reply);
        MenuManager menu = new MenuManager();
        menu.add(tool("Fit", "icons/fit.svg", graph::fit));
        menu.add(new Separator());
        SeenPacket.contributeTo(menu, site, reply);
        graph.setMenu(menu.createContextMenu(graph));
        graph.addDisposeListener(event -> menu.dispose());
    }

    HopGraphCanvas graph() {
        return graph;
    }

    ChartsPane charts() {
        return charts;
    }

    HopTable table() {
        return table;
    }

    Optional<Pictures.Picture> graphPicture() {
        return graph.drawing().map(Pictures::of);
    }

    private void chosenInGraph(Optional<String> id) {
        HopGraph shown = graph.graph();
        Optional<HopGraph.Node> node = id.flatMap(element -> shown.node(element)
                .or(() -> shown.link(element).flatMap(link -> shown.node(link.to()))));
        choose(node.filter(HopGraph.Node::reached).map(HopGraph.Node::firstTtl).orElse(0), node.map(HopGraph.Node::id).orElse(""), graph);
    }

    /**
     * Marks a hop everywhere but where the user marked it.
     *
     * @param nodeId which of several nodes at this distance is meant; empty for any
     */
    private void choose(int ttl, String nodeId, Object from) {
        if (from != table) {
            table.select(ttl, nodeId);
        }
        if (from != graph) {
            List<HopGraph.Node> nodes = graph.graph().nodesAt(ttl);
            List<String> meant = nodes.stream().map(HopGraph.Node::id).filter(id -> nodeId.isEmpty() || id.equals(nodeId)).toList();
            if (meant.stream().noneMatch(id -> graph.selection().equals(Optional.of(id)))) {
                graph.select(meant.stream().findFirst());
            }
        }
        chosen = ttl;
        charts.update();
    }
}
