package org.hopwarden.interchange.internal;

import java.util.Locale;

/** Finds what was probably meant by a word that is not known. */
public final class NearestWord {

    private static final int LONGEST = 40;

    private NearestWord() {
    }

    /** {@code ; did you mean 'WORD'?} for the likeliest of the words, or nothing where none is like it. */
    public static String hint(String word, Iterable<String> words) {
        String best = null;
        String low = word.toLowerCase(Locale.ROOT);
        int bestDistance = low.length() <= 3 ? 2 : 1 + low.length() / 3;
        for (String candidate : words) {
            int distance = low.length() > 1 && candidate.startsWith(low) ? 1 : low.length() > LONGEST ? bestDistance + 1
                    : distance(low, candidate);
            if (distance < bestDistance || distance == bestDistance && best == null && distance < low.length()) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best == null ? "" : "; did you mean '" + best + "'?";
    }

    /** How many letters must be put in, taken out, changed or swapped with their neighbour. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
