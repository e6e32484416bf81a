package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.ui.rules.internal.Comparison.Line;
import org.hopwarden.visualization.ColorRole;

/** Where in the whole list the differences are; a click goes there. */
final class DifferenceRuler {

    static final int WIDTH = 12;

    private static final int LEAST_MARK = 3;

    private final Canvas canvas;
    private List<Line> lines = List.of();

    /** @param choose gets the line that is clicked */
    DifferenceRuler(Composite parent, IntConsumer choose) {
        canvas = WidgetNames.name(new Canvas(parent, SWT.DOUBLE_BUFFERED), "Differences");
        canvas.setToolTipText("Where the differences are; a click goes there");
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, event -> {
            if (!lines.isEmpty()) {
                choose.accept(nearest(Math.clamp((long) event.y * lines.size() / Math.max(1, canvas.getClientArea().height), 0,
                        lines.size() - 1)));
            }
        });
        Themes.onSwitch(canvas, canvas::redraw);
    }

    /** The difference that is nearest to a line, as a click seldom meets one of 10,000. */
    private int nearest(int line) {
        for (int away = 0; away < lines.size(); away++) {
            for (int near : new int[] { line - away, line + away }) {
                if (near >= 0 && near < lines.size() && lines.get(near).row() != null && !lines.get(near).row().isSame()) {
                    return near;
                }
            }
        }
        return line;
    }

    Canvas control() {
        return canvas;
    }

    void show(List<Line> next) {
        lines = next;
        canvas.redraw();
    }

    private void paint(GC gc) {
        int width = canvas.getClientArea().width;
        int height = canvas.getClientArea().height;
        gc.setBackground(Themes.color(ColorRole.SURFACE));
        gc.fillRectangle(0, 0, width, height);
        int mark = Math.max(LEAST_MARK, height / Math.max(1, lines.size()));
        int drawn = -1;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int y = (int) ((long) i * height / lines.size());
            if (y > drawn && line.row() != null && !line.row().isSame()) {
                gc.setBackground(Themes.color(ComparisonLook.role(line.row().kind())));
                gc.fillRectangle(2, y, width - 4, mark);
                drawn = y;
            }
        }
    }
}
