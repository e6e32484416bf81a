import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/**
 * Draws the program's icon, a shield with three hops on it, as PNG files of the sizes that desktops ask for.
 *
 * <pre>java releng/icons/DrawIcon.java bundles/org.hopwarden.app/icons</pre>
 */
public final class DrawIcon {

    private static final int[] SIZES = { 16, 32, 48, 64, 128, 256 };

    private DrawIcon() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (int size : SIZES) {
            ImageIO.write(draw(size), "png", folder.resolve("hopwarden" + size + ".png").toFile());
        }
    }

    /** In a square of 64 units; small sizes get thicker lines, for a thin one would be a blur. */
    private static BufferedImage draw(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / 64.0, size / 64.0);
        boolean small = size <= 24;
        g.setPaint(new GradientPaint(0, 2, new Color(0x2f6fc4), 0, 62, new Color(0x163a6b)));
        g.fill(shield());
        g.setStroke(new BasicStroke(small ? 6 : 4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(new Color(0xc9dcf5));
        Path2D way = new Path2D.Double();
        way.moveTo(17, 38);
        way.lineTo(30, 20);
        way.lineTo(46, 32);
        g.draw(way);
        double radius = small ? 7.5 : 6;
        dot(g, 17, 38, radius, new Color(0xffffff));
        dot(g, 30, 20, radius, new Color(0xffffff));
        dot(g, 46, 32, radius + 1, new Color(0x4fd08b));
        g.dispose();
        return image;
    }

    private static Path2D shield() {
        Path2D shape = new Path2D.Double();
        shape.moveTo(32, 2);
        shape.curveTo(41, 8, 50, 10, 59, 10);
        shape.curveTo(60, 36, 53, 53, 32, 62);
        shape.curveTo(11, 53, 4, 36, 5, 10);
        shape.curveTo(14, 10, 23, 8, 32, 2);
        shape.closePath();
        return shape;
    }

    private static void dot(Graphics2D g, double x, double y, double radius, Color color) {
        g.setColor(color);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
}
