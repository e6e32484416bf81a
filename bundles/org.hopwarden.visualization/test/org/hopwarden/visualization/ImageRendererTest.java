package org.hopwarden.visualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.hopwarden.visualization.Drawing.Bounds;
import org.junit.jupiter.api.Test;

class ImageRendererTest {

    private static final Drawing REFUSED = HopGraphLayout.draw(HopGraph.of(SampleTraces.refused()));

    @Test
    void pixelsArePointsTimesScale() {
        BufferedImage image = ImageRenderer.image(REFUSED, Palette.LIGHT, 1.5);
        assertEquals(Math.ceil(REFUSED.width() * 1.5), image.getWidth());
        assertEquals(Math.ceil(REFUSED.height() * 1.5), image.getHeight());
    }

    @Test
    void coloursAreThePalettes() {
        for (Palette palette : new Palette[] { Palette.LIGHT, Palette.DARK }) {
            BufferedImage image = ImageRenderer.image(REFUSED, palette, 2);
            assertEquals(palette.rgb(ColorRole.BACKGROUND), image.getRGB(0, 0) & 0xffffff);
            assertEquals(palette.rgb(ColorRole.BACKGROUND),
                    image.getRGB(image.getWidth() - 1, image.getHeight() - 1) & 0xffffff);
            Bounds refused = REFUSED.bounds("hop:2:198.51.100.1").orElseThrow();
            assertEquals(palette.rgb(ColorRole.REFUSED_SURFACE),
                    image.getRGB((int) (2 * refused.x()) + 8, (int) (2 * refused.y()) + 12) & 0xffffff);
            assertEquals(palette.rgb(ColorRole.REFUSED),
                    image.getRGB((int) (2 * refused.x()), (int) (2 * refused.y() + refused.height())) & 0xffffff);
        }
    }

    @Test
    void pngHoldsTheImage() throws IOException {
        BufferedImage image = ImageRenderer.image(REFUSED, Palette.DARK, 1);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(ImageRenderer.png(REFUSED, Palette.DARK, 1)));
        assertEquals(image.getWidth(), read.getWidth());
        for (int x = 0; x < image.getWidth(); x += 7) {
            assertEquals(image.getRGB(x, image.getHeight() / 2), read.getRGB(x, image.getHeight() / 2));
        }
    }

    @Test
    void everySampleCanBePainted() {
        SampleTraces.all().forEach((name, traces) -> {
            Drawing drawing = HopGraphLayout.draw(HopGraph.of(traces));
            assertTrue(ImageRenderer.image(drawing, Palette.LIGHT, 0.25).getWidth() > 0, name);
        });
    }
}
