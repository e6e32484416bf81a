package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.hopwarden.net.Checksum;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.MplsLabel;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.probe.ProbeMethod.Match;
import org.hopwarden.probe.ProbeMethod.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every method: its probes, what answers them, and what the answers tell. */
class MethodsTest {

    private static final int DISTANCE = 5;
    private static final int UDP_HEADER = 8;

    static Stream<Arguments> methods() {
        return Stream.of("icmp", "udp", "udp-classic", "udp-dublin", "udp-dns", "tcp-syn", "tcp-ack")
                .flatMap(method -> Stream.of(Arguments.of(method, false), Arguments.of(method, true)));
    }

    private static Trace trace(PathPort port, TraceRequest request) throws Exception {
        return Tracer.run(request, port, event -> { }, () -> false);
    }

    private static TraceRequest request(PathPort port, String method) {
        return TraceRequest.of("target", port.target, method);
    }

    private static Session open(PathPort port, String method) throws Exception {
        return ProbeMethods.get(method).open(request(port, method), port.source, port);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void findsThePath(String method, boolean v6) throws Exception {
        for (boolean open : List.of(false, true)) {
            PathPort port = new PathPort(v6, DISTANCE);
            port.portOpen = open;
            Trace trace = trace(port, request(port, method));
            assertTrue(trace.reached(), trace::toString);
            assertEquals(DISTANCE, trace.hops().size());
            for (Hop hop : trace.hops()) {
                assertEquals(3, hop.replies().size(), hop::toString);
                for (Reply reply : hop.replies()) {
                    assertEquals(2 * hop.ttl() * PathPort.HOP_NANOS, reply.rttNanos());
                    reply.detail().quoted().ifPresent(quoted -> assertEquals(List.of(), quoted.rewritten()));
                }
            }
            assertTrue(port.sent.stream().map(PacketView::of).allMatch(PacketView::isTransportChecksumValid));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void eightBytesBehindTheHeaderAreEnough(String method, boolean v6) throws Exception {
        PathPort port = new PathPort(v6, DISTANCE);
        port.quoteBytes = (v6 ? 40 : 20) + 8;
        Trace trace = trace(port, request(port, method));
        assertEquals(DISTANCE, trace.hops().size());
        assertTrue(trace.hops().stream().allMatch(hop -> hop.replies().size() == 3), trace::toString);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyProbeHasANumberOfItsOwn(String method, boolean v6) throws Exception {
        PathPort port = new PathPort(v6, DISTANCE);
        Session session = open(port, method);
        int capacity = session.capacity();
        Set<Integer> seen = new HashSet<>();
        PacketView view = new PacketView();
        for (int probe = 0; probe < capacity; probe++) {
            MemorySegment packet = session.build(1 + probe % 30, probe);
            assertTrue(view.wrap(packet, 0, packet.byteSize()));
            assertEquals(1 + probe % 30, view.ttl());
            assertEquals(probe, session.ownProbe(view));
            seen.add(probe);
        }
        assertEquals(capacity, seen.size());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void quotesOfOtherProbesAreRefused(String method, boolean v6) throws Exception {
        PathPort port = new PathPort(v6, DISTANCE);
        Session session = open(port, method);
        byte[] probe = null;
        for (int number = 0; number < 4; number++) {
            probe = session.build(3, number).toArray(ValueLayout.JAVA_BYTE);
        }
        assertEquals(3, match(session, v6, port, probe).orElseThrow().probe());
        int transport = v6 ? 40 : 20;
        int destination = v6 ? 24 : 16;
        forge(session, v6, port, probe, destination + 3, "the destination");
        forge(session, v6, port, probe, v6 ? 6 : 9, "the protocol");
        if (!method.equals("udp-dublin")) {
            forge(session, v6, port, probe, v6 ? 8 : 12, "the source");
        }
        if (method.equals("icmp")) {
            forge(session, v6, port, probe, transport, "the type");
            forge(session, v6, port, probe, transport + 4, "the identifier");
            forge(session, v6, port, probe, transport + 6, "the sequence number");
        } else {
            forge(session, v6, port, probe, transport, "the source port");
            forge(session, v6, port, probe, transport + 2, "the destination port");
        }
        if (method.startsWith("tcp")) {
            forge(session, v6, port, probe, transport + 4, "the sequence number");
            forge(session, v6, port, probe, transport + 7, "the sequence number");
        }
        Session fresh = open(port, method);
        assertEquals(Optional.empty(), match(fresh, v6, port, probe), "nothing was sent yet");
    }

    private static void forge(Session session, boolean v6, PathPort port, byte[] probe, int at, String what) {
        byte[] forged = probe.clone();
        forged[at] ^= 0x40;
        assertEquals(Optional.empty(), match(session, v6, port, forged), what);
    }

    private static Optional<Match> match(Session session, boolean v6, PathPort port, byte[] quote) {
        IpHeader back = IpHeader.of(PathPort.router(v6, 3), port.source, 61);
        return session.match(PacketView.of(PacketBuilder.icmp(back, v6 ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED, 0, 0,
                MemorySegment.ofArray(quote))));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void damagedBytesAreNoReplyAndThrowNothing(String method, boolean v6) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        PathPort port = new PathPort(v6, DISTANCE);
        port.extension = extension(new MplsLabel(16, 0, true, 1));
        Session session = open(port, method);
        byte[] probe = session.build(3, 0).toArray(ValueLayout.JAVA_BYTE);
        IpHeader back = IpHeader.of(PathPort.router(v6, 3), port.source, 61);
        byte[] padded = Arrays.copyOf(probe, 128 + port.extension.length);
        System.arraycopy(port.extension, 0, padded, 128, port.extension.length);
        byte[] whole = PacketBuilder.icmp(back, v6 ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED, 0,
                v6 ? 16 << 24 : 32 << 16, MemorySegment.ofArray(padded)).toArray(ValueLayout.JAVA_BYTE);
        int rounds = Boolean.getBoolean("hopwarden.full") ? 200_000 : 5_000;
        PacketView view = new PacketView();
        for (int round = 0; round < rounds; round++) {
            byte[] bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (view.wrap(MemorySegment.ofArray(bytes), 0, bytes.length)) {
                String where = "seed " + seed + " round " + round;
                session.match(view).ifPresent(match -> assertTrue(match.probe() <= 0, where));
                assertTrue(session.ownProbe(view) <= 0, where);
            }
        }
    }

    private static byte[] extension(MplsLabel... labels) {
        byte[] bytes = new byte[8 + 4 * labels.length];
        bytes[0] = 0x20;
        bytes[5] = (byte) (4 + 4 * labels.length);
        bytes[6] = 1;
        bytes[7] = 1;
        for (int i = 0; i < labels.length; i++) {
            for (int octet = 0; octet < 4; octet++) {
                bytes[8 + 4 * i + octet] = (byte) (labels[i].word() >>> 24 - 8 * octet);
            }
        }
        int checksum = Checksum.of(MemorySegment.ofArray(bytes), 0, bytes.length);
        bytes[2] = (byte) (checksum >>> 8);
        bytes[3] = (byte) checksum;
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void labelsOfRoutersComeWithTheirReplies(boolean v6) throws Exception {
        PathPort port = new PathPort(v6, DISTANCE);
        List<MplsLabel> stack = List.of(new MplsLabel(16_001, 5, false, 1), new MplsLabel(0xfffff, 0, true, 254));
        port.extension = extension(stack.toArray(MplsLabel[]::new));
        Trace trace = trace(port, request(port, "udp"));
        assertEquals(stack, trace.hops().get(2).replies().getFirst().detail().extensions().labels());
        assertEquals("L=16001,E=5,S=0,T=1", stack.getFirst().toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aRewrittenHeaderShowsFromTheRouterBehindOn(boolean v6) throws Exception {
        PathPort port = new PathPort(v6, DISTANCE);
        port.seenAt = (hop, probe) -> hop < 3 ? probe : withTrafficClass(probe, v6, 0);
        TraceRequest request = request(port, "udp").withOptions(ProbeOptions.DEFAULT.withTrafficClass(46 << 2 | 1));
        Trace trace = trace(port, request);
        assertEquals(List.of(), rewrites(trace, 2));
        assertEquals(List.of(new Rewrite(Rewrite.Field.DSCP, "46", "0"), new Rewrite(Rewrite.Field.ECN, "1", "0")),
                rewrites(trace, 3));
        Quoted quoted = trace.hops().get(3).replies().getFirst().detail().quoted().orElseThrow();
        assertEquals(0, quoted.dscp());
        assertEquals(1, quoted.ttl());
        assertEquals(0, quoted.natId());
    }

    private static MemorySegment withTrafficClass(MemorySegment probe, boolean v6, int value) {
        byte[] bytes = probe.toArray(ValueLayout.JAVA_BYTE);
        if (v6) {
            bytes[0] = (byte) (0x60 | value >>> 4);
            bytes[1] = (byte) (bytes[1] & 0xf | value << 4);
        } else {
            bytes[1] = (byte) value;
        }
        return MemorySegment.ofArray(bytes);
    }

    private static List<Rewrite> rewrites(Trace trace, int ttl) {
        return trace.hops().get(ttl - 1).replies().getFirst().detail().quoted().orElseThrow().rewritten();
    }

    @Test
    void aRemovedTcpOptionShows() throws Exception {
        PathPort port = new PathPort(false, DISTANCE);
        port.seenAt = (hop, probe) -> {
            byte[] bytes = probe.toArray(ValueLayout.JAVA_BYTE);
            // The MSS is clamped and SACK permitted overwritten by two no-operations.
            bytes[42] = 0x05;
            bytes[43] = 0x50;
            bytes[44] = 1;
            bytes[45] = 1;
            return MemorySegment.ofArray(bytes);
        };
        Rewrite rewrite = rewrites(trace(port, request(port, "tcp-syn")), 1).getLast();
        assertEquals(Rewrite.Field.TCP_OPTIONS, rewrite.field());
        assertEquals("MSS 1460, SACK permitted, timestamps 1:0, window scale 7", rewrite.sent());
        assertEquals("MSS 1360, timestamps 1:0, window scale 7", rewrite.found());
    }

    /** A NAT that puts addresses and ports back into quotes, but leaves the checksum that it made. */
    @ParameterizedTest
    @ValueSource(strings = { "udp", "udp-dublin", "udp-dns" })
    void aNatIsSeenByTheChecksumAndStopsNoMethod(String method) throws Exception {
        for (boolean v6 : List.of(false, true)) {
            PathPort port = new PathPort(v6, DISTANCE);
            port.seenAt = (hop, probe) -> hop < 3 ? probe : withChecksum(probe, v6, 0x1234);
            Trace trace = trace(port, request(port, method));
            for (Hop hop : trace.hops().subList(0, DISTANCE - 1)) {
                assertEquals(3, hop.replies().size(), method);
                for (Reply reply : hop.replies()) {
                    assertEquals(hop.ttl() < 3 ? 0 : 0x1234, reply.detail().quoted().orElseThrow().natId());
                }
            }
        }
    }

    private static MemorySegment withChecksum(MemorySegment probe, boolean v6, int added) {
        byte[] bytes = probe.toArray(ValueLayout.JAVA_BYTE);
        int at = (v6 ? 40 : 20) + 6;
        int sum = ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff) + added;
        int folded = (sum & 0xffff) + (sum >>> 16);
        bytes[at] = (byte) (folded >>> 8);
        bytes[at + 1] = (byte) folded;
        return MemorySegment.ofArray(bytes);
    }

    @Test
    void timeExceededFromTheTargetsAddressIsNotTheEnd() throws Exception {
        for (boolean v6 : List.of(false, true)) {
            PathPort port = new PathPort(v6, DISTANCE);
            port.poseAsTarget = 3;
            Trace trace = trace(port, request(port, "udp-dublin"));
            assertEquals(DISTANCE, trace.hops().size());
            assertEquals(port.target, trace.hops().get(2).addresses().getFirst());
            assertFalse(trace.hops().get(2).isTarget());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void optionsAreInEveryProbe(String method, boolean v6) throws Exception {
        PathPort port = new PathPort(v6, DISTANCE);
        ProbeOptions options = ProbeOptions.DEFAULT.withTrafficClass(0x2e).withDontFragment(true).withFirstTtl(3)
                .withSourcePort(4711);
        boolean sized = !method.equals("udp-dns");
        TraceRequest request = request(port, method).withOptions(sized ? options.withSizeBytes(301) : options);
        Trace trace = trace(port, request);
        assertTrue(trace.reached(), trace::toString);
        for (MemorySegment packet : port.sent) {
            PacketView probe = PacketView.of(packet);
            assertEquals(0x2e, probe.trafficClass());
            assertTrue(probe.dontFragment());
            assertTrue(probe.ttl() >= 3);
            assertEquals(4711, method.equals("icmp") ? probe.icmpIdentifier() : probe.sourcePort());
            if (sized && !(v6 && method.equals("udp-dublin"))) {
                assertEquals(301, probe.lengthBytes());
            }
            assertTrue(probe.isTransportChecksumValid());
        }
    }

    @Test
    void aSizeWithoutRoomForTheHeadersIsRefused() {
        PathPort port = new PathPort(true, DISTANCE);
        TraceRequest request = request(port, "tcp-syn").withOptions(ProbeOptions.DEFAULT.withSizeBytes(60));
        var e = assertThrows(IllegalArgumentException.class, () -> trace(port, request));
        assertTrue(e.getMessage().contains("at least 80 bytes over IPv6"), e.getMessage());
    }

    @Test
    void aDnsQueryIsWellFormed() throws Exception {
        PathPort port = new PathPort(false, DISTANCE);
        Session session = open(port, "udp-dns");
        PacketView first = PacketView.of(session.build(1, 41));
        assertEquals(53, first.destinationPort());
        int at = first.payloadOffset();
        assertEquals(42, first.shortAt(at), "the id");
        assertEquals(0x0100, first.shortAt(at + 2), "a query with recursion desired");
        assertEquals(1, first.shortAt(at + 4), "one question");
        assertEquals(0, first.byteAt(at + 12), "for the root");
        assertEquals(2, first.shortAt(at + 13), "of type NS");
        assertEquals(1, first.shortAt(at + 15), "of class IN");
        assertEquals(UDP_HEADER + 17, first.udpLength());
    }

    @Test
    void classicProbesGoToOnePortEach() throws Exception {
        PathPort port = new PathPort(false, DISTANCE);
        trace(port, request(port, "udp-classic").withPort(40_000));
        List<Integer> ports = port.sent.stream().map(packet -> PacketView.of(packet).destinationPort()).toList();
        assertEquals(ports.size(), Set.copyOf(ports).size());
        assertEquals(40_000, ports.getFirst());
        assertEquals(40_000 + ports.size() - 1, ports.getLast());
    }

    @Test
    void aSourceOfTheOtherVersionIsRefused() {
        PathPort port = new PathPort(true, DISTANCE);
        TraceRequest request = request(port, "icmp").withOptions(ProbeOptions.DEFAULT.withSource(IpAddress.parse("192.0.2.1")));
        assertThrows(IllegalArgumentException.class, () -> trace(port, request));
    }
}
