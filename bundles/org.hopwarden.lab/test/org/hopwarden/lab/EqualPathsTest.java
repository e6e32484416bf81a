package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How routers split flows over paths of equal cost. */
class EqualPathsTest {

    private static String diamond(int width, String extra) {
        StringBuilder text = new StringBuilder("""
                name = "diamond"
                viewpoint = "a"
                [[host]]
                name = "a"
                [[host]]
                name = "z"
                [[router]]
                name = "left"
                [[router]]
                name = "right"
                [[link]]
                between = ["a", "left"]
                prefix = ["10.1.0.0/24", "2001:db8:1::/64"]
                latency = "1 ms"
                [[link]]
                between = ["right", "z"]
                prefix = ["10.2.0.0/24", "2001:db8:2::/64"]
                addresses.z = ["10.2.0.9", "2001:db8:2::9"]
                latency = "1 ms"
                """);
        for (int i = 0; i < width; i++) {
            text.append("""
                    [[router]]
                    name = "m%1$d"
                    [[link]]
                    between = ["left", "m%1$d"]
                    prefix = ["10.3.%1$d.0/30", "2001:db8:3:%1$d::/64"]
                    latency = "1 ms"
                    %2$s
                    [[link]]
                    between = ["m%1$d", "right"]
                    prefix = ["10.4.%1$d.0/30", "2001:db8:4:%1$d::/64"]
                    latency = "1 ms"
                    """.formatted(i, extra.replace("#", Integer.toString(i + 1))));
        }
        return text.toString();
    }

    /** Which middle router a packet with TTL 2 meets. */
    private static IpAddress middle(Wire wire, MemorySegment packet) throws Exception {
        wire.all.clear();
        wire.send(packet).run();
        return wire.only().view().source();
    }

