package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.hopwarden.analysis.internal.WideSet.Span;
import org.hopwarden.rulemodel.InterfaceTerms;

/**
 * Names as numbers: 0 for none, and one number for each kind of name that patterns can tell apart, with a name of that kind.
 * A pattern is a name, or with {@code *} at its end the beginning of names; two patterns hold no name in common, or one holds
 * all of the other, so each pattern gives at most one kind of its own.
 */
final class Names {

    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final List<String> examples = new ArrayList<>();
    private final Set<String> patterns;

    /** @param usual a name for what no pattern holds */
    Names(Set<String> patterns, String usual) {
        this.patterns = Set.copyOf(patterns);
        examples.add("");
        add(patterns, fresh(patterns, "", usual));
        for (String pattern : new TreeSet<>(patterns)) {
            boolean open = pattern.endsWith("*");
            add(patterns, open ? fresh(patterns, pattern.substring(0, pattern.length() - 1), "") : pattern);
        }
    }

    private void add(Set<String> patterns, String example) {
        if (examples.stream().noneMatch(other -> areAlike(other, example))) {
            examples.add(example);
        }
    }

    /** A name with a beginning that no pattern holds but those that hold all such names. */
    private static String fresh(Set<String> patterns, String beginning, String usual) {
        List<String> narrow = patterns.stream().filter(pattern -> !pattern.endsWith("*")
                || pattern.length() - 1 > beginning.length()).toList();
        List<String> candidates = new ArrayList<>(List.of(beginning + usual));
        for (int next = 0;; next++) {
            String candidate = candidates.get(next);
            if (!candidate.isEmpty() && narrow.stream().noneMatch(pattern -> InterfaceTerms.matches(pattern, candidate))) {
                return candidate;
            }
            for (char letter : LETTERS.toCharArray()) {
                candidates.add(candidate + letter);
            }
            if (next == 0 && !usual.isEmpty()) {
                for (char letter : LETTERS.toCharArray()) {
                    candidates.add(beginning + letter);
                }
            }
        }
    }

    /** Whether nothing tells two names apart. */
    boolean areAlike(String one, String other) {
        return one.isEmpty() == other.isEmpty() && patterns.stream()
                .allMatch(pattern -> InterfaceTerms.matches(pattern, one) == InterfaceTerms.matches(pattern, other));
    }

    /** What tells names apart. */
    Set<String> patterns() {
        return patterns;
    }

    int count() {
        return examples.size();
    }

    /** A name of a kind; empty for none. */
    String example(int number) {
        return examples.get(number);
    }

    /** The kinds whose names meet a condition; none is an empty name. */
    WideSet where(Predicate<String> condition) {
        List<Span> spans = new ArrayList<>();
        for (int number = 0; number < examples.size(); number++) {
            if (condition.test(examples.get(number))) {
                spans.add(Span.of(number, number));
            }
        }
        return WideSet.union(spans);
    }
}
