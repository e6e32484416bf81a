package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionBindings;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.hopwarden.interchange.entry.ChainDiff.Kind;
import org.hopwarden.interchange.entry.ChainDiff.Row;
import org.hopwarden.interchange.entry.WordDiff;
import org.hopwarden.interchange.entry.WordDiff.Part;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.ui.rules.internal.Comparison.Line;

/**
 * The rules of two policies side by side, one table for both so that what faces each other scrolls together. Only what is in sight
 * is drawn and asked for.
 */
final class ComparisonTable {

    private static final int CELL_PADDING = 10;
    private static final int NUMBER_WIDTH = 52;
    private static final int SIGN_WIDTH = 28;
    private static final int SIDE_COLUMNS = 3;

    private final NatTable table;
    private final DataLayer body;
    private final DataLayer head;
    private final SelectionLayer selection;
    private final ViewportLayer viewport;
    private final List<Runnable> listeners = new ArrayList<>();
    private List<Line> lines = List.of();
    private String leftTitle = "";
    private String rightTitle = "";

    ComparisonTable(Composite parent) {
        TableLibraries.prepare();
        body = new DataLayer(new Cells());
        body.setConfigLabelAccumulator(this::label);
        selection = new SelectionLayer(body, false);
        selection.addConfiguration(new RowOnlySelectionConfiguration());
        selection.addConfiguration(new RowOnlySelectionBindings());
        viewport = new ViewportLayer(selection);
        head = new DataLayer(new Titles());
        head.setConfigLabelAccumulator((labels, column, row) -> {
            if (column % SIDE_COLUMNS == 0) {
                labels.addLabel(ComparisonLook.NUMBERS);
            }
        });
        CompositeLayer all = new CompositeLayer(1, 2);
        all.setChildLayer(GridRegion.COLUMN_HEADER, new ColumnHeaderLayer(head, viewport, selection), 0, 0);
        all.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        table = new NatTable(parent, SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL, all, false);
        WidgetNames.name(table, "Compared rules");
        int height = textHeight() + CELL_PADDING;
        body.setDefaultRowHeight(height);
        head.setDefaultRowHeight(height);
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        ComparisonLook look = new ComparisonLook(table);
        table.addConfiguration(look);
        table.configure();
        MarkedTextPainter marked = new MarkedTextPainter(this::parts);
        look.apply(marked);
        selection.addLayerListener(event -> {
            if (event instanceof ISelectionEvent) {
                listeners.forEach(Runnable::run);
            }
        });
        table.addListener(SWT.Resize, event -> fit());
        new Tips();
        Themes.onSwitch(table, () -> {
            look.apply(marked);
            table.redraw();
        });
    }

