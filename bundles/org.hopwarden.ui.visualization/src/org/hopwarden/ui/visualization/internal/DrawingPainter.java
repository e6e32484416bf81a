package org.hopwarden.ui.visualization.internal;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Transform;
import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Drawing;
import org.hopwarden.visualization.Drawing.Box;
import org.hopwarden.visualization.Drawing.Dash;
import org.hopwarden.visualization.Drawing.Label;
import org.hopwarden.visualization.Drawing.Line;
import org.hopwarden.visualization.Drawing.Point;
import org.hopwarden.visualization.Drawing.Weight;
import org.hopwarden.visualization.Palette;

/** Paints a drawing with a graphics context. Holds fonts, so it must be disposed. For the UI thread. */
public final class DrawingPainter {

    /** Text is set in this size and scaled to the size wanted, because a font's size is a whole number. */
    private static final int FONT_POINTS = 24;

    private final Font regular;
    private final Font bold;

    /**
     * @param font whose name is used
     */
    public DrawingPainter(Device device, FontData font) {
        regular = new Font(device, font.getName(), FONT_POINTS, SWT.NORMAL);
        bold = new Font(device, font.getName(), FONT_POINTS, SWT.BOLD);
    }

    public void dispose() {
        regular.dispose();
        bold.dispose();
    }

    /** Paints all shapes; the background is left as it is. */
    public void paint(GC gc, Drawing drawing, View view, Palette palette) {
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        Transform transform = new Transform(gc.getDevice());
        try {
            for (Drawing.Shape shape : drawing.shapes()) {
                transform.setElements((float) view.scale(), 0, 0, (float) view.scale(), (float) view.offsetX(),
                        (float) view.offsetY());
                gc.setTransform(transform);
                switch (shape) {
                    case Box box -> paint(gc, box, palette);
                    case Line line -> paint(gc, line, palette);
                    case Label label -> paint(gc, label, palette, transform);
                }
            }
        } finally {
            gc.setTransform(null);
            transform.dispose();
        }
    }

    private static void paint(GC gc, Box box, Palette palette) {
        Path path = roundRectangle(gc.getDevice(), box.x(), box.y(), box.width(), box.height(), box.radius());
        try {
            if (box.fill() != null) {
                gc.setBackground(color(palette, box.fill()));
                gc.fillPath(path);
            }
            if (box.stroke() != null) {
                stroke(gc, palette, box.stroke(), box.strokeWidth(), box.dash());
                gc.drawPath(path);
            }
        } finally {
            path.dispose();
        }
    }

    /** A rectangle with round corners, exact to a fraction of a pixel. */
    public static Path roundRectangle(Device device, double x, double y, double width, double height, double radius) {
        float left = (float) x;
        float top = (float) y;
        float right = (float) (x + width);
        float bottom = (float) (y + height);
        float r = (float) Math.min(radius, Math.min(width, height) / 2);
        Path path = new Path(device);
        if (r <= 0) {
            path.addRectangle(left, top, right - left, bottom - top);
            return path;
        }
        path.moveTo(right, top + r);
        path.addArc(right - 2 * r, top, 2 * r, 2 * r, 0, 90);
        path.addArc(left, top, 2 * r, 2 * r, 90, 90);
        path.addArc(left, bottom - 2 * r, 2 * r, 2 * r, 180, 90);
        path.addArc(right - 2 * r, bottom - 2 * r, 2 * r, 2 * r, 270, 90);
        path.close();
        return path;
    }

    private static void paint(GC gc, Line line, Palette palette) {
        stroke(gc, palette, line.stroke(), line.strokeWidth(), line.dash());
        List<Point> points = line.points();
        Point tip = points.getLast();
        Point base = line.arrow() > 0 ? towards(tip, points.get(points.size() - 2), line.arrow()) : tip;
        Path path = bent(gc.getDevice(), points, base, line.bend());
        try {
            gc.drawPath(path);
        } finally {
            path.dispose();
        }
        if (line.arrow() > 0) {
            arrow(gc, tip, base, color(palette, line.stroke()));
        }
    }

    static Path bent(Device device, List<Point> points, Point end, double bend) {
        Path path = new Path(device);
        path.moveTo((float) points.getFirst().x(), (float) points.getFirst().y());
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            Point before = points.get(i - 1);
            Point after = points.get(i + 1);
            double radius = Math.min(bend, Math.min(distance(before, corner), distance(corner, after)) / 2);
            Point in = towards(corner, before, radius);
            Point out = towards(corner, after, radius);
            path.lineTo((float) in.x(), (float) in.y());
            path.quadTo((float) corner.x(), (float) corner.y(), (float) out.x(), (float) out.y());
        }
        path.lineTo((float) end.x(), (float) end.y());
        return path;
    }

    private static void arrow(GC gc, Point tip, Point base, Color color) {
        double halfX = (tip.y() - base.y()) / 2;
        double halfY = (base.x() - tip.x()) / 2;
        Path path = new Path(gc.getDevice());
        try {
            path.moveTo((float) tip.x(), (float) tip.y());
            path.lineTo((float) (base.x() + halfX), (float) (base.y() + halfY));
            path.lineTo((float) (base.x() - halfX), (float) (base.y() - halfY));
            path.close();
            gc.setBackground(color);
            gc.fillPath(path);
        } finally {
            path.dispose();
        }
    }

    private void paint(GC gc, Label label, Palette palette, Transform transform) {
        gc.setFont(label.weight() == Weight.BOLD ? bold : regular);
        gc.setForeground(color(palette, label.color()));
        double fontPixels = FONT_POINTS * gc.getDevice().getDPI().y / 72.0;
        double scale = label.size() / fontPixels;
        double natural = gc.textExtent(label.text(), SWT.DRAW_TRANSPARENT).x * scale;
        double squeeze = natural > label.width() && label.width() > 0 ? label.width() / natural : 1;
        double width = natural * squeeze;
        double left = switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width / 2;
            case END -> label.x() - width;
        };
        double ascent = (gc.getFontMetrics().getAscent() + gc.getFontMetrics().getLeading()) * scale;
        transform.translate((float) left, (float) (label.y() - ascent));
        transform.scale((float) (scale * squeeze), (float) scale);
        gc.setTransform(transform);
        gc.drawText(label.text(), 0, 0, SWT.DRAW_TRANSPARENT);
    }

    private static void stroke(GC gc, Palette palette, ColorRole role, double width, Dash dash) {
        gc.setForeground(color(palette, role));
        float[] pattern = null;
        if (dash != Dash.SOLID) {
            List<Double> lengths = dash.pattern();
            pattern = new float[lengths.size()];
            for (int i = 0; i < pattern.length; i++) {
                pattern[i] = lengths.get(i).floatValue();
            }
        }
        gc.setLineAttributes(new LineAttributes((float) width, SWT.CAP_FLAT, SWT.JOIN_ROUND,
                pattern == null ? SWT.LINE_SOLID : SWT.LINE_CUSTOM, pattern, 0, 10));
    }

    static Color color(Palette palette, ColorRole role) {
        int rgb = palette.rgb(role);
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    /** The point at a distance from {@code from} on the way to {@code to}. */
    private static Point towards(Point from, Point to, double by) {
        double length = distance(from, to);
        double share = length == 0 ? 0 : by / length;
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }
}
