package org.hopwarden.engine;

import java.util.AbstractList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/**
 * A policy as it stands at one moment: a model that nobody changes, and edits of it, which are known here alone. Its chains are
 * those of the model; what they say is asked of the methods here.
 */
final class FrozenPolicy {

    private final Policy model;
    /** What edits have made of chains; null for those that none has touched. */
    private final Function<Chain, Content> edited;

    /**
     * What a chain says.
     *
     * @param settings all but its rules
     */
    record Content(Chain settings, List<Rule> rules) {
    }

    private FrozenPolicy(Policy model, Function<Chain, Content> edited) {
        this.model = model;
        this.edited = edited;
    }

    /** @param model nobody changes it from now on */
    static FrozenPolicy of(Policy model) {
        return new FrozenPolicy(model, chain -> null);
    }

    /** The policy with other contents of some chains. */
    static FrozenPolicy of(Policy model, List<PlacedChain> chains) {
        Map<Chain, Content> contents = new IdentityHashMap<>();
        chains.forEach(chain -> contents.put(chain.key, new Content(chain.settings, view(chain.rules))));
        return new FrozenPolicy(model, contents::get);
    }

    private static List<Rule> view(SlotRule[] rules) {
        return new AbstractList<>() {

            @Override
            public Rule get(int index) {
                return rules[index].rule;
            }

            @Override
            public int size() {
                return rules.length;
            }
        };
    }

    /** Its objects and defaults are those of the policy; the contents of its chains may not be. */
    Policy model() {
        return model;
    }

    /** The rules of one of the model's chains. */
    List<Rule> rules(Chain chain) {
        Content content = edited.apply(chain);
        return content == null ? chain.getRules() : content.rules;
    }

    /** The name, bindings, end and so on of one of the model's chains, as a chain whose rules say nothing. */
    Chain settings(Chain chain) {
        Content content = edited.apply(chain);
        return content == null ? chain : content.settings;
    }
}
