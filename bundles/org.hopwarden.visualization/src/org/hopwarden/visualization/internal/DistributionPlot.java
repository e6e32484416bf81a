package org.hopwarden.visualization.internal;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.hopwarden.visualization.Chart;
import org.hopwarden.visualization.ColorRole;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * A histogram of round-trip times.
 *
 * @param millis sorted
 */
public record DistributionPlot(int ttl, String label, double[] millis) implements Plot {

    private static final int MOST_BARS = 60;
    private static final int LEAST_BARS = 8;

    @Override
    public String title() {
        return ttl == 0 ? "No hop has answered" : SvgWriter.printable("Round-trip times of hop " + ttl + ", " + label + ": "
                + millis.length + (millis.length == 1 ? " reply" : " replies"));
    }

    @Override
    public JFreeChart chart(Function<ColorRole, Paint> paints, int width, int height) {
        XYPlot plot = new XYPlot();
        NumberAxis times = new NumberAxis("Round trip (ms)");
        NumberAxis counts = new NumberAxis("Replies");
        counts.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        plot.setDomainAxis(times);
        plot.setRangeAxis(counts);
        PlotStyle.axis(times, paints);
        PlotStyle.axis(counts, paints);
        if (millis.length == 0) {
            times.setVisible(false);
            counts.setVisible(false);
            plot.setRangeGridlinesVisible(false);
            times.setRange(0, 1);
            counts.setRange(0, 1);
            PlotStyle.message(plot, "No reply yet", paints);
            return PlotStyle.chart(plot, paints);
        }
        addBars(plot, times, counts, paints);
        double median = quantile(0.5);
        double high = quantile(0.95);
        boolean apart = high - median > (times.getUpperBound() - times.getLowerBound()) * 0.02;
        addMark(plot, median, String.format(Locale.ROOT, "median %.3f", median), ColorRole.TEXT, true, times, paints);
        if (apart && millis.length >= 20) {
            addMark(plot, high, String.format(Locale.ROOT, "95 %% %.3f", high), ColorRole.LOSS, false, times, paints);
        }
        JFreeChart chart = PlotStyle.chart(plot, paints);
        counts.setTickMarksVisible(false);
        return chart;
    }

    private void addBars(XYPlot plot, NumberAxis times, NumberAxis counts, Function<ColorRole, Paint> paints) {
        double least = millis[0];
        double greatest = millis[millis.length - 1];
        double spread = Math.max(greatest - least, Math.max(0.01, least * 0.05));
        int bars = bars(spread);
        double step = spread / bars;
        double from = greatest - least < spread ? Math.max(0, (least + greatest - spread) / 2) : least;
        int[] heights = new int[bars];
        for (double value : millis) {
            heights[Math.clamp((int) ((value - from) / step), 0, bars - 1)]++;
        }
        XYIntervalSeries series = new XYIntervalSeries("replies");
        int most = 1;
        for (int i = 0; i < bars; i++) {
            most = Math.max(most, heights[i]);
            if (heights[i] > 0) {
                double left = from + i * step;
                series.add(left + step / 2, left, left + step, heights[i], 0, heights[i]);
            }
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        XYBarRenderer renderer = new XYBarRenderer(bars > 30 ? 0.08 : 0.12);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setSeriesPaint(0, paints.apply(ColorRole.LATENCY));
        plot.setDataset(data);
        plot.setRenderer(renderer);
        times.setRange(Math.max(0, from - spread * 0.06), from + spread * 1.06);
        counts.setRange(0, most * 1.22);
    }

    /** The rule of Freedman and Diaconis (1981), bounded. */
    private int bars(double spread) {
        double middle = quantile(0.75) - quantile(0.25);
        if (middle <= 0) {
            return LEAST_BARS;
        }
        double step = 2 * middle / Math.cbrt(millis.length);
        return (int) Math.clamp(Math.ceil(spread / step), LEAST_BARS, MOST_BARS);
    }

    private double quantile(double share) {
        double at = share * (millis.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(millis.length - 1, below + 1);
        return millis[below] + (at - below) * (millis[above] - millis[below]);
    }

    private static void addMark(XYPlot plot, double at, String text, ColorRole role, boolean first, NumberAxis times,
            Function<ColorRole, Paint> paints) {
        ValueMarker mark = new ValueMarker(at, paints.apply(role), new BasicStroke(1, BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER, 10, new float[] { 4, 3 }, 0));
        mark.setLabel(text);
        mark.setLabelFont(PlotStyle.TEXT);
        mark.setLabelPaint(paints.apply(role));
        boolean left = at > times.getRange().getCentralValue();
        mark.setLabelAnchor(left ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        mark.setLabelTextAnchor(left ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        // The second stands below the first, so that they never cover each other.
        mark.setLabelOffset(new org.jfree.chart.ui.RectangleInsets(first ? 1 : 14, 3, 3, 3));
        plot.addDomainMarker(mark);
    }

    @Override
    public List<Chart.Spot> spots(JFreeChart chart, Rectangle2D area) {
        return List.of();
    }
}
