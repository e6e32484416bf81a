package org.hopwarden.engine;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.engine.Verdict.Basis;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/** The verdicts that a policy can give, and what both evaluators do before they look at packets. */
final class Verdicts {

    static final Verdict NOT_IP = new Verdict(Kind.NONE, Basis.NOT_IP, null, 0, null, false, "not an IP packet");

    private Verdicts() {
    }

    /** A copy that nobody else changes. */
    static Policy soundCopy(Policy policy) throws PolicyCompileException {
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        if (!problems.isEmpty()) {
            throw new PolicyCompileException(problems);
        }
        return EcoreUtil.copy(policy);
    }

    /** The only chain of a policy, or null where it has none. */
    static Chain onlyChain(Policy policy) throws PolicyCompileException {
        if (policy.getChains().size() > 1) {
            throw new PolicyCompileException("the policy has " + policy.getChains().size()
                    + " chains that are bound to nothing; name one of them: " + names(policy));
        }
        return policy.getChains().isEmpty() ? null : policy.getChains().get(0);
    }

    static Chain chain(Policy policy, String name) throws PolicyCompileException {
        for (Chain chain : policy.getChains()) {
            if (chain.getName().equals(name)) {
                return chain;
            }
        }
        throw new PolicyCompileException("the policy has no chain " + name
                + (policy.getChains().isEmpty() ? "; it has none at all" : "; it has " + names(policy)));
    }

    private static String names(Policy policy) {
        return policy.getChains().stream().map(Chain::getName).limit(20).collect(Collectors.joining(", "));
    }

    static Kind kind(Action action) {
        return action instanceof Allow ? Kind.ALLOW : action instanceof Reject ? Kind.REJECT : Kind.DENY;
    }

    static Verdict ofRule(Chain chain, int number) {
        Rule rule = chain.getRules().get(number - 1);
        return new Verdict(kind(rule.getAction()), Basis.RULE, chain.getName(), number,
                rule.getAction() instanceof Reject reject ? reject.getType() : null, rule.getLog() != LogMode.NONE,
                RuleText.of(rule));
    }

    /** The implicit end of a chain, which may leave the packet to the policy. */
    static Verdict ofEnd(Policy policy, Chain chain, Direction direction) {
        return switch (chain.getEnd()) {
            case POLICY -> ofDefault(policy, direction);
            case ALLOW, DENY -> new Verdict(chain.getEnd() == ChainEnd.ALLOW ? Kind.ALLOW : Kind.DENY, Basis.CHAIN_END,
                    chain.getName(), 0, null, false,
                    (chain.getEnd() == ChainEnd.ALLOW ? "permit" : "deny") + " ip any any (implicit end)");
        };
    }

    static Verdict ofDefault(Policy policy, Direction direction) {
        Disposition disposition = switch (direction) {
            case IN -> policy.getDefaultIn();
            case OUT -> policy.getDefaultOut();
            case FORWARD -> policy.getDefaultForward();
        };
        return new Verdict(disposition == Disposition.ALLOW ? Kind.ALLOW : Kind.DENY, Basis.POLICY_DEFAULT, null, 0, null,
                false, "policy default for " + direction.word() + ": " + disposition.getLiteral());
    }
}
