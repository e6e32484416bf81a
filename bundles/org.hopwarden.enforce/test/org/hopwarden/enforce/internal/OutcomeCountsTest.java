package org.hopwarden.enforce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.LivePolicy;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.PolicyEdit;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;

class OutcomeCountsTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final String CHAIN = "c";
    /** More than any array of counts has room for beforehand. */
    private static final int EDITS = 200;

    private static Rule allow() {
        Rule rule = MODEL.createRule();
        rule.setAction(MODEL.createAllow());
        rule.setMatch(MODEL.createMatch());
        return rule;
    }

    @Test
    void countsFollowTheirRulesThroughEdits() throws PolicyCompileException {
        Chain chain = MODEL.createChain();
        chain.setName(CHAIN);
        chain.setEnd(ChainEnd.DENY);
        chain.getRules().add(allow());
        Policy model = MODEL.createPolicy();
        model.getChains().add(chain);
        CompiledPolicy first = CompiledPolicy.compile(model);
        PolicyInForce inForce = new PolicyInForce(first);
        OutcomeCounts counts = new OutcomeCounts(first);
        LivePolicy live = new LivePolicy(first, inForce::replace, task -> { });
        counts.decided(first.slotOfRule(CHAIN, 1), 1000);
        for (int edit = 1; edit <= EDITS; edit++) {
            CompiledPolicy policy = live.edit(new PolicyEdit.Insert(CHAIN, 1, allow()));
            assertEquals(1000, bytes(counts, inForce, edit + 1), "a thread that has not taken it yet");
            counts.begin(policy);
            assertEquals(0, bytes(counts, inForce, 1));
            counts.decided(policy.slotOfRule(CHAIN, 1), edit);
        }
        for (int rule = 1; rule <= EDITS; rule++) {
            assertEquals(EDITS + 1 - rule, bytes(counts, inForce, rule));
        }
        assertEquals(1000, bytes(counts, inForce, EDITS + 1));
    }

    private static long bytes(OutcomeCounts counts, PolicyInForce inForce, int rule) {
        return OutcomeCounts.statistics(List.of(counts), inForce).rules().stream().filter(each -> each.rule() == rule)
                .mapToLong(RuleCount::bytes).sum();
    }
}
