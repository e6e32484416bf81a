package org.hopwarden.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.data.IRowDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/** The table of rules, as a user sees and works it. Rows are counted from 0. */
final class RuleGrid {

    private final Composite parent;
    private final NatTable table;
    private final ILayer titles;
    private final ViewportLayer viewport;
    private final SelectionLayer rows;

    private RuleGrid(Composite parent, NatTable table) {
        this.parent = parent;
        this.table = table;
        CompositeLayer layers = (CompositeLayer) table.getLayer();
        titles = layers.getChildLayerByLayoutCoordinate(0, 0);
        viewport = (ViewportLayer) layers.getChildLayerByLayoutCoordinate(0, 1);
        rows = (SelectionLayer) viewport.getScrollableLayer();
    }

    static Optional<RuleGrid> find(Composite parent) {
        return Widgets.find(parent, NatTable.class, "Rules").map(table -> new RuleGrid(parent, table));
    }

    static RuleGrid get(Composite parent) {
        return find(parent).orElseThrow(() -> new AssertionError("no table of rules"));
    }

    /** Whether a table of rules with so many rows is there. */
    static boolean shows(Composite parent, int rules) {
        return find(parent).filter(grid -> grid.rowCount() == rules).isPresent();
    }

    NatTable table() {
        return table;
    }

    int rowCount() {
        return rows.getRowCount();
    }

    private int column(String title) {
        return IntStream.range(0, rows.getColumnCount()).filter(column -> title.equals(data(0).getDataValue(column, 0))).findFirst()
                .orElseThrow(() -> new AssertionError("no column " + title));
    }

    private IDataProvider data(int part) {
        ILayer layer = part == 0 ? titles : rows;
        while (!(layer instanceof DataLayer)) {
            layer = layer instanceof ColumnHeaderLayer head ? (ILayer) head.getBaseLayer() : layer.getUnderlyingLayerByPosition(0, 0);
        }
        return ((DataLayer) layer).getDataProvider();
    }

    String cell(int row, String title) {
        return String.valueOf(rows.getDataValueByPosition(column(title), row));
    }

    List<String> column(int first, String title) {
        return IntStream.range(first, rowCount()).mapToObj(row -> cell(row, title)).toList();
    }

    /** The rule of a row as one line. */
    String text(int row) {
        return RuleText.of((Rule) ((IRowDataProvider<?>) data(1)).getRowObject(row));
    }

    List<String> texts() {
        List<String> all = new ArrayList<>();
        for (int row = 0; row < rowCount(); row++) {
            all.add(text(row));
        }
        return all;
    }

    void select(int... chosen) {
        rows.clear(false);
        rows.doCommand(new SelectRowsCommand(rows, 0, chosen, false, true, chosen[0]));
        Wait.settle();
    }

    /** The selected rows, from the first on. */
    List<Integer> selected() {
        return rows.getSelectedRowPositions().stream().flatMap(range -> IntStream.range(range.start, range.end).boxed()).sorted().toList();
    }

    int selectedRow() {
        return selected().isEmpty() ? -1 : selected().getFirst();
    }

    /** Where a cell is in the table; its row must be in view. */
    Rectangle bounds(int row, String title) {
        viewport.moveCellPositionIntoViewport(column(title), row);
        return table.getBoundsByPosition(column(title) - viewport.getOriginColumnPosition(), row - viewport.getOriginRowPosition() + 1);
    }

    void press(int keyCode, int modifiers) {
        Event event = new Event();
        event.keyCode = keyCode;
        event.stateMask = modifiers;
        table.notifyListeners(SWT.KeyDown, event);
        Wait.settle();
    }

    /** Opens a cell as a double-click does; the field that is typed into. */
    Text open(int row, String title) {
        Rectangle cell = bounds(row, title);
        for (int type : new int[] { SWT.MouseDown, SWT.MouseUp, SWT.MouseDown, SWT.MouseDoubleClick, SWT.MouseUp }) {
            Event event = new Event();
            event.button = 1;
            event.x = cell.x + cell.width / 2;
            event.y = cell.y + cell.height / 2;
            table.notifyListeners(type, event);
        }
        Wait.until("the field of " + title, () -> Widgets.find(parent, Text.class, title).isPresent());
        return Widgets.get(parent, Text.class, title);
    }

    /** Types into a cell and takes it. */
    void type(int row, String title, String value) {
        Text text = open(row, title);
        text.setText(value);
        enter(text);
    }

    static void enter(Text text) {
        Event event = new Event();
        event.keyCode = SWT.CR;
        event.character = SWT.CR;
        text.notifyListeners(SWT.KeyDown, event);
        Wait.settle();
    }

    /** The table's row that is the first in view. */
    int firstShown() {
        return viewport.getOriginRowPosition();
    }

    void scrollTo(int row) {
        viewport.setOriginY(viewport.getScrollableLayer().getStartYOfRowPosition(row));
    }
}
