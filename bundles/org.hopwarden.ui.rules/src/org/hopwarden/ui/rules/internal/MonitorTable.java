package org.hopwarden.ui.rules.internal;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/**
 * A table whose rows are new again and again, with a line of text below it. Only rows that are seen are drawn, and the selection stays in
 * its place.
 *
 * @param <R> a row
 */
final class MonitorTable<R> {

    private final Composite control;
    private final TableViewer viewer;
    private final Label note;
    private List<R> rows = List.of();

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
        Composite area = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
        WidgetNames.name(viewer.getTable(), name);
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        columns.add(new TableColumns<>(viewer));
        note = WidgetNames.name(new Label(control, SWT.NONE), name + " note");
        Themes.style(note, "hopwarden-muted");
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).applyTo(note);
        viewer.setInput(rows);
        Themes.onSwitch(viewer.getTable(), viewer::refresh);
    }

    Composite control() {
        return control;
    }

    TableViewer viewer() {
        return viewer;
    }

    /** Shows other rows, if they are others. */
    void show(List<R> now, String text) {
        if (!now.equals(rows)) {
            rows = List.copyOf(now);
            int selected = viewer.getTable().getSelectionIndex();
            int top = viewer.getTable().getTopIndex();
            viewer.setInput(rows);
            if (selected >= 0 && selected < rows.size()) {
                viewer.getTable().setSelection(selected);
            }
            viewer.getTable().setTopIndex(Math.min(top, Math.max(0, rows.size() - 1)));
        }
        if (!text.equals(note.getText())) {
            note.setText(text.replace("&", "&&"));
            note.setToolTipText(text);
        }
    }
}
