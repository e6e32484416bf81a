package org.hopwarden.ui.rules.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/**
 * A table whose rows are new again and again, with a line of text below it; the selection stays in its place. It takes some hundred rows: the
 * platform's tables that make rows as they come into sight do not outlive it when their rows go while the theme changes.
 *
 * @param <R> a row
 */
final class MonitorTable<R> {

    private final Composite control;
    private final TableViewer viewer;
    private final Composite area;
    private final Label note;
    private List<R> rows = List.of();
    /** In the order in which they were given. */
    private List<R> given = List.of();
    /** Null for the order in which rows are given. */
    private Comparator<R> order;

    /** Adds the columns. */
    @FunctionalInterface
    interface Columns<R> {
        void add(TableColumns<R> columns);
    }

    /** @param name of the table, for tests and for who cannot see it */
    MonitorTable(Composite parent, String name, Columns<R> columns) {
        control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-view");
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        area = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        WidgetNames.name(viewer.getTable(), name);
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        columns.add(new TableColumns<>(viewer));
        note = WidgetNames.name(new Label(control, SWT.NONE), name + " note");
        Themes.style(note, "hopwarden-muted");
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).exclude(true).applyTo(note);
        note.setVisible(false);
        viewer.setInput(rows);
        Themes.onSwitch(viewer.getTable(), viewer::refresh);
    }

    Composite control() {
        return control;
    }

    TableViewer viewer() {
        return viewer;
    }

    /** Lets a click on a column's title sort by it, and another one the other way round. */
    MonitorTable<R> sortable(String title, Comparator<R> comparator) {
        Table table = viewer.getTable();
        TableColumn column = Arrays.stream(table.getColumns()).filter(each -> each.getText().equals(title)).findFirst().orElseThrow();
        column.addListener(SWT.Selection, event -> {
            boolean reversed = table.getSortColumn() == column && table.getSortDirection() == SWT.UP;
            order = reversed ? comparator.reversed() : comparator;
            table.setSortColumn(column);
            table.setSortDirection(reversed ? SWT.DOWN : SWT.UP);
            showRows();
        });
        return this;
    }

    private void showRows() {
        List<R> now = order == null ? given : given.stream().sorted(order).toList();
        if (!now.equals(rows)) {
            rows = now;
            int selected = viewer.getTable().getSelectionIndex();
            int top = viewer.getTable().getTopIndex();
            viewer.setInput(rows);
            if (selected >= 0 && selected < rows.size()) {
                viewer.getTable().setSelection(selected);
            }
            viewer.getTable().setTopIndex(Math.min(top, Math.max(0, rows.size() - 1)));
        }
    }

    /**
     * Shows other rows, if they are others.
     *
     * @param text below them; empty leaves its place to the rows
     */
    void show(List<R> now, String text) {
        int width = Arrays.stream(viewer.getTable().getColumns()).mapToInt(TableColumn::getWidth).sum();
        if (viewer.getTable().isVisible() && width > area.getClientArea().width) {
            // Behind another tab it did not learn how much room there is.
            area.layout(true, true);
        }
        given = List.copyOf(now);
        showRows();
        if (!text.equals(note.getText())) {
            note.setText(text.replace("&", "&&"));
            note.setToolTipText(text);
            GridData data = (GridData) note.getLayoutData();
            if (data.exclude != text.isEmpty()) {
                data.exclude = text.isEmpty();
                note.setVisible(!data.exclude);
                control.layout();
            }
        }
    }
}
