package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TraceStrategyTest {

    private static Stream<Arguments> everyStrategyByEveryMethod() {
        return TraceStrategies.all().stream().flatMap(strategy -> Stream.of("icmp", "udp", "tcp-syn")
                .flatMap(method -> Stream.of(false, true).map(v6 -> Arguments.of(strategy.id(), method, v6))));
    }

    private static Trace trace(String strategy, TraceRequest request, PathPort port) throws Exception {
        List<TraceEvent> events = new ArrayList<>();
        Trace trace = Tracer.run(request, new TraceManner(TraceStrategies.get(strategy), false), port, events::add, () -> false);
        assertEquals(trace, TraceRecorder.fold(request, events), "the result is the fold of the events");
        return trace;
    }

    private static List<Integer> sentTtls(PathPort port) {
        return port.sent.stream().map(packet -> PacketView.of(packet).ttl()).toList();
    }

    @Test
    void theBuiltInOnesAreThere() {
        assertEquals(List.of("all-at-once", "classic", "backward"), TraceStrategies.all().stream().map(TraceStrategy::id).toList());
        var e = assertThrows(IllegalArgumentException.class, () -> TraceStrategies.get("sideways"));
        assertTrue(e.getMessage().contains("all-at-once, classic, backward"), e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("everyStrategyByEveryMethod")
    void eachFindsTheSamePath(String strategy, String method, boolean v6) throws Exception {
        PathPort port = new PathPort(v6, 9);
        port.silent.addAll(List.of(1, 4, 5));
        Trace trace = trace(strategy, TraceRequest.of("t", port.target, method), port);
        assertTrue(trace.reached());
        assertEquals(9, trace.hops().size());
        for (Hop hop : trace.hops()) {
            boolean silent = port.silent.contains(hop.ttl());
            assertEquals(silent ? List.of() : List.of(hop.ttl() == 9 ? port.target : PathPort.router(v6, hop.ttl())), hop.addresses());
            assertEquals(3, hop.sent());
            assertEquals(silent ? 3 : 0, hop.lost());
        }
    }

    @ParameterizedTest
    @MethodSource("everyStrategyByEveryMethod")
    void eachEndsBehindABlackHole(String strategy, String method, boolean v6) throws Exception {
        PathPort port = new PathPort(v6, 9);
        port.blackHoleBehind = 6;
        Trace trace = trace(strategy, TraceRequest.of("t", port.target, method).withMaxTtl(12).withQueries(2), port);
        assertFalse(trace.reached());
        assertEquals(12, trace.hops().size());
        assertEquals(IntStream.rangeClosed(1, 6).mapToObj(hop -> PathPort.router(v6, hop)).toList(),
                trace.hops().stream().flatMap(hop -> hop.addresses().stream()).toList());
    }

    @Test
    void classicKeepsOneProbeInTheAirAndSendsNothingBeyondTheEnd() throws Exception {
        PathPort port = new PathPort(false, 5);
        Trace trace = trace("classic", TraceRequest.of("t", port.target, "icmp"), port);
        assertEquals(0, trace.beyondEnd());
        assertEquals(List.of(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5), sentTtls(port));
    }

    @Test
    void classicWaitsForASilentHopOnlyTenTimesAsLongAsItsNeighbourTook() throws Exception {
        PathPort port = new PathPort(false, 40);
        port.silent.add(30);
        long start = port.nowNanos();
        trace("classic", TraceRequest.of("t", port.target, "icmp").withMaxTtl(50).withQueries(1), port);
        long roundTrips = IntStream.rangeClosed(1, 40).filter(ttl -> ttl != 30).mapToLong(ttl -> 2 * ttl * PathPort.HOP_NANOS).sum();
        long waited = port.nowNanos() - start - roundTrips;
        assertTrue(waited >= 10 * 58 * PathPort.HOP_NANOS && waited < 600 * PathPort.HOP_NANOS, waited + " ns");
    }

    @Test
    void backwardGoesDownFromTheGuessWithOneProbeBeyondTheEnd() throws Exception {
        PathPort port = new PathPort(false, 7) {
            @Override
            int replyTtl(int hop) {
                return 64 - hop + 1;
            }
        };
        Trace trace = trace("backward", TraceRequest.of("t", port.target, "icmp").withQueries(1), port);
        assertEquals(List.of(30, 7, 6, 5, 4, 3, 2, 1), sentTtls(port));
        assertEquals(1, trace.beyondEnd());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(ints = { -6, -3, -1, 1, 2, 5, 9 })
    void aWrongGuessIsCorrectedByWhatRepliesShow(int wayBackLonger) throws Exception {
        PathPort port = new PathPort(false, 7) {
            @Override
            int replyTtl(int hop) {
                return 64 - hop + 1 - wayBackLonger;
            }
        };
        Trace trace = trace("backward", TraceRequest.of("t", port.target, "udp"), port);
        assertEquals(7, trace.hops().size());
        assertTrue(trace.reached());
        List<IpAddress> routers = trace.hops().stream().limit(6).flatMap(hop -> hop.addresses().stream()).toList();
        assertEquals(IntStream.rangeClosed(1, 6).mapToObj(hop -> PathPort.router(false, hop)).toList(), routers);
    }

    @Test
    void severalTracesTakeTurnsOnOnePort() throws Exception {
        PathPort port = new PathPort(false, 6);
        port.silent.add(2);
        List<TraceRequest> requests = Stream.of("icmp", "udp", "tcp-syn")
                .map(method -> TraceRequest.of("t", port.target, method).withQueries(1)).toList();
        long start = port.nowNanos();
        List<List<TraceEvent>> events = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Trace> traces = Tracer.runAll(requests, TraceManner.usual(), port, (index, event) -> events.get(index).add(event),
                () -> false);
        for (int i = 0; i < 3; i++) {
            assertEquals(requests.get(i), traces.get(i).request());
            assertTrue(traces.get(i).reached());
            assertEquals(6, traces.get(i).hops().size());
            assertEquals(traces.get(i), TraceRecorder.fold(requests.get(i), events.get(i)));
        }
        assertTrue(port.nowNanos() - start < 300_000_000, "one wait for the silent hop, not three in a row");
        List<Integer> protocols = port.sent.stream().limit(9).map(packet -> PacketView.of(packet).protocol()).toList();
        assertEquals(List.of(1, 17, 6, 17, 6, 1, 6, 1, 17), protocols, "another one comes first at each hop");
        assertEquals(List.of(1, 1, 1, 2, 2, 2, 3, 3, 3), sentTtls(port).subList(0, 9));
    }

    @Test
    void onASharedPortARefusedTraceEndsAlone() throws Exception {
        PathPort port = new PathPort(false, 6);
        port.failAtSend = 2;
        List<TraceRequest> requests = Stream.of("icmp", "udp", "tcp-syn")
                .map(method -> TraceRequest.of("t", port.target, method)).toList();
        List<Trace> traces = Tracer.runAll(requests, TraceManner.usual(), port, (index, event) -> { }, () -> false);
        assertEquals(List.of(Trace.Status.DONE, Trace.Status.FAILED, Trace.Status.DONE), traces.stream().map(Trace::status).toList());
        assertTrue(traces.get(1).message().contains("Open the firewall"));
        assertTrue(traces.get(0).reached() && traces.get(2).reached());
    }
}
