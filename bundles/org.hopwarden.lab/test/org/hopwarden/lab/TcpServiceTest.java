package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.net.TcpOptions;
import org.hopwarden.packetio.TcpConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections and name service of hosts, on the chain a - r1 - r2 - r3 - z. */
class TcpServiceTest {

    private static final String ECHO = Wire.CHAIN.replace("tcp-open = [80]", "tcp-open = [80]\ntcp-data = \"echo\"\ndns = true\n"
            + "names = [\"www.chain.example\"]");

    private static IpAddress end(boolean v6) {
        return IpAddress.parse(v6 ? "2001:db8:4::2" : "10.0.4.2");
    }

    private static byte[] bytes(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static void runUntilClosed(Wire wire, LabConnection connection) throws Exception {
        for (int i = 0; i < 600 && !connection.isClosed(); i++) {
            wire.run(Duration.ofSeconds(1));
            wire.all.clear();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aConnectionIsMadeUsedAndClosed(boolean v6) throws Exception {
        try (Wire wire = Wire.at(ECHO)) {
            LabConnection connection = wire.network.connect("a", end(v6), 80);
            assertFalse(connection.isEstablished());
            wire.run(Duration.ofMillis(100));
            assertTrue(connection.isEstablished());
            assertEquals(1, wire.network.connections("a").size());
            assertEquals(connection.localPort(), wire.network.connections("z").getFirst().remotePort());
            byte[] data = "does it come back?".getBytes(StandardCharsets.UTF_8);
            connection.send(data);
            wire.run(Duration.ofMillis(100));
            assertArrayEquals(data, connection.received());
            connection.close();
            wire.run(Duration.ofMillis(200));
            assertTrue(connection.hasPeerFinished() && connection.isClosed());
            assertEquals(List.of(), wire.network.connections("z"));
            assertTrue(wire.all.stream().allMatch(seen -> seen.view().isTransportChecksumValid()));
            assertTrue(wire.received().stream().noneMatch(seen -> (seen.view().tcpFlags() & TcpFlags.RST) != 0));
            Balance.check(wire.network, "tcp");
        }
    }

    /** The stream is whole whatever the links do to its segments. */
    @Test
    void streamsSurviveLossReorderingAndDuplicates() throws Exception {
        for (int i = 0; i < 20; i++) {
            long seed = Long.getLong("hopwarden.seed", System.nanoTime() + i);
            String bad = "seed = " + seed + "\n" + ECHO.replace("latency = \"4 ms\"", "latency = \"4 ms\"\nloss = \"5 %\"\n"
                    + "reorder = \"10 %\"\nreorder-by = \"3 ms\"\nduplicate = \"5 %\"\nmtu = 1300");
            try (Wire wire = Wire.at(bad)) {
                LabConnection connection = wire.network.connect("a", end(i % 2 == 1), 80);
                byte[] data = bytes(20_000, seed);
                connection.send(data);
                connection.close();
                runUntilClosed(wire, connection);
                assertTrue(connection.isClosed(), "seed " + seed);
                assertArrayEquals(data, connection.received(), "seed " + seed);
            }
        }
    }

    @Test
    void moreThanAWindowFits() throws Exception {
        try (Wire wire = Wire.at(ECHO)) {
            LabConnection connection = wire.network.connect("a", end(false), 80);
            byte[] data = bytes(400_000, 5);
            connection.send(data);
            connection.close();
            runUntilClosed(wire, connection);
            assertArrayEquals(data, connection.received());
        }
    }

    @Test
    void byItselfAServiceOnlyAcknowledges() throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN)) {
            LabConnection connection = wire.network.connect("a", end(false), 80);
            connection.send(bytes(5000, 1));
            connection.close();
            runUntilClosed(wire, connection);
            assertTrue(connection.isClosed());
            assertEquals(0, connection.received().length);
        }
    }

    @Test
    void closedAndFilteredPorts() throws Exception {
        String filtered = Wire.CHAIN + "[[filter]]\nat = \"z\"\ndirection = \"in\"\nmatch = \"tcp port 82\"\naction = \"drop\"\n";
        try (Wire wire = Wire.at(filtered)) {
            LabConnection closed = wire.network.connect("a", end(false), 81);
            LabConnection silent = wire.network.connect("a", end(false), 82);
            wire.run(Duration.ofMillis(100));
            assertTrue(closed.isClosed());
            assertFalse(silent.isClosed());
            runUntilClosed(wire, silent);
            assertTrue(silent.isClosed(), "it gives up");
        }
    }

