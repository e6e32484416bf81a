package org.hopwarden.visualization.internal;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Stroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.function.Function;

import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.TimelineChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** What all charts look like. */
final class PlotStyle {

    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
    static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 10);
    static final Stroke THIN = new BasicStroke(1);
    static final Stroke HAIR = new BasicStroke(0.75f);
    static final Stroke STRONG = new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private static final double POINTS_PER_TICK = 70;
    private static final int[] STEP_SECONDS = { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200,
            86400 };

    static {
        // Else the turned label of an axis becomes outlines in SVG, which no one can search or read aloud.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private PlotStyle() {
    }

    static JFreeChart chart(XYPlot plot, Function<ColorRole, Paint> paints) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(paints.apply(ColorRole.GRID));
        plot.setRangeGridlineStroke(THIN);
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        JFreeChart chart = new JFreeChart(null, TEXT, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(6, 4, 4, 10));
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        return chart;
    }

    static void axis(ValueAxis axis, Function<ColorRole, Paint> paints) {
        Paint muted = paints.apply(ColorRole.TEXT_MUTED);
        axis.setLabelFont(TEXT);
        axis.setLabelPaint(muted);
        axis.setTickLabelFont(TEXT);
        axis.setTickLabelPaint(muted);
        axis.setAxisLinePaint(paints.apply(ColorRole.OUTLINE));
        axis.setTickMarkPaint(paints.apply(ColorRole.OUTLINE));
    }

    /** An axis of clock times. */
    static DateAxis clock(long startMillis, long endMillis, int width, Function<ColorRole, Paint> paints) {
        DateAxis axis = new DateAxis();
        long end = Math.max(endMillis, startMillis + 1000);
        axis.setRange(new Date(startMillis), new Date(end));
        double seconds = (end - startMillis) / 1000.0;
        double most = Math.max(1, (width - 90) / POINTS_PER_TICK);
        int step = STEP_SECONDS[STEP_SECONDS.length - 1];
        for (int i = STEP_SECONDS.length - 1; i >= 0 && seconds / STEP_SECONDS[i] <= most; i--) {
            step = STEP_SECONDS[i];
        }
        String format = seconds > 86400 ? "MM-dd HH:mm" : step % 60 == 0 ? "HH:mm" : "HH:mm:ss";
        axis.setTickUnit(new DateTickUnit(DateTickUnitType.SECOND, step, new SimpleDateFormat(format, Locale.ROOT)));
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        axis(axis, paints);
        return axis;
    }

    /** A line at a moment; nothing for a negative one. */
    static void moment(XYPlot plot, long startMillis, long momentNanos, Function<ColorRole, Paint> paints) {
        if (momentNanos >= 0) {
            plot.addDomainMarker(new ValueMarker(startMillis + momentNanos / 1e6, paints.apply(ColorRole.SELECTION),
                    new BasicStroke(1.5f)), Layer.FOREGROUND);
        }
    }

    /** A word in the middle of a plot that has nothing to show. */
    static void message(XYPlot plot, String text, Function<ColorRole, Paint> paints) {
        XYTextAnnotation annotation = new XYTextAnnotation(text, plot.getDomainAxis().getRange().getCentralValue(),
                plot.getRangeAxis().getRange().getCentralValue());
        annotation.setFont(TEXT.deriveFont(12f));
        annotation.setPaint(paints.apply(ColorRole.TEXT_MUTED));
        annotation.setTextAnchor(TextAnchor.CENTER);
        plot.addAnnotation(annotation);
    }

    static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** Clock time of a stretch, in milliseconds since 1970. */
    static double clockMillis(long startMillis, TimelineChart.Stretch stretch) {
        return startMillis + stretch.atNanos() / 1e6;
    }
}
