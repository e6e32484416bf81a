package org.hopwarden.rulemodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows interface terms through the objects they use. */
public final class InterfaceTerms {

    private InterfaceTerms() {
    }

    /** Whether the object uses itself, straight or through others. */
    public static boolean holdsItself(InterfaceObject object) {
        Set<InterfaceObject> seen = new HashSet<>();
        collect(object.getTerms(), seen);
        return seen.contains(object);
    }

    private static void collect(List<InterfaceTerm> terms, Set<InterfaceObject> seen) {
        Deque<List<InterfaceTerm>> open = new ArrayDeque<>(List.of(terms));
        while (!open.isEmpty()) {
            for (InterfaceTerm term : open.pop()) {
                if (term instanceof InterfaceUse use && use.getObject() != null && seen.add(use.getObject())) {
                    open.push(use.getObject().getTerms());
                }
            }
        }
    }

    /**
     * Whether an interface is one of the terms; no term is any interface, and none at all.
     *
     * @param name the interface's name, empty for a packet without one, which only no term holds
     */
    public static boolean hold(List<InterfaceTerm> terms, String name) {
        return terms.isEmpty() || terms.stream().anyMatch(term -> holds(term, name));
    }

    private static boolean holds(InterfaceTerm term, String name) {
        return switch (term) {
            case InterfaceName n -> !name.isEmpty() && matches(n.getPattern(), name);
            case InterfaceUse use -> use.getObject().getTerms().stream().anyMatch(part -> holds(part, name));
            default -> throw new IllegalStateException("unknown interface term " + term);
        };
    }

    /** Whether a name is meant by a pattern: the same, or with {@code *} at the pattern's end one that begins so. */
    public static boolean matches(String pattern, String name) {
        return pattern.endsWith("*") ? name.startsWith(pattern.substring(0, pattern.length() - 1)) : name.equals(pattern);
    }
}
