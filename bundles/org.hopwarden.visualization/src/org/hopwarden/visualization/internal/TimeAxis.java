package org.hopwarden.visualization.internal;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * Axes of milliseconds. Their ticks end with the data; above that may stand a row for what has no time, with a word for a
 * label.
 */
final class TimeAxis {

    private static final int MOST_TICKS = 8;

    /**
     * @param top the greatest value that ticks name; 0 for no ticks
     * @param rowAt where the word stands; NaN for no such row
     * @param rowLabel the word
     */
    record Row(double top, double rowAt, String rowLabel) {
    }

    private TimeAxis() {
    }

    static ValueAxis linear(String label, double upper, Row row) {
        NumberAxis axis = new NumberAxis(label) {
            private static final long serialVersionUID = 1;

            @Override
            public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
                return ticks(linearValues(row.top()), row);
            }
        };
        axis.setRange(0, upper);
        return axis;
    }

    static ValueAxis logarithmic(String label, double lower, double upper, Row row) {
        LogAxis axis = new LogAxis(label) {
            private static final long serialVersionUID = 1;

            @Override
            public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
                return ticks(logValues(lower, row.top()), row);
            }
        };
        axis.setRange(lower, upper);
        return axis;
    }

    private static List<Double> linearValues(double top) {
        List<Double> values = new ArrayList<>();
        if (top > 0) {
            double least = top / MOST_TICKS;
            double decade = Math.pow(10, Math.floor(Math.log10(least)));
            double step = DoubleStream.of(1, 2, 5, 10).map(factor -> factor * decade).filter(value -> value >= least)
                    .findFirst().orElseThrow();
            for (int i = 0; i * step <= top; i++) {
                values.add(i * step);
            }
        }
        return values;
    }

    /** Steps of 1, 2 and 5 where there is room, else of 1 alone. */
    private static List<Double> logValues(double lower, double top) {
        for (int[] steps : new int[][] { { 1, 2, 5 }, { 1, 3 }, { 1 } }) {
            List<Double> values = new ArrayList<>();
            for (double decade = Math.pow(10, Math.floor(Math.log10(lower))); decade <= top; decade *= 10) {
                for (int step : steps) {
                    double value = decade * step;
                    if (value >= lower && value <= top) {
                        values.add(value);
                    }
                }
            }
            if (values.size() <= MOST_TICKS || steps.length == 1) {
                return values;
            }
        }
        return List.of();
    }

    private static List<NumberTick> ticks(List<Double> values, Row row) {
        DecimalFormat format = new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
        List<NumberTick> ticks = new ArrayList<>();
        for (double value : values) {
            ticks.add(new NumberTick(value, format.format(value), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
        }
        if (!Double.isNaN(row.rowAt())) {
            ticks.add(new NumberTick(row.rowAt(), row.rowLabel(), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
        }
        return ticks;
    }
}
