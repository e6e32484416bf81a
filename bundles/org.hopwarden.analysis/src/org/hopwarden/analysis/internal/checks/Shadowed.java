package org.hopwarden.analysis.internal.checks;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Fix;
import org.hopwarden.analysis.RuleFact;
import org.hopwarden.analysis.Severity;
import org.hopwarden.rulemodel.Rule;

/** Rules all of whose packets are decided before, some of them otherwise. */
public final class Shadowed extends RuleChecks {

    public Shadowed() {
        super("shadowed", "rules that never match because earlier rules together decide all their packets, some otherwise");
    }

    @Override
    Finding find(CheckedPolicy policy, RuleFact fact) {
        boolean passes = fact.isReached() || fact.matchesNothing() || FragmentsBehindPermit.isOne(fact);
        boolean silent = fact.conflict() == null && FragmentsBehindPermit.decides(fact.rule());
        if (passes || silent) {
            return null;
        }
        String who = fact.decidedBy().size() == 1 ? fact.decidedBy().getFirst() + " decides"
                : names(fact.decidedBy()) + " together decide";
        Fix fix = isException(fact)
                ? new Fix.MoveRule(fact.chain().getName(), fact.number(), fact.conflict().number()) : remove(fact);
        return finding(Severity.WARNING, fact, "This rule never matches: " + who + " all its packets before it"
                + (fact.conflict() == null ? "." : ", and not all as it would.") + (fact.takesFragments() ? " Only fragments other"
                        + " than the first come to it, and it lets them pass without a look at layer 4." : ""), fact.decidedBy(), fact.conflictPacket().get(), fix);
    }

    /** Whether the rule is narrower than the one rule that decides its packets, and so makes sense in front of it. */
    private static boolean isException(RuleFact fact) {
        if (fact.conflict() == null || fact.conflict().number() == 0 || fact.decidedBy().size() != 1
                || !fact.conflict().chain().equals(fact.chain().getName())) {
            return false;
        }
        Rule wider = fact.chain().getRules().get(fact.conflict().number() - 1);
        return !EcoreUtil.equals(wider.getMatch(), fact.rule().getMatch());
    }
}
