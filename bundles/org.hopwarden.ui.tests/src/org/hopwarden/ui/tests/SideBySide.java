package org.hopwarden.ui.tests;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;

/** The table of two policies side by side, as a user sees it. Rows are counted from 0. */
final class SideBySide {

    private static final int SIGN = 1;
    private static final int TEXT = 2;
    private static final int SIDE = 3;

    private final ViewportLayer viewport;
    private final SelectionLayer rows;

    SideBySide(NatTable table) {
        viewport = (ViewportLayer) ((CompositeLayer) table.getLayer()).getChildLayerByLayoutCoordinate(0, 1);
        rows = (SelectionLayer) viewport.getScrollableLayer();
    }

    int rowCount() {
        return rows.getRowCount();
    }

    private String cell(int column, int row) {
        return String.valueOf(rows.getDataValueByPosition(column, row));
    }

    String left(int row) {
        return cell(TEXT, row);
    }

    String right(int row) {
        return cell(SIDE + TEXT, row);
    }

    /** The signs of both sides with a bar between them. */
    String sign(int row) {
        return cell(SIGN, row) + "|" + cell(SIDE + SIGN, row);
    }

    List<String> signs() {
        return IntStream.range(0, rowCount()).mapToObj(this::sign).toList();
    }

    /** What stands on one side, from the first row on. */
    List<String> texts(boolean left) {
        return IntStream.range(0, rowCount()).mapToObj(row -> left ? left(row) : right(row)).filter(text -> !text.isEmpty()).toList();
    }

    int selected() {
        return rows.getSelectedRowPositions().stream().mapToInt(range -> range.start).min().orElse(-1);
    }

    void select(int row) {
        rows.clear(false);
        rows.doCommand(new SelectRowsCommand(rows, 0, new int[] { row }, false, false, row));
        Wait.settle();
    }

    void scrollTo(int row) {
        viewport.setOriginY(viewport.getScrollableLayer().getStartYOfRowPosition(row));
    }
}
