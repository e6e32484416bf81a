package org.hopwarden.lab.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class NearestWord {

    private NearestWord() {
    }

    /** A remedy: the nearest known word, or all of them where none is near. */
    static String hint(String written, Collection<String> known) {
        return find(written, known).map(word -> "did you mean '" + word + "'?")
                .orElseGet(() -> known.isEmpty() ? "leave it out"
                        : known.size() <= 24 ? "known are: " + String.join(", ", known) : "check its spelling");
    }

    /** The known word with the fewest letters changed, where that is less than half of them. */
    static Optional<String> find(String written, Collection<String> known) {
        return known.stream().filter(word -> distance(written, word) <= Math.max(1, (word.length() - 1) / 2))
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** The Levenshtein distance, case left aside. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 8) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substitute = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
