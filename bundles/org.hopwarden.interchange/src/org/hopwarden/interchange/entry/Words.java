package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.interchange.internal.NearestWord;

/** The words of a rule's text, taken from the front: braces and quotes hold theirs together. */
final class Words {

    private static final Pattern WORD = Pattern.compile("\\{[^}]*\\}|\"[^\"]*\"|\\S+");

    private final List<String> words = new ArrayList<>();
    private int next;

    Words(String text) throws NoRule {
        if (text.chars().filter(c -> c == '{').count() != text.chars().filter(c -> c == '}').count()) {
            throw new NoRule("A brace is not closed: several terms are written as {a, b}.");
        }
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
    }

    boolean isEmpty() {
        return next == words.size();
    }

    /** The next word, which stays; empty at the end. */
    String peek() {
        return isEmpty() ? "" : words.get(next);
    }

    /** The word behind the next one; empty where there is none. */
    String peekSecond() {
        return next + 1 < words.size() ? words.get(next + 1) : "";
    }

    /** @param wanted what must come here, for the message where nothing does */
    String take(String wanted) throws NoRule {
        if (isEmpty()) {
            throw new NoRule(wanted + " is missing" + (next == 0 ? "." : " behind '" + words.get(next - 1) + "'."));
        }
        return words.get(next++);
    }

    /** Takes the next word where it is this one. */
    boolean takeIf(String word) {
        boolean is = peek().equalsIgnoreCase(word);
        next += is ? 1 : 0;
        return is;
    }

    int takeNumber(String wanted, int most) throws NoRule {
        return number(take(wanted), wanted, most);
    }

    static int number(String word, String wanted, int most) throws NoRule {
        try {
            int number = Integer.parseInt(word);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls to the message below, which says more
        }
        throw new NoRule("'" + word + "' is no number from 0 to " + most + ", as " + wanted.toLowerCase(Locale.ROOT) + " has one.");
    }

    /** What says that a word is not known, with the one that was probably meant. */
    static NoRule unknown(String kind, String word, Iterable<String> known) {
        String hint = NearestWord.hint(word, known);
        return new NoRule("'" + word + "' is no " + kind + (hint.isEmpty() ? "." : hint));
    }
}
