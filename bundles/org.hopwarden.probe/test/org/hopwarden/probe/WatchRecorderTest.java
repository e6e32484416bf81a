package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.hopwarden.net.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchRecorderTest {

    private static final IpAddress TARGET = IpAddress.parse("203.0.113.9");
    private static final IpAddress A = IpAddress.parse("10.0.0.1");
    private static final IpAddress B = IpAddress.parse("10.0.0.2");
    private static final TraceRequest REQUEST = TraceRequest.of("t", TARGET, "icmp");
    private static final long SECOND = 1_000_000_000;

    private static Reply reply(int query, IpAddress from, long rttNanos) {
        return new Reply(query, from, rttNanos, ReplyKind.TIME_EXCEEDED, 11, 0, false, 60);
    }

    /** One hop that answers each second, from the address that is given for each round. */
    private static Watch answers(int rounds, IntFunction<IpAddress> from) {
        List<TraceEvent> events = new ArrayList<>(List.of(new TraceEvent.Started(REQUEST, A, Instant.EPOCH)));
        for (int round = 0; round < rounds; round++) {
            events.add(new TraceEvent.Sent(round * SECOND, 1, round));
            events.add(new TraceEvent.Replied(round * SECOND + 5, 1, reply(round, from.apply(round), 5)));
        }
        return WatchRecorder.fold(REQUEST, events);
    }

    /** RFC 3550, section 6.4.1, worked out by hand; mtr shows sixteen times as much. */
    @Test
    void jitterIsThatOfTheRfc() {
        RttStatistics.Sum sum = new RttStatistics.Sum();
        for (long rtt : new long[] { 1_600, 3_200, 1_600, 1_600 }) {
            sum.add(rtt);
        }
        RttStatistics rtt = sum.statistics();
        double first = 1_600 / 16.0;
        double second = first + (1_600 - first) / 16;
        assertEquals(second - second / 16, rtt.jitterNanos(), 1e-9);
        assertEquals(2_000, rtt.meanNanos(), 1e-9);
        assertEquals(800, rtt.deviationNanos(), 1e-9);
        assertEquals(List.of(4L, 1_600L, 1_600L, 3_200L), List.of(rtt.count(), rtt.lastNanos(), rtt.bestNanos(), rtt.worstNanos()));
    }

    @Test
    void aRouteThatChangesIsRecordedWithItsMoment() {
        Watch watch = answers(40, round -> round < 20 ? A : B);
        assertEquals(List.of(new RouteChange(20 * SECOND + 5, 20, 1, A, B)), watch.routeChanges());
        assertEquals(1, watch.routeChangeCount());
        assertEquals(0, watch.hops().getFirst().flaps());
        assertEquals(List.of(20L, 20L), watch.hops().getFirst().addresses().stream().map(each -> each.rtt().count()).toList());
    }

    @Test
    void aRouteThatChangesBackChangesTwice() {
        Watch watch = answers(60, round -> round < 20 || round >= 40 ? A : B);
        assertEquals(List.of(B, A), watch.routeChanges().stream().map(RouteChange::to).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = { 2, 3, 5 })
    void aBalancerByPacketIsNoChangeOfTheRoute(int everyNth) {
        Watch watch = answers(300, round -> round % everyNth == 0 ? B : A);
        assertEquals(List.of(), watch.routeChanges());
        assertTrue(watch.hops().getFirst().flaps() > 90, watch.toString());
    }

    @Test
    void aSingleStrayAnswerIsNoChangeOfTheRoute() {
        Watch watch = answers(50, round -> round == 25 ? B : A);
        assertEquals(List.of(), watch.routeChanges().stream().filter(change -> change.from().equals(A)).toList());
    }

    @Test
    void aLateAnswerTakesTheLossBack() {
        Watch watch = WatchRecorder.fold(REQUEST, List.of(new TraceEvent.Started(REQUEST, A, Instant.EPOCH),
                new TraceEvent.Sent(0, 1, 0), new TraceEvent.Lost(2 * SECOND, 1, 0),
                new TraceEvent.Replied(3 * SECOND, 1, reply(0, A, 3 * SECOND))));
        assertEquals(0, watch.hops().getFirst().lost());
        assertEquals(1, watch.hops().getFirst().received());
    }

    /** By the formula, with z = 1.96: 6 of 20 lost lie between 14.5 % and 51.9 %. */
    @Test
    void lossHasAWilsonInterval() {
        WatchedHop hop = new WatchedHop(1, 20, 14, 6, false, 0, RttStatistics.NONE, 0, List.of());
        assertEquals(0.145, hop.leastLossRatio(), 0.0005);
        assertEquals(0.519, hop.greatestLossRatio(), 0.0005);
        WatchedHop none = new WatchedHop(1, 20, 20, 0, false, 0, RttStatistics.NONE, 0, List.of());
        assertEquals(0, none.leastLossRatio(), 1e-12);
        assertEquals(0.161, none.greatestLossRatio(), 0.0005);
    }

    @Test
    void aWatchProbesEveryHopInEveryRoundAndSoonStopsAtTheEnd() throws Exception {
        PathPort port = new PathPort(false, 9);
        port.silent.addAll(List.of(3, 4));
        List<TraceEvent> events = new ArrayList<>();
        Watch watch = Watcher.run(new WatchRequest(TraceRequest.of("t", port.target, "icmp"), 25, Duration.ofMillis(100)), false, port,
                events::add, () -> false);
        assertEquals(watch, WatchRecorder.fold(watch.request(), events), "the result is the fold of the events");
        assertTrue(watch.reached());
        assertEquals(25, watch.rounds());
        assertEquals(9, watch.hops().size());
        for (WatchedHop hop : watch.hops()) {
            boolean silent = hop.ttl() == 3 || hop.ttl() == 4;
            assertEquals(25, hop.sent());
            assertEquals(silent ? 0 : 25, hop.received());
            assertEquals(silent ? 25 : 0, hop.lost());
            assertEquals(0, hop.forwardLossRatio());
            assertFalse(hop.limited());
            assertEquals(silent ? 0 : 2 * hop.ttl() * PathPort.HOP_NANOS, hop.rtt().meanNanos(), 1e-3);
        }
        assertTrue(port.sent.size() <= 25 * 9 + 3, port.sent.size() + " probes: at most three beyond the end");
    }

    /** The numbers on the wire are used again, and nothing grows. */
    @Test
    void aWatchOutlivesTheNumbersOfItsMethod() throws Exception {
        PathPort port = new PathPort(false, 7) {
            @Override
            public void send(java.lang.foreign.MemorySegment packet) throws org.hopwarden.packetio.PacketPortException {
                super.send(packet);
                sent.clear();
            }
        };
        int rounds = 12_000;
        Watch watch = Watcher.run(new WatchRequest(TraceRequest.of("t", port.target, "icmp"), rounds, Duration.ofMillis(20)), false,
                port, event -> { }, () -> false);
        assertTrue(watch.hops().stream().allMatch(hop -> hop.received() == rounds && hop.lost() == 0), watch.hops().toString());
    }

    @Test
    void aCancelledWatchKeepsWhatItKnows() throws Exception {
        PathPort port = new PathPort(false, 5);
        Watch watch = Watcher.run(new WatchRequest(TraceRequest.of("t", port.target, "udp"), 0, Duration.ofSeconds(1)), false, port,
                event -> { }, () -> port.nowNanos() > 15 * SECOND);
        assertEquals(Trace.Status.CANCELLED, watch.status());
        assertTrue(watch.rounds() >= 9 && watch.rounds() <= 11, watch.toString());
        assertTrue(watch.reached());
    }

    @Test
    void aPortThatFailsEndsTheWatchWithWhatIsKnown() throws Exception {
        PathPort port = new PathPort(false, 5);
        port.failAtSend = 60;
        Watch watch = Watcher.run(new WatchRequest(TraceRequest.of("t", port.target, "icmp"), 0, Duration.ofSeconds(1)), false, port,
                event -> { }, () -> false);
        assertEquals(Trace.Status.FAILED, watch.status());
        assertTrue(watch.message().contains("refused"), watch.message());
        assertEquals(5, watch.hops().size());
    }

    @Test
    void aPathThatGetsLongerIsFollowed() throws Exception {
        List<TraceEvent> events = new ArrayList<>(List.of(new TraceEvent.Started(REQUEST, A, Instant.EPOCH)));
        for (int round = 0; round < 20; round++) {
            for (int ttl = 1; ttl <= (round < 10 ? 2 : 3); ttl++) {
                boolean target = ttl == (round < 10 ? 2 : 3);
                events.add(new TraceEvent.Sent(round * SECOND, ttl, round));
                events.add(new TraceEvent.Replied(round * SECOND + 5, ttl, target
                        ? new Reply(round, TARGET, 5, ReplyKind.ECHO_REPLY, 0, 0, true, 60) : reply(round, ttl == 1 ? A : B, 5)));
            }
        }
        Watch watch = WatchRecorder.fold(REQUEST, events);
        assertEquals(3, watch.hops().size());
        assertEquals(List.of(new RouteChange(10 * SECOND + 5, 10, 2, TARGET, B)), watch.routeChanges());
    }
}
