package org.hopwarden.ui.capture.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.hopwarden.capture.CaptureIndex;
import org.hopwarden.capture.CapturedFrame;
import org.hopwarden.capture.FrameSummary;
import org.hopwarden.capture.LinkType;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.capture.CaptureTabs;
import org.hopwarden.visualization.ColorRole;

/** The frames of an index, of which only those in sight are read. */
final class FrameTable {

    /** So many rows are added at a time, or the system's table would keep the window waiting for a million of them. */
    private static final int ROWS_AT_A_TIME = 5_000;
    private static final int PAUSE_MILLIS = 5;
    private static final int VERDICT = 7;

    private final Table table;
    private final CaptureIndex index;
    private final PacketView view = new PacketView();
    private CompiledPolicy policy;
    private boolean growing;

    FrameTable(Composite parent, CaptureIndex index, Consumer<CapturedFrame> selected) {
        this.index = index;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        table.setData(CaptureTabs.WIDGET, "Frames");
        column("No.", SWT.RIGHT, "1000000 ");
        column("Time", SWT.RIGHT, "100000.000000");
        column("Source", SWT.LEFT, "2001:db8:1234:5678::1");
        column("Destination", SWT.LEFT, "2001:db8:1234:5678::1");
        column("Protocol", SWT.LEFT, "ethernet");
        column("Length", SWT.RIGHT, "1000000");
        column("Info", SWT.LEFT, "50000 \u2192 50000 [SYN,ACK] seq 4000000000, 1460 bytes");
        column("Verdict", SWT.LEFT, "reject  access list rule 100");
        table.getColumn(VERDICT).setToolTipText("What the chosen policy makes of a packet on its way through (forward)");
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        table.addListener(SWT.Selection, event -> {
            CapturedFrame frame = read(table.getSelectionIndex());
            if (frame != null) {
                selected.accept(frame);
            }
        });
        table.addListener(SWT.MouseMove, event -> {
            TableItem item = table.getItem(new org.eclipse.swt.graphics.Point(event.x, event.y));
            String rule = item == null || policy == null ? null : (String) item.getData();
            if (!java.util.Objects.equals(rule, table.getToolTipText())) {
                table.setToolTipText(rule);
            }
        });
        Themes.onSwitch(table, table::clearAll);
    }

    private void column(String title, int align, String widest) {
        TableColumn column = new TableColumn(table, align);
        column.setText(title);
        GC gc = new GC(table);
        column.setWidth(Math.max(gc.textExtent(widest).x, gc.textExtent(title).x) + 18);
        gc.dispose();
    }

    Table control() {
        return table;
    }

    /** Shows the frames that came in since. */
    void grow() {
        if (!growing) {
            growing = true;
            addRows();
        }
    }

    private void addRows() {
        if (table.isDisposed()) {
            return;
        }
        int rows = Math.min(index.size(), table.getItemCount() + ROWS_AT_A_TIME);
        if (rows > table.getItemCount()) {
            table.setItemCount(rows);
        }
        growing = rows < index.size();
        if (growing) {
            table.getDisplay().timerExec(PAUSE_MILLIS, this::addRows);
        }
    }

    /** Judges the frames by a policy; null for none. */
    void judge(CompiledPolicy by) {
        policy = by;
        table.clearAll();
    }

    private CapturedFrame read(int row) {
        try {
            return row < 0 ? null : index.frame(row);
        } catch (IOException e) {
            // The row says so itself.
            return null;
        }
    }

    private void fill(TableItem item, int row) {
        CapturedFrame frame = read(row);
        if (frame == null) {
            item.setText(new String[] { Integer.toString(row + 1), "", "", "", "", "", "the file cannot be read here", "" });
            return;
        }
        MemorySegment bytes = MemorySegment.ofArray(frame.bytes());
        FrameSummary summary = FrameSummary.of(view, frame.linkType(), bytes, 0, frame.bytes().length);
        item.setText(new String[] { Integer.toString(row + 1),
            String.format(Locale.ROOT, "%.6f", (frame.timeNanos() - index.firstNanos()) / 1e9), summary.source(),
            summary.destination(), summary.protocol(), Integer.toString(frame.originalBytes()), summary.info(), "" });
        item.setData(null);
        if (policy != null) {
            judge(item, frame, bytes);
        }
    }

    private void judge(TableItem item, CapturedFrame frame, MemorySegment bytes) {
        int ip = LinkType.ipOffset(frame.linkType(), bytes, 0, frame.bytes().length);
        if (ip < 0 || !view.wrap(bytes, ip, frame.bytes().length - ip)) {
            view.wrap(bytes, 0, 0);
        }
        Verdict verdict = policy.verdict(policy.decide(view, Direction.FORWARD));
        String by = verdict.chain() == null ? "" : verdict.chain() + " rule " + verdict.rule();
        item.setText(VERDICT, verdict.kind().word() + (by.isEmpty() ? "" : "  " + by));
        item.setForeground(VERDICT, Themes.color(role(verdict.kind())));
        item.setData((by.isEmpty() ? "" : by + ": ") + verdict.text());
    }

    private static ColorRole role(Verdict.Kind kind) {
        return switch (kind.word()) {
            case "allow" -> ColorRole.TARGET;
            case "deny", "reject" -> ColorRole.REFUSED;
            case "none" -> ColorRole.TEXT_MUTED;
            default -> ColorRole.LOSS;
        };
    }
}
