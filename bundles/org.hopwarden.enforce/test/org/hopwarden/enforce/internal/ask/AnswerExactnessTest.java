package org.hopwarden.enforce.internal.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RuleText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What an answer lets in is what it names, and no other packet: of a small world, every packet that the policy with the answer allows and the one
 * without did not is held against a predicate that is written here by hand.
 */
class AnswerExactnessTest {

    private static final String LOCAL = "10.0.0.1";
    private static final String TARGET = "192.0.2.1";
    private static final String ECHO = "icmp echo-request from " + LOCAL + " to " + TARGET + " out on eth0";
    private static final String PROBE = "udp from " + LOCAL + " port 40000 to " + TARGET + " port 33434 out on eth0";
    private static final String CONNECTION = "tcp from " + LOCAL + " port 40000 to " + TARGET + " port 443 flags syn out on eth0";
    private static final List<String> ADDRESSES = List.of(LOCAL, "10.0.0.2", TARGET, "192.0.2.2", "203.0.113.7");
    private static final List<String> ICMP = List.of("0/0", "3/1", "3/3", "5/0", "8/0", "11/0", "11/1", "12/0", "13/0");
    private static final List<String> UDP_PORTS = List.of("40000", "33434", "33435", "33535", "53");

    private static final List<DescribedPacket> WORLD = world();

    private static List<DescribedPacket> world() {
        List<DescribedPacket> world = new ArrayList<>();
        for (String state : List.of("untracked", "new", "established", "related")) {
            for (String from : ADDRESSES) {
                for (String to : ADDRESSES) {
                    if (from.equals(to)) {
                        continue;
                    }
                    for (String way : List.of("in on eth0", "out on eth0", "out on eth1")) {
                        String ends = " from " + from + " to " + to + " ";
                        ICMP.forEach(type -> add(world, "icmp " + type + ends + way, state));
                        for (String source : UDP_PORTS) {
                            for (String destination : UDP_PORTS) {
                                add(world, "udp from " + from + " port " + source + " to " + to + " port " + destination + " " + way, state);
                            }
                        }
                        for (String ports : List.of("40000 443", "443 40000", "40000 80", "443 80", "40001 443", "443 40001")) {
                            for (String flags : List.of("syn", "syn,ack", "ack", "rst")) {
                                String[] two = ports.split(" ");
                                add(world, "tcp from " + from + " port " + two[0] + " to " + to + " port " + two[1] + " flags " + flags + " " + way, state);
                            }
                        }
                        add(world, "47 from " + from + " to " + to + " " + way, state);
                        add(world, "icmp from " + from + " to " + to + " " + way + " fragment 1480", state);
                    }
                }
            }
        }
        return world;
    }

    private static void add(List<DescribedPacket> world, String words, String state) {
        world.add(DescribedPacket.parse(words + " state " + state));
    }

    // What answers name, once more and apart from the code that makes their rules

    private static boolean out(DescribedPacket p) {
        return p.direction() == Direction.OUT && p.source().toString().equals(LOCAL);
    }

    private static boolean in(DescribedPacket p) {
        return p.direction() == Direction.IN && p.destination().toString().equals(LOCAL);
    }

    private static boolean to(DescribedPacket p, String address) {
        return p.destination().toString().equals(address);
    }

    private static boolean from(DescribedPacket p, String address) {
        return p.source().toString().equals(address);
    }

    private static boolean isError(DescribedPacket p) {
        return in(p) && (p.icmpType() == 3 || p.icmpType() == 11 && p.icmpCode() == 0);
    }

    private static boolean isUdp(DescribedPacket p) {
        return p.protocol() == 17;
    }

    private static boolean isAck(DescribedPacket p) {
        return (p.tcpFlags() & 0x14) != 0;
    }

    private static boolean probed(int port) {
        return port >= 33434 && port <= 33534;
    }

