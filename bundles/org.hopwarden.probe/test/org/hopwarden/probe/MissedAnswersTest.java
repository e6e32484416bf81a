package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;

import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.packetio.PacketSink.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host drops while it listens is not called lost on the path. */
class MissedAnswersTest {

    /** A path whose source host drops some of what comes in. */
    private static final class BusyHost extends PathPort {
        private final IntPredicate drops;
        private int arrived;
        private long missed;

        /** @param drops whether the answer of that number, counted from 1, is dropped */
        BusyHost(IntPredicate drops) {
            super(false, 5);
            this.drops = drops;
        }

        @Override
        public long missedPackets() {
            return missed;
        }

        @Override
        public int receive(PacketSink sink, long deadlineNanos) {
            return super.receive((segment, offset, length, time, direction) -> {
                if (direction == Direction.RECEIVED && drops.test(++arrived)) {
                    missed++;
                } else {
                    sink.packet(segment, offset, length, time, direction);
                }
            }, deadlineNanos);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "icmp", "udp", "udp-classic", "udp-dublin", "udp-dns", "tcp-syn", "tcp-ack" })
    void aProbeWhoseAnswerMayHaveBeenDroppedGoesOutOnceMore(String method) throws PacketPortException {
        for (String strategy : List.of("all-at-once", "classic", "backward")) {
            BusyHost port = new BusyHost(number -> number % 3 != 0);
            TraceManner manner = new TraceManner(TraceStrategies.get(strategy), false);
            Trace trace = Tracer.run(TraceRequest.of("target", port.target, method), manner, port, event -> { }, () -> false);
            assertTrue(trace.reached(), method + " " + strategy);
            assertEquals(5, trace.hops().size());
            assertTrue(port.missed > 5);
            boolean unproven = trace.hops().stream().anyMatch(hop -> hop.lost() > 0);
            assertEquals(unproven, !trace.message().isEmpty(), trace.message());
            assertEquals(trace.probes(), trace.beyondEnd() + trace.hops().stream().mapToInt(Hop::sent).sum());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void whatStaysUnansweredIsSaidToProveNothing(boolean busy) throws PacketPortException {
        PathPort port = new PathPort(false, 5) {
            private long missed;

            @Override
            public long missedPackets() {
                return busy ? missed += 10 : 0;
            }
        };
        port.silent.add(2);
        Trace trace = Tracer.run(TraceRequest.of("target", port.target, "icmp"), port, event -> { }, () -> false);
        assertEquals(List.of(0, 3, 0, 0, 0), trace.hops().stream().map(Hop::lost).toList());
        assertEquals(Trace.Status.DONE, trace.status());
        String message = busy ? "this host dropped \\d+ packets while it listened: that 3 probes were not answered proves no loss on the path"
                : "";
        assertTrue(trace.message().matches(message), trace.message());
    }

    @Test
    void aWatchDoesSoToo() throws PacketPortException {
        BusyHost port = new BusyHost(number -> number % 5 == 0);
        TraceRequest request = TraceRequest.of("target", port.target, "icmp");
        Watch watch = Watcher.run(new WatchRequest(request, 40, Duration.ofMillis(100)), false, port, event -> { }, () -> false);
        assertEquals(List.of(0.0, 0.0, 0.0, 0.0, 0.0), watch.hops().stream().map(WatchedHop::forwardLossRatio).toList());
        assertEquals(40 * 5, watch.hops().stream().mapToLong(WatchedHop::sent).sum());
    }
}
