package org.hopwarden.visualization;

import static org.hopwarden.visualization.TraceScript.LOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.hopwarden.probe.Trace;
import org.hopwarden.visualization.HopGraph.Link;
import org.hopwarden.visualization.HopGraph.LinkKind;
import org.hopwarden.visualization.HopGraph.Node;
import org.hopwarden.visualization.HopGraph.Status;
import org.junit.jupiter.api.Test;

class HopGraphTest {

    private static List<String> nodes(HopGraph graph) {
        return graph.nodes().stream().map(node -> node.status().word() + " " + node.firstTtl()
                + (node.lastTtl() == node.firstTtl() ? "" : "-" + node.lastTtl())
                + (node.address() == null ? "" : " " + node.address())).toList();
    }

    private static List<String> links(HopGraph graph) {
        return graph.links().stream().map(link -> link.id() + " " + link.kind()).toList();
    }

    @Test
    void aPathIsAChain() {
        HopGraph graph = HopGraph.of(SampleTraces.shortPath("icmp"));
        assertEquals(List.of("source 0 192.0.2.10", "hop 1 192.0.2.1", "hop 2 198.51.100.1", "hop 3 198.51.100.9",
                "target 4 203.0.113.80"), nodes(graph));
        assertEquals(List.of("source:192.0.2.10>hop:1:192.0.2.1 SEEN", "hop:1:192.0.2.1>hop:2:198.51.100.1 SEEN",
                "hop:2:198.51.100.1>hop:3:198.51.100.9 SEEN", "hop:3:198.51.100.9>target:203.0.113.80 SEEN"), links(graph));
        Node lossy = graph.node("hop:2:198.51.100.1").orElseThrow();
        assertEquals(new HopGraph.Stats(3, 1, 2, 2_200_000, 2_255_000, 2_310_000), lossy.stats());
        assertEquals(lossy.stats(), graph.link("hop:1:192.0.2.1>hop:2:198.51.100.1").orElseThrow().stats());
        assertEquals(1.0 / 3, lossy.stats().lossRatio(), 1e-9);
        assertEquals(List.of("Time exceeded"), lossy.says());
        assertEquals("example.test", graph.nodes().getLast().name());
    }

    @Test
    void silentHopsInARowAreOneNode() {
        HopGraph graph = HopGraph.of(SampleTraces.silentMiddle());
        assertEquals(List.of("source 0 192.0.2.10", "hop 1 192.0.2.1", "hop 2 198.51.100.1", "silent 3-5",
                "hop 6 198.51.100.77", "silent 7", "target 8 203.0.113.7"), nodes(graph));
        Node silence = graph.nodesAt(4).getFirst();
        assertEquals(9, silence.stats().lost());
        assertFalse(silence.waiting());
    }

    @Test
    void aTargetThatDidNotAnswerStandsBehindTheLastHop() {
        HopGraph graph = HopGraph.of(new TraceScript("203.0.113.9", "203.0.113.9", "udp").silent(30).done());
        assertEquals(List.of("source 0 192.0.2.10", "silent 1-30", "target 31 203.0.113.9"), nodes(graph));
        Node target = graph.nodes().getLast();
        assertFalse(target.reached());
        assertFalse(target.covers(31), "no row of a table stands for it");
        assertEquals(LinkKind.UNREACHED, graph.links().getLast().kind());
    }

    @Test
    void aRouterThatFiltersIsOneNodeOfTwoDistances() {
        HopGraph graph = HopGraph.of(SampleTraces.refused());
        assertEquals(List.of("source 0 192.0.2.10", "hop 1 192.0.2.1", "refused 2-3 198.51.100.1", "target 4 203.0.113.80"),
                nodes(graph));
        Node router = graph.nodesAt(3).getFirst();
        assertEquals(List.of("Administratively prohibited", "Time exceeded"), router.says());
        assertEquals(6, router.stats().probes());
        assertEquals(1, router.stats().lost());
        assertEquals(graph.nodesAt(2), graph.nodesAt(3));
    }

    @Test
    void aRefusalByAnotherRouterIsANodeOfItsOwn() {
        Trace trace = new TraceScript("203.0.113.80", "203.0.113.80", "tcp-syn").hop("192.0.2.1", 1, 1, 1)
                .refusal("198.51.100.1", 2, 2, 2).done();
        assertEquals(List.of("source 0 192.0.2.10", "hop 1 192.0.2.1", "refused 2 198.51.100.1", "target 3 203.0.113.80"),
                nodes(HopGraph.of(trace)));
    }

    @Test
    void aRefusalByTheTargetIsTheTarget() {
        Trace trace = new TraceScript("203.0.113.80", "203.0.113.80", "tcp-syn").hop("192.0.2.1", 1, 1, 1)
                .refusal("203.0.113.80", 2, 2, 2).done();
        HopGraph graph = HopGraph.of(trace);
        assertEquals(List.of("source 0 192.0.2.10", "hop 1 192.0.2.1", "refused 2 203.0.113.80"), nodes(graph));
        assertEquals(LinkKind.SEEN, graph.links().getLast().kind());
    }

