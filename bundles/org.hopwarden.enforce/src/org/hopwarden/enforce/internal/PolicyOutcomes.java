package org.hopwarden.enforce.internal;

import static java.util.Objects.requireNonNull;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.RejectWith;
import org.hopwarden.engine.Verdict;
import org.hopwarden.rulemodel.FailMode;

/** A compiled policy with what each of its slots does to a packet, so that deciding needs no look at objects. */
final class PolicyOutcomes {

    private static final Action[] ACTIONS = Action.values();

    private final CompiledPolicy policy;
    private final byte[] actions;
    private final RejectWith[] rejects;
    private final Action whenUndecided;

    PolicyOutcomes(CompiledPolicy policy) {
        this.policy = requireNonNull(policy, "policy");
        whenUndecided = policy.failMode() == FailMode.OPEN ? Action.ALLOW : Action.FAIL;
        actions = new byte[policy.slots()];
        rejects = new RejectWith[actions.length];
        for (int slot = 0; slot < actions.length; slot++) {
            Verdict verdict = policy.verdictOfSlot(slot);
            actions[slot] = (byte) action(verdict).ordinal();
            rejects[slot] = verdict != null && verdict.kind() == Verdict.Kind.REJECT ? RejectWith.of(verdict.rejectType()) : null;
        }
    }

    private Action action(Verdict verdict) {
        if (verdict == null) {
            return whenUndecided;
        }
        return switch (verdict.kind()) {
            case ALLOW -> Action.ALLOW;
            case DENY -> Action.DENY;
            case REJECT -> Action.REJECT;
            case ASK -> Action.ASK;
            case NONE -> whenUndecided;
        };
    }

    CompiledPolicy policy() {
        return policy;
    }

    Action action(int slot) {
        return ACTIONS[actions[slot]];
    }

    /** How the sender is told; null where the slot's action is not to reject. */
    RejectWith reject(int slot) {
        return rejects[slot];
    }

    /** What happens to a packet that the policy cannot decide: its fail mode. */
    Action whenUndecided() {
        return whenUndecided;
    }

    int slots() {
        return actions.length;
    }
}