    private static final Map<String, Map<Breadth, Predicate<DescribedPacket>>> NAMED = Map.of(
            ECHO, Map.of(
                    Breadth.EXACT, p -> out(p) && to(p, TARGET) && p.icmpType() == 8 || in(p) && from(p, TARGET) && p.icmpType() == 0 || isError(p),
                    Breadth.ANY_PORT, p -> out(p) && to(p, TARGET) && p.protocol() == 1 || in(p) && from(p, TARGET) && p.protocol() == 1 || isError(p),
                    Breadth.ANY_HOST, p -> out(p) && p.icmpType() == 8 || in(p) && p.icmpType() == 0 || isError(p)),
            PROBE, Map.of(
                    Breadth.EXACT, p -> isUdp(p) && out(p) && to(p, TARGET) && p.destinationPort() == 33434
                            || isUdp(p) && in(p) && from(p, TARGET) && p.sourcePort() == 33434 || isError(p),
                    Breadth.TRACEROUTE_PORTS, p -> isUdp(p) && out(p) && to(p, TARGET) && probed(p.destinationPort())
                            || isUdp(p) && in(p) && from(p, TARGET) && probed(p.sourcePort()) || isError(p),
                    Breadth.ANY_PORT, p -> isUdp(p) && out(p) && to(p, TARGET) || isUdp(p) && in(p) && from(p, TARGET) || isError(p),
                    Breadth.ANY_HOST, p -> isUdp(p) && out(p) && p.destinationPort() == 33434
                            || isUdp(p) && in(p) && p.sourcePort() == 33434 || isError(p),
                    Breadth.ANY, p -> isUdp(p) && out(p) || isUdp(p) && in(p) || isError(p)),
            CONNECTION, Map.of(
                    Breadth.EXACT, p -> p.isTcp() && out(p) && to(p, TARGET) && p.destinationPort() == 443
                            || p.isTcp() && in(p) && from(p, TARGET) && p.sourcePort() == 443 && isAck(p) || isError(p),
                    Breadth.ANY_PORT, p -> p.isTcp() && out(p) && to(p, TARGET) || p.isTcp() && in(p) && from(p, TARGET) && isAck(p) || isError(p),
                    Breadth.ANY_HOST, p -> p.isTcp() && out(p) && p.destinationPort() == 443
                            || p.isTcp() && in(p) && p.sourcePort() == 443 && isAck(p) || isError(p),
                    Breadth.ANY, p -> p.isTcp() && out(p) || p.isTcp() && in(p) && isAck(p) || isError(p)));

    private static Set<String> newly(Policy before, Policy after, List<DescribedPacket> world) throws Exception {
        ReferenceEvaluator first = ReferenceEvaluator.of(before);
        ReferenceEvaluator second = ReferenceEvaluator.of(after);
        Set<String> newly = new TreeSet<>();
        for (DescribedPacket packet : world) {
            boolean was = first.decide(packet.view(), packet.context()).kind() == Kind.ALLOW;
            boolean is = second.decide(packet.view(), packet.context()).kind() == Kind.ALLOW;
            assertFalse(was && !is, packet.words() + " is no longer allowed");
            if (is && !was) {
                newly.add(packet.words());
            }
        }
        return newly;
    }

    private static void assertSame(Set<String> named, Set<String> found) {
        Set<String> more = new TreeSet<>(found);
        more.removeAll(named);
        Set<String> less = new TreeSet<>(named);
        less.removeAll(found);
        assertEquals("", (more.isEmpty() ? "" : "not named: " + String.join("\n", more)) + (less.isEmpty() ? "" : "\nnot let in: " + String.join("\n", less)));
    }

    private static Policy answered(Policy policy, DescribedPacket packet, AnswerSpec spec) throws Exception {
        Answered answer = new Answered(1, packet, Flow.of(packet, packet.program()), spec, "");
        Policy after = EcoreUtil.copy(policy);
        AnswerPlan.put(after, null, answer, plan -> { });
        AnsweredPolicy session = new AnsweredPolicy(policy, null);
        session.add(List.of(answer));
        assertEquals(rules(after), rules(session.compiled().policy()), "remembered and for the session");
        return after;
    }

