package org.hopwarden.ui.tests.plugin;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Fix;
import org.hopwarden.analysis.PolicyCheck;
import org.hopwarden.analysis.Severity;
import org.hopwarden.interchange.entry.RuleParser;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RuleText;

/** A check of somebody else: telnet is allowed, and should be denied to the servers first. */
public final class TelnetCheck implements PolicyCheck {

    @Override
    public String id() {
        return "telnet";
    }

    @Override
    public String description() {
        return "rules that allow telnet";
    }

    @Override
    public List<Finding> find(CheckedPolicy checked) {
        Policy policy = checked.policy();
        List<Finding> findings = new ArrayList<>();
        for (Chain chain : policy.getChains()) {
            for (int number = 1; number <= chain.getRules().size(); number++) {
                String text = RuleText.of(chain.getRules().get(number - 1));
                boolean denied = number > 1 && RuleText.of(chain.getRules().get(number - 2)).startsWith("deny tcp any @servers");
                if (text.startsWith("permit") && text.endsWith("eq telnet") && !denied) {
                    findings.add(new Finding(id(), Severity.ERROR, chain.getName(), number, "This rule allows telnet to all.", List.of(),
                            null, new Fix.InsertRule(chain.getName(), number, denial(policy))));
                }
            }
        }
        return findings;
    }

    private static org.hopwarden.rulemodel.Rule denial(Policy policy) {
        try {
            return RuleParser.parse("deny tcp any @servers eq telnet", policy);
        } catch (NoRule e) {
            throw new IllegalStateException("the policy of the test has no @servers", e);
        }
    }
}
