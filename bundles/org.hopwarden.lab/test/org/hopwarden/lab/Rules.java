package org.hopwarden.lab;

import java.util.List;

import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/** Short ways to make policies for tests. */
final class Rules {

    static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private Rules() {
    }

    /** A policy of one chain, named {@code c}. */
    static Policy policy(ChainEnd end, Rule... rules) {
        Policy policy = MODEL.createPolicy();
        add(policy, "c", end, rules);
        return policy;
    }

    static void add(Policy policy, String name, ChainEnd end, Rule... rules) {
        Chain chain = MODEL.createChain();
        chain.setName(name);
        chain.setEnd(end);
        chain.getRules().addAll(List.of(rules));
        policy.getChains().add(chain);
    }

    /** A policy without rules. */
    static Policy defaults(Disposition in, Disposition out, Disposition forward) {
        Policy policy = MODEL.createPolicy();
        policy.setDefaultIn(in);
        policy.setDefaultOut(out);
        policy.setDefaultForward(forward);
        return policy;
    }

    static Rule allow(int protocol) {
        return rule(MODEL.createAllow(), protocol);
    }

    static Rule deny(int protocol) {
        return rule(MODEL.createDeny(), protocol);
    }

    static Rule reject(int protocol, RejectType type) {
        Reject reject = MODEL.createReject();
        reject.setType(type);
        return rule(reject, protocol);
    }

    private static Rule rule(Action action, int protocol) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        rule.getMatch().getService().add(service);
        return rule;
    }
}
