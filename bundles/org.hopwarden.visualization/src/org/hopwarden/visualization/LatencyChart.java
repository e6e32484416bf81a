package org.hopwarden.visualization;

import java.awt.image.BufferedImage;
import java.util.List;

import org.hopwarden.probe.Trace;

/**
 * Round-trip time for each hop: the range from best to worst, the median, each reply as a point, and lost probes as crosses at
 * the upper edge. Immutable; drawing is safe on any thread, and takes some tens of milliseconds, so not on a window's.
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

    /**
     * For a place inside an HTML page: colours are CSS custom properties, see {@link SvgRenderer#css(Palette)}.
     *
     * @param width in points, 200 or more
     * @param height in points, 120 or more
     */
    public String toInlineSvg(int width, int height) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** A file of its own, in the colours of one palette, with a background. */
    public String toSvg(Palette palette, int width, int height) {
        throw new UnsupportedOperationException("not there yet");
    }

    /**
     * An image of type {@link BufferedImage#TYPE_INT_RGB} with the palette's background.
     *
     * @param width in points
     * @param height in points
     * @param scale pixels per point
     */
    public BufferedImage toImage(Palette palette, int width, int height, double scale) {
        throw new UnsupportedOperationException("not there yet");
    }
}
