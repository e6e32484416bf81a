package org.hopwarden.engine;

import java.util.List;

import org.hopwarden.net.IpPrefix;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/** Short ways to make rules for tests. */
final class Rules {

    static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private Rules() {
    }

    static Policy policy(Rule... rules) {
        Policy policy = MODEL.createPolicy();
        Chain chain = MODEL.createChain();
        chain.setName("c");
        chain.setEnd(ChainEnd.DENY);
        chain.getRules().addAll(List.of(rules));
        policy.getChains().add(chain);
        return policy;
    }

    static Rule allow(Service... services) {
        return rule(MODEL.createAllow(), services);
    }

    static Rule deny(Service... services) {
        return rule(MODEL.createDeny(), services);
    }

    static Rule reject(Service... services) {
        return rule(MODEL.createReject(), services);
    }

    private static Rule rule(Action action, Service... services) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        rule.getMatch().getService().addAll(List.of(services));
        return rule;
    }

    static Rule fragments(Rule rule) {
        rule.getMatch().setFragments(true);
        return rule;
    }

    static Rule version(Rule rule, IpFamily family) {
        rule.getMatch().setIpVersion(family);
        return rule;
    }

    static Rule from(Rule rule, String... prefixes) {
        for (String text : prefixes) {
            rule.getMatch().getSource().add(prefix(text));
        }
        return rule;
    }

    static Rule to(Rule rule, String... prefixes) {
        Match match = rule.getMatch();
        for (String text : prefixes) {
            match.getDestination().add(prefix(text));
        }
        return rule;
    }

    static AddressPrefix prefix(String text) {
        AddressPrefix prefix = MODEL.createAddressPrefix();
        prefix.setPrefix(IpPrefix.parse(text));
        return prefix;
    }

    static Service protocol(int protocol) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        return service;
    }

    static Service icmp(int protocol, int type, Integer code) {
        Service service = protocol(protocol);
        service.setIcmpType(type);
        service.setIcmpCode(code);
        return service;
    }

    static Service toPort(int protocol, PortOperator operator, String ports) {
        Service service = protocol(protocol);
        service.setDestinationPort(ports(operator, ports));
        return service;
    }

    static PortCondition ports(PortOperator operator, String ports) {
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(operator);
        condition.setPorts(NumberSet.parse(ports));
        return condition;
    }
}
