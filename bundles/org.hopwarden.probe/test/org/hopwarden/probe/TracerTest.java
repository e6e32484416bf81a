package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracerTest {

    private static Stream<Arguments> methods() {
        return Stream.of("icmp", "udp", "tcp-syn").flatMap(method -> Stream.of(false, true)
                .map(v6 -> Arguments.of(method, v6)));
    }

    private static Trace trace(String method, PathPort port) throws PacketPortException {
        return trace(TraceRequest.of("target", port.target, method), port);
    }

    private static Trace trace(TraceRequest request, PathPort port) throws PacketPortException {
        List<TraceEvent> events = new ArrayList<>();
        Trace trace = Tracer.run(request, port, events::add, () -> false);
        assertEquals(trace, TraceRecorder.fold(request, events), "the result is the fold of the events");
        assertEquals(trace.probes(), trace.beyondEnd() + trace.hops().stream().mapToInt(Hop::sent).sum());
        return trace;
    }

    /** The address of each hop, a star for a silent one. */
    private static List<String> path(Trace trace) {
        return trace.hops().stream().map(hop -> hop.isSilent() ? "*" : hop.addresses().stream().map(IpAddress::toString)
                .collect(Collectors.joining("|"))).toList();
    }

    private static List<String> expected(PathPort port, boolean v6, int hops) {
        return IntStream.rangeClosed(1, hops).mapToObj(hop -> port.silent.contains(hop) ? "*"
                : hop == port.distance ? port.target.toString() : PathPort.router(v6, hop).toString()).toList();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void findsEachHopAndEndsAtTheTarget(String method, boolean v6) throws Exception {
        PathPort port = new PathPort(v6, 7);
        Trace trace = trace(method, port);
        assertTrue(trace.reached());
        assertEquals(Trace.Status.DONE, trace.status());
        assertEquals(expected(port, v6, 7), path(trace));
        for (Hop hop : trace.hops()) {
            assertEquals(0, hop.lost());
            assertEquals(3, hop.replies().size());
            for (Reply reply : hop.replies()) {
                assertEquals(2 * hop.ttl() * PathPort.HOP_NANOS, reply.rttNanos(), "from the stamp of leaving");
                assertEquals(64 - hop.ttl(), reply.ttl());
            }
        }
        ReplyKind last = switch (method) {
            case "icmp" -> ReplyKind.ECHO_REPLY;
            case "udp" -> ReplyKind.UNREACHABLE;
            default -> ReplyKind.RST;
        };
        assertEquals(last, trace.hops().getLast().replies().getFirst().kind());
        assertEquals(ReplyKind.TIME_EXCEEDED, trace.hops().getFirst().replies().getFirst().kind());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void allProbesOfATraceAreOneFlow(String method, boolean v6) throws Exception {
        PathPort port = new PathPort(v6, 9);
        trace(method, port);
        Set<String> flows = port.sent.stream().map(PacketView::of)
                .map(probe -> probe.source() + " " + probe.destination() + " " + probe.sourcePort() + " "
                        + probe.destinationPort() + " " + (probe.isIcmp() ? probe.transportChecksum() + " "
                                + probe.icmpIdentifier() : ""))
                .collect(Collectors.toSet());
        assertEquals(1, flows.size(), flows.toString());
        assertTrue(port.sent.stream().map(PacketView::of).allMatch(PacketView::isTransportChecksumValid));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void silentHopsStandBetweenTheOthers(String method, boolean v6) throws Exception {
        PathPort port = new PathPort(v6, 8);
        port.silent.addAll(Set.of(1, 4, 5, 7));
        Trace trace = trace(method, port);
        assertEquals(expected(port, v6, 8), path(trace));
        assertTrue(trace.reached());
        assertEquals(3, trace.hops().get(6).lost());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void behindABlackHoleSilentHopsStandUpToTheLastTtl(String method, boolean v6) throws Exception {
        PathPort port = new PathPort(v6, 12);
        port.blackHoleBehind = 5;
        long start = port.nowNanos();
        Trace trace = trace(TraceRequest.of("t", port.target, method).withMaxTtl(20), port);
        assertFalse(trace.reached());
        assertEquals(20, trace.hops().size());
        assertEquals(expected(port, v6, 5), path(trace).subList(0, 5));
        assertTrue(path(trace).subList(5, 20).stream().allMatch("*"::equals));
        assertTrue(trace.hops().stream().skip(5).allMatch(hop -> hop.lost() == 3));
        assertTrue(port.nowNanos() - start < 2_500_000_000L, "2.5 s of the path's own time");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aRefusalEndsThePathButIsNotTheTarget(String method, boolean v6) throws Exception {
        PathPort port = new PathPort(v6, 12);
        port.refusingHop = 4;
        port.refusingCode = v6 ? IcmpType.V6_CODE_ADMIN_PROHIBITED : IcmpType.CODE_ADMIN_PROHIBITED;
        Trace trace = trace(method, port);
        assertFalse(trace.reached());
        assertEquals(5, trace.hops().size());
        assertEquals(PathPort.router(v6, 4), trace.hops().get(4).addresses().getFirst());
        assertEquals(ReplyKind.ADMIN_PROHIBITED, trace.hops().get(4).replies().getFirst().kind());
        assertEquals(ReplyKind.TIME_EXCEEDED, trace.hops().get(3).replies().getFirst().kind());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void portUnreachableFromAFilterOnTheWayIsNotTheTarget(boolean v6) throws Exception {
        PathPort port = new PathPort(v6, 9);
        port.refusingHop = 3;
        port.refusingCode = v6 ? IcmpType.V6_CODE_PORT : IcmpType.CODE_PORT;
        assertFalse(trace("udp", port).reached());
        assertFalse(trace("tcp-syn", port).reached());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 3 })
    void anAnswerOverUdpIsGivenToTheRightHop(int silentBeforeTheEnd) throws Exception {
        PathPort port = new PathPort(false, 8);
        port.portOpen = true;
        for (int hop = 8 - silentBeforeTheEnd; hop < 8; hop++) {
            port.silent.add(hop);
        }
        Trace trace = trace(TraceRequest.of("t", port.target, "udp").withPort(53), port);
        assertTrue(trace.reached());
        assertEquals(expected(port, false, 8), path(trace));
        Hop last = trace.hops().getLast();
        assertEquals(0, last.lost());
        assertTrue(last.replies().stream().allMatch(reply -> reply.kind() == ReplyKind.UDP_REPLY));
        assertTrue(last.replies().stream().allMatch(reply -> reply.rttNanos() == 16 * PathPort.HOP_NANOS), last.toString());
    }

    @Test
    void anOpenTcpPortAnswersWithSynAck() throws Exception {
        PathPort port = new PathPort(false, 3);
        port.portOpen = true;
        assertEquals(ReplyKind.SYN_ACK, trace("tcp-syn", port).hops().getLast().replies().getFirst().kind());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aTargetThatIsTheFirstHop(String method, boolean v6) throws Exception {
        Trace trace = trace(method, new PathPort(v6, 1));
        assertEquals(1, trace.hops().size());
        assertTrue(trace.reached());
    }

    @Test
    void aLateReplyBeforeTheEndTakesTheLossBack() throws Exception {
        PathPort port = new PathPort(false, 20);
        port.silent.add(2);
        port.extraNanos = ttl -> ttl == 3 ? 240_000_000 : 0;
        Trace trace = trace("icmp", port);
        assertEquals(0, trace.hops().get(2).lost());
        assertEquals(3, trace.hops().get(2).replies().size());
        assertEquals(3, trace.hops().get(1).lost());
    }

    @Test
    void duplicatesCountOnce() throws Exception {
        PathPort port = new PathPort(false, 4);
        port.duplicateReplies = true;
        assertTrue(trace("icmp", port).hops().stream().allMatch(hop -> hop.replies().size() == 3));
    }

    @Test
    void aPortThatFailsEndsTheTraceWithWhatIsKnown() throws Exception {
        PathPort port = new PathPort(false, 4);
        port.failAtSend = 14;
        Trace trace = trace(TraceRequest.of("t", port.target, "icmp").withMaxTtl(4).withQueries(10), port);
        assertEquals(Trace.Status.FAILED, trace.status());
        assertTrue(trace.message().contains("refused") && trace.message().contains("Open the firewall"), trace.message());
        assertTrue(trace.reached());
    }

    @Test
    void aCancelledTraceKeepsWhatItKnows() throws Exception {
        PathPort port = new PathPort(false, 9);
        port.blackHoleBehind = 3;
        TraceRequest request = TraceRequest.of("t", port.target, "udp");
        List<TraceEvent> events = new ArrayList<>();
        Trace trace = Tracer.run(request, port, events::add, () -> port.nowNanos() > 5_100_000_000L);
        assertEquals(Trace.Status.CANCELLED, trace.status());
        assertEquals(expected(port, false, 3), path(trace).subList(0, 3));
        assertTrue(port.nowNanos() < 5_200_000_000L);
    }

    @Test
    void anUnknownMethodIsRefusedByNameWithThoseThereAre() {
        PathPort port = new PathPort(false, 4);
        var e = assertThrows(IllegalArgumentException.class,
                () -> Tracer.run(TraceRequest.of("t", port.target, "warp"), port, event -> { }, () -> false));
        assertTrue(e.getMessage().contains("'warp'") && e.getMessage().contains("icmp, udp, "), e.getMessage());
    }

    @Test
    void foreignAndForgedPacketsChangeNothing() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (String method : List.of("icmp", "udp", "tcp-syn")) {
            PathPort port = new PathPort(false, 5);
            for (int i = 0; i < 2_000; i++) {
                port.inject(forged(random, port));
            }
            Trace trace = trace(method, port);
            assertEquals(expected(port, false, 5), path(trace), "seed " + seed);
            assertTrue(trace.hops().stream().allMatch(hop -> hop.replies().size() == 3), "seed " + seed);
        }
    }

    private static byte[] forged(Random random, PathPort port) {
        IpAddress other = IpAddress.v4(random.nextInt());
        IpHeader in = IpHeader.of(other, port.source, 50);
        PacketView quote = PacketView.of(switch (random.nextInt(3)) {
            case 0 -> PacketBuilder.echoRequest(IpHeader.of(port.source, other, 1), random.nextInt(0x10000), 1, new byte[8]);
            case 1 -> PacketBuilder.udp(IpHeader.of(port.source, port.target, 1), random.nextInt(0x8000), 33434, new byte[8]);
            default -> PacketBuilder.tcp(IpHeader.of(port.source, port.target, 1), random.nextInt(0x8000), 80, 1, 0, 2, 0);
        });
        byte[] packet = PacketBuilder.icmpError(in, IcmpType.TIME_EXCEEDED, 0, 0, quote).toArray(ValueLayout.JAVA_BYTE);
        if (random.nextBoolean()) {
            packet = java.util.Arrays.copyOf(packet, random.nextInt(packet.length));
        }
        return packet.length == 0 ? new byte[] { 0x45 } : packet;
    }

    @Test
    void aRedirectIsNoReply() throws Exception {
        PathPort port = new PathPort(false, 3);
        port.blackHoleBehind = 0;
        List<TraceEvent> events = new ArrayList<>();
        TraceRequest request = TraceRequest.of("t", port.target, "udp").withMaxTtl(3).withQueries(1);
        Trace trace = Tracer.run(request, port, event -> {
            events.add(event);
            if (event instanceof TraceEvent.Sent) {
                MemorySegment probe = port.sent.getLast();
                port.inject(PacketBuilder.icmpError(IpHeader.of(PathPort.router(false, 1), port.source, 64), IcmpType.REDIRECT,
                        1, 0, PacketView.of(probe)).toArray(ValueLayout.JAVA_BYTE));
            }
        }, () -> false);
        assertTrue(trace.hops().stream().allMatch(Hop::isSilent));
    }

    @Test
    void aMethodWithoutRightsIsLeftOutWhileAnotherIsThere() throws PacketPortException {
        PathPort port = new PathPort(false, 3) {
            @Override
            public int reserveLocalPort(int protocol, IpAddress local) throws PacketPortException {
                if (protocol == IpProtocol.ICMP) {
                    throw new PacketPortException(PacketPortException.Reason.NO_RIGHTS, "no ping", "ask");
                }
                return super.reserveLocalPort(protocol, local);
            }
        };
        TraceRequest icmp = TraceRequest.of("target", port.target, "icmp");
        List<Trace> traces = Tracer.runAll(List.of(icmp, TraceRequest.of("target", port.target, "udp")), TraceManner.usual(), port,
                (index, event) -> { }, () -> false);
        assertEquals(List.of("udp"), traces.stream().map(trace -> trace.request().method()).toList());
        assertTrue(traces.getFirst().reached());
        PacketPortException alone = assertThrows(PacketPortException.class, () -> trace(icmp, port));
        assertEquals(PacketPortException.Reason.NO_RIGHTS, alone.reason());
    }

    /** Three probes are too few for "limited", but enough to say where no loss shows. */
    @Test
    void aHopThatAnswersLessThanThoseBehindIsTold() throws PacketPortException {
        PathPort port = new PathPort(false, 5) {
            private int asked;

            @Override
            public void send(MemorySegment packet) throws PacketPortException {
                int ttl = PacketView.of(packet).ttl();
                silent.remove(2);
                if (ttl == 2 && ++asked > 1) {
                    silent.add(2);
                }
                super.send(packet);
            }
        };
        Trace trace = trace("icmp", port);
        assertEquals(List.of(0, 2, 0, 0, 0), trace.hops().stream().map(Hop::lost).toList());
        assertEquals(List.of(false, true, false, false, false), trace.hops().stream().map(trace::answersLessThanThoseBehind).toList());
        port = new PathPort(false, 5);
        port.silent.add(2);
        Trace silent = trace("icmp", port);
        assertTrue(silent.hops().stream().noneMatch(silent::answersLessThanThoseBehind), "a silent hop does not answer at all");
    }
}
