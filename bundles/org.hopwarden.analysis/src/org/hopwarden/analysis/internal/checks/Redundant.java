package org.hopwarden.analysis.internal.checks;

import java.util.List;

import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.RuleFact;
import org.hopwarden.analysis.Severity;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Match;

/** Rules without which each packet gets the same verdict. */
public final class Redundant extends RuleChecks {

    public Redundant() {
        super("redundant", "rules without which each packet gets the same verdict");
    }

    @Override
    Finding find(CheckedPolicy policy, RuleFact fact) {
        if (!fact.isRedundant() || fact.matchesNothing() || fact.conflict() != null || isWrittenEnd(fact)) {
            return null;
        }
        boolean logs = fact.rule().getLog() != LogMode.NONE;
        String log = logs ? " It logs, though, and what it logs would no longer be logged." : "";
        if (!fact.isReached()) {
            return finding(Severity.WARNING, fact, "This rule does nothing: before it, " + names(fact.decidedBy())
                    + (fact.decidedBy().size() == 1 ? " decides" : " decide") + " all its packets in the same way.",
                    fact.decidedBy(), null, remove(fact));
        }
        String message = fact.endTakesOver() ? "Without this rule each packet gets the same verdict, from later rules or from the"
                + " chain's end." : "Without this rule each packet gets the same verdict, from later rules.";
        return finding(fact.endTakesOver() || logs ? Severity.INFO : Severity.WARNING, fact, message + log, List.of(),
                fact.reached().get(), logs ? null : remove(fact));
    }

    /** A last rule that writes out what the end does all the same is good style. */
    private static boolean isWrittenEnd(RuleFact fact) {
        Match match = fact.rule().getMatch();
        return fact.isReached() && fact.number() == fact.chain().getRules().size() && match.getSource().isEmpty()
                && match.getDestination().isEmpty();
    }
}
