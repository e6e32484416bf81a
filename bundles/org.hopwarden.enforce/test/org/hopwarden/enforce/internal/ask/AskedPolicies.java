package org.hopwarden.enforce.internal.ask;

import java.util.Arrays;

import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/** Policies that ask, each in another way. */
public final class AskedPolicies {

    public static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private AskedPolicies() {
    }

    /** The custom mode of a host: everything out is asked about, nothing comes in. */
    public static Policy custom() {
        return policy(chain("out", Hook.OUT, ChainEnd.DENY, rule(MODEL.createAsk())), chain("in", Hook.IN, ChainEnd.DENY));
    }

    /** The same, but what a connection brings with it passes. */
    public static Policy tracking() {
        return policy(chain("out", Hook.OUT, ChainEnd.DENY, states(rule(MODEL.createAllow()), ConnectionState.ESTABLISHED, ConnectionState.RELATED),
                rule(MODEL.createAsk())),
                chain("in", Hook.IN, ChainEnd.DENY, states(rule(MODEL.createAllow()), ConnectionState.ESTABLISHED, ConnectionState.RELATED)));
    }

    /** It looks at states, but lets nothing of a connection back in. */
    public static Policy trackingHalf() {
        return policy(chain("out", Hook.OUT, ChainEnd.DENY, states(rule(MODEL.createAsk()), ConnectionState.NEW)),
                chain("in", Hook.IN, ChainEnd.DENY, rule(MODEL.createDeny())));
    }

    /** The policy's defaults ask, and no chain does. */
    public static Policy defaults() {
        Policy policy = policy(chain("out", Hook.OUT, ChainEnd.POLICY), chain("in", Hook.IN, ChainEnd.POLICY));
        policy.setDefaultOut(Disposition.ASK);
        policy.setDefaultIn(Disposition.DENY);
        return policy;
    }

    /** Only some is asked about, in a chain that is called; what is behind it is denied. */
    public static Policy called() {
        Chain asks = chain("asks", null, ChainEnd.BACK, to(rule(MODEL.createAsk(), protocol(IpProtocol.ICMP), protocol(IpProtocol.UDP)), "192.0.2.0/30"));
        Call call = MODEL.createCall();
        call.setChain(asks);
        return policy(chain("out", Hook.OUT, ChainEnd.DENY, rule(call), rule(MODEL.createDeny())), asks,
                chain("in", Hook.IN, ChainEnd.DENY, rule(MODEL.createDeny())));
    }

    public static Policy policy(Chain... chains) {
        Policy policy = MODEL.createPolicy();
        policy.getChains().addAll(Arrays.asList(chains));
        return policy;
    }

    public static Chain chain(String name, Hook hook, ChainEnd end, Rule... rules) {
        Chain chain = MODEL.createChain();
        chain.setName(name);
        chain.setEnd(end);
        chain.setFragmentReading(FragmentReading.UNMATCHED);
        chain.getRules().addAll(Arrays.asList(rules));
        if (hook != null) {
            Binding binding = MODEL.createBinding();
            binding.setHook(hook);
            chain.getBindings().add(binding);
        }
        return chain;
    }

    public static Rule rule(Action action, Service... services) {
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.setAction(action);
        rule.getMatch().getService().addAll(Arrays.asList(services));
        return rule;
    }

    public static Rule states(Rule rule, ConnectionState... states) {
        rule.getMatch().getStates().addAll(Arrays.asList(states));
        return rule;
    }

    public static Rule to(Rule rule, String prefix) {
        AddressPrefix term = MODEL.createAddressPrefix();
        term.setPrefix(IpPrefix.parse(prefix));
        rule.getMatch().getDestination().add(term);
        return rule;
    }

    public static Service protocol(int protocol) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        return service;
    }
}
