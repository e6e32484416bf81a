package org.hopwarden.rulemodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Follows address terms through the objects they use. */
public final class AddressTerms {

    private AddressTerms() {
    }

    /** Whether the object uses itself, straight or through others. */
    public static boolean holdsItself(AddressObject object) {
        Set<AddressObject> seen = new HashSet<>();
        collect(object.getTerms(), seen);
        return seen.contains(object);
    }

    private static void collect(List<AddressTerm> terms, Set<AddressObject> seen) {
        Deque<List<AddressTerm>> open = new ArrayDeque<>(List.of(terms));
        while (!open.isEmpty()) {
            for (AddressTerm term : open.pop()) {
                if (term instanceof AddressUse use && use.getObject() != null && seen.add(use.getObject())) {
                    open.push(use.getObject().getTerms());
                }
            }
        }
    }

    /** Visits each term that is no reference, of these and of the objects they use. No object may hold itself. */
    public static void forEach(List<AddressTerm> terms, Consumer<AddressTerm> visitor) {
        for (AddressTerm term : terms) {
            if (term instanceof AddressUse use) {
                forEach(use.getObject().getTerms(), visitor);
            } else {
                visitor.accept(term);
            }
        }
    }
}
