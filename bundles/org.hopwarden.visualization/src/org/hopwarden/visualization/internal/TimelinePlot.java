package org.hopwarden.visualization.internal;

import java.awt.Paint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.hopwarden.visualization.Chart;
import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Drawing;
import org.hopwarden.visualization.TimelineChart.Content;
import org.hopwarden.visualization.TimelineChart.Line;
import org.hopwarden.visualization.TimelineChart.Stretch;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Round-trip times over time. */
public record TimelinePlot(Content content) implements Plot {

    private static final double LOSS_ROW = 14;
    /** Axes and labels take about this much of the height, in points. */
    private static final double AROUND_PLOT = 44;
    /** Where times span more than this factor, the scale is logarithmic. */
    private static final double LOG_SPAN = 40;
    private static final int HIT_POINTS = 4;

    @Override
    public String title() {
        return outstanding().map(line -> SvgWriter.printable("Round-trip times over time; hop " + line.ttl() + ", " + line.label()
                + ", stands out")).orElse("Round-trip times over time: no reply yet");
    }

    /** The chosen hop, else the last that answered. */
    private Optional<Line> outstanding() {
        return content.lines().stream().filter(line -> line.ttl() == content.chosen()).findFirst()
                .or(() -> content.lines().reversed().stream()
                        .filter(line -> line.stretches().stream().anyMatch(stretch -> stretch.replies() > 0)).findFirst());
    }

    @Override
    public JFreeChart chart(Function<ColorRole, Paint> paints, int width, int height) {
        XYPlot plot = new XYPlot();
        long start = content.start().toEpochMilli();
        plot.setDomainAxis(PlotStyle.clock(start, start + content.endNanos() / 1_000_000, width, paints));
        double share = LOSS_ROW / Math.max(60, height - AROUND_PLOT);
        ValueAxis times = timeAxis(share);
        PlotStyle.axis(times, paints);
        times.setTickMarksVisible(false);
        plot.setRangeAxis(times);
        NumberAxis lossAxis = new NumberAxis();
        lossAxis.setRange(0, 1);
        lossAxis.setVisible(false);
        plot.setRangeAxis(1, lossAxis);
        Optional<Line> chosen = outstanding();
        if (chosen.isEmpty()) {
            PlotStyle.message(plot, "No reply yet", paints);
        }
        addOutstanding(plot, chosen, start, share, paints);
        addOthers(plot, chosen, start, paints);
        PlotStyle.moment(plot, start, content.momentNanos(), paints);
        return PlotStyle.chart(plot, paints);
    }

    private ValueAxis timeAxis(double share) {
        double least = Double.MAX_VALUE;
        double greatest = 0;
        for (Line line : content.lines()) {
            for (Stretch stretch : line.stretches()) {
                if (stretch.replies() > 0) {
                    least = Math.min(least, stretch.meanNanos() / 1e6);
                    greatest = Math.max(greatest, stretch.meanNanos() / 1e6);
                }
            }
        }
        double widest = outstanding().stream().flatMap(line -> line.stretches().stream()).filter(s -> s.replies() > 0)
                .mapToDouble(s -> s.worstNanos() / 1e6).max().orElse(0);
        greatest = Math.max(0.01, Math.max(greatest, widest));
        least = Math.clamp(least, 0.001, greatest);
        if (greatest / least > LOG_SPAN) {
            double bottom = Math.log10(least) - 0.15;
            double top = Math.log10(greatest) + 0.08;
            double upper = bottom + (top - bottom) / (1 - share);
            return TimeAxis.logarithmic("Round trip (ms, log scale)", Math.pow(10, bottom), Math.pow(10, upper),
                    new TimeAxis.Row(Math.pow(10, top), Double.NaN, ""));
        }
        double top = greatest * 1.06;
        return TimeAxis.linear("Round trip (ms)", top / (1 - share), new TimeAxis.Row(top, Double.NaN, ""));
    }

