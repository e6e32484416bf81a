package org.hopwarden.visualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final List<Palette> BUILT_IN = List.of(Palette.LIGHT, Palette.DARK);
    private static final List<ColorRole> SURFACES = List.of(ColorRole.BACKGROUND, ColorRole.SURFACE, ColorRole.SOURCE_SURFACE,
            ColorRole.TARGET_SURFACE, ColorRole.SILENT_SURFACE, ColorRole.REFUSED_SURFACE);

    @Test
    void textCanBeReadOnEverySurface() {
        for (Palette palette : BUILT_IN) {
            for (ColorRole surface : SURFACES) {
                for (ColorRole text : List.of(ColorRole.TEXT, ColorRole.TEXT_MUTED, ColorRole.LOSS)) {
                    atLeast(4.5, palette, text, surface);
                }
            }
            for (ColorRole text : List.of(ColorRole.TARGET, ColorRole.REFUSED, ColorRole.SOURCE, ColorRole.SELECTION)) {
                atLeast(4.5, palette, text, ColorRole.BACKGROUND);
            }
        }
    }

    @Test
    void linesAndMarksStandOutFromWhatIsBehindThem() {
        for (Palette palette : BUILT_IN) {
            for (ColorRole line : List.of(ColorRole.OUTLINE, ColorRole.LINK, ColorRole.SILENT, ColorRole.SOURCE, ColorRole.TARGET,
                    ColorRole.REFUSED, ColorRole.LOSS, ColorRole.LATENCY, ColorRole.SELECTION, ColorRole.SERIES_1,
                    ColorRole.SERIES_2, ColorRole.SERIES_3, ColorRole.SERIES_4, ColorRole.SERIES_5, ColorRole.SERIES_6)) {
                atLeast(3, palette, line, ColorRole.BACKGROUND);
            }
            atLeast(3, palette, ColorRole.OUTLINE, ColorRole.SURFACE);
            atLeast(3, palette, ColorRole.SOURCE, ColorRole.SOURCE_SURFACE);
            atLeast(3, palette, ColorRole.TARGET, ColorRole.TARGET_SURFACE);
            atLeast(3, palette, ColorRole.REFUSED, ColorRole.REFUSED_SURFACE);
            for (ColorRole surface : SURFACES) {
                atLeast(3, palette, ColorRole.LATENCY, surface);
            }
            atLeast(3, palette, ColorRole.LATENCY, ColorRole.GRID);
        }
    }

    private static void atLeast(double least, Palette palette, ColorRole one, ColorRole other) {
        double contrast = palette.contrast(one, other);
        assertTrue(contrast >= least, () -> palette.name() + ": " + one + " on " + other + " has " + contrast);
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertEquals(21, contrast(0x000000, 0xffffff), 1e-9);
        assertEquals(1, contrast(0x808080, 0x808080), 1e-9);
        assertEquals(4.48, contrast(0x777777, 0xffffff), 0.005);
    }

    private static double contrast(int one, int other) {
        Map<ColorRole, Integer> colors = new java.util.EnumMap<>(Palette.LIGHT.colors());
        colors.put(ColorRole.TEXT, one);
        colors.put(ColorRole.BACKGROUND, other);
        return new Palette("test", false, colors).contrast(ColorRole.TEXT, ColorRole.BACKGROUND);
    }

    @Test
    void aPaletteHasEveryRole() {
        assertThrows(IllegalArgumentException.class, () -> new Palette("poor", false, Map.of(ColorRole.TEXT, 0)));
    }
}
