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
