package org.hopwarden.visualization.internal;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.visualization.Chart;
import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Drawing;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Builds the chart of round-trip times. One use, one thread. */
public final class LatencyPlot {

    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 10);
    private static final Stroke THIN = new BasicStroke(1);
    private static final Stroke HAIR = new BasicStroke(0.75f);
    private static final Stroke RANGE = new BasicStroke(1.5f);
    /** Of the plot's height, for the row of lost probes, in points. */
    private static final double LOSS_ROW = 26;
    private static final String LOST = "lost";
    private static final double LOG_SPAN = 100;
    /** Axes, labels and legend take about this much of the height, in points. */
    private static final double AROUND_PLOT = 60;
    /** The most room that a name in the legend gets. */
    private static final double LEGEND_NAME = 150;
    /** How far the series of one hop stand apart, as a share of the distance of two hops. */
    private static final double SPREAD = 0.3;

    static {
        // Else the turned label of an axis becomes outlines in SVG, which no one can search or read aloud.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    /** The chart of some traces with one hop marked, in any size. */
    public record Of(List<Trace> traces, int chosen) implements Plot {

        @Override
        public String title() {
            return LatencyPlot.title(traces);
        }

        @Override
        public JFreeChart chart(Function<ColorRole, Paint> paints, int width, int height) {
            return new LatencyPlot(traces, chosen, paints, width, height).chart();
        }

        @Override
        public List<Chart.Spot> spots(JFreeChart chart, Rectangle2D area) {
            return LatencyPlot.spots(traces, chart, area);
        }
    }

    private final List<Trace> traces;
    private final int chosen;
    private final Function<ColorRole, Paint> paints;
    private final int width;
    private final int height;
    private final int lastTtl;
    private final double leastMillis;
    private final double greatestMillis;
    private final boolean anyLoss;

    private LatencyPlot(List<Trace> traces, int chosen, Function<ColorRole, Paint> paints, int width, int height) {
        this.traces = traces;
        this.chosen = chosen;
        this.paints = paints;
        this.width = width;
        this.height = height;
        lastTtl = traces.stream().flatMap(trace -> trace.hops().stream())
                .filter(hop -> !hop.isSilent() || hop.lost() > 0).mapToInt(Hop::ttl).max().orElse(0);
        var millis = traces.stream().flatMap(trace -> trace.hops().stream()).flatMap(hop -> hop.replies().stream())
                .mapToDouble(Reply::rttMillis).summaryStatistics();
        leastMillis = millis.getCount() == 0 ? Double.NaN : Math.max(0.001, millis.getMin());
        greatestMillis = millis.getCount() == 0 ? Double.NaN : Math.max(0.001, millis.getMax());
        anyLoss = traces.stream().flatMap(trace -> trace.hops().stream()).anyMatch(hop -> hop.lost() > 0);
    }

    private static String title(List<Trace> traces) {
        if (traces.isEmpty()) {
            return "No trace yet";
        }
        return "Round-trip time per hop: " + traces.stream().map(LatencyPlot::name).distinct().collect(Collectors.joining(", "));
    }

    private static String name(Trace trace) {
        return SvgWriter.printable(trace.request().target() + " by " + trace.request().method());
    }

    private JFreeChart chart() {
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(hopAxis());
        plot.setRangeAxis(0, timeAxis());
        NumberAxis lossAxis = new NumberAxis();
        lossAxis.setRange(0, plotHeight());
        lossAxis.setVisible(false);
        plot.setRangeAxis(1, lossAxis);
        addData(plot);
        style(plot);
        JFreeChart chart = new JFreeChart(null, TEXT, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(6, 4, 4, 10));
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        if (traces.size() > 1) {
            addLegend(chart);
        }
        return chart;
    }

    private double plotHeight() {
        return Math.max(60, height - AROUND_PLOT);
    }

    private NumberAxis hopAxis() {
        NumberAxis axis = new NumberAxis(traces.isEmpty() ? null : "Hop (TTL)");
        axis.setRange(0.5, Math.max(lastTtl, 1) + 0.5);
        double pointsPerHop = (width - 70.0) / Math.max(lastTtl, 1);
        int step = pointsPerHop >= 20 ? 1 : pointsPerHop * 2 >= 20 ? 2 : pointsPerHop * 5 >= 20 ? 5 : 10;
        axis.setTickUnit(new NumberTickUnit(step, format("0")));
        styleAxis(axis);
        axis.setTickLabelsVisible(lastTtl > 0);
        return axis;
    }

    /** The share of the plot's height above the data. */
    private double lossShare() {
        return anyLoss ? LOSS_ROW / plotHeight() : 0.03;
    }

    private ValueAxis timeAxis() {
        double share = lossShare();
        ValueAxis axis;
        if (Double.isNaN(leastMillis)) {
            axis = TimeAxis.linear(traces.isEmpty() ? null : "Round trip (ms)", 1,
                    new TimeAxis.Row(0, anyLoss ? 1 - share / 2 : Double.NaN, LOST));
        } else if (greatestMillis / leastMillis > LOG_SPAN) {
            double bottom = Math.log10(leastMillis) - 0.15;
            double top = Math.log10(greatestMillis) + 0.1;
            double perShare = (top - bottom) / (1 - share);
            axis = TimeAxis.logarithmic("Round trip (ms, log scale)", Math.pow(10, bottom), Math.pow(10, bottom + perShare),
                    new TimeAxis.Row(Math.pow(10, top), anyLoss ? Math.pow(10, top + perShare * share / 2) : Double.NaN, LOST));
        } else {
            double top = greatestMillis * 1.06;
            double upper = top / (1 - share);
            axis = TimeAxis.linear("Round trip (ms)", upper,
                    new TimeAxis.Row(top, anyLoss ? (top + upper) / 2 : Double.NaN, LOST));
        }
        styleAxis(axis);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private void styleAxis(ValueAxis axis) {
        Paint muted = paints.apply(ColorRole.TEXT_MUTED);
        axis.setLabelFont(TEXT);
        axis.setLabelPaint(muted);
        axis.setTickLabelFont(TEXT);
        axis.setTickLabelPaint(muted);
        axis.setAxisLinePaint(paints.apply(ColorRole.OUTLINE));
        axis.setTickMarkPaint(paints.apply(ColorRole.OUTLINE));
    }

    private void addData(XYPlot plot) {
        XYIntervalSeriesCollection ranges = new XYIntervalSeriesCollection();
        XYSeriesCollection medians = new XYSeriesCollection();
        XYSeriesCollection points = new XYSeriesCollection();
        XYSeriesCollection losses = new XYSeriesCollection();
        XYLineAndShapeRenderer lossRenderer = lossRenderer();
        for (int i = 0; i < traces.size(); i++) {
            // JFreeChart demands distinct keys; two traces may have the same name.
            XYIntervalSeries range = new XYIntervalSeries(i, false, true);
            XYSeries median = new XYSeries(i, false, true);
            XYSeries point = new XYSeries(i, false, true);
            XYSeries loss = new XYSeries(i, false, true);
            for (Hop hop : traces.get(i).hops()) {
                double x = hop.ttl() + offset(i);
                addTimes(hop, x, range, median, point);
                if (hop.lost() > 0) {
                    loss.add(x, plotHeight() - LOSS_ROW + 7);
                    lossRenderer.addAnnotation(lossCount(hop, x));
                }
            }
            ranges.addSeries(range);
            medians.addSeries(median);
            points.addSeries(point);
            losses.addSeries(loss);
        }
        plot.setDataset(0, losses);
        plot.setDataset(1, points);
        plot.setDataset(2, ranges);
        plot.setDataset(3, medians);
        plot.mapDatasetToRangeAxis(0, 1);
        plot.setRenderer(0, lossRenderer);
        plot.setRenderer(1, pointRenderer());
        plot.setRenderer(2, rangeRenderer());
        plot.setRenderer(3, medianRenderer());
        String message = traces.isEmpty() ? "No trace yet"
                : !Double.isNaN(leastMillis) ? null
                : traces.stream().anyMatch(trace -> trace.status() == Trace.Status.RUNNING) ? "No reply yet" : "No reply came";
        if (message != null) {
            XYTextAnnotation text = new XYTextAnnotation(message, (Math.max(lastTtl, 1) + 1) / 2.0, 0.5);
            text.setFont(TEXT.deriveFont(12f));
            text.setPaint(paints.apply(ColorRole.TEXT_MUTED));
            text.setTextAnchor(TextAnchor.CENTER);
            plot.addAnnotation(text);
        }
    }

    private static void addTimes(Hop hop, double x, XYIntervalSeries range, XYSeries median, XYSeries point) {
        if (hop.isSilent()) {
            // Breaks the line.
            median.add(x, Double.NaN);
            return;
        }
        double[] sorted = hop.replies().stream().mapToDouble(reply -> Math.max(0.001, reply.rttMillis())).sorted().toArray();
        double middle = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        range.add(x, x, x, middle, sorted[0], sorted[sorted.length - 1]);
        median.add(x, middle);
        for (double millis : sorted) {
            point.add(x, millis);
        }
    }

    private XYTextAnnotation lossCount(Hop hop, double x) {
        XYTextAnnotation count = new XYTextAnnotation(Integer.toString(hop.lost()), x, plotHeight() - 2);
        count.setFont(BOLD.deriveFont(9f));
        count.setPaint(paints.apply(ColorRole.LOSS));
        count.setTextAnchor(TextAnchor.TOP_CENTER);
        return count;
    }

    private XYLineAndShapeRenderer lossRenderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < traces.size(); i++) {
            renderer.setSeriesShape(i, cross(3));
            renderer.setSeriesShapesFilled(i, false);
            renderer.setSeriesPaint(i, paints.apply(ColorRole.LOSS));
            renderer.setSeriesOutlineStroke(i, RANGE);
            renderer.setSeriesStroke(i, RANGE);
        }
        return renderer;
    }

    private XYLineAndShapeRenderer medianRenderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < traces.size(); i++) {
            renderer.setSeriesPaint(i, paints.apply(ColorRole.series(i)));
            renderer.setSeriesStroke(i, HAIR);
        }
        return renderer;
    }

    private XYLineAndShapeRenderer pointRenderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < traces.size(); i++) {
            renderer.setSeriesShape(i, marker(i, pointsPerSeries() >= 12 ? 2.5 : 1.75));
            renderer.setSeriesPaint(i, paints.apply(ColorRole.series(i)));
        }
        return renderer;
    }

    private XYErrorRenderer rangeRenderer() {
        double half = Math.clamp(pointsPerSeries() / 3, 2, 7);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(RANGE);
        for (int i = 0; i < traces.size(); i++) {
            renderer.setSeriesPaint(i, paints.apply(ColorRole.series(i)));
            // The median: a bar across the range.
            renderer.setSeriesShape(i, new Rectangle2D.Double(-half, -1, 2 * half, 2));
            renderer.setSeriesShapesFilled(i, true);
        }
        return renderer;
    }

    private static List<Chart.Spot> spots(List<Trace> traces, JFreeChart chart, Rectangle2D area) {
        ValueAxis axis = chart.getXYPlot().getDomainAxis();
        List<Chart.Spot> spots = new ArrayList<>();
        int last = traces.stream().mapToInt(trace -> trace.hops().size()).max().orElse(0);
        for (int ttl = 1; ttl <= last; ttl++) {
            double left = axis.valueToJava2D(ttl - 0.5, area, RectangleEdge.BOTTOM);
            double right = axis.valueToJava2D(ttl + 0.5, area, RectangleEdge.BOTTOM);
            spots.add(new Chart.Spot(new Drawing.Bounds(left, area.getY(), right - left, area.getHeight()), ttl,
                    tooltip(traces, ttl)));
        }
        return spots;
    }

    private static String tooltip(List<Trace> traces, int ttl) {
        String who = traces.stream().filter(trace -> trace.hops().size() >= ttl)
                .flatMap(trace -> trace.hops().get(ttl - 1).addresses().stream()).map(Object::toString).distinct()
                .collect(Collectors.joining(", "));
        return "Hop " + ttl + ": " + (who.isEmpty() ? "no reply" : who);
    }

    private double pointsPerSeries() {
        return (width - 70.0) / Math.max(lastTtl, 1) / Math.max(traces.size(), 1);
    }

    private double offset(int series) {
        return traces.size() < 2 ? 0 : SPREAD * (series / (traces.size() - 1.0) - 0.5);
    }

    /** The mark of a median: each series has its own shape, so that colour does not tell them apart alone. */
    private static Shape marker(int series, double radius) {
        return switch (series % 4) {
            case 0 -> new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
            case 1 -> new Rectangle2D.Double(-radius, -radius, 2 * radius, 2 * radius);
            case 2 -> polygon(0, -1.3 * radius, 1.3 * radius, 0, 0, 1.3 * radius, -1.3 * radius, 0);
            default -> polygon(0, -1.2 * radius, 1.2 * radius, radius, -1.2 * radius, radius);
        };
    }

    private static Shape polygon(double... coordinates) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Shape cross(double radius) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(-radius, -radius);
        path.lineTo(radius, radius);
        path.moveTo(-radius, radius);
        path.lineTo(radius, -radius);
        return path;
    }

    private void style(XYPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(paints.apply(ColorRole.GRID));
        plot.setRangeGridlineStroke(THIN);
        plot.setRangeGridlinesVisible(!Double.isNaN(leastMillis));
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        if (anyLoss) {
            IntervalMarker row = new IntervalMarker(plotHeight() - LOSS_ROW, plotHeight(), paints.apply(ColorRole.SURFACE));
            row.setAlpha(1);
            plot.addRangeMarker(0, row, Layer.BACKGROUND);
        }
        if (chosen > 0 && chosen <= lastTtl) {
            IntervalMarker band = new IntervalMarker(chosen - 0.5, chosen + 0.5, paints.apply(ColorRole.SOURCE_SURFACE));
            band.setAlpha(1);
            plot.addDomainMarker(band, Layer.BACKGROUND);
        }
        if (traces.isEmpty()) {
            plot.getDomainAxis().setVisible(false);
            plot.getRangeAxis().setVisible(false);
        }
    }

    private void addLegend(JFreeChart chart) {
        LegendItemCollection items = new LegendItemCollection();
        Set<String> named = new LinkedHashSet<>();
        boolean oneTarget = traces.stream().map(trace -> trace.request().target()).distinct().count() == 1;
        for (int i = 0; i < traces.size(); i++) {
            String name = TextMetrics.fit(oneTarget ? traces.get(i).request().method() : name(traces.get(i)), TEXT.getSize(),
                    Drawing.Weight.REGULAR, LEGEND_NAME);
            Paint paint = paints.apply(ColorRole.series(i));
            String label = named.add(name) ? name : name + " (" + (i + 1) + ")";
            LegendItem item = new LegendItem(label, null, null, null, true, marker(i, 3.5), true, paint, false,
                    paint, RANGE, false, cross(1), THIN, paint);
            item.setLabelFont(TEXT);
            item.setLabelPaint(paints.apply(ColorRole.TEXT));
            items.add(item);
        }
        LegendTitle legend = new LegendTitle(() -> items);
        legend.setItemFont(TEXT);
        legend.setItemPaint(paints.apply(ColorRole.TEXT));
        legend.setPosition(RectangleEdge.TOP);
        legend.setBackgroundPaint(null);
        chart.addLegend(legend);
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
