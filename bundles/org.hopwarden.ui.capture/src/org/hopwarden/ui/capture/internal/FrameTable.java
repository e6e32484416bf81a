package org.hopwarden.ui.capture.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.hopwarden.capture.CaptureIndex;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/**
 * The frames that are shown, of which the system's table only ever holds those in sight: its own rows take seconds to remove and
 * to dispose where there are a million (see ADR 0043). What a row says is read in the background.
 */
final class FrameTable {

    private static final int VERDICT = 7;
    private static final int NO_FRAME = -1;

    /** @param top the first row, counted among the frames that are shown */
    private record Window(int top, int rows, Judge judge) {
    }

    private final Composite control;
    private final Table table;
    private final Slider position;
    private final CaptureIndex index;
    private final ShownFrames shown;
    private final IntConsumer selected;
    private final Latest<Window, List<FrameRow>> latest;
    private List<FrameRow> inSight = List.of();
    private Judge judge;
    private int top;
    private int selection = NO_FRAME;
    private int size;
    private boolean follows;
    private boolean following;

    /** @param selected is told the place of a chosen frame in the index */
    FrameTable(Composite parent, CaptureIndex index, ShownFrames shown, IntConsumer selected) {
        this.index = index;
        this.shown = shown;
        this.selected = selected;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(control);
        table = WidgetNames.name(new Table(control, SWT.FULL_SELECTION | SWT.SINGLE | SWT.NO_SCROLL | SWT.H_SCROLL), "Frames");
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(100, 50).applyTo(table);
        position = WidgetNames.name(new Slider(control, SWT.VERTICAL), "Frames position");
        GridDataFactory.fillDefaults().grab(false, true).applyTo(position);
        addColumns();
        latest = new Latest<>("Reading the frames in sight", table, this::read, this::fill);
        addListeners();
    }

    private void addColumns() {
        column("No.", SWT.RIGHT, "1000000 ");
        column("Time", SWT.RIGHT, "100000.000000");
        column("Source", SWT.LEFT, "2001:db8:1234:5678::1");
        column("Destination", SWT.LEFT, "2001:db8:1234:5678::1");
        column("Protocol", SWT.LEFT, "ethernet");
        column("Length", SWT.RIGHT, "1000000");
        column("Info", SWT.LEFT, "50000 \u2192 50000 [SYN,ACK] seq 4000000000, 1460 bytes");
        column("Verdict", SWT.LEFT, "reject  access list rule 100");
        table.getColumn(VERDICT).setToolTipText("What the chosen policy makes of the packet; point at a row for the rule");
    }

    private void column(String title, int align, String widest) {
        TableColumn column = new TableColumn(table, align);
        column.setText(title);
        GC gc = new GC(table);
        column.setWidth(Math.max(gc.textExtent(widest).x, gc.textExtent(title).x) + 18);
        gc.dispose();
    }

    private void addListeners() {
        table.addListener(SWT.Resize, event -> show());
        table.addListener(SWT.Selection, event -> {
            int row = table.getSelectionIndex();
            if (row >= 0 && row < inSight.size()) {
                choose(inSight.get(row).frame());
            }
        });
        table.addListener(SWT.KeyDown, this::key);
        table.addListener(SWT.MouseVerticalWheel, event -> {
            scrollTo(top - event.count);
            event.doit = false;
        });
        table.addListener(SWT.MouseMove, event -> {
            TableItem item = table.getItem(new Point(event.x, event.y));
            int row = item == null ? -1 : table.indexOf(item);
            String tip = row < 0 || row >= inSight.size() ? null : inSight.get(row).tip();
            if (!Objects.equals(tip, table.getToolTipText())) {
                table.setToolTipText(tip);
            }
        });
        position.addListener(SWT.Selection, event -> scrollTo(position.getSelection()));
        Themes.onSwitch(table, this::show);
    }

    Composite control() {
        return control;
    }

    void setFocus() {
        table.setFocus();
    }

    /** Shows the frames that came in since. */
    void grow() {
        if (shown.size() != size) {
            show();
        }
    }

    /** Stays at the end while frames come in, until the user scrolls away from it. */
    void follow() {
        follows = true;
        following = true;
    }

