package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.ImportException.Problem;

/** The words of one line as iptables-restore splits them: at blanks, with text in double quotes and escapes held together. */
final class IptablesWords {

    private static final int LONGEST_SHOWN = 40;

    private final int line;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private final int end;
    private int next;

    /** Something that iptables-restore would refuse too. */
    static final class Stop extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Stop(int line, int column, String message) {
            super(message, null, false, false);
            problem = new Problem(line, column, message);
        }

        Problem problem() {
            return problem;
        }
    }

    /**
     * Splits a line.
     *
     * @param from where the words begin
     */
    IptablesWords(int line, String text, int from) throws Stop {
        this.line = line;
        end = text.length() + 1;
        int at = from;
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                at++;
                continue;
            }
            StringBuilder word = new StringBuilder();
            columns.add(at + 1);
            int quote = -1;
            for (; at < text.length() && (quote >= 0 || !isBlank(text.charAt(at))); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    quote = quote >= 0 ? -1 : at;
                } else if (quote >= 0 && c == '\\' && at + 1 < text.length()) {
                    word.append(text.charAt(++at));
                } else {
                    word.append(c);
                }
            }
            if (quote >= 0) {
                throw new Stop(line, quote + 1, "the text in quotes has no end; put a '\"' behind it");
            }
            words.add(word.toString());
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    int line() {
        return line;
    }

    boolean hasNext() {
        return next < words.size();
    }

    /** The next word; empty behind the last. */
    String peek() {
        return hasNext() ? words.get(next) : "";
    }

    String take() {
        return words.get(next++);
    }

    /** Takes the next word where it is this one. */
    boolean take(String word) {
        if (hasNext() && peek().equals(word)) {
            next++;
            return true;
        }
        return false;
    }

    /** The value that an option must have. */
    String value(String option) throws Stop {
        if (!hasNext()) {
            throw new Stop(line, end, "something is to stand behind " + option + "; the line ends there");
        }
        return take();
    }

    /** A problem at the word that was taken last. */
    Stop stopLast(String message) {
        return new Stop(line, next == 0 ? 1 : columns.get(next - 1), message);
    }

    /** A problem at the next word. */
    Stop stop(String message) {
        return new Stop(line, hasNext() ? columns.get(next) : end, message);
    }

    /** A word as messages show it. */
    static String shown(String word) {
        return "'" + (word.length() > LONGEST_SHOWN ? word.substring(0, LONGEST_SHOWN) + "..." : word) + "'";
    }
}
