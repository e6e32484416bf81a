package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

import org.hopwarden.net.Checksum;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketSink.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {

    private final Wire wire = Wire.at(Wire.CHAIN);

    @AfterEach
    void everyPacketIsAccountedFor() {
        Balance.check(wire.network, "chain");
        for (Wire.Seen seen : wire.received()) {
            assertTrue(seen.view().isHeaderChecksumValid(), seen.toString());
            assertTrue(seen.view().isFragment() || seen.view().isTransportChecksumValid(), seen.toString());
        }
        wire.close();
    }

    private static String end(boolean v6) {
        return v6 ? "2001:db8:4::2" : "10.0.4.2";
    }

    /** The packet as it is after some routers. */
    private static byte[] afterHops(MemorySegment packet, int hops) {
        byte[] bytes = packet.toArray(ValueLayout.JAVA_BYTE);
        boolean v6 = bytes[0] >>> 4 == 6;
        bytes[v6 ? 7 : 8] -= (byte) hops;
        if (!v6) {
            bytes[10] = bytes[11] = 0;
            int checksum = Checksum.of(MemorySegment.ofArray(bytes), 0, 20);
            bytes[10] = (byte) (checksum >>> 8);
            bytes[11] = (byte) checksum;
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({ "1,10.0.1.2,2", "2,10.0.2.2,6", "3,10.0.3.2,14", "1,2001:db8:1::2,2", "2,2001:db8:2::2,6",
            "3,2001:db8:3::2,14" })
    void eachRouterReportsTheEndOfATtlFromItsInboundInterface(int ttl, String router, long rttMillis) throws Exception {
        boolean v6 = router.indexOf(':') >= 0;
        MemorySegment probe = wire.echo(end(v6), ttl, 5);
        wire.send(probe).run();

        PacketView reply = wire.only().view();
        assertEquals(IpAddress.parse(router), reply.source());
        assertEquals(v6 ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED, reply.icmpType());
        assertEquals(0, reply.icmpCode());
        assertEquals(255 - (ttl - 1), reply.ttl());
        assertEquals(v6 ? 0 : 0xc0, reply.trafficClass());
        assertEquals(wire.startNanos + rttMillis * 1_000_000, wire.only().timeNanos());
        byte[] bytes = wire.only().bytes();
        byte[] quoted = Arrays.copyOfRange(bytes, reply.transportOffset() + 8, bytes.length);
        assertArrayEquals(afterHops(probe, ttl - 1), quoted, "the packet as it arrived");
        assertEquals(1, wire.network.statistics().dropped(DropReason.TTL_EXPIRED));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void longPacketsAreQuotedAsFarAsTheRfcsSay(boolean v6) throws Exception {
        wire.send(PacketBuilder.udp(wire.to(end(v6), 2), 5000, 5001, new byte[1400])).run();
        assertEquals(v6 ? 1280 : 576, wire.only().bytes().length);
        PacketView quote = new PacketView();
        assertTrue(wire.only().view().quote(quote));
        assertEquals(5001, quote.destinationPort());
        assertTrue(quote.isCutShort());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anEchoComesBackWithItsPayloadAndTrafficClass(boolean v6) throws Exception {
        byte[] payload = "how far is it?".getBytes();
        IpHeader header = wire.to(end(v6), 64).withTrafficClass(0x28);
        wire.send(PacketBuilder.echoRequest(header, 0xbeef, 0xfffe, payload)).run();
        PacketView reply = wire.only().view();
        assertEquals(IpAddress.parse(end(v6)), reply.source());
        assertEquals(v6 ? IcmpType.V6_ECHO_REPLY : IcmpType.ECHO_REPLY, reply.icmpType());
        assertEquals(0xbeef, reply.icmpIdentifier());
        assertEquals(0xfffe, reply.icmpSequence());
        assertEquals(0x28, reply.trafficClass());
        assertEquals(61, reply.ttl());
        byte[] bytes = wire.only().bytes();
        assertArrayEquals(payload, Arrays.copyOfRange(bytes, reply.payloadOffset(), bytes.length));
        assertEquals(wire.startNanos + 30_000_000, wire.only().timeNanos());
    }

    @Test
    void thePacketsOnTheWayHaveADecrementedTtlAndATrueChecksum() throws Exception {
        try (Wire end = new Wire(wire.network, "z")) {
            for (int ttl : new int[] { 4, 64, 128, 255 }) {
                MemorySegment packet = PacketBuilder.udp(wire.to(end(false), ttl).withIdentification(ttl * 251), 1, 2,
                        new byte[3]);
                wire.send(packet);
                end.run();
                assertArrayEquals(afterHops(packet, 3), end.received().getLast().bytes());
            }
        }
    }

    @Test
    void sentPacketsAreReportedAsTheyLeft() throws Exception {
        MemorySegment first = wire.echo(end(false), 3, 1);
        wire.send(first);
        wire.run();
        Wire.Seen sent = wire.all.getFirst();
        assertEquals(Direction.SENT, sent.direction());
        assertEquals(wire.startNanos, sent.timeNanos());
        assertArrayEquals(first.toArray(ValueLayout.JAVA_BYTE), sent.bytes());
    }

    @Test
    void theBytesAreTakenOverBeforeSendReturns() throws Exception {
        MemorySegment packet = wire.echo(end(false), 64, 9);
        wire.send(packet);
        packet.fill((byte) 0);
        wire.run();
        assertEquals(9, wire.only().view().icmpSequence());
    }

    @Test
    void routersAnswerAtTheirInterfacesAndTheirOwnAddress() throws Exception {
        for (String address : List.of("10.0.1.2", "10.0.3.1", "10.255.0.2", "2001:db8:ff::2", "2001:db8:3::2")) {
            wire.all.clear();
            wire.send(wire.echo(address, 64, 1)).run();
            assertEquals(IpAddress.parse(address), wire.only().view().source());
        }
    }

    @ParameterizedTest
    @CsvSource({ "127.0.0.1", "127.9.9.9", "::1", "10.0.1.1", "2001:db8:1::1" })
    void aNodeAnswersItself(String own) throws Exception {
        assertEquals(own, wire.source(IpAddress.parse(own)).toString());
        wire.send(wire.echo(own, 1, 3)).run();
        List<Wire.Seen> received = wire.received();
        assertEquals(2, received.size(), "the request and its reply");
        assertEquals(wire.startNanos, received.get(1).timeNanos());
        assertEquals(3, received.get(1).view().icmpSequence());
    }

    @ParameterizedTest
    @CsvSource({ "192.0.2.9,10.0.1.2,3,0", "2001:db8:dead::1,2001:db8:1::2,1,0" })
    void theFirstRouterSaysThatThereIsNoRoute(String nowhere, String router, int type, int code) throws Exception {
        wire.send(wire.echo(nowhere, 1, 1)).run();
        PacketView reply = wire.only().view();
        assertEquals(IpAddress.parse(router), reply.source());
        assertEquals(type, reply.icmpType());
        assertEquals(code, reply.icmpCode());
        assertEquals(1, wire.network.statistics().dropped(DropReason.NO_ROUTE));
    }

    @Test
    void withNoRouterNearTheHostItselfSaysThatThereIsNoRoute() throws Exception {
        try (Wire pair = Wire.at("""
                name = "pair"
                viewpoint = "a"
                [[host]]
                name = "a"
                [[host]]
                name = "b"
                [[link]]
                between = ["a", "b"]
                prefix = "10.0.0.0/30"
                latency = "1 ms"
                """)) {
            for (String nowhere : List.of("192.0.2.9", "2001:db8:dead::1")) {
                IpAddress destination = IpAddress.parse(nowhere);
                var e = assertThrows(PacketPortException.class, () -> pair.source(destination));
                assertEquals(PacketPortException.Reason.NO_ROUTE, e.reason());
                assertTrue(e.getMessage().contains(nowhere), e.getMessage());
                IpAddress source = IpAddress.parse(destination.isV4() ? "10.0.0.1" : "2001:db8::1");
                MemorySegment packet = PacketBuilder.udp(IpHeader.of(source, destination, 9), 1, 2, new byte[0]);
                assertThrows(PacketPortException.class, () -> pair.send(packet));
            }
            assertEquals(0, pair.network.statistics().sent());
            MemorySegment packet = PacketBuilder.udp(
                    IpHeader.of(IpAddress.parse("192.0.2.77"), IpAddress.parse("10.0.0.2"), 9), 1, 2, new byte[0]);
            pair.send(packet).run();
            assertEquals(1, pair.network.statistics().dropped(DropReason.NO_ROUTE), "the answer to a forged source");
        }
    }

    @ParameterizedTest
    @CsvSource({ "10.0.4.99,10.0.3.2,3,1", "2001:db8:4::99,2001:db8:3::2,1,3" })
    void theLastRouterReportsAnAddressThatNobodyHas(String nobody, String router, int type, int code) throws Exception {
        wire.send(wire.echo(nobody, 64, 1)).run();
        PacketView reply = wire.only().view();
        assertEquals(IpAddress.parse(router), reply.source());
        assertEquals(type, reply.icmpType());
        assertEquals(code, reply.icmpCode());
        wire.all.clear();
        wire.send(wire.echo(nobody, 3, 1)).run();
        assertEquals(reply.isV6() ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED, wire.only().view().icmpType(),
                "the TTL ends before the neighbour is looked for");
    }

    @Test
    void wrongChecksumsEndAPacketWithoutAWord() throws Exception {
        MemorySegment header = wire.echo(end(false), 64, 1);
        header.set(ValueLayout.JAVA_BYTE, 1, (byte) 4);
        wire.send(header).run();
        for (boolean v6 : new boolean[] { false, true }) {
            for (MemorySegment packet : List.of(wire.echo(end(v6), 64, 1),
                    PacketBuilder.udp(wire.to(end(v6), 64), 9, 10, new byte[9]),
                    PacketBuilder.tcp(wire.to(end(v6), 64), 9, 80, 1, 0, 2, 100))) {
                byte last = packet.get(ValueLayout.JAVA_BYTE, packet.byteSize() - 1);
                packet.set(ValueLayout.JAVA_BYTE, packet.byteSize() - 1, (byte) (last + 1));
                wire.send(packet).run();
            }
        }
        assertEquals(List.of(), wire.received());
        assertEquals(7, wire.network.statistics().dropped(DropReason.BAD_CHECKSUM));
    }

    @Test
    void aWrongTransportChecksumDoesNotConcernARouter() throws Exception {
        MemorySegment packet = PacketBuilder.udp(wire.to(end(false), 2), 9, 10, new byte[9]);
        packet.set(ValueLayout.JAVA_BYTE, packet.byteSize() - 1, (byte) 1);
        wire.send(packet).run();
        assertEquals(IcmpType.TIME_EXCEEDED, wire.only().view().icmpType());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void noErrorSpeaksOfAnError(boolean v6) throws Exception {
        PacketView quoted = PacketView.of(wire.echo(end(v6), 64, 1));
        int[] types = v6 ? new int[] { 1, 2, 3, 4, 100, 127, IcmpType.V6_REDIRECT } : new int[] { 3, 4, 5, 11, 12 };
        for (int type : types) {
            wire.send(PacketBuilder.icmpError(wire.to(end(v6), 1), type, 0, 0, quoted)).run();
        }
        assertEquals(List.of(), wire.received());
        assertEquals(types.length, wire.network.statistics().dropped(DropReason.TTL_EXPIRED));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void onlyTheFirstFragmentIsReported(boolean v6) throws Exception {
        List<MemorySegment> fragments = PacketBuilder.fragments(
                PacketBuilder.udp(wire.to(end(v6), 1), 9, 10, new byte[3000]), 1280, 0x1234);
        assertEquals(3, fragments.size());
        for (MemorySegment fragment : fragments) {
            wire.send(fragment);
        }
        wire.run();
        PacketView quote = new PacketView();
        assertTrue(wire.only().view().quote(quote));
        assertEquals(0, quote.fragmentOffset());
        assertTrue(quote.moreFragments());
    }

    @Test
    void noErrorSpeaksOfMulticastBroadcastOrASourceThatIsNone() throws Exception {
        IpAddress own = IpAddress.parse("10.0.1.1");
        for (String group : List.of("224.0.0.9", "239.1.2.3", "255.255.255.255", "10.0.1.255", "10.0.4.255")) {
            wire.send(PacketBuilder.udp(IpHeader.of(own, IpAddress.parse(group), 1), 9, 10, new byte[9])).run();
            wire.send(PacketBuilder.udp(IpHeader.of(own, IpAddress.parse(group), 9), 9, 10, new byte[9])).run();
        }
        wire.send(PacketBuilder.udp(IpHeader.of(IpAddress.parse("2001:db8:1::1"), IpAddress.parse("ff02::1"), 1), 9, 10,
                new byte[9])).run();
        for (String source : List.of("0.0.0.0", "224.0.0.1", "127.0.0.1", "255.255.255.255")) {
            wire.send(PacketBuilder.udp(IpHeader.of(IpAddress.parse(source), IpAddress.parse(end(false)), 1), 9, 10,
                    new byte[9])).run();
        }
        assertEquals(List.of(), wire.received());
        assertEquals(11, wire.network.statistics().dropped(DropReason.NOT_FORWARDED));
        assertEquals(4, wire.network.statistics().dropped(DropReason.MARTIAN));
    }

    @Test
    void aSilentRouterForwardsAndAnswersPingsButReportsNothing() throws Exception {
        try (Wire silent = Wire.at(Wire.CHAIN.replace("name = \"r2\"", "name = \"r2\"\nsilent = true"))) {
            silent.send(silent.echo(end(false), 2, 1)).run();
            silent.send(PacketBuilder.udp(silent.to("10.0.3.1", 64), 9, 10, new byte[1])).run();
            assertEquals(List.of(), silent.received());
            silent.send(silent.echo(end(false), 3, 2)).send(silent.echo("10.0.2.2", 64, 3)).run();
            assertEquals(2, silent.received().size());
            Balance.check(silent.network, "silent");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anUnknownProtocolIsReportedByTheHost(boolean v6) throws Exception {
        wire.send(PacketBuilder.raw(wire.to(end(v6), 64), 253, new byte[8])).run();
        PacketView reply = wire.only().view();
        assertEquals(v6 ? IcmpType.V6_PARAMETER_PROBLEM : IcmpType.UNREACHABLE, reply.icmpType());
        assertEquals(v6 ? 1 : IcmpType.CODE_PROTOCOL, reply.icmpCode());
        assertEquals(v6 ? 6 : 0, reply.intAt(reply.transportOffset() + 4), "the place of the next-header field");
        wire.all.clear();
        wire.send(PacketBuilder.raw(wire.to(end(v6), 64), IpProtocol.NO_NEXT_HEADER, new byte[0])).run();
        assertEquals(v6 ? 0 : 1, wire.received().size());
    }

    @Test
    void theParameterProblemPointsBehindExtensionHeaders() throws Exception {
        // Destination options of 8 bytes, then protocol 253.
        byte[] behind = { (byte) 253, 0, 1, 4, 0, 0, 0, 0, 1, 2, 3, 4 };
        wire.send(PacketBuilder.raw(wire.to(end(true), 64), IpProtocol.DESTINATION_OPTIONS, behind)).run();
        PacketView reply = wire.only().view();
        assertEquals(40, reply.intAt(reply.transportOffset() + 4));
    }
}
