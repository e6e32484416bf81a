package org.hopwarden.visualization.internal;

import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.hopwarden.visualization.Chart;
import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Drawing;
import org.hopwarden.visualization.RouteChart.Content;
import org.hopwarden.visualization.RouteChart.Span;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/** Who answered at each hop over time. */
public record RoutePlot(Content content) implements Plot {

    private static final double BAR = 0.38;
    private static final double LABEL_ROOM = 12;
    private static final double AROUND_PLOT_X = 70;
    private static final double AROUND_PLOT_Y = 44;

    @Override
    public String title() {
        long changes = changes();
        return changes == 0 ? "Routers over time: no change" : "Routers over time: " + changes
                + (changes == 1 ? " change" : " changes");
    }

    private long changes() {
        long changes = 0;
        for (int i = 1; i < content.spans().size(); i++) {
            Span before = content.spans().get(i - 1);
            Span span = content.spans().get(i);
            if (before.ttl() == span.ttl() && !before.address().equals(span.address())) {
                changes++;
            }
        }
        return changes;
    }

    @Override
    public JFreeChart chart(Function<ColorRole, Paint> paints, int width, int height) {
        XYPlot plot = new XYPlot(new XYSeriesCollection(), null, null, null);
        long start = content.start().toEpochMilli();
        plot.setDomainAxis(PlotStyle.clock(start, start + content.endNanos() / 1_000_000, width, paints));
        int last = Math.max(1, content.spans().stream().mapToInt(Span::ttl).max().orElse(1));
        NumberAxis hops = new NumberAxis("Hop (TTL)");
        hops.setRange(0.5, last + 0.5);
        hops.setInverted(true);
        double pointsPerHop = (height - AROUND_PLOT_Y) / last;
        hops.setTickUnit(new NumberTickUnit(pointsPerHop >= 12 ? 1 : pointsPerHop * 2 >= 12 ? 2 : 5, PlotStyle.format("0")));
        PlotStyle.axis(hops, paints);
        hops.setTickMarksVisible(false);
        plot.setRangeAxis(hops);
        plot.setRangeGridlinesVisible(false);
        if (content.spans().isEmpty()) {
            PlotStyle.message(plot, "No reply yet", paints);
        }
        if (content.chosen() > 0) {
            IntervalMarker row = new IntervalMarker(content.chosen() - 0.5, content.chosen() + 0.5,
                    paints.apply(ColorRole.SOURCE_SURFACE));
            row.setAlpha(1);
            plot.addRangeMarker(row, Layer.BACKGROUND);
        }
        double nanosPerPoint = content.endNanos() / Math.max(1, width - AROUND_PLOT_X);
        Map<String, Integer> seriesOf = new LinkedHashMap<>();
        Map<Integer, Integer> countAt = new LinkedHashMap<>();
        for (Span span : content.spans()) {
            int series = span.address().isEmpty() ? -1 : seriesOf.computeIfAbsent(span.ttl() + " " + span.address(),
                    key -> countAt.merge(span.ttl(), 1, Integer::sum) - 1);
            addSpan(plot, span, series, start, nanosPerPoint, pointsPerHop, paints);
        }
        PlotStyle.moment(plot, start, content.momentNanos(), paints);
        return PlotStyle.chart(plot, paints);
    }

    private static void addSpan(XYPlot plot, Span span, int series, long start, double nanosPerPoint, double pointsPerHop,
            Function<ColorRole, Paint> paints) {
        double from = start + span.fromNanos() / 1e6;
        double to = start + span.toNanos() / 1e6;
        boolean silent = series < 0;
        Paint paint = silent ? paints.apply(ColorRole.GRID) : paints.apply(ColorRole.series(series));
        Paint fill = paint instanceof Color color && !silent ? new Color(color.getRed(), color.getGreen(), color.getBlue(), 60)
                : silent ? null : paint;
        // The axis is upside down: what is called the lower edge is the greater TTL.
        plot.addAnnotation(new XYBoxAnnotation(from, span.ttl() + BAR, to, span.ttl() - BAR, PlotStyle.THIN, paint, fill));
        double room = (span.toNanos() - span.fromNanos()) / nanosPerPoint - LABEL_ROOM;
        String text = silent ? "no reply" : TextMetrics.fit(SvgWriter.printable(span.address()), PlotStyle.TEXT.getSize(),
                Drawing.Weight.REGULAR, room);
        if (pointsPerHop >= 12 && room > 24 && (!silent || room > 60)) {
            XYTextAnnotation label = new XYTextAnnotation(text, from + 5 * nanosPerPoint / 1e6, span.ttl());
            label.setFont(PlotStyle.TEXT);
            label.setPaint(paints.apply(silent ? ColorRole.TEXT_MUTED : ColorRole.TEXT));
            label.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(label);
        }
    }

    @Override
    public List<Chart.Spot> spots(JFreeChart chart, Rectangle2D area) {
        XYPlot plot = chart.getXYPlot();
        List<Chart.Spot> spots = new ArrayList<>();
        long start = content.start().toEpochMilli();
        for (Span span : content.spans()) {
            double left = plot.getDomainAxis().valueToJava2D(start + span.fromNanos() / 1e6, area, RectangleEdge.BOTTOM);
            double right = plot.getDomainAxis().valueToJava2D(start + span.toNanos() / 1e6, area, RectangleEdge.BOTTOM);
            double top = plot.getRangeAxis().valueToJava2D(span.ttl() - 0.5, area, RectangleEdge.LEFT);
            double bottom = plot.getRangeAxis().valueToJava2D(span.ttl() + 0.5, area, RectangleEdge.LEFT);
            spots.add(new Chart.Spot(new Drawing.Bounds(left, top, right - left, bottom - top), span.ttl(), "Hop " + span.ttl()
                    + ": " + (span.address().isEmpty() ? "no reply" : span.address())));
        }
        return spots;
    }
}
