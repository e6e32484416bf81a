package org.hopwarden.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TableItem;
import org.hopwarden.visualization.ColorRole;

/**
 * The columns of a table, told by what they show, and its text for the clipboard.
 *
 * @param <R> a row
 */
public final class TableColumns<R> {

    private record Column<R>(String title, Function<R, String> text) {
    }

    /** Draws into a cell. */
    @FunctionalInterface
    public interface CellPainter<R> {

        /**
         * @param gc in the colours of the row
         * @param area of the cell
         * @param selected whether the row is
         */
        void paint(GC gc, R row, Rectangle area, boolean selected);
    }

    private static final int LONG_TEXT = 40;
    private static final int CELL_PADDING = 2;
    private static final int ROOMY = 28;
    private static final int COMPACT = 18;

    private final TableViewer viewer;
    private final TableColumnLayout layout;
    private final List<Column<R>> columns = new ArrayList<>();
    private final Map<TableViewerColumn, Function<R, String>> tooltips = new HashMap<>();
    private TableViewerColumn last;
    private int room = ROOMY;

    /**
     * @param viewer the only child of its parent, which gets a layout from here
     */
    public TableColumns(TableViewer viewer) {
        this.viewer = viewer;
        Composite parent = viewer.getTable().getParent();
        layout = new TableColumnLayout();
        parent.setLayout(layout);
    }

    /** Columns that follow have little room beside their texts: for tables that stand side by side. */
    public TableColumns<R> compact() {
        room = COMPACT;
        return this;
    }

    /** A column of text. */
    public TableColumns<R> text(String title, String tooltip, String widest, int weight, Function<R, String> text,
            Function<R, ColorRole> color) {
        return add(SWT.LEFT, title, tooltip, widest, weight, text, color);
    }

    /** A column of numbers, aligned to the right. */
    public TableColumns<R> number(String title, String tooltip, String widest, Function<R, String> text,
            Function<R, ColorRole> color) {
        return add(SWT.RIGHT, title, tooltip, widest, 0, text, color);
    }

    private TableColumns<R> add(int alignment, String title, String tooltip, String widest, int weight,
            Function<R, String> text, Function<R, ColorRole> color) {
        TableViewerColumn column = new TableViewerColumn(viewer, alignment);
        last = column;
        column.getColumn().setText(title);
        column.getColumn().setToolTipText(tooltip);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            @SuppressWarnings("unchecked")
            public String getText(Object row) {
                return text.apply((R) row);
            }

            /** For tables that show tooltips: a text that may be cut off. */
            @Override
            @SuppressWarnings("unchecked")
            public String getToolTipText(Object row) {
                Function<R, String> own = tooltips.get(column);
                if (own != null) {
                    return own.apply((R) row);
                }
                String whole = getText(row);
                return whole.length() < LONG_TEXT ? null : whole;
            }

            @Override
            @SuppressWarnings("unchecked")
            public Color getForeground(Object row) {
                ColorRole role = color.apply((R) row);
                return role == null ? null : Themes.color(role);
            }
        });
        layout.setColumnData(column.getColumn(),
                new ColumnWeightData(weight, Math.max(widthOf(title), widthOf(widest)) + room, true));
        columns.add(new Column<>(title, text));
        return this;
    }

    /** A column of little pictures, which are not copied. */
    @SuppressWarnings("unchecked")
    public TableColumns<R> picture(String title, String tooltip, int width, CellPainter<R> painter) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        last = column;
        column.getColumn().setText(title);
        column.getColumn().setToolTipText(tooltip);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object row) {
                return "";
            }

            @Override
            public String getToolTipText(Object row) {
                Function<R, String> own = tooltips.get(column);
                return own == null ? null : own.apply((R) row);
            }
        });
        layout.setColumnData(column.getColumn(), new ColumnPixelData(width, true));
        int index = viewer.getTable().indexOf(column.getColumn());
        viewer.getTable().addListener(SWT.EraseItem, event -> {
            if (isColored(event)) {
                event.detail &= ~SWT.FOREGROUND;
            }
        });
        viewer.getTable().addListener(SWT.PaintItem, event -> {
            if (event.index == index && event.item instanceof TableItem item && item.getData() != null) {
                painter.paint(event.gc, (R) item.getData(), item.getBounds(index), (event.detail & SWT.SELECTED) != 0);
            } else if (isColored(event)) {
                paintText(event);
            }
        });
        return this;
    }

    /** A table that draws one cell itself forgets the colours of the others on GTK, so these are drawn here. */
    private static boolean isColored(Event event) {
        return (event.detail & SWT.SELECTED) == 0 && event.item instanceof TableItem item
                && !item.getForeground(event.index).equals(item.getParent().getForeground());
    }

    private static void paintText(Event event) {
        TableItem item = (TableItem) event.item;
        String text = item.getText(event.index);
        Rectangle cell = item.getBounds(event.index);
        Point size = event.gc.textExtent(text);
        int alignment = event.index < item.getParent().getColumnCount() ? item.getParent().getColumn(event.index).getAlignment()
                : SWT.LEFT;
        int x = alignment == SWT.RIGHT ? cell.x + cell.width - size.x - CELL_PADDING : cell.x + CELL_PADDING;
        event.gc.setForeground(item.getForeground(event.index));
        event.gc.drawText(text, x, cell.y + (cell.height - size.y) / 2, true);
    }

    /** Gives the column that was added last tooltips of its own; null is none. */
    public TableColumns<R> tooltip(Function<R, String> text) {
        tooltips.put(last, text);
        return this;
    }

    /** Lets the column that was added last be edited in place. */
    public TableColumns<R> editing(EditingSupport support) {
        last.setEditingSupport(support);
        return this;
    }

    private int widthOf(String text) {
        GC gc = new GC(viewer.getTable());
        try {
            gc.setFont(viewer.getTable().getFont());
            return gc.textExtent(text).x;
        } finally {
            gc.dispose();
        }
    }

    /** Titles and rows with tabs between their cells, as spreadsheets take them. */
    public String tabSeparated(Collection<R> rows) {
        String head = columns.stream().map(Column::title).collect(Collectors.joining("\t"));
        return rows.stream().map(row -> columns.stream().map(column -> column.text().apply(row))
                .collect(Collectors.joining("\t"))).collect(Collectors.joining("\n", head + "\n", "\n"));
    }

    /** Puts rows on the clipboard; none is no change. */
    public void copy(Collection<R> rows) {
        if (!rows.isEmpty()) {
            copy(tabSeparated(rows));
        }
    }

    /** Puts a text on the clipboard. */
    public void copy(String text) {
        Clipboard clipboard = new Clipboard(viewer.getTable().getDisplay());
        try {
            clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
        } finally {
            clipboard.dispose();
        }
    }
}
