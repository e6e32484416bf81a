package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hosts answer over TCP and UDP. */
class ServicesTest {

    private final Wire wire = Wire.at(Wire.CHAIN);

    @AfterEach
    void check() {
        Balance.check(wire.network, "chain");
        for (Wire.Seen seen : wire.received()) {
            assertTrue(seen.view().isHeaderChecksumValid() && seen.view().isTransportChecksumValid(), seen.toString());
        }
        wire.close();
    }

    private IpHeader end(boolean v6) throws Exception {
        return wire.to(v6 ? "2001:db8:4::2" : "10.0.4.2", 64);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anOpenUdpPortSendsTheDatagramBack(boolean v6) throws Exception {
        byte[] payload = { 5, 4, 3 };
        wire.send(PacketBuilder.udp(end(v6), 40000, 7, payload)).run();
        PacketView reply = wire.received().getFirst().view();
        assertEquals(7, reply.sourcePort());
        assertEquals(40000, reply.destinationPort());
        byte[] bytes = wire.received().getFirst().bytes();
        assertArrayEquals(payload, Arrays.copyOfRange(bytes, reply.payloadOffset(), bytes.length));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aClosedUdpPortIsReportedByTheHostItself(boolean v6) throws Exception {
        IpHeader header = end(v6);
        wire.send(PacketBuilder.udp(header, 40000, 33434, new byte[4])).run();
        PacketView reply = wire.only().view();
        assertEquals(header.destination(), reply.source());
        assertEquals(v6 ? IcmpType.V6_UNREACHABLE : IcmpType.UNREACHABLE, reply.icmpType());
        assertEquals(v6 ? IcmpType.V6_CODE_PORT : IcmpType.CODE_PORT, reply.icmpCode());
        PacketView quote = new PacketView();
        assertTrue(reply.quote(quote));
        assertEquals(61, quote.ttl(), "three routers took one each");
    }

    @Test
    void twoServicesDoNotSendADatagramBackForEver() throws Exception {
        wire.send(PacketBuilder.udp(end(false), 4000, 7, new byte[4])).run();
        wire.send(PacketBuilder.udp(wire.to("127.0.0.1", 64), 4000, 4000, new byte[4])).run();
        wire.send(PacketBuilder.udp(wire.to("10.0.1.1", 64), 4000, 4000, new byte[4])).run();
        assertEquals(3, wire.network.statistics().sent());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anOpenTcpPortAnswersASynWithASynAck(boolean v6) throws Exception {
        wire.send(PacketBuilder.tcp(end(v6), 50000, 80, 0xffff_ffffL, 0, TcpFlags.SYN, 1024)).run();
        PacketView reply = wire.received().getFirst().view();
        assertEquals(TcpFlags.SYN | TcpFlags.ACK, reply.tcpFlags());
        assertEquals(0, reply.tcpAcknowledgement(), "2^32 - 1 and one more");
        assertEquals(80, reply.sourcePort());
        assertEquals(61, reply.ttl());
        long sequence = reply.tcpSequence();
        wire.all.clear();
        wire.send(PacketBuilder.tcp(end(v6), 50000, 80, 0xffff_ffffL, 0, TcpFlags.SYN, 1024)).run();
        assertEquals(sequence, wire.received().getFirst().view().tcpSequence(), "a repeated SYN");
        wire.all.clear();
        wire.send(PacketBuilder.tcp(end(v6), 50001, 80, 0xffff_ffffL, 0, TcpFlags.SYN, 1024)).run();
        assertNotEquals(sequence, wire.received().getFirst().view().tcpSequence(), "another connection");
    }

    @Test
    void theHostOfThePortEndsTheHalfOpenConnection() throws Exception {
        wire.send(PacketBuilder.tcp(end(false), 50000, 80, 100, 0, TcpFlags.SYN, 1024)).run();
        List<Wire.Seen> own = wire.all.stream()
                .filter(seen -> seen.view().isTcp() && seen.view().tcpFlags() == TcpFlags.RST).toList();
        assertEquals(1, own.size(), "what a kernel does that knows of no connection");
        assertEquals(3, wire.all.size(), "SYN, SYN-ACK and RST, and nothing answers the RST, but: " + wire.all);
    }

    @ParameterizedTest
    @CsvSource({ "SYN,81,RST ACK,0,101", "SYN FIN,81,RST ACK,0,102", "ACK,81,RST,7,0", "SYN ACK,81,RST,7,0",
            "ACK,80,RST,7,0", "FIN,81,RST ACK,0,101", "'',81,RST ACK,0,100" })
    void aSegmentForNoConnectionIsResetAsRfc9293Says(String flags, int port, String answer, long sequence,
            long acknowledgement) throws Exception {
        wire.send(PacketBuilder.tcp(end(false), 50000, port, 100, 7, flags(flags), 1024)).run();
        PacketView reply = wire.only().view();
        assertEquals(flags(answer), reply.tcpFlags());
        assertEquals(sequence, reply.tcpSequence());
        assertEquals(acknowledgement, reply.tcpAcknowledgement());
    }

    @ParameterizedTest
    @CsvSource({ "RST,80", "RST,81", "RST ACK,81", "FIN,80", "'',80" })
    void someSegmentsAreNotAnswered(String flags, int port) throws Exception {
        wire.send(PacketBuilder.tcp(end(false), 50000, port, 100, 7, flags(flags), 1024)).run();
        assertEquals(List.of(), wire.received());
    }

    private static int flags(String words) {
        int flags = 0;
        for (String word : words.split(" ")) {
            flags |= switch (word) {
                case "SYN" -> TcpFlags.SYN;
                case "ACK" -> TcpFlags.ACK;
                case "FIN" -> TcpFlags.FIN;
                case "RST" -> TcpFlags.RST;
                case "" -> 0;
                default -> throw new IllegalArgumentException(word);
            };
        }
        return flags;
    }

    @Test
    void aHostThatDoesNotPingDoesNot() throws Exception {
        try (Wire quiet = Wire.at(Wire.CHAIN.replace("tcp-open = [80]", "tcp-open = [80]\nping = false"))) {
            quiet.send(quiet.echo("10.0.4.2", 64, 1)).send(quiet.echo("2001:db8:4::2", 64, 1)).run();
            assertEquals(List.of(), quiet.received());
        }
    }
}