    /** Begins anew after the filter was changed: about the chosen frame, or from the first. */
    void refilter() {
        size = shown.size();
        top = selection == NO_FRAME ? 0 : Math.min(shown.rowOf(selection), lastTop());
        show();
    }

    /** Judges the frames; null for no verdicts. */
    void judge(Judge by) {
        judge = by;
        show();
    }

    /** Who judges the frames; empty for nobody. */
    Optional<Judge> judge() {
        return Optional.ofNullable(judge);
    }

    /** The cells of the chosen row; empty while it is out of sight. */
    String chosenText() {
        return inSight.stream().filter(row -> row.frame() == selection).findFirst().map(row -> String.join("\t", row.cells()).strip())
                .orElse("");
    }

    void setMenu(MenuManager menu) {
        table.setMenu(menu.createContextMenu(table));
        table.addDisposeListener(event -> menu.dispose());
    }

    /** How many rows fit. */
    private int rows() {
        int bar = table.getHorizontalBar() != null && table.getHorizontalBar().isVisible()
                ? table.getHorizontalBar().getSize().y : 0;
        return Math.max(1, (table.getSize().y - table.getHeaderHeight() - bar) / Math.max(1, table.getItemHeight()));
    }

    private int lastTop() {
        return Math.max(0, size - rows());
    }

    private void scrollTo(int row) {
        int next = Math.clamp(row, 0, lastTop());
        if (next != top) {
            top = next;
            stopFollowing();
            show();
        }
    }

    private void key(Event event) {
        int row = selection == NO_FRAME ? top - 1 : shown.rowOf(selection);
        int next = switch (event.keyCode) {
            case SWT.ARROW_DOWN -> row + 1;
            case SWT.ARROW_UP -> row - 1;
            case SWT.PAGE_DOWN -> row + rows();
            case SWT.PAGE_UP -> row - rows();
            case SWT.HOME -> 0;
            case SWT.END -> size - 1;
            default -> Integer.MIN_VALUE;
        };
        if (next == Integer.MIN_VALUE || event.stateMask != 0) {
            return;
        }
        event.doit = false;
        if (size > 0) {
            int chosen = Math.clamp(next, 0, size - 1);
            choose(shown.frameAt(chosen));
            top = Math.clamp(top, Math.max(0, chosen - rows() + 1), chosen);
            stopFollowing();
            show();
        }
    }

    private void stopFollowing() {
        following = follows && top == lastTop();
    }

    private void choose(int frame) {
        selection = frame;
        selected.accept(frame);
    }

    /** Has the rows in sight read. */
    private void show() {
        size = shown.size();
        top = following ? lastTop() : Math.clamp(top, 0, lastTop());
        if (selection == NO_FRAME && size > 0) {
            choose(shown.frameAt(0));
        }
        int rows = rows();
        position.setValues(top, 0, Math.max(1, size), Math.max(1, Math.min(rows, size)), 1, Math.max(1, rows - 1));
        position.setEnabled(size > rows);
        latest.take(new Window(top, Math.min(rows, size - top), judge));
    }

    private List<FrameRow> read(Window window) {
        List<FrameRow> rows = new ArrayList<>(window.rows());
        for (int frame : shown.frames(window.top(), window.rows())) {
            rows.add(FrameRow.of(index, frame, window.judge()));
        }
        return rows;
    }

    private void fill(List<FrameRow> rows) {
        inSight = rows;
        table.setRedraw(false);
        table.setItemCount(inSight.size());
        int chosen = -1;
        for (int row = 0; row < inSight.size(); row++) {
            fill(table.getItem(row), inSight.get(row));
            chosen = inSight.get(row).frame() == selection ? row : chosen;
        }
        if (chosen < 0) {
            table.deselectAll();
        } else if (table.getSelectionIndex() != chosen) {
            table.setSelection(chosen);
        }
        table.setRedraw(true);
        // How high a row is the system knows only once there is one.
        if (inSight.size() < Math.min(rows(), size - top)) {
            show();
        }
    }

    private static void fill(TableItem item, FrameRow row) {
        for (int column = 0; column < row.cells().size(); column++) {
            if (!item.getText(column).equals(row.cells().get(column))) {
                item.setText(column, row.cells().get(column));
            }
        }
        item.setForeground(VERDICT, row.verdictColor() == null ? null : Themes.color(row.verdictColor()));
    }
}
