package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketSink.Direction;

/** What {@link HostPortTest} runs in namespaces. */
final class HostPortChecks {

    private static final IpAddress LOCALHOST = IpAddress.parse("127.0.0.1");
    private static final IpAddress LOCALHOST_V6 = IpAddress.parse("::1");
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private record Seen(Direction direction, long timeNanos, PacketView packet) {
    }

    private HostPortChecks() {
    }

    static void echoOverIpv4() throws IOException {
        echo(LOCALHOST, IcmpType.ECHO_REQUEST, IcmpType.ECHO_REPLY);
    }

    static void echoOverIpv6() throws IOException {
        echo(LOCALHOST_V6, IcmpType.V6_ECHO_REQUEST, IcmpType.V6_ECHO_REPLY);
    }

    private static void echo(IpAddress to, int request, int reply) throws IOException {
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(to))) {
            assertEquals(to, port.sourceFor(to));
            long before = port.nowNanos();
            port.send(PacketBuilder.echoRequest(IpHeader.of(to, to, 64), 77, 5, new byte[20]));
            List<Seen> seen = collect(port, 4);
            long after = port.nowNanos();
            assertEquals(List.of(Direction.SENT, Direction.RECEIVED, Direction.SENT, Direction.RECEIVED),
                    seen.stream().map(Seen::direction).toList());
            assertEquals(List.of(request, request, reply, reply), seen.stream().map(s -> s.packet.icmpType()).toList());
            long last = before;
            for (Seen each : seen) {
                assertEquals(77, each.packet.icmpIdentifier());
                assertEquals(5, each.packet.icmpSequence());
                assertTrue(each.packet.isTransportChecksumValid());
                assertTrue(each.timeNanos >= last && each.timeNanos <= after, "stamps in order, on the port's clock");
                last = each.timeNanos;
            }
        }
    }

    /** Each packet of a batch is stamped on its own, and all leave in their order. */
    static void batchOfBothVersions() throws IOException {
        PacketBatch batch = new PacketBatch();
        for (int i = 0; i < 40; i++) {
            IpAddress to = i == 7 ? LOCALHOST_V6 : LOCALHOST;
            assertTrue(batch.add(PacketBuilder.udp(IpHeader.of(to, to, 64), 4000 + i, 9, new byte[i])));
        }
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(LOCALHOST))) {
            long before = port.nowNanos();
            assertEquals(7, port.send(batch, 0));
            assertEquals(1, port.send(batch, 7));
            assertEquals(32, port.send(batch, 8));
            assertEquals(0, port.send(batch, 40));
            // Each UDP packet goes out and comes in, and so does the error that answers it where the kernel's limit lets one pass.
            List<Seen> seen = new ArrayList<>();
            long deadline = port.nowNanos() + PATIENCE_NANOS;
            while (seen.size() < 39 && port.nowNanos() < deadline) {
                port.receive((segment, offset, length, time, direction) -> {
                    PacketView packet = PacketView.of(MemorySegment.ofArray(
                            segment.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE)));
                    if (packet.isUdp() && direction == Direction.SENT) {
                        seen.add(new Seen(direction, time, packet));
                    }
                }, deadline);
            }
            assertEquals(IntStream.range(0, 40).filter(i -> i != 7).mapToObj(i -> 4000 + i).toList(),
                    seen.stream().map(each -> each.packet.sourcePort()).toList());
            assertEquals(List.of(28, 29), seen.stream().limit(2).map(each -> each.packet.lengthBytes()).toList());
            long last = before;
            for (Seen each : seen) {
                assertTrue(each.timeNanos >= last, "stamps in order");
                last = each.timeNanos;
            }
        }
    }

    /** What the host refuses is named by the call that begins with it; what stands behind it can still be sent. */
    static void refusedInABatch() throws IOException {
        PacketBatch batch = new PacketBatch();
        for (String to : new String[] { "127.0.0.1", "192.0.2.1", "127.0.0.1" }) {
            assertTrue(batch.add(PacketBuilder.udp(IpHeader.of(LOCALHOST, IpAddress.parse(to), 64), 4000, 9, new byte[4])));
        }
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(LOCALHOST))) {
            assertEquals(1, port.send(batch, 0));
            PacketPortException refused = assertThrows(PacketPortException.class, () -> port.send(batch, 1));
            assertEquals(Reason.NO_ROUTE, refused.reason());
            assertTrue(refused.getMessage().contains("192.0.2.1"), refused.getMessage());
            assertEquals(1, port.send(batch, 2));
        }
    }

    /** Waits for so many packets, and a little longer for any that should not come. */
    private static List<Seen> collect(PacketPort port, int count) throws PacketPortException {
        return collect(port, count, packet -> true);
    }

    private static List<Seen> collect(PacketPort port, int count, Predicate<PacketView> wanted) throws PacketPortException {
        List<Seen> seen = new ArrayList<>();
        PacketSink sink = (segment, offset, length, time, direction) -> {
            MemorySegment copy = MemorySegment.ofArray(segment.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE));
            PacketView packet = PacketView.of(copy);
            assertTrue(packet.isValid());
            if (wanted.test(packet)) {
                seen.add(new Seen(direction, time, packet));
            }
        };
        long deadline = port.nowNanos() + PATIENCE_NANOS;
        while (seen.size() < count && port.nowNanos() < deadline) {
            port.receive(sink, deadline);
        }
        long extra = port.nowNanos() + 50_000_000;
        while (port.nowNanos() < extra) {
            port.receive(sink, extra);
        }
        assertEquals(count, seen.size(), () -> seen.toString());
        return seen;
    }

    static void filterKeepsUnrelatedTrafficOut() throws IOException {
        IpAddress target = IpAddress.parse("127.0.0.5");
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(target));
                ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                ServerSocket server6 = new ServerSocket(0, 5, InetAddress.getByName("::1"));
                DatagramSocket sink = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
                DatagramSocket sender = new DatagramSocket()) {
            new Socket(server.getInetAddress(), server.getLocalPort()).close();
            new Socket(server6.getInetAddress(), server6.getLocalPort()).close();
            for (int i = 0; i < 100; i++) {
                sender.send(new DatagramPacket(new byte[10], 10, sink.getLocalSocketAddress()));
            }
            port.send(PacketBuilder.raw(IpHeader.of(LOCALHOST, target, 64), 253, new byte[8]));
            port.send(PacketBuilder.tcp(IpHeader.of(LOCALHOST, LOCALHOST, 64), 4000, 9, 1, 0, 2, 1000));
            // What quotes a packet to another host.
            port.send(timeExceeded(PacketBuilder.udp(IpHeader.of(LOCALHOST, LOCALHOST, 1), 4000, 9, new byte[4])));
            // Only this passes, once out and once in, and as they come in the ICMP errors that answer it and the unknown protocol.
            port.send(PacketBuilder.udp(IpHeader.of(LOCALHOST, target, 64), 4000, 9, new byte[4]));
            List<Seen> seen = collect(port, 4);
            assertEquals(2, seen.stream().filter(s -> s.packet.isUdp() && s.packet.destination().equals(target)).count());
            assertEquals(2, seen.stream().filter(s -> s.packet.isIcmpError() && s.direction == Direction.RECEIVED).count());
        }
    }

    private static MemorySegment timeExceeded(MemorySegment about) {
        PacketView quoted = PacketView.of(about);
        IpAddress router = quoted.isV4() ? IpAddress.parse("127.0.0.9") : IpAddress.parse("2001:db8::9");
        IpAddress host = quoted.isV4() ? LOCALHOST : LOCALHOST_V6;
        return PacketBuilder.icmpError(IpHeader.of(router, host, 64), quoted.isV4() ? IcmpType.TIME_EXCEEDED : IcmpType.V6_TIME_EXCEEDED,
                0, 0, quoted);
    }

    /** Once local ports are reserved, forged answers to others take no room. */
    static void filterKeepsForgedAnswersOut() throws IOException {
        answersToLocalPorts(LOCALHOST, IpAddress.parse("127.0.0.5"), IpAddress.parse("127.0.0.6"));
        answersToLocalPorts(LOCALHOST_V6, IpAddress.parse("2001:db8::5"), IpAddress.parse("2001:db8::6"));
    }

    private static void answersToLocalPorts(IpAddress local, IpAddress target, IpAddress nat) throws IOException {
        int icmp = local.isV4() ? IpProtocol.ICMP : IpProtocol.ICMPV6;
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(target)); PacketPort other = PacketPorts.openHost(new TraceFilter(nat))) {
            int udp = port.reserveLocalPort(IpProtocol.UDP, local);
            int tcp = port.reserveLocalPort(IpProtocol.TCP, local);
            int connection = tcp ^ 1;
            port.expectLocalPort(IpProtocol.TCP, local, connection);
            int echo = port.reserveLocalPort(icmp, local);
            List<MemorySegment> answers = new ArrayList<>();
            for (int wrong = 0; wrong <= 2; wrong += 2) {
                IpHeader probe = IpHeader.of(local, target, 1);
                IpHeader reply = IpHeader.of(target, local, 64);
                answers.add(timeExceeded(PacketBuilder.udp(probe, udp ^ wrong, 33434, new byte[9])));
                answers.add(timeExceeded(PacketBuilder.tcp(probe, tcp ^ wrong, 80, 1, 0, 2, 1000)));
                answers.add(timeExceeded(PacketBuilder.tcp(probe, connection ^ wrong, 80, 1, 0, 2, 1000)));
                answers.add(timeExceeded(PacketBuilder.echoRequest(probe, echo ^ wrong, 1, new byte[9])));
                // Behind a NAT a router quotes the NAT's address and port.
                answers.add(timeExceeded(PacketBuilder.udp(IpHeader.of(wrong == 0 ? nat : local, target, 1), udp ^ 2, 33434, new byte[9])));
                answers.add(PacketBuilder.udp(reply, 33434, udp ^ wrong, new byte[9]));
                answers.add(PacketBuilder.tcp(reply, 80, tcp ^ wrong, 1, 0, 2, 1000));
                answers.add(PacketBuilder.tcp(reply, 80, connection ^ wrong, 1, 0, 2, 1000));
                answers.add(PacketBuilder.echoReply(reply, echo ^ wrong, 1, new byte[9]));
            }
            for (MemorySegment answer : answers) {
                other.send(answer);
            }
            // On loopback all leaves here as well, and this host answers.
            List<PacketView> expected = answers.subList(0, answers.size() / 2).stream().map(PacketView::of).toList();
            List<Seen> seen = new ArrayList<>();
            long deadline = port.nowNanos() + PATIENCE_NANOS;
            int[] last = { 0 };
            // The last packet that passes closes the row.
            MemorySegment closing = PacketBuilder.udp(IpHeader.of(target, local, 64), 33434, udp, new byte[99]);
            other.send(closing);
            while (last[0] == 0 && port.nowNanos() < deadline) {
                port.receive((segment, offset, length, time, direction) -> {
                    PacketView packet = PacketView.of(MemorySegment.ofArray(segment.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE)));
                    if (direction == Direction.RECEIVED && length == closing.byteSize()) {
                        last[0]++;
                    } else if (direction == Direction.RECEIVED && !packet.source().equals(local)) {
                        seen.add(new Seen(direction, time, packet));
                    }
                }, deadline);
            }
            assertEquals(expected.stream().map(PacketView::toString).toList(), seen.stream().map(each -> each.packet.toString()).toList());
            assertEquals(0, port.missedPackets());
        }
    }

    /** What finds no room in the buffer is counted. */
    static void missedPacketsAreCounted() throws IOException {
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(LOCALHOST))) {
            MemorySegment large = PacketBuilder.udp(IpHeader.of(LOCALHOST, LOCALHOST, 64), 4000, 9, new byte[60_000]);
            for (int i = 0; i < 2_000; i++) {
                port.send(large);
            }
            long missed = port.missedPackets();
            assertTrue(missed > 0);
            int[] taken = { 0 };
            while (port.receive((segment, offset, length, time, direction) -> taken[0] += PacketView.of(segment.asSlice(offset, length))
                    .isUdp() ? 1 : 0, 0) > 0) {
                assertTrue(taken[0] <= 4_000);
            }
            assertTrue(taken[0] < 4_000 && taken[0] + missed >= 4_000, taken[0] + " taken, " + missed + " missed");
            assertEquals(missed, port.missedPackets());
        }
    }

    static void closeWakesAWaitingReceive() throws IOException, InterruptedException {
        PacketPort port = PacketPorts.openHost(new TraceFilter(LOCALHOST));
        CompletableFuture<Integer> received = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().daemon().start(() -> {
            try {
                received.complete(port.receive((segment, offset, length, time, direction) -> {
                }, Long.MAX_VALUE));
            } catch (PacketPortException e) {
                received.completeExceptionally(e);
            }
        });
        while (waiting.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        Thread.sleep(100);
        port.close();
        assertEquals(0, received.join());
    }

    static void closedPortIsHarmless() throws IOException {
        PacketPort port = PacketPorts.openHost(new TraceFilter(LOCALHOST));
        MemorySegment echo = PacketBuilder.echoRequest(IpHeader.of(LOCALHOST, LOCALHOST, 64), 1, 1, new byte[4]);
        port.send(echo);
        int[] calls = { 0 };
        int count = port.receive((segment, offset, length, time, direction) -> {
            calls[0]++;
            port.close();
        }, port.nowNanos() + PATIENCE_NANOS);
        assertEquals(1, count, "a sink may close its port, and then gets no more");
        assertEquals(1, calls[0]);
        port.close();
        assertTrue(port.nowNanos() > 0);
        assertEquals(0, port.receive((segment, offset, length, time, direction) -> {
        }, Long.MAX_VALUE));
        assertEquals("the port is closed", assertThrows(PacketPortException.class, () -> port.send(echo)).getMessage());
    }

    static void waitsUntilTheDeadline() throws IOException {
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(LOCALHOST))) {
            PacketSink none = (segment, offset, length, time, direction) -> {
                throw new AssertionError("nothing was sent");
            };
            long deadline = port.nowNanos() + 20_000_000;
            assertEquals(0, port.receive(none, deadline));
            assertTrue(port.nowNanos() >= deadline);
            assertEquals(0, port.receive(none, 0));
            assertEquals(0, port.receive(none, Long.MIN_VALUE));
        }
    }

    static void largestPacket() throws IOException {
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(LOCALHOST))) {
            IpHeader header = IpHeader.of(LOCALHOST, LOCALHOST, 64);
            port.send(PacketBuilder.echoRequest(header, 1, 1, new byte[65535 - 28]));
            assertEquals(65535, collect(port, 4).getLast().packet.lengthBytes());
            assertThrows(IllegalArgumentException.class, () -> port.send(MemorySegment.ofArray(new byte[0])));
            assertThrows(IllegalArgumentException.class, () -> port.send(MemorySegment.ofArray(new byte[] { 0x45 })));
            assertThrows(IllegalArgumentException.class, () -> port.send(MemorySegment.ofArray(new byte[100])));
        }
    }

    static void reservesPorts() throws IOException {
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(LOCALHOST))) {
            for (IpAddress local : List.of(LOCALHOST, LOCALHOST_V6)) {
                int udp = port.reserveLocalPort(IpProtocol.UDP, local);
                assertTrue(udp >= 1024 && udp <= 65535);
                assertNotEquals(udp, port.reserveLocalPort(IpProtocol.UDP, local));
                assertThrows(BindException.class, () -> new DatagramSocket(udp, local.toInetAddress()));
                int tcp = port.reserveLocalPort(IpProtocol.TCP, local);
                assertThrows(BindException.class, () -> new ServerSocket(tcp, 5, local.toInetAddress()));
            }
            PacketPortException e = assertThrows(PacketPortException.class,
                    () -> port.reserveLocalPort(IpProtocol.UDP, IpAddress.parse("192.0.2.77")));
            assertTrue(e.getMessage().contains("192.0.2.77") && !e.remedy().isEmpty());
        }
    }

    static void noRoute() throws IOException {
        IpAddress far = IpAddress.parse("203.0.113.7");
        IpAddress far6 = IpAddress.parse("2001:db8::7");
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(far))) {
            for (IpAddress each : List.of(far, far6, IpAddress.parse("fe80::1"), IpAddress.parse("0.0.0.0"))) {
                PacketPortException e = assertThrows(PacketPortException.class, () -> port.sourceFor(each));
                assertEquals(Reason.NO_ROUTE, e.reason(), e.getMessage());
                assertTrue(e.getMessage().contains(each.toString()) && !e.remedy().isEmpty(), e.getMessage());
            }
            refused(port, LOCALHOST, far, Reason.NO_ROUTE, "no route");
            refused(port, LOCALHOST_V6, far6, Reason.NO_ROUTE, "no route");
        }
    }

    private static void refused(PacketPort port, IpAddress from, IpAddress to, Reason reason, String words) {
        PacketPortException e = assertThrows(PacketPortException.class,
                () -> port.send(PacketBuilder.echoRequest(IpHeader.of(from, to, 64), 1, 1, new byte[4])));
        assertEquals(reason, e.reason(), e.getMessage());
        assertTrue(e.getMessage().contains(words) && e.getMessage().contains(to.toString()), e.getMessage());
        assertTrue(!e.remedy().isEmpty(), e.getMessage());
    }

    static void routesThatRefuse() throws IOException {
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(LOCALHOST))) {
            refused(port, LOCALHOST, IpAddress.parse("10.2.0.1"), Reason.REFUSED, "prohibit");
            for (String each : List.of("10.2.0.1", "10.3.0.1", "10.4.0.1")) {
                assertEquals(Reason.NO_ROUTE,
                        assertThrows(PacketPortException.class, () -> port.sourceFor(IpAddress.parse(each))).reason());
            }
        }
    }

    static void interfaceGoesDownAndVanishes() throws IOException, InterruptedException {
        IpAddress source = IpAddress.parse("10.1.1.1");
        IpAddress neighbour = IpAddress.parse("10.1.1.2");
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(neighbour))) {
            port.send(PacketBuilder.echoRequest(IpHeader.of(source, neighbour, 64), 1, 1, new byte[4]));
            ip("link", "set", "left", "down");
            refused(port, source, neighbour, Reason.NO_ROUTE, "no route");
            ip("link", "set", "left", "up");
            CompletableFuture<Void> deleted = CompletableFuture.runAsync(() -> ip("link", "del", "left"));
            assertEquals(0, port.receive((segment, offset, length, time, direction) -> {
            }, port.nowNanos() + 300_000_000));
            deleted.join();
            refused(port, source, neighbour, Reason.NO_ROUTE, "no route");
            assertEquals(Reason.NO_ROUTE,
                    assertThrows(PacketPortException.class, () -> port.sourceFor(neighbour)).reason());
        }
    }

    private static void ip(String... words) {
        List<String> line = new ArrayList<>(List.of("ip"));
        line.addAll(List.of(words));
        try {
            assertEquals(0, new ProcessBuilder(line).inheritIO().start().waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void localFirewallIsNamed() throws IOException {
        try (PacketPort port = PacketPorts.openHost(new TraceFilter(LOCALHOST))) {
            refused(port, LOCALHOST, IpAddress.parse("127.0.0.9"), Reason.REFUSED, "firewall");
            refused(port, LOCALHOST_V6, LOCALHOST_V6, Reason.REFUSED, "firewall");
            // What the firewall eats on the way in is seen all the same.
            port.send(PacketBuilder.echoRequest(IpHeader.of(LOCALHOST, LOCALHOST, 64), 1, 1, new byte[4]));
            assertEquals(IcmpType.ECHO_REPLY, collect(port, 4).getLast().packet.icmpType());
        }
    }

    static void noRights() {
        for (IpAddress target : List.of(LOCALHOST, LOCALHOST_V6)) {
            PacketPortException e = assertThrows(PacketPortException.class,
                    () -> PacketPorts.openHost(new TraceFilter(target)).close());
            assertEquals(Reason.NO_RIGHTS, e.reason());
            assertTrue(e.getMessage().contains("no right"), e.getMessage());
            assertTrue(e.remedy().contains("sudo ./hopwarden trace"), e.remedy());
            assertTrue(e.remedy().contains("--ambient-caps=+net_raw"), e.remedy());
        }
    }

    static void interfacesAreListed() throws IOException {
        List<NetworkInterfaces.Interface> all = NetworkInterfaces.list();
        NetworkInterfaces.Interface lo = all.getFirst();
        assertEquals("lo", lo.name());
        assertTrue(lo.loopback() && lo.up() && lo.mac().isEmpty());
        assertEquals("[127.0.0.1/8, ::1/128]", lo.addresses().toString());
        NetworkInterfaces.Interface left = named(all, "left");
        assertEquals("02:00:00:00:00:07", left.mac());
        assertEquals(1400, left.mtuBytes());
        assertTrue(left.up() && !left.carrier() && !left.loopback());
        assertEquals("[10.1.1.1/24, 10.1.1.9/28, fd00:1::1/64]", left.addresses().toString());
        NetworkInterfaces.Interface right = named(all, "right");
        assertTrue(!right.up() && !right.carrier() && right.addresses().isEmpty() && right.index() > lo.index());
    }

    private static NetworkInterfaces.Interface named(List<NetworkInterfaces.Interface> all, String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }
}
