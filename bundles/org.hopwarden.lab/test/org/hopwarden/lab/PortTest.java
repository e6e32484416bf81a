package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PortTest {

    private static final PacketSink IGNORE = (segment, offset, length, time, direction) -> { };
    private static final IpAddress A = IpAddress.parse("10.0.1.1");
    private static final IpAddress Z = IpAddress.parse("10.0.4.2");

    private final Topology topology = Wire.topology(Wire.CHAIN);
    private final ExecutorService other = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    private static MemorySegment ping(int sequence) {
        return PacketBuilder.echoRequest(IpHeader.of(A, Z, 64), 1, sequence, new byte[0]);
    }

    @Test
    void virtualTimeMovesOnlyWhileAPortWaits() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(topology);
        PacketPort port = network.viewpointPort();
        long start = port.nowNanos();
        assertTrue(start > 0);
        assertEquals(0, port.receive(IGNORE, start - 5), "a deadline that has passed does not wait");
        assertEquals(start, port.nowNanos());
        assertEquals(0, port.receive(IGNORE, start + 5_000_000_000L));
        assertEquals(start + 5_000_000_000L, port.nowNanos());
        port.send(ping(1));
        assertEquals(start + 5_000_000_000L, network.nowNanos());
        List<Long> times = new ArrayList<>();
        PacketSink note = (segment, offset, length, time, direction) -> times.add(time);
        assertEquals(1, port.receive(note, Long.MAX_VALUE), "first what was sent");
        assertEquals(1, port.receive(note, Long.MAX_VALUE), "then the reply, and not a moment longer");
        assertEquals(start + 5_030_000_000L, port.nowNanos());
        assertEquals(List.of(start + 5_000_000_000L, start + 5_030_000_000L), times);
    }

    @Test
    void aWaitThatCouldNeverEndIsRefused() {
        PacketPort port = SimulatedNetwork.of(topology).viewpointPort();
        var e = assertThrows(PacketPortException.class, () -> port.receive(IGNORE, Long.MAX_VALUE));
        assertTrue(e.getMessage().contains("never end"), e.getMessage());
    }

    @Test
    void portsUsedInTurnShareOneClockAndLoseNothing() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(topology);
        try (Wire left = new Wire(network, "a"); Wire right = new Wire(network, "z"); Wire second = new Wire(network, "a")) {
            left.send(ping(1));
            right.run(Duration.ofMillis(100));
            assertEquals(1, right.received().size());
            assertEquals(right.startNanos + 15_000_000, right.received().getFirst().timeNanos());
            left.run(Duration.ofMillis(1));
            assertEquals(left.startNanos + 30_000_000, left.only().timeNanos(), "stamped when it came, fetched later");
            second.run(Duration.ofMillis(1));
            assertEquals(left.all.size(), second.all.size(), "each port of a node gets everything");
        }
        assertEquals(0, network.statistics().overflows());
    }

    @Test
    void overlappingUseOfVirtualTimeIsRefused() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(topology);
        PacketPort first = network.port("a");
        PacketPort second = network.port("z");
        first.send(ping(1));
        AtomicBoolean asked = new AtomicBoolean();
        first.receive((segment, offset, length, time, direction) -> {
            // The first thread is inside its call now.
            Future<?> intruder = other.submit(() -> second.receive(IGNORE, 0));
            var e = assertThrows(ExecutionException.class, intruder::get);
            assertEquals(IllegalStateException.class, e.getCause().getClass());
            assertTrue(e.getCause().getMessage().contains("another thread"), e.getCause().getMessage());
            network.statistics();
            network.nowNanos();
            asked.set(true);
        }, Long.MAX_VALUE);
        assertTrue(asked.get());
        assertEquals(0, other.submit(() -> second.receive(IGNORE, 0)).get(), "one after the other is allowed");
    }

    @Test
    void aSinkMaySend() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(topology);
        PacketPort port = network.viewpointPort();
        List<Integer> lengths = new ArrayList<>();
        port.send(ping(1));
        long end = port.nowNanos() + 1_000_000_000;
        while (port.nowNanos() < end) {
            port.receive((segment, offset, length, time, direction) -> {
                lengths.add(length);
                if (lengths.size() < 10) {
                    try {
                        port.send(ping(lengths.size()));
                    } catch (PacketPortException e) {
                        throw new AssertionError(e);
                    }
                }
            }, end);
        }
        assertEquals(20, lengths.size(), "ten sent, ten answered");
    }

    @Test
    void whatASinkIsGivenCannotBeChanged() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(topology);
        PacketPort port = network.viewpointPort();
        port.send(ping(1));
        port.receive((segment, offset, length, time, direction) -> assertTrue(segment.isReadOnly()), Long.MAX_VALUE);
    }

    @Test
    void aClosedPortSaysSo() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(topology);
        PacketPort port = network.viewpointPort();
        port.close();
        port.close();
        assertThrows(PacketPortException.class, () -> port.send(ping(1)));
        assertThrows(PacketPortException.class, () -> port.sourceFor(Z));
        assertEquals(0, port.receive(IGNORE, Long.MAX_VALUE));
        assertEquals(0, network.statistics().sent());
    }

    @Test
    void localPortsAreGivenOutOnceAndComeBack() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(topology);
        PacketPort port = network.viewpointPort();
        PacketPort second = network.viewpointPort();
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            int number = (i % 2 == 0 ? port : second).reserveLocalPort(IpProtocol.UDP, A);
            assertTrue(number >= 1024 && number <= 65535);
            assertTrue(given.add(number), "port " + number + " was given out twice");
        }
        assertThrows(PacketPortException.class, () -> port.reserveLocalPort(IpProtocol.UDP, Z));
        assertThrows(IllegalArgumentException.class, () -> port.reserveLocalPort(IpProtocol.GRE, A));
        var full = assertThrows(PacketPortException.class, () -> {
            for (int i = 0; i < 70_000; i++) {
                port.reserveLocalPort(IpProtocol.TCP, A);
            }
        });
        assertFalse(full.remedy().isEmpty());
        port.close();
        second.reserveLocalPort(IpProtocol.TCP, A);
    }

    @Test
    void theHostAnswersNothingToAReservedUdpPort() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(topology);
        try (Wire wire = new Wire(network, "a")) {
            int reserved = wire.port.reserveLocalPort(IpProtocol.UDP, A);
            wire.send(PacketBuilder.udp(IpHeader.of(A, Z, 64), reserved, 7, new byte[1])).run();
            assertEquals(2, wire.all.size(), "the datagram and its reply");
            wire.send(PacketBuilder.udp(IpHeader.of(A, Z, 64), reserved + 1, 7, new byte[1])).run();
            assertEquals(5, wire.all.size(), "and here the host reports a closed port");
        }
    }

    @Test
    void namesAreLookedUp() {
        SimulatedNetwork network = SimulatedNetwork.of(
                Wire.topology(Wire.CHAIN.replace("name = \"z\"", "name = \"z\"\nnames = [\"www.example\"]")));
        List<IpAddress> addresses = List.of(Z, IpAddress.parse("2001:db8:4::2"));
        assertEquals(addresses, network.lookup("www.example"));
        assertEquals(addresses, network.lookup("WWW.Example."));
        assertEquals(addresses, network.lookup("z"));
        assertEquals(List.of(), network.lookup("y"));
        assertEquals(IpAddress.parse("10.255.0.2"), network.lookup("r2").getFirst());
        assertThrows(IllegalArgumentException.class, () -> network.port("nobody"));
    }

    @Test
    void inRealTimeWaitingWaits() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(topology, Pace.REAL_TIME);
        PacketPort port = network.viewpointPort();
        long begin = System.nanoTime();
        long start = port.nowNanos();
        port.send(ping(1));
        List<Long> times = new ArrayList<>();
        PacketSink note = (segment, offset, length, time, direction) -> times.add(time);
        while (times.size() < 2) {
            assertNotEquals(0, port.receive(note, start + 30_000_000_000L));
        }
        assertTrue(System.nanoTime() - begin >= 30_000_000, "the latency of the path and back");
        assertEquals(30_000_000, times.get(1) - times.get(0), "stamps are exact however late the thread is");
        long now = port.nowNanos();
        assertEquals(0, port.receive(IGNORE, now + 20_000_000));
        assertTrue(port.nowNanos() >= now + 20_000_000);
    }

    @Test
    void aFasterPaceTakesLess() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(topology, Pace.times(1000));
        PacketPort port = network.viewpointPort();
        long begin = System.nanoTime();
        long now = port.nowNanos();
        assertEquals(0, port.receive(IGNORE, now + 20_000_000_000L));
        assertTrue(System.nanoTime() - begin >= 20_000_000, "20 s at a thousand times the speed");
        assertTrue(port.nowNanos() >= now + 20_000_000_000L);
        assertThrows(IllegalArgumentException.class, () -> Pace.times(0));
        assertThrows(IllegalArgumentException.class, () -> Pace.times(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Pace(-1));
    }

    @Test
    void closingWakesAThreadThatWaitsInRealTime() throws Exception {
        PacketPort port = SimulatedNetwork.of(topology, Pace.REAL_TIME).viewpointPort();
        CountDownLatch started = new CountDownLatch(1);
        Future<Integer> waiting = other.submit(() -> {
            started.countDown();
            return port.receive(IGNORE, Long.MAX_VALUE);
        });
        started.await();
        port.close();
        assertEquals(0, waiting.get(30, TimeUnit.SECONDS));
    }

    @Test
    void anInterruptEndsTheWaitAndStaysVisible() throws Exception {
        PacketPort port = SimulatedNetwork.of(topology, Pace.REAL_TIME).viewpointPort();
        Future<Boolean> waiting = other.submit(() -> {
            Thread.currentThread().interrupt();
            assertThrows(PacketPortException.class, () -> port.receive(IGNORE, Long.MAX_VALUE));
            return Thread.interrupted();
        });
        assertTrue(waiting.get(30, TimeUnit.SECONDS));
    }

    @Test
    void onTheWallClockPortsWorkSideBySide() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(topology, Pace.times(20));
        List<Future<Integer>> all = new ArrayList<>();
        for (String node : List.of("a", "z", "r2", "r1")) {
            all.add(other.submit(() -> {
                int answered = 0;
                try (PacketPort port = network.port(node)) {
                    IpAddress target = node.equals("a") ? Z : A;
                    IpHeader ip = IpHeader.of(port.sourceFor(target), target, 64);
                    for (int i = 0; i < 50; i++) {
                        int sequence = i;
                        boolean[] mine = new boolean[1];
                        port.send(PacketBuilder.echoRequest(ip, node.hashCode() & 0xffff, sequence, new byte[0]));
                        long deadline = port.nowNanos() + 60_000_000_000L;
                        while (!mine[0] && port.receive((segment, offset, length, time, direction) -> mine[0] |=
                                direction == PacketSink.Direction.RECEIVED
                                        && segment.get(ValueLayout.JAVA_BYTE, offset + 20) == 0
                                        && (segment.get(ValueLayout.JAVA_BYTE, offset + 27) & 0xff)
                                        == sequence, deadline) > 0) {
                            continue;
                        }
                        answered += mine[0] ? 1 : 0;
                    }
                }
                return answered;
            }));
        }
        for (Future<Integer> each : all) {
            assertEquals(50, each.get());
        }
        Balance.check(network, "side by side");
    }
}
