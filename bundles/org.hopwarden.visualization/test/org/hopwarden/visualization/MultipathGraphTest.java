package org.hopwarden.visualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.MultipathRecorder;
import org.hopwarden.visualization.Drawing.Bounds;
import org.hopwarden.visualization.Drawing.Label;
import org.hopwarden.visualization.Drawing.Line;
import org.hopwarden.visualization.HopGraph.Status;
import org.junit.jupiter.api.Test;

class MultipathGraphTest {

    private static final HopGraph GRAPH = HopGraph.of(MultipathScript.diamond().done());

    private static HopGraph.Link link(String from, String to) {
        return GRAPH.links().stream().filter(link -> link.from().contains(from) && link.to().contains(to)).findFirst().orElseThrow();
    }

    @Test
    void eachNodeStandsForItself() {
        assertEquals(2, GRAPH.nodesAt(2).size());
        assertEquals(Set.of(Status.HOP, Status.SILENT),
                GRAPH.nodesAt(3).stream().map(HopGraph.Node::status).collect(Collectors.toSet()));
        assertEquals(Status.TARGET, GRAPH.nodesAt(4).getFirst().status());
        assertEquals(7, GRAPH.nodes().size());
        assertEquals(7, GRAPH.links().size());
    }

    @Test
    void linksKnowTheirFlowsLossAndLatency() {
        HopGraph.Link busy = link("192.0.2.1", "198.51.100.1");
        assertEquals(2, busy.flows().count());
        assertEquals(2 / 3.0, busy.flows().share(), 1e-9);
        assertEquals(1_000_000, busy.flows().latencyNanos().orElseThrow());
        assertEquals(0, busy.stats().lost());
        HopGraph.Link lossy = link("192.0.2.1", "198.51.100.2");
        assertEquals(1, lossy.stats().lost());
        assertEquals(0.5, lossy.stats().lossRatio());
    }

    @Test
    void aLineIsAsWideAsItsShareOfTheFlowsAndSaysWhatItCosts() {
        Drawing drawing = HopGraphLayout.draw(GRAPH);
        assertTrue(width(drawing, link("192.0.2.1", "198.51.100.1").id()) > width(drawing, link("192.0.2.1", "198.51.100.2").id()));
        Set<String> said = drawing.shapes().stream().filter(shape -> shape.id().equals(link("192.0.2.1", "198.51.100.2").id()))
                .filter(Label.class::isInstance).map(shape -> ((Label) shape).text()).collect(Collectors.toSet());
        assertEquals(Set.of("+1.00 ms", "50 % lost"), said);
    }

    private static double width(Drawing drawing, String id) {
        return drawing.shapes().stream().filter(shape -> shape instanceof Line line && line.id().equals(id))
                .mapToDouble(shape -> ((Line) shape).strokeWidth()).max().orElseThrow();
    }

    @Test
    void labelsStandBesideBoxesAndWithinThePicture() {
        MultipathScript wide = new MultipathScript();
        for (int flow = 0; flow < 16; flow++) {
            wide.flow(flow, "192.0.2.1", "~198.51.100." + (flow + 1), "~198.51.101." + (flow / 2 + 1), "198.51.102.1", "~198.51.103.1",
                    "203.0.113.80");
        }
        HopGraph graph = HopGraph.of(wide.done());
        Drawing drawing = HopGraphLayout.draw(graph);
        List<Bounds> boxes = graph.nodes().stream().map(node -> drawing.bounds(node.id()).orElseThrow()).toList();
        Set<String> links = graph.links().stream().map(HopGraph.Link::id).collect(Collectors.toSet());
        for (Drawing.Shape shape : drawing.shapes()) {
            if (shape instanceof Label label && links.contains(label.id())) {
                assertFalse(boxes.stream().anyMatch(box -> box.intersects(label.bounds())), label + " stands on a box");
                Bounds bounds = label.bounds();
                assertTrue(bounds.x() >= 0 && bounds.x() + bounds.width() <= drawing.width(), label.toString());
            }
        }
    }

    @Test
    void everyMomentOfARunningTraceCanBeDrawn() {
        MultipathRecorder recorder = new MultipathRecorder(MultipathScript.REQUEST);
        for (MultipathEvent event : MultipathScript.diamond().events()) {
            recorder.on(event);
            HopGraph graph = HopGraph.of(recorder.trace());
            Drawing drawing = HopGraphLayout.draw(graph);
            graph.nodes().forEach(node -> assertTrue(drawing.bounds(node.id()).isPresent()));
            assertTrue(graph.nodes().stream().anyMatch(node -> node.status() == Status.TARGET));
        }
    }

    @Test
    void aTargetThatWasNotReachedStandsBehindTheLastAnswers() {
        HopGraph graph = HopGraph.of(new MultipathScript().flow(0, "192.0.2.1", "198.51.100.1").flow(1, "192.0.2.1", "198.51.100.2")
                .done());
        HopGraph.Node target = graph.nodes().getLast();
        assertFalse(target.reached());
        assertEquals(3, target.firstTtl());
        assertEquals(2, graph.links().stream().filter(link -> link.kind() == HopGraph.LinkKind.UNREACHED).count());
    }
}
