package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.hopwarden.lab.PacketFilter.Direction;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.RejectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Policies as the filters of a topology. */
class PolicyFilterTest {

    private static final String FORWARD = filter("r2", "forward");
    private static final int HEAD = (int) Wire.CHAIN.lines().count() + 1;

    @TempDir
    private Path folder;

    private static String filter(String at, String direction) {
        return "[[filter]]\nat = \"%s\"\ndirection = \"%s\"\npolicy = \"p.hwpolicy\"\n".formatted(at, direction);
    }

    private void save(Policy policy) throws Exception {
        PolicyFiles.save(policy, folder.resolve("p.hwpolicy"));
    }

    private Topology read(String filters) throws Exception {
        return Topology.read(Files.writeString(folder.resolve("t.toml"), Wire.CHAIN + filters));
    }

    private Wire wire(Policy policy, String filters) throws Exception {
        save(policy);
        return new Wire(SimulatedNetwork.of(read(filters)), "a");
    }

    private static MemorySegment syn(Wire wire, String to, int port) throws Exception {
        return PacketBuilder.tcp(wire.to(to, 64), 50000, port, 7, 0, TcpFlags.SYN, 100);
    }

    private static MemorySegment datagram(Wire wire, String to) throws Exception {
        return PacketBuilder.udp(wire.to(to, 64), 50000, 7, new byte[3]);
    }

    @Test
    void aPolicyDecidesWhatPassesThrough() throws Exception {
        try (Wire wire = wire(Rules.policy(ChainEnd.DENY, Rules.deny(IpProtocol.UDP), Rules.allow(IpProtocol.TCP)), FORWARD)) {
            wire.send(syn(wire, "10.0.4.2", 80)).send(datagram(wire, "10.0.4.2")).send(wire.echo("10.0.4.2", 64, 1)).run();
            assertEquals(TcpFlags.SYN | TcpFlags.ACK, wire.only().view().tcpFlags());
            assertEquals(2, wire.network.statistics().dropped(DropReason.FILTERED));
            wire.all.clear();
            wire.send(wire.echo("10.0.2.2", 64, 1)).run();
            assertEquals(IcmpType.ECHO_REPLY, wire.only().view().icmpType(), "the router's own is not forwarded");
            Balance.check(wire.network, "policy");
        }
    }

    @ParameterizedTest
    @CsvSource({ "in, 10.0.2.2", "out, 10.0.2.2", "forward, 10.0.4.2" })
    void eachHookAsksThePolicyForItsOwnDirection(String hook, String target) throws Exception {
        for (String denied : List.of("in", "out", "forward")) {
            Policy policy = Rules.defaults(disposition("in", denied), disposition("out", denied), disposition("forward", denied));
            try (Wire wire = wire(policy, filter("r2", hook))) {
                wire.send(wire.echo(target, 64, 1)).run();
                assertEquals(hook.equals(denied) ? 0 : 1, wire.received().size(), hook + " while denied is " + denied);
            }
        }
    }

    private static Disposition disposition(String hook, String denied) {
        return hook.equals(denied) ? Disposition.DENY : Disposition.ALLOW;
    }

    @ParameterizedTest
    @CsvSource({ "in, r1", "out, r3" })
    void anInterfaceIsACableSoADefaultThereIsThatOfForward(String direction, String neighbour) throws Exception {
        String place = filter("r2", direction) + "interface = \"" + neighbour + "\"\n";
        try (Wire wire = wire(Rules.defaults(Disposition.ALLOW, Disposition.ALLOW, Disposition.DENY), place)) {
            wire.send(wire.echo("10.0.4.2", 64, 1)).run();
            assertEquals(List.of(), wire.received());
        }
        try (Wire wire = wire(Rules.defaults(Disposition.DENY, Disposition.DENY, Disposition.ALLOW), place)) {
            wire.send(wire.echo("10.0.4.2", 64, 1)).run();
            assertEquals(1, wire.received().size());
        }
    }

