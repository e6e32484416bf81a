package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static String filter(String at, String direction, String match, String action) {
        return "\n[[filter]]\nat = \"%s\"\ndirection = \"%s\"\nmatch = \"%s\"\naction = \"%s\"\n"
                .formatted(at, direction, match, action);
    }

    private static Wire chain(String... filters) {
        return Wire.at(Wire.CHAIN + String.join("", filters));
    }

    @Test
    void aHostsOwnFilterHidesTheHopsAndLeavesTheEnd() throws Exception {
        try (Wire wire = chain(filter("a", "in", "icmp time-exceeded", "drop"))) {
            for (int ttl = 1; ttl <= 4; ttl++) {
                wire.send(wire.echo("10.0.4.2", ttl, ttl)).send(wire.echo("2001:db8:4::2", ttl, ttl));
            }
            wire.run();
            List<PacketView> v4 = wire.received().stream().map(Wire.Seen::view).filter(PacketView::isV4).toList();
            assertEquals(1, v4.size());
            assertEquals(IcmpType.ECHO_REPLY, v4.getFirst().icmpType());
            assertEquals(5, wire.received().size(), "ICMPv6 is another protocol");
            assertEquals(3, wire.network.statistics().dropped(DropReason.FILTERED));
            Balance.check(wire.network, "filter");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aRejectedPacketIsReportedAsProhibited(boolean v6) throws Exception {
        try (Wire wire = chain(filter("r2", "forward", "any to " + (v6 ? "2001:db8:4::/64" : "10.0.4.0/24"), "reject"))) {
            MemorySegment probe = wire.echo(v6 ? "2001:db8:4::2" : "10.0.4.2", 64, 1);
            wire.send(probe).run();
            PacketView reply = wire.only().view();
            assertEquals(IpAddress.parse(v6 ? "2001:db8:2::2" : "10.0.2.2"), reply.source());
            assertEquals(v6 ? IcmpType.V6_UNREACHABLE : IcmpType.UNREACHABLE, reply.icmpType());
            assertEquals(v6 ? IcmpType.V6_CODE_ADMIN_PROHIBITED : IcmpType.CODE_ADMIN_PROHIBITED, reply.icmpCode());
            PacketView quote = new PacketView();
            assertTrue(reply.quote(quote));
            assertEquals(63, quote.ttl(), "as it arrived");
            wire.all.clear();
            wire.send(wire.echo(v6 ? "2001:db8:4::2" : "10.0.4.2", 2, 1)).run();
            assertEquals(v6 ? IcmpType.V6_TIME_EXCEEDED : IcmpType.TIME_EXCEEDED, wire.only().view().icmpType(),
                    "the TTL is looked at before the forward hook");
        }
    }

    @Test
    void noErrorAnswersARejectedError() throws Exception {
        try (Wire wire = chain(filter("r1", "forward", "icmp", "reject"))) {
            PacketView quoted = PacketView.of(wire.echo("10.0.4.2", 64, 1));
            wire.send(PacketBuilder.icmpError(wire.to("10.0.4.2", 64), IcmpType.TIME_EXCEEDED, 0, 0, quoted)).run();
            assertEquals(List.of(), wire.received());
        }
    }

    @Test
    void theHostRefusesWhatItsOwnFilterForbids() throws Exception {
        for (String action : List.of("drop", "reject")) {
            try (Wire wire = chain(filter("a", "out", "tcp port 80-81", action))) {
                var e = assertThrows(PacketPortException.class, () -> wire.send(
                        PacketBuilder.tcp(wire.to("10.0.4.2", 64), 50000, 80, 1, 0, TcpFlags.SYN, 100)));
                assertEquals(PacketPortException.Reason.REFUSED, e.reason());
                assertEquals(0, wire.network.statistics().sent());
                wire.send(PacketBuilder.tcp(wire.to("10.0.4.2", 64), 50000, 82, 1, 0, TcpFlags.SYN, 100)).run();
                assertEquals(TcpFlags.RST | TcpFlags.ACK, wire.only().view().tcpFlags());
            }
        }
    }

    @Test
    void whatANodeMakesItselfPassesItsOutHook() throws Exception {
        try (Wire wire = chain(filter("z", "out", "icmp port-unreachable", "drop"),
                filter("r2", "out", "icmp ttl-exceeded", "drop"))) {
            wire.send(PacketBuilder.udp(wire.to("10.0.4.2", 64), 1, 2, new byte[0]));
            wire.send(wire.echo("10.0.4.2", 2, 1)).run();
            assertEquals(List.of(), wire.received());
            assertEquals(2, wire.network.statistics().dropped(DropReason.FILTERED));
            Balance.check(wire.network, "own");
        }
    }

    @Test
    void theFirstMatchDecides() throws Exception {
        try (Wire wire = chain(filter("r2", "forward", "udp port 53", "allow"), filter("r2", "forward", "udp", "drop"),
                filter("r2", "forward", "udp port 54", "allow"))) {
            for (int port = 52; port <= 54; port++) {
                wire.send(PacketBuilder.udp(wire.to("10.0.4.2", 64), 1, port, new byte[0]));
            }
            wire.run();
            PacketView quote = new PacketView();
            assertTrue(wire.only().view().quote(quote));
            assertEquals(53, quote.destinationPort());
        }
    }

    @ParameterizedTest
    @CsvSource({ "icmp, echo", "icmp 8, echo", "icmp 8/0, echo", "icmpv6 128, echo6", "icmpv6 echo, echo6", "17, udp udp6",
            "udp port 9, udp udp6", "any from 10.0.1.1 to 10.0.4.0/24, echo udp tcp", "ipv6, echo6 udp6",
            "any port 9, udp udp6", "icmp echo from 10.0.1.0/24, echo", "udp port 10-20, ''", "icmp 11/1, ''",
            "any from 10.0.2.0/24, ''", "tcp from 10.0.1.1 port 80, tcp" })
    void aMatchMeansWhatItSays(String match, String caught) throws Exception {
        try (Wire wire = chain(filter("z", "in", match, "drop")); Wire end = new Wire(wire.network, "z")) {
            wire.send(wire.echo("10.0.4.2", 64, 1));
            wire.send(wire.echo("2001:db8:4::2", 64, 1));
            wire.send(PacketBuilder.udp(wire.to("10.0.4.2", 64), 8, 9, new byte[0]));
            wire.send(PacketBuilder.udp(wire.to("2001:db8:4::2", 64), 8, 9, new byte[0]));
            wire.send(PacketBuilder.tcp(wire.to("10.0.4.2", 64), 8, 80, 1, 0, TcpFlags.SYN, 100));
            end.run();
            List<String> missing = new ArrayList<>(List.of("echo", "echo6", "udp", "udp6", "tcp"));
            end.received().stream().map(Wire.Seen::view).forEach(view -> missing
                    .remove((view.isUdp() ? "udp" : view.isTcp() ? "tcp" : "echo") + (view.isV6() ? "6" : "")));
            assertEquals(caught, String.join(" ", missing));
        }
    }

    @Test
    void anInterfaceSeesAllThatEntersAndLeavesByIt() throws Exception {
        String in = filter("r2", "in", "udp", "drop") + "interface = \"r1\"\n";
        try (Wire wire = chain(in)) {
            wire.send(PacketBuilder.udp(wire.to("10.0.2.2", 64), 1, 2, new byte[0]));
            wire.send(PacketBuilder.udp(wire.to("10.0.4.2", 2), 1, 2, new byte[0])).run();
            assertEquals(List.of(), wire.received(), "addressed to the router, or ending there: an access list sees both");
        }
        String out = filter("r2", "out", "udp", "reject") + "interface = \"r3\"\n";
        try (Wire wire = chain(out)) {
            wire.send(PacketBuilder.udp(wire.to("10.0.2.2", 64), 1, 2, new byte[0])).run();
            assertEquals(IcmpType.CODE_PORT, wire.only().view().icmpCode());
            wire.all.clear();
            wire.send(PacketBuilder.udp(wire.to("10.0.4.2", 64), 1, 2, new byte[0])).run();
            assertEquals(IcmpType.CODE_ADMIN_PROHIBITED, wire.only().view().icmpCode());
        }
    }

    @Test
    void aFilterOfAnotherMakeTakesThePlace() throws Exception {
        try (Wire wire = chain(filter("r2", "forward", "any", "drop"))) {
            List<String> seen = new ArrayList<>();
            PacketFilter note = (packet, direction, in, out) -> {
                seen.add(packet.icmpType() + " " + packet.ttl() + " " + direction + " " + in + " > " + out);
                return PacketFilter.Decision.ALLOW;
            };
            wire.network.setFilter("r2", PacketFilter.Direction.FORWARD, note);
            wire.network.setFilter("r2", "r2--r3", PacketFilter.Direction.OUT, note);
            wire.network.setFilter("r2", "r1--r2", PacketFilter.Direction.IN, note);
            wire.network.setFilter("a", PacketFilter.Direction.OUT, note);
            wire.network.setFilter("a", PacketFilter.Direction.IN, note);
            wire.send(wire.echo("10.0.4.2", 64, 1)).run();
            assertEquals(List.of("8 64 OUT  > a--r1", "8 63 IN r1--r2 > ", "8 63 FORWARD r1--r2 > r2--r3",
                    "8 63 OUT r1--r2 > r2--r3", "0 63 FORWARD r2--r3 > r1--r2", "0 61 IN a--r1 > "), seen);
        }
    }

    @Test
    void aFilterNeedsAPlaceThatIs() {
        SimulatedNetwork network = SimulatedNetwork.of(Wire.topology(Wire.CHAIN));
        var in = PacketFilter.Direction.IN;
        var forward = PacketFilter.Direction.FORWARD;
        assertThrows(IllegalArgumentException.class, () -> network.setFilter("r9", in, PacketFilter.ALLOW_ALL));
        assertThrows(IllegalArgumentException.class, () -> network.setFilter("r1", "r3--z", in, PacketFilter.ALLOW_ALL));
        assertThrows(IllegalArgumentException.class,
                () -> network.setFilter("r1", "r1--r2", forward, PacketFilter.ALLOW_ALL));
    }
}
