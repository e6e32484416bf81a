package org.hopwarden.ui.rules.internal;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.CellStyleUtil;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** The little picture in front of an action: a tick, a bar, an arrow back, and so on, in the action's colour. */
final class ActionPicture extends AbstractCellPainter {

    private static final int SIZE = 12;

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return SIZE;
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return SIZE;
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle area, IConfigRegistry registry) {
        String action = String.valueOf(cell.getDataValue()).split(" ")[0];
        Color color = CellStyleUtil.getCellStyle(cell, registry).getAttributeValue(CellStyleAttributes.FOREGROUND_COLOR);
        Color before = gc.getForeground();
        Color fill = gc.getBackground();
        int width = gc.getLineWidth();
        int antialias = gc.getAntialias();
        gc.setAntialias(SWT.ON);
        gc.setForeground(color);
        int x = area.x + Math.max(0, (area.width - SIZE) / 2);
        int y = area.y + Math.max(0, (area.height - SIZE) / 2);
        boolean decides = action.equals("permit") || action.equals("deny") || action.equals("reject");
        if (decides) {
            gc.setBackground(color);
            gc.fillOval(x, y, SIZE, SIZE);
            gc.setForeground(fill);
        } else {
            gc.drawOval(x, y, SIZE - 1, SIZE - 1);
        }
        gc.setLineWidth(2);
        draw(gc, action, x, y);
        gc.setForeground(before);
        gc.setBackground(fill);
        gc.setLineWidth(width);
        gc.setAntialias(antialias);
    }

    private static void draw(GC gc, String action, int x, int y) {
        switch (action) {
            case "permit" -> gc.drawPolyline(new int[] { x + 3, y + 6, x + 5, y + 8, x + 9, y + 4 });
            case "deny" -> gc.drawLine(x + 3, y + 6, x + 9, y + 6);
            case "reject" -> gc.drawPolyline(new int[] { x + 9, y + 6, x + 3, y + 6, x + 6, y + 3, x + 3, y + 6, x + 6, y + 9 });
            case "call", "goto" -> gc.drawPolyline(new int[] { x + 4, y + 3, x + 7, y + 6, x + 4, y + 9 });
            case "return" -> gc.drawPolyline(new int[] { x + 7, y + 3, x + 4, y + 6, x + 7, y + 9 });
            default -> gc.drawLine(x + 6, y + 4, x + 6, y + 8);
        }
    }
}
