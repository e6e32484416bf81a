package org.hopwarden.visualization;

import java.awt.image.BufferedImage;

/** Paints a {@link Drawing} into pixels, with no window. */
public final class ImageRenderer {

    private ImageRenderer() {
    }

    /**
     * An image of type {@link BufferedImage#TYPE_INT_RGB} with the palette's background.
     *
     * @param scale pixels per point: 1 on a plain screen, 2 on a dense one; more than 0
     */
    public static BufferedImage image(Drawing drawing, Palette palette, double scale) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The image as a PNG file. */
    public static byte[] png(Drawing drawing, Palette palette, double scale) {
        return png(image(drawing, palette, scale));
    }

    /** Any image as a PNG file. */
    public static byte[] png(BufferedImage image) {
        throw new UnsupportedOperationException("not there yet");
    }
}
