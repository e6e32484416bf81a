package org.hopwarden.engine;

import static org.hopwarden.engine.Rules.MODEL;
import static org.hopwarden.engine.Rules.allow;
import static org.hopwarden.engine.Rules.deny;
import static org.hopwarden.engine.Rules.icmp;
import static org.hopwarden.engine.Rules.prefix;
import static org.hopwarden.engine.Rules.protocol;
import static org.hopwarden.engine.Rules.reject;
import static org.hopwarden.engine.Rules.toPort;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.Explanation.Passage;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.Verdict.Basis;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.TcpFlagTest;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;
import org.junit.jupiter.api.Test;

/** What docs/semantics.md says of policies as a whole: which chains are asked, calls, and the conditions beyond headers. */
class WholePolicySemanticsTest {

    private static final IpHeader HEADER = IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.7"), 9);
    private static final PacketView UDP = PacketView.of(PacketBuilder.udp(HEADER, 1024, 53, new byte[12]));
    private static final PacketView ECHO = PacketView.of(PacketBuilder.icmp(HEADER, 8, 0, 1, MemorySegment.ofArray(new byte[4])));
    private static final Instant NOON = LocalDateTime.parse("2026-02-02T12:00").toInstant(ZoneOffset.UTC); // a Monday
    private static final Program BROWSER = new Program("/usr/bin/browser", "ann");

    private static PacketContext context(Direction direction) {
        return PacketContext.of(direction).at(NOON);
    }

    private static Chain chain(String name, ChainEnd end, Rule... rules) {
        Chain chain = MODEL.createChain();
        chain.setName(name);
        chain.setEnd(end);
        chain.getRules().addAll(List.of(rules));
        return chain;
    }

    private static Chain bound(Chain chain, Hook hook, String in, String out) {
        Binding binding = MODEL.createBinding();
        binding.setHook(hook);
        if (!in.isEmpty()) {
            binding.getInInterface().add(name(in));
        }
        if (!out.isEmpty()) {
            binding.getOutInterface().add(name(out));
        }
        chain.getBindings().add(binding);
        return chain;
    }

    private static InterfaceTerm name(String pattern) {
        InterfaceName name = MODEL.createInterfaceName();
        name.setPattern(pattern);
        return name;
    }

    private static Rule rule(Action action, Service... services) {
        Rule rule = allow(services);
        rule.setAction(action);
        return rule;
    }

    private static Rule call(Chain chain, boolean tail) {
        Call call = MODEL.createCall();
        call.setChain(chain);
        call.setTail(tail);
        return rule(call);
    }

    private static Policy policy(Chain... chains) {
        Policy policy = MODEL.createPolicy();
        policy.getChains().addAll(List.of(chains));
        return policy;
    }

    private static ReferenceEvaluator evaluator(Policy policy) {
        try {
            return ReferenceEvaluator.of(policy, ZoneOffset.UTC);
        } catch (PolicyCompileException e) {
            throw new AssertionError(e);
        }
    }

    private static String decide(Policy policy, PacketView packet, PacketContext context) {
        Verdict verdict = evaluator(policy).decide(packet, context);
        return verdict.kind().word() + " " + verdict.chain() + " " + verdict.rule();
    }

    @Test
    void onlyChainsThatAreMetAreAsked() {
        Policy policy = policy(bound(chain("a", ChainEnd.DENY, allow()), Hook.IN, "eth*", ""),
                bound(chain("b", ChainEnd.DENY), Hook.FORWARD, "eth0", "eth1"), chain("free", ChainEnd.DENY));
        policy.setDefaultIn(Disposition.ALLOW);
        policy.setDefaultForward(Disposition.ALLOW);
        assertEquals("allow a 1", decide(policy, UDP, context(Direction.IN).withInterfaces("eth7", "")));
        assertEquals("allow null 0", decide(policy, UDP, context(Direction.IN).withInterfaces("lo", "")));
        assertEquals("deny b 0", decide(policy, UDP, context(Direction.FORWARD).withInterfaces("eth0", "eth1")));
        assertEquals("allow null 0", decide(policy, UDP, context(Direction.FORWARD).withInterfaces("eth1", "eth0")));
        assertEquals("deny null 0", decide(policy, UDP, context(Direction.OUT)));
    }