    @ParameterizedTest
    @EnumSource(RejectType.class)
    void aRejectedPacketIsAnsweredAsTheRuleSays(RejectType type) throws Exception {
        try (Wire wire = wire(Rules.policy(ChainEnd.ALLOW, Rules.reject(IpProtocol.UDP, type)), FORWARD)) {
            wire.send(datagram(wire, "10.0.4.2")).run();
            PacketView error = wire.only().view();
            assertEquals(IpAddress.parse("10.0.2.2"), error.source());
            assertEquals(IcmpType.UNREACHABLE, error.icmpType());
            assertEquals(switch (type) {
                case NET_UNREACHABLE -> 0;
                case HOST_UNREACHABLE -> 1;
                case PROTOCOL_UNREACHABLE -> 2;
                case PORT_UNREACHABLE, TCP_RESET -> 3;
                case NET_PROHIBITED -> 9;
                case HOST_PROHIBITED -> 10;
                case ADMIN_PROHIBITED -> 13;
            }, error.icmpCode());
            wire.all.clear();
            wire.send(datagram(wire, "2001:db8:4::2")).run();
            PacketView error6 = wire.only().view();
            assertEquals(IcmpType.V6_UNREACHABLE, error6.icmpType());
            assertEquals(switch (type) {
                case NET_UNREACHABLE -> 0;
                case HOST_UNREACHABLE -> 3;
                case PROTOCOL_UNREACHABLE, PORT_UNREACHABLE, TCP_RESET -> 4;
                case NET_PROHIBITED, HOST_PROHIBITED, ADMIN_PROHIBITED -> 1;
            }, error6.icmpCode());
            Balance.check(wire.network, "reject");
        }
    }

    @Test
    void aResetComesFromTheDestinationAndIsTheAnswerToTheSegment() throws Exception {
        try (Wire wire = wire(Rules.policy(ChainEnd.ALLOW, Rules.reject(IpProtocol.TCP, RejectType.TCP_RESET)), FORWARD)) {
            for (String address : List.of("10.0.4.2", "2001:db8:4::2")) {
                wire.all.clear();
                wire.send(syn(wire, address, 80)).run();
                PacketView reset = wire.only().view();
                assertEquals(IpAddress.parse(address), reset.source());
                assertTrue(reset.isTransportChecksumValid());
                assertEquals(TcpFlags.RST | TcpFlags.ACK, reset.tcpFlags());
                assertEquals(8, reset.tcpAcknowledgement());
                assertEquals(0, reset.tcpSequence());
                wire.all.clear();
                wire.send(PacketBuilder.tcp(wire.to(address, 64), 50000, 80, 7, 99, TcpFlags.ACK, 100)).run();
                assertEquals(TcpFlags.RST, wire.only().view().tcpFlags());
                assertEquals(99, wire.only().view().tcpSequence());
                wire.all.clear();
                wire.send(PacketBuilder.tcp(wire.to(address, 64), 50000, 80, 7, 99, TcpFlags.RST, 100)).run();
                assertEquals(List.of(), wire.received(), "a reset is not answered");
            }
            assertEquals(6, wire.network.statistics().dropped(DropReason.FILTERED));
            Balance.check(wire.network, "reset");
        }
    }

    @Test
    void aPolicyOfIpv4DeniesIpv6ByItsDefault() throws Exception {
        Policy policy = Rules.policy(ChainEnd.ALLOW);
        policy.getChains().getFirst().setIpVersion(org.hopwarden.rulemodel.IpFamily.V4);
        try (Wire wire = wire(policy, FORWARD)) {
            wire.send(wire.echo("10.0.4.2", 64, 1)).send(wire.echo("2001:db8:4::2", 64, 1)).run();
            assertTrue(wire.only().view().isV4());
        }
    }