    private int textHeight() {
        GC gc = new GC(table);
        try {
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }

    private void fit() {
        int width = table.getClientArea().width;
        int text = Math.max(80, (width - 2 * (NUMBER_WIDTH + SIGN_WIDTH)) / 2);
        for (int column = 0; column < 2 * SIDE_COLUMNS; column++) {
            body.setColumnWidthByPosition(column, switch (column % SIDE_COLUMNS) {
                case 0 -> NUMBER_WIDTH;
                case 1 -> SIGN_WIDTH;
                default -> column < SIDE_COLUMNS ? text : Math.max(80, width - 2 * (NUMBER_WIDTH + SIGN_WIDTH) - text);
            }, column == 2 * SIDE_COLUMNS - 1);
        }
        table.redraw();
    }

    private final class Cells implements IDataProvider {

        @Override
        public Object getDataValue(int column, int row) {
            return row < lines.size() ? text(lines.get(row), column) : "";
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new IllegalStateException("a comparison is not edited");
        }

        @Override
        public int getColumnCount() {
            return 2 * SIDE_COLUMNS;
        }

        @Override
        public int getRowCount() {
            return lines.size();
        }
    }

    private final class Titles implements IDataProvider {

        @Override
        public Object getDataValue(int column, int row) {
            return switch (column % SIDE_COLUMNS) {
                case 0 -> "#";
                case 1 -> "";
                default -> column < SIDE_COLUMNS ? leftTitle : rightTitle;
            };
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new IllegalStateException("titles are not edited");
        }

        @Override
        public int getColumnCount() {
            return 2 * SIDE_COLUMNS;
        }

        @Override
        public int getRowCount() {
            return 1;
        }
    }

    private static String text(Line line, int column) {
        boolean left = column < SIDE_COLUMNS;
        Row row = line.row();
        if (row == null) {
            return column % SIDE_COLUMNS == 2 ? String.format(java.util.Locale.ROOT, "\u2026 %,d rows alike", line.hidden()) : "";
        }
        int number = left ? row.left() : row.right();
        return switch (column % SIDE_COLUMNS) {
            case 0 -> number == 0 || row.chain().isEmpty() ? "" : Integer.toString(number);
            case 1 -> ComparisonLook.sign(row, left);
            default -> {
                String text = left ? row.leftText() : row.rightText();
                yield row.kind() == Kind.MOVED && number == 0
                        ? row.chain().isEmpty() ? "stands elsewhere" : "stands at " + row.elsewhere() + " here" : text;
            }
        };
    }

    private void label(LabelStack labels, int column, int row) {
        if (row < lines.size()) {
            ComparisonLook.label(labels, lines.get(row).row(), column < SIDE_COLUMNS, switch (column % SIDE_COLUMNS) {
                case 0 -> ComparisonLook.NUMBERS;
                case 1 -> ComparisonLook.SIGNS;
                default -> ComparisonLook.TEXTS;
            });
        }
    }

    private List<Part> parts(ILayerCell cell) {
        int row = cell.getRowIndex();
        if (row >= lines.size()) {
            return List.of();
        }
        Line line = lines.get(row);
        boolean left = cell.getColumnIndex() < SIDE_COLUMNS;
        return line.row() != null && isChanged(line.row()) ? parts(line.row(), left)
                : List.of(new Part(text(line, cell.getColumnIndex()), false));
    }

    private static boolean isChanged(Row row) {
        return row.kind() == Kind.CHANGED
                || row.kind() == Kind.CHAIN && !row.isSame() && !row.leftText().isEmpty() && !row.rightText().isEmpty();
    }

    /** The text of one side of a row; of two that face each other with the words that differ. */
    static List<Part> parts(Row row, boolean left) {
        String text = left ? row.leftText() : row.rightText();
        return isChanged(row) ? WordDiff.parts(text, left ? row.rightText() : row.leftText()) : List.of(new Part(text, false));
    }

    /** The whole text where a cell cuts it. */
    private final class Tips extends NatTableContentTooltip {

        Tips() {
            super(table, GridRegion.BODY);
        }

        @Override
        protected String getText(Event event) {
            int column = table.getColumnIndexByPosition(table.getColumnPositionByX(event.x));
            int row = table.getRowIndexByPosition(table.getRowPositionByY(event.y));
            return column >= 0 && column % SIDE_COLUMNS == 2 && table.getRowPositionByY(event.y) > 0 && row >= 0 && row < lines.size()
                    ? emptyToNull(text(lines.get(row), column)) : null;
        }

        private static String emptyToNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /** Shows other lines. The chosen one stays chosen where there is one with the same row. */
    void show(List<Line> next, String left, String right) {
        Row chosen = selected() < 0 ? null : lines.get(selected()).row();
        lines = next;
        leftTitle = left;
        rightTitle = right;
        selection.clear(false);
        body.fireLayerEvent(new RowStructuralRefreshEvent(body));
        table.redraw();
        for (int i = 0; chosen != null && i < lines.size(); i++) {
            if (chosen.equals(lines.get(i).row())) {
                select(i);
                return;
            }
        }
        listeners.forEach(Runnable::run);
    }

    List<Line> lines() {
        return lines;
    }

    /** The chosen line; -1 for none. */
    int selected() {
        for (Range range : selection.getSelectedRowPositions()) {
            if (range.start < lines.size()) {
                return range.start;
            }
        }
        return -1;
    }

    void select(int line) {
        selection.clear(false);
        selection.doCommand(new SelectRowsCommand(selection, 0, new int[] { line }, false, false, line));
        // With what stands around it, where there is room.
        viewport.moveRowPositionIntoViewport(Math.min(lines.size() - 1, line + 2));
        viewport.moveRowPositionIntoViewport(Math.max(0, line - 2));
        viewport.moveRowPositionIntoViewport(line);
    }

    void onSelection(Runnable listener) {
        listeners.add(listener);
    }

    /** The line at a height in the table; -1 for none. */
    int lineAt(int y) {
        int position = table.getRowPositionByY(y);
        int row = position < 1 ? -1 : table.getRowIndexByPosition(position);
        return row < lines.size() ? row : -1;
    }

    NatTable table() {
        return table;
    }
}
