package org.hopwarden.visualization.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Drawing;
import org.hopwarden.visualization.Drawing.Anchor;
import org.hopwarden.visualization.Drawing.Dash;
import org.hopwarden.visualization.Drawing.Label;
import org.hopwarden.visualization.Drawing.Line;
import org.hopwarden.visualization.Drawing.Point;
import org.hopwarden.visualization.Drawing.Shape;
import org.hopwarden.visualization.Drawing.Weight;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.HopGraph.Link;
import org.hopwarden.visualization.HopGraph.LinkKind;
import org.hopwarden.visualization.HopGraph.Node;
import org.hopwarden.visualization.HopGraph.Status;
import org.hopwarden.visualization.internal.LayeredPlacement.Edge;
import org.hopwarden.visualization.internal.LayeredPlacement.Place;
import org.hopwarden.visualization.internal.LayeredPlacement.Result;
import org.hopwarden.visualization.internal.LayeredPlacement.Size;

/** Puts a graph's figures and links in their places. One use, one thread. */
public final class GraphPainter {

    private static final double MARGIN = 12;
    private static final double PART_GAP = 32;
    private static final double ARROW = 8;
    private static final double BEND = 8;
    private static final double CROSS = 5;
    /** From how many nodes at one TTL on they are drawn closer. */
    private static final int DENSE = 6;

    private final HopGraph graph;
    private final double wrapWidth;
    private final Map<String, Node> nodes;
    private final Map<String, NodeFigure> figures = new HashMap<>();
    private final long slowestNanos;
    private final double boxWidth;

    public GraphPainter(HopGraph graph, double wrapWidth) {
        this.graph = graph;
        this.wrapWidth = wrapWidth;
        this.nodes = graph.nodes().stream().collect(Collectors.toMap(Node::id, Function.identity()));
        for (Node node : graph.nodes()) {
            boolean dense = graph.nodesAt(node.firstTtl()).size() >= DENSE;
            figures.put(node.id(), new NodeFigure(node, alone(node), graph.methods().size(), dense));
        }
        slowestNanos = graph.nodes().stream().mapToLong(node -> node.stats().meanNanos()).max().orElse(0);
        // One width for all boxes, so that they stand in columns.
        boxWidth = figures.values().stream().mapToDouble(NodeFigure::width).max().orElse(0);
    }

    /** Whether the losses of a node's TTL can only be its own. */
    private static boolean alone(Node node) {
        return node.stats().replies() == node.ttlStats().replies();
    }

    public Drawing drawing() {
        if (graph.nodes().isEmpty()) {
            return empty();
        }
        List<Shape> links = new ArrayList<>();
        List<Shape> boxes = new ArrayList<>();
        double y = MARGIN;
        double width = 0;
        for (List<Node> part : parts()) {
            Result placed = addPart(part, MARGIN, y, links, boxes);
            y += placed.height() + PART_GAP;
            width = Math.max(width, placed.width());
        }
        links.addAll(boxes);
        return new Drawing(Math.ceil(width + 2 * MARGIN), Math.ceil(y - PART_GAP + MARGIN), title(), links);
    }

    private static Drawing empty() {
        String text = "No trace yet";
        double width = TextMetrics.width(text, 12, Weight.REGULAR);
        return new Drawing(Math.ceil(width + 4 * MARGIN), 48, text, List.of(new Label(text, 2 * MARGIN, 28, Anchor.START, 12,
                Weight.REGULAR, width, ColorRole.TEXT_MUTED, "", "")));
    }

    /** The parts of the graph that no link joins, such as the paths of IPv4 and IPv6. */
    private List<List<Node>> parts() {
        Map<String, Integer> partOf = new HashMap<>();
        List<List<Node>> parts = new ArrayList<>();
        for (Node start : graph.nodes()) {
            if (partOf.containsKey(start.id())) {
                continue;
            }
            int part = parts.size();
            List<String> open = new ArrayList<>(List.of(start.id()));
            partOf.put(start.id(), part);
            while (!open.isEmpty()) {
                String id = open.removeLast();
                for (Link link : graph.links()) {
                    String other = link.from().equals(id) ? link.to() : link.to().equals(id) ? link.from() : null;
                    if (other != null && partOf.putIfAbsent(other, part) == null) {
                        open.add(other);
                    }
                }
            }
            parts.add(graph.nodes().stream().filter(node -> partOf.getOrDefault(node.id(), -1) == part).toList());
        }
        return parts;
    }

