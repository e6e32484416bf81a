package org.hopwarden.visualization.internal;

import org.hopwarden.visualization.Drawing.Weight;

/**
 * How wide text runs, without asking for a font: a layout must not depend on the machine. The figures are those of DejaVu Sans,
 * one of the widest sans-serif fonts in use, so text in another font rarely runs wider.
 */
final class TextMetrics {

    private static final char ELLIPSIS = '\u2026';

    /** Advances of the characters 32 to 126 in thousandths of the size. */
    private static final short[] REGULAR = { 318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
            636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
            575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337,
            390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
            392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838 };
    private static final short[] BOLD = { 348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696,
            696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683,
            821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365,
            457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493,
            595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838 };
    /** A generous guess for all other characters: the advance of an ideograph. */
    private static final int OTHER = 1000;

    private TextMetrics() {
    }

    static double width(String text, double size, Weight weight) {
        short[] advances = weight == Weight.BOLD ? BOLD : REGULAR;
        long sum = text.codePoints().mapToLong(c -> advance(c, advances)).sum();
        return sum * size / 1000;
    }

    private static int advance(int codePoint, short[] advances) {
        if (codePoint >= 32 && codePoint < 127) {
            return advances[codePoint - 32];
        }
        return switch (codePoint) {
            case '\u00b7' -> 380;
            case '\u2013' -> 500;
            default -> OTHER;
        };
    }

    /** The text, with its middle left out where it is wider than there is room: both ends of a name tell it apart. */
    static String fit(String text, double size, Weight weight, double room) {
        if (width(text, size, weight) <= room) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int keep = points.length - 1;
        while (keep > 0) {
            int head = (keep + 1) / 2;
            String shorter = new String(points, 0, head) + ELLIPSIS
                    + new String(points, points.length - (keep - head), keep - head);
            if (width(shorter, size, weight) <= room) {
                return shorter;
            }
            keep--;
        }
        return String.valueOf(ELLIPSIS);
    }
}
