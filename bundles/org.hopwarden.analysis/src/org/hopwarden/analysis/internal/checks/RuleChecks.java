package org.hopwarden.analysis.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Fix;
import org.hopwarden.analysis.PolicyCheck;
import org.hopwarden.analysis.RuleFact;
import org.hopwarden.analysis.RulePlace;
import org.hopwarden.analysis.Severity;
import org.hopwarden.analysis.Witness;

/** A check that looks at what each rule is worth in its chain. */
abstract class RuleChecks implements PolicyCheck {

    private final String id;
    private final String description;

    RuleChecks(String id, String description) {
        this.id = id;
        this.description = description;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String description() {
        return description;
    }

    @Override
    public List<Finding> find(CheckedPolicy policy) {
        List<Finding> findings = new ArrayList<>();
        for (RuleFact fact : policy.facts()) {
            Finding finding = find(policy, fact);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    /** What there is to say of a rule; null for nothing. */
    abstract Finding find(CheckedPolicy policy, RuleFact fact);

    final Finding finding(Severity severity, RuleFact fact, String message, List<RulePlace> because, Witness witness, Fix fix) {
        return new Finding(id, severity, fact.chain().getName(), fact.number(), message, because, witness, fix);
    }

    static Fix remove(RuleFact fact) {
        return new Fix.RemoveRule(fact.chain().getName(), fact.number());
    }

    static String names(List<RulePlace> rules) {
        return rules.stream().map(RulePlace::toString).collect(Collectors.joining(", "));
    }
}
