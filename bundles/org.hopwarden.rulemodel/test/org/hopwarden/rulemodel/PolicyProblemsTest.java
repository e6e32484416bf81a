package org.hopwarden.rulemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;

import org.hopwarden.net.IpAddress;
import org.junit.jupiter.api.Test;

class PolicyProblemsTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    @Test
    void aSoundPolicyHasNone() {
        assertEquals(List.of(), PolicyProblems.of(PolicyFilesTest.everything()));
        assertEquals(List.of(), PolicyProblems.of(MODEL.createPolicy()));
    }

    @Test
    void eachProblemIsFoundAtItsPlace() {
        rule(r -> r.setAction(null), "no action");
        rule(r -> r.setMatch(null), "no match");
        rule(r -> address(r, MODEL.createAddressPrefix()), "a prefix is missing");
        rule(r -> address(r, range("10.0.0.2", "10.0.0.1")), "the lower first");
        rule(r -> address(r, range("10.0.0.2", "2001:db8::1")), "one version");
        rule(r -> address(r, wildcard("10.0.0.1", "0.0.0.1")), "leaves no room");
        rule(r -> address(r, MODEL.createAddressUse()), "no object");
        AddressUse foreign = MODEL.createAddressUse();
        foreign.setObject(MODEL.createAddressObject());
        rule(r -> address(r, foreign), "not in this policy");
        service(s -> s.setProtocol(256), "0..255");
        service(s -> s.setIcmpType(-1), "ICMP type");
        service(s -> s.setIcmpCode(1), "without a type");
        service(s -> s.setEstablished(true), "no TCP flags");
        service(s -> s.setSourcePort(ports(PortOperator.LT, "1,2")), "takes one port");
        service(s -> s.setSourcePort(ports(PortOperator.RANGE, "1-2,4-5")), "one range");
        service(s -> s.setSourcePort(MODEL.createPortCondition()), "ports is missing");
        service(s -> {
            s.setProtocol(50);
            s.setSourcePort(ports(PortOperator.EQ, "1"));
        }, "no ports");
        service(s -> {
            s.setProtocol(6);
            s.setIcmpType(8);
        }, "no ICMP types");
    }

    @Test
    void whatIsNegatedNamesSomething() {
        rule(r -> r.getMatch().setSourceNegated(true), "names nothing");
        rule(r -> r.getMatch().setOutInterfaceNegated(true), "names nothing");
        service(s -> s.setIcmpNegated(true), "names nothing");
        service(s -> s.setTcpFlagsNegated(true), "names nothing");
        rule(r -> {
            Service service = MODEL.createService();
            service.setProtocol(6);
            service.setSourcePort(ports(PortOperator.EQ, "1"));
            r.getMatch().setFragments(false);
            r.getMatch().getService().add(service);
            r.getMatch().setServiceNegated(true);
        }, "protocols alone");
    }

    @Test
    void numbersAndTextsLieInTheirRanges() {
        rule(r -> r.getMatch().setTtl(NumberSet.parse("256")), "a TTL lies in 0..255");
        rule(r -> r.getMatch().setDscp(NumberSet.parse("60-64")), "a DSCP lies in 0..63");
        rule(r -> r.getMatch().getInInterface().add(interfaceName("e*h")), "before its end");
        rule(r -> r.getMatch().getInInterface().add(interfaceName(" ")), "the name of an interface is missing");
        rule(r -> {
            RateLimit rate = MODEL.createRateLimit();
            rate.setBurst(0);
            r.getMatch().setRate(rate);
        }, "at least 1");
        rule(r -> r.setAction(MODEL.createLimit()), "the rate of a limit is missing");
        rule(r -> r.setAction(MODEL.createCall()), "no object");
        rule(r -> {
            OpaqueText text = MODEL.createOpaqueText();
            text.setLanguage("nft");
            text.setText("quota 5 mbytes");
            r.setOpaque(text);
        }, "cannot be enabled");
    }

    @Test
    void chainsCannotCallThemselvesAndAreBoundWherePacketsCome() {
        Policy policy = PolicyFilesTest.everything();
        Chain chain = policy.getChains().get(0);
        Chain other = MODEL.createChain();
        other.setName("other");
        policy.getChains().add(other);
        call(chain, other);
        assertEquals(List.of(), PolicyProblems.of(policy));
        call(other, chain);
        assertEquals(2, PolicyProblems.of(policy).size(), () -> PolicyProblems.of(policy).toString());
        other.getRules().clear();
        other.setScope(ChainScope.APPLICATION);
        Binding binding = MODEL.createBinding();
        binding.setHook(Hook.FORWARD);
        other.getBindings().add(binding);
        assertEquals(List.of("packets that are forwarded belong to no application of this host; bind the chain to in or out"),
                PolicyProblems.of(policy).stream().map(PolicyProblem::message).toList());
        binding.setHook(Hook.OUT);
        binding.getInInterface().add(interfaceName("eth0"));
        assertEquals(List.of("a packet in the hook out comes in by no interface; take the interface out"),
                PolicyProblems.of(policy).stream().map(PolicyProblem::message).toList());
    }

    private static void call(Chain from, Chain to) {
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        Call call = MODEL.createCall();
        call.setChain(to);
        rule.setAction(call);
        from.getRules().add(rule);
    }

    private static InterfaceTerm interfaceName(String pattern) {
        InterfaceName name = MODEL.createInterfaceName();
        name.setPattern(pattern);
        return name;
    }

    @Test
    void fragmentsCannotStandBesideLayer4EvenInAnObject() {
        Policy policy = PolicyFilesTest.everything();
        Rule rule = policy.getChains().get(0).getRules().get(0);
        rule.getMatch().setFragments(true);
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        assertEquals(1, problems.size());
        assertSame(rule, problems.get(0).element());
        assertTrue(problems.get(0).toString().startsWith("chain 2001, rule 1: 'fragments'"), problems::toString);
    }

    @Test
    void objectsCannotHoldThemselves() {
        Policy policy = PolicyFilesTest.everything();
        AddressObject group = MODEL.createAddressObject();
        group.setName("group");
        AddressUse down = MODEL.createAddressUse();
        down.setObject(policy.getAddressObjects().get(0));
        group.getTerms().add(down);
        AddressUse up = MODEL.createAddressUse();
        up.setObject(group);
        policy.getAddressObjects().add(group);
        assertEquals(List.of(), PolicyProblems.of(policy));
        policy.getAddressObjects().get(0).getTerms().add(up);
        assertEquals(2, PolicyProblems.of(policy).size());
        ServiceUse self = MODEL.createServiceUse();
        self.setObject(policy.getServiceObjects().get(0));
        policy.getServiceObjects().get(0).getTerms().add(self);
        assertEquals(3, PolicyProblems.of(policy).size());
    }

    @Test
    void namesIdsAndNumbersAreChecked() {
        Policy policy = PolicyFilesTest.everything();
        Chain second = MODEL.createChain();
        second.setName("2001");
        policy.getChains().add(second);
        policy.getAddressObjects().get(0).setName(" ");
        policy.getChains().get(0).setId("x");
        second.setId("x");
        ((IosNumberedList) policy.getChains().get(0).getDialect()).setNumber(99);
        assertEquals(4, PolicyProblems.of(policy).size(), () -> PolicyProblems.of(policy).toString());
    }

    private static void rule(Consumer<Rule> change, String word) {
        Policy policy = PolicyFilesTest.everything();
        change.accept(policy.getChains().get(0).getRules().get(2));
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        assertTrue(problems.stream().anyMatch(p -> p.place().equals("chain 2001, rule 3") && p.message().contains(word)),
                () -> word + ": " + problems);
    }

    private static void service(Consumer<Service> change, String word) {
        rule(r -> {
            Service service = MODEL.createService();
            service.setProtocol(50);
            change.accept(service);
            r.getMatch().setFragments(false);
            r.getMatch().getService().add(service);
        }, word);
    }

    private static void address(Rule rule, AddressTerm term) {
        rule.getMatch().getSource().add(term);
    }

    private static AddressRange range(String first, String last) {
        AddressRange range = MODEL.createAddressRange();
        range.setFirst(IpAddress.parse(first));
        range.setLast(IpAddress.parse(last));
        return range;
    }

    private static AddressWildcard wildcard(String address, String mask) {
        AddressWildcard wildcard = MODEL.createAddressWildcard();
        wildcard.setAddress(IpAddress.parse(address));
        wildcard.setWildcard(IpAddress.parse(mask));
        return wildcard;
    }

    private static PortCondition ports(PortOperator operator, String ports) {
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(operator);
        condition.setPorts(NumberSet.parse(ports));
        return condition;
    }

    @Test
    void whatCouldNeverBeWrittenOutIsAProblem() {
        Policy policy = RulemodelFactory.eINSTANCE.createPolicy();
        for (int i = 0; i < 60; i++) {
            AddressObject object = RulemodelFactory.eINSTANCE.createAddressObject();
            object.setName("a" + i);
            for (int n = 0; n < 2 && i > 0; n++) {
                AddressUse use = RulemodelFactory.eINSTANCE.createAddressUse();
                use.setObject(policy.getAddressObjects().get(i - 1));
                object.getTerms().add(use);
            }
            policy.getAddressObjects().add(object);
        }
        for (int i = 0; i < 20_000; i++) {
            Chain chain = RulemodelFactory.eINSTANCE.createChain();
            chain.setName("c" + i);
            if (i > 0) {
                Rule rule = RulemodelFactory.eINSTANCE.createRule();
                rule.setMatch(RulemodelFactory.eINSTANCE.createMatch());
                Call call = RulemodelFactory.eINSTANCE.createCall();
                call.setChain(policy.getChains().get(i - 1));
                rule.setAction(call);
                chain.getRules().add(rule);
            }
            policy.getChains().add(chain);
        }
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        assertTrue(problems.stream().anyMatch(problem -> problem.toString().contains("address object a59")), problems::toString);
        assertTrue(problems.stream().noneMatch(problem -> problem.toString().contains("chain c100:")), problems::toString);
        assertTrue(problems.stream().anyMatch(problem -> problem.toString().contains("chain c101")
                && problem.toString().contains("100 deep")), problems::toString);
    }
}
