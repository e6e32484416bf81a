package org.hopwarden.enforce.gate;

import static org.hopwarden.enforce.gate.GatePolicies.allow;
import static org.hopwarden.enforce.gate.GatePolicies.bound;
import static org.hopwarden.enforce.gate.GatePolicies.chain;
import static org.hopwarden.enforce.gate.GatePolicies.deny;
import static org.hopwarden.enforce.gate.GatePolicies.policy;
import static org.hopwarden.enforce.gate.GatePolicies.port;
import static org.hopwarden.enforce.gate.GatePolicies.rule;
import static org.hopwarden.enforce.gate.GatePolicies.states;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.enforce.gate.GatePlace.Kind;
import org.hopwarden.enforce.gate.Sides.Side;
import org.hopwarden.enforce.gate.VerdictChanges.Flow;
import org.hopwarden.enforce.gate.VerdictChanges.Way;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.junit.jupiter.api.Test;

class CaptureReplayTest {

    private static final String OWN = "192.0.2.1";
    private static final String PEER = "198.51.100.2";
    private static final GatePlace BRIDGE = new GatePlace("bridge", Kind.CROSSING, Set.of(Direction.FORWARD), true);
    private static final GatePlace HOST = new GatePlace("nfqueue", Kind.HOST, Set.of(Direction.values()), true);
    private static final HostAddresses ADDRESSES = new HostAddresses(Map.of(IpAddress.parse(OWN), "eth0"));

    private long frame;

    private static CompiledPolicy compile(Policy policy) throws PolicyCompileException {
        return CompiledPolicy.compile(policy);
    }

    private static CompiledPolicy web() throws PolicyCompileException {
        return compile(policy(chain("c", ChainEnd.DENY, port(allow(), IpProtocol.TCP, 80))));
    }

    private static CaptureReplay replay(CompiledPolicy before, CompiledPolicy after, GatePlace place) {
        CaptureReplay replay = new CaptureReplay(Optional.ofNullable(before), after, place, ADDRESSES);
        replay.file("a.pcap");
        return replay;
    }

    private void take(CaptureReplay replay, MemorySegment packet) {
        replay.take(PacketView.of(packet), ++frame, 1_700_000_000_000_000_000L + frame);
    }

    private static MemorySegment tcp(String from, int fromPort, String to, int toPort, int flags) {
        return PacketBuilder.tcp(IpHeader.of(IpAddress.parse(from), IpAddress.parse(to), 64), fromPort, toPort, 1, 1, flags, 500);
    }

    private static MemorySegment udp(String from, int fromPort, String to, int toPort) {
        return PacketBuilder.udp(IpHeader.of(IpAddress.parse(from), IpAddress.parse(to), 64), fromPort, toPort, new byte[4]);
    }

    @Test
    void whatIsAdmittedIsToldApartFromWhatIsShutOut() throws PolicyCompileException {
        CompiledPolicy names = compile(policy(chain("n", ChainEnd.DENY, port(allow(), IpProtocol.UDP, 53))));
        CaptureReplay replay = replay(web(), names, BRIDGE);
        take(replay, tcp(PEER, 4000, OWN, 80, TcpFlags.SYN));
        take(replay, tcp(PEER, 4000, OWN, 80, TcpFlags.ACK));
        take(replay, udp(PEER, 4000, OWN, 53));
        take(replay, udp(PEER, 4000, OWN, 54));
        VerdictChanges changes = replay.changes();
        assertEquals(List.of(4L, 3L, 2L, 1L, 0L), List.of(changes.packets(), changes.total(), changes.total(Way.SHUT_OUT),
                changes.total(Way.ADMITTED), changes.total(Way.OTHERWISE)));
        Flow web = changes.flows().getFirst();
        assertEquals(2, web.packets(), "both packets are of one flow: " + changes.flows());
        assertEquals(1, web.first().frame());
        assertEquals("c", web.first().before().chain());
        assertEquals(1, web.first().before().rule());
        assertEquals(Verdict.Kind.DENY, web.first().after().kind());
        assertEquals("n", web.first().after().chain());
        assertEquals(List.of(1L, 2L, 3L), changes.details().stream().map(VerdictChanges.Packet::frame).toList(), "each packet for itself");
    }

    @Test
    void aDenialInAnotherWayIsAChangeAndAnotherRuleAloneIsNone() throws PolicyCompileException {
        CompiledPolicy first = compile(policy(chain("c", ChainEnd.DENY, rule(GatePolicies.MODEL.createReject()))));
        CompiledPolicy second = compile(policy(chain("c", ChainEnd.DENY, port(GatePolicies.MODEL.createReject(), IpProtocol.TCP, 80), rule(deny()))));
        CaptureReplay replay = replay(first, second, BRIDGE);
        take(replay, tcp(PEER, 4000, OWN, 80, TcpFlags.SYN));
        take(replay, tcp(PEER, 4000, OWN, 81, TcpFlags.SYN));
        VerdictChanges changes = replay.changes();
        assertEquals(1, changes.total());
        assertEquals(1, changes.total(Way.OTHERWISE));
        assertEquals(2, changes.details().getFirst().frame());
    }

