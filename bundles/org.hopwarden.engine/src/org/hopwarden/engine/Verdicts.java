package org.hopwarden.engine;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.engine.Verdict.Basis;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Chains;
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

    /** The only chain of a policy that no other calls, or null where it has none. */
    static Chain onlyChain(Policy policy) throws PolicyCompileException {
        List<Chain> chains = Chains.uncalled(policy);
        if (chains.size() > 1) {
            throw new PolicyCompileException("the policy has " + chains.size()
                    + " chains that are bound to nothing; name one of them: " + names(chains));
        }
        return chains.isEmpty() ? null : chains.get(0);
    }

    static Chain chain(Policy policy, String name) throws PolicyCompileException {
        for (Chain chain : policy.getChains()) {
            if (chain.getName().equals(name)) {
                return chain;
            }
        }
        throw new PolicyCompileException("the policy has no chain " + name
                + (policy.getChains().isEmpty() ? "; it has none at all" : "; it has " + names(policy.getChains())));
    }

    private static String names(List<Chain> chains) {
        return chains.stream().map(Chain::getName).limit(20).collect(Collectors.joining(", "));
    }

    /** What a rule that decides does: a limit decides where it is exceeded. */
    static Kind kind(Action action) {
        return switch (action) {
            case Allow allow -> Kind.ALLOW;
            case Reject reject -> Kind.REJECT;
            case Ask ask -> Kind.ASK;
            default -> Kind.DENY;
        };
    }

    /** @param number counted from 1 */
    static Verdict ofRule(String chain, int number, Rule rule) {
        return new Verdict(kind(rule.getAction()), Basis.RULE, chain, number,
                rule.getAction() instanceof Reject reject ? reject.getType() : null, rule.getLog() != LogMode.NONE,
                RuleText.of(rule));
    }

    /** The implicit end of a chain, which may leave the packet to the policy. */
    static Verdict ofEnd(Policy policy, Chain chain, Direction direction) {
        return switch (chain.getEnd()) {
            case POLICY, BACK -> ofDefault(policy, direction);
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
        return new Verdict(kind(disposition), Basis.POLICY_DEFAULT, null, 0, null,
                false, "policy default for " + direction.word() + ": " + disposition.getLiteral());
    }

    private static Kind kind(Disposition disposition) {
        return switch (disposition) {
            case ALLOW -> Kind.ALLOW;
            case DENY -> Kind.DENY;
            case ASK -> Kind.ASK;
        };
    }
}