    /** A segment of a live connection with a small TTL shows a router, and the stream stays whole. */
    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aConnectionCanBeTracedFromInside(boolean v6) throws Exception {
        try (Wire wire = Wire.at(ECHO)) {
            LabConnection connection = wire.network.connect("a", end(v6), 80);
            wire.run(Duration.ofMillis(100));
            byte[] data = bytes(100, 3);
            connection.send(data);
            wire.run(Duration.ofMillis(100));
            PacketView last = wire.all.stream().filter(seen -> seen.view().source().equals(connection.local()))
                    .toList().getLast().view();
            long next = last.tcpSequence();
            for (int ttl = 1; ttl <= 4; ttl++) {
                wire.all.clear();
                wire.send(PacketBuilder.tcp(wire.to(end(v6).toString(), ttl), connection.localPort(), 80, next - 1,
                        last.tcpAcknowledgement(), TcpFlags.ACK, 1000)).run();
                PacketView answer = wire.received().getFirst().view();
                if (ttl < 4) {
                    assertEquals(v6 ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED, answer.icmpType());
                } else {
                    assertEquals(TcpFlags.ACK, answer.tcpFlags(), "what lies before the window is acknowledged once more");
                    assertEquals(next, answer.tcpAcknowledgement());
                }
            }
            connection.send(data);
            connection.close();
            runUntilClosed(wire, connection);
            byte[] twice = Arrays.copyOf(data, 200);
            System.arraycopy(data, 0, twice, 100, 100);
            assertArrayEquals(twice, connection.received());
        }
    }

    /** RFC 2883: the answer to what came twice names it, to whoever knows SACK. */
    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void whatCameTwiceIsNamed(boolean v6) throws Exception {
        try (Wire wire = Wire.at(ECHO)) {
            LabConnection connection = wire.network.converse("a", end(v6), 80, Duration.ofMillis(200));
            wire.run(Duration.ofMillis(500));
            assertEquals(List.of(new TcpConnection(connection.local(), connection.localPort(), end(v6), 80)), wire.port.connections());
            PacketView last = wire.all.stream().filter(seen -> seen.view().source().equals(connection.local())).toList().getLast().view();
            wire.all.clear();
            long old = last.tcpSequence() - 1;
            wire.send(PacketBuilder.tcp(wire.to(end(v6).toString(), 64), connection.localPort(), 80, old, last.tcpAcknowledgement(),
                    TcpFlags.ACK, 1000, new byte[0], new byte[1])).run(Duration.ofMillis(40));
            PacketView answer = wire.received().getFirst().view();
            int option = TcpOptions.find(answer, TcpOptions.SACK, 10);
            assertTrue(option > 0, TcpOptions.text(answer));
            assertEquals(old, answer.intAt(option + 2));
            assertEquals(old + 1, answer.intAt(option + 6));
            int before = connection.received().length;
            wire.run();
            assertTrue(connection.received().length > before, "the conversation goes on");
        }
    }

    @Test
    void aForgedResetOutOfOrderDoesNothing() throws Exception {
        try (Wire wire = Wire.at(ECHO)) {
            LabConnection connection = wire.network.connect("a", end(false), 80);
            wire.run(Duration.ofMillis(100));
            long next = wire.all.stream().filter(seen -> seen.view().source().equals(connection.local())).toList().getLast()
                    .view().tcpSequence();
            wire.send(PacketBuilder.tcp(wire.to("10.0.4.2", 64), connection.localPort(), 80, next + 100, 0, TcpFlags.RST, 0))
                    .run();
            assertEquals(1, wire.network.connections("z").size());
            wire.send(PacketBuilder.tcp(wire.to("10.0.4.2", 64), connection.localPort(), 80, next, 0, TcpFlags.RST, 0)).run();
            assertEquals(0, wire.network.connections("z").size());
        }
    }

    private static byte[] query(String name, int type) {
        StringBuilder hex = new StringBuilder("abcd01000001000000000000");
        for (String label : name.split("\\.")) {
            hex.append("%02x".formatted(label.length())).append(HexFormat.of().formatHex(label.getBytes(StandardCharsets.US_ASCII)));
        }
        return HexFormat.of().parseHex(hex.append("00%04x0001".formatted(type)));
    }

    private static String ask(Wire wire, byte[] query) throws Exception {
        wire.all.clear();
        wire.send(PacketBuilder.udp(wire.to("10.0.4.2", 64), 40_000, 53, query)).run();
        PacketView reply = wire.received().getFirst().view();
        assertEquals(53, reply.sourcePort());
        byte[] bytes = wire.received().getFirst().bytes();
        return HexFormat.of().formatHex(bytes, reply.payloadOffset(), bytes.length);
    }

    @Test
    void aNameServerKnowsTheTopology() throws Exception {
        try (Wire wire = Wire.at(ECHO)) {
            String a = ask(wire, query("www.chain.example", 1));
            assertTrue(a.startsWith("abcd8500" + "0001" + "0001"), a);
            assertTrue(a.endsWith("c00c" + "0001" + "0001" + "0000003c" + "0004" + "0a000402"), a);
            assertTrue(ask(wire, query("WWW.chain.example", 28)).endsWith("0010" + "20010db8000400000000000000000002"));
            assertTrue(ask(wire, query("nobody.example", 1)).startsWith("abcd8503" + "0001" + "0000"));
            assertTrue(ask(wire, query("www.chain.example", 15)).startsWith("abcd8500" + "0001" + "0000"));
            String name = HexFormat.of().formatHex("www".getBytes(StandardCharsets.US_ASCII));
            assertTrue(ask(wire, query("2.4.0.10.in-addr.arpa", 12)).contains("03" + name));
            assertTrue(ask(wire, query("2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.4.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa", 12))
                    .contains("03" + name));
            assertTrue(ask(wire, Arrays.copyOf(query("www.chain.example", 1), 20)).startsWith("abcd8501"), "cut short");
        }
    }
}
