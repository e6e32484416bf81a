package org.hopwarden.visualization;

import org.hopwarden.visualization.internal.SvgWriter;

/**
 * Writes a {@link Drawing} as SVG 1.1 that is also well-formed XML. Elements carry their id as {@code data-id} and their tooltip
 * as {@code <title>}. The same drawing gives the same text.
 */
public final class SvgRenderer {

    private SvgRenderer() {
    }

    /**
     * For a place inside an HTML page: colours are CSS custom properties (see {@link ColorRole#cssProperty()}) that the page
     * sets, see {@link #css(Palette)}.
     */
    public static String inline(Drawing drawing) {
        return SvgWriter.write(drawing, role -> "var(" + role.cssProperty() + ")", false);
    }

    /** A file of its own, in the colours of one palette, with a background. */
    public static String standalone(Drawing drawing, Palette palette) {
        return SvgWriter.write(drawing, palette::css, true);
    }

    /** The declarations that give every role its colour, such as {@code --hw-text: #1b2430;}, one a line, without a selector. */
    public static String css(Palette palette) {
        StringBuilder css = new StringBuilder();
        for (ColorRole role : ColorRole.values()) {
            css.append(role.cssProperty()).append(": ").append(palette.css(role)).append(";\n");
        }
        return css.toString();
    }
}
