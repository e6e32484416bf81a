package org.hopwarden.ui.rules.internal;

import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelPackage.Literals;

/**
 * A copy of a policy made a few rules at a time. A model may be read by the UI thread alone, and to copy 10,000 rules at once
 * would be felt there. The policy must not change until the copy is whole.
 */
final class StepwiseCopy {

    private final Copier copier = new Copier();
    private final Map<EObject, EObject> originals = new IdentityHashMap<>();
    private final Policy copy;
    private final Iterator<Chain> chains;
    private Chain chain;
    private List<Rule> copied;
    private Iterator<Rule> rules = List.<Rule>of().iterator();

    StepwiseCopy(Policy policy) {
        // All but the rules: these refer to chains and objects, which so are there before them.
        copy = (Policy) copier.copy(policy);
        copier.copyReferences();
        copier.forEach((original, made) -> originals.put(made, original));
        chains = policy.getChains().iterator();
    }

    private static final class Copier extends EcoreUtil.Copier {

        private static final long serialVersionUID = 1L;

        @Override
        protected void copyContainment(EReference reference, EObject original, EObject made) {
            if (reference != Literals.CHAIN__RULES) {
                super.copyContainment(reference, original, made);
            }
        }

        void link(EObject original, EObject made) {
            for (EReference reference : original.eClass().getEAllReferences()) {
                if (!reference.isContainment() && !reference.isContainer() && original.eIsSet(reference)) {
                    copyReference(reference, original, made);
                }
            }
        }
    }

    /**
     * Goes on for a while.
     *
     * @return whether the copy is whole
     */
    boolean step(long nanos) {
        long end = System.nanoTime() + nanos;
        do {
            if (rules.hasNext()) {
                copied.add(copy(rules.next()));
            } else if (chains.hasNext()) {
                chain = chains.next();
                copied = ((Chain) copier.get(chain)).getRules();
                rules = chain.getRules().iterator();
            } else {
                return true;
            }
        } while (System.nanoTime() < end);
        return false;
    }

    private Rule copy(Rule rule) {
        Rule made = (Rule) copier.copy(rule);
        note(rule, made);
        Iterator<EObject> all = rule.eAllContents();
        Iterator<EObject> allMade = made.eAllContents();
        while (all.hasNext()) {
            note(all.next(), allMade.next());
        }
        return made;
    }

    private void note(EObject original, EObject made) {
        originals.put(made, original);
        copier.link(original, made);
    }

    /** The copy, once it is whole. */
    PolicyDocument.Snapshot snapshot() {
        return new PolicyDocument.Snapshot(copy, originals);
    }
}
