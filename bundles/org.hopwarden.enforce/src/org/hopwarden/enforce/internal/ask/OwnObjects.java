package org.hopwarden.enforce.internal.ask;

import java.util.Collection;
import java.util.Iterator;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Schedule;

/** Conditions of one copy of a policy for another one: what they refer to is found there by its name. */
final class OwnObjects {

    private final Policy policy;

    OwnObjects(Policy policy) {
        this.policy = policy;
    }

    Match copy(Match other) {
        Match copy = EcoreUtil.copy(other);
        own(copy);
        for (Iterator<EObject> all = copy.eAllContents(); all.hasNext();) {
            own(all.next());
        }
        return copy;
    }

    /** Null for null. */
    Schedule schedule(Schedule other) {
        return other == null ? null : (Schedule) same(other);
    }

    @SuppressWarnings("unchecked")
    private void own(EObject element) {
        for (EReference reference : element.eClass().getEAllReferences()) {
            if (reference.isContainment() || reference.isContainer()) {
                continue;
            }
            Object value = element.eGet((EStructuralFeature) reference);
            if (value instanceof Collection<?>) {
                Collection<Object> list = (Collection<Object>) value;
                Object[] own = list.stream().map(each -> (Object) same((EObject) each)).toArray();
                list.clear();
                java.util.Collections.addAll(list, own);
            } else if (value instanceof EObject one) {
                element.eSet(reference, same(one));
            }
        }
    }

    private EObject same(EObject other) {
        if (EcoreUtil.getRootContainer(other) == policy || !(other instanceof NamedElement named)) {
            return other;
        }
        for (EObject each : policy.eContents()) {
            if (each.eClass() == other.eClass() && named.getName() != null && named.getName().equals(((NamedElement) each).getName())) {
                return each;
            }
        }
        throw new IllegalStateException("the policy has no " + other.eClass().getName() + " '" + named.getName() + "'");
    }
}
