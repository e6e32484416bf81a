package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.hopwarden.interchange.ImportException.Problem;

/** The words of one line, taken from left to right. */
final class IosTokens {

    /** Stops the reading of a line. */
    static final class Stop extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Stop(Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /**
     * Stops the reading of an entry that IOS may well understand, and the model does not: it is kept as it stands. The message
     * says what is not understood, without a full stop.
     */
    static final class Opaque extends Exception {

        private static final long serialVersionUID = 1L;

        Opaque(String message) {
            super(message, null, false, false);
        }
    }

    private static final int LONGEST_QUOTE = 40;

    private final IosLine source;
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int next;

    /** @throws Stop if the line holds a control character other than a tab */
    IosTokens(IosLine source) throws Stop {
        this.source = source;
        line = source.text();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!IosText.isAllowed(c)) {
                throw stopAt(i, "a control character (" + String.format("U+%04X", (int) c)
                        + ") does not belong into a list; take it out");
            }
        }
        int at = 0;
        while (at < line.length()) {
            if (isBlank(line.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < line.length() && !isBlank(line.charAt(end))) {
                end++;
            }
            starts.add(at);
            words.add(line.substring(at, end));
            at = end;
        }
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    boolean hasNext() {
        return next < words.size();
    }

    /** The next word in lower case, as IOS takes them in any; empty at the end of the line. */
    String peek() {
        return hasNext() ? words.get(next).toLowerCase(Locale.ROOT) : "";
    }

    /** Whether the next word is this one. Nothing is taken. */
    boolean isNext(String word) {
        return peek().equals(word);
    }

    /** Takes the next word if it is this one. */
    boolean take(String word) {
        boolean is = isNext(word);
        next += is ? 1 : 0;
        return is;
    }

    /** Takes the next word, in lower case. */
    String take() {
        String word = peek();
        next++;
        return word;
    }

    /** The next word as it stands; nothing is taken. */
    String raw() {
        return words.get(next);
    }

    /** Takes the next word as it stands. */
    String takeRaw() {
        return words.get(next++);
    }

    /** Everything from the next word on, without blanks at the end; nothing is taken. */
    String remaining() {
        return hasNext() ? line.substring(starts.get(next)).stripTrailing() : "";
    }

    /** What stands behind the word taken last and one blank, as it is. */
    String rest() {
        int end = starts.get(next - 1) + words.get(next - 1).length();
        return end < line.length() ? line.substring(end + 1) : "";
    }

    /** A problem with the next word, or with there being none. */
    Stop unexpected(String expected, Iterable<String> known) {
        if (!hasNext()) {
            return stopAt(line.stripTrailing().length(), "the line ends where " + expected + " is expected");
        }
        return stopAt(starts.get(next), "'" + quoted() + "' is not " + expected + NearestWord.hint(words.get(next), known));
    }

    /** A problem with the next word. */
    Stop stop(String message) {
        return stopAt(hasNext() ? starts.get(next) : line.stripTrailing().length(), message);
    }

    /** A problem at a column, counted from 1. */
    Stop stopAtColumn(int column, String message) {
        return new Stop(new Problem(source.number(), column, message));
    }

    /** A problem with the word taken last. */
    Stop stopBack(String message) {
        return stopAt(starts.get(next - 1), message);
    }

    /** The column of the next word, counted from 1. */
    int column() {
        return source.offset() + (hasNext() ? starts.get(next) : line.stripTrailing().length()) + 1;
    }

    /** The next word as it stands, shortened for messages. */
    String quoted() {
        String word = words.get(next);
        return word.length() <= LONGEST_QUOTE ? word : word.substring(0, LONGEST_QUOTE) + "...";
    }

    private Stop stopAt(int index, String message) {
        return new Stop(new Problem(source.number(), source.offset() + index + 1, message));
    }
}