    @Test
    void branchesAreNodesBesideEachOtherLinkedByProbeNumber() {
        HopGraph graph = HopGraph.of(SampleTraces.ecmp(4));
        assertEquals(4, graph.nodesAt(2).size());
        assertEquals(2, graph.nodesAt(3).size());
        List<String> between = graph.links().stream().filter(link -> link.from().startsWith("hop:2"))
                .map(link -> link.from() + ">" + link.to()).toList();
        assertEquals(List.of("hop:2:198.51.100.1>hop:3:198.51.101.1", "hop:2:198.51.100.2>hop:3:198.51.101.1",
                "hop:2:198.51.100.3>hop:3:198.51.101.2", "hop:2:198.51.100.4>hop:3:198.51.101.2"), between);
    }

    @Test
    void aLostProbeCountsOnTheLinkItMustHaveComeBy() {
        Trace trace = new TraceScript("203.0.113.80", "203.0.113.80", "udp")
                .branch(1, List.of("198.51.100.1", "198.51.100.2", "198.51.100.2"))
                .hop("198.51.100.9", 5, 5, LOST).target(9, 9, 9).done();
        HopGraph graph = HopGraph.of(trace);
        Link lossy = graph.link("hop:1:198.51.100.2>hop:2:198.51.100.9").orElseThrow();
        assertEquals(2, lossy.stats().probes());
        assertEquals(1, lossy.stats().lost());
        assertEquals(0, graph.link("hop:1:198.51.100.1>hop:2:198.51.100.9").orElseThrow().stats().lost());
    }

    @Test
    void aBranchWhoseNextAnswersAreLostKeepsAnAssumedLink() {
        Trace trace = new TraceScript("203.0.113.80", "203.0.113.80", "udp")
                .branch(1, List.of("198.51.100.1", "198.51.100.2"))
                .hop("198.51.100.9", 5, LOST).target(9, 9).done();
        assertEquals(LinkKind.ASSUMED,
                HopGraph.of(trace).link("hop:1:198.51.100.2>hop:2:198.51.100.9").orElseThrow().kind());
    }

    @Test
    void methodsShareTheNodesTheyAgreeOn() {
        HopGraph graph = HopGraph.of(List.of(SampleTraces.shortPath("icmp"), SampleTraces.refused(), SampleTraces.methodsUdp()));
        assertEquals(List.of("icmp", "tcp-syn", "udp"), graph.methods());
        assertEquals(List.of("source 0 192.0.2.10", "hop 1 192.0.2.1", "refused 2-3 198.51.100.1", "silent 2-3",
                "hop 3 198.51.100.9", "target 4 203.0.113.80"), nodes(graph));
        assertEquals(List.of("icmp", "tcp-syn", "udp"), graph.node("hop:1:192.0.2.1").orElseThrow().methods());
        assertEquals(List.of("icmp", "tcp-syn"),
                graph.link("hop:1:192.0.2.1>hop:2:198.51.100.1").orElseThrow().methods());
        assertTrue(graph.node("target:203.0.113.80").orElseThrow().reached());
        assertEquals(LinkKind.UNREACHED, graph.link("hop:2:198.51.100.1>target:203.0.113.80").orElseThrow().kind());
    }

    @Test
    void idsStayWhileATraceGrows() {
        TraceScript script = new TraceScript("example.test", "203.0.113.80", "icmp").hop("192.0.2.1", 1, 1, 1);
        List<String> early = HopGraph.of(script.running()).nodes().stream().map(Node::id).toList();
        List<String> late = HopGraph.of(script.hop("192.0.2.9", 2, 2, 2).target(3, 3, 3).done()).nodes().stream()
                .map(Node::id).toList();
        assertTrue(late.containsAll(early), early + " became " + late);
    }

    @Test
    void aTraceThatJustStartedHasSourceAndTarget() {
        HopGraph graph = HopGraph.of(new TraceScript("example.test", "203.0.113.80", "icmp").running());
        assertEquals(List.of("source 0 192.0.2.10", "target 1 203.0.113.80"), nodes(graph));
        assertTrue(graph.nodes().getLast().waiting());
    }

    @Test
    void probesThatMayStillBeAnsweredWait() {
        HopGraph graph = HopGraph.of(new TraceScript("example.test", "203.0.113.80", "icmp").hop("192.0.2.1", 1, 1, 1)
                .pending(4).running());
        Node silence = graph.nodesAt(3).getFirst();
        assertEquals(Status.SILENT, silence.status());
        assertTrue(silence.waiting());
        assertEquals(0, silence.stats().lost());
    }

    @Test
    void noTraceIsNoNode() {
        assertEquals(new HopGraph(List.of(), List.of(), List.of()), HopGraph.of(List.of()));
    }
}
