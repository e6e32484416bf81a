package org.hopwarden.analysis.internal;

import java.util.List;
import java.util.Map;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Rule;

/**
 * One step of a policy's way to a verdict: packets in its boxes that no earlier step decided get its outcome.
 *
 * @param chain in which it stands; null for what stands in none
 * @param rule null for the end of a chain and what is no rule
 * @param inlined whether it stands in a chain that the rule calls, and not in the chain itself
 * @param outcome null where the step decides nothing and is only looked at
 * @param boxes by plane, in the plane's layout; none of them empty
 */
record Step(Chain chain, Rule rule, boolean inlined, Outcome outcome, Map<Plane, List<int[][]>> boxes) {

    boolean decides() {
        return outcome != null;
    }

    List<int[][]> boxes(Plane plane) {
        return boxes.getOrDefault(plane, List.of());
    }
}
