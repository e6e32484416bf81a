package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Widget;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/** Finds the rules that have some words. A model may be read by the UI thread alone, so of very many rules some have their turn later. */
final class RuleFilter {

    private static final long TURN_NANOS = 25_000_000;

    private final Widget owner;
    /** What is looked at, as far as it was needed. */
    private final Map<Rule, String> texts = new IdentityHashMap<>();
    /** Counts what was asked for, so that the work for something older ends. */
    private int asked;

    /** @param owner nobody is told any more once it is disposed */
    RuleFilter(Widget owner) {
        this.owner = owner;
    }

    /** Rules may have changed. */
    void forget() {
        texts.clear();
    }

    /**
     * Finds the rules that have all the words: at once where they are few, else a little later, and never for words that were replaced by
     * others meanwhile.
     *
     * @param words in lower case; empty for all rules
     */
    void apply(List<Rule> rules, String words, Consumer<List<Rule>> found) {
        asked++;
        if (words.isEmpty()) {
            found.accept(rules);
        } else {
            look(asked, rules, 0, words, new ArrayList<>(), found);
        }
    }

    private void look(int ask, List<Rule> rules, int from, String words, List<Rule> matching, Consumer<List<Rule>> found) {
        if (ask != asked || owner.isDisposed()) {
            return;
        }
        long end = System.nanoTime() + TURN_NANOS;
        for (int i = from; i < rules.size(); i++) {
            if (System.nanoTime() > end) {
                int next = i;
                owner.getDisplay().asyncExec(() -> look(ask, rules, next, words, matching, found));
                return;
            }
            if (matches(rules.get(i), words)) {
                matching.add(rules.get(i));
            }
        }
        found.accept(List.copyOf(matching));
    }

    /** Whether line, name or remarks of a rule have all the words, which are in lower case. */
    boolean matches(Rule rule, String words) {
        String text = texts.computeIfAbsent(rule, each -> (RuleText.of(each) + " " + RuleColumn.REMARK.text(each)).toLowerCase(Locale.ROOT));
        for (String word : words.split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
