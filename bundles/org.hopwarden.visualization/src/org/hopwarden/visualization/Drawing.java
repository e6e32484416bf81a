package org.hopwarden.visualization;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A picture that any renderer can paint: shapes from back to front, in points (1/72 inch; at 100 % one pixel), the origin in the
 * upper left corner, y growing downwards. The drawing does not paint its background; a renderer fills it with
 * {@link ColorRole#BACKGROUND} where it wants one.
 *
 * <p>Shapes with the same element id are one thing to the user: a node or a link of the graph. Its shapes follow each other.
 *
 * @param width of the whole picture, more than 0; no shape reaches beyond
 * @param height of the whole picture, more than 0
 * @param title what the picture shows, in a sentence
 * @param shapes from back to front
 */
public record Drawing(double width, double height, String title, List<Shape> shapes) {

    public Drawing {
        requireNonNull(title, "title");
        shapes = List.copyOf(shapes);
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("a drawing has a width and a height, not " + width + " x " + height);
        }
    }

    /** How a line or border is broken. */
    public enum Dash {
        /** Not broken. */
        SOLID,
        /** 5 on, 4 off, in points. */
        DASHED,
        /** 1.5 on, 3 off, in points. */
        DOTTED;

        /** Lengths on and off in turn, in points; empty where not broken. */
        public List<Double> pattern() {
            return switch (this) {
                case SOLID -> List.of();
                case DASHED -> List.of(5.0, 4.0);
                case DOTTED -> List.of(1.5, 3.0);
            };
        }
    }

    /** Which part of a label stands at its x. */
    public enum Anchor {
        START, MIDDLE, END
    }

    public enum Weight {
        REGULAR, BOLD
    }

    public record Point(double x, double y) {
    }

    /** An upright rectangle. */
    public record Bounds(double x, double y, double width, double height) {

        public boolean contains(double pointX, double pointY) {
            return pointX >= x && pointX <= x + width && pointY >= y && pointY <= y + height;
        }

        public boolean intersects(Bounds other) {
            return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
        }

        public Bounds union(Bounds other) {
            double left = Math.min(x, other.x);
            double top = Math.min(y, other.y);
            return new Bounds(left, top, Math.max(x + width, other.x + other.width) - left,
                    Math.max(y + height, other.y + other.height) - top);
        }

        /** The same rectangle with its edges moved outwards. */
        public Bounds grow(double by) {
            return new Bounds(x - by, y - by, width + 2 * by, height + 2 * by);
        }
    }

    /** One thing to paint. */
    public sealed interface Shape {

        /** The id of the element that this shape belongs to; empty for mere decoration. */
        String id();

        /** What to tell a user who points at it; may have several lines; may be empty. */
        String tooltip();

        /** Where it is, without the width of its lines. */
        Bounds bounds();
    }

    /**
     * A rectangle with round corners. Fill first, then the border, which lies centred on the edge.
     *
     * @param radius of the corners, 0 to half the shorter side (then the ends are round)
     * @param fill null for none
     * @param stroke of the border; null for none
     * @param strokeWidth in points
     */
    public record Box(double x, double y, double width, double height, double radius, ColorRole fill, ColorRole stroke,
            double strokeWidth, Dash dash, String id, String tooltip) implements Shape {
        @Override
        public Bounds bounds() {
            return new Bounds(x, y, width, height);
        }
    }

    /**
     * A line through two or more points, with round joins and flat ends.
     *
     * @param strokeWidth in points
     * @param bend the radius with which corners are rounded; 0 for none. A renderer may leave it out
     * @param arrow the length of a filled triangle, as wide as long, whose tip lies on the last point and whose base replaces the
     *              end of the line; 0 for none
     */
    public record Line(List<Point> points, ColorRole stroke, double strokeWidth, Dash dash, double bend, double arrow,
            String id, String tooltip) implements Shape {
        public Line {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException("a line has two or more points, not " + points);
            }
        }

        @Override
        public Bounds bounds() {
            double left = points.stream().mapToDouble(Point::x).min().orElseThrow();
            double top = points.stream().mapToDouble(Point::y).min().orElseThrow();
            double right = points.stream().mapToDouble(Point::x).max().orElseThrow();
            double bottom = points.stream().mapToDouble(Point::y).max().orElseThrow();
            return new Bounds(left, top, right - left, bottom - top);
        }
    }

    /**
     * One line of text in the renderer's sans-serif font.
     *
     * @param x where its anchor stands
     * @param y its base line
     * @param size the font's size in points
     * @param width the room it was given; a renderer whose font runs wider makes the text narrower to fit
     */
    public record Label(String text, double x, double y, Anchor anchor, double size, Weight weight, double width,
            ColorRole color, String id, String tooltip) implements Shape {
        @Override
        public Bounds bounds() {
            double left = switch (anchor) {
                case START -> x;
                case MIDDLE -> x - width / 2;
                case END -> x - width;
            };
            return new Bounds(left, y - 0.8 * size, width, size);
        }
    }

    /**
     * The element at a place, the foremost first.
     *
     * @param tolerance how far beside a line or box still counts, in points
     */
    public Optional<Shape> shapeAt(double x, double y, double tolerance) {
        for (Shape shape : shapes.reversed()) {
            if (!shape.id().isEmpty() && touches(shape, x, y, tolerance)) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    /** The room that an element takes; empty where no shape has this id. */
    public Optional<Bounds> bounds(String id) {
        return shapes.stream().filter(shape -> shape.id().equals(id)).map(Shape::bounds).reduce(Bounds::union);
    }

    private static boolean touches(Shape shape, double x, double y, double tolerance) {
        return switch (shape) {
            case Box box -> box.bounds().grow(tolerance).contains(x, y);
            case Label label -> label.bounds().contains(x, y);
            case Line line -> {
                for (int i = 1; i < line.points().size(); i++) {
                    if (distance(line.points().get(i - 1), line.points().get(i), x, y) <= tolerance + line.strokeWidth() / 2) {
                        yield true;
                    }
                }
                yield false;
            }
        };
    }

    private static double distance(Point from, Point to, double x, double y) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((x - from.x()) * dx + (y - from.y()) * dy) / square, 0, 1);
        return Math.hypot(x - from.x() - along * dx, y - from.y() - along * dy);
    }
}
