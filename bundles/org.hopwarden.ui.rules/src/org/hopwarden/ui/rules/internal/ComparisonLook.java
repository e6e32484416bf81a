package org.hopwarden.ui.rules.internal;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.hopwarden.interchange.entry.ChainDiff.Kind;
import org.hopwarden.interchange.entry.ChainDiff.Row;
import org.hopwarden.ui.Themes;
import org.hopwarden.visualization.ColorRole;

/** The colours and signs of two policies side by side, in both themes. No difference is shown by its colour alone. */
final class ComparisonLook extends AbstractRegistryConfiguration {

    static final String ADDED = "added";
    static final String REMOVED = "removed";
    static final String CHANGED = "changed";
    static final String MOVED = "moved";
    static final String ABSENT = "absent";
    static final String HEADING = "heading";
    static final String HIDDEN = "hidden";
    static final String NUMBERS = "numbers";
    static final String SIGNS = "signs";
    static final String TEXTS = "texts";

    private static final double TINT = 0.13;
    private static final double WORD_TINT = 0.34;

    private final NatTable table;
    private final Font bold;

    /** @param table not configured yet */
    ComparisonLook(NatTable table) {
        this.table = table;
        FontData font = table.getFont().getFontData()[0];
        bold = new Font(table.getDisplay(), font.getName(), font.getHeight(), SWT.BOLD);
        table.addDisposeListener(event -> bold.dispose());
    }

    /** How a row looks on one of its sides. */
    static String label(Row row, boolean left) {
        return switch (row.kind()) {
            case SAME -> "";
            case CHANGED -> CHANGED;
            case LEFT_ONLY -> left ? REMOVED : ABSENT;
            case RIGHT_ONLY -> left ? ABSENT : ADDED;
            case MOVED -> left == row.left() > 0 ? MOVED : ABSENT;
            case CHAIN -> HEADING;
        };
    }

    /** The sign of a row on one of its sides; empty for none. */
    static String sign(Row row, boolean left) {
        return switch (label(row, left)) {
            case CHANGED -> "\u2260";
            case REMOVED -> "\u2212";
            case ADDED -> "+";
            // From the left to the right.
            case MOVED -> left == row.elsewhere() > row.left() + row.right() ? "\u2193" : "\u2191";
            case HEADING -> row.isSame() ? "" : "\u2260";
            default -> "";
        };
    }

    /** The colour that stands for a kind of difference. */
    static ColorRole role(Kind kind) {
        return switch (kind) {
            case LEFT_ONLY -> ColorRole.REFUSED;
            case RIGHT_ONLY -> ColorRole.TARGET;
            case MOVED -> ColorRole.SOURCE;
            default -> ColorRole.LOSS;
        };
    }

    /** Behind the words that differ. */
    static Color wordColor() {
        return mix(Themes.color(ColorRole.LOSS), paper(), WORD_TINT);
    }

    private static Color paper() {
        return Themes.color(ColorRole.BACKGROUND);
    }

    static void label(LabelStack labels, Row row, boolean left, String column) {
        labels.addLabel(column);
        String label = row == null ? HIDDEN : label(row, left);
        if (!label.isEmpty()) {
            labels.addLabel(column + label);
            labels.addLabel(label);
        }
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        // All of it follows the theme: see apply.
    }

    /** Takes the colours of the theme as it is now. */
    void apply(MarkedTextPainter marked) {
        IConfigRegistry registry = table.getConfigRegistry();
        Color text = Themes.color(ColorRole.TEXT);
        Color muted = Themes.color(ColorRole.TEXT_MUTED);
        Color surface = Themes.color(ColorRole.SURFACE);
        table.setBackground(paper());
        Style plain = style(text, paper());
        plain.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        plain.setAttributeValue(CellStyleAttributes.BORDER_STYLE, null);
        plain.setAttributeValue(CellStyleAttributes.FONT, table.getFont());
        register(registry, plain, DisplayMode.NORMAL, null);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, padded(), DisplayMode.NORMAL);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new PaddingDecorator(marked, 0, 5, 0, 5, true),
                DisplayMode.NORMAL, TEXTS);
        registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, Themes.color(ColorRole.GRID));
        Style head = style(muted, surface);
        head.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        register(registry, head, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
        register(registry, head, DisplayMode.SELECT, GridRegion.COLUMN_HEADER);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, padded(), DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
        Color chosen = mix(Themes.color(ColorRole.SELECTION), paper(), 0.3);
        register(registry, style(null, chosen), DisplayMode.SELECT, null);
        register(registry, style(null, chosen), DisplayMode.SELECT, SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
        register(registry, new Style(), DisplayMode.NORMAL, SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
        difference(registry, REMOVED, Kind.LEFT_ONLY);
        difference(registry, ADDED, Kind.RIGHT_ONLY);
        difference(registry, MOVED, Kind.MOVED);
        difference(registry, CHANGED, Kind.CHANGED);
        register(registry, style(muted, surface), DisplayMode.NORMAL, ABSENT);
        register(registry, style(muted, surface), DisplayMode.NORMAL, HIDDEN);
        Style heading = style(text, surface);
        heading.setAttributeValue(CellStyleAttributes.FONT, bold);
        register(registry, heading, DisplayMode.NORMAL, HEADING);
        Style numbers = new Style();
        numbers.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
        numbers.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, muted);
        register(registry, numbers, DisplayMode.NORMAL, NUMBERS);
        Style signs = new Style();
        signs.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.CENTER);
        signs.setAttributeValue(CellStyleAttributes.FONT, bold);
        register(registry, signs, DisplayMode.NORMAL, SIGNS);
    }

    private static void difference(IConfigRegistry registry, String label, Kind kind) {
        Style tint = new Style();
        tint.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, mix(Themes.color(role(kind)), paper(), TINT));
        register(registry, tint, DisplayMode.NORMAL, label);
        Style sign = new Style();
        sign.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, Themes.color(role(kind)));
        register(registry, sign, DisplayMode.NORMAL, SIGNS + label);
    }

    private static PaddingDecorator padded() {
        return new PaddingDecorator(new TextPainter(false, true, false), 0, 5, 0, 5, true);
    }

    private static void register(IConfigRegistry registry, Style style, DisplayMode mode, String label) {
        if (label == null) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, mode);
        } else {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, mode, label);
        }
    }

    private static Style style(Color foreground, Color background) {
        Style style = new Style();
        if (foreground != null) {
            style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, foreground);
        }
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, background);
        return style;
    }

    private static Color mix(Color over, Color under, double share) {
        return new Color(part(over.getRed(), under.getRed(), share), part(over.getGreen(), under.getGreen(), share),
                part(over.getBlue(), under.getBlue(), share));
    }

    private static int part(int over, int under, double share) {
        return (int) Math.round(over * share + under * (1 - share));
    }
}
