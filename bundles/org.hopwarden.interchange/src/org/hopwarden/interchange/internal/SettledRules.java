package org.hopwarden.interchange.internal;

import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Count;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Return;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;

/**
 * A policy in which all that a kernel cannot decide by itself asks. A rule that asks stands for every packet that the rule in its place could
 * match, so what comes to no such rule is decided as by the whole policy. Rules keep their numbers.
 */
final class SettledRules {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final Policy policy;
    private final boolean programs;
    private final Map<String, String> undecided;
    private boolean ratesAsk;

    private SettledRules(Policy policy, boolean programs, Map<String, String> undecided) {
        this.policy = policy;
        this.programs = programs;
        this.undecided = undecided;
    }

    /**
     * Makes the policy that a kernel can decide.
     *
     * @param chain the only one that decides, in all directions; null where chains are met by their bindings
     * @param programs whether a packet can belong to a program of this host; if not, rules for programs match none
     * @param undecided takes the places of what asks, with why
     */
    static Policy of(Policy policy, String chain, boolean programs, Map<String, String> undecided) {
        Policy copy = EcoreUtil.copy(policy);
        copy.getOpaque().clear();
        if (chain != null) {
            copy.getChains().forEach(one -> one.getBindings().clear());
        }
        new SettledRules(copy, programs, undecided).settle();
        return copy;
    }

    /** Whether any packet can be one of which a program is to be known. */
    static boolean asksForPrograms(Policy policy) {
        return policy.getChains().stream().anyMatch(chain -> !chain.getApplications().isEmpty()
                || chain.getRules().stream().anyMatch(rule -> rule.isEnabled() && !rule.getMatch().getApplications().isEmpty()));
    }

    private void settle() {
        policy.getChains().forEach(this::settleChain);
        // A bucket is in one place: who asks the engine about a packet must not have taken it out of another bucket before.
        boolean asks = policy.getDefaultIn() == Disposition.ASK || policy.getDefaultOut() == Disposition.ASK
                || policy.getDefaultForward() == Disposition.ASK || policy.getChains().stream()
                        .flatMap(chain -> chain.getRules().stream()).anyMatch(rule -> rule.isEnabled() && rule.getAction() instanceof Ask);
        if (asks) {
            ratesAsk = true;
            policy.getChains().forEach(this::settleRules);
        }
    }

    private void settleChain(Chain chain) {
        if (!chain.getApplications().isEmpty()) {
            chain.getApplications().clear();
            if (!programs) {
                bindElsewhere(chain);
            }
            Rule ask = MODEL.createRule();
            ask.setMatch(MODEL.createMatch());
            chain.getRules().clear();
            chain.getRules().add(ask);
            ask(chain, ask, "it is for packets of programs");
            return;
        }
        settleRules(chain);
    }

    /** One that is bound to nothing would be another thing. */
    private static void bindElsewhere(Chain chain) {
        if (chain.getBindings().removeIf(binding -> binding.getHook() == Hook.FORWARD) && chain.getBindings().isEmpty()) {
            Binding in = MODEL.createBinding();
            in.setHook(Hook.IN);
            chain.getBindings().add(in);
        }
    }

    private void settleRules(Chain chain) {
        for (Rule rule : chain.getRules()) {
            rule.setPackets(null);
            rule.setBytes(null);
            rule.setName(null);
            rule.getRemarks().clear();
            boolean never = !programs && !rule.getMatch().getApplications().isEmpty();
            if (!rule.isEnabled() || never || rule.getAction() instanceof Count) {
                EcoreUtil.replace(rule, nothing());
                continue;
            }
            String why = why(rule);
            if (why != null && rule.getAction() instanceof Log) {
                undecided.put(place(chain, rule), why + "; nothing is logged");
                EcoreUtil.replace(rule, nothing());
            } else if (why != null || rule.getAction() instanceof Ask) {
                ask(chain, rule, why == null ? "it asks" : why);
            }
        }
    }

    /** A rule that does nothing, so that the others keep their numbers. */
    private static Rule nothing() {
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.setAction(MODEL.createCount());
        rule.setEnabled(false);
        return rule;
    }

    private static String place(Chain chain, Rule rule) {
        return "chain " + chain.getName() + ", rule " + (chain.getRules().indexOf(rule) + 1);
    }

    private void ask(Chain chain, Rule rule, String why) {
        undecided.putIfAbsent(place(chain, rule), why);
        Match match = rule.getMatch();
        match.getApplications().clear();
        match.setSchedule(null);
        match.setRate(null);
        if (!hasInterfaces(match)) {
            match.getInInterface().clear();
            match.setInInterfaceNegated(false);
            match.getOutInterface().clear();
            match.setOutInterfaceNegated(false);
        }
        rule.setAction(MODEL.createAsk());
    }

    private static boolean hasInterfaces(Match match) {
        try {
            NftConditions.interfaces(match.getInInterface(), match.isInInterfaceNegated(), match.getOutInterface(),
                    match.isOutInterfaceNegated());
            return true;
        } catch (Unsayable e) {
            return false;
        }
    }

    /** Why a rule is not settled; null where it is. */
    private String why(Rule rule) {
        Match match = rule.getMatch();
        if (!match.getApplications().isEmpty()) {
            return "it is for packets of programs";
        }
        if (match.getSchedule() != null) {
            return "it depends on the time";
        }
        if (!hasInterfaces(match)) {
            return "Linux has no interface of such a name";
        }
        for (RateLimit rate : rates(rule)) {
            if (ratesAsk && !(rule.getAction() instanceof Log)) {
                return "it has a rate, and other rules are not settled";
            }
            if (rate.getPer() != RateKey.RULE) {
                return "it has a rate for each flow or address";
            }
            boolean leaves = rule.getAction() instanceof Return || rule.getAction() instanceof Call call && call.isTail();
            if (leaves) {
                return "it has a rate and leaves its chain";
            }
        }
        return null;
    }

    private static List<RateLimit> rates(Rule rule) {
        RateLimit asked = rule.getMatch().getRate();
        RateLimit limit = rule.getAction() instanceof Limit beyond ? beyond.getRate() : null;
        return asked == null ? limit == null ? List.of() : List.of(limit) : limit == null ? List.of(asked) : List.of(asked, limit);
    }
}
