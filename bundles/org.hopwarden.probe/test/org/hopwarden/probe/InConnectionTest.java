package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.probe.ProbeMethod.Match;
import org.hopwarden.probe.ProbeMethod.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Probes inside a connection can never change its stream, whatever was heard of it. */
class InConnectionTest {

    /** With its headers and the longest options it still is an IP packet. */
    private static final int GREATEST_SEGMENT = 65_000;

    private static final int LOCAL_PORT = 40_000;
    private static final int REMOTE_PORT = 443;
    private static final byte[] NO_OPTIONS = {};

    /** A host with connections to the target. */
    private static final class ConnectedPort extends PathPort {
        private List<TcpConnection> connections;

        ConnectedPort(boolean v6) {
            super(v6, 6);
            connections = List.of(new TcpConnection(source, LOCAL_PORT, target, REMOTE_PORT));
        }

        @Override
        public List<TcpConnection> connections() {
            return connections;
        }

        Session open() throws Exception {
            return ProbeMethods.get("in-connection").open(request(), source, this);
        }

        TraceRequest request() {
            return TraceRequest.of("target", target, "in-connection").withPort(REMOTE_PORT);
        }

        PacketView sent(int sequence, int acknowledgement, byte[] options, int payload) {
            return PacketView.of(PacketBuilder.tcp(IpHeader.of(source, target, 64), LOCAL_PORT, REMOTE_PORT, sequence,
                    acknowledgement, TcpFlags.ACK, 501, options, new byte[payload]));
        }

        PacketView received(int sequence, int acknowledgement, byte[] options, int payload) {
            return PacketView.of(PacketBuilder.tcp(IpHeader.of(target, source, 55), REMOTE_PORT, LOCAL_PORT, sequence,
                    acknowledgement, TcpFlags.ACK, 502, options, new byte[payload]));
        }
    }

    private static byte[] timestamps(int value, int echo) {
        byte[] options = { 1, 1, 8, 10, 0, 0, 0, 0, 0, 0, 0, 0 };
        for (int i = 0; i < 4; i++) {
            options[4 + i] = (byte) (value >>> 24 - 8 * i);
            options[8 + i] = (byte) (echo >>> 24 - 8 * i);
        }
        return options;
    }

    private static byte[] sack(int left, int right) {
        byte[] options = { 1, 1, 5, 10, 0, 0, 0, 0, 0, 0, 0, 0 };
        for (int i = 0; i < 4; i++) {
            options[4 + i] = (byte) (left >>> 24 - 8 * i);
            options[8 + i] = (byte) (right >>> 24 - 8 * i);
        }
        return options;
    }

