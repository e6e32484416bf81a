package org.hopwarden.visualization.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.hopwarden.visualization.Drawing.Point;
import org.hopwarden.visualization.internal.LayeredPlacement.Edge;
import org.hopwarden.visualization.internal.LayeredPlacement.Place;
import org.hopwarden.visualization.internal.LayeredPlacement.Result;
import org.hopwarden.visualization.internal.LayeredPlacement.Size;

/**
 * Folds a long path into rows, as lines of text are: each row runs from left to right, and lines that go on in the next row run
 * back through the gap between the rows.
 */
final class RowFold {

    /** The room beside the rows for one line, and what each further line adds. */
    private static final double GUTTER = 24;
    private static final double LANE = 5;
    private static final double ROW_GAP = 30;
    /** What each line but one across a gap costs, where a row costs 1. */
    private static final double CROSSING_COST = 0.5;
    /** What a row costs in addition that is not filled; the last row need not be. */
    private static final double SLACK_COST = 0.3;
    /** What a row costs in addition that has one layer alone. */
    private static final double WIDOW_COST = 0.4;
    /** What a row costs in addition that is twice as wide as asked for: a sixth more is as bad as another row. */
    private static final double OVERFLOW_COST = 6;

    /**
     * Layers of the flat placement that stand in one row.
     *
     * @param from the x at which the row begins, between two layers
     * @param to the x at which the row ends, between two layers
     */
    private record Row(int first, int last, double from, double to) {
    }

    /** Where a row's parts move, and the place of the gap below it. */
    private record Shift(double x, double y, double gapTop) {
    }

    private final List<Size> sizes;
    private final List<Edge> edges;
    private final Result flat;
    private final double[] layerLeft;
    private final double[] layerRight;
    private final int[] crossings;

    private RowFold(List<Size> sizes, List<Edge> edges, Result flat) {
        this.sizes = sizes;
        this.edges = edges;
        this.flat = flat;
        int layers = 1 + flat.places().stream().mapToInt(Place::layer).max().orElse(0);
        layerLeft = new double[layers];
        layerRight = new double[layers];
        crossings = new int[layers];
        Arrays.fill(layerLeft, Double.MAX_VALUE);
        for (int i = 0; i < sizes.size(); i++) {
            Place place = flat.places().get(i);
            layerLeft[place.layer()] = Math.min(layerLeft[place.layer()], place.x());
            layerRight[place.layer()] = Math.max(layerRight[place.layer()], place.x() + sizes.get(i).width());
        }
        for (Edge edge : edges) {
            for (int layer = layerOf(edge.from()); layer < layerOf(edge.to()); layer++) {
                crossings[layer]++;
            }
        }
    }

    /**
     * The placement in rows of about {@code width}. A row is wider where a cut would tear many lines apart, or would leave one
     * layer alone.
     */
    static Result fold(List<Size> sizes, List<Edge> edges, Result flat, double width) {
        return flat.width() <= width ? flat : new RowFold(sizes, edges, flat).fold(width);
    }

    private int layerOf(int box) {
        return flat.places().get(box).layer();
    }

