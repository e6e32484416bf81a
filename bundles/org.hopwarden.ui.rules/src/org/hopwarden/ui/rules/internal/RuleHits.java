package org.hopwarden.ui.rules.internal;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

import org.eclipse.swt.widgets.Widget;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Rule;

/** How often the rules of a shown chain decided in the latest enforcement of their policy, looked at again and again. */
final class RuleHits {

    private static final int LOOK_MILLIS = 1000;

    private final PolicyDocument document;
    private final RuleTable table;
    private final java.util.function.Supplier<Chain> chain;

    RuleHits(Widget owner, PolicyDocument document, RuleTable table, java.util.function.Supplier<Chain> chain) {
        this.document = document;
        this.table = table;
        this.chain = chain;
        look(owner);
    }

    private void look(Widget owner) {
        if (!owner.isDisposed()) {
            table.showHits(Enforcement.latest().filter(last -> last.subject().file().equals(document.file())).map(this::counts)
                    .orElse(Map.of()));
            owner.getDisplay().timerExec(LOOK_MILLIS, () -> look(owner));
        }
    }

    /** By the rules' IDs: the policy may have been edited since it was put to work. */
    private Map<Rule, Long> counts(Enforcement enforcement) {
        Chain shown = chain.get();
        if (shown == null) {
            return Map.of();
        }
        Map<String, Long> byId = new HashMap<>();
        // Answers of this session are rules of the policy at work that the model does not have.
        CompiledPolicy policy = enforcement.policy();
        for (RuleCount count : enforcement.statistics().rules()) {
            if (policy.chains().contains(count.chain()) && count.rule() > 0 && count.rule() <= policy.ruleCount(count.chain())) {
                byId.put(policy.ruleId(count.chain(), count.rule()), count.packets());
            }
        }
        Map<Rule, Long> counts = new IdentityHashMap<>();
        if (!byId.isEmpty()) {
            shown.getRules().forEach(rule -> {
                Long count = byId.get(rule.getId());
                if (count != null) {
                    counts.put(rule, count);
                }
            });
        }
        return counts;
    }
}
