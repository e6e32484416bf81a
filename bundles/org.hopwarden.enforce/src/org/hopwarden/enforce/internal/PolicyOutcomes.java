package org.hopwarden.enforce.internal;

import static java.util.Objects.requireNonNull;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.RejectWith;
import org.hopwarden.engine.Verdict;
import org.hopwarden.rulemodel.FailMode;

/** What the decisions of a compiled policy do to packets. It is made in no time, however many rules there are, as edits make it anew. */
final class PolicyOutcomes {

    private final CompiledPolicy policy;
    private final Action whenUndecided;

    PolicyOutcomes(CompiledPolicy policy) {
        this.policy = requireNonNull(policy, "policy");
        whenUndecided = policy.failMode() == FailMode.OPEN ? Action.ALLOW : Action.FAIL;
    }

    CompiledPolicy policy() {
        return policy;
    }

    Action action(int decision) {
        return switch (CompiledPolicy.kind(decision)) {
            case ALLOW -> Action.ALLOW;
            case DENY -> Action.DENY;
            case REJECT -> Action.REJECT;
            case ASK -> Action.ASK;
            case NONE -> whenUndecided;
        };
    }

    /** How the sender is told; null where the decision is not to reject. */
    RejectWith reject(int decision) {
        return CompiledPolicy.kind(decision) == Verdict.Kind.REJECT
                ? RejectWith.of(policy.rejectType(CompiledPolicy.slot(decision))) : null;
    }

    /** What happens to a packet that the policy cannot decide: its fail mode. */
    Action whenUndecided() {
        return whenUndecided;
    }

    int slots() {
        return policy.slots();
    }
}
