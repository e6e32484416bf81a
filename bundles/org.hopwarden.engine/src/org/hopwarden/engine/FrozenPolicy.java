package org.hopwarden.engine;

import java.util.AbstractList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelPackage;

/**
 * A policy as it stands at one moment: a model that nobody changes, and edits of it, which are known here alone. Its chains are
 * those of the model; what they say is asked of the methods here.
 */
final class FrozenPolicy {

    private final Policy model;
    /** What edits have made of chains; null for those that none has touched. */
    private final Function<Chain, Content> edited;
    private final boolean isEdited;

    /**
     * What a chain says.
     *
     * @param settings all but its rules
     */
    record Content(Chain settings, List<Rule> rules) {
    }

    private FrozenPolicy(Policy model, Function<Chain, Content> edited, boolean isEdited) {
        this.model = model;
        this.edited = edited;
        this.isEdited = isEdited;
    }

    /** @param model nobody changes it from now on */
    static FrozenPolicy of(Policy model) {
        return new FrozenPolicy(model, chain -> null, false);
    }

    /** The policy with other contents of some chains. */
    static FrozenPolicy of(Policy model, List<PlacedChain> chains) {
        Map<Chain, Content> contents = new IdentityHashMap<>();
        chains.forEach(chain -> contents.put(chain.key, new Content(chain.settings, view(chain.rules))));
        return new FrozenPolicy(model, contents::get, true);
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

    /** As one model, which nobody may change: slow where edits are in it. */
    Policy whole() {
        if (!isEdited) {
            return model;
        }
        EcoreUtil.Copier copier = new EcoreUtil.Copier();
        Policy copy = (Policy) copier.copy(model);
        for (int i = 0; i < model.getChains().size(); i++) {
            Content content = edited.apply(model.getChains().get(i));
            if (content != null) {
                fill(copy.getChains().get(i), content, copier);
            }
        }
        copier.copyReferences();
        for (int i = 0; i < model.getChains().size(); i++) {
            Content content = edited.apply(model.getChains().get(i));
            if (content != null) {
                List<Application> applications = copy.getChains().get(i).getApplications();
                applications.clear();
                content.settings.getApplications().forEach(used -> applications.add((Application) copier.get(used)));
            }
        }
        return copy;
    }

    private static void fill(Chain chain, Content content, EcoreUtil.Copier copier) {
        for (EStructuralFeature feature : chain.eClass().getEAllStructuralFeatures()) {
            if (feature == RulemodelPackage.Literals.CHAIN__RULES) {
                chain.getRules().clear();
                content.rules.forEach(rule -> chain.getRules().add((Rule) copier.copy(rule)));
            } else if (!(feature instanceof EReference reference)) {
                chain.eSet(feature, content.settings.eGet(feature));
            } else if (reference.isContainment()) {
                Object value = content.settings.eGet(reference);
                chain.eSet(reference, value instanceof List<?> all ? copier.copyAll(all) : value == null ? null : copier.copy((EObject) value));
            }
        }
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
