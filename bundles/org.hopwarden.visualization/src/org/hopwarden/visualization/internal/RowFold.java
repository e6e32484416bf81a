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
    /** How much wider than asked for a path may be that need not be folded then. */
    private static final double STRETCH = 1.15;

    /** Layers {@code first} to {@code last} of the placement, and where they go. */
    private record Row(int first, int last, double left, double right, double top, double bottom) {
    }

    private final List<Size> sizes;
    private final Result flat;
    private final double[] layerLeft;
    private final double[] layerRight;

    private RowFold(List<Size> sizes, Result flat) {
        this.sizes = sizes;
        this.flat = flat;
        int layers = 1 + flat.places().stream().mapToInt(Place::layer).max().orElse(0);
        layerLeft = new double[layers];
        layerRight = new double[layers];
        Arrays.fill(layerLeft, Double.MAX_VALUE);
        for (int i = 0; i < sizes.size(); i++) {
            Place place = flat.places().get(i);
            layerLeft[place.layer()] = Math.min(layerLeft[place.layer()], place.x());
            layerRight[place.layer()] = Math.max(layerRight[place.layer()], place.x() + sizes.get(i).width());
        }
    }

    /**
     * The placement in rows no wider than {@code width}, where one layer is not wider by itself; or as it is, where that is not
     * much wider.
     */
    static Result fold(List<Size> sizes, List<Edge> edges, Result flat, double width) {
        return flat.width() <= width * STRETCH ? flat : new RowFold(sizes, flat).fold(edges, width - 2 * GUTTER);
    }

    private Result fold(List<Edge> edges, double width) {
        List<Row> rows = rows(edges, width);
        int mostCrossings = rows.stream().mapToInt(row -> crossings(edges, row.last())).max().orElse(0);
        double gutter = GUTTER + LANE * Math.max(0, mostCrossings - 1);
        double[] shiftX = new double[rows.size()];
        double[] shiftY = new double[rows.size()];
        double[] gapTop = new double[rows.size()];
        double y = 0;
        double right = 0;
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            shiftX[r] = gutter - row.left();
            shiftY[r] = y - row.top();
            right = Math.max(right, row.right() - row.left());
            y += row.bottom() - row.top();
            gapTop[r] = y;
            if (r + 1 < rows.size()) {
                y += ROW_GAP + LANE * (crossings(edges, row.last()) - 1);
            }
        }
        List<Place> places = flat.places().stream().map(place -> {
            int r = rowOf(rows, place.layer());
            return new Place(place.x() + shiftX[r], place.y() + shiftY[r], place.layer());
        }).toList();
        int[] lanes = new int[rows.size()];
        List<List<Point>> lines = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            lines.add(line(flat.lines().get(i), rows, rowOf(rows, flat.places().get(edges.get(i).from()).layer()),
                    rowOf(rows, flat.places().get(edges.get(i).to()).layer()), shiftX, shiftY, gapTop, lanes, gutter));
        }
        return new Result(right + 2 * gutter, y, places, lines);
    }

    /** A line of the flat placement, cut where its rows end. */
    private List<Point> line(List<Point> flatLine, List<Row> rows, int fromRow, int toRow, double[] shiftX, double[] shiftY,
            double[] gapTop, int[] lanes, double gutter) {
        List<Point> line = new ArrayList<>();
        int next = 0;
        for (int r = fromRow; r <= toRow; r++) {
            boolean last = r == toRow;
            double cut = last ? Double.MAX_VALUE : (rows.get(r).right() + rows.get(r + 1).left()) / 2;
            while (next < flatLine.size() && flatLine.get(next).x() <= cut) {
                line.add(new Point(flatLine.get(next).x() + shiftX[r], flatLine.get(next).y() + shiftY[r]));
                next++;
            }
            if (!last) {
                int lane = lanes[r]++;
                double outY = line.getLast().y();
                double inY = flatLine.get(Math.min(next, flatLine.size() - 1)).y() + shiftY[r + 1];
                double outX = rows.get(r).right() + shiftX[r] + GUTTER / 2 + LANE * lane;
                double inX = gutter - GUTTER * 2 / 3 - LANE * lane;
                double laneY = gapTop[r] + ROW_GAP / 2 + LANE * lane;
                line.add(new Point(outX, outY));
                line.add(new Point(outX, laneY));
                line.add(new Point(inX, laneY));
                line.add(new Point(inX, inY));
            }
        }
        return line;
    }

    private static int rowOf(List<Row> rows, int layer) {
        int r = 0;
        while (rows.get(r).last() < layer) {
            r++;
        }
        return r;
    }

    /**
     * The best cuts: few rows, few lines across the gaps, and full rows. Costs are computed from the last layer backwards.
     */
    private List<Row> rows(List<Edge> edges, double width) {
        int layers = layerLeft.length;
        double[] cost = new double[layers + 1];
        int[] end = new int[layers];
        for (int first = layers - 1; first >= 0; first--) {
            cost[first] = Double.MAX_VALUE;
            for (int last = first; last < layers; last++) {
                double rowWidth = layerRight[last] - layerLeft[first];
                if (rowWidth > width && last > first) {
                    break;
                }
                double total = 1 + (last == first ? WIDOW_COST : 0) + cost[last + 1];
                if (last + 1 < layers) {
                    double slack = Math.max(0, width - rowWidth) / width;
                    total += CROSSING_COST * (crossings(edges, last) - 1) + SLACK_COST * slack * slack;
                }
                if (total < cost[first]) {
                    cost[first] = total;
                    end[first] = last;
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int first = 0; first < layers; first = end[first] + 1) {
            rows.add(row(first, end[first]));
        }
        return rows;
    }

    private Row row(int first, int last) {
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < sizes.size(); i++) {
            Place place = flat.places().get(i);
            if (place.layer() >= first && place.layer() <= last) {
                top = Math.min(top, place.y());
                bottom = Math.max(bottom, place.y() + sizes.get(i).height());
            }
        }
        for (List<Point> line : flat.lines()) {
            for (Point point : line) {
                if (point.x() >= layerLeft[first] && point.x() <= layerRight[last]) {
                    top = Math.min(top, point.y());
                    bottom = Math.max(bottom, point.y());
                }
            }
        }
        return new Row(first, last, layerLeft[first], layerRight[last], top, bottom);
    }

    /** How many lines go from this layer or before to a later one. */
    private int crossings(List<Edge> edges, int layer) {
        return (int) edges.stream().filter(edge -> flat.places().get(edge.from()).layer() <= layer
                && flat.places().get(edge.to()).layer() > layer).count();
    }
}
