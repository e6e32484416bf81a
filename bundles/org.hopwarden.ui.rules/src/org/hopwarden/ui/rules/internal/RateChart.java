package org.hopwarden.ui.rules.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** How many packets a second were allowed, denied and rejected during the last minute. */
final class RateChart {

    private static final int SAMPLES = 240;
    private static final int SPAN_SECONDS = 60;
    private static final int LEFT = 52;
    private static final int BOTTOM = 22;
    private static final int TOP = 26;
    private static final int RIGHT = 14;

    /** Null until it was made. */
    private Canvas canvas;
    private final Deque<Rates> samples = new ArrayDeque<>();
    private EnforcementStatistics last;
    private long lastNanos;

    /** The rule that is drawn beside the others; null for none. */
    private RuleCount followed;

    /**
     * Packets a second.
     *
     * @param rule of the followed rule; not a number where none was
     */
    private record Rates(long timeNanos, double allowed, double denied, double rejected, double rule) {

        double most() {
            return Math.max(Math.max(allowed, Double.isNaN(rule) ? 0 : rule), Math.max(denied, rejected));
        }
    }

    void make(Composite parent) {
        canvas = WidgetNames.name(new Canvas(parent, SWT.DOUBLE_BUFFERED), "Rates");
        canvas.addPaintListener(event -> paint(event.gc, canvas.getClientArea()));
        Themes.onSwitch(canvas, canvas::redraw);
    }

    void clear() {
        samples.clear();
        last = null;
        canvas.redraw();
    }

    /** Draws one rule beside the others, from now on; null for none. */
    void follow(RuleCount rule) {
        followed = rule;
        // What was drawn was another's.
        List<Rates> before = List.copyOf(samples);
        samples.clear();
        before.forEach(each -> samples.add(new Rates(each.timeNanos(), each.allowed(), each.denied(), each.rejected(), Double.NaN)));
        canvas.redraw();
    }

    /** Of the followed rule; not a number where there is none. */
    private double packets(EnforcementStatistics of) {
        return followed == null ? Double.NaN : of.rules().stream()
                .filter(each -> each.rule() == followed.rule() && Objects.equals(each.chain(), followed.chain()))
                .mapToDouble(RuleCount::packets).findFirst().orElse(Double.NaN);
    }

    /** Takes the counts at a time. */
    void add(EnforcementStatistics now, long nowNanos) {
        if (last != null && nowNanos > lastNanos) {
            double seconds = (nowNanos - lastNanos) / 1e9;
            samples.addLast(new Rates(nowNanos, (now.allowed() - last.allowed()) / seconds,
                    (now.denied() - last.denied()) / seconds, (now.rejected() - last.rejected()) / seconds,
                    (packets(now) - packets(last)) / seconds));
            if (samples.size() > SAMPLES) {
                samples.removeFirst();
            }
        }
        last = now;
        lastNanos = nowNanos;
        canvas.redraw();
    }

    private void paint(GC gc, Rectangle area) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(Themes.color(ColorRole.BACKGROUND));
        gc.fillRectangle(area);
        int width = area.width - LEFT - RIGHT;
        int height = area.height - TOP - BOTTOM;
        if (width < 40 || height < 30) {
            return;
        }
        double most = ceiling(samples.stream().mapToDouble(Rates::most).max().orElse(0));
        for (int line = 0; line <= 2; line++) {
            int y = TOP + height - line * height / 2;
            gc.setForeground(Themes.color(ColorRole.GRID));
            gc.drawLine(LEFT, y, LEFT + width, y);
            label(gc, number(most * line / 2), LEFT - 6, y, true);
        }
        for (int ago = SPAN_SECONDS; ago >= 0; ago -= 20) {
            int x = LEFT + width - ago * width / SPAN_SECONDS;
            gc.setForeground(Themes.color(ColorRole.TEXT_MUTED));
            String text = ago == 0 ? "now" : "-" + ago + " s";
            Point size = gc.textExtent(text);
            gc.drawText(text, Math.min(x - size.x / 2, area.width - size.x - 2), TOP + height + 4, true);
        }
        legend(gc);
        line(gc, width, height, most, Rates::allowed, ColorRole.TARGET);
        line(gc, width, height, most, Rates::denied, ColorRole.REFUSED);
        line(gc, width, height, most, Rates::rejected, ColorRole.LOSS);
        line(gc, width, height, most, Rates::rule, ColorRole.LATENCY);
    }

    private void legend(GC gc) {
        int x = 8;
        x = entry(gc, x, "allowed/s", ColorRole.TARGET);
        x = entry(gc, x, "denied/s", ColorRole.REFUSED);
        x = entry(gc, x, "rejected/s", ColorRole.LOSS);
        if (followed != null) {
            entry(gc, x, followed.rule() == 0 ? "end/s" : "rule " + followed.rule() + "/s", ColorRole.LATENCY);
        }
    }

    private static int entry(GC gc, int x, String text, ColorRole color) {
        gc.setBackground(Themes.color(color));
        gc.fillRoundRectangle(x, 9, 10, 10, 3, 3);
        gc.setForeground(Themes.color(ColorRole.TEXT));
        gc.drawText(text, x + 15, 14 - gc.getFontMetrics().getHeight() / 2, true);
        return x + 15 + gc.textExtent(text).x + 10;
    }

    private static void label(GC gc, String text, int right, int y, boolean muted) {
        gc.setForeground(Themes.color(muted ? ColorRole.TEXT_MUTED : ColorRole.TEXT));
        Point size = gc.textExtent(text);
        gc.drawText(text, right - size.x, y - size.y / 2, true);
    }

    private void line(GC gc, int width, int height, double most, ToDoubleFunction<Rates> rate, ColorRole color) {
        if (samples.size() < 2) {
            return;
        }
        int[] points = new int[2 * samples.size()];
        int used = 0;
        for (Rates each : samples) {
            double ago = (lastNanos - each.timeNanos()) / 1e9;
            if (ago <= SPAN_SECONDS && !Double.isNaN(rate.applyAsDouble(each))) {
                points[used++] = LEFT + width - (int) Math.round(ago * width / SPAN_SECONDS);
                points[used++] = TOP + height - (int) Math.round(rate.applyAsDouble(each) * height / most);
            }
        }
        if (used < 4) {
            return;
        }
        gc.setForeground(Themes.color(color));
        gc.setLineWidth(2);
        gc.drawPolyline(Arrays.copyOf(points, used));
        gc.setLineWidth(1);
    }

    /** 1, 2 or 5 times a power of ten, not less than the value and not less than 2. */
    private static double ceiling(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(value, 2))));
        for (double step : new double[] { 1, 2, 5 }) {
            if (step * power >= Math.max(value, 2)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format("%.1f", value);
    }
}
