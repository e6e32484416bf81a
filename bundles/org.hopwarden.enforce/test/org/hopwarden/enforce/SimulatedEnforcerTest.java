package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.lab.DropReason;
import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.Pace;
import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.PacketFilter.Direction;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketSink;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.api.Test;

class SimulatedEnforcerTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final String NETWORK = """
            name = "one router"
            viewpoint = "a"
            [[host]]
            name = "a"
            [[router]]
            name = "r"
            [[host]]
            name = "z"
            tcp-open = [80]
            udp-open = [7]
            [[link]]
            between = ["a", "r"]
            prefix = ["10.0.1.0/24", "2001:db8:1::/64"]
            latency = "1 us"
            [[link]]
            between = ["r", "z"]
            prefix = ["10.0.2.0/24", "2001:db8:2::/64"]
            latency = "1 us"
            """;
    private static final String DROP_UDP = "[[filter]]\nat = \"r\"\ndirection = \"forward\"\nmatch = \"udp\"\naction = \"drop\"\n";
    private static final FilterPlace FORWARD = FilterPlace.at("r", Direction.FORWARD);
    private static final String Z = "10.0.2.2";
    private static final String Z6 = "2001:db8:2::2";

    private final AtomicLong received = new AtomicLong();

    private static SimulatedNetwork network(String filters, Pace pace) throws Exception {
        return SimulatedNetwork.of(Topology.parse(NETWORK + filters, "t.toml"), pace);
    }

    private static Rule rule(Action action, Integer protocol) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        if (protocol != null) {
            Service service = MODEL.createService();
            service.setProtocol(protocol);
            rule.getMatch().getService().add(service);
        }
        return rule;
    }

    private static Rule reset(int protocol) {
        Reject reject = MODEL.createReject();
        reject.setType(RejectType.TCP_RESET);
        return rule(reject, protocol);
    }

    private static CompiledPolicy policy(IpFamily version, Rule... rules) throws Exception {
        Policy policy = MODEL.createPolicy();
        Chain chain = MODEL.createChain();
        chain.setName("c");
        chain.setIpVersion(version);
        chain.setEnd(ChainEnd.DENY);
        chain.getRules().addAll(List.of(rules));
        policy.getChains().add(chain);
        return CompiledPolicy.compile(policy);
    }

    private static IpHeader header(PacketPort port, String to) throws Exception {
        IpAddress destination = IpAddress.parse(to);
        return IpHeader.of(port.sourceFor(destination), destination, 64);
    }

    private static MemorySegment echo(PacketPort port, String to) throws Exception {
        return PacketBuilder.echoRequest(header(port, to), 1, 1, new byte[20]);
    }

    private static MemorySegment datagram(PacketPort port, String to) throws Exception {
        return PacketBuilder.udp(header(port, to), 9, 7, new byte[12]);
    }

    private static MemorySegment syn(PacketPort port, String to) throws Exception {
        return PacketBuilder.tcp(header(port, to), 9, 80, 1, 0, TcpFlags.SYN, 100);
    }

    private void settle(PacketPort port) throws Exception {
        long end = port.nowNanos() + 1_000_000_000L;
        while (port.nowNanos() < end) {
            port.receive((segment, offset, length, timeNanos, direction) -> received
                    .addAndGet(direction == PacketSink.Direction.RECEIVED ? 1 : 0), end);
        }
    }

    @Test
    void countsEachPacketOnceByItsRule() throws Exception {
        SimulatedNetwork network = network("", Pace.VIRTUAL);
        CompiledPolicy policy = policy(IpFamily.V4, rule(MODEL.createDeny(), IpProtocol.UDP),
                rule(MODEL.createAllow(), IpProtocol.ICMP), reset(IpProtocol.TCP));
        try (PacketPort port = network.viewpointPort();
                Enforcer enforcer = SimulatedEnforcer.start(network, FORWARD, policy)) {
            for (int i = 0; i < 3; i++) {
                port.send(datagram(port, Z));
            }
            port.send(echo(port, Z));
            port.send(syn(port, Z));
            port.send(syn(port, Z));
            port.send(PacketBuilder.raw(header(port, Z), IpProtocol.GRE, new byte[4]));
            port.send(echo(port, Z6));
            port.send(echo(port, "10.0.1.2"));
            settle(port);
            assertEquals(4, received.get(), "the pong, two resets, and the router's own pong");
            EnforcementStatistics statistics = enforcer.statistics();
            assertEquals(new EnforcementStatistics(9, 2, 5, 2, 0, 0, statistics.rules()), statistics);
            assertEquals(List.of(new RuleCount("c", 0, 1, 24), new RuleCount("c", 1, 3, 3 * 40), new RuleCount("c", 2, 2, 2 * 48),
                    new RuleCount("c", 3, 2, 2 * 40)), statistics.rules(), "IPv6 is decided by the default, which has no rule");
        }
    }

    /** What waits is under way, and goes on from where it is: no filter is asked twice. */
    @Test
    void whatWaitsGoesOnOrIsGone() throws Exception {
        SimulatedNetwork network = network("", Pace.VIRTUAL);
        AtomicLong asked = new AtomicLong();
        network.setFilter(FilterPlace.at("r", "a--r", Direction.IN), (packet, direction, in, out) -> {
            asked.incrementAndGet();
            return PacketFilter.Decision.ALLOW;
        });
        Deque<FlowQuestions.Held> held = new ArrayDeque<>();
        FlowQuestions holds = (packet, state, policy, decision, holder) -> {
            held.add(holder.hold());
            return FlowQuestions.Answer.HELD;
        };
        try (PacketPort port = network.viewpointPort();
                Enforcer enforcer = SimulatedEnforcer.start(network, FORWARD, policy(IpFamily.ANY, rule(MODEL.createAsk(), null)), VerdictListener.NONE, false,
                        holds)) {
            port.send(echo(port, Z));
            port.send(echo(port, Z));
            settle(port);
            assertEquals(0, received.get());
            assertEquals(2, network.statistics().inFlight());
            assertEquals(2, enforcer.statistics().waiting());
            held.remove().settle(FlowQuestions.Answer.ALLOW);
            held.remove().settle(FlowQuestions.Answer.DENY);
            settle(port);
            assertEquals(0, received.get(), "the pong waits as well");
            held.remove().settle(FlowQuestions.Answer.ALLOW);
            settle(port);
            assertEquals(1, received.get());
            assertEquals(2, asked.get());
            EnforcementStatistics statistics = enforcer.statistics();
            assertEquals(new EnforcementStatistics(3, 2, 1, 0, 0, 0, statistics.rules()), statistics);
            assertEquals(0, network.statistics().inFlight());
            assertEquals(1, network.statistics().dropped().get(DropReason.FILTERED));
        }
    }

    @Test
    void closingPutsBackWhatWasThere() throws Exception {
        SimulatedNetwork network = network(DROP_UDP, Pace.VIRTUAL);
        PacketFilter fromFile = network.filter(FORWARD);
        try (PacketPort port = network.viewpointPort()) {
            SimulatedEnforcer enforcer = SimulatedEnforcer.start(network, FORWARD,
                    policy(IpFamily.ANY, rule(MODEL.createAllow(), null)));
            assertFalse(enforcer.await(Duration.ZERO));
            port.send(datagram(port, Z));
            settle(port);
            assertEquals(1, received.get(), "the policy stands in the place of the file's filter");
            enforcer.close();
            assertTrue(enforcer.await(Duration.ZERO));
            assertSame(fromFile, network.filter(FORWARD));
            port.send(datagram(port, Z));
            settle(port);
            assertEquals(1, received.get());
            assertEquals(3, enforcer.statistics().seen(), "there, back, and that nobody waits for it; nothing after the end");
            enforcer.close();
            assertSame(fromFile, network.filter(FORWARD));
        }
    }

    @Test
    void enforcersOfOnePlaceMayEndInAnyOrder() throws Exception {
        CompiledPolicy all = policy(IpFamily.ANY, rule(MODEL.createAllow(), null));
        for (int[] order : new int[][] { { 0, 1, 2 }, { 2, 1, 0 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 0, 2, 1 } }) {
            SimulatedNetwork network = network(DROP_UDP, Pace.VIRTUAL);
            PacketFilter fromFile = network.filter(FORWARD);
            List<SimulatedEnforcer> enforcers = List.of(SimulatedEnforcer.start(network, FORWARD, all),
                    SimulatedEnforcer.start(network, FORWARD, all), SimulatedEnforcer.start(network, FORWARD, all));
            try (PacketPort port = network.viewpointPort()) {
                for (int i = 0; i < 3; i++) {
                    int top = topmost(enforcers, order, i);
                    long before = enforcers.get(top).statistics().seen();
                    port.send(echo(port, Z));
                    settle(port);
                    assertEquals(before + 2, enforcers.get(top).statistics().seen(), "the topmost that is left decides");
                    enforcers.get(order[i]).close();
                }
            }
            assertSame(fromFile, network.filter(FORWARD));
        }
    }

    private static int topmost(List<SimulatedEnforcer> enforcers, int[] order, int ended) {
        int top = enforcers.size() - 1;
        for (int i = 0; i < ended; i++) {
            for (int j = 0; j < ended; j++) {
                top -= order[j] == top ? 1 : 0;
            }
        }
        return top;
    }

    @Test
    void whatSomebodyElseHasPutThereStays() throws Exception {
        SimulatedNetwork network = network("", Pace.VIRTUAL);
        SimulatedEnforcer enforcer = SimulatedEnforcer.start(network, FORWARD, policy(IpFamily.ANY));
        PacketFilter other = (packet, direction, in, out) -> PacketFilter.Decision.DROP;
        network.setFilter(FORWARD, other);
        enforcer.close();
        assertSame(other, network.filter(FORWARD));
    }

    /** On the wall clock one thread sends while another swaps policies: each packet is decided by exactly one of them. */
    @Test
    void policiesAreSwappedBetweenTwoPackets() throws Exception {
        int full = 20_000;
        int count = Boolean.getBoolean("hopwarden.full") ? full : full / 10;
        SimulatedNetwork network = network(DROP_UDP, Pace.REAL_TIME);
        List<CompiledPolicy> policies = List.of(policy(IpFamily.ANY, rule(MODEL.createDeny(), IpProtocol.UDP)),
                policy(IpFamily.ANY, reset(IpProtocol.TCP), rule(MODEL.createDeny(), null)));
        AtomicLong passed = new AtomicLong();
        PacketFilter behind = (packet, direction, in, out) -> {
            passed.incrementAndGet();
            return PacketFilter.Decision.ALLOW;
        };
        network.setFilter(FilterPlace.at("r", "r--z", Direction.OUT), behind);
        long seen = 0;
        long decided = 0;
        try (PacketPort port = network.viewpointPort()) {
            SimulatedEnforcer running = SimulatedEnforcer.start(network, FORWARD, policies.get(0));
            MemorySegment datagram = datagram(port, Z);
            Thread sender = Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < count; i++) {
                        port.send(datagram);
                    }
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            int swaps = 0;
            while (sender.isAlive() || swaps < 2) {
                SimulatedEnforcer next = SimulatedEnforcer.start(network, FORWARD, policies.get(++swaps % 2));
                running.close();
                seen += running.statistics().seen();
                decided += running.statistics().denied();
                running = next;
            }
            sender.join();
            settle(port);
            running.close();
            seen += running.statistics().seen();
            decided += running.statistics().denied();
        }
        assertEquals(count, network.statistics().sent());
        assertEquals(count, seen, "every packet is seen by one policy");
        assertEquals(count, decided);
        assertEquals(0, passed.get(), "and none passes in between");
    }

    @Test
    void aPolicyNeedsAPlaceThatSeesPackets() throws Exception {
        SimulatedNetwork network = network("", Pace.VIRTUAL);
        CompiledPolicy policy = policy(IpFamily.ANY);
        for (FilterPlace wrong : List.of(FilterPlace.at("nobody", Direction.IN), FilterPlace.at("r", "no-link", Direction.IN),
                FilterPlace.at("z", Direction.FORWARD))) {
            assertThrows(IllegalArgumentException.class, () -> SimulatedEnforcer.start(network, wrong, policy).close());
        }
        PacketView view = PacketView.of(echo(network.viewpointPort(), Z));
        try (Enforcer enforcer = SimulatedEnforcer.start(network, FilterPlace.at("r", "a--r", Direction.IN), policy)) {
            PacketFilter.Decision decision = network.filter(FilterPlace.at("r", "a--r", Direction.IN)).decide(view, Direction.IN,
                    "a--r", "");
            assertEquals(PacketFilter.Decision.DROP, decision);
            assertEquals(1, enforcer.statistics().denied());
        }
    }
}
