package org.hopwarden.analysis.internal.checks;

import java.util.List;

import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.RuleFact;
import org.hopwarden.analysis.Severity;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressTerms;

/** Rules whose conditions hold for no packet at all. */
public final class NeverMatches extends RuleChecks {

    public NeverMatches() {
        super("never-matches", "rules whose conditions hold for no packet at all");
    }

    @Override
    Finding find(CheckedPolicy policy, RuleFact fact) {
        if (fact.isReached() && !fact.isMet()) {
            return finding(Severity.WARNING, fact, "No packet comes to this rule that meets its conditions: what the calls of this"
                    + " chain let in, and the rules before leave, has none.", List.of(), null, remove(fact));
        }
        if (!fact.matchesNothing() || waitsForName(fact.rule().getMatch().getSource())
                || waitsForName(fact.rule().getMatch().getDestination())) {
            return null;
        }
        return finding(Severity.WARNING, fact, "No packet that can meet this chain meets the rule's conditions together, "
                + "so it never matches. Look for addresses of two IP versions, an empty object, a port below 0 or above 65535, "
                + "conditions that exclude each other, or an interface that the direction does not have."
                + (fact.takesFragments() ? " It only lets fragments other than the first pass, which have no layer 4." : ""), List.of(), null,
                remove(fact));
    }

    /** Names that were not looked up yet stand for no address, and will for some. */
    private static boolean waitsForName(List<AddressTerm> terms) {
        boolean[] waits = { false };
        AddressTerms.forEach(terms, term -> waits[0] |= term instanceof AddressName);
        return waits[0];
    }
}