    @Test
    void allGlobalChainsThatAreMetMustAllow() {
        Chain second = bound(chain("second", ChainEnd.DENY, deny(protocol(IpProtocol.UDP)), allow()), Hook.FORWARD, "", "");
        Policy policy = policy(bound(chain("first", ChainEnd.DENY, allow()), Hook.FORWARD, "", ""), second);
        assertEquals("deny second 1", decide(policy, UDP, context(Direction.FORWARD)));
        assertEquals("allow second 2", decide(policy, ECHO, context(Direction.FORWARD)));
        Policy other = policy(bound(chain("first", ChainEnd.DENY, rule(MODEL.createAsk())), Hook.FORWARD, "", ""), second);
        assertEquals("deny second 1", decide(other, UDP, context(Direction.FORWARD)), "a question whose answer changes nothing");
        assertEquals("ask first 1", decide(other, ECHO, context(Direction.FORWARD)));
    }

    @Test
    void applicationsAreAskedFirstGoingOutAndLastComingIn() {
        Application browser = MODEL.createApplication();
        browser.setName("browser");
        browser.setPath("/usr/bin/*");
        browser.setUser("ann");
        Policy policy = MODEL.createPolicy();
        policy.getApplications().add(browser);
        Chain global = bound(bound(chain("global", ChainEnd.DENY, deny(protocol(IpProtocol.UDP)), allow()), Hook.IN, "", ""),
                Hook.OUT, "", "");
        Chain own = bound(bound(chain("own", ChainEnd.DENY, reject(protocol(IpProtocol.UDP)), allow(icmp(1, 8, null))), Hook.IN,
                "", ""), Hook.OUT, "", "");
        own.setScope(ChainScope.APPLICATION);
        own.getApplications().add(browser);
        Chain rest = bound(chain("rest", ChainEnd.DENY), Hook.OUT, "", "");
        rest.setScope(ChainScope.APPLICATION);
        policy.getChains().addAll(List.of(global, own, rest));
        PacketContext out = context(Direction.OUT).withProgram(BROWSER);
        assertEquals("reject own 1", decide(policy, UDP, out), "out: the application's rules are asked first");
        assertEquals("deny global 1", decide(policy, UDP, context(Direction.IN).withProgram(BROWSER)), "in: the global ones");
        assertEquals("allow global 2", decide(policy, ECHO, out), "both allow, and the second chain of applications is not asked");
        assertEquals("deny rest 0", decide(policy, ECHO, context(Direction.OUT).withProgram(new Program("/bin/sh", "ann"))));
        assertEquals("deny rest 0", decide(policy, ECHO, context(Direction.OUT)), "nobody knows whose it is");
        assertEquals("allow global 2", decide(policy, ECHO, context(Direction.IN)), "no chain of applications speaks of it");
        browser.setSigner("Somebody");
        assertEquals("deny rest 0", decide(policy, ECHO, out), "nothing can tell a signer");
    }

    @Test
    void callsGoBackOnlyWhereTheCalledChainReturns() {
        Chain called = chain("called", ChainEnd.BACK, deny(protocol(IpProtocol.UDP)), rule(MODEL.createReturn(), icmp(1, 8, null)),
                deny());
        Chain main = chain("main", ChainEnd.DENY, call(called, false), allow());
        Policy policy = policy(main, called);
        assertEquals("deny called 1", decide(policy, UDP, context(Direction.IN)));
        assertEquals("allow main 2", decide(policy, ECHO, context(Direction.IN)));
        called.getRules().remove(2);
        called.getRules().remove(0);
        assertEquals("allow main 2", decide(policy, UDP, context(Direction.IN)), "its end returns");
        called.setEnd(ChainEnd.DENY);
        assertEquals("deny called 0", decide(policy, UDP, context(Direction.IN)), "its end denies");
        assertEquals("allow main 2", decide(policy, ECHO, context(Direction.IN)), "a return is no end");
        called.setIpVersion(IpFamily.V6);
        assertEquals("allow main 2", decide(policy, UDP, context(Direction.IN)), "it does not speak of IPv4");
    }

