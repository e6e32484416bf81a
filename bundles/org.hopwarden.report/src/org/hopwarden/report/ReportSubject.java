package org.hopwarden.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import org.hopwarden.probe.Trace;
import org.hopwarden.rulemodel.Policy;

/**
 * What a report of a policy is about.
 *
 * @param policy not to be changed; it may have problems (see {@link org.hopwarden.rulemodel.PolicyProblems})
 * @param enforcement what an enforcement of this policy counted; empty where none is reported
 * @param traces taken beside it; may be empty
 */
public record ReportSubject(Policy policy, Optional<EnforcementCounts> enforcement, List<Trace> traces) {

    /**
     * @throws IllegalArgumentException if the counts are not of this policy; the message says why
     */
    public ReportSubject {
        requireNonNull(policy, "policy");
        traces = List.copyOf(traces);
        if (enforcement.isPresent()) {
            enforcement.get().requireOf(policy);
        }
    }

    /** The policy alone. */
    public static ReportSubject of(Policy policy) {
        return new ReportSubject(policy, Optional.empty(), List.of());
    }
}
