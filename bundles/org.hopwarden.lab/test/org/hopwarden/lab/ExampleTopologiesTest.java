package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.junit.jupiter.api.Test;

/** Each example tells the story that its targets' notes promise. */
class ExampleTopologiesTest {

    private static Topology example(String id) {
        return ExampleTopologies.find(id).orElseThrow().topology();
    }

    /** Names of who answered at each TTL, or what else came: {@code -} for silence. */
    private static List<String> trace(SimulatedNetwork network, String from, String target, String method, int port)
            throws Exception {
        List<String> hops = new ArrayList<>();
        try (Wire wire = new Wire(network, from)) {
            IpAddress destination = IpAddress.tryParse(target).orElseGet(() -> network.lookup(target).getFirst());
            for (int ttl = 1; ttl <= 12; ttl++) {
                IpHeader ip = IpHeader.of(wire.source(destination), destination, ttl);
                wire.all.clear();
                wire.send(switch (method) {
                    case "icmp" -> PacketBuilder.echoRequest(ip, 99, ttl, new byte[8]);
                    case "udp" -> PacketBuilder.udpWithChecksum(ip, 40000, 33434, ttl, 2);
                    default -> PacketBuilder.tcp(ip, 40000, port, ttl, 0, TcpFlags.SYN, 1000);
                }).run();
                if (wire.received().isEmpty()) {
                    hops.add("-");
                    continue;
                }
                PacketView reply = wire.only().view();
                String name = network.topology().owner(reply.source()).orElseThrow().name();
                boolean exceeded = reply.isIcmpError()
                        && reply.icmpType() == (reply.isV6() ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED);
                String kind = reply.isIcmp() ? IcmpType.text(reply.version(), reply.icmpType(), reply.icmpCode())
                        : TcpFlags.text(reply.tcpFlags());
                hops.add(exceeded ? name : name + ": " + kind);
                if (!exceeded) {
                    return hops;
                }
            }
        }
        return hops;
    }

