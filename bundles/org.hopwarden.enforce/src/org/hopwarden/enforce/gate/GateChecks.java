package org.hopwarden.enforce.gate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.PolicyChecks;
import org.hopwarden.analysis.Severity;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Policy;

/**
 * What the checks find in a policy.
 *
 * @param findings by chain and rule; empty where they did not come to an end
 * @param complete whether all checks came to an end in time
 */
public record GateChecks(List<Finding> findings, boolean complete) {

    public GateChecks {
        findings = List.copyOf(findings);
    }

    /**
     * Asks all checks.
     *
     * @param atMost after which they are given up: a policy of very many rules must not wait for them
     * @throws PolicyCompileException if the policy has problems
     */
    public static GateChecks of(Policy policy, Duration atMost) throws PolicyCompileException {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            return new GateChecks(PolicyChecks.of(policy, PolicyChecks.all(), () -> System.nanoTime() - end > 0), true);
        } catch (CancellationException e) {
            return new GateChecks(List.of(), false);
        }
    }

    /** How many findings of a severity there are. */
    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** Those of a severity. */
    public List<Finding> of(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).toList();
    }
}
