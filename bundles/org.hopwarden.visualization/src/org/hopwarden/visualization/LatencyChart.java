package org.hopwarden.visualization;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.hopwarden.probe.Trace;
import org.hopwarden.visualization.internal.ChartSvg;
import org.hopwarden.visualization.internal.LatencyPlot;

/**
 * Round-trip time for each hop: the range from best to worst, the median, each reply as a point, and lost probes as crosses with
 * their number at the upper edge. The scale is logarithmic where the times span more than two decades. Immutable; drawing is safe
 * on any thread, and takes some tens of milliseconds, so not on a window's.
 */
public final class LatencyChart {

    private final List<Trace> traces;

    private LatencyChart(List<Trace> traces) {
        this.traces = List.copyOf(traces);
    }

    /** The chart of these traces, one series each, in their order. */
    public static LatencyChart of(List<Trace> traces) {
        return new LatencyChart(traces);
    }

    /** What the chart shows, in a sentence. */
    public String title() {
        return LatencyPlot.title(traces);
    }

    /**
     * For a place inside an HTML page: colours are CSS custom properties, see {@link SvgRenderer#css(Palette)}.
     *
     * @param width in points, 200 or more
     * @param height in points, 120 or more
     */
    public String toInlineSvg(int width, int height) {
        require(width, height);
        return ChartSvg.inline(traces, width, height);
    }

    /** A file of its own, in the colours of one palette, with a background. */
    public String toSvg(Palette palette, int width, int height) {
        require(width, height);
        return ChartSvg.standalone(traces, palette, width, height);
    }

    /**
     * An image of type {@link BufferedImage#TYPE_INT_RGB} with the palette's background.
     *
     * @param width in points, 200 or more
     * @param height in points, 120 or more
     * @param scale pixels per point, more than 0
     */
    public BufferedImage toImage(Palette palette, int width, int height, double scale) {
        require(width, height);
        BufferedImage image = new BufferedImage((int) Math.ceil(width * scale), (int) Math.ceil(height * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(new Color(palette.rgb(ColorRole.BACKGROUND)));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(scale, scale);
            new LatencyPlot(traces, role -> new Color(palette.rgb(role)), width, height).chart()
                    .draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void require(int width, int height) {
        if (width < 200 || height < 120) {
            throw new IllegalArgumentException("a chart needs 200 x 120 points or more, not " + width + " x " + height);
        }
    }
}
