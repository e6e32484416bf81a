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
    private static final double LINE_HEIGHT = 12;
    /** From the top of a line of text to its base line. */
    private static final double BASE = 9.2;
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
        List<Label> lines = new ArrayList<>();
        Point centre = isFolded(points) ? onLongest(points, lane) : place(points, fansOut);
        double top = centre.y() - (latency.isEmpty() || loss.isEmpty() ? 1 : 2) * LINE_HEIGHT / 2;
        if (!latency.isEmpty()) {
            lines.add(new Label(latency, centre.x(), top + BASE, Anchor.MIDDLE, SIZE, Weight.REGULAR,
                    TextMetrics.width(latency, SIZE, Weight.REGULAR), ColorRole.TEXT_MUTED, link.id(), tooltip));
        }
        if (!loss.isEmpty()) {
            lines.add(new Label(loss, centre.x(), top + lines.size() * LINE_HEIGHT + BASE, Anchor.MIDDLE, SIZE, Weight.BOLD,
                    TextMetrics.width(loss, SIZE, Weight.BOLD), ColorRole.LOSS, link.id(), tooltip));
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        double width = lines.stream().mapToDouble(Label::width).max().orElse(0) + 2 * PADDING;
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Box(centre.x() - width / 2, top, width, lines.size() * LINE_HEIGHT, PADDING, ColorRole.BACKGROUND, null, 0,
                Dash.SOLID, link.id(), tooltip));
        shapes.addAll(lines);
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
