package org.hopwarden.cli;

import java.time.LocalDateTime;
import java.util.List;

import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
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
    static final String IN_INTERFACE = "eth0";
    static final String OUT_INTERFACE = "eth1";
    static final int ALLOWED_PORT = 7001;
    static final int DENIED_PORT = 9;
    static final int TIMED_PORT = 8001;

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private FaultPolicy() {
    }

    static Policy create() {
        return create("7000-7999");
    }

    /** The same with a rule at the end that a kernel cannot decide by itself: UDP to one more port, from 2001 on. */
    static Policy withTimedPort(String allowedPorts) {
        Policy policy = create(allowedPorts);
        Schedule always = MODEL.createSchedule();
        always.setName("from 2001 on");
        always.setStart(LocalDateTime.of(2001, 1, 1, 0, 0));
        policy.getSchedules().add(always);
        Rule timed = rule(MODEL.createAllow());
        timed.getMatch().setSchedule(always);
        timed.getMatch().getService().add(toPorts(IpProtocol.UDP, Integer.toString(TIMED_PORT)));
        policy.getChains().getFirst().getRules().add(timed);
        ElementIds.assignMissing(policy);
        return policy;
    }

    private static Policy create(String allowedPorts) {
        Rule forbidden = rule(MODEL.createDeny());
        for (String host : List.of(FORBIDDEN_V4, FORBIDDEN_V6)) {
            AddressPrefix prefix = MODEL.createAddressPrefix();
            prefix.setPrefix(IpPrefix.parse(host + (host.contains(":") ? "/128" : "/32")));
            forbidden.getMatch().getDestination().add(prefix);
        }
        Rule ports = rule(MODEL.createAllow());
        for (int protocol : List.of(IpProtocol.UDP, IpProtocol.TCP)) {
            ports.getMatch().getService().add(toPorts(protocol, allowedPorts));
        }
        InterfaceName out = MODEL.createInterfaceName();
        out.setPattern(OUT_INTERFACE);
        ports.getMatch().getOutInterface().add(out);
        Rule pings = rule(MODEL.createAllow());
        Service echo = service(IpProtocol.ICMP);
        echo.setIcmpType(8);
        Service echoV6 = service(IpProtocol.ICMPV6);
        echoV6.setIcmpType(128);
        pings.getMatch().getService().addAll(List.of(echo, echoV6));
        Chain chain = MODEL.createChain();
        chain.setName("fault");
        chain.setEnd(ChainEnd.DENY);
        chain.getRules().addAll(List.of(forbidden, ports, pings));
        Policy policy = MODEL.createPolicy();
        policy.getChains().add(chain);
        return policy;
    }

    private static Rule rule(Action action) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        return rule;
    }

    private static Service toPorts(int protocol, String ports) {
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(ports.contains("-") ? PortOperator.RANGE : PortOperator.EQ);
        condition.setPorts(NumberSet.parse(ports));
        Service service = service(protocol);
        service.setDestinationPort(condition);
        return service;
    }

    private static Service service(int protocol) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        return service;
    }
}