    private static void addOutstanding(XYPlot plot, Optional<Line> chosen, long start, double share,
            Function<ColorRole, Paint> paints) {
        YIntervalSeries range = new YIntervalSeries("range", false, true);
        XYSeries losses = new XYSeries("lost", false, true);
        for (Stretch stretch : chosen.map(Line::stretches).orElse(List.of())) {
            double at = PlotStyle.clockMillis(start, stretch);
            if (stretch.replies() > 0) {
                range.add(at, millis(stretch.meanNanos()), millis(stretch.bestNanos()), millis(stretch.worstNanos()));
            }
            if (stretch.lost() > 0) {
                losses.add(at, 1 - share / 2);
            }
        }
        XYSeriesCollection lost = new XYSeriesCollection(losses);
        XYLineAndShapeRenderer lostRenderer = new XYLineAndShapeRenderer(false, true);
        lostRenderer.setSeriesShape(0, new Rectangle2D.Double(-1, -LOSS_ROW / 2 + 2, 2, LOSS_ROW - 4));
        lostRenderer.setSeriesPaint(0, paints.apply(ColorRole.LOSS));
        plot.setDataset(0, lost);
        plot.setRenderer(0, lostRenderer);
        plot.mapDatasetToRangeAxis(0, 1);
        YIntervalSeriesCollection ranges = new YIntervalSeriesCollection();
        ranges.addSeries(range);
        DeviationRenderer renderer = new DeviationRenderer(true, range.getItemCount() == 1);
        renderer.setAlpha(0.22f);
        renderer.setSeriesPaint(0, paints.apply(ColorRole.SERIES_1));
        renderer.setSeriesFillPaint(0, paints.apply(ColorRole.SERIES_1));
        renderer.setSeriesStroke(0, PlotStyle.STRONG);
        plot.setDataset(1, ranges);
        plot.setRenderer(1, renderer);
        plot.mapDatasetToRangeAxis(1, 0);
        if (losses.getItemCount() > 0) {
            IntervalMarker row = new IntervalMarker(1 - share, 1, paints.apply(ColorRole.SURFACE));
            row.setAlpha(1);
            plot.addRangeMarker(1, row, Layer.BACKGROUND);
        }
    }

    private void addOthers(XYPlot plot, Optional<Line> chosen, long start, Function<ColorRole, Paint> paints) {
        XYSeriesCollection others = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (Line line : content.lines()) {
            if (chosen.isPresent() && line.ttl() == chosen.get().ttl()) {
                continue;
            }
            XYSeries series = new XYSeries(line.ttl(), false, true);
            for (Stretch stretch : line.stretches()) {
                if (stretch.replies() > 0) {
                    series.add(PlotStyle.clockMillis(start, stretch), millis(stretch.meanNanos()));
                }
            }
            renderer.setSeriesPaint(others.getSeriesCount(), paints.apply(ColorRole.OUTLINE));
            renderer.setSeriesStroke(others.getSeriesCount(), PlotStyle.HAIR);
            renderer.setLegendLine(new Line2D.Double());
            others.addSeries(series);
        }
        plot.setDataset(2, others);
        plot.setRenderer(2, renderer);
        plot.mapDatasetToRangeAxis(2, 0);
    }

    private static double millis(long nanos) {
        return Math.max(0.001, nanos / 1e6);
    }

    @Override
    public List<Chart.Spot> spots(JFreeChart chart, Rectangle2D area) {
        XYPlot plot = chart.getXYPlot();
        long start = content.start().toEpochMilli();
        List<Chart.Spot> spots = new ArrayList<>();
        for (Line line : content.lines()) {
            double left = Double.NaN;
            double leftY = 0;
            for (Stretch stretch : line.stretches()) {
                if (stretch.replies() == 0) {
                    continue;
                }
                double x = plot.getDomainAxis().valueToJava2D(PlotStyle.clockMillis(start, stretch), area, RectangleEdge.BOTTOM);
                double y = plot.getRangeAxis().valueToJava2D(millis(stretch.meanNanos()), area, RectangleEdge.LEFT);
                // Points closer than a finger are one spot.
                if (!Double.isNaN(left) && x - left < 3 * HIT_POINTS) {
                    continue;
                }
                double from = Double.isNaN(left) ? x - HIT_POINTS : left;
                double top = Double.isNaN(left) ? y : Math.min(y, leftY);
                double bottom = Double.isNaN(left) ? y : Math.max(y, leftY);
                spots.add(new Chart.Spot(new Drawing.Bounds(from, top - HIT_POINTS, x - from + 1, bottom - top + 2 * HIT_POINTS),
                        line.ttl(), "Hop " + line.ttl() + ": " + line.label()));
                left = x;
                leftY = y;
            }
        }
        return spots;
    }
}
