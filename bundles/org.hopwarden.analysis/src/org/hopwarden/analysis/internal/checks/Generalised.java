package org.hopwarden.analysis.internal.checks;

import java.util.List;

import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.RuleFact;
import org.hopwarden.analysis.Severity;

/** Rules that an earlier one is an exception from. */
public final class Generalised extends RuleChecks {

    public Generalised() {
        super("generalised", "rules to which an earlier rule with another verdict is an exception");
    }

    @Override
    Finding find(CheckedPolicy policy, RuleFact fact) {
        return fact.generalises() == null ? null : finding(Severity.INFO, fact, "This rule also matches everything that "
                + fact.generalises() + " decides otherwise: that one is an exception, and works only in front of it.",
                List.of(fact.generalises()), fact.generalisedPacket().get(), null);
    }
}
