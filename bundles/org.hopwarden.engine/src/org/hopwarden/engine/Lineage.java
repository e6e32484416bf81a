package org.hopwarden.engine;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.engine.internal.Conditions;
import org.hopwarden.rulemodel.Chain;

/**
 * What a compiled policy has in common with those that follow it by edits: which chains packets can meet, the buckets of rates, and when
 * schedules hold. Safe for use by several threads.
 */
final class Lineage {

    final Conditions conditions;
    private final Map<Chain, Integer> chains = new IdentityHashMap<>();

    /** @param chains those that packets can meet, in the policy's order */
    Lineage(List<Chain> chains, Conditions conditions) {
        chains.forEach(chain -> this.chains.put(chain, this.chains.size()));
        this.conditions = conditions;
    }

    /** Which of the chains it is; -1 for one that packets cannot meet, and for null. */
    int indexOf(Chain chain) {
        return chains.getOrDefault(chain, -1);
    }
}
