package org.hopwarden.visualization.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.probe.ReplyKind;
import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Drawing.Anchor;
import org.hopwarden.visualization.Drawing.Box;
import org.hopwarden.visualization.Drawing.Dash;
import org.hopwarden.visualization.Drawing.Label;
import org.hopwarden.visualization.Drawing.Line;
import org.hopwarden.visualization.Drawing.Point;
import org.hopwarden.visualization.Drawing.Shape;
import org.hopwarden.visualization.Drawing.Weight;
import org.hopwarden.visualization.HopGraph.Node;


/**
 * How a node looks: a box with a badge at its left, one to four lines of text, and a bar for its round-trip time. Each status has
 * its own badge and border, so that colour says nothing alone.
 */
final class NodeFigure {

    private static final double TITLE_SIZE = 12;
    private static final double TEXT_SIZE = 10;
    private static final double TITLE_HEIGHT = 15;
    private static final double TEXT_HEIGHT = 13.5;
    private static final double PADDING = 10;
    private static final double TEXT_LEFT = 38;
    private static final double BADGE = 22;
    private static final double BAR_HEIGHT = 3;
    private static final double BAR_ROOM = 7;
    private static final double MAX_TEXT = 150;
    private static final double GAP = 10;

    private record TextLine(String left, String right, boolean title, ColorRole color) {

        static TextLine title(String text) {
            return new TextLine(text, "", true, ColorRole.TEXT);
        }

        double height() {
            return title ? TITLE_HEIGHT : TEXT_HEIGHT;
        }

        double size() {
            return title ? TITLE_SIZE : TEXT_SIZE;
        }

        Weight weight() {
            return title ? Weight.BOLD : Weight.REGULAR;
        }

        double leftWidth() {
            return TextMetrics.width(left, size(), weight());
        }

        double rightWidth() {
            return TextMetrics.width(right, TEXT_SIZE, Weight.BOLD);
        }

        double width() {
            return leftWidth() + (right.isEmpty() ? 0 : GAP + rightWidth());
        }
    }

    private final Node node;
    private final boolean alone;
    private final double paddingY;
    private final boolean ofAllMethods;
    private final List<TextLine> lines;

    /**
     * @param alone whether nothing else answered at its TTL
     * @param methods how many methods the graph has
     * @param dense whether many nodes stand above each other
     */
    NodeFigure(Node node, boolean alone, int methods, boolean dense) {
        this.node = node;
        this.alone = alone;
        this.paddingY = dense ? PADDING / 2 : PADDING;
        this.ofAllMethods = node.methods().size() == methods;
        this.lines = lines();
    }

    double width() {
        double text = lines.stream().mapToDouble(TextLine::width).max().orElse(0);
        return Math.ceil(TEXT_LEFT + Math.max(text, 60) + PADDING);
    }

    double height() {
        double text = lines.stream().mapToDouble(TextLine::height).sum();
        return Math.ceil(2 * paddingY + text + (hasBar() ? BAR_ROOM : 0));
    }

    private boolean hasBar() {
        return node.stats().replies() > 0;
    }

    private List<TextLine> lines() {
        List<TextLine> found = new ArrayList<>();
        switch (node.status()) {
            case SOURCE -> {
                addAddress(found, node.address() == null ? "this host" : node.address().toString());
                found.add(detail("source"));
            }
            case SILENT -> {
                found.add(TextLine.title(node.waiting() ? "waiting\u2026" : "no answer"));
                found.add(detail(Words.ttls(node)));
                if (!node.waiting()) {
                    found.add(new TextLine(Words.count(node.stats().lost(), "probe lost", "probes lost"), "", false,
                            ColorRole.LOSS));
                }
            }
            case HOP -> {
                addAddress(found, node.address().toString());
                found.add(measured(""));
            }
            case REFUSED -> {
                addAddress(found, node.address().toString());
                found.add(measured("refused"));
                node.says().stream().filter(text -> !text.equals(ReplyKind.TIME_EXCEEDED.label()))
                        .forEach(text -> addText(found, text));
            }
            case TARGET -> {
                String address = node.address().toString();
                if (!node.name().isEmpty() && !node.name().equals(address)) {
                    found.add(TextLine.title(TextMetrics.fit(node.name(), TITLE_SIZE, Weight.BOLD, MAX_TEXT)));
                    addText(found, address);
                } else {
                    addAddress(found, address);
                }
                found.add(node.reached() ? measured("target")
                        : detail(node.waiting() ? "target, no answer yet" : "target, not reached"));
            }
        }
        if (!ofAllMethods) {
            addText(found, "by " + String.join(", ", node.methods()) + " only");
        }
        return List.copyOf(found);
    }