    @Test
    void theForumsFirewallHidesTheHopsAndNotTheEnd() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(example("forum"));
        assertEquals(List.of("-", "-", "-", "-", "-", "-", "www: echo reply"),
                trace(network, "desk", "www.forum.example", "icmp", 0));
        assertEquals(List.of("-", "-", "-", "-", "-", "-", "www: SYN,ACK"),
                trace(network, "desk", "www", "tcp-syn", 443));
        assertEquals(List.of("-", "-", "-", "resolver: port unreachable"), trace(network, "desk", "resolver", "udp", 0));
        for (List<String> open : List.of(trace(network, "laptop", "www.forum.example", "icmp", 0),
                trace(network, "desk", "2001:db8:80:80::80", "icmp", 0))) {
            assertEquals(7, open.size());
            assertFalse(open.contains("-"), open.toString());
            assertTrue(open.get(2).startsWith("core-"), open.toString());
        }
    }

    @Test
    void theCampusHasFourPathsASilentRouterAndALossyLink() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(example("campus"));
        List<String> hops = trace(network, "reading-room", "cluster.campus.example", "udp", 0);
        assertEquals("-", hops.get(4), "the silent one");
        assertEquals("cluster-gate", hops.get(5));
        assertEquals("cluster: port unreachable", hops.getLast());
        Set<String> spines = new HashSet<>();
        try (Wire wire = new Wire(network, "reading-room")) {
            IpAddress destination = network.lookup("cluster").getFirst();
            for (int port = 0; port < 60; port++) {
                wire.all.clear();
                wire.send(PacketBuilder.udp(IpHeader.of(wire.source(destination), destination, 3), 3000 + port, 9,
                        new byte[2])).run();
                spines.add(network.topology().owner(wire.only().view().source()).orElseThrow().name());
            }
        }
        assertEquals(Set.of("spine-1", "spine-2", "spine-3", "spine-4"), spines);
        int answered = 0;
        try (Wire wire = new Wire(network, "reading-room")) {
            for (int i = 0; i < 200; i++) {
                wire.send(wire.echo("10.20.60.60", 64, i)).run();
            }
            answered = wire.received().size();
        }
        assertEquals(200 * 0.85 * 0.85, answered, 30);
    }

    @Test
    void atTheEdgeEachMethodTellsAnotherStory() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(example("edge"));
        List<String> outside = List.of("office", "carrier-west", "carrier-hub", "carrier-east", "border");
        List<String> tcp = trace(network, "analyst", "www.edge.example", "tcp-syn", 443);
        assertEquals(outside, tcp.subList(0, 5));
        assertEquals("web: SYN,ACK", tcp.getLast());
        assertEquals(8, tcp.size());
        List<String> icmp = trace(network, "analyst", "www.edge.example", "icmp", 0);
        assertEquals(outside, icmp.subList(0, 5));
        assertEquals("border: administratively prohibited", icmp.getLast());
        for (List<String> silent : List.of(trace(network, "analyst", "www.edge.example", "udp", 0),
                trace(network, "analyst", "mail.edge.example", "tcp-syn", 25))) {
            assertEquals(outside, silent.subList(0, 5));
            assertEquals(Set.of("-"), Set.copyOf(silent.subList(5, 12)));
        }
    }

    @Test
    void behindTheLimitsNothingIsLost() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(example("limits"));
        assertEquals(List.of("home", "access", "core", "clean: echo reply"),
                trace(network, "desk", "clean.limits.example", "icmp", 0));
        try (Wire wire = new Wire(network, "desk")) {
            String clean = network.lookup("clean").getFirst().toString();
            String server = network.lookup("server").getFirst().toString();
            for (int i = 0; i < 300; i++) {
                wire.send(wire.echo(clean, 64, i)).send(wire.echo(server, 64, i)).send(wire.echo(server, 2, i))
                        .run(java.time.Duration.ofMillis(10));
            }
            wire.run();
            long fromClean = wire.received().stream().filter(seen -> seen.view().source().toString().equals(clean)).count();
            long fromServer = wire.received().stream().filter(seen -> seen.view().source().toString().equals(server)).count();
            long errors = wire.received().stream().filter(seen -> seen.view().isIcmpError()).count();
            assertEquals(300, fromClean);
            // Bursts of three: the variance is about five times that of single losses; four deviations.
            assertEquals(210, fromServer, 4 * Math.sqrt(5 * 300 * 0.3 * 0.7));
            assertTrue(errors >= 6 && errors < 15, "three seconds of a limit of one a second: " + errors);
        }
    }

    @Test
    void theProviderShowsAndHidesItsRouters() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(example("provider"));
        for (String target : List.of("labels.provider.example", "2001:db8:9:6::2")) {
            assertEquals(List.of("gate", "pe1", "p1", "p2", "pe2", "labels: echo reply"),
                    trace(network, "desk", target, "icmp", 0));
        }
        assertEquals(List.of("gate", "pe1", "pe3", "hidden: echo reply"),
                trace(network, "desk", "hidden.provider.example", "icmp", 0));
        List<String> wide = trace(network, "desk", "wide.provider.example", "udp", 0);
        assertEquals(List.of("gate", "spread", "join", "spoke: port unreachable"),
                List.of(wide.get(0), wide.get(1), wide.get(3), wide.get(4)));
        assertTrue(Set.of("north", "middle", "south").contains(wide.get(2)));
        Set<String> shore = new java.util.HashSet<>();
        for (int i = 0; i < 20; i++) {
            shore.add(trace(network, "desk", "flutter.provider.example", "udp", 0).get(2));
        }
        assertEquals(Set.of("east", "west"), shore);
    }

    @Test
    void theNarrowTunnelsTellDifferentThings() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(example("narrow"));
        List<Integer> told = new ArrayList<>();
        for (String target : List.of("one", "two", "three")) {
            try (Wire wire = new Wire(network, "desk")) {
                IpAddress to = network.lookup(target).getFirst();
                IpHeader ip = IpHeader.of(wire.source(to), to, 64).withDontFragment();
                wire.send(PacketBuilder.echoRequest(ip, 1, 1, new byte[1350])).run();
                wire.send(PacketBuilder.echoRequest(ip, 1, 2, new byte[1450])).run();
                List<Wire.Seen> all = wire.received();
                assertEquals(IcmpType.ECHO_REPLY, all.getFirst().view().icmpType());
                told.add(all.size() == 1 ? -1 : all.getLast().view().icmpMtu());
            }
        }
        assertEquals(List.of(1420, 0, -1), told);
    }

    @Test
    void behindTwoTranslationsTheServerIsOneHopFurther() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(example("home"));
        assertEquals(List.of("home", "carrier", "peering", "washer", "front", "front: SYN,ACK"),
                trace(network, "desk", "203.0.113.10", "tcp-syn", 80));
        assertEquals(List.of("home", "carrier", "peering", "washer", "front", "web: SYN,ACK"),
                trace(network, "desk", "2001:db8:8:6::2", "tcp-syn", 8080));
    }

    @Test
    void everyExampleIsListedDescribedAndUsesOnlyAddressesMadeForThat() {
        assertEquals(ExampleTopologies.DEFAULT_ID, ExampleTopologies.all().getFirst().id());
        assertEquals("forum", ExampleTopologies.defaultExample().id());
        List<IpPrefix> documentation = List.of("10.0.0.0/8", "192.168.0.0/16", "172.16.0.0/12", "100.64.0.0/10",
                "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32").stream().map(IpPrefix::parse).toList();
        for (ExampleTopologies.Example example : ExampleTopologies.all()) {
            Topology topology = example.topology();
            assertFalse(topology.description().isBlank(), example.id());
            assertTrue(topology.targets().size() >= 3, example.id());
            assertTrue(topology.targets().stream().noneMatch(target -> target.note().isBlank()), example.id());
            for (Topology.Node node : topology.nodes()) {
                for (IpAddress address : topology.addresses(node)) {
                    assertTrue(documentation.stream().anyMatch(prefix -> prefix.contains(address)), address.toString());
                }
            }
        }
    }
}
