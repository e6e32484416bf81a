package org.hopwarden.rulemodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;

/**
 * Gives IDs to elements that have none: the first letter of their kind and the next number above the highest one in use, so
 * that the same model gets the same IDs.
 */
public final class ElementIds {

    private ElementIds() {
    }

    /** Gives an ID to each element of the policy, and to the policy, that has none. IDs that are there stay. */
    public static void assignMissing(Policy policy) {
        Map<String, Integer> highest = new HashMap<>();
        List<Element> without = new ArrayList<>();
        look(policy, highest, without);
        for (Iterator<EObject> all = policy.eAllContents(); all.hasNext();) {
            if (all.next() instanceof Element element) {
                look(element, highest, without);
            }
        }
        for (Element element : without) {
            String prefix = prefix(element);
            element.setId(prefix + highest.merge(prefix, 1, Integer::sum));
        }
    }

    private static void look(Element element, Map<String, Integer> highest, List<Element> without) {
        String id = element.getId();
        if (id == null || id.isEmpty()) {
            without.add(element);
            return;
        }
        String prefix = prefix(element);
        if (id.startsWith(prefix) && id.length() > prefix.length() && id.length() < prefix.length() + 10
                && id.chars().skip(prefix.length()).allMatch(c -> c >= '0' && c <= '9')) {
            highest.merge(prefix, Integer.valueOf(id.substring(prefix.length())), Math::max);
        }
    }

    private static String prefix(Element element) {
        return element.eClass().getName().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
    }
}
