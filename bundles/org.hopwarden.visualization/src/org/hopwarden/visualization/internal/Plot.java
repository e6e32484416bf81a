package org.hopwarden.visualization.internal;

import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;

import org.hopwarden.visualization.Chart;
import org.hopwarden.visualization.ColorRole;
import org.jfree.chart.JFreeChart;

/** What a chart shows, before it has a size and colours. */
public interface Plot {

    /** What the chart shows, in a sentence. */
    String title();

    /**
     * @param paints the paint of a role
     * @param width of the whole chart in points
     * @param height of the whole chart in points
     */
    JFreeChart chart(Function<ColorRole, Paint> paints, int width, int height);

    /**
     * Where the hops are.
     *
     * @param chart from {@link #chart}, drawn
     * @param area between its axes
     */
    List<Chart.Spot> spots(JFreeChart chart, Rectangle2D area);
}