    private static PacketView build(Session session, int ttl, int probe) {
        return PacketView.of(session.build(ttl, probe));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aProbeRepeatsAnAcknowledgedByteAndAcknowledgesNothingNew(boolean v6) throws Exception {
        ConnectedPort port = new ConnectedPort(v6);
        Session session = port.open();
        assertNotEquals("", session.awaits());
        session.match(port.received(9_000, 5_000, timestamps(70, 60), 100));
        assertNotEquals("", session.awaits(), "what this host received is not known before it acknowledged it");
        session.ownProbe(port.sent(5_000, 9_100, timestamps(61, 70), 0));
        assertEquals("", session.awaits());
        PacketView first = build(session, 3, 0);
        assertEquals(4_999, first.tcpSequence());
        assertEquals(9_100, first.tcpAcknowledgement());
        assertEquals(TcpFlags.ACK, first.tcpFlags());
        assertEquals(501, first.tcpWindow());
        assertEquals(3, first.ttl());
        assertEquals(1, first.lengthBytes() - first.payloadOffset());
        assertTrue(first.isTransportChecksumValid());
        byte[] options = new byte[12];
        MemorySegment.copy(first.segment(), java.lang.foreign.ValueLayout.JAVA_BYTE, first.transportOffset() + 20, options, 0, 12);
        assertArrayEquals(timestamps(61, 70), options, "a time stamp that was sent before");
        assertEquals(4_998, build(session, 4, 1).tcpSequence(), "each probe another byte, so that quotes tell them apart");
    }

    @Test
    void sequenceNumbersWrap() throws Exception {
        ConnectedPort port = new ConnectedPort(false);
        Session session = port.open();
        session.ownProbe(port.sent(-200, -50, NO_OPTIONS, 100));
        session.match(port.received(-50, -100, NO_OPTIONS, 60));
        session.ownProbe(port.sent(-100, 10, NO_OPTIONS, 150));
        session.match(port.received(10, 50, NO_OPTIONS, 0));
        PacketView probe = build(session, 1, 0);
        assertEquals(49, probe.tcpSequence());
        assertEquals(10, probe.tcpAcknowledgement());
        for (int number = 1; number < 100; number++) {
            probe = build(session, 1, number);
        }
        assertEquals(0xffff_ffffL + 1 - 50, probe.tcpSequence());
    }

    @Test
    void whatWasNeverSentCannotHaveBeenAcknowledged() throws Exception {
        ConnectedPort port = new ConnectedPort(false);
        Session session = port.open();
        session.ownProbe(port.sent(1_000, 2_000, NO_OPTIONS, 500));
        session.match(port.received(2_000, 1_200, NO_OPTIONS, 0));
        session.match(port.received(2_000, 1_501, NO_OPTIONS, 0));
        session.match(port.received(2_000, 900_000_000, NO_OPTIONS, 0));
        assertEquals(1_199, build(session, 1, 0).tcpSequence());
    }

    /** The same, where the forged acknowledgement comes first. */
    @Test
    void anAcknowledgementHeardFirstIsJudgedByWhatIsSentNext() throws Exception {
        ConnectedPort port = new ConnectedPort(false);
        Session session = port.open();
        session.match(port.received(2_000, 1_700, NO_OPTIONS, 0));
        session.ownProbe(port.sent(1_000, 2_000, NO_OPTIONS, 500));
        assertNotEquals("", session.awaits());
        session.match(port.received(2_000, 1_300, NO_OPTIONS, 0));
        assertEquals(1_299, build(session, 1, 0).tcpSequence());
    }

    /** A model of both ends, and of a path that loses, repeats and reorders what is heard of it. */
    @Test
    void noOrderOfSegmentsMakesAProbeNewData() throws Exception {
        int rounds = Boolean.getBoolean("hopwarden.full") ? 2_000 : 100;
        long seed = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            Random random = new Random(seed + round);
            String where = "seed " + (seed + round);
            ConnectedPort port = new ConnectedPort(random.nextBoolean());
            Session session = port.open();
            int sendBase = random.nextInt();
            int receiveBase = random.nextInt();
            int sendNext = 1;
            int acknowledged = 1;
            int received = 0;
            int clock = random.nextInt();
            Set<Long> used = new HashSet<>();
            int probes = 0;
            for (int step = 0; step < 300; step++) {
                boolean heard = random.nextInt(4) > 0;
                switch (random.nextInt(4)) {
                    case 0 -> {
                        int length = random.nextInt(3) * random.nextInt(1_400);
                        if (heard) {
                            session.ownProbe(port.sent(sendBase + sendNext, receiveBase + received, timestamps(clock++, 1), length));
                        }
                        sendNext += length;
                    }
                    case 1 -> {
                        int from = random.nextInt(sendNext);
                        if (heard) {
                            session.ownProbe(port.sent(sendBase + from, receiveBase + random.nextInt(received + 1),
                                    timestamps(clock, 1), Math.min(GREATEST_SEGMENT, random.nextInt(sendNext - from + 1))));
                        }
                    }
                    case 2 -> {
                        acknowledged += random.nextInt(sendNext - acknowledged + 1);
                        int length = random.nextInt(1_400);
                        // What arrives here may be a segment behind one that was lost.
                        int gap = random.nextInt(4) == 0 ? random.nextInt(5_000) : 0;
                        if (heard) {
                            session.match(port.received(receiveBase + received + gap, sendBase + acknowledged, NO_OPTIONS, length));
                        }
                        received += gap > 0 ? 0 : length;
                    }
                    default -> session.match(port.received(receiveBase + random.nextInt(received + 1),
                            sendBase + random.nextInt(acknowledged) + 1, NO_OPTIONS, 0));
                }
                if (session.awaits().isEmpty() && probes < 200) {
                    PacketView probe = build(session, 1, probes);
                    long behind = sendBase + acknowledged - (int) probe.tcpSequence();
                    assertTrue(behind >= 1, where + ": an unacknowledged byte is repeated");
                    assertTrue(receiveBase + received - (int) probe.tcpAcknowledgement() >= 0,
                            where + ": something is acknowledged that did not arrive");
                    int stamp = (int) probe.intAt(probe.transportOffset() + 24);
                    assertTrue(clock - stamp >= 0, where + ": the time stamp is newer than any sent");
                    assertTrue(used.add(probe.tcpSequence()), where + ": two probes of one number");
                    probes++;
                }
            }
            assertTrue(probes > 0, where);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void answersAreKnownByQuoteAndByDuplicateSack(boolean v6) throws Exception {
        ConnectedPort port = new ConnectedPort(v6);
        Session session = port.open();
        session.ownProbe(port.sent(5_000, 9_000, NO_OPTIONS, 10));
        session.match(port.received(9_000, 5_010, NO_OPTIONS, 0));
        for (int probe = 0; probe < 5; probe++) {
            assertEquals(probe, session.ownProbe(build(session, probe + 1, probe)));
        }
        PacketView second = build(session, 9, 5);
        IpHeader back = IpHeader.of(PathPort.router(v6, 9), port.source, 60);
        MemorySegment shortest = second.segment().asSlice(0, second.transportOffset() + 8);
        Match match = session.match(PacketView.of(PacketBuilder.icmp(back,
                v6 ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED, 0, 0, shortest))).orElseThrow();
        assertEquals(5, match.probe());
        assertEquals(ReplyKind.TIME_EXCEEDED, match.kind());
        Match answer = session.match(port.received(9_000, 5_010, sack(5_006, 5_007), 0)).orElseThrow();
        assertEquals(new Match(3, ReplyKind.DUPLICATE_ACK, -1, -1, true), answer);
        assertEquals(Optional.empty(), session.match(port.received(9_000, 5_010, sack(6_000, 7_000), 0)), "SACK of its own data");
        assertEquals(Optional.empty(), session.match(port.received(9_000, 5_010, sack(4_000, 4_001), 0)), "no probe");
    }

    @Test
    void withoutSackAnAnswerHasNoNumberAndCountsOnlyWhereNothingIsUnderWay() throws Exception {
        ConnectedPort port = new ConnectedPort(false);
        Session session = port.open();
        session.ownProbe(port.sent(5_000, 9_000, NO_OPTIONS, 10));
        session.match(port.received(9_000, 5_010, NO_OPTIONS, 0));
        session.match(port.received(9_000, 5_010, NO_OPTIONS, 0));
        build(session, 30, 0);
        assertEquals(Match.UNNUMBERED, session.match(port.received(9_000, 5_010, NO_OPTIONS, 0)).orElseThrow().probe());
        assertEquals(Optional.empty(), session.match(port.received(9_000, 5_010, NO_OPTIONS, 20)), "data");
        session.ownProbe(port.sent(5_010, 9_000, NO_OPTIONS, 10));
        assertEquals(Optional.empty(), session.match(port.received(9_000, 5_010, NO_OPTIONS, 0)), "data of ours is under way");
    }

    @Test
    void aKeepAliveIsNoProbe() throws Exception {
        ConnectedPort port = new ConnectedPort(false);
        Session session = port.open();
        session.ownProbe(port.sent(5_000, 9_000, NO_OPTIONS, 0));
        session.match(port.received(9_000, 5_000, NO_OPTIONS, 0));
        assertEquals(4_999, build(session, 1, 0).tcpSequence());
        assertEquals(-1, session.ownProbe(port.sent(4_999, 9_000, NO_OPTIONS, 0)));
    }

    @Test
    void othersConnectionsAreNotHeard() throws Exception {
        ConnectedPort port = new ConnectedPort(false);
        Session session = port.open();
        session.ownProbe(PacketView.of(PacketBuilder.tcp(IpHeader.of(port.source, port.target, 64), LOCAL_PORT + 1, REMOTE_PORT, 1,
                1, TcpFlags.ACK, 5)));
        session.match(PacketView.of(PacketBuilder.tcp(IpHeader.of(port.target, port.source, 64), REMOTE_PORT, LOCAL_PORT + 1, 1, 1,
                TcpFlags.ACK, 5)));
        assertNotEquals("", session.awaits());
    }

    @Test
    void ofSeveralConnectionsTheFirstThatSaysSomethingIsTaken() throws Exception {
        ConnectedPort port = new ConnectedPort(false);
        port.connections = List.of(new TcpConnection(port.source, 50_000, port.target, REMOTE_PORT),
                new TcpConnection(port.source, LOCAL_PORT, port.target, REMOTE_PORT));
        Session session = port.open();
        assertTrue(session.awaits().contains("one of the 2 connections"), session.awaits());
        session.ownProbe(port.sent(5_000, 9_000, NO_OPTIONS, 0));
        session.match(port.received(9_000, 5_000, NO_OPTIONS, 0));
        assertEquals(LOCAL_PORT, build(session, 1, 0).sourcePort());
    }

    @Test
    void noConnectionIsSaidWithARemedy() {
        ConnectedPort port = new ConnectedPort(false);
        port.connections = List.of();
        var e = assertThrows(PacketPortException.class, port::open);
        assertEquals("this host has no open TCP connection to " + port.target + " port 443", e.getMessage());
        assertTrue(e.remedy().contains("connections"), e.remedy());
    }

    @Test
    void aSilentConnectionEndsTheTraceInTime() throws Exception {
        ConnectedPort port = new ConnectedPort(false);
        TraceRequest request = port.request().withOptions(ProbeOptions.DEFAULT.withPatience(Duration.ofSeconds(5)));
        long start = port.nowNanos();
        Trace trace = Tracer.run(request, port, event -> { }, () -> false);
        assertEquals(Trace.Status.FAILED, trace.status());
        assertEquals(0, trace.probes());
        assertTrue(trace.message().contains("a segment each way of the connection from"), trace.message());
        long waited = port.nowNanos() - start;
        assertTrue(waited >= 5_000_000_000L && waited <= 5_100_000_000L, "virtual time, " + waited);
        assertFalse(trace.reached());
    }
}
