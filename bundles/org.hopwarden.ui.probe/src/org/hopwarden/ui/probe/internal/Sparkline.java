package org.hopwarden.ui.probe.internal;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.hopwarden.ui.Themes;
import org.hopwarden.visualization.ColorRole;

/**
 * The latest round-trip times of a hop as little bars, the newest at the right; a lost probe is a thin line from top to bottom.
 */
final class Sparkline {

    static final int WIDTH = 132;

    private static final int BAR = 3;
    private static final int STEP = BAR + 1;
    private static final int MARGIN = 6;
    /** How many probes are shown. */
    static final int MOST = (WIDTH - 2 * MARGIN) / STEP;

    private Sparkline() {
    }

    static void paint(GC gc, HopRow row, Rectangle area, boolean selected) {
        List<Long> times = row.recent();
        int most = Math.max(1, Math.min(MOST, (area.width - 2 * MARGIN) / STEP));
        List<Long> shown = times.subList(Math.max(0, times.size() - most), times.size());
        if (shown.isEmpty()) {
            return;
        }
        long greatest = Math.max(1, shown.stream().mapToLong(Long::longValue).max().orElse(1));
        int room = area.height - 7;
        int base = area.y + area.height - 3;
        int x = area.x + MARGIN;
        Color bar = selected ? gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT) : Themes.color(ColorRole.LATENCY);
        Color lost = selected ? bar : Themes.color(ColorRole.LOSS);
        for (long nanos : shown) {
            if (nanos == HopRow.LOST) {
                gc.setBackground(lost);
                gc.fillRectangle(x + 1, base - room, 1, room);
            } else {
                int height = Math.max(2, (int) Math.round((double) nanos / greatest * room));
                gc.setBackground(bar);
                gc.fillRectangle(x, base - height, BAR, height);
            }
            x += STEP;
        }
    }

    static String tooltip(HopRow row) {
        if (row.recent().isEmpty()) {
            return null;
        }
        int shown = Math.min(MOST, row.recent().size());
        return (shown == 1 ? "The latest probe" : "The latest " + shown + " probes")
                + ": the height is the round-trip time, a line is a lost probe. Worst of all " + (row.worst().isEmpty() ? "\u2013"
                        : row.worst() + " ms");
    }
}