    private Result addPart(List<Node> part, double left, double top, List<Shape> lines, List<Shape> boxes) {
        Map<String, Integer> index = new HashMap<>();
        List<Size> sizes = new ArrayList<>();
        for (Node node : part) {
            index.put(node.id(), sizes.size());
            sizes.add(new Size(boxWidth, figures.get(node.id()).height()));
        }
        List<Link> links = graph.links().stream().filter(link -> index.containsKey(link.from())).toList();
        List<Edge> edges = links.stream().map(link -> new Edge(index.get(link.from()), index.get(link.to()))).toList();
        double layerGap = links.stream().anyMatch(link -> link.flows().count() > 0) ? LinkLabel.LAYER_GAP : LayeredPlacement.LAYER_GAP;
        Result placed = RowFold.fold(sizes, edges, LayeredPlacement.place(sizes, edges, layerGap), wrapWidth - 2 * MARGIN);
        List<Shape> labels = new ArrayList<>();
        int folded = 0;
        for (int i = 0; i < links.size(); i++) {
            List<Point> points = placed.lines().get(i).stream().map(p -> new Point(p.x() + left, p.y() + top)).toList();
            addLink(links.get(i), points, lines);
            Link link = links.get(i);
            boolean fansOut = links.stream().filter(other -> other.from().equals(link.from())).count() >= links.stream()
                    .filter(other -> other.to().equals(link.to())).count();
            labels.addAll(LinkLabel.shapes(link, points, fansOut, folded,
                    Words.tooltip(link, nodes.get(link.from()), nodes.get(link.to()))));
            folded += LinkLabel.isFolded(points) ? 1 : 0;
        }
        lines.addAll(labels);
        for (int i = 0; i < part.size(); i++) {
            Place place = placed.places().get(i);
            boxes.addAll(figures.get(part.get(i).id()).shapes(place.x() + left, place.y() + top, sizes.get(i).width(),
                    sizes.get(i).height(), slowestNanos));
        }
        return placed;
    }

    private void addLink(Link link, List<Point> points, List<Shape> shapes) {
        Node from = nodes.get(link.from());
        Node to = nodes.get(link.to());
        String tip = Words.tooltip(link, from, to);
        boolean blind = from.status() == Status.SILENT || to.status() == Status.SILENT;
        Dash dash = switch (link.kind()) {
            case SEEN -> blind ? Dash.DASHED : Dash.SOLID;
            case ASSUMED -> Dash.DASHED;
            case UNREACHED -> Dash.DOTTED;
        };
        boolean broken = link.kind() == LinkKind.UNREACHED && !to.waiting();
        boolean ofAll = link.methods().size() == graph.methods().size();
        ColorRole color = blind || link.kind() == LinkKind.UNREACHED ? ColorRole.SILENT : ColorRole.LINK;
        double plain = link.kind() == LinkKind.SEEN && ofAll ? 1.75 : 1.25;
        double width = link.flows().count() > 0 ? LinkLabel.lineWidth(link) : plain;
        shapes.add(new Line(stubbed(points), color, width, dash, BEND, ARROW, link.id(), tip));
        if (broken) {
            addCross(link, points, tip, shapes);
        }
    }

    /** A short straight piece at both ends, so that slanted lines leave and enter boxes level. */
    private static List<Point> stubbed(List<Point> points) {
        double stub = 10;
        List<Point> stubbed = new ArrayList<>(points);
        Point last = points.getLast();
        Point beforeLast = points.get(points.size() - 2);
        if (Math.abs(last.y() - beforeLast.y()) > 0.5 && last.x() - beforeLast.x() > 2 * stub) {
            stubbed.add(stubbed.size() - 1, new Point(last.x() - ARROW - 4, last.y()));
        }
        Point first = points.getFirst();
        Point second = points.get(1);
        if (Math.abs(first.y() - second.y()) > 0.5 && second.x() - first.x() > 2 * stub) {
            stubbed.add(1, new Point(first.x() + stub / 2, first.y()));
        }
        return stubbed;
    }

    private static void addCross(Link link, List<Point> points, String tip, List<Shape> shapes) {
        int longest = 1;
        for (int i = 2; i < points.size(); i++) {
            if (length(points, i) > length(points, longest)) {
                longest = i;
            }
        }
        double x = (points.get(longest - 1).x() + points.get(longest).x()) / 2;
        double y = (points.get(longest - 1).y() + points.get(longest).y()) / 2;
        for (int sign : new int[] { -1, 1 }) {
            shapes.add(new Line(List.of(new Point(x - CROSS, y - sign * CROSS), new Point(x + CROSS, y + sign * CROSS)),
                    ColorRole.REFUSED, 2, Dash.SOLID, 0, 0, link.id(), tip));
        }
    }

    private static double length(List<Point> points, int end) {
        Point from = points.get(end - 1);
        Point to = points.get(end);
        return Math.hypot(to.x() - from.x(), to.y() - from.y());
    }

    private String title() {
        String targets = graph.nodes().stream()
                .filter(node -> node.id().startsWith("target:"))
                .map(node -> (node.name().isEmpty() ? String.valueOf(node.address()) : node.name())
                        + (node.reached() ? " (" + Words.ttls(node) + ")" : node.waiting() ? " (no answer yet)" : " (not reached)"))
                .collect(Collectors.joining(", "));
        return "Path to " + targets + " by " + String.join(", ", graph.methods());
    }
}