    private static MemorySegment udp(Wire wire, boolean v6, int sourcePort) throws Exception {
        return PacketBuilder.udp(wire.to(v6 ? "2001:db8:2::9" : "10.2.0.9", 2), sourcePort, 33434, new byte[2]);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void flowsSpreadEvenlyOverAllPaths(boolean v6) throws Exception {
        try (Wire wire = Wire.at(diamond(4, ""))) {
            Map<IpAddress, Integer> counts = new HashMap<>();
            int flows = 2000;
            for (int i = 0; i < flows; i++) {
                counts.merge(middle(wire, udp(wire, v6, 20000 + i)), 1, Integer::sum);
            }
            assertEquals(4, counts.size());
            // Four standard deviations of a binomial with p = 1/4; the seed is fixed, so this cannot flicker.
            counts.values().forEach(count -> assertEquals(flows / 4, count, 4 * Math.sqrt(flows * 3 / 16.0)));
        }
    }

    @Test
    void weightsShareOutTheFlows() throws Exception {
        try (Wire wire = Wire.at(diamond(3, "weight = #"))) {
            Map<IpAddress, Integer> counts = new HashMap<>();
            int flows = 3000;
            for (int i = 0; i < flows; i++) {
                counts.merge(middle(wire, udp(wire, false, 20000 + i)), 1, Integer::sum);
            }
            assertEquals(500, counts.get(IpAddress.parse("10.3.0.2")), 100);
            assertEquals(1000, counts.get(IpAddress.parse("10.3.1.2")), 120);
            assertEquals(1500, counts.get(IpAddress.parse("10.3.2.2")), 120);
        }
    }

    @Test
    void aDearerPathIsNotTaken() throws Exception {
        try (Wire wire = Wire.at(diamond(2, "cost = #"))) {
            Set<IpAddress> met = new HashSet<>();
            for (int i = 0; i < 50; i++) {
                met.add(middle(wire, udp(wire, false, 20000 + i)));
            }
            assertEquals(Set.of(IpAddress.parse("10.3.0.2")), met);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void oneFlowKeepsToOnePath(boolean v6) throws Exception {
        try (Wire wire = Wire.at(diamond(16, ""))) {
            IpAddress first = middle(wire, udp(wire, v6, 4711));
            for (int i = 1; i < 60; i++) {
                IpHeader header = wire.to(v6 ? "2001:db8:2::9" : "10.2.0.9", 2).withTrafficClass(i);
                header = v6 ? header.withFlowLabel(i) : header.withIdentification(i);
                assertEquals(first, middle(wire, PacketBuilder.udpWithChecksum(header, 4711, 33434, i, 2 * i)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anEchoIsAFlowByItsIdentifierNotByItsChecksum(boolean v6) throws Exception {
        try (Wire wire = Wire.at(diamond(16, ""))) {
            IpHeader header = wire.to(v6 ? "2001:db8:2::9" : "10.2.0.9", 2);
            IpAddress first = middle(wire, PacketBuilder.echoRequest(header, 5, 0, new byte[0]));
            Set<IpAddress> others = new HashSet<>();
            for (int i = 1; i < 60; i++) {
                assertEquals(first, middle(wire, PacketBuilder.echoRequest(header, 5, i, new byte[] { (byte) i })));
                others.add(middle(wire, PacketBuilder.echoRequest(header, 5 + i, 0, new byte[0])));
            }
            assertTrue(others.size() > 8, "other identifiers go other ways: " + others);
        }
    }

    @Test
    void allFragmentsOfAPacketGoTheSameWay() throws Exception {
        try (Wire wire = Wire.at(diamond(16, "")); Wire end = new Wire(wire.network, "z")) {
            for (int port = 1000; port < 1030; port++) {
                Set<String> links = new HashSet<>();
                wire.network.setFilter("left", PacketFilter.Direction.FORWARD, (packet, direction, in, out) -> {
                    // The answer to the whole packet passes here as well, on its way back.
                    if (packet.isFragment()) {
                        links.add(out);
                    }
                    return PacketFilter.Decision.ALLOW;
                });
                MemorySegment whole = PacketBuilder.udp(wire.to("10.2.0.9", 64), port, 9, new byte[4000]);
                List<MemorySegment> fragments = PacketBuilder.fragments(whole, 1500, port);
                for (MemorySegment fragment : fragments) {
                    wire.send(fragment);
                }
                end.run();
                assertEquals(1, links.size(), "fragments of source port " + port);
            }
            assertEquals(90, end.received().size());
        }
    }

    @Test
    void routersChooseIndependentlyOfEachOther() throws Exception {
        // Two diamonds in a row: with the same hash at both, only a quarter of the combinations would ever be seen.
        StringBuilder text = new StringBuilder("""
                name = "two diamonds"
                viewpoint = "a"
                [[host]]
                name = "a"
                [[host]]
                name = "z"
                [[router]]
                name = "r0"
                [[router]]
                name = "r1"
                [[router]]
                name = "r2"
                [[link]]
                between = ["a", "r0"]
                prefix = "10.1.0.0/24"
                latency = "1 ms"
                [[link]]
                between = ["r2", "z"]
                prefix = "10.2.0.0/24"
                latency = "1 ms"
                """);
        for (int stage = 0; stage < 2; stage++) {
            for (int i = 0; i < 4; i++) {
                text.append("""
                        [[router]]
                        name = "m%1$d%2$d"
                        [[link]]
                        between = ["r%1$d", "m%1$d%2$d"]
                        prefix = "10.3.1%1$d%2$d.0/30"
                        latency = "1 ms"
                        [[link]]
                        between = ["m%1$d%2$d", "r%3$d"]
                        prefix = "10.4.1%1$d%2$d.0/30"
                        latency = "1 ms"
                        """.formatted(stage, i, stage + 1));
            }
        }
        try (Wire wire = Wire.at(text.toString())) {
            Set<String> combinations = new HashSet<>();
            for (int port = 0; port < 200; port++) {
                IpHeader first = wire.to("10.2.0.2", 2);
                IpHeader second = wire.to("10.2.0.2", 4);
                combinations.add(middle(wire, PacketBuilder.udp(first, 5000 + port, 9, new byte[2])) + " "
                        + middle(wire, PacketBuilder.udp(second, 5000 + port, 9, new byte[2])));
            }
            assertEquals(16, combinations.size());
        }
    }

    @Test
    void anErrorFindsItsWayBack() throws Exception {
        try (Wire wire = Wire.at(diamond(4, ""))) {
            wire.send(PacketBuilder.udp(wire.to("10.2.0.9", 64), 1, 2, new byte[2])).run();
            PacketView reply = wire.only().view();
            assertEquals(IcmpType.CODE_PORT, reply.icmpCode());
            assertEquals(61, reply.ttl());
        }
    }
}
