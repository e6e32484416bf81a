package org.hopwarden.visualization;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

import org.hopwarden.visualization.internal.ChartSvg;
import org.hopwarden.visualization.internal.Plot;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/**
 * A chart that can be drawn in any size of 200 x 120 points or more. Immutable; drawing is safe on any thread, and takes some tens
 * of milliseconds, so not on a window's.
 */
public abstract sealed class Chart permits DistributionChart, LatencyChart, RouteChart, TimelineChart {

    private final Plot plot;

    Chart(Plot plot) {
        this.plot = requireNonNull(plot, "plot");
    }

    /**
     * A part of a picture that stands for a hop.
     *
     * @param bounds in points
     * @param ttl the hop's distance, 1 to 255
     * @param tooltip what to tell a user who points at it; may have several lines; may be empty
     */
    public record Spot(Drawing.Bounds bounds, int ttl, String tooltip) {
    }

    /**
     * A chart in one size.
     *
     * @param image of type {@link BufferedImage#TYPE_INT_RGB} with the palette's background
     * @param spots from back to front
     */
    public record Picture(BufferedImage image, List<Spot> spots) {

        public Picture {
            spots = List.copyOf(spots);
        }

        /** The foremost spot at a place, in points. */
        public Optional<Spot> spotAt(double x, double y) {
            return spots.reversed().stream().filter(spot -> spot.bounds().contains(x, y)).findFirst();
        }
    }

    /** What the chart shows, in a sentence. */
    public final String title() {
        return plot.title();
    }

    /**
     * For a place inside an HTML page: colours are CSS custom properties, see {@link SvgRenderer#css(Palette)}.
     *
     * @param width in points, 200 or more
     * @param height in points, 120 or more
     */
    public final String toInlineSvg(int width, int height) {
        require(width, height);
        return ChartSvg.inline(plot, width, height);
    }

    /** A file of its own, in the colours of one palette, with a background. */
    public final String toSvg(Palette palette, int width, int height) {
        require(width, height);
        return ChartSvg.standalone(plot, palette, width, height);
    }

    /**
     * An image of type {@link BufferedImage#TYPE_INT_RGB} with the palette's background.
     *
     * @param width in points, 200 or more
     * @param height in points, 120 or more
     * @param scale pixels per point, more than 0
     */
    public final BufferedImage toImage(Palette palette, int width, int height, double scale) {
        return draw(palette, width, height, scale).image();
    }

    /** As {@link #toImage}, with the places of the hops. */
    public final Picture draw(Palette palette, int width, int height, double scale) {
        require(width, height);
        BufferedImage image = new BufferedImage((int) Math.ceil(width * scale), (int) Math.ceil(height * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(new Color(palette.rgb(ColorRole.BACKGROUND)));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(scale, scale);
            JFreeChart chart = plot.chart(role -> new Color(palette.rgb(role)), width, height);
            ChartRenderingInfo info = new ChartRenderingInfo(null);
            chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
            return new Picture(image, plot.spots(chart, info.getPlotInfo().getDataArea()));
        } finally {
            graphics.dispose();
        }
    }

    private static void require(int width, int height) {
        if (width < 200 || height < 120) {
            throw new IllegalArgumentException("a chart needs 200 x 120 points or more, not " + width + " x " + height);
        }
    }
}
