package org.hopwarden.rulemodel;

import org.eclipse.emf.ecore.EObject;

/**
 * Something in a policy that has no meaning and so keeps it from being used.
 *
 * @param element where it is
 * @param place the same in words, such as {@code chain 2001, rule 3}
 * @param message what is wrong, and what to do
 */
public record PolicyProblem(EObject element, String place, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