    private static List<String> rules(Policy policy) {
        return policy.getChains().stream().flatMap(chain -> chain.getRules().stream().map(rule -> chain.getName() + ": " + RuleText.of(rule))).toList();
    }

    private static Set<String> words(Predicate<DescribedPacket> named) {
        Set<String> words = new TreeSet<>();
        WORLD.stream().filter(named).forEach(each -> words.add(each.words()));
        return words;
    }

    @TestFactory
    Stream<DynamicTest> aStatelessAnswerLetsInWhatItNames() {
        Map<String, Policy> policies = new LinkedHashMap<>();
        policies.put("custom", AskedPolicies.custom());
        policies.put("defaults", AskedPolicies.defaults());
        return policies.entrySet().stream().flatMap(policy -> NAMED.entrySet().stream().flatMap(packet -> packet.getValue().entrySet().stream()
                .map(choice -> DynamicTest.dynamicTest(policy.getKey() + ", " + packet.getKey() + ", " + choice.getKey(), () -> {
                    DescribedPacket asked = DescribedPacket.parse(packet.getKey());
                    Policy after = answered(policy.getValue(), asked, new AnswerSpec(choice.getKey(), false, false, true));
                    assertSame(words(choice.getValue()), newly(policy.getValue(), after, WORLD));
                }))));
    }

    @TestFactory
    Stream<DynamicTest> anAnswerInACalledChainKeepsWithinTheRuleThatAsks() {
        return NAMED.entrySet().stream().filter(each -> !each.getKey().equals(CONNECTION)).flatMap(packet -> packet.getValue().entrySet().stream()
                .map(choice -> DynamicTest.dynamicTest(packet.getKey() + ", " + choice.getKey(), () -> {
                    Policy before = AskedPolicies.called();
                    Policy after = answered(before, DescribedPacket.parse(packet.getKey()), new AnswerSpec(choice.getKey(), false, false, true));
                    // Beyond 192.0.2.0/30 the rule does not ask, so nothing that an answer to it says can let packets out there.
                    assertSame(words(choice.getValue().and(p -> p.direction() == Direction.IN || p.destination().toString().startsWith("192.0.2."))),
                            newly(before, after, WORLD));
                })));
    }

    @TestFactory
    Stream<DynamicTest> whereConnectionsAreTrackedOneRuleOutIsEnough() {
        return NAMED.entrySet().stream().flatMap(packet -> packet.getValue().entrySet().stream()
                .map(choice -> DynamicTest.dynamicTest(packet.getKey() + ", " + choice.getKey(), () -> {
                    Policy before = AskedPolicies.tracking();
                    Policy after = answered(before, DescribedPacket.parse(packet.getKey() + " state new"),
                            new AnswerSpec(choice.getKey(), false, false, true));
                    Predicate<DescribedPacket> settled = p -> p.state().getLiteral().equals("established") || p.state().getLiteral().equals("related");
                    assertSame(words(choice.getValue().and(p -> p.direction() == Direction.OUT).and(settled.negate())), newly(before, after, WORLD));
                    assertEquals(3, after.getChains().getFirst().getRules().size());
                    assertEquals(1, after.getChains().get(1).getRules().size());
                })));
    }

    @TestFactory
    Stream<DynamicTest> whereStatesAreKnownRepliesAreLetInByThem() {
        return NAMED.entrySet().stream().flatMap(packet -> packet.getValue().entrySet().stream()
                .map(choice -> DynamicTest.dynamicTest(packet.getKey() + ", " + choice.getKey(), () -> {
                    Policy before = AskedPolicies.trackingHalf();
                    Policy after = answered(before, DescribedPacket.parse(packet.getKey() + " state new"),
                            new AnswerSpec(choice.getKey(), false, false, true));
                    Set<String> newly = newly(before, after, WORLD);
                    Set<String> named = words(p -> choice.getValue().test(p) && switch (p.state()) {
                        case NEW -> p.direction() == Direction.OUT;
                        case ESTABLISHED -> p.direction() == Direction.OUT || !isError(p) || choice.getKey() == Breadth.ANY_PORT && p.source().toString().equals(TARGET)
                                && packet.getKey().equals(ECHO);
                        case RELATED -> isError(p);
                        default -> false;
                    });
                    // A segment without ACK is in no connection, so the state is named for it as well.
                    WORLD.stream().filter(p -> p.isTcp() && in(p) && !isAck(p) && p.state().getLiteral().equals("established"))
                            .map(DescribedPacket::words).forEach(newly::remove);
                    assertSame(named, newly);
                })));
    }