    @Test
    void whereNothingIsEnforcedEverythingPassed() throws PolicyCompileException {
        CaptureReplay replay = replay(null, web(), BRIDGE);
        take(replay, udp(PEER, 4000, OWN, 53));
        take(replay, tcp(PEER, 4000, OWN, 80, TcpFlags.SYN));
        replay.unread();
        VerdictChanges changes = replay.changes();
        assertEquals(1, changes.total(Way.SHUT_OUT));
        assertEquals(1, changes.unread());
        assertEquals("nothing is enforced", changes.details().getFirst().before().text());
    }

    /** Packets of a host are those in, out or through; each is decided where it is met, and only at the hooks that were chosen. */
    @Test
    void packetsOfThisHostAreDecidedByTheirWay() throws PolicyCompileException {
        CompiledPolicy in = compile(policy(bound(chain("in", ChainEnd.DENY), Hook.IN), bound(chain("out", ChainEnd.ALLOW), Hook.OUT),
                bound(chain("forward", ChainEnd.ALLOW), Hook.FORWARD)));
        CaptureReplay replay = replay(null, in, HOST);
        take(replay, udp(PEER, 4000, OWN, 53));
        take(replay, udp(OWN, 53, PEER, 4000));
        take(replay, udp(PEER, 4000, "203.0.113.9", 53));
        take(replay, udp(OWN, 5, OWN, 6));
        take(replay, udp(PEER, 4000, "224.0.0.5", 5));
        VerdictChanges changes = replay.changes();
        assertEquals(List.of(1L, 4L, 5L), changes.details().stream().map(VerdictChanges.Packet::frame).toList());
        assertEquals("eth0", changes.details().getFirst().packet().inInterface());
        assertEquals("lo", changes.details().get(1).packet().inInterface(), "within the host it goes through loopback, out and in");
        CaptureReplay onlyThrough = replay(null, in, new GatePlace("x", Kind.HOST, Set.of(Direction.FORWARD), true));
        take(onlyThrough, udp(PEER, 4000, OWN, 53));
        take(onlyThrough, udp(PEER, 4000, "203.0.113.9", 53));
        assertEquals(List.of(1L, 1L, 0L), List.of(onlyThrough.changes().packets(), onlyThrough.changes().elsewhere(), onlyThrough.changes().total()));
    }

    private static Rule by(String in, Rule rule) {
        InterfaceName name = GatePolicies.MODEL.createInterfaceName();
        name.setPattern(in);
        rule.getMatch().getInInterface().add(name);
        return rule;
    }

    private CaptureReplay across(CompiledPolicy after, Side... sides) {
        GatePlace bridge = new GatePlace("bridge", Kind.CROSSING, Set.of(Direction.FORWARD), true, List.of("left", "right"));
        CaptureReplay replay = new CaptureReplay(Optional.empty(), after, bridge, ADDRESSES, Sides.of(List.of(sides)));
        replay.file("a.pcap");
        take(replay, udp(PEER, 4000, OWN, 53));
        take(replay, udp(OWN, 53, PEER, 4000));
        return replay;
    }

    /** A capture does not tell by which interface a packet came: that its verdict depends on it is told, and not guessed. */
    @Test
    void whatDependsOnTheDirectionIsTold() throws PolicyCompileException {
        CompiledPolicy left = compile(policy(chain("c", ChainEnd.ALLOW, by("left", rule(deny())))));
        VerdictChanges unknown = across(left).changes();
        assertEquals(List.of(2L, 2L), List.of(unknown.total(), unknown.total(Way.DEPENDS)));
        assertEquals("left", unknown.details().getFirst().packet().inInterface());
        assertTrue(unknown.notes().stream().anyMatch(note -> note.contains("--gate-side")), unknown.notes()::toString);
        VerdictChanges told = across(left, new Side("left", IpPrefix.parse("198.51.100.0/24"))).changes();
        assertEquals(List.of(PEER), told.details().stream().map(each -> each.packet().source().toString()).toList(), "one side tells the other");
        assertEquals(1, told.total(Way.SHUT_OUT));
        CompiledPolicy both = compile(policy(chain("c", ChainEnd.ALLOW, by("left", rule(deny())), by("right", rule(deny())))));
        assertEquals(2, across(both).changes().total(Way.SHUT_OUT), "whichever way it crosses");
        assertEquals(0, across(compile(policy(chain("c", ChainEnd.ALLOW, by("other", rule(deny())))))).changes().total());
    }

