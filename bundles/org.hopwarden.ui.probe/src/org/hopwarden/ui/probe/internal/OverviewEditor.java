package org.hopwarden.ui.probe.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.hopwarden.probe.Trace;
import org.hopwarden.ui.Pane;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.Throttle;
import org.hopwarden.ui.probe.TraceTabs;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;
import org.hopwarden.ui.visualization.ChartCanvas;
import org.hopwarden.ui.visualization.HopGraphCanvas;
import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.LatencyChart;

/** All open traces, a row each, live. A target bar above starts more of them, several at once too. */
public final class OverviewEditor extends EditorPart {

    public static final String ID = "org.hopwarden.ui.probe.overview";

    private static final int UPDATE_MILLIS = 250;
    private static final int MOST_COMPARED = 12;

    private final Map<TraceState, Image> icons = new EnumMap<>(TraceState.class);
    private TargetBar bar;
    private Pane pane;
    private TableViewer viewer;
    private TableColumns<OverviewRow> columns;
    private Pane paths;
    private HopGraphCanvas graph;
    private ChartCanvas chart;
    private List<Trace> compared = List.of();
    private List<OverviewRow> rows = List.of();

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        OpenTraces tabs = OpenTraces.get();
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        bar = new TargetBar(area, tabs.networks(), Methods.all());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
        bar.onStart((specs, watched) -> {
            if (specs.getFirst().isEveryMethod()) {
                specs.forEach(spec -> tabs.startEveryMethod(getSite().getPage(), spec));
                return;
            }
            specs.forEach(spec -> tabs.start(getSite().getPage(), spec.withOptions(spec.options().withWatched(watched)), false));
            getSite().getPage().activate(this);
        });
        bar.onOpenTopology(() -> TopologyFiles.ask(getSite().getPage(), tabs.networks(), bar::choose));
        bar.fill(tabs.blank());
        SashForm halves = new SashForm(area, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        pane = new Pane(halves, "Traces");
        createTable(new Composite(pane.body(), SWT.NONE));
        SashForm lower = new SashForm(halves, SWT.HORIZONTAL | SWT.SMOOTH);
        paths = new Pane(lower, "Paths");
        graph = new HopGraphCanvas(paths.body(), SWT.NONE);
        chart = new ChartCanvas(new Pane(lower, "Round trips").body(), SWT.NONE);
        lower.setWeights(62, 38);
        viewer.addSelectionChangedListener(event -> showCompared());
        Throttle throttle = new Throttle(parent.getDisplay(), UPDATE_MILLIS, this::update);
        Runnable observer = throttle::request;
        tabs.observe(observer);
        area.addDisposeListener(event -> {
            tabs.removeObserver(observer);
            icons.values().forEach(Image::dispose);
        });
        update();
    }

    private void createTable(Composite area) {
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        Table table = viewer.getTable();
        table.setData(TraceTabs.WIDGET, "Traces");
        table.setHeaderVisible(true);
        // Not the input: rows are replaced one by one, and a refresh after a switch of the theme must find the newest.
        viewer.setContentProvider((IStructuredContentProvider) input -> rows.toArray());
        viewer.setComparer(new ByTrace());
        ColumnViewerToolTipSupport.enableFor(viewer);
        Function<OverviewRow, ColorRole> plain = row -> null;
        Function<OverviewRow, ColorRole> byState = row -> switch (row.state()) {
            case REACHED -> ColorRole.TARGET;
            case MISSED -> ColorRole.LOSS;
            case FAILED -> ColorRole.REFUSED;
            case STOPPED, PAUSED -> ColorRole.TEXT_MUTED;
            case RUNNING -> null;
        };
        columns = new TableColumns<OverviewRow>(viewer)
                .picture("", "Running, paused, reached, not reached, stopped or failed", 30, this::paintIcon)
                .tooltip(row -> row.state().word())
                .text("Target", "What is traced", "observatory.example", 2, OverviewRow::target, plain)
                .text("Method", "How the probes are built", "TCP SYN, port 443", 0, OverviewRow::method, plain)
                .text("Network", "Where the probes go", "Lab: Forum case", 0, OverviewRow::network, plain)
                .number("Hops", "How many hops are known", "3", OverviewRow::hops, plain)
                .text("End", "Who stands at the end of what is known", "192.168.100.100", 1, OverviewRow::end, plain)
                .number("Loss", "The share of probes to that end without a reply", "100 %", OverviewRow::loss,
                        row -> row.loss().isEmpty() || row.loss().equals("0 %") ? null : ColorRole.LOSS)
                .number("Mean ms", "The mean round-trip time to that end, in milliseconds", "100.000", OverviewRow::millis, plain)
                .text("Verdict", "What came out", "Reached in 10 hops; the target answered", 5, OverviewRow::verdict, byState);
        viewer.addDoubleClickListener(event -> openSelected());
        addMenu(table);
        Themes.onSwitch(table, viewer::refresh);
    }

