package org.hopwarden.ui.visualization.internal;

import org.hopwarden.visualization.Drawing;

/**
 * Where a drawing lies on a canvas: a point of the drawing is painted at {@code point * scale + offset}.
 *
 * @param scale pixels per point, more than 0
 * @param offsetX in pixels
 * @param offsetY in pixels
 */
public record View(double scale, double offsetX, double offsetY) {

    public static final double LEAST_SCALE = 0.1;
    public static final double GREATEST_SCALE = 8;

    /** The greatest scale at which a whole drawing fits, but no greater than {@code most}; centred. */
    public static View fit(Drawing drawing, int width, int height, double margin, double most) {
        double scale = Math.min((width - 2 * margin) / drawing.width(), (height - 2 * margin) / drawing.height());
        double bounded = Math.clamp(scale, LEAST_SCALE, most);
        return new View(bounded, (width - drawing.width() * bounded) / 2, (height - drawing.height() * bounded) / 2);
    }

    /** Scales so that what lies at a pixel stays there. */
    public View zoom(double factor, double pixelX, double pixelY) {
        double next = Math.clamp(scale * factor, LEAST_SCALE, GREATEST_SCALE);
        double ratio = next / scale;
        return new View(next, pixelX - (pixelX - offsetX) * ratio, pixelY - (pixelY - offsetY) * ratio);
    }

    public View pan(double byX, double byY) {
        return new View(scale, offsetX + byX, offsetY + byY);
    }

    /** Moves no further than needed for some part of the drawing to be seen. */
    public View keepInSight(Drawing drawing, int width, int height) {
        double margin = 40;
        double x = Math.clamp(offsetX, Math.min(margin - drawing.width() * scale, width - margin), width - margin);
        double y = Math.clamp(offsetY, Math.min(margin - drawing.height() * scale, height - margin), height - margin);
        return new View(scale, x, y);
    }

    /** Moves no further than needed for a place in the drawing to be seen whole, where it fits. */
    public View reveal(Drawing.Bounds bounds, int width, int height) {
        double margin = 12;
        return new View(scale, revealed(offsetX, bounds.x(), bounds.width(), width, margin),
                revealed(offsetY, bounds.y(), bounds.height(), height, margin));
    }

    private double revealed(double offset, double from, double length, int room, double margin) {
        double low = from * scale + offset;
        double high = (from + length) * scale + offset;
        if (low < margin || length * scale > room - 2 * margin) {
            return offset + margin - low;
        }
        return high > room - margin ? offset + room - margin - high : offset;
    }

    public double drawingX(double pixelX) {
        return (pixelX - offsetX) / scale;
    }

    public double drawingY(double pixelY) {
        return (pixelY - offsetY) / scale;
    }

    public double pixelX(double drawingX) {
        return drawingX * scale + offsetX;
    }

    public double pixelY(double drawingY) {
        return drawingY * scale + offsetY;
    }
}
