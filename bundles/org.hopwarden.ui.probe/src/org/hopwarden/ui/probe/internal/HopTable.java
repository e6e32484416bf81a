package org.hopwarden.ui.probe.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.IStructuredContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;
import org.hopwarden.visualization.ColorRole;

/** The hops of a trace as rows. */
final class HopTable {

    /** Whose hops they are. */
    enum Kind {
        TRACE,
        /** Loss is told apart. */
        WATCH,
        /** Several rows may stand at one distance. */
        PATHS
    }

    private final TableViewer viewer;
    private final TableColumns<HopRow> columns;
    private final Supplier<String> text;
    private final List<Consumer<Optional<HopRow>>> listeners = new ArrayList<>();
    private final MenuManager menu = new MenuManager();
    private List<HopRow> rows = List.of();
    private boolean updating;

    /**
     * @param text all of the trace as text, for the clipboard
     */
    HopTable(Composite parent, Supplier<String> text, Kind kind) {
        this.text = text;
        Composite area = new Composite(parent, SWT.NONE);
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        Table table = viewer.getTable();
        table.setData(TraceTabs.WIDGET, "Hops");
        table.setHeaderVisible(true);
        table.setLinesVisible(false);
        // Not the input: rows are replaced one by one, and a refresh after a switch of the theme must find the newest.
        viewer.setContentProvider((IStructuredContentProvider) input -> rows.toArray());
        viewer.setComparer(new ByPlace());
        ColumnViewerToolTipSupport.enableFor(viewer);
        columns = addColumns(kind);
        viewer.addSelectionChangedListener(event -> {
            if (!updating) {
                Optional<HopRow> row = selection();
                listeners.forEach(listener -> listener.accept(row));
            }
        });
        addCopy(table);
        Themes.onSwitch(table, viewer::refresh);
    }

    private TableColumns<HopRow> addColumns(Kind kind) {
        Function<HopRow, ColorRole> plain = row -> row.isSilent() ? ColorRole.TEXT_MUTED : null;
        Function<HopRow, ColorRole> named = row -> switch (row.role()) {
            case SILENT, WAITING, SKIPPED -> ColorRole.TEXT_MUTED;
            case TARGET -> ColorRole.TARGET;
            case REFUSING -> ColorRole.REFUSED;
            case ROUTER -> null;
        };
        TableColumns<HopRow> table = new TableColumns<HopRow>(viewer)
                .number("TTL", "The distance from the source, in hops", "25", row -> Integer.toString(row.ttl()), plain)
                .text("Address", "Who answered at this distance", "192.168.100.100", 3, HopRow::who, named)
                .number("Loss", "The share of probes without a reply", "100 %", HopRow::lossText,
                        row -> row.lossAlarm() ? ColorRole.LOSS : plain.apply(row))
                .tooltip(HopRow::lossMeaning);
        if (kind == Kind.PATHS) {
            return addPathColumns(table, plain, named);
        }
        if (kind == Kind.WATCH) {
            table.number("On the way", "The loss that what passes this hop suffers up to here; limited: the router keeps its answers "
                    + "back, which is no loss", "limited", HopRow::forward, row -> row.lossAlarm() ? ColorRole.LOSS : ColorRole.TEXT_MUTED)
                    .tooltip(HopRow::lossMeaning);
        }
        return table.number("Sent", "How many probes were sent", "1000", row -> Integer.toString(row.sent()), plain)
                .number("Last ms", "The latest round-trip time, in milliseconds", "100.000", HopRow::last, plain)
                .number("Best ms", "The least round-trip time, in milliseconds", "100.000", HopRow::best, plain)
                .number("Mean ms", "The mean round-trip time, in milliseconds", "100.000", HopRow::mean, plain)
                .number("Worst ms", "The greatest round-trip time, in milliseconds", "100.000", HopRow::worst, plain)
                .number("Jitter ms", "How much successive round-trip times differ, smoothed as RFC 3550 has it: each time by a "
                        + "sixteenth of the new difference", "100.000", HopRow::jitter, plain)
                .picture("Round trips", "The latest probes, the newest at the right; a line is a lost probe", Sparkline.WIDTH,
                        Sparkline::paint)
                .tooltip(Sparkline::tooltip)
                .text("What it said", "The messages with which it answered", "Time exceeded", 3, HopRow::says, named);
    }

