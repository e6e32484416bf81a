package org.hopwarden.engine;

import org.hopwarden.rulemodel.Rule;

/**
 * A rule at its place in a chain, which keeps its slot for as long as it is the same rule. Told from others by identity: a rule
 * that is moved or switched is another one with the same slot.
 * Nobody changes the rule.
 */
final class SlotRule {

    final Rule rule;
    final int slot;

    SlotRule(Rule rule, int slot) {
        this.rule = rule;
        this.slot = slot;
    }

    /** Whether it is enabled and asks for the state of connections. */
    boolean asksState() {
        return rule.isEnabled() && !rule.getMatch().getStates().isEmpty();
    }

    /** Whether it is enabled and there for later fragments. */
    boolean namesFragments() {
        return rule.isEnabled() && rule.getMatch().isFragments();
    }
}