    private static TextLine detail(String text) {
        return new TextLine(text, "", false, ColorRole.TEXT_MUTED);
    }

    private TextLine measured(String word) {
        String rtt = node.stats().replies() == 0 ? "" : Words.millis(node.stats().meanNanos());
        String left = word.isEmpty() ? rtt : word + " \u00b7 " + rtt;
        double loss = alone ? node.stats().lossRatio() : node.ttlStats().lossRatio();
        String right = loss == 0 ? "" : Words.percent(loss) + (alone ? " lost" : " of hop lost");
        return new TextLine(left, right, false, ColorRole.TEXT_MUTED);
    }

    private static void addAddress(List<TextLine> found, String address) {
        for (String part : parts(address, TITLE_SIZE, Weight.BOLD, ':')) {
            found.add(TextLine.title(part));
        }
    }

    private static void addText(List<TextLine> found, String text) {
        for (String part : parts(text, TEXT_SIZE, Weight.REGULAR, text.indexOf(' ') < 0 ? ':' : ' ')) {
            found.add(detail(part));
        }
    }

    /** Breaks text that is too wide for a box after a separator; what has none is shortened. */
    private static List<String> parts(String text, double size, Weight weight, char separator) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (TextMetrics.width(rest, size, weight) > MAX_TEXT) {
            int end = -1;
            for (int i = rest.indexOf(separator); i >= 0 && i + 1 < rest.length(); i = rest.indexOf(separator, i + 1)) {
                if (TextMetrics.width(rest.substring(0, i + 1).strip(), size, weight) <= MAX_TEXT) {
                    end = i + 1;
                }
            }
            if (end < 0) {
                break;
            }
            parts.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        parts.add(TextMetrics.fit(rest, size, weight, MAX_TEXT));
        return parts;
    }

    /**
     * The shapes of the node.
     *
     * @param width of its box, at least {@link #width()}
     * @param slowestNanos the mean round-trip time of the slowest node: a bar as long as the box
     */
    List<Shape> shapes(double x, double y, double width, double height, long slowestNanos) {
        List<Shape> shapes = new ArrayList<>();
        String tip = Words.tooltip(node);
        addBox(shapes, x, y, width, height, tip);
        addBadge(shapes, x + 8 + BADGE / 2, y + height / 2, tip);
        double textHeight = lines.stream().mapToDouble(TextLine::height).sum() + (hasBar() ? BAR_ROOM : 0);
        double top = y + (height - textHeight) / 2;
        double room = width - TEXT_LEFT - PADDING;
        for (TextLine line : lines) {
            double base = top + line.height() * 0.76;
            double rightRoom = line.right().isEmpty() ? 0 : line.rightWidth();
            shapes.add(new Label(line.left(), x + TEXT_LEFT, base, Anchor.START, line.size(), line.weight(),
                    room - (rightRoom > 0 ? rightRoom + GAP : 0), line.color(), node.id(), tip));
            if (rightRoom > 0) {
                shapes.add(new Label(line.right(), x + width - PADDING, base, Anchor.END, TEXT_SIZE, Weight.BOLD, rightRoom,
                        ColorRole.LOSS, node.id(), tip));
            }
            top += line.height();
        }
        if (hasBar()) {
            double share = slowestNanos <= 0 ? 0 : Math.clamp((double) node.stats().meanNanos() / slowestNanos, 0, 1);
            double barTop = top + BAR_ROOM - BAR_HEIGHT;
            shapes.add(bar(x + TEXT_LEFT, barTop, room, ColorRole.GRID, tip));
            shapes.add(bar(x + TEXT_LEFT, barTop, Math.max(BAR_HEIGHT, room * share), ColorRole.LATENCY, tip));
        }
        return shapes;
    }