    @Test
    void simpleFiltersBeforeThePolicyAreAskedFirst() throws Exception {
        String first = "[[filter]]\nat = \"r2\"\ndirection = \"forward\"\nmatch = \"%s\"\naction = \"%s\"\n";
        Policy policy = Rules.policy(ChainEnd.DENY, Rules.allow(IpProtocol.ICMP), Rules.allow(IpProtocol.UDP));
        try (Wire wire = wire(policy, first.formatted("tcp", "allow") + first.formatted("icmp", "drop") + FORWARD)) {
            wire.send(syn(wire, "10.0.4.2", 80)).send(wire.echo("10.0.4.2", 64, 1)).send(datagram(wire, "10.0.4.2")).run();
            assertEquals(List.of(IpProtocol.TCP, IpProtocol.UDP),
                    wire.received().stream().map(seen -> seen.view().protocol()).toList());
        }
    }

    @Test
    void theTopologyHoldsThePolicyAsItWasRead() throws Exception {
        Policy policy = Rules.policy(ChainEnd.DENY);
        Rules.add(policy, "inner", ChainEnd.ALLOW);
        save(policy);
        Topology topology = read(FORWARD + "chain = \"inner\"\n" + filter("r1", "forward") + "chain = \"inner\"\n");
        var first = (Topology.PolicyFilter) topology.filters().get(0);
        var second = (Topology.PolicyFilter) topology.filters().get(1);
        assertEquals(FilterPlace.at("r2", Direction.FORWARD), first.place());
        assertEquals(folder.resolve("p.hwpolicy"), first.file());
        assertEquals("inner", first.policy().chain());
        assertSame(first.policy(), second.policy());
        Files.delete(folder.resolve("p.hwpolicy"));
        try (Wire wire = new Wire(SimulatedNetwork.of(topology), "a")) {
            wire.send(wire.echo("10.0.4.2", 64, 1)).run();
            assertEquals(1, wire.received().size());
        }
    }

    @Test
    void textWithoutAFolderTakesNoRelativePath() throws Exception {
        save(Rules.policy(ChainEnd.ALLOW));
        TopologyProblem problem = assertThrows(TopologyException.class, () -> Topology.parse(Wire.CHAIN + FORWARD, "t.toml"))
                .problems().getFirst();
        assertEquals("t.toml:" + (HEAD + 3) + ":10: the policy 'p.hwpolicy' has a relative path, and this topology stands in no"
                + " folder that it could start from; write the whole path, or save the topology as a file", problem.toString());
        assertEquals(1, Topology.parse(Wire.CHAIN + FORWARD, "t.toml", folder).filters().size());
        String whole = FORWARD.replace("p.hwpolicy", folder.resolve("p.hwpolicy").toAbsolutePath().toString());
        assertEquals(1, Topology.parse(Wire.CHAIN + whole, "t.toml").filters().size());
    }

