package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import org.hopwarden.analysis.Severity;
import org.hopwarden.rulemodel.FailMode;

/**
 * What the gate found about a policy.
 *
 * @param failMode what becomes of packets while nobody decides
 * @param changes what becomes otherwise of captured packets; empty where none were given
 * @param connections those that are to live on
 * @param lockOuts those of them that the policy would end
 */
public record GateReport(FailMode failMode, GateChecks checks, Optional<VerdictChanges> changes, List<HeldConnection> connections,
        List<LockOut> lockOuts) {

    /** A reason not to put a policy in force. */
    public enum Refusal {
        /** A check found an error. Nobody can overrule it. */
        ERRORS,
        /** A connection that is to live on would end. */
        LOCK_OUT,
        /** Captured packets get another verdict. */
        CHANGES
    }

    public GateReport {
        requireNonNull(failMode, "failMode");
        requireNonNull(checks, "checks");
        requireNonNull(changes, "changes");
        connections = List.copyOf(connections);
        lockOuts = List.copyOf(lockOuts);
    }

    /** What speaks against the policy; empty where nothing does. */
    public List<Refusal> refusals() {
        List<Refusal> refusals = new java.util.ArrayList<>();
        if (checks.count(Severity.ERROR) > 0) {
            refusals.add(Refusal.ERRORS);
        }
        if (lockOuts.stream().anyMatch(LockOut::certain)) {
            refusals.add(Refusal.LOCK_OUT);
        }
        if (changes.filter(found -> found.total() > 0).isPresent()) {
            refusals.add(Refusal.CHANGES);
        }
        return List.copyOf(refusals);
    }
}
