package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.function.Function;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.CellStyleUtil;
import org.eclipse.nebula.widgets.nattable.style.IStyle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.hopwarden.interchange.entry.WordDiff.Part;

/** Draws a cell's text in one line, with the words that differ on another ground and underlined; what does not fit ends in dots. */
final class MarkedTextPainter extends BackgroundPainter {

    private static final String DOTS = "\u2026";

    private final Function<ILayerCell, List<Part>> parts;

    MarkedTextPainter(Function<ILayerCell, List<Part>> parts) {
        this.parts = parts;
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        super.paintCell(cell, gc, bounds, registry);
        IStyle style = CellStyleUtil.getCellStyle(cell, registry);
        Font font = style.getAttributeValue(CellStyleAttributes.FONT);
        Color foreground = style.getAttributeValue(CellStyleAttributes.FOREGROUND_COLOR);
        Rectangle clip = gc.getClipping();
        Color before = gc.getBackground();
        gc.setClipping(bounds.intersection(clip));
        if (font != null) {
            gc.setFont(font);
        }
        if (foreground != null) {
            gc.setForeground(foreground);
        }
        try {
            draw(parts.apply(cell), gc, bounds);
        } finally {
            gc.setClipping(clip);
            gc.setBackground(before);
        }
    }

    private static void draw(List<Part> parts, GC gc, Rectangle bounds) {
        int height = gc.getFontMetrics().getHeight();
        int y = bounds.y + Math.max(0, (bounds.height - height) / 2);
        int x = bounds.x;
        int end = bounds.x + bounds.width;
        int room = end - gc.textExtent(DOTS).x;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String text = part.text();
            int width = gc.textExtent(text).x;
            boolean last = i == parts.size() - 1;
            boolean cut = x + width > (last ? end : room);
            if (cut) {
                text = fitting(text, gc, room - x) + DOTS;
                width = gc.textExtent(text).x;
            }
            if (part.differs()) {
                int marked = cut ? width : gc.textExtent(text.stripTrailing()).x;
                gc.setBackground(ComparisonLook.wordColor());
                gc.fillRectangle(x, y, marked, height);
                gc.drawLine(x, y + height - 1, x + marked - 1, y + height - 1);
            }
            gc.drawText(text, x, y, SWT.DRAW_TRANSPARENT);
            if (cut) {
                return;
            }
            x += width;
        }
    }

    private static String fitting(String text, GC gc, int room) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (gc.textExtent(text.substring(0, middle)).x <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, low);
    }
}
