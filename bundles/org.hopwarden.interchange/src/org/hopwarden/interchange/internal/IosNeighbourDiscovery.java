package org.hopwarden.interchange.internal;

import java.util.List;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.IosListKind;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/**
 * What IOS permits in front of the implicit end of an IPv6 list without saying so: {@code permit icmp any any nd-na} and
 * {@code permit icmp any any nd-ns}. In a chain these are rules with a name of their own, so that the chain means what the list
 * does and the list comes back without them.
 */
final class IosNeighbourDiscovery {

    /** The name of rules that stand for what IOS does not write. */
    static final String NAME = "implicit in IOS";

    private static final List<Integer> TYPES = List.of(136, 135);

    private IosNeighbourDiscovery() {
    }

    /** Adds the rules that are not there yet; none where the list decides about everything itself. */
    static void addImplicit(Chain chain) {
        if (decidesAll(chain)) {
            return;
        }
        for (int type : TYPES) {
            if (!permits(chain, type)) {
                Rule rule = rule(type);
                rule.setName(NAME);
                chain.getRules().add(rule);
            }
        }
    }

    /** Whether the rule is one of those that IOS does not write. */
    static boolean isImplicit(Rule rule) {
        return NAME.equals(rule.getName()) && TYPES.stream().anyMatch(type -> is(rule, type));
    }

    /** Whether the chain permits what IOS would in front of its end, so that the list means the same without a word of it. */
    static boolean isKept(Chain chain) {
        return decidesAll(chain) || TYPES.stream().allMatch(type -> permits(chain, type));
    }

    private static boolean permits(Chain chain, int type) {
        return chain.getRules().stream().anyMatch(rule -> is(rule, type));
    }

    /** Whether some entry matches every packet. */
    static boolean decidesAll(Chain chain) {
        return chain.getRules().stream().anyMatch(rule -> rule.isEnabled() && rule.getMatch() != null
                && EcoreUtil.equals(rule.getMatch(), RulemodelFactory.eINSTANCE.createMatch()));
    }

    private static boolean is(Rule rule, int type) {
        return rule.isEnabled() && rule.getAction() instanceof Allow && EcoreUtil.equals(rule.getMatch(), rule(type).getMatch());
    }

    private static Rule rule(int type) {
        RulemodelFactory model = RulemodelFactory.eINSTANCE;
        Service service = model.createService();
        service.setProtocol(IpProtocol.ICMPV6);
        service.setIcmpType(type);
        Rule rule = model.createRule();
        rule.setAction(model.createAllow());
        rule.setMatch(model.createMatch());
        rule.getMatch().getService().add(service);
        return rule;
    }
}
