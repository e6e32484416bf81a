package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.interchange.entry.ChainDiff.Row;
import org.hopwarden.interchange.entry.WordDiff.Part;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** The chosen row of a comparison, both sides whole and one above the other, with the words that differ marked; it can be copied. */
final class FacingTexts {

    private static final int LINES = 3;

    private final StyledText text;
    private Row row;

    FacingTexts(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(10, 6, 4, 4).applyTo(area);
        text = WidgetNames.name(new StyledText(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), "Chosen difference");
        text.setAlwaysShowScrollBars(false);
        text.setCaret(null);
        Themes.style(text, "hopwarden-bytes");
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, LINES * text.getLineHeight()).applyTo(text);
        Themes.onSwitch(text, () -> show(row));
    }

    Composite control() {
        return text.getParent();
    }

    /** @param shown null for none */
    void show(Row shown) {
        row = shown;
        StringBuilder all = new StringBuilder();
        List<StyleRange> styles = new ArrayList<>();
        if (row != null && row.isSame()) {
            all.append(row.leftText());
        } else if (row != null) {
            add(all, styles, true);
            add(all, styles, false);
        }
        text.setText(all.toString());
        text.setStyleRanges(styles.toArray(StyleRange[]::new));
        text.setForeground(Themes.color(ColorRole.TEXT));
    }

    private void add(StringBuilder all, List<StyleRange> styles, boolean left) {
        if ((left ? row.leftText() : row.rightText()).isEmpty()) {
            return;
        }
        if (!all.isEmpty()) {
            all.append('\n');
        }
        all.append(left ? "Left:   " : "Right:  ");
        for (Part part : ComparisonTable.parts(row, left)) {
            if (part.differs()) {
                StyleRange style = new StyleRange(all.length(), part.text().stripTrailing().length(), null, ComparisonLook.wordColor());
                style.underline = true;
                styles.add(style);
            }
            all.append(part.text());
        }
    }
}