    @Test
    void packetsThroughThisHostGoByTheSidesOfTheirAddresses() throws PolicyCompileException {
        CompiledPolicy inner = compile(policy(chain("c", ChainEnd.ALLOW, by("eth1", rule(deny())))));
        Sides sides = new Sides(List.of(new Side("eth2", IpPrefix.parse("10.1.1.0/24"))), List.of(new Side("eth1", IpPrefix.parse("10.1.0.0/16")),
                new Side("eth0", IpPrefix.parse("0.0.0.0/0"))));
        CaptureReplay replay = new CaptureReplay(Optional.empty(), inner, HOST, ADDRESSES, sides);
        replay.file("a.pcap");
        take(replay, udp("10.1.7.7", 4000, PEER, 53));
        take(replay, udp("10.1.1.7", 4000, PEER, 53));
        take(replay, udp(PEER, 53, "10.1.7.7", 4000));
        assertEquals(List.of(1L), replay.changes().details().stream().map(VerdictChanges.Packet::frame).toList(), "what is said goes before routes");
        assertEquals("eth0", replay.changes().details().getFirst().packet().outInterface());
    }

    /** What a policy denies begins no connection for it, so that what answers it is no answer any more. */
    @Test
    void eachPolicyHasTheStatesOfWhatItLetPass() throws PolicyCompileException {
        Policy model = policy(chain("c", ChainEnd.DENY, states(allow(), ConnectionState.ESTABLISHED, ConnectionState.RELATED),
                port(allow(), IpProtocol.TCP, 80)));
        Policy closed = policy(chain("c", ChainEnd.DENY, states(allow(), ConnectionState.ESTABLISHED, ConnectionState.RELATED)));
        CaptureReplay replay = replay(compile(model), compile(closed), BRIDGE);
        take(replay, tcp(PEER, 4000, OWN, 80, TcpFlags.SYN));
        take(replay, tcp(OWN, 80, PEER, 4000, TcpFlags.SYN | TcpFlags.ACK));
        take(replay, tcp(PEER, 4000, OWN, 80, TcpFlags.ACK));
        take(replay, udp(PEER, 4000, OWN, 80));
        VerdictChanges changes = replay.changes();
        assertEquals(List.of(1L, 2L, 3L), changes.details().stream().map(VerdictChanges.Packet::frame).toList());
        assertEquals(2, changes.flows().stream().filter(flow -> flow.first().before().rule() == 1).count());
        assertTrue(changes.notes().stream().anyMatch(note -> note.contains("began before them")), changes.notes()::toString);
        CaptureReplay same = replay(compile(model), compile(model), BRIDGE);
        take(same, tcp(PEER, 4000, OWN, 80, TcpFlags.SYN));
        take(same, tcp(OWN, 80, PEER, 4000, TcpFlags.SYN | TcpFlags.ACK));
        assertEquals(0, same.changes().total());
    }

    /** Most captures hold little more than headers; and a connection ends where nothing is heard of it for long. */
    @Test
    void statesAreToldOfHeadersAloneAndByTheTimeOfCapture() throws PolicyCompileException {
        Policy model = policy(chain("c", ChainEnd.DENY, states(allow(), ConnectionState.ESTABLISHED), port(allow(), IpProtocol.UDP, 53)));
        CaptureReplay replay = replay(null, compile(model), BRIDGE);
        PacketView view = new PacketView();
        MemorySegment question = PacketBuilder.udp(IpHeader.of(IpAddress.parse(PEER), IpAddress.parse(OWN), 64), 4000, 53, new byte[300]);
        MemorySegment answer = PacketBuilder.udp(IpHeader.of(IpAddress.parse(OWN), IpAddress.parse(PEER), 64), 53, 4000, new byte[900]);
        long start = 1_700_000_000_000_000_000L;
        view.wrap(question, 0, 60);
        replay.take(view, 1, start);
        view.wrap(answer, 0, 60);
        replay.take(view, 2, start + 1_000_000);
        assertEquals(0, replay.changes().total());
        replay.take(view, 3, start + 3_600_000_000_000L);
        assertEquals(List.of(3L), replay.changes().details().stream().map(VerdictChanges.Packet::frame).toList(), "an hour later it is no answer");
    }

    @Test
    void manyPacketsAreBoundedAndAllAreCounted() throws PolicyCompileException {
        CaptureReplay replay = replay(null, web(), BRIDGE);
        MemorySegment packet = udp(PEER, 4000, OWN, 53);
        int packets = CaptureReplay.MOST_DETAILS + 50_000;
        int flows = CaptureReplay.MOST_FLOWS + 500;
        for (int i = 0; i < packets; i++) {
            packet.set(java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN), 20, (short) (i % flows));
            take(replay, packet);
        }
        VerdictChanges changes = replay.changes();
        assertEquals(packets, changes.total());
        assertEquals(CaptureReplay.MOST_DETAILS, changes.details().size());
        assertEquals(CaptureReplay.MOST_FLOWS, changes.flows().size());
        assertEquals(packets, changes.packetsOfOtherFlows() + changes.flows().stream().mapToLong(Flow::packets).sum());
    }
}
