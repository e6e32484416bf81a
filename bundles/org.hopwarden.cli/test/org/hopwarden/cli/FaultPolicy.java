package org.hopwarden.cli;

import java.time.LocalDateTime;
import java.util.List;

import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Service;

/**
 * What the tests of faults enforce: nothing goes to the forbidden hosts, and of the rest UDP and TCP to one range of ports, and pings.
 */
final class FaultPolicy {

    static final String FAR_V4 = "10.9.1.2";
    static final String FAR_V6 = "fd09:1::2";
    static final String FORBIDDEN_V4 = "10.9.1.66";
    static final String FORBIDDEN_V6 = "fd09:1::66";
    /** Of the host that enforces, where it routes. */
    static final List<String> HOST_V4 = List.of("10.9.0.1", "10.9.1.1");
    static final List<String> HOST_V6 = List.of("fd09::1", "fd09:1::1");
    static final String IN_INTERFACE = "eth0";
    static final String OUT_INTERFACE = "eth1";
    static final int ALLOWED_PORT = 7001;
    static final int DENIED_PORT = 9;
    static final int TIMED_PORT = 8001;

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private FaultPolicy() {
    }

    static Policy create() {
        Rule ports = ports(MODEL.createAllow(), "7000-7999");
        InterfaceName out = MODEL.createInterfaceName();
        out.setPattern(OUT_INTERFACE);
        ports.getMatch().getOutInterface().add(out);
        return policy(forbidden(), ports, pings());
    }

    /** The same also for packets to this host, which leave by no interface. */
    static Policy createForHost() {
        return policy(forbidden(), ports(MODEL.createAllow(), "7000-7999"), pings());
    }

    /** The same for packets of which a connection is known, or that open one. */
    static Policy createStateful() {
        Policy policy = create();
        List<Rule> rules = policy.getChains().getFirst().getRules();
        for (Rule rule : rules.subList(1, rules.size())) {
            rule.getMatch().getStates().addAll(List.of(ConnectionState.NEW, ConnectionState.ESTABLISHED));
        }
        return policy;
    }

    /** With every outcome that a packet can have. */
    static Policy createMixed() {
        return policy(forbidden(), ports(MODEL.createAllow(), "7000-7999"), ports(MODEL.createReject(), "8000-8999"),
                ports(MODEL.createAsk(), "9000-9999"), pings());
    }

    /** The same with a rule at the end that a kernel cannot decide by itself: UDP to one more port, from 2001 on. */
    static Policy withTimedPort(String allowedPorts) {
        Schedule always = MODEL.createSchedule();
        always.setName("from 2001 on");
        always.setStart(LocalDateTime.of(2001, 1, 1, 0, 0));
        Rule timed = ports(MODEL.createAllow(), TIMED_PORT + "-" + TIMED_PORT);
        timed.getMatch().setSchedule(always);
        Policy policy = policy(forbidden(), ports(MODEL.createAllow(), allowedPorts), pings(), timed);
        policy.getSchedules().add(always);
        ElementIds.assignMissing(policy);
        return policy;
    }

    private static Policy policy(Rule... rules) {
        Chain chain = MODEL.createChain();
        chain.setName("fault");
        chain.setEnd(ChainEnd.DENY);
        chain.getRules().addAll(List.of(rules));
        Policy policy = MODEL.createPolicy();
        policy.getChains().add(chain);
        return policy;
    }

    private static Rule forbidden() {
        Rule forbidden = rule(MODEL.createDeny());
        for (String host : List.of(FORBIDDEN_V4, FORBIDDEN_V6)) {
            AddressPrefix prefix = MODEL.createAddressPrefix();
            prefix.setPrefix(IpPrefix.parse(host + (host.contains(":") ? "/128" : "/32")));
            forbidden.getMatch().getDestination().add(prefix);
        }
        return forbidden;
    }

    private static Rule ports(Action action, String range) {
        Rule ports = rule(action);
        for (int protocol : List.of(IpProtocol.UDP, IpProtocol.TCP)) {
            PortCondition condition = MODEL.createPortCondition();
            condition.setOperator(PortOperator.RANGE);
            condition.setPorts(NumberSet.parse(range));
            Service service = service(protocol);
            service.setDestinationPort(condition);
            ports.getMatch().getService().add(service);
        }
        return ports;
    }

    private static Rule pings() {
        Rule pings = rule(MODEL.createAllow());
        Service echo = service(IpProtocol.ICMP);
        echo.setIcmpType(8);
        Service echoV6 = service(IpProtocol.ICMPV6);
        echoV6.setIcmpType(128);
        pings.getMatch().getService().addAll(List.of(echo, echoV6));
        return pings;
    }

    private static Rule rule(Action action) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        return rule;
    }

    private static Service service(int protocol) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        return service;
    }
}