    private void paintIcon(GC gc, OverviewRow row, Rectangle cell, boolean selected) {
        Image image = icons.computeIfAbsent(row.state(), state -> ResourceLocator
                .imageDescriptorFromBundle("org.hopwarden.ui.probe", state.icon()).orElseThrow().createImage());
        Rectangle size = image.getBounds();
        gc.drawImage(image, cell.x + (cell.width - size.width) / 2, cell.y + (cell.height - size.height) / 2);
    }

    private static final class ByTrace implements IElementComparer {
        @Override
        public boolean equals(Object one, Object other) {
            return one instanceof OverviewRow a && other instanceof OverviewRow b ? a.trace() == b.trace() : one.equals(other);
        }

        @Override
        public int hashCode(Object element) {
            return element instanceof OverviewRow row ? System.identityHashCode(row.trace()) : element.hashCode();
        }
    }

    private void addMenu(Table table) {
        MenuManager menu = new MenuManager();
        menu.add(action("Show", this::openSelected));
        menu.add(action("Stop", () -> selected().forEach(row -> TraceJob.cancel(row.trace()))));
        menu.add(action("Trace Again", () -> selected().forEach(
                row -> OpenTraces.get().start(getSite().getPage(), row.trace().spec(), false))));
        menu.add(action("Copy for a Spreadsheet\tCtrl+C", () -> columns.copy(selected())));
        menu.add(action("Copy All for a Spreadsheet", () -> columns.copy(rows)));
        table.setMenu(menu.createContextMenu(table));
        table.addDisposeListener(event -> menu.dispose());
        table.addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                columns.copy(selected());
            }
        });
    }

    private static Action action(String name, Runnable run) {
        return new Action(name) {
            @Override
            public void run() {
                run.run();
            }
        };
    }

    @SuppressWarnings("unchecked")
    private List<OverviewRow> selected() {
        return (List<OverviewRow>) viewer.getStructuredSelection().toList();
    }

    /** Chooses these traces, so that their paths are shown together. */
    void compare(List<OpenTrace> traces) {
        update();
        viewer.setSelection(new StructuredSelection(rows.stream().filter(row -> traces.contains(row.trace())).toList()), true);
    }

    /** The paths of the chosen rows in one graph and one chart. */
    private void showCompared() {
        List<Snapshot> chosen = selected().stream().map(row -> row.trace().snapshot()).filter(snapshot -> snapshot.trace() != null)
                .limit(MOST_COMPARED).toList();
        List<Trace> traces = chosen.stream().map(Snapshot::trace).toList();
        if (!traces.equals(compared)) {
            compared = traces;
            graph.show(chosen.size() == 1 && chosen.getFirst().paths() != null ? HopGraph.of(chosen.getFirst().paths())
                    : HopGraph.of(traces));
            chart.show(LatencyChart.of(traces));
        }
        paths.setNote(traces.isEmpty() ? "Choose one or several rows to compare their paths"
                : traces.size() == 1 ? "1 trace" : traces.size() + " traces together");
    }

    private void openSelected() {
        selected().stream().findFirst().ifPresent(row -> OpenTraces.get().bringToFront(getSite().getPage(), row.trace()));
    }

    private void update() {
        if (viewer.getTable().isDisposed()) {
            return;
        }
        OpenTraces tabs = OpenTraces.get();
        List<OverviewRow> before = rows;
        rows = tabs.open().stream().map(trace -> OverviewRow.of(trace, tabs.networks())).toList();
        boolean same = before.size() == rows.size();
        for (int i = 0; same && i < rows.size(); i++) {
            same = before.get(i).trace() == rows.get(i).trace();
        }
        if (!same) {
            ISelection chosen = viewer.getSelection();
            viewer.setInput(rows);
            viewer.setSelection(chosen);
        } else {
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).equals(before.get(i))) {
                    viewer.replace(rows.get(i), i);
                }
            }
        }
        showCompared();
        long running = rows.stream().filter(row -> row.trace().isRunning()).count();
        pane.setNote(rows.size() + " open, " + running + " running. A double-click shows one.");
    }

    @Override
    public void setFocus() {
        bar.setFocus();
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        throw new IllegalStateException("the overview has nothing to save");
    }

    @Override
    public void doSaveAs() {
        throw new IllegalStateException("the overview has nothing to save");
    }
}
