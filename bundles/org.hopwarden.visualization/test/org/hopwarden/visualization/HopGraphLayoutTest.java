package org.hopwarden.visualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.hopwarden.probe.Trace;
import org.hopwarden.visualization.Drawing.Bounds;
import org.hopwarden.visualization.Drawing.Box;
import org.hopwarden.visualization.Drawing.Label;
import org.hopwarden.visualization.Drawing.Line;
import org.hopwarden.visualization.Drawing.Point;
import org.hopwarden.visualization.Drawing.Shape;
import org.junit.jupiter.api.Test;

class HopGraphLayoutTest {

    private static final int RANDOM_GRAPHS = Boolean.getBoolean("hopwarden.full") ? 2000 : 120;

    @Test
    void nothingOverlapsInAnySample() {
        SampleTraces.all().forEach((name, traces) -> check(traces, 1000, () -> name));
    }

    @Test
    void nothingOverlapsFromOneHopTo64() {
        for (int hops = 1; hops <= 64; hops++) {
            int count = hops;
            check(List.of(SampleTraces.chain(hops)), 1000, () -> count + " hops");
        }
    }

    @Test
    void nothingOverlapsInBranchesUpTo16Wide() {
        for (int width = 1; width <= 16; width++) {
            int count = width;
            check(List.of(SampleTraces.ecmp(width)), 900, () -> count + " wide");
        }
    }

    @Test
    void nothingOverlapsInRandomGraphs() {
        long start = Long.getLong("hopwarden.seed", 1);
        for (long seed = start; seed < start + RANDOM_GRAPHS; seed++) {
            long current = seed;
            double wrap = 300 + seed * 37 % 1500;
            check(new RandomTraces(seed).traces(), wrap, () -> "hopwarden.seed=" + current + ", wrapped at " + wrap);
        }
    }

    private static void check(List<Trace> traces, double wrap, Supplier<String> name) {
        HopGraph graph = HopGraph.of(traces);
        Drawing drawing = HopGraphLayout.draw(graph, new HopGraphLayout.Options(wrap));
        assertEquals(drawing, HopGraphLayout.draw(HopGraph.of(traces), new HopGraphLayout.Options(wrap)), name);
        Bounds paper = new Bounds(0, 0, drawing.width(), drawing.height());
        for (Shape shape : drawing.shapes()) {
            Bounds bounds = shape.bounds();
            assertTrue(paper.contains(bounds.x(), bounds.y())
                    && paper.contains(bounds.x() + bounds.width(), bounds.y() + bounds.height()),
                    () -> name.get() + ": off the paper: " + shape);
        }
        Map<String, Bounds> boxes = new LinkedHashMap<>();
        for (HopGraph.Node node : graph.nodes()) {
            boxes.put(node.id(), drawing.shapes().stream()
                    .filter(shape -> shape instanceof Box && shape.id().equals(node.id())).findFirst().orElseThrow().bounds());
        }
        noTwo(boxes, name);
        labelsFit(drawing, boxes, name);
        linesAvoidBoxes(graph, drawing, boxes, name);
    }

    private static void noTwo(Map<String, Bounds> boxes, Supplier<String> name) {
        List<String> ids = new ArrayList<>(boxes.keySet());
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                String one = ids.get(i);
                String other = ids.get(j);
                assertFalse(boxes.get(one).intersects(boxes.get(other)),
                        () -> name.get() + ": " + one + " lies over " + other);
            }
        }
    }

    private static void labelsFit(Drawing drawing, Map<String, Bounds> boxes, Supplier<String> name) {
        Map<String, List<Label>> labels = new LinkedHashMap<>();
        for (Shape shape : drawing.shapes()) {
            if (shape instanceof Label label && !label.id().isEmpty()) {
                Bounds box = boxes.get(label.id());
                Bounds text = label.bounds();
                assertTrue(box.contains(text.x(), text.y())
                        && box.contains(text.x() + text.width() - 0.01, text.y() + text.height()),
                        () -> name.get() + ": " + label + " leaves its box " + box);
                List<Label> others = labels.computeIfAbsent(label.id(), key -> new ArrayList<>());
                for (Label other : others) {
                    assertFalse(other.bounds().grow(-0.01).intersects(text), () -> name.get() + ": " + label + " lies over " + other);
                }
                others.add(label);
            }
        }
    }

    private static void linesAvoidBoxes(HopGraph graph, Drawing drawing, Map<String, Bounds> boxes, Supplier<String> name) {
        for (Shape shape : drawing.shapes()) {
            if (shape instanceof Line line && graph.link(line.id()).isPresent() && line.arrow() > 0) {
                HopGraph.Link link = graph.link(line.id()).get();
                assertEquals(boxes.get(link.from()).x() + boxes.get(link.from()).width(), line.points().getFirst().x(), 0.01, name);
                assertEquals(boxes.get(link.to()).x(), line.points().getLast().x(), 0.01, name);
                boxes.forEach((id, box) -> assertFalse(crosses(line, box.grow(-1)),
                        () -> name.get() + ": the line " + line.id() + " runs through " + id));
            }
        }
    }

    private static boolean crosses(Line line, Bounds box) {
        for (int i = 1; i < line.points().size(); i++) {
            Point a = line.points().get(i - 1);
            Point b = line.points().get(i);
            if (new java.awt.geom.Rectangle2D.Double(box.x(), box.y(), box.width(), box.height())
                    .intersectsLine(a.x(), a.y(), b.x(), b.y())) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aLongPathGoesOnInRows() {
        Drawing drawing = HopGraphLayout.draw(HopGraph.of(SampleTraces.chain(30)));
        assertTrue(drawing.width() <= 1000, () -> "width " + drawing.width());
        assertTrue(drawing.height() < 700, () -> "height " + drawing.height());
    }

    @Test
    void everyElementCanBePointedAt() {
        HopGraph graph = HopGraph.of(SampleTraces.all().get("methods"));
        Drawing drawing = HopGraphLayout.draw(graph);
        for (HopGraph.Node node : graph.nodes()) {
            Bounds box = drawing.bounds(node.id()).orElseThrow();
            Shape found = drawing.shapeAt(box.x() + 4, box.y() + box.height() / 2, 2).orElseThrow();
            assertEquals(node.id(), found.id());
            assertFalse(found.tooltip().isBlank());
        }
        for (HopGraph.Link link : graph.links()) {
            assertTrue(drawing.bounds(link.id()).isPresent(), link::id);
        }
        assertTrue(drawing.shapeAt(1, 1, 2).isEmpty());
    }

    @Test
    void statusAndLossAreWordsToo() {
        assertTrue(words("short").contains("33 % lost"));
        assertTrue(words("short").contains("source"));
        assertTrue(words("refused").contains("refused \u00b7 2.36 ms"));
        assertTrue(words("refused").contains("target, not reached"));
        assertTrue(words("silent-middle").contains("no answer"));
        assertTrue(words("running").contains("waiting\u2026"));
        assertTrue(words("methods").contains("by icmp only"));
    }

    private static List<String> words(String sample) {
        return HopGraphLayout.draw(HopGraph.of(SampleTraces.all().get(sample))).shapes().stream()
                .filter(Label.class::isInstance).map(shape -> ((Label) shape).text()).toList();
    }
}