    @Test
    void aTailCallComesBackBehindTheCallOfItsChain() {
        Chain inner = chain("inner", ChainEnd.BACK, deny(protocol(IpProtocol.UDP)));
        Chain middle = chain("middle", ChainEnd.BACK, call(inner, true), deny());
        Policy policy = policy(chain("main", ChainEnd.DENY, call(middle, false), allow()), middle, inner);
        assertEquals("allow main 2", decide(policy, ECHO, context(Direction.IN)), "the rule behind the tail call is not tried");
        assertEquals("deny inner 1", decide(policy, UDP, context(Direction.IN)));
        Policy flat = policy(chain("main", ChainEnd.DENY, call(inner, true), allow()), inner);
        assertEquals("deny main 0", decide(flat, ECHO, context(Direction.IN)), "at the outermost chain its end holds");
    }

    @Test
    void loggingAndCountingLeaveTheDecisionToOthers() {
        Policy policy = policy(chain("c", ChainEnd.DENY, rule(MODEL.createLog(), protocol(IpProtocol.UDP)), rule(MODEL.createCount()),
                allow()));
        Verdict verdict = evaluator(policy).decide(UDP, context(Direction.IN));
        assertEquals(3, verdict.rule());
        assertTrue(verdict.logged());
        assertFalse(evaluator(policy).decide(ECHO, context(Direction.IN)).logged());
        Explanation explanation = evaluator(policy).explain(UDP, context(Direction.IN));
        assertEquals(List.of(Passage.What.LOGGED, Passage.What.COUNTED),
                explanation.steps().stream().map(step -> ((Passage) step).what()).toList());
        assertEquals("c", explanation.steps().get(0).chain());
    }

    @Test
    void negatedConditions() {
        Rule notFrom = allow();
        notFrom.getMatch().getSource().add(prefix("192.0.2.0/24"));
        notFrom.getMatch().setSourceNegated(true);
        assertEquals("deny c 0", decide(policy(chain("c", ChainEnd.DENY, notFrom)), UDP, context(Direction.IN)));
        notFrom.getMatch().getSource().set(0, prefix("2001:db8::/32"));
        assertEquals("allow c 1", decide(policy(chain("c", ChainEnd.DENY, notFrom)), UDP, context(Direction.IN)));

        Rule notUdp = allow(protocol(IpProtocol.UDP));
        notUdp.getMatch().setServiceNegated(true);
        assertEquals("deny c 0", decide(policy(chain("c", ChainEnd.DENY, notUdp)), UDP, context(Direction.IN)));
        assertEquals("allow c 1", decide(policy(chain("c", ChainEnd.DENY, notUdp)), ECHO, context(Direction.IN)));

        Service notEcho = icmp(1, 8, 0);
        notEcho.setIcmpNegated(true);
        Policy noEcho = policy(chain("c", ChainEnd.DENY, allow(notEcho)));
        assertEquals("deny c 0", decide(noEcho, ECHO, context(Direction.IN)));
        PacketView reply = PacketView.of(PacketBuilder.icmp(HEADER, 0, 0, 1, MemorySegment.ofArray(new byte[4])));
        assertEquals("allow c 1", decide(noEcho, reply, context(Direction.IN)));
        assertEquals("deny c 0", decide(noEcho, UDP, context(Direction.IN)), "it is no ICMP");

        Service notSyn = protocol(IpProtocol.TCP);
        notSyn.setTcpFlags(TcpFlagTest.set(TcpFlags.SYN));
        notSyn.setTcpFlagsNegated(true);
        Policy noSyn = policy(chain("c", ChainEnd.DENY, allow(notSyn)));
        PacketView syn = PacketView.of(PacketBuilder.tcp(HEADER, 1, 2, 1, 1, TcpFlags.SYN, 1));
        PacketView ack = PacketView.of(PacketBuilder.tcp(HEADER, 1, 2, 1, 1, TcpFlags.ACK, 1));
        assertEquals("deny c 0", decide(noSyn, syn, context(Direction.IN)));
        assertEquals("allow c 1", decide(noSyn, ack, context(Direction.IN)));
    }

