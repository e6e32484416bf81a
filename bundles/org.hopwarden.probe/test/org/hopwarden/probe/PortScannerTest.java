package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.packetio.PacketSink.Direction;
import org.hopwarden.probe.PortScan.Hop;
import org.hopwarden.probe.PortScan.Port;
import org.hopwarden.probe.PortScan.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortScannerTest {

    private static final long HOP_NANOS = 2_000_000;
    private static final int DISTANCE = 5;

    /** A host behind four routers, on virtual time. */
    private static final class ScannedHost implements PacketPort {

        private record Arrival(long atNanos, int order, MemorySegment bytes) {
        }

        final IpAddress source;
        final IpAddress target;
        final boolean v6;
        Set<Integer> open = Set.of();
        /** Ports that the router at that hop drops, or answers for. */
        final Map<Integer, Integer> droppedAt = new HashMap<>();
        final Map<Integer, Integer> refusedAt = new HashMap<>();
        final Map<Integer, Integer> resetAt = new HashMap<>();
        double loss;
        /** So many packets pass in a millisecond, the others are lost. */
        int perMilli = Integer.MAX_VALUE;
        Random random = new Random(1);
        int sent;
        int forgeries;
        private long milli;
        private int inMilli;
        private final PriorityQueue<Arrival> queue = new PriorityQueue<>(
                Comparator.comparingLong(Arrival::atNanos).thenComparingInt(Arrival::order));
        private long now = 7_000_000_000L;
        private int order;
        private int reserved;

        ScannedHost(boolean v6) {
            this.v6 = v6;
            source = hop(0);
            target = v6 ? IpAddress.parse("2001:db8:ffff::1") : IpAddress.parse("203.0.113.9");
        }

        IpAddress hop(int hop) {
            return v6 ? IpAddress.parse("2001:db8::" + Integer.toHexString(hop + 1)) : IpAddress.parse("10.0." + hop + ".1");
        }

        @Override
        public long nowNanos() {
            return now;
        }

        @Override
        public IpAddress sourceFor(IpAddress destination) {
            return source;
        }

        @Override
        public int reserveLocalPort(int protocol, IpAddress local) {
            return 40_000 + reserved++;
        }

        @Override
        public void send(MemorySegment packet) {
            sent++;
            now += 1_000;
            PacketView syn = PacketView.of(MemorySegment.ofArray(packet.toArray(ValueLayout.JAVA_BYTE)));
            int port = syn.destinationPort();
            if (forgeries > 0) {
                deliver(1, PacketBuilder.tcp(IpHeader.of(target, source, 60), port, syn.sourcePort(), 1, syn.tcpSequence() + 2,
                        TcpFlags.SYN | TcpFlags.ACK, 100));
            }
            if (now / 1_000_000 != milli) {
                milli = now / 1_000_000;
                inMilli = 0;
            }
            if (random.nextDouble() < loss || ++inMilli > perMilli) {
                return;
            }
            for (int hop = 1; hop < DISTANCE; hop++) {
                if (hop == syn.ttl()) {
                    deliver(hop, PacketBuilder.icmpError(IpHeader.of(hop(hop), source, 255 - hop),
                            v6 ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED, 0, 0, syn));
                    return;
                }
                if (droppedAt.getOrDefault(port, 0) == hop) {
                    return;
                }
                if (refusedAt.getOrDefault(port, 0) == hop) {
                    deliver(hop, PacketBuilder.icmpError(IpHeader.of(hop(hop), source, 255 - hop),
                            v6 ? IcmpType.V6_UNREACHABLE : IcmpType.UNREACHABLE,
                            v6 ? IcmpType.V6_CODE_ADMIN_PROHIBITED : IcmpType.CODE_ADMIN_PROHIBITED, 0, syn));
                    return;
                }
                if (resetAt.getOrDefault(port, 0) == hop) {
                    answer(syn, hop, TcpFlags.RST | TcpFlags.ACK);
                    return;
                }
            }
            answer(syn, DISTANCE, open.contains(port) ? TcpFlags.SYN | TcpFlags.ACK : TcpFlags.RST | TcpFlags.ACK);
        }

        private void answer(PacketView syn, int hops, int flags) {
            deliver(hops, PacketBuilder.tcp(IpHeader.of(target, source, 64 - hops + 1), syn.destinationPort(), syn.sourcePort(),
                    99, syn.tcpSequence() + 1, flags, 100));
        }

        private void deliver(int hops, MemorySegment packet) {
            queue.add(new Arrival(now + hops * HOP_NANOS, order++, packet));
        }

        @Override
        public int receive(PacketSink sink, long deadlineNanos) {
            if (queue.isEmpty() || queue.peek().atNanos() > Math.max(deadlineNanos, now)) {
                now = Math.max(now, deadlineNanos);
                return 0;
            }
            Arrival first = queue.remove();
            now = Math.max(now, first.atNanos());
            sink.packet(first.bytes(), 0, (int) first.bytes().byteSize(), first.atNanos(), Direction.RECEIVED);
            return 1;
        }

        @Override
        public void close() {
            queue.clear();
        }
    }

    private static PortScanRequest request(ScannedHost host, int from, int to) {
        return PortScanRequest.of("t", host.target, IntStream.rangeClosed(from, to).boxed().toList());
    }

    private static Set<Integer> ports(PortScan scan, State state) {
        return scan.ports().stream().filter(port -> port.state() == state).map(Port::port).collect(Collectors.toSet());
    }

    private static Port port(PortScan scan, int number) {
        return scan.ports().stream().filter(port -> port.port() == number).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void tellsTheStatesApart(boolean v6) throws Exception {
        ScannedHost host = new ScannedHost(v6);
        host.open = Set.of(22, 80);
        host.droppedAt.put(25, 2);
        host.refusedAt.put(26, 3);
        host.resetAt.put(27, 2);
        PortScan scan = PortScanner.run(request(host, 20, 90).withTraces(), host, () -> false);
        assertEquals(Trace.Status.DONE, scan.status());
        assertEquals(Set.of(22, 80), ports(scan, State.OPEN));
        assertEquals(Set.of(25, 26), ports(scan, State.FILTERED));
        Port dropped = port(scan, 25);
        assertEquals("no-answer", dropped.reason());
        assertEquals(new Hop(2, host.hop(2)), dropped.lastHop().orElseThrow());
        assertEquals(new Hop(3, host.hop(3)), dropped.nextHop().orElseThrow());
        Port refused = port(scan, 26);
        assertEquals("admin-prohibited", refused.reason());
        assertEquals(host.hop(3), refused.answer().orElseThrow().reply().address());
        assertEquals(new Hop(3, host.hop(3)), refused.lastHop().orElseThrow());
        assertTrue(port(scan, 27).answer().orElseThrow().fromMiddleBox());
        assertEquals(2, port(scan, 27).answer().orElseThrow().hops());
        assertEquals(DISTANCE, port(scan, 80).answer().orElseThrow().hops());
        assertEquals(1, scan.ports().stream().filter(port -> port.answer().isPresent()
                && port.answer().get().fromMiddleBox()).count());
        assertEquals(DISTANCE, scan.path().size());
        assertEquals(host.sent, scan.probes());
    }

    @Test
    void theRateIsBounded() throws Exception {
        ScannedHost host = new ScannedHost(false);
        long start = host.nowNanos();
        PortScanRequest slow = new PortScanRequest("t", host.target, IntStream.rangeClosed(1, 300).boxed().toList(), 100, false,
                30, Optional.empty());
        PortScan scan = PortScanner.run(slow, host, () -> false);
        assertEquals(300, scan.probes());
        double seconds = (host.nowNanos() - start) / 1e9;
        assertTrue(seconds >= 2.9 && seconds <= 3.3, "300 probes at 100 a second on virtual time: " + seconds);
    }

    @Test
    void lossIsNotTakenForAFilter() throws Exception {
        long seed = new Random().nextLong();
        int wrong = 0;
        int runs = Boolean.getBoolean("hopwarden.full") ? 100 : 10;
        for (int run = 0; run < runs; run++) {
            ScannedHost host = new ScannedHost(false);
            host.open = Set.of(3, 500, 999);
            host.loss = 0.1;
            host.random = new Random(seed + run);
            PortScan scan = PortScanner.run(request(host, 1, 1000), host, () -> false);
            wrong += 1000 - scan.count(State.CLOSED) - (ports(scan, State.OPEN).equals(host.open) ? 3 : 0);
        }
        assertTrue(wrong <= runs, wrong + " of " + 1000 * runs + " ports were wrong at 10 % loss, seed " + seed);
    }

    /** Far more is sent than the way takes until the window has found out. */
    @Test
    void aNarrowWayIsNotTakenForAFilter() throws Exception {
        ScannedHost host = new ScannedHost(false);
        host.perMilli = 3;
        PortScanRequest fast = new PortScanRequest("t", host.target, IntStream.rangeClosed(1, 5000).boxed().toList(), 1_000_000,
                false, 30, Optional.empty());
        PortScan scan = PortScanner.run(fast, host, () -> false);
        assertEquals(5000, scan.count(State.CLOSED), () -> scan.count(State.FILTERED) + " filtered");
    }

    @Test
    void answersWithAWrongNumberAreForgeries() throws Exception {
        ScannedHost host = new ScannedHost(false);
        host.forgeries = 1;
        PortScan scan = PortScanner.run(request(host, 1, 20), host, () -> false);
        assertEquals(20, scan.count(State.CLOSED));
    }

    @Test
    void nothingAnswersEndsInAFewSeconds() throws Exception {
        ScannedHost host = new ScannedHost(true);
        IntStream.rangeClosed(1, 10).forEach(port -> host.droppedAt.put(port, 1));
        long start = host.nowNanos();
        PortScan scan = PortScanner.run(request(host, 1, 10).withTraces(), host, () -> false);
        assertEquals(10, scan.count(State.FILTERED));
        assertEquals(new Hop(1, host.hop(1)), port(scan, 7).lastHop().orElseThrow());
        assertTrue(port(scan, 7).nextHop().isEmpty(), "no port answers that could show the way");
        assertTrue(host.nowNanos() - start < 20_000_000_000L, "on virtual time");
    }

    @Test
    void cancelledAtOnceKeepsWhatIsKnown() throws Exception {
        ScannedHost host = new ScannedHost(false);
        PortScan scan = PortScanner.run(request(host, 1, 10), host, () -> true);
        assertEquals(Trace.Status.CANCELLED, scan.status());
        assertEquals(0, scan.probes());
    }

    @Test
    void requestsThatMakeNoSense() {
        IpAddress target = IpAddress.parse("192.0.2.1");
        assertThrows(IllegalArgumentException.class, () -> PortScanRequest.of("t", target, List.of()));
        assertThrows(IllegalArgumentException.class, () -> PortScanRequest.of("t", target, List.of(80, 80)));
        assertThrows(IllegalArgumentException.class, () -> PortScanRequest.of("t", target, List.of(65536)));
    }

    @Test
    void distancesAreGuessedFromTheTtl() {
        assertEquals(List.of(1, 4, 1, 20, 1, 56), IntStream.of(64, 61, 128, 109, 255, 200).map(PortStates::hops).boxed().toList());
    }
}
