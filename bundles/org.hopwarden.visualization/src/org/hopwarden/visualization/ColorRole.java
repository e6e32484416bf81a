package org.hopwarden.visualization;

import java.util.Locale;

/** What a colour is for. A {@link Palette} says which colour that is. */
public enum ColorRole {
    /** Behind everything. */
    BACKGROUND,
    /** The inside of a router's box. */
    SURFACE,
    /** The border of a router's box. */
    OUTLINE,
    /** Text that must be read. */
    TEXT,
    /** Text that explains. */
    TEXT_MUTED,
    /** A line that probes passed. */
    LINK,
    /** Grid lines, and the track behind a bar. */
    GRID,
    /** Border and marks of the source. */
    SOURCE,
    SOURCE_SURFACE,
    /** Border and marks of the target. */
    TARGET,
    TARGET_SURFACE,
    /** Border and marks of what did not answer. */
    SILENT,
    SILENT_SURFACE,
    /** Border and marks of what refused the probes. */
    REFUSED,
    REFUSED_SURFACE,
    /** Lost probes: text and lines. */
    LOSS,
    /** Round-trip times: bars. */
    LATENCY,
    /** What the user has chosen. */
    SELECTION,
    /** Charts with several traces take these in turn, see {@link #series(int)}. */
    SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6;

    private static final ColorRole[] SERIES = { SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6 };

    private final String cssProperty = "--hw-" + name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The CSS custom property that holds this role's colour, such as {@code --hw-text-muted}. */
    public String cssProperty() {
        return cssProperty;
    }

    /**
     * The role of a series; they come round again after the sixth.
     *
     * @param index from 0
     */
    public static ColorRole series(int index) {
        return SERIES[index % SERIES.length];
    }
}
