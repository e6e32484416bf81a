package org.hopwarden.engine.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.InterfaceUse;

/** Names that are meant by patterns: equal, or with a {@code *} at the pattern's end those that begin so. */
final class NameTest {

    private final String[] exact;
    private final String[] beginnings;

    private NameTest(List<String> patterns) {
        exact = patterns.stream().filter(pattern -> !pattern.endsWith("*")).toArray(String[]::new);
        beginnings = patterns.stream().filter(pattern -> pattern.endsWith("*"))
                .map(pattern -> pattern.substring(0, pattern.length() - 1)).toArray(String[]::new);
    }

    static NameTest of(String pattern) {
        return new NameTest(List.of(pattern));
    }

    /** Null where there is no term, which any interface and none meets. */
    static NameTest of(List<InterfaceTerm> terms) {
        if (terms.isEmpty()) {
            return null;
        }
        List<String> patterns = new ArrayList<>();
        collect(terms, patterns);
        return new NameTest(patterns);
    }

    private static void collect(List<InterfaceTerm> terms, List<String> patterns) {
        for (InterfaceTerm term : terms) {
            switch (term) {
                case InterfaceName name -> patterns.add(name.getPattern());
                case InterfaceUse use -> collect(use.getObject().getTerms(), patterns);
                default -> throw new IllegalStateException("unknown interface term " + term);
            }
        }
    }

    boolean holds(String name) {
        for (String each : exact) {
            if (each.equals(name)) {
                return true;
            }
        }
        for (String each : beginnings) {
            if (name.startsWith(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a test, null for any, holds for an interface; empty is none, which no pattern means. */
    static boolean holds(NameTest test, String name) {
        return test == null || !name.isEmpty() && test.holds(name);
    }
}