    private Box bar(double x, double y, double width, ColorRole fill, String tip) {
        return new Box(x, y, width, BAR_HEIGHT, BAR_HEIGHT / 2, fill, null, 0, Dash.SOLID, node.id(), tip);
    }

    private void addBox(List<Shape> shapes, double x, double y, double width, double height, String tip) {
        switch (node.status()) {
            case SOURCE -> shapes.add(box(x, y, width, height, Math.min(18, height / 2), ColorRole.SOURCE_SURFACE,
                    ColorRole.SOURCE, 1.5, Dash.SOLID, tip));
            case HOP -> shapes.add(box(x, y, width, height, 6, ColorRole.SURFACE, ColorRole.OUTLINE, 1, Dash.SOLID, tip));
            case SILENT -> shapes.add(box(x, y, width, height, 6, ColorRole.SILENT_SURFACE, ColorRole.SILENT, 1.25,
                    Dash.DASHED, tip));
            case REFUSED -> shapes.add(box(x, y, width, height, 6, ColorRole.REFUSED_SURFACE, ColorRole.REFUSED, 2,
                    Dash.SOLID, tip));
            case TARGET -> {
                if (node.reached()) {
                    shapes.add(box(x, y, width, height, 8, ColorRole.TARGET_SURFACE, ColorRole.TARGET, 1.25, Dash.SOLID, tip));
                    shapes.add(box(x + 3, y + 3, width - 6, height - 6, 6, null, ColorRole.TARGET, 1.25, Dash.SOLID, tip));
                } else {
                    shapes.add(box(x, y, width, height, 8, ColorRole.SILENT_SURFACE, ColorRole.SILENT, 1.25, Dash.DASHED, tip));
                }
            }
        }
    }

    private void addBadge(List<Shape> shapes, double centreX, double centreY, String tip) {
        switch (node.status()) {
            case SOURCE -> {
                shapes.add(disc(centreX, centreY, BADGE - 4, null, ColorRole.SOURCE, tip));
                shapes.add(disc(centreX, centreY, 8, ColorRole.SOURCE, null, tip));
            }
            case HOP -> {
                shapes.add(disc(centreX, centreY, BADGE, ColorRole.BACKGROUND, ColorRole.OUTLINE, tip));
                shapes.add(new Label(Integer.toString(node.firstTtl()), centreX, centreY + 3.6, Anchor.MIDDLE, TEXT_SIZE,
                        Weight.BOLD, BADGE - 1, ColorRole.TEXT, node.id(), tip));
            }
            case SILENT -> {
                for (int i = -1; i <= 1; i++) {
                    shapes.add(disc(centreX + 7 * i, centreY, 4, ColorRole.SILENT, null, tip));
                }
            }
            case REFUSED -> {
                shapes.add(disc(centreX, centreY, BADGE - 2, ColorRole.REFUSED, null, tip));
                shapes.add(new Line(List.of(new Point(centreX - 5.5, centreY), new Point(centreX + 5.5, centreY)),
                        ColorRole.REFUSED_SURFACE, 3.5, Dash.SOLID, 0, 0, node.id(), tip));
            }
            case TARGET -> {
                ColorRole role = node.reached() ? ColorRole.TARGET : ColorRole.SILENT;
                shapes.add(disc(centreX, centreY, BADGE - 3, null, role, tip));
                shapes.add(disc(centreX, centreY, 11, null, role, tip));
                if (node.reached()) {
                    shapes.add(disc(centreX, centreY, 4, role, null, tip));
                }
            }
        }
    }

    private Box disc(double centreX, double centreY, double diameter, ColorRole fill, ColorRole stroke, String tip) {
        return box(centreX - diameter / 2, centreY - diameter / 2, diameter, diameter, diameter / 2, fill, stroke,
                stroke == null ? 0 : 1.5, Dash.SOLID, tip);
    }

    private Box box(double x, double y, double width, double height, double radius, ColorRole fill, ColorRole stroke,
            double strokeWidth, Dash dash, String tip) {
        return new Box(x, y, width, height, radius, fill, stroke, strokeWidth, dash, node.id(), tip);
    }
}
