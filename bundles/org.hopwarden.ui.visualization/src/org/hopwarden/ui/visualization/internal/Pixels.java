package org.hopwarden.ui.visualization.internal;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** Turns an image of AWT's into one that SWT can show. */
public final class Pixels {

    private Pixels() {
    }

    /**
     * @param image of type {@link BufferedImage#TYPE_INT_RGB}
     * @throws IllegalArgumentException if it is of another type
     */
    public static ImageData of(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_INT_RGB) {
            throw new IllegalArgumentException("the image's type is " + image.getType() + ", not TYPE_INT_RGB");
        }
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ImageData data = new ImageData(image.getWidth(), image.getHeight(), 24, new PaletteData(0xff0000, 0xff00, 0xff));
        for (int y = 0; y < data.height; y++) {
            int to = y * data.bytesPerLine;
            int from = y * data.width;
            for (int x = 0; x < data.width; x++) {
                int rgb = pixels[from + x];
                data.data[to++] = (byte) (rgb >> 16);
                data.data[to++] = (byte) (rgb >> 8);
                data.data[to++] = (byte) rgb;
            }
        }
        return data;
    }
}