    @Test
    void onceMeansTheClientsPortToo() throws Exception {
        Policy before = AskedPolicies.custom();
        Policy after = answered(before, DescribedPacket.parse(CONNECTION), new AnswerSpec(Breadth.EXACT, false, true, true));
        assertSame(words(p -> NAMED.get(CONNECTION).get(Breadth.EXACT).test(p) && (isError(p) || p.sourcePort() == 40000 || p.destinationPort() == 40000)),
                newly(before, after, WORLD));
    }

    @Test
    void denyingNamesThePacketsAlone() throws Exception {
        Policy before = AskedPolicies.custom();
        DescribedPacket echo = DescribedPacket.parse(ECHO);
        Policy after = answered(before, echo, new AnswerSpec(Breadth.EXACT, false, false, false));
        assertEquals(Set.of(), newly(before, after, WORLD));
        ReferenceEvaluator evaluator = ReferenceEvaluator.of(after);
        Set<String> denied = new TreeSet<>();
        for (DescribedPacket packet : WORLD) {
            if (packet.direction() == Direction.OUT && evaluator.decide(packet.view(), packet.context()).kind() == Kind.DENY) {
                denied.add(packet.words());
            }
        }
        assertSame(words(p -> out(p) && to(p, TARGET) && p.icmpType() == 8), denied);
    }

    @Test
    void errorsOfIpv6AreThoseThatItsSenderActsOn() throws Exception {
        DescribedPacket echo = DescribedPacket.parse("icmp echo-request from 2001:db8::1 to 2001:db8:1::1 out on eth0");
        Policy before = AskedPolicies.custom();
        Policy after = answered(before, echo, new AnswerSpec(Breadth.EXACT, false, false, true));
        List<DescribedPacket> world = new ArrayList<>();
        for (String type : List.of("1/0", "1/4", "2/0", "3/0", "3/1", "4/0", "128/0", "129/0", "135/0", "137/0")) {
            for (String from : List.of("2001:db8:1::1", "2001:db8:2::1")) {
                add(world, "icmp " + type + " from " + from + " to 2001:db8::1 in on eth0", "untracked");
                add(world, "icmp " + type + " from " + from + " to 2001:db8::2 in on eth0", "untracked");
                add(world, "icmp " + type + " from 2001:db8::1 to " + from + " out on eth0", "untracked");
            }
        }
        Set<String> named = new TreeSet<>();
        world.stream().filter(p -> p.direction() == Direction.IN && to(p, "2001:db8::1") && (p.icmpType() == 1 || p.icmpType() == 2
                || p.icmpType() == 3 && p.icmpCode() == 0 || p.icmpType() == 129 && from(p, "2001:db8:1::1"))
                || p.direction() == Direction.OUT && p.icmpType() == 128 && to(p, "2001:db8:1::1")).forEach(p -> named.add(p.words()));
        assertSame(named, newly(before, after, world));
    }

    @Test
    void whereAPermitTakesLaterFragmentsTheChoiceSaysSo() throws Exception {
        Policy policy = AskedPolicies.custom();
        DescribedPacket echo = DescribedPacket.parse(ECHO);
        Flow flow = Flow.of(echo, Optional.empty());
        assertFalse(new AnsweredPolicy(policy, null).options(echo, flow).options().getFirst().choice().what().contains("fragments"));
        policy.getChains().forEach(chain -> chain.setFragmentReading(FragmentReading.ALLOWED));
        assertTrue(new AnsweredPolicy(policy, null).options(echo, flow).options().getFirst().choice().what().contains("fragments"));
    }
}
