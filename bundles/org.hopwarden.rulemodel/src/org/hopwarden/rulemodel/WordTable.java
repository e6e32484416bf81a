package org.hopwarden.rulemodel;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Words for numbers, as a configuration language spells them. A number may have several words, of which the first is the one
 * to write. Immutable.
 */
public final class WordTable {

    private final Map<String, Integer> numbers;
    private final Map<Integer, String> words;

    /** @param table {@code word number} pairs between blanks; of several words for one number the first is written */
    static WordTable of(String table) {
        String[] parts = table.strip().split("\\s+");
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            numbers.put(parts[i], Integer.valueOf(parts[i + 1]));
        }
        return new WordTable(numbers);
    }

    WordTable(Map<String, Integer> numbers) {
        this.numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        Map<Integer, String> reverse = new LinkedHashMap<>();
        numbers.forEach((word, number) -> reverse.putIfAbsent(number, word));
        this.words = reverse;
    }

    /** The number of a word in any case; empty where the word is not known. */
    public OptionalInt number(String word) {
        Integer number = numbers.get(word.toLowerCase(Locale.ROOT));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The word to write for a number, or the number itself in decimal. */
    public String text(int number) {
        return words.getOrDefault(number, Integer.toString(number));
    }

    /** All words, in the table's order. */
    public Collection<String> words() {
        return numbers.keySet();
    }
}
