package org.hopwarden.enforce.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.engine.CompiledPolicy;

/**
 * What was counted by those that decide no more. A count goes on with its rule, told by its ID; those of rules that a later policy does not have
 * are in the sums alone.
 *
 * @param policy by whose rules it is; null where there is nothing
 */
record EarlierCounts(EnforcementStatistics counts, CompiledPolicy policy, long lostPackets) {

    static final EarlierCounts NONE = new EarlierCounts(new EnforcementStatistics(0, 0, 0, 0, 0, 0, List.of()), null, 0);

    /** These together with what was counted since. */
    EarlierCounts and(EnforcementStatistics since, CompiledPolicy by, long lostSince) {
        return new EarlierCounts(addedTo(since, by), by, lostPackets + lostSince);
    }

    /** What is counted now, by the rules of a policy, with what was counted before. */
    EnforcementStatistics addedTo(EnforcementStatistics now, CompiledPolicy by) {
        if (policy == null) {
            return now;
        }
        Map<Integer, RuleCount> known = bySlots(by);
        List<RuleCount> rules = new ArrayList<>(now.rules().size());
        for (RuleCount rule : now.rules()) {
            RuleCount before = known.get(by.slotOfRule(rule.chain(), rule.rule()));
            rules.add(before == null ? rule
                    : new RuleCount(rule.chain(), rule.rule(), rule.packets() + before.packets(), rule.bytes() + before.bytes()));
        }
        return new EnforcementStatistics(now.seen() + counts.seen(), now.allowed() + counts.allowed(), now.denied() + counts.denied(),
                now.rejected() + counts.rejected(), now.asked() + counts.asked(), now.failed() + counts.failed(), rules);
    }

    /** By the slots of another policy. */
    private Map<Integer, RuleCount> bySlots(CompiledPolicy other) {
        Map<Integer, RuleCount> own = new HashMap<>();
        counts.rules().forEach(rule -> own.put(policy.slotOfRule(rule.chain(), rule.rule()), rule));
        if (other == policy) {
            return own;
        }
        Map<Integer, RuleCount> known = new HashMap<>();
        int[] before = other.slotsBefore(policy);
        for (int slot = 0; slot < before.length; slot++) {
            RuleCount rule = own.get(before[slot]);
            if (rule != null) {
                known.put(slot, rule);
            }
        }
        return known;
    }
}
