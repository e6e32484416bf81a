package org.hopwarden.visualization;

import java.util.Map;

/**
 * The colours of a theme. In the built-in palettes text has a contrast of at least 4.5 to what it stands on, and lines, borders
 * and bars at least 3 (WCAG 2.2, success criteria 1.4.3 and 1.4.11, level AA).
 *
 * @param name for people
 * @param dark whether the background is darker than the text
 * @param colors a colour for every role, as {@code 0xRRGGBB}
 */
public record Palette(String name, boolean dark, Map<ColorRole, Integer> colors) {

    public static final Palette LIGHT = new Palette("Light", false, Map.ofEntries(
            Map.entry(ColorRole.BACKGROUND, 0xffffff),
            Map.entry(ColorRole.SURFACE, 0xf5f7fa),
            Map.entry(ColorRole.OUTLINE, 0x75839a),
            Map.entry(ColorRole.TEXT, 0x1b2430),
            Map.entry(ColorRole.TEXT_MUTED, 0x576476),
            Map.entry(ColorRole.LINK, 0x6a788e),
            Map.entry(ColorRole.GRID, 0xdbe1e9),
            Map.entry(ColorRole.SOURCE, 0x1f62b5),
            Map.entry(ColorRole.SOURCE_SURFACE, 0xe4eefb),
            Map.entry(ColorRole.TARGET, 0x1c7a4a),
            Map.entry(ColorRole.TARGET_SURFACE, 0xe2f4ea),
            Map.entry(ColorRole.SILENT, 0x7c8694),
            Map.entry(ColorRole.SILENT_SURFACE, 0xffffff),
            Map.entry(ColorRole.REFUSED, 0xb3261e),
            Map.entry(ColorRole.REFUSED_SURFACE, 0xfdeceb),
            Map.entry(ColorRole.LOSS, 0xa34a00),
            Map.entry(ColorRole.LATENCY, 0x2b7bbf),
            Map.entry(ColorRole.SELECTION, 0x0b57d0),
            Map.entry(ColorRole.SERIES_1, 0x1f62b5),
            Map.entry(ColorRole.SERIES_2, 0xa34a00),
            Map.entry(ColorRole.SERIES_3, 0x1c7a4a),
            Map.entry(ColorRole.SERIES_4, 0x8e3a9d),
            Map.entry(ColorRole.SERIES_5, 0x0f7482),
            Map.entry(ColorRole.SERIES_6, 0xb3264a)));

    public static final Palette DARK = new Palette("Dark", true, Map.ofEntries(
            Map.entry(ColorRole.BACKGROUND, 0x1b1f26),
            Map.entry(ColorRole.SURFACE, 0x272d37),
            Map.entry(ColorRole.OUTLINE, 0x8592a6),
            Map.entry(ColorRole.TEXT, 0xe9edf3),
            Map.entry(ColorRole.TEXT_MUTED, 0xaab5c4),
            Map.entry(ColorRole.LINK, 0x8f9cb0),
            Map.entry(ColorRole.GRID, 0x3a4350),
            Map.entry(ColorRole.SOURCE, 0x7db4f5),
            Map.entry(ColorRole.SOURCE_SURFACE, 0x1d3047),
            Map.entry(ColorRole.TARGET, 0x6fd09a),
            Map.entry(ColorRole.TARGET_SURFACE, 0x1b3528),
            Map.entry(ColorRole.SILENT, 0x8a95a5),
            Map.entry(ColorRole.SILENT_SURFACE, 0x1b1f26),
            Map.entry(ColorRole.REFUSED, 0xff938a),
            Map.entry(ColorRole.REFUSED_SURFACE, 0x43211f),
            Map.entry(ColorRole.LOSS, 0xffb36b),
            Map.entry(ColorRole.LATENCY, 0x66aef0),
            Map.entry(ColorRole.SELECTION, 0x8ab4f8),
            Map.entry(ColorRole.SERIES_1, 0x7db4f5),
            Map.entry(ColorRole.SERIES_2, 0xffb36b),
            Map.entry(ColorRole.SERIES_3, 0x6fd09a),
            Map.entry(ColorRole.SERIES_4, 0xdd9bea),
            Map.entry(ColorRole.SERIES_5, 0x5fcbd9),
            Map.entry(ColorRole.SERIES_6, 0xff94ad)));

    public Palette {
        colors = Map.copyOf(colors);
        for (ColorRole role : ColorRole.values()) {
            if (!colors.containsKey(role)) {
                throw new IllegalArgumentException("the palette " + name + " has no colour for " + role);
            }
        }
    }

    /** The colour of a role as {@code 0xRRGGBB}. */
    public int rgb(ColorRole role) {
        return colors.get(role);
    }

    /** The colour of a role as CSS writes it: {@code #rrggbb}. */
    public String css(ColorRole role) {
        return "#%06x".formatted(rgb(role));
    }

    /** The contrast ratio of two roles, 1 to 21 (WCAG 2.2, "contrast ratio"). */
    public double contrast(ColorRole one, ColorRole other) {
        double a = luminance(rgb(one));
        double b = luminance(rgb(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** WCAG 2.2, "relative luminance". */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
