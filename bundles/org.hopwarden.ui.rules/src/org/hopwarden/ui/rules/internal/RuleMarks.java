package org.hopwarden.ui.rules.internal;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.hopwarden.analysis.Severity;
import org.hopwarden.ui.rules.internal.PolicyFindings.Mark;

/** The cells at the beginning of rules in which marks stand: a problem, or else the gravest finding. */
final class RuleMarks extends BackgroundPainter {

    /** The label of such a cell. */
    static final String LABEL = "mark";

    /** What such a cell holds: the word of a severity, or nothing. */
    static String word(String problem, Mark mark) {
        return problem != null ? Severity.ERROR.word() : mark == null ? "" : mark.severity().word();
    }

    /** What a mark says; null for nothing. */
    static String text(String problem, Mark mark) {
        return problem == null ? mark == null ? null : mark.text() : problem + (mark == null ? "" : "\n\n" + mark.text());
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle area, IConfigRegistry registry) {
        super.paintCell(cell, gc, area, registry);
        String word = String.valueOf(cell.getDataValue());
        if (!word.isEmpty()) {
            Image image = RuleIcons.image(word);
            Rectangle size = image.getBounds();
            gc.drawImage(image, area.x + (area.width - size.width) / 2, area.y + (area.height - size.height) / 2);
        }
    }
}
