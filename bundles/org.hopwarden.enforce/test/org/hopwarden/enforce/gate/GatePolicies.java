package org.hopwarden.enforce.gate;

import java.util.Arrays;
import java.util.List;

import org.hopwarden.net.IpPrefix;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/** Makes policies for tests. */
final class GatePolicies {

    static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private GatePolicies() {
    }

    static Policy policy(Chain... chains) {
        Policy policy = MODEL.createPolicy();
        policy.setName("p");
        policy.getChains().addAll(Arrays.asList(chains));
        return policy;
    }

    static Chain chain(String name, ChainEnd end, Rule... rules) {
        Chain chain = MODEL.createChain();
        chain.setName(name);
        chain.setEnd(end);
        chain.getRules().addAll(Arrays.asList(rules));
        return chain;
    }

    static Chain bound(Chain chain, Hook hook) {
        Binding binding = MODEL.createBinding();
        binding.setHook(hook);
        chain.getBindings().add(binding);
        return chain;
    }

    static Rule rule(Action action) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        return rule;
    }

    static Rule states(Action action, ConnectionState... states) {
        Rule rule = rule(action);
        rule.getMatch().getStates().addAll(List.of(states));
        return rule;
    }

    /** To a port of a protocol. */
    static Rule port(Action action, int protocol, int port) {
        Rule rule = rule(action);
        PortCondition condition = MODEL.createPortCondition();
        condition.setPorts(NumberSet.of(port));
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        service.setDestinationPort(condition);
        rule.getMatch().getService().add(service);
        return rule;
    }

    /** All of a protocol. */
    static Rule allow(int protocol) {
        Rule rule = rule(allow());
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        rule.getMatch().getService().add(service);
        return rule;
    }

    static Rule from(Rule rule, String prefix) {
        AddressPrefix term = MODEL.createAddressPrefix();
        term.setPrefix(IpPrefix.parse(prefix));
        rule.getMatch().getSource().add(term);
        return rule;
    }

    static Action allow() {
        return MODEL.createAllow();
    }

    static Action deny() {
        return MODEL.createDeny();
    }
}
