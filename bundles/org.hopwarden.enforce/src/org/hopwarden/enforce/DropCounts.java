package org.hopwarden.enforce;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.FailMode;

/** Counts the packets that do not go on, by the reason. One that passes costs nothing. Safe for use by any number of threads. */
public final class DropCounts implements VerdictListener {

    private static final DropReason[] REASONS = DropReason.values();

    private final LongAdder[] counts = new LongAdder[REASONS.length];
    private volatile Reasons reasons;

    /**
     * Of each slot of a policy, why its packets are dropped: null where nobody has asked yet, because a policy of very many rules is replaced in no
     * time.
     */
    private record Reasons(CompiledPolicy policy, DropReason[] bySlot) {

        static Reasons of(CompiledPolicy policy) {
            return new Reasons(policy, new DropReason[policy.slots()]);
        }

        /** Null where they pass. */
        DropReason of(int slot) {
            DropReason known = bySlot[slot];
            if (known == null) {
                known = reason(policy, slot);
                bySlot[slot] = known;
            }
            return known;
        }

        private static DropReason reason(CompiledPolicy policy, int slot) {
            Verdict verdict = policy.verdictOfSlot(slot);
            if (verdict == null) {
                return null;
            }
            return switch (verdict.kind()) {
                case ALLOW -> null;
                case ASK -> DropReason.NOT_ALLOWED;
                case NONE -> policy.failMode() == FailMode.OPEN ? null : DropReason.MALFORMED;
                case DENY, REJECT -> switch (verdict.basis()) {
                    case RULE -> policy.isLimit(slot) ? DropReason.RATE : DropReason.RULE;
                    case CHAIN_END -> DropReason.CHAIN_END;
                    case POLICY_DEFAULT, NOT_IP -> DropReason.POLICY_DEFAULT;
                };
            };
        }
    }

    public DropCounts() {
        Arrays.setAll(counts, i -> new LongAdder());
    }

    @Override
    public void decided(PacketView packet, PacketState state, CompiledPolicy policy, int decision) {
        if (CompiledPolicy.isAllow(decision)) {
            return;
        }
        Reasons known = reasons;
        if (known == null || known.policy() != policy) {
            known = Reasons.of(policy);
            reasons = known;
        }
        DropReason reason = known.of(CompiledPolicy.slot(decision));
        if (reason == null) {
            return;
        }
        boolean denied = reason != DropReason.NOT_ALLOWED && reason != DropReason.MALFORMED && reason != DropReason.RATE;
        counts[(denied && state.state() == ConnectionState.INVALID ? DropReason.INVALID_STATE : reason).ordinal()].increment();
    }

    /** Where the policy fails open it passes, and is not among those that failed. */
    @Override
    public void unreadable() {
        counts[DropReason.MALFORMED.ordinal()].increment();
    }

    @Override
    public void notIp() {
        counts[DropReason.NOT_IP.ordinal()].increment();
    }

    /**
     * How many packets did not go on for each reason, those with none included.
     *
     * @param statistics of the enforcement that these were counted in
     * @param lostPackets as the enforcer tells
     */
    public Map<DropReason, Long> byReason(EnforcementStatistics statistics, long lostPackets) {
        Map<DropReason, Long> all = new EnumMap<>(DropReason.class);
        for (DropReason reason : REASONS) {
            all.put(reason, counts[reason.ordinal()].sum());
        }
        // While packets flow, what is decided is told before it is counted; and what fails open passes.
        all.put(DropReason.MALFORMED, Math.min(all.get(DropReason.MALFORMED), statistics.failed()));
        all.put(DropReason.NOT_SENT, Math.max(0, statistics.failed() - all.get(DropReason.MALFORMED)));
        all.put(DropReason.LOST, lostPackets);
        // Those that a person allowed went on; those that a person denied are counted as denied.
        long denied = statistics.denied() + statistics.rejected() - all.get(DropReason.RULE) - all.get(DropReason.CHAIN_END)
                - all.get(DropReason.POLICY_DEFAULT) - all.get(DropReason.RATE) - all.get(DropReason.INVALID_STATE);
        all.put(DropReason.NOT_ALLOWED, statistics.asked() + Math.clamp(denied, 0, all.get(DropReason.NOT_ALLOWED)));
        return all;
    }
}