    @Test
    void interfacesOfRules() {
        Rule rule = allow();
        rule.getMatch().getInInterface().add(name("eth*"));
        Policy policy = policy(chain("c", ChainEnd.DENY, rule));
        assertEquals("allow c 1", decide(policy, UDP, context(Direction.IN).withInterfaces("eth0", "")));
        assertEquals("deny c 0", decide(policy, UDP, context(Direction.IN).withInterfaces("wlan0", "")));
        assertEquals("deny c 0", decide(policy, UDP, context(Direction.OUT)));
        rule.getMatch().setInInterfaceNegated(true);
        assertEquals("deny c 0", decide(policy, UDP, context(Direction.IN).withInterfaces("eth0", "")));
        assertEquals("allow c 1", decide(policy, UDP, context(Direction.OUT)), "none is none of them");
    }

    @Test
    void conditionsBesideTheHeadersOfLayer4() {
        Rule rule = allow();
        Policy policy = policy(chain("c", ChainEnd.DENY, rule));
        rule.getMatch().setTtl(NumberSet.parse("1-8"));
        assertMiss(policy, UDP, Field.TTL, "9");
        rule.getMatch().setTtl(NumberSet.parse("9"));
        rule.getMatch().setLength(NumberSet.parse("0-39"));
        assertMiss(policy, UDP, Field.LENGTH, "40 bytes");
        rule.getMatch().setLength(NumberSet.parse("40"));
        rule.getMatch().setDscp(NumberSet.parse("46"));
        assertMiss(policy, UDP, Field.DSCP, "0");
        rule.getMatch().setDscp(null);
        rule.getMatch().getStates().add(ConnectionState.NEW);
        assertMiss(policy, UDP, Field.STATE, "untracked");
        rule.getMatch().getStates().add(ConnectionState.UNTRACKED);
        rule.getMatch().setMark(MarkTest.parse("0x10/0xf0"));
        assertMiss(policy, UDP, Field.MARK, "0x0");
        assertEquals("allow c 1", decide(policy, UDP, context(Direction.IN).withMark(0x1f)));
        rule.getMatch().setMark(MarkTest.parse("!0x10/0xf0"));
        assertEquals("deny c 0", decide(policy, UDP, context(Direction.IN).withMark(0x1f)));
        assertEquals("allow c 1", decide(policy, UDP, context(Direction.IN)));
    }

    private static void assertMiss(Policy policy, PacketView packet, Field field, String has) {
        Explanation explanation = evaluator(policy).explain(packet, context(Direction.IN));
        assertEquals(Basis.CHAIN_END, explanation.verdict().basis());
        assertEquals(field, explanation.misses().get(0).field());
        assertEquals(has, explanation.misses().get(0).packetValue());
    }

    @Test
    void schedulesHoldFromTheirBeginningToTheirEnd() {
        Schedule schedule = MODEL.createSchedule();
        schedule.setName("nights");
        WeeklyPeriod nights = MODEL.createWeeklyPeriod();
        nights.getDays().addAll(List.of(Weekday.MONDAY, Weekday.SUNDAY));
        nights.setFrom(LocalTime.of(22, 0));
        nights.setTo(LocalTime.of(6, 0));
        nights.setDaysLater(1);
        schedule.getPeriods().add(nights);
        schedule.setEnd(LocalDateTime.parse("2026-02-09T05:00"));
        Policy policy = MODEL.createPolicy();
        policy.getSchedules().add(schedule);
        Rule rule = allow();
        rule.getMatch().setSchedule(schedule);
        policy.getChains().add(chain("c", ChainEnd.DENY, rule));
        for (String time : List.of("2026-02-02T22:00", "2026-02-03T05:59", "2026-02-02T00:00", "2026-02-09T04:59")) {
            assertEquals("allow c 1", decide(policy, UDP, at(time)), time);
        }
        for (String time : List.of("2026-02-02T21:59", "2026-02-03T06:00", "2026-02-03T23:00", "2026-02-09T05:00")) {
            assertEquals("deny c 0", decide(policy, UDP, at(time)), time);
        }
    }

