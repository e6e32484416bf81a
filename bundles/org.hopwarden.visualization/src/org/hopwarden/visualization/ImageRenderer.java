package org.hopwarden.visualization;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import org.hopwarden.visualization.internal.GraphicsPainter;

/** Paints a {@link Drawing} into pixels, with no window. Safe for use by several threads. */
public final class ImageRenderer {

    private ImageRenderer() {
    }

    /**
     * An image of type {@link BufferedImage#TYPE_INT_RGB} with the palette's background.
     *
     * @param scale pixels per point: 1 on a plain screen, 2 on a dense one; more than 0
     */
    public static BufferedImage image(Drawing drawing, Palette palette, double scale) {
        BufferedImage image = new BufferedImage(Math.max(1, (int) Math.ceil(drawing.width() * scale)),
                Math.max(1, (int) Math.ceil(drawing.height() * scale)), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            GraphicsPainter.paint(drawing, palette, graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** The image as a PNG file. */
    public static byte[] png(Drawing drawing, Palette palette, double scale) {
        return png(image(drawing, palette, scale));
    }

    /** Any image as a PNG file. */
    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this Java has no writer for PNG images");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing a PNG image to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
