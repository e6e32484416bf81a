package org.hopwarden.analysis.internal.checks;

import java.util.List;

import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.RuleFact;
import org.hopwarden.analysis.Severity;

/** Pairs of rules with different verdicts of which neither holds the other. */
public final class Correlated extends RuleChecks {

    public Correlated() {
        super("correlated", "rules that share packets with an earlier rule with another verdict, neither holding the other");
    }

    @Override
    Finding find(CheckedPolicy policy, RuleFact fact) {
        return fact.correlates() == null ? null : finding(Severity.INFO, fact, "This rule shares packets with "
                + fact.correlates() + ", which decides them otherwise; neither holds all of the other, so their order matters.",
                List.of(fact.correlates()), fact.correlatedPacket().get(), null);
    }
}
