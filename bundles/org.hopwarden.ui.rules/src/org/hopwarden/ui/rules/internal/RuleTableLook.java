package org.hopwarden.ui.rules.internal;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.CellPainterDecorator;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.ui.util.CellEdgeEnum;
import org.eclipse.swt.graphics.Color;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Deny;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.ui.Themes;
import org.hopwarden.visualization.ColorRole;

/** The colours and little pictures of the rule table, in both themes. */
final class RuleTableLook extends AbstractRegistryConfiguration {

    private static final String ALLOWS = "allows";
    private static final String DENIES = "denies";
    private static final String OTHER = "other";
    private static final String NUMBERS = "numbers";
    private static final String CENTRED = "centred";
    private static final String MUTED = "muted";
    private static final String WRONG = "wrong";
    private static final String DECIDING = "deciding";
    private static final String REVIEW = "review";
    private static final String ACTION = "action";

    private final NatTable table;

    RuleTableLook(NatTable table) {
        this.table = table;
    }

    /** The labels of a cell; the first that says something of a colour decides. */
    static void label(LabelStack labels, RuleColumn column, Rule rule, boolean wrong, boolean deciding) {
        labels.addLabel(column.name());
        if (deciding) {
            labels.addLabel(DECIDING);
        }
        if (rule.isUnderReview()) {
            labels.addLabel(REVIEW);
        }
        switch (column) {
            case MARK -> labels.addLabel(RuleMarks.LABEL);
            case ON -> labels.addLabel(CENTRED);
            case NUMBER, HITS -> labels.addLabel(NUMBERS);
            case ACTION -> {
                labels.addLabel(ACTION);
                if (rule.isEnabled()) {
                    labels.addLabel(rule.getAction() instanceof Allow ? ALLOWS
                            : rule.getAction() instanceof Deny || rule.getAction() instanceof Reject ? DENIES : OTHER);
                }
            }
            default -> {
            }
        }
        if (wrong) {
            labels.addLabel(WRONG);
        } else if (!rule.isEnabled() || column == RuleColumn.REMARK) {
            labels.addLabel(MUTED);
        }
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        // All of it follows the theme: see apply.
    }

    /** Takes the colours of the theme as it is now. */
    void apply() {
        IConfigRegistry registry = table.getConfigRegistry();
        Color text = Themes.color(ColorRole.TEXT);
        Color surface = Themes.color(ColorRole.SURFACE);
        // Not the system's: just after a switch of the theme that is still the other one's.
        Color paper = Themes.color(ColorRole.BACKGROUND);
        table.setBackground(paper);
        Style plain = style(text, paper);
        plain.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        plain.setAttributeValue(CellStyleAttributes.BORDER_STYLE, null);
        plain.setAttributeValue(CellStyleAttributes.FONT, table.getFont());
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, plain, DisplayMode.NORMAL);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, padded(new TextPainter(false, true, false)), DisplayMode.NORMAL);
        registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, Themes.color(ColorRole.GRID));
        Style head = style(Themes.color(ColorRole.TEXT_MUTED), surface);
        head.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, head, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, head, DisplayMode.SELECT, GridRegion.COLUMN_HEADER);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, padded(new TextPainter(false, true, false)),
                DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
        Color chosen = mix(Themes.color(ColorRole.SELECTION), paper, 0.3);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style(null, chosen), DisplayMode.SELECT);
        Style anchor = style(null, mix(Themes.color(ColorRole.SELECTION), paper, 0.42));
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, anchor, DisplayMode.SELECT,
                SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style(null, paper), DisplayMode.NORMAL,
                SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
        foreground(registry, ALLOWS, ColorRole.TARGET);
        foreground(registry, DENIES, ColorRole.REFUSED);
        foreground(registry, OTHER, ColorRole.LINK);
        foreground(registry, MUTED, ColorRole.TEXT_MUTED);
        foreground(registry, WRONG, ColorRole.REFUSED);
        background(registry, DECIDING, mix(Themes.color(ColorRole.TARGET), paper, 0.16));
        background(registry, REVIEW, mix(Themes.color(ColorRole.LOSS), paper, 0.14));
        align(registry, NUMBERS, HorizontalAlignmentEnum.RIGHT);
        align(registry, CENTRED, HorizontalAlignmentEnum.CENTER);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new PaddingDecorator(new CellPainterDecorator(
                new TextPainter(false, true, false), CellEdgeEnum.LEFT, 6, new ActionPicture(), true), 0, 4, 0, 6, true),
                DisplayMode.NORMAL, ACTION);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new RuleMarks(), DisplayMode.NORMAL, RuleMarks.LABEL);
    }

    private static PaddingDecorator padded(TextPainter painter) {
        return new PaddingDecorator(painter, 0, 5, 0, 5, true);
    }

    private static Style style(Color foreground, Color background) {
        Style style = new Style();
        if (foreground != null) {
            style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, foreground);
        }
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, background);
        return style;
    }

    private static void foreground(IConfigRegistry registry, String label, ColorRole role) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, Themes.color(role));
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, label);
    }

    private static void background(IConfigRegistry registry, String label, Color color) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, color);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, label);
    }

    private static void align(IConfigRegistry registry, String label, HorizontalAlignmentEnum alignment) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, alignment);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, label);
    }

    private static Color mix(Color over, Color under, double share) {
        return new Color(part(over.getRed(), under.getRed(), share), part(over.getGreen(), under.getGreen(), share),
                part(over.getBlue(), under.getBlue(), share));
    }

    private static int part(int over, int under, double share) {
        return (int) Math.round(over * share + under * (1 - share));
    }
}
