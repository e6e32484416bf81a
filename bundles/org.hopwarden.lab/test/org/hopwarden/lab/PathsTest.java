package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.hopwarden.net.Checksum;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways that packets take other than the shortest one by flow, and what routers tell of them. */
class PathsTest {

    /** a - left - (m1, m2, m3, m4) - right - z, with keys for the router on the left. */
    private static String diamond(String left) {
        StringBuilder text = new StringBuilder("""
                name = "diamond"
                viewpoint = "a"
                [[host]]
                name = "a"
                [[host]]
                name = "z"
                loopback = ["10.9.9.1", "10.9.9.2", "10.9.9.3", "10.9.9.4", "10.9.9.5", "10.9.9.6", "10.9.9.7", "10.9.9.8"]
                [[router]]
                name = "left"
                %s
                [[router]]
                name = "right"
                [[link]]
                between = ["a", "left"]
                prefix = ["10.1.0.0/24", "2001:db8:1::/64"]
                latency = "1 ms"
                [[link]]
                between = ["right", "z"]
                prefix = ["10.2.0.0/24", "2001:db8:2::/64"]
                latency = "1 ms"
                """.formatted(left));
        for (int i = 1; i <= 4; i++) {
            text.append("""
                    [[router]]
                    name = "m%1$d"
                    [[link]]
                    between = ["left", "m%1$d"]
                    prefix = ["10.3.%1$d.0/24", "2001:db8:3:%1$d::/64"]
                    latency = "1 ms"
                    [[link]]
                    between = ["m%1$d", "right"]
                    prefix = ["10.4.%1$d.0/24", "2001:db8:4:%1$d::/64"]
                    latency = "1 ms"
                    """.formatted(i));
        }
        return text.toString();
    }

    /** The middle router that a probe with a TTL of 2 meets. */
    private static String middle(Wire wire, MemorySegment probe) throws Exception {
        wire.all.clear();
        wire.send(probe).run();
        return wire.network.topology().owner(wire.only().view().source()).orElseThrow().name();
    }

    private static Set<String> middles(Wire wire, List<MemorySegment> probes) throws Exception {
        Set<String> middles = new HashSet<>();
        for (MemorySegment probe : probes) {
            middles.add(middle(wire, probe));
        }
        return middles;
    }