    private static TableColumns<HopRow> addPathColumns(TableColumns<HopRow> table, Function<HopRow, ColorRole> plain,
            Function<HopRow, ColorRole> named) {
        return table.number("Flows", "How many flows met it", "1000", row -> Integer.toString(row.branch().flows()), plain)
                .number("Sent", "How many probes of these flows had its distance", "1000", row -> Integer.toString(row.sent()), plain)
                .number("Best ms", "The least round-trip time, in milliseconds", "100.000", HopRow::best, plain)
                .number("Mean ms", "The mean round-trip time, in milliseconds", "100.000", HopRow::mean, plain)
                .number("Worst ms", "The greatest round-trip time, in milliseconds", "100.000", HopRow::worst, plain)
                .text("From", "Who stands before it, and how much later than each it answers: the median over the flows",
                        "192.168.100.100 +10.000 ms", 4, row -> row.branch().from(), plain)
                .text("What it said", "The messages with which it answered", "Time exceeded", 2, HopRow::says, named);
    }

    /** The rows of two moments are one and the same where their places are. */
    private static final class ByPlace implements IElementComparer {
        @Override
        public boolean equals(Object one, Object other) {
            return one instanceof HopRow a && other instanceof HopRow b ? a.isSamePlace(b) : one.equals(other);
        }

        @Override
        public int hashCode(Object element) {
            return element instanceof HopRow row ? row.ttl() : element.hashCode();
        }
    }

    private void addCopy(Table table) {
        menu.add(action("Copy for a Spreadsheet\tCtrl+C", this::copySelection));
        menu.add(action("Copy All for a Spreadsheet", () -> columns.copy(rows)));
        menu.add(action("Copy All as Text\tCtrl+Shift+C", this::copyText));
        table.setMenu(menu.createContextMenu(table));
        table.addDisposeListener(event -> menu.dispose());
        table.addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                if ((event.stateMask & SWT.MOD2) != 0) {
                    copyText();
                } else {
                    copySelection();
                }
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

    /** Shows these hops, and keeps the selected distances and the place. Rows that did not change are left alone. */
    void show(List<HopRow> newRows) {
        if (newRows.equals(rows)) {
            return;
        }
        List<HopRow> before = rows;
        rows = List.copyOf(newRows);
        boolean wasUpdating = updating;
        updating = true;
        try {
            if (before.size() == rows.size()) {
                replaceChanged(before);
            } else {
                int top = table().getTopIndex();
                int[] selected = table().getSelectionIndices();
                viewer.setInput(rows);
                table().setSelection(java.util.Arrays.stream(selected).filter(index -> index < rows.size()).toArray());
                table().setTopIndex(top);
            }
        } finally {
            updating = wasUpdating;
        }
    }

    private void replaceChanged(List<HopRow> before) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(before.get(i))) {
                viewer.replace(rows.get(i), i);
            }
        }
    }

    List<HopRow> rows() {
        return rows;
    }

    /** The selected row; the first where there are several. */
    Optional<HopRow> selection() {
        return viewer.getStructuredSelection().getFirstElement() instanceof HopRow row ? Optional.of(row) : Optional.empty();
    }

    /**
     * Selects a row without telling the listeners.
     *
     * @param ttl 0, or one that has no row, for none
     * @param node the id of the one that is meant of several at this distance; of none of them for the first
     */
    void select(int ttl, String node) {
        boolean before = updating;
        updating = true;
        try {
            Optional<HopRow> row = rows.stream().filter(each -> each.ttl() == ttl)
                    .max(Comparator.comparing(each -> each.branch().node().equals(node)));
            viewer.setSelection(row.map(StructuredSelection::new).orElse(StructuredSelection.EMPTY), true);
        } finally {
            updating = before;
        }
    }

    /** Calls back with the row that the user selects. */
    void onSelection(Consumer<Optional<HopRow>> listener) {
        listeners.add(listener);
    }

    @SuppressWarnings("unchecked")
    private void copySelection() {
        IStructuredSelection selection = viewer.getStructuredSelection();
        columns.copy((List<HopRow>) selection.toList());
    }

    private void copyText() {
        String whole = text.get();
        if (!whole.isEmpty()) {
            columns.copy(whole);
        }
    }

    MenuManager menu() {
        return menu;
    }

    Table table() {
        return viewer.getTable();
    }
}
