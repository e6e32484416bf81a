package org.hopwarden.enforce.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.interchange.SettledTable;
import org.hopwarden.interchange.SettledTable.Counter;
import org.hopwarden.interchange.SettledTable.Effect;
import org.hopwarden.packetio.FirewallTables.Count;

/** Adds up what the kernel has counted and what the queues have. */
final class SettledCounts {

    private static final Count NONE = new Count(0, 0);

    private SettledCounts() {
    }

    /** The statistics of the queues, with what the kernel has decided by itself, of which {@code seen} is the sum. */
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
}
