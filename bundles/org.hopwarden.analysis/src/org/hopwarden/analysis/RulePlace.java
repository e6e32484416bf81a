package org.hopwarden.analysis;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/**
 * A rule by its place.
 *
 * @param chain the chain's name
 * @param number counted from 1; 0 for the chain's end
 * @param text the rule in one line
 */
public record RulePlace(String chain, int number, String text) {

    /** The place of a rule of the chain; of its end where the rule is null. */
    public static RulePlace of(Chain chain, Rule rule) {
        return rule == null ? new RulePlace(chain.getName(), 0, "the chain's end")
                : new RulePlace(chain.getName(), chain.getRules().indexOf(rule) + 1, RuleText.of(rule));
    }

    @Override
    public String toString() {
        return number == 0 ? "the end of chain " + chain : "rule " + number + " (" + text + ")";
    }
}