    /** What stands behind the policy's line, the line and column of the problem counted from the filter's head, the message. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "match = \"any\" | 4 | 1 | a filter with a policy has no 'match'",
            "action = \"drop\" | 4 | 1 | a filter with a policy has no 'action'",
            "chain = \"d\" | 4 | 9 | p.hwpolicy has no chain 'd'; did you mean 'c'?",
            "chain = 2001 | 4 | 9 | 'chain' is no text in quotes",
            "interface = \"r1\" | 2 | 13 | an interface has no direction 'forward'",
    })
    void aFilterThatIsNotRightIsReportedWithItsPlace(String line, int row, int column, String message)
            throws Exception {
        save(Rules.policy(ChainEnd.ALLOW));
        TopologyProblem problem = problem(FORWARD + line + "\n");
        assertTrue(problem.toString().contains(message), problem.toString());
        assertEquals(HEAD + row, problem.line(), problem.toString());
        assertEquals(column, problem.column(), problem.toString());
    }

    private TopologyProblem problem(String filters) {
        List<TopologyProblem> problems = assertThrows(TopologyException.class, () -> read(filters)).problems();
        assertEquals(1, problems.size(), problems::toString);
        return problems.getFirst();
    }

    private void isRefused(String message) {
        TopologyProblem problem = problem(FORWARD);
        assertTrue(problem.message().contains(message), problem.toString());
        assertEquals(HEAD + 3, problem.line(), problem.toString());
        assertEquals(10, problem.column(), problem.toString());
        assertFalse(problem.remedy().isBlank());
    }

    @Test
    void aPolicyFileThatCannotBeUsedIsReportedWithThePlaceOfTheFilter() throws Exception {
        Path file = folder.resolve("p.hwpolicy");
        isRefused("there is no policy file " + file);
        Files.createDirectory(file);
        isRefused("is no regular file");
        Files.delete(file);
        save(Rules.policy(ChainEnd.ALLOW));
        String sound = Files.readString(file);
        Files.writeString(file, sound.substring(0, sound.length() / 2));
        isRefused("p.hwpolicy:");
        Files.writeString(file, sound.replace("http://hopwarden.org/policy/" + PolicyFiles.FORMAT_VERSION,
                "http://hopwarden.org/policy/" + (PolicyFiles.FORMAT_VERSION + 1)));
        isRefused("newer");
        Policy unsound = Rules.policy(ChainEnd.ALLOW);
        unsound.getChains().getFirst().setName("");
        save(unsound);
        isRefused("it has no name");
        Policy two = Rules.policy(ChainEnd.ALLOW);
        Rules.add(two, "e", ChainEnd.DENY);
        save(two);
        isRefused("has 2 chains");
    }

    @Test
    void nothingStandsBehindAPolicy() throws Exception {
        save(Rules.policy(ChainEnd.ALLOW));
        String simple = "[[filter]]\nat = \"r2\"\ndirection = \"forward\"\nmatch = \"any\"\naction = \"drop\"\n";
        for (String second : List.of(simple, FORWARD)) {
            TopologyProblem problem = problem(FORWARD + second);
            assertEquals("the policy of line " + (HEAD + 3) + " decides every packet at this place, so this filter would never be"
                    + " asked", problem.message());
            assertEquals(HEAD + 4, problem.line());
            assertEquals(1, problem.column());
        }
        assertEquals(3, read(simple + FORWARD + filter("r2", "in")).filters().size(), "other places are other matters");
    }

    @Test
    void aChainWithoutAPolicyIsAMistake() {
        String simple = "[[filter]]\nat = \"r2\"\ndirection = \"forward\"\nmatch = \"any\"\naction = \"drop\"\nchain = \"c\"\n";
        assertEquals("'chain' is a chain of a policy, and this filter has none", problem(simple).message());
    }

    @Test
    void aFilterIsReplacedOnlyWhereTheExpectedOneStands() throws Exception {
        save(Rules.policy(ChainEnd.ALLOW));
        SimulatedNetwork network = SimulatedNetwork.of(read(FORWARD));
        FilterPlace place = FilterPlace.at("R2", Direction.FORWARD);
        PacketFilter fromFile = network.filter(place);
        PacketFilter mine = (packet, direction, in, out) -> PacketFilter.Decision.DROP;
        assertFalse(network.replaceFilter(place, mine, PacketFilter.ALLOW_ALL));
        assertSame(fromFile, network.setFilter(place, mine));
        assertSame(mine, network.filter(FilterPlace.at("r2", Direction.FORWARD)));
        assertTrue(network.replaceFilter(place, mine, fromFile));
        assertSame(fromFile, network.filter(place));
        FilterPlace link = FilterPlace.at("r2", "r1--r2", Direction.OUT);
        assertSame(PacketFilter.ALLOW_ALL, network.setFilter(link, mine));
        assertSame(mine, network.filter(link));
        assertThrows(IllegalArgumentException.class, () -> network.filter(FilterPlace.at("r2", "r3--z", Direction.IN)));
        assertThrows(IllegalArgumentException.class, () -> FilterPlace.at("r2", "r1--r2", Direction.FORWARD));
    }
}
