package org.hopwarden.analysis.internal.checks;

import java.util.List;

import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Fix;
import org.hopwarden.analysis.RuleFact;
import org.hopwarden.analysis.RulePlace;
import org.hopwarden.analysis.Severity;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Count;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.ServiceTerms;

/** Entries for fragments behind a rule that allows by ports or ICMP types, and with that all fragments of the protocol. */
public final class FragmentsBehindPermit extends RuleChecks {

    public FragmentsBehindPermit() {
        super("fragments-behind-permit", "entries for fragments behind a rule that has let these fragments pass already");
    }

    @Override
    Finding find(CheckedPolicy policy, RuleFact fact) {
        if (!isOne(fact)) {
            return null;
        }
        RulePlace permit = permit(fact);
        Fix fix = permit.chain().equals(fact.chain().getName())
                ? new Fix.MoveRule(fact.chain().getName(), fact.number(), permit.number()) : null;
        return finding(Severity.WARNING, fact, (fact.isReached() ? "Some" : "All") + " of the fragments that this rule is about"
                + " have passed before it: " + permit + " allows by layer 4, which fragments other than the first do not have, so"
                + " it lets all of them pass. Put this rule in front of it.", List.of(permit),
                fact.isReached() ? fact.correlates() == permit ? fact.correlatedPacket().get() : fact.generalisedPacket().get()
                        : fact.conflictPacket().get(), fix);
    }

    /** Whether a rule is such an entry. */
    static boolean isOne(RuleFact fact) {
        return fact.rule().getMatch().isFragments() && !(fact.rule().getAction() instanceof Allow) && permit(fact) != null;
    }

    private static RulePlace permit(RuleFact fact) {
        if (!fact.isReached()) {
            return isPermit(fact, fact.conflict()) ? fact.conflict() : null;
        }
        return isPermit(fact, fact.correlates()) ? fact.correlates()
                : isPermit(fact, fact.generalises()) ? fact.generalises() : null;
    }

    private static boolean isPermit(RuleFact fact, RulePlace place) {
        if (place == null || place.number() == 0 || !place.chain().equals(fact.chain().getName())) {
            return false;
        }
        Rule rule = fact.chain().getRules().get(place.number() - 1);
        Match match = rule.getMatch();
        return rule.getAction() instanceof Allow && !match.isServiceNegated()
                && ServiceTerms.flatten(match.getService()).stream().anyMatch(ServiceTerms::hasLayer4);
    }

    /** Whether a rule gives a verdict, and does not only log, count or call. */
    static boolean decides(Rule rule) {
        return !(rule.getAction() instanceof Log || rule.getAction() instanceof Count || rule.getAction() instanceof Call);
    }
}
