package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.internal.IosTokens.Stop;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.WordTable;

/** Reads numbers and the conditions on them: {@code eq 5 7}, {@code range 1 9}. */
final class IosNumberWords {

    static final List<String> OPERATORS = List.of("eq", "neq", "lt", "gt", "range");

    /** How many numbers IOS takes behind {@code eq} and {@code neq}. */
    static final int MOST = 10;

    private IosNumberWords() {
    }

    static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Takes a number from 0 on. */
    static int take(IosTokens tokens, int most, String what, Iterable<String> known) throws Stop {
        String word = tokens.peek();
        if (!isNumber(word) || word.length() > 10 || Long.parseLong(word) > most) {
            throw tokens.unexpected(what, known);
        }
        tokens.take();
        return Integer.parseInt(word);
    }

    /** Takes a word of a table or a number. */
    static int take(IosTokens tokens, WordTable words, int most, String what) throws Stop {
        var number = words.number(tokens.peek());
        if (number.isEmpty()) {
            return take(tokens, most, what, words.words());
        }
        tokens.take();
        return number.getAsInt();
    }

    /**
     * Takes the numbers behind an operator, which was taken: one for {@code lt} and {@code gt}, one range, or up to ten.
     *
     * @param what a number is, for messages
     */
    static NumberSet operands(IosTokens tokens, String operator, WordTable words, int most, String what) throws Stop {
        int first = take(tokens, words, most, what);
        List<NumberRange> ranges = new ArrayList<>();
        switch (operator) {
            case "lt", "gt" -> ranges.add(NumberRange.of(first));
            case "range" -> {
                int last = take(tokens, words, most, what);
                if (last < first) {
                    throw tokens.stopBack("the range ends at " + last + ", below its start; write range " + last + " " + first);
                }
                ranges.add(new NumberRange(first, last));
            }
            default -> {
                ranges.add(NumberRange.of(first));
                while (isNumber(tokens.peek()) || words.number(tokens.peek()).isPresent()) {
                    if (ranges.size() == MOST) {
                        throw tokens.stop("more than ten numbers; IOS takes ten in one entry, so write the rest in another");
                    }
                    ranges.add(NumberRange.of(take(tokens, words, most, what)));
                }
            }
        }
        return new NumberSet(ranges);
    }
}