    private static List<MemorySegment> udp(Wire wire, String to, int count) throws Exception {
        List<MemorySegment> probes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            probes.add(PacketBuilder.udp(wire.to(to, 2), 40_000 + i, 33_434, new byte[4]));
        }
        return probes;
    }

    @ParameterizedTest
    @ValueSource(strings = { "10.2.0.2", "2001:db8:2::2" })
    void perFlowPerPacketAndPerDestination(String to) throws Exception {
        try (Wire wire = Wire.at(diamond(""))) {
            assertEquals(4, middles(wire, udp(wire, to, 60)).size());
            assertEquals(1, middles(wire, List.of(udp(wire, to, 1).getFirst(), udp(wire, to, 1).getFirst())).size());
        }
        try (Wire wire = Wire.at(diamond("balance = \"packet\""))) {
            List<MemorySegment> same = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                same.add(udp(wire, to, 1).getFirst());
            }
            assertEquals(4, middles(wire, same).size(), "the same packet takes every way");
        }
        try (Wire wire = Wire.at(diamond("balance = \"destination\""))) {
            assertEquals(1, middles(wire, udp(wire, to, 60)).size());
            Set<String> all = new HashSet<>();
            for (int i = 1; i <= 8; i++) {
                Set<String> one = middles(wire, udp(wire, "10.9.9." + i, 5));
                assertEquals(1, one.size());
                all.addAll(one);
            }
            assertTrue(all.size() > 1, "other addresses go other ways: " + all);
        }
    }

    @Test
    void perPacketByTheWeights() throws Exception {
        String weighted = diamond("balance = \"packet\"").replace("between = [\"left\", \"m1\"]",
                "between = [\"left\", \"m1\"]\nweight = 5");
        try (Wire wire = Wire.at(weighted)) {
            int first = 0;
            for (int i = 0; i < 800; i++) {
                first += middle(wire, udp(wire, "10.2.0.2", 1).getFirst()).equals("m1") ? 1 : 0;
            }
            assertEquals(500, first, 4 * Math.sqrt(800 * 5 / 8.0 * 3 / 8.0));
        }
    }

    @Test
    void theHashedFieldsMakeTheFlow() throws Exception {
        try (Wire wire = Wire.at(diamond("hash = [\"source\", \"destination\"]"))) {
            assertEquals(1, middles(wire, udp(wire, "10.2.0.2", 40)).size(), "ports do not matter");
        }
        List<String> echoes = List.of("hash = [\"source\", \"destination\", \"icmp-checksum\"]",
                "hash = [\"source\", \"destination\", \"icmp-id\"]");
        for (String hash : echoes) {
            try (Wire wire = Wire.at(diamond(hash))) {
                List<MemorySegment> sequences = new ArrayList<>();
                List<MemorySegment> identifiers = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    sequences.add(PacketBuilder.echoRequest(wire.to("10.2.0.2", 2), 7, i, new byte[2]));
                    // The sequence number makes up for the identifier, so that the checksum stays: as Paris traceroute does.
                    identifiers.add(PacketBuilder.echoRequest(wire.to("10.2.0.2", 2), 7 + i, 100 - i, new byte[2]));
                }
                boolean byChecksum = hash.contains("checksum");
                assertEquals(byChecksum ? 4 : 1, middles(wire, sequences).size(), hash);
                assertEquals(byChecksum ? 1 : 4, middles(wire, identifiers).size(), hash);
            }
        }
        try (Wire wire = Wire.at(diamond("hash = [\"destination\", \"flow-label\"]"))) {
            List<MemorySegment> labels = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                labels.add(PacketBuilder.udp(wire.to("2001:db8:2::2", 2).withFlowLabel(i), 1, 2, new byte[2]));
            }
            assertEquals(4, middles(wire, labels).size());
            assertEquals(1, middles(wire, udp(wire, "2001:db8:2::2", 40)).size());
        }
        try (Wire wire = Wire.at(diamond("hash = [\"traffic-class\"]"))) {
            List<MemorySegment> classes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                classes.add(PacketBuilder.udp(wire.to("10.2.0.2", 2).withTrafficClass(4 * i), 1, 2, new byte[2]));
            }
            assertEquals(4, middles(wire, classes).size());
        }
    }

    @Test
    void theWayBackMayBeAnother() throws Exception {
        String text = diamond("") + """
                [[route]]
                at = "left"
                to = ["10.2.0.0/24", "2001:db8:2::/64"]
                via = "m1"
                [[route]]
                at = "right"
                to = ["10.1.0.0/24", "2001:db8:1::/64"]
                via = "m4"
                """;
        try (Wire wire = Wire.at(text)) {
            assertEquals(Set.of("m1"), middles(wire, udp(wire, "10.2.0.2", 30)));
            Set<String> back = new HashSet<>();
            wire.network.setFilter("m4", PacketFilter.Direction.FORWARD, (packet, direction, in, out) -> {
                back.add(in + ">" + out);
                return PacketFilter.Decision.ALLOW;
            });
            wire.all.clear();
            wire.send(wire.echo("10.2.0.2", 64, 1)).send(wire.echo("2001:db8:2::2", 64, 1)).run();
            assertEquals(2, wire.received().size());
            assertEquals(Set.of("m4--right>left--m4"), back);
        }
    }

    @Test
    void routesToNowhere() throws Exception {
        String text = Wire.CHAIN + """
                [[route]]
                at = "r1"
                to = "10.0.4.2/32"
                action = "drop"
                [[route]]
                at = "r2"
                to = "2001:db8:4::/64"
                action = "unreachable"
                [[route]]
                at = "r1"
                to = "192.0.2.0/24"
                via = "r2"
                """;
        try (Wire wire = Wire.at(text)) {
            wire.send(wire.echo("10.0.4.2", 64, 1)).run();
            assertEquals(0, wire.received().size());
            wire.send(wire.echo("10.0.4.1", 64, 1)).run();
            assertEquals(1, wire.received().size(), "the route is for one address");
            wire.all.clear();
            wire.send(wire.echo("2001:db8:4::2", 64, 1)).run();
            assertEquals(IcmpType.V6_UNREACHABLE, wire.only().view().icmpType());
            wire.all.clear();
            wire.send(wire.echo("192.0.2.9", 64, 1)).run();
            assertEquals("10.0.2.2", wire.only().view().source().toString(), "r2 has no route on");
            Balance.check(wire.network, "routes");
        }
    }

    @Test
    void aRouterThatLeavesTheTtlAloneIsOnNoTrace() throws Exception {
        String text = Wire.CHAIN.replace("name = \"r2\"", "name = \"r2\"\ndecrement-ttl = false");
        try (Wire wire = Wire.at(text)) {
            wire.send(wire.echo("10.0.4.2", 2, 1)).run();
            assertEquals("10.0.3.2", wire.only().view().source().toString());
            wire.all.clear();
            wire.send(wire.echo("10.0.4.2", 3, 1)).run();
            assertEquals(IcmpType.ECHO_REPLY, wire.only().view().icmpType());
        }
    }

    private static final String LONG = """
            name = "provider"
            viewpoint = "a"
            [[host]]
            name = "a"
            [[host]]
            name = "z"
            """;

    /** a - r1 - r2 - r3 - r4 - r5 - z with a label switched path r1 .. r5. */
    private static String provider(String mpls, String keys) {
        StringBuilder text = new StringBuilder(LONG);
        String[] nodes = { "a", "r1", "r2", "r3", "r4", "r5", "z" };
        for (int i = 1; i <= 5; i++) {
            text.append("[[router]]\nname = \"r" + i + "\"\n" + keys + "\n");
        }
        for (int i = 0; i < 6; i++) {
            text.append("[[link]]\nbetween = [\"" + nodes[i] + "\", \"" + nodes[i + 1] + "\"]\nprefix = [\"10.0." + i
                    + ".0/24\", \"2001:db8:" + i + "::/64\"]\nlatency = \"1 ms\"\n");
        }
        return text + "[[mpls]]\npath = [\"r1\", \"r2\", \"r3\", \"r4\", \"r5\"]\n" + mpls;
    }

    private record Hop(String router, int quotedTtl, String extension) {
    }

    private static Hop hop(Wire wire, boolean v6, int ttl) throws Exception {
        wire.all.clear();
        wire.send(PacketBuilder.udp(wire.to(v6 ? "2001:db8:5::2" : "10.0.5.2", ttl), 40_000, 33_434, new byte[30])).run();
        PacketView error = wire.only().view();
        assertTrue(error.isTransportChecksumValid());
        PacketView quote = new PacketView();
        assertTrue(error.quote(quote));
        String name = wire.network.topology().owner(error.source()).orElseThrow().name();
        int body = error.transportOffset() + 8;
        int quoted = error.byteAt(error.transportOffset() + (v6 ? 4 : 5)) * (v6 ? 8 : 4);
        byte[] bytes = wire.only().bytes();
        if (quoted == 0) {
            assertEquals(quote.statedLengthBytes(), bytes.length - body, "the packet and nothing else");
            return new Hop(name, quote.ttl(), "");
        }
        assertEquals(128, quoted, "a short packet is filled up");
        byte[] extension = Arrays.copyOfRange(bytes, body + quoted, bytes.length);
        assertEquals(0, Checksum.of(MemorySegment.ofArray(extension), 0, extension.length));
        assertEquals(0x20, extension[0]);
        return new Hop(name, quote.ttl(), HexFormat.of().formatHex(extension, 4, extension.length));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void inTheUniformModelEveryRouterCountsAndTellsItsLabels(boolean v6) throws Exception {
        try (Wire wire = Wire.at(provider("labels = [\"100 23\", \"200 23\", \"300 23\"]", ""))) {
            // Length 12, class 1, type 1; label 100 = 0x00064, TTL 1; at the bottom label 23 with its bit.
            assertEquals(new Hop("r1", 1, ""), hop(wire, v6, 1));
            assertEquals(new Hop("r2", 1, "000c0101" + "00064001" + "00017101"), hop(wire, v6, 2));
            // The header inside the labels keeps the TTL with which it went in.
            assertEquals(new Hop("r3", 2, "000c0101" + "000c8001" + "00017101"), hop(wire, v6, 3));
            assertEquals(new Hop("r4", 3, "000c0101" + "0012c001" + "00017101"), hop(wire, v6, 4));
            assertEquals(new Hop("r5", 1, ""), hop(wire, v6, 5));
            assertEquals("z", hop(wire, v6, 6).router);
            Balance.check(wire.network, "mpls");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void inThePipeModelTheRoutersInsideAreHidden(boolean v6) throws Exception {
        for (String pop : List.of("early", "last")) {
            try (Wire wire = Wire.at(provider("ttl = \"pipe\"\npop = \"" + pop + "\"", ""))) {
                assertEquals(List.of("r1", "r5", "z"),
                        List.of(hop(wire, v6, 1).router, hop(wire, v6, 2).router, hop(wire, v6, 3).router));
            }
        }
    }

    @Test
    void theLastRouterMayTakeTheLabelsAway() throws Exception {
        try (Wire wire = Wire.at(provider("pop = \"last\"\nlabels = [\"100\", \"200\", \"300\", \"400\"]", ""))) {
            assertEquals(new Hop("r4", 3, "00080101" + "0012c101"), hop(wire, false, 4));
            assertEquals(new Hop("r5", 1, "00080101" + "00190101"), hop(wire, false, 5));
            assertEquals("z", hop(wire, false, 6).router);
        }
    }

    @Test
    void labelsAreToldOnlyByThoseWhoDo() throws Exception {
        try (Wire wire = Wire.at(provider("", "label-stack = false"))) {
            assertEquals(new Hop("r3", 2, ""), hop(wire, false, 3), "an implicit tunnel: only the quoted TTL shows it");
        }
    }

    @Test
    void onlyWhatGoesAllTheWayIsLabelled() throws Exception {
        try (Wire wire = Wire.at(provider("", ""))) {
            wire.send(PacketBuilder.udp(wire.to("10.0.3.2", 2), 40_000, 33_434, new byte[30])).run();
            PacketView quote = new PacketView();
            assertTrue(wire.only().view().quote(quote));
            assertEquals(28 + 58, wire.only().bytes().length, "no extension for a packet that ends inside");
        }
    }

    @ParameterizedTest
    @CsvSource({ "false", "true" })
    void interfacesIntroduceThemselves(boolean v6) throws Exception {
        String text = Wire.CHAIN.replace("name = \"r2\"",
                "name = \"r2\"\ninterface-info = [\"index\", \"address\", \"name\", \"mtu\"]")
                .replace("latency = \"2 ms\"", "latency = \"2 ms\"\nmtu = 1500\nname = \"core\"");
        try (Wire wire = Wire.at(text)) {
            wire.send(PacketBuilder.udp(wire.to(v6 ? "2001:db8:4::2" : "10.0.4.2", 2), 40_000, 33_434, new byte[30])).run();
            String hex = wire.only().hex();
            String address = v6 ? "00020000" + "20010db8000200000000000000000002" : "00010000" + "0a000202";
            // Class 2, all four bits and the role 0; index 1, the address, 8 bytes with the name, the MTU.
            String object = (v6 ? "0028" : "001c") + "020f" + "00000001" + address + "08" + "636f7265" + "000000" + "000005dc";
            assertTrue(hex.endsWith(object), hex);
        }
    }

    @Test
    void quotesMayBeShort() throws Exception {
        String text = Wire.CHAIN.replace("name = \"r1\"", "name = \"r1\"\nquote = 8")
                .replace("name = \"r2\"", "name = \"r2\"\nquote = 20");
        try (Wire wire = Wire.at(text)) {
            for (boolean v6 : new boolean[] { false, true }) {
                for (int ttl = 1; ttl <= 3; ttl++) {
                    wire.all.clear();
                    IpHeader ip = wire.to(v6 ? "2001:db8:4::2" : "10.0.4.2", ttl);
                    wire.send(PacketBuilder.udp(ip, 40_000, 33_434, new byte[200])).run();
                    PacketView quote = new PacketView();
                    assertTrue(wire.only().view().quote(quote));
                    assertEquals(List.of(8, 20, 208).get(ttl - 1), quote.lengthBytes() - (v6 ? 40 : 20));
                }
            }
        }
    }
}
