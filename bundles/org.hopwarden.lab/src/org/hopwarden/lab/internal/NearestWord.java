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

    /** Letters added, left out, replaced or swapped with their neighbour (Damerau and Levenshtein), case left aside. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 8) {
            return Integer.MAX_VALUE;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && same(a.charAt(i - 1), b.charAt(j - 2)) && same(a.charAt(i - 2), b.charAt(j - 1))) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
