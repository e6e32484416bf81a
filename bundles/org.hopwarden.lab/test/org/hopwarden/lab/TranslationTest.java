package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Address translation at r1 or r3 of the chain a - r1 - r2 - r3 - z. */
class TranslationTest {

    private static final String MASQUERADE = "[[nat]]\nat = \"r1\"\ninterface = \"r2\"\ntranslate = \"source\"\n";
    private static final String PUBLIC = "[[nat]]\nat = \"r3\"\ntranslate = \"destination\"\n"
            + "match = \"tcp port 8080 to 10.0.3.2/32\"\nto = \"10.0.4.2\"\nto-port = 80\n";

    private static IpAddress address(String text) {
        return IpAddress.parse(text);
    }

    private static String end(boolean v6) {
        return v6 ? "2001:db8:4::2" : "10.0.4.2";
    }

    private static void allTrue(Wire wire) {
        for (Wire.Seen seen : wire.received()) {
            assertTrue(seen.view().isHeaderChecksumValid() && seen.view().isTransportChecksumValid(), seen.toString());
        }
        Balance.check(wire.network, "nat");
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void theSourceIsThatOfTheOutsideAndAnswersFindBack(boolean v6) throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN + MASQUERADE); Wire far = new Wire(wire.network, "z")) {
            wire.send(PacketBuilder.udp(wire.to(end(v6), 64), 40_000, 7, new byte[] { 1, 2, 3 }))
                    .send(wire.echo(end(v6), 64, 5))
                    .send(PacketBuilder.tcp(wire.to(end(v6), 64), 50_000, 80, 9, 0, TcpFlags.SYN, 1000)).run();
            far.run();
            assertEquals(3, wire.received().size());
            assertTrue(wire.received().stream().allMatch(seen -> seen.view().source().equals(address(end(v6)))
                    && seen.view().destination().equals(address(v6 ? "2001:db8:1::1" : "10.0.1.1"))));
            assertEquals(Set.of(address(v6 ? "2001:db8:2::1" : "10.0.2.1")),
                    new HashSet<>(far.received().stream().map(seen -> seen.view().source()).toList()));
            assertEquals(40_000, far.received().getFirst().view().sourcePort(), "a free port stays");
            allTrue(wire);
            allTrue(far);
        }
    }

    @ParameterizedTest
    @CsvSource({ "false,3", "true,3", "false,9", "true,9" })
    void theQuoteIsAsThePacketWasWhenItWasSent(boolean v6, int ttl) throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN + MASQUERADE)) {
            MemorySegment probe = PacketBuilder.udp(wire.to(end(v6), ttl), 40_000, 33_434, new byte[12]);
            wire.send(probe).run();
            PacketView error = wire.only().view();
            assertEquals(address(v6 ? "2001:db8:1::1" : "10.0.1.1"), error.destination());
            PacketView quote = new PacketView();
            assertTrue(error.quote(quote));
            assertEquals(error.destination(), quote.source());
            assertEquals(40_000, quote.sourcePort());
            assertEquals(PacketView.of(probe).transportChecksum(), quote.transportChecksum());
            assertTrue(quote.isHeaderChecksumValid());
            allTrue(wire);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aTranslationMayForgetTheQuotes(boolean v6) throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN + MASQUERADE + "quotes = false\n")) {
            wire.send(PacketBuilder.udp(wire.to(end(v6), 3), 40_000, 33_434, new byte[12])).run();
            PacketView error = wire.only().view();
            assertEquals(address(v6 ? "2001:db8:1::1" : "10.0.1.1"), error.destination(), "the error itself comes back");
            PacketView quote = new PacketView();
            assertTrue(error.quote(quote));
            assertEquals(address(v6 ? "2001:db8:2::1" : "10.0.2.1"), quote.source());
            allTrue(wire);
        }
    }

    @Test
    void shortQuotesAreTranslatedAsFarAsTheyGo() throws Exception {
        String text = Wire.CHAIN.replace("name = \"r2\"", "name = \"r2\"\nquote = 8") + MASQUERADE;
        try (Wire wire = Wire.at(text)) {
            wire.send(PacketBuilder.tcp(wire.to(end(false), 2), 50_000, 80, 9, 0, TcpFlags.SYN, 1000)).run();
            PacketView quote = new PacketView();
            assertTrue(wire.only().view().quote(quote));
            assertEquals(28, quote.lengthBytes());
            assertEquals(address("10.0.1.1"), quote.source());
            assertEquals(50_000, quote.sourcePort());
            allTrue(wire);
        }
    }

    /** Two hosts behind one router that use the same port, and the same identifier of echoes. */
    @Test
    void whoComesSecondGetsAnotherPort() throws Exception {
        String text = Wire.CHAIN.replace("between = [\"a\", \"r1\"]", "between = [\"a\", \"r1\", \"b\"]")
                .replace("[[host]]\nname = \"z\"", "[[host]]\nname = \"b\"\n[[host]]\nname = \"z\"") + MASQUERADE;
        try (Wire a = Wire.at(text); Wire b = new Wire(a.network, "b"); Wire far = new Wire(a.network, "z")) {
            for (Wire each : List.of(a, b)) {
                each.send(PacketBuilder.udp(each.to(end(false), 64), 40_000, 7, new byte[] { 1 }));
                each.send(each.echo(end(false), 64, 1));
            }
            a.run();
            b.run();
            far.run();
            assertEquals(List.of(2, 2), List.of(a.received().size(), b.received().size()));
            assertEquals(40_000, b.received().getFirst().view().destinationPort());
            assertEquals(Set.of(40_000, 40_001),
                    new HashSet<>(far.received().stream().filter(seen -> seen.view().isUdp())
                            .map(seen -> seen.view().sourcePort()).toList()));
            allTrue(a);
            allTrue(b);
        }
    }

    @Test
    void portsMayBeDrawnAtRandom() throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN + MASQUERADE + "ports = \"random\"\n"); Wire far = new Wire(wire.network, "z")) {
            for (int i = 0; i < 20; i++) {
                wire.send(PacketBuilder.udp(wire.to(end(false), 64), 40_000 + i, 7, new byte[] { 1 }));
            }
            assertEquals(20, wire.run().received().size());
            far.run();
            Set<Integer> ports = new HashSet<>(far.received().stream().filter(seen -> seen.view().isUdp())
                    .map(seen -> seen.view().sourcePort()).toList());
            assertEquals(20, ports.size());
            assertTrue(ports.stream().filter(port -> port >= 40_000 && port < 40_020).count() < 3);
        }
    }

    @Test
    void aPublicPortLeadsToAHostInside() throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN + PUBLIC)) {
            wire.send(PacketBuilder.tcp(wire.to("10.0.3.2", 64), 50_000, 8080, 9, 0, TcpFlags.SYN, 1000)).run();
            PacketView answer = wire.only().view();
            assertEquals(address("10.0.3.2"), answer.source());
            assertEquals(8080, answer.sourcePort());
            assertEquals(TcpFlags.SYN | TcpFlags.ACK, answer.tcpFlags());
            assertEquals(64 - 3, answer.ttl(), "it came from z");
            allTrue(wire);
        }
    }

    /** As Linux does: whoever speaks from inside speaks in the name of the public address. */
    @Test
    void errorsFromInsideBearThePublicAddress() throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN + PUBLIC)) {
            for (int ttl : List.of(1, 2, 3)) {
                wire.all.clear();
                wire.send(PacketBuilder.tcp(wire.to("10.0.3.2", ttl), 50_000 + ttl, 8080, 9, 0, TcpFlags.SYN, 1000)).run();
                PacketView error = wire.only().view();
                assertEquals(IcmpType.TIME_EXCEEDED, error.icmpType());
                assertEquals(address(List.of("10.0.1.2", "10.0.2.2", "10.0.3.2").get(ttl - 1)), error.source());
                PacketView quote = new PacketView();
                assertTrue(error.quote(quote));
                assertEquals(address("10.0.3.2"), quote.destination(), "at TTL " + ttl);
                assertEquals(8080, quote.destinationPort());
                allTrue(wire);
            }
        }
    }

    @Test
    void fragmentsAreGatheredBeforeTheyAreTranslated() throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN + MASQUERADE); Wire far = new Wire(wire.network, "z")) {
            MemorySegment whole = PacketBuilder.udp(wire.to(end(false), 64), 40_000, 7, new byte[2000]);
            for (MemorySegment fragment : PacketBuilder.fragments(whole, 576, 9)) {
                wire.send(fragment);
            }
            wire.run();
            far.run();
            assertEquals(2028, wire.only().view().lengthBytes());
            assertEquals(address("10.0.2.1"), far.received().getFirst().view().source());
            allTrue(wire);
        }
    }

    @Test
    void rewrittenFieldsAndTrueChecksums() throws Exception {
        String rewrite = """
                [[rewrite]]
                at = "r2"
                interface = "r3"
                dscp = 10
                ecn = 0
                dont-fragment = false
                ttl = 40
                [[rewrite]]
                at = "r2"
                match = "tcp"
                mss = 1300
                strip-tcp-options = ["timestamps", "sack-permitted"]
                """;
        // MSS 1460, SACK permitted, timestamps at an odd place, window scale.
        byte[] options = { 2, 4, 5, (byte) 0xb4, 4, 2, 1, 8, 10, 1, 2, 3, 4, 5, 6, 7, 8, 3, 3, 7 };
        try (Wire wire = Wire.at(Wire.CHAIN + rewrite); Wire far = new Wire(wire.network, "z")) {
            for (boolean v6 : new boolean[] { false, true }) {
                IpHeader ip = wire.to(end(v6), 64).withTrafficClass(0xff);
                wire.send(PacketBuilder.tcp(v6 ? ip : ip.withDontFragment(), 50_000, 80, 9, 0, TcpFlags.SYN, 1000, options,
                        new byte[0])).run();
            }
            far.run();
            List<Wire.Seen> opening = far.received().stream().filter(seen -> seen.view().tcpFlags() == TcpFlags.SYN).toList();
            assertEquals(2, opening.size());
            for (Wire.Seen seen : opening) {
                PacketView packet = seen.view();
                assertEquals(10 << 2, packet.trafficClass());
                assertEquals(39, packet.ttl());
                assertEquals(packet.isV6(), packet.dontFragment());
                byte[] arrived = new byte[options.length];
                for (int i = 0; i < arrived.length; i++) {
                    arrived[i] = (byte) packet.byteAt(packet.transportOffset() + 20 + i);
                }
                assertEquals("0204051401010101010101010101010101030307",
                        java.util.HexFormat.of().formatHex(arrived));
            }
            allTrue(far);
        }
    }

    @Test
    void theWayBackIsNotRewrittenWhereAnInterfaceIsNamed() throws Exception {
        String rewrite = "[[rewrite]]\nat = \"r2\"\ninterface = \"r3\"\ndscp = 10\n";
        try (Wire wire = Wire.at(Wire.CHAIN + rewrite)) {
            wire.send(PacketBuilder.udp(wire.to(end(false), 64), 40_000, 7, new byte[2])).run();
            assertNotEquals(10, wire.only().view().dscp());
        }
    }
}
