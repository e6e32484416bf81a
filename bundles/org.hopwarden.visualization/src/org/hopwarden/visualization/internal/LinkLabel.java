package org.hopwarden.visualization.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Drawing.Anchor;
import org.hopwarden.visualization.Drawing.Box;
import org.hopwarden.visualization.Drawing.Dash;
import org.hopwarden.visualization.Drawing.Label;
import org.hopwarden.visualization.Drawing.Point;
import org.hopwarden.visualization.Drawing.Shape;
import org.hopwarden.visualization.Drawing.Weight;
import org.hopwarden.visualization.HopGraph.Link;

/** What stands on a link of a multipath trace: how much later its far end answers, and what was lost. Its width shows the flows. */
final class LinkLabel {

    /** Room for the labels between two layers. */
    static final double LAYER_GAP = 96;

    private static final double SIZE = 9;
    private static final double PADDING = 3;
    private static final double GAP = 5;
    private static final double THIN = 1;
    private static final double THICK = 5;

    private LinkLabel() {
    }

    /** The width of the line, in points. */
    static double lineWidth(Link link) {
        return THIN + (THICK - THIN) * Math.clamp(link.flows().share(), 0, 1);
    }

    /**
     * @param fansOut whether lines part here: then the label stands where they are apart, near the far end
     * @param lane how many lines before this one go on in another row, so that labels of neighbouring lanes stand apart
     */
    static List<Shape> shapes(Link link, List<Point> points, boolean fansOut, int lane, String tooltip) {
        if (link.flows().count() == 0) {
            return List.of();
        }
        String latency = link.flows().latencyNanos().isPresent() ? Words.signedMillis(link.flows().latencyNanos().getAsLong()) : "";
        // A silent node says itself that all is lost.
        String loss = link.stats().lost() == 0 || link.stats().replies() == 0 ? "" : Words.percent(link.stats().lossRatio()) + " lost";
        double latencyWidth = TextMetrics.width(latency, SIZE, Weight.REGULAR);
        double lossWidth = TextMetrics.width(loss, SIZE, Weight.BOLD);
        double width = latencyWidth + lossWidth + (latency.isEmpty() || loss.isEmpty() ? 0 : GAP);
        if (width == 0) {
            return List.of();
        }
        Point centre = isFolded(points) ? onLongest(points, lane) : place(points, fansOut);
        double left = centre.x() - width / 2;
        double base = centre.y() + SIZE * 0.36;
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Box(left - PADDING, centre.y() - SIZE / 2 - PADDING + 1, width + 2 * PADDING, SIZE + 2 * PADDING - 2, PADDING,
                ColorRole.BACKGROUND, null, 0, Dash.SOLID, link.id(), tooltip));
        if (!latency.isEmpty()) {
            shapes.add(new Label(latency, left, base, Anchor.START, SIZE, Weight.REGULAR, latencyWidth, ColorRole.TEXT_MUTED,
                    link.id(), tooltip));
        }
        if (!loss.isEmpty()) {
            shapes.add(new Label(loss, left + width, base, Anchor.END, SIZE, Weight.BOLD, lossWidth, ColorRole.LOSS, link.id(),
                    tooltip));
        }
        return shapes;
    }

    /** Whether a line goes on in another row. */
    static boolean isFolded(List<Point> points) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).x() < points.get(i - 1).x() - 1) {
                return true;
            }
        }
        return false;
    }

    private static Point onLongest(List<Point> points, int lane) {
        int longest = 1;
        for (int i = 2; i < points.size(); i++) {
            if (Math.abs(points.get(i).x() - points.get(i - 1).x()) > Math.abs(points.get(longest).x() - points.get(longest - 1).x())) {
                longest = i;
            }
        }
        Point from = points.get(longest - 1);
        Point to = points.get(longest);
        double along = 0.9 - lane % 9 * 0.1;
        return new Point(from.x() + (to.x() - from.x()) * along, from.y() + (to.y() - from.y()) * along);
    }

    /** A point of the piece of the line that leaves the near box, or of the one that enters the far box. */
    private static Point place(List<Point> points, boolean fansOut) {
        int end = fansOut ? points.size() - 1 : 1;
        Point from = points.get(end - 1);
        Point to = points.get(end);
        double along = points.size() == 2 && Math.abs(from.y() - to.y()) < 1 ? 0.47 : fansOut ? 0.6 : 0.34;
        return new Point(from.x() + (to.x() - from.x()) * along, from.y() + (to.y() - from.y()) * along);
    }
}
