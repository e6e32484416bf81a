package org.hopwarden.visualization.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.visualization.Drawing.Line;
import org.hopwarden.visualization.Drawing.Point;

/**
 * What a renderer strokes and fills for a {@link Line}.
 *
 * @param steps of the stroke
 * @param arrow the corners of the filled head; empty for none
 */
record LinePath(List<Step> steps, List<Point> arrow) {

    sealed interface Step {
        Point to();
    }

    record Move(Point to) implements Step {
    }

    record Straight(Point to) implements Step {
    }

    /** A quadratic curve whose control point is the corner that it rounds. */
    record Curve(Point corner, Point to) implements Step {
    }

    static LinePath of(Line line) {
        List<Point> points = new ArrayList<>(line.points());
        List<Point> arrow = List.of();
        Point tip = points.getLast();
        Point before = points.get(points.size() - 2);
        double length = distance(before, tip);
        if (line.arrow() > 0 && length > 0) {
            double ux = (tip.x() - before.x()) / length;
            double uy = (tip.y() - before.y()) / length;
            Point base = new Point(tip.x() - ux * line.arrow(), tip.y() - uy * line.arrow());
            double half = line.arrow() / 2;
            arrow = List.of(tip, new Point(base.x() - uy * half, base.y() + ux * half),
                    new Point(base.x() + uy * half, base.y() - ux * half));
            points.set(points.size() - 1, base);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Move(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            double radius = Math.min(line.bend(),
                    Math.min(distance(points.get(i - 1), corner), distance(corner, points.get(i + 1))) / 2);
            if (radius < 0.1) {
                steps.add(new Straight(corner));
            } else {
                steps.add(new Straight(towards(corner, points.get(i - 1), radius)));
                steps.add(new Curve(corner, towards(corner, points.get(i + 1), radius)));
            }
        }
        steps.add(new Straight(points.getLast()));
        return new LinePath(List.copyOf(steps), arrow);
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(b.x() - a.x(), b.y() - a.y());
    }

    private static Point towards(Point from, Point to, double by) {
        double share = by / distance(from, to);
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }
}