    private Result fold(double width) {
        List<Row> rows = rows(width);
        if (rows.size() == 1) {
            return flat;
        }
        int mostLanes = rows.stream().mapToInt(row -> crossings[row.last()]).max().orElse(0);
        double gutter = GUTTER + LANE * Math.max(0, mostLanes - 1);
        List<Shift> shifts = new ArrayList<>();
        double y = 0;
        double right = 0;
        for (Row row : rows) {
            double[] band = band(row);
            double gapTop = y + band[1] - band[0];
            shifts.add(new Shift(gutter - layerLeft[row.first()], y - band[0], gapTop));
            right = Math.max(right, layerRight[row.last()] - layerLeft[row.first()]);
            y = gapTop + ROW_GAP + LANE * Math.max(0, crossings[row.last()] - 1);
        }
        List<Place> places = flat.places().stream().map(place -> {
            Shift shift = shifts.get(rowOf(rows, place.layer()));
            return new Place(place.x() + shift.x(), place.y() + shift.y(), place.layer());
        }).toList();
        int[] lanes = new int[rows.size()];
        List<List<Point>> lines = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            lines.add(line(i, rows, shifts, lanes, gutter));
        }
        return new Result(right + 2 * gutter, shifts.getLast().gapTop(), places, lines);
    }

    /** The best cuts: few rows, few lines across the gaps, and full rows. Costs are computed from the last layer backwards. */
    private List<Row> rows(double width) {
        int layers = layerLeft.length;
        double[] cost = new double[layers + 1];
        int[] end = new int[layers];
        for (int first = layers - 1; first >= 0; first--) {
            cost[first] = Double.MAX_VALUE;
            for (int last = first; last < layers; last++) {
                boolean whole = first == 0 && last + 1 == layers;
                double room = whole ? width : width - 2 * GUTTER;
                double over = (layerRight[last] - layerLeft[first] - room) / room;
                double total = 1 + (last == first ? WIDOW_COST : 0) + cost[last + 1];
                if (over > 0) {
                    total += OVERFLOW_COST * over;
                } else if (last + 1 < layers) {
                    total += SLACK_COST * over * over;
                }
                if (last + 1 < layers) {
                    total += CROSSING_COST * Math.max(0, crossings[last] - 1);
                }
                // Of equal costs the longer row.
                if (total <= cost[first] + 1e-9) {
                    cost[first] = total;
                    end[first] = last;
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int first = 0; first < layers; first = end[first] + 1) {
            rows.add(new Row(first, end[first], cutBefore(first), cutBefore(end[first] + 1)));
        }
        return rows;
    }

    /** The x in the middle between a layer and the one before it. */
    private double cutBefore(int layer) {
        if (layer == 0) {
            return -Double.MAX_VALUE;
        }
        return layer == layerLeft.length ? Double.MAX_VALUE : (layerRight[layer - 1] + layerLeft[layer]) / 2;
    }

    private static int rowOf(List<Row> rows, int layer) {
        int r = 0;
        while (rows.get(r).last() < layer) {
            r++;
        }
        return r;
    }

    /** The least and the greatest y of a row's boxes and lines. */
    private double[] band(Row row) {
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < sizes.size(); i++) {
            if (layerOf(i) >= row.first() && layerOf(i) <= row.last()) {
                double y = flat.places().get(i).y();
                top = Math.min(top, y);
                bottom = Math.max(bottom, y + sizes.get(i).height());
            }
        }
        for (int i = 0; i < edges.size(); i++) {
            if (layerOf(edges.get(i).from()) <= row.last() && layerOf(edges.get(i).to()) >= row.first()) {
                for (Point point : part(flat.lines().get(i), row)) {
                    top = Math.min(top, point.y());
                    bottom = Math.max(bottom, point.y());
                }
            }
        }
        return new double[] { top, bottom };
    }

    /** The points of a line in a row; where it has none there, one at the height at which it passes through. */
    private static List<Point> part(List<Point> line, Row row) {
        List<Point> part = line.stream().filter(point -> point.x() > row.from() && point.x() <= row.to()).toList();
        if (!part.isEmpty()) {
            return part;
        }
        // Between layers lines slant; within them, and so through a whole row, they are level.
        Point next = line.stream().filter(point -> point.x() > row.to()).findFirst().orElse(line.getLast());
        return List.of(new Point(row.from(), next.y()));
    }

    /** A line of the flat placement, led through the gaps where its rows end. */
    private List<Point> line(int index, List<Row> rows, List<Shift> shifts, int[] lanes, double gutter) {
        int fromRow = rowOf(rows, layerOf(edges.get(index).from()));
        int toRow = rowOf(rows, layerOf(edges.get(index).to()));
        List<Point> line = new ArrayList<>();
        for (int r = fromRow; r <= toRow; r++) {
            Shift shift = shifts.get(r);
            List<Point> part = part(flat.lines().get(index), rows.get(r));
            double inY = part.getFirst().y() + shift.y();
            double outY = part.getLast().y() + shift.y();
            if (r > fromRow) {
                double inX = gutter - GUTTER * 2 / 3 - LANE * (lanes[r - 1] - 1);
                line.add(new Point(inX, line.getLast().y()));
                line.add(new Point(inX, inY));
            }
            for (Point point : part) {
                if (point.x() > rows.get(r).from()) {
                    line.add(new Point(point.x() + shift.x(), point.y() + shift.y()));
                }
            }
            if (r < toRow) {
                int lane = lanes[r]++;
                double outX = layerRight[rows.get(r).last()] + shift.x() + GUTTER / 2 + LANE * lane;
                line.add(new Point(outX, outY));
                line.add(new Point(outX, shift.gapTop() + ROW_GAP / 2 + LANE * lane));
            }
        }
        return line;
    }
}
