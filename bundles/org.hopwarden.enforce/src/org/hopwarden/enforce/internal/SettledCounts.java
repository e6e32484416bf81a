package org.hopwarden.enforce.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.enforce.internal.KernelHooks.Count;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.interchange.SettledTable;
import org.hopwarden.interchange.SettledTable.Counter;
import org.hopwarden.interchange.SettledTable.Effect;

/** Adds up what the kernel has counted and what was counted elsewhere. */
final class SettledCounts {

    private static final Count NONE = new Count(0, 0);

    private SettledCounts() {
    }

    /** The statistics of the queues, with what the kernel has decided by itself. */
    static EnforcementStatistics with(EnforcementStatistics queued, SettledTable table, Map<String, Count> counts) {
        long allowed = sum(table, counts, Effect.ALLOW);
        long denied = sum(table, counts, Effect.DENY);
        long rejected = sum(table, counts, Effect.REJECT);
        Map<String, Count> settled = new HashMap<>();
        for (Counter counter : table.counters()) {
            if (counter.chain() != null) {
                settled.put(counter.rule() + " " + counter.chain(), counts.getOrDefault(counter.name(), NONE));
            }
        }
        List<RuleCount> rules = queued.rules().stream().map(rule -> {
            Count more = settled.getOrDefault(rule.rule() + " " + rule.chain(), NONE);
            return new RuleCount(rule.chain(), rule.rule(), rule.packets() + more.packets(), rule.bytes() + more.bytes());
        }).toList();
        return new EnforcementStatistics(queued.seen() + allowed + denied + rejected, queued.allowed() + allowed, queued.denied() + denied,
                queued.rejected() + rejected, queued.asked(), queued.failed(), rules);
    }

    private static long sum(SettledTable table, Map<String, Count> counts, Effect effect) {
        return table.counters().stream().filter(counter -> counter.effect() == effect)
                .mapToLong(counter -> counts.getOrDefault(counter.name(), NONE).packets()).sum();
    }

    /** Both together, with the rules of the first. */
    static EnforcementStatistics sum(EnforcementStatistics now, EnforcementStatistics before) {
        Map<String, RuleCount> known = new HashMap<>();
        before.rules().forEach(rule -> known.put(rule.rule() + " " + rule.chain(), rule));
        List<RuleCount> rules = now.rules().stream().map(rule -> {
            RuleCount more = known.getOrDefault(rule.rule() + " " + rule.chain(), new RuleCount(rule.chain(), rule.rule(), 0, 0));
            return new RuleCount(rule.chain(), rule.rule(), rule.packets() + more.packets(), rule.bytes() + more.bytes());
        }).toList();
        return new EnforcementStatistics(now.seen() + before.seen(), now.allowed() + before.allowed(), now.denied() + before.denied(),
                now.rejected() + before.rejected(), now.asked() + before.asked(), now.failed() + before.failed(), rules);
    }

    /** The same counts by the rules of another policy, without those that it does not have. */
    static EnforcementStatistics by(CompiledPolicy policy, EnforcementStatistics counted, CompiledPolicy before) {
        Map<Integer, RuleCount> bySlot = new HashMap<>();
        counted.rules().forEach(rule -> bySlot.put(before.slotOfRule(rule.chain(), rule.rule()), rule));
        int[] slotsBefore = policy.slotsBefore(before);
        List<RuleCount> rules = new ArrayList<>();
        for (String chain : policy.chains()) {
            for (int rule = 0; rule <= policy.ruleCount(chain); rule++) {
                int slot = policy.slotOfRule(chain, rule);
                RuleCount known = slot < slotsBefore.length ? bySlot.get(slotsBefore[slot]) : null;
                if (known != null) {
                    rules.add(new RuleCount(chain, rule, known.packets(), known.bytes()));
                }
            }
        }
        return new EnforcementStatistics(counted.seen(), counted.allowed(), counted.denied(), counted.rejected(), counted.asked(), counted.failed(),
                rules);
    }
}