    private static PacketContext at(String time) {
        return context(Direction.IN).at(LocalDateTime.parse(time).toInstant(ZoneOffset.UTC));
    }

    @Test
    void ratesAreTokenBuckets() {
        RateLimit rate = MODEL.createRateLimit();
        rate.setCount(2);
        rate.setUnit(RateUnit.SECOND);
        rate.setBurst(3);
        rate.setPer(RateKey.SOURCE);
        Limit limit = MODEL.createLimit();
        limit.setRate(rate);
        ReferenceEvaluator evaluator = evaluator(policy(chain("c", ChainEnd.DENY, rule(limit, protocol(IpProtocol.UDP)), allow())));
        PacketContext now = context(Direction.IN);
        for (int i = 0; i < 3; i++) {
            assertEquals(2, evaluator.decide(UDP, now).rule(), "packet " + i);
            assertEquals(2, evaluator.decide(ECHO, now).rule(), "takes no token");
        }
        Verdict beyond = evaluator.decide(UDP, now);
        assertEquals(Kind.DENY, beyond.kind());
        assertEquals(1, beyond.rule());
        assertEquals(1, evaluator.decide(UDP, now.at(NOON.plusMillis(499))).rule());
        assertEquals(2, evaluator.explain(UDP, now.at(NOON.plusMillis(501))).verdict().rule(), "an explanation takes none");
        assertEquals(2, evaluator.decide(UDP, now.at(NOON.plusMillis(501))).rule());
        assertEquals(1, evaluator.decide(UDP, now.at(NOON.plusMillis(502))).rule());
        assertEquals(1, evaluator.decide(UDP, now.at(NOON)).rule(), "a clock that goes back brings nothing");
        IpHeader other = IpHeader.of(IpAddress.parse("192.0.2.2"), IpAddress.parse("198.51.100.7"), 9);
        assertEquals(2, evaluator.decide(PacketView.of(PacketBuilder.udp(other, 1, 2, new byte[1])), now).rule(),
                "another source has a bucket of its own");
    }

    @Test
    void aRateThatIsExceededCanBeACondition() {
        RateLimit rate = MODEL.createRateLimit();
        rate.setBurst(1);
        rate.setUnit(RateUnit.HOUR);
        rate.setOver(true);
        Rule drop = deny();
        drop.getMatch().setRate(rate);
        ReferenceEvaluator evaluator = evaluator(policy(chain("c", ChainEnd.ALLOW, drop)));
        assertEquals(Kind.ALLOW, evaluator.decide(UDP, context(Direction.IN)).kind());
        assertEquals(Kind.DENY, evaluator.decide(UDP, context(Direction.IN)).kind());
    }

    @Test
    void fragmentsInChainsThatReadThemAsLinuxDoes() {
        Chain chain = chain("c", ChainEnd.DENY, allow(toPort(IpProtocol.UDP, PortOperator.EQ, "53")));
        List<MemorySegment> fragments = PacketBuilder.fragments(PacketBuilder.udp(HEADER, 1, 53, new byte[90]), 60, 7);
        PacketView later = PacketView.of(fragments.getLast());
        assertEquals("allow c 1", decide(policy(chain), later, context(Direction.FORWARD)));
        chain.setFragmentReading(FragmentReading.UNMATCHED);
        assertEquals("deny c 0", decide(policy(chain), later, context(Direction.FORWARD)));
        assertEquals("allow c 1", decide(policy(chain), PacketView.of(fragments.getFirst()), context(Direction.FORWARD)));
    }

    @Test
    void theDefaultCanBeToAsk() {
        Policy policy = MODEL.createPolicy();
        policy.setDefaultIn(Disposition.ASK);
        Verdict verdict = evaluator(policy).decide(UDP, context(Direction.IN));
        assertEquals(Kind.ASK, verdict.kind());
        assertNull(verdict.chain());
    }
}
