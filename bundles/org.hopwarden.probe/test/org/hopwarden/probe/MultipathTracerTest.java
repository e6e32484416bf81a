package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipathTracerTest {

    private static MultipathTrace trace(GraphPort port, String method) throws Exception {
        return trace(MultipathRequest.of(TraceRequest.of("target", port.target(), method)).withConfidence(0.999), port);
    }

    private static MultipathTrace trace(MultipathRequest request, GraphPort port) throws Exception {
        List<MultipathEvent> events = new ArrayList<>();
        MultipathTrace trace = MultipathTracer.run(request, port, events::add, () -> false);
        assertEquals(trace, MultipathRecorder.fold(request, events), "the result is the fold of the events");
        Trace hops = trace.trace();
        assertEquals(hops.probes(), hops.beyondEnd() + hops.hops().stream().mapToInt(Hop::sent).sum());
        for (Hop hop : hops.hops()) {
            assertEquals(hop.sent(), hop.lost() + hop.replies().size(), "nothing is left open at " + hop.ttl());
            assertEquals(hop.replies().size(), hop.replies().stream().map(Reply::query).distinct().count());
        }
        return trace;
    }

    private static Set<IpAddress> addresses(PathGraph graph, int ttl) {
        return graph.nodesAt(ttl).stream().map(PathGraph.Node::address).collect(Collectors.toCollection(HashSet::new));
    }

    @ParameterizedTest
    @CsvSource({ "udp,false", "udp,true", "icmp,false", "icmp,true" })
    void findsTheGraphByEachMethod(String method, boolean v6) throws Exception {
        GraphPort port = new GraphPort(v6, 7, Graphs.diamond(4));
        MultipathTrace trace = trace(port, method);
        assertEquals(port.links(), port.links(trace.graph()));
        assertTrue(trace.trace().reached());
        assertEquals(6, trace.trace().hops().size());
        assertEquals(4, trace.graph().nodesAt(3).size());
        assertEquals(Set.of(), trace.flowNotKept());
        assertTrue(trace.graph().node(port.target().toString()).orElseThrow().target());
    }

    @Test
    void linksHaveFlowsRoundTripsAndLatency() throws Exception {
        GraphPort port = new GraphPort(false, 3, Graphs.diamond(2));
        PathGraph graph = trace(port, "udp").graph();
        PathGraph.Link link = graph.links().stream().filter(each -> each.to().equals(port.address("m1").toString())).findFirst()
                .orElseThrow();
        assertEquals(port.address("b").toString(), link.from());
        assertEquals(3, link.ttl());
        assertEquals(6 * GraphPort.HOP_NANOS, link.rtt().meanNanos());
        assertEquals(2 * GraphPort.HOP_NANOS, link.latencyNanos().orElseThrow());
        assertEquals(0, link.lost());
        assertEquals(0, link.lossRatio());
        assertEquals(graph.node(link.to()).orElseThrow().flows(), link.flows());
        int flows = graph.nodesAt(3).stream().mapToInt(PathGraph.Node::flows).sum();
        assertEquals(flows, graph.links().stream().filter(each -> each.ttl() == 3).mapToInt(PathGraph.Link::flows).sum());
        assertEquals(PathGraph.Link.SOURCE, graph.links().getFirst().from());
    }

    @Test
    void aMeshMakesMdaTakeOver() throws Exception {
        MultipathTrace trace = trace(new GraphPort(false, 5, Graphs.meshed(4, 2)), "udp");
        assertEquals(MultipathEvent.Shape.MESHED, trace.fellBack().get(4));
        assertEquals(Set.of(), trace(new GraphPort(false, 5, Graphs.parallel(4)), "udp").fellBack().keySet());
    }

    @Test
    void unequalSharesMakeMdaTakeOver() throws Exception {
        int uneven = 0;
        int even = 0;
        for (long seed = 0; seed < 20; seed++) {
            uneven += trace(new GraphPort(false, seed, "a>m*1 a>n*9 m>y n>y y>target"), "udp").fellBack().isEmpty() ? 0 : 1;
            even += trace(new GraphPort(false, seed, "a>m a>n m>y n>y y>target"), "udp").fellBack().isEmpty() ? 0 : 1;
        }
        assertTrue(uneven >= 10, "seen in " + uneven + " of 20");
        assertTrue(even <= 1, "but not where shares are equal: " + even);
    }

    @ParameterizedTest
    @EnumSource(MultipathAlgorithm.class)
    void aRouterThatBalancesPacketsIsSaid(MultipathAlgorithm algorithm) throws Exception {
        for (long seed = 0; seed < 20; seed++) {
            GraphPort port = new GraphPort(false, seed, Graphs.parallel(2));
            port.perPacket.add("b");
            MultipathTrace trace = trace(MultipathRequest.of(TraceRequest.of("t", port.target(), "udp")).with(algorithm)
                    .withConfidence(0.999), port);
            assertEquals(Set.of(3, 4), trace.flowNotKept(), "seed " + seed);
            assertEquals(Set.of(), trace.fellBack().keySet());
            assertTrue(trace.graph().links().stream().filter(link -> link.ttl() == 4).allMatch(PathGraph.Link::assumed));
            assertTrue(trace.graph().links().stream().filter(link -> link.ttl() != 4).noneMatch(PathGraph.Link::assumed));
            assertEquals(2, trace.graph().nodesAt(3).size());
            assertTrue(trace.trace().probes() < 150, "no flows are sought that lead through a node");
        }
    }

    @Test
    void lostProbesAreSentAgain() throws Exception {
        for (long seed = 0; seed < 10; seed++) {
            GraphPort port = new GraphPort(false, seed, Graphs.diamond(4));
            port.loss = 0.1;
            MultipathTrace trace = trace(port, "udp");
            assertEquals(port.links(), port.links(trace.graph()), "seed " + seed);
            assertTrue(trace.graph().links().stream().mapToInt(PathGraph.Link::lost).sum() > 0);
        }
    }

    @Test
    void aSilentRouterOfADiamondIsANode() throws Exception {
        GraphPort port = new GraphPort(false, 11, Graphs.diamond(4));
        port.silent.add("m2");
        MultipathTrace trace = trace(port, "udp");
        assertEquals(4, trace.graph().nodesAt(3).size());
        PathGraph.Node silence = trace.graph().node("*3.1").orElseThrow();
        assertTrue(silence.isSilent());
        assertEquals(0, silence.rtt().count());
        Set<String> expected = port.links().stream().map(link -> link.replace("m2", "*")).collect(Collectors.toSet());
        assertEquals(expected, port.links(trace.graph()));
    }

    @Test
    void silenceBehindSeveralNodesIsOneNodeEach() throws Exception {
        GraphPort port = new GraphPort(false, 11, Graphs.parallel(2));
        port.silent.addAll(Set.of("n0", "n1"));
        PathGraph graph = trace(port, "udp").graph();
        assertEquals(Set.of("*4.1", "*4.2"), graph.nodesAt(4).stream().map(PathGraph.Node::id).collect(Collectors.toSet()));
        assertEquals(Set.of("4:m0>*", "4:m1>*", "5:*>y"),
                port.links(graph).stream().filter(link -> link.contains("*")).collect(Collectors.toSet()));
    }

    @Test
    void aHopThatIsSilentAltogetherStandsBetweenTheOthers() throws Exception {
        GraphPort port = new GraphPort(false, 11, "a>b b>c c>d d>target");
        port.silent.addAll(Set.of("b", "c"));
        MultipathTrace trace = trace(port, "udp");
        assertTrue(trace.trace().reached());
        assertEquals(5, trace.trace().hops().size());
        assertEquals(Set.of("2:a>*", "3:*>*", "4:*>d", "5:d>target"), port.links(trace.graph()));
    }

    @Test
    void oneBranchThatLeadsNowhereDoesNotHideTheOthers() throws Exception {
        for (long seed = 0; seed < 10; seed++) {
            GraphPort port = new GraphPort(false, seed, Graphs.parallel(2));
            port.blackHoles.add("m0");
            MultipathTrace trace = trace(port, "udp");
            assertTrue(trace.trace().reached(), "seed " + seed);
            assertEquals(2, trace.graph().nodesAt(3).size());
            assertTrue(port.links(trace.graph()).containsAll(Set.of("4:m1>n1", "4:m0>*", "5:n1>y", "6:y>target")),
                    "seed " + seed + ": " + port.links(trace.graph()));
        }
    }

    @Test
    void behindABlackHoleTheTraceEndsWithWhatIsKnown() throws Exception {
        GraphPort port = new GraphPort(false, 1, Graphs.diamond(2));
        port.blackHoles.add("y");
        MultipathTrace trace = trace(MultipathRequest.of(TraceRequest.of("t", port.target(), "udp").withMaxTtl(12)), port);
        assertFalse(trace.trace().reached());
        assertEquals(Trace.Status.DONE, trace.trace().status());
        assertEquals(12, trace.trace().hops().size());
        assertEquals(4, trace.graph().nodes().getLast().ttl(), "the graph ends where the answers do");
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void answersWithoutANumberAreGivenToTheRightHop(boolean v6) throws Exception {
        GraphPort port = new GraphPort(v6, 4, Graphs.UNEQUAL_LENGTHS);
        port.portOpen = true;
        MultipathTrace trace = trace(port, "udp");
        assertEquals(port.links(), port.links(trace.graph()));
        assertEquals(Set.of(port.target(), port.address("d")), addresses(trace.graph(), 3));
        assertEquals(Set.of(port.target()), addresses(trace.graph(), 4));
        assertTrue(trace.graph().node(port.target() + "@3").isPresent(), "an address at two distances is two nodes");
    }

    @Test
    void aTargetNextDoorIsOneNode() throws Exception {
        GraphPort port = new GraphPort(false, 4, "a>target");
        MultipathRequest request = MultipathRequest.of(TraceRequest.of("t", port.address("a"), "udp").withMaxTtl(1));
        assertEquals(1, trace(request, port).graph().nodes().size());
    }

    @Test
    void aCancelledTraceKeepsWhatItKnows() throws Exception {
        GraphPort port = new GraphPort(false, 4, Graphs.diamond(16));
        MultipathRequest request = MultipathRequest.of(TraceRequest.of("t", port.target(), "udp"));
        MultipathTrace trace = MultipathTracer.run(request, port, event -> { }, () -> port.sent > 40);
        assertEquals(Trace.Status.CANCELLED, trace.trace().status());
        assertTrue(trace.graph().nodes().size() > 2);
    }

    @Test
    void theSameSeedGivesTheSameResult() throws Exception {
        MultipathTrace first = trace(new GraphPort(false, 21, Graphs.meshed(4, 2)), "udp");
        MultipathTrace second = trace(new GraphPort(false, 21, Graphs.meshed(4, 2)), "udp");
        assertEquals(first.graph(), second.graph());
        assertEquals(first.trace().hops(), second.trace().hops());
    }

    @Test
    void aDiamondOfFourTakesFewProbes() throws Exception {
        int probes = 0;
        int runs = 50;
        for (long seed = 0; seed < runs; seed++) {
            GraphPort port = new GraphPort(false, seed, Graphs.diamond(4));
            probes += trace(MultipathRequest.of(TraceRequest.of("t", port.target(), "udp")), port).trace().probes();
        }
        assertTrue(probes <= 77 * runs, "mean " + (double) probes / runs);
    }

    @Test
    void aConfidenceOutsideItsRangeIsRefused() {
        MultipathRequest request = MultipathRequest.of(TraceRequest.of("t", IpAddress.parse("192.0.2.1"), "udp"));
        for (double confidence : new double[] { 0, 0.4, 1, 95, Double.NaN }) {
            assertThrows(IllegalArgumentException.class, () -> request.withConfidence(confidence));
        }
    }
}
