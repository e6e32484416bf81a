package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds, among lines that differ, those that look like an earlier and a later state of one line. */
final class LikeLines {

    /** So large a share of its words a line must keep to be taken for the same one. */
    private static final double ALIKE = 0.5;
    /** Beyond so many pairs, lines that stand at the same place are taken for the same. */
    private static final long MOST_PAIRS = 250_000;

    private LikeLines() {
    }

    /** Pairs of places, growing on both sides, so that the pairs together are as much alike as can be. */
    static List<int[]> pairs(List<String> left, List<String> right) {
        if ((long) left.size() * right.size() > MOST_PAIRS) {
            List<int[]> pairs = new ArrayList<>();
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                if (share(words(left.get(i)), words(right.get(i))) >= ALIKE) {
                    pairs.add(new int[] { i, i });
                }
            }
            return pairs;
        }
        double[][] like = likeness(left, right);
        double[][] best = new double[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                best[i][j] = Math.max(like[i][j] + best[i + 1][j + 1], Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        List<int[]> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (like[i][j] > 0 && best[i][j] == like[i][j] + best[i + 1][j + 1]) {
                pairs.add(new int[] { i++, j++ });
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    /** For each pair of lines how much they are alike, {@value #ALIKE} to 1; 0 for those that are not. */
    static double[][] likeness(List<String> left, List<String> right) {
        List<List<String>> mine = left.stream().map(LikeLines::words).toList();
        List<List<String>> theirs = right.stream().map(LikeLines::words).toList();
        double[][] like = new double[left.size()][right.size()];
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                double share = share(mine.get(i), theirs.get(j));
                like[i][j] = share < ALIKE ? 0 : share;
            }
        }
        return like;
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.split("\\s+"));
    }

    /** The share of the words of the longer line that the other one has too, 0 to 1. */
    private static double share(List<String> left, List<String> right) {
        Map<String, Integer> counts = new HashMap<>();
        left.forEach(word -> counts.merge(word, 1, Integer::sum));
        int common = 0;
        for (String word : right) {
            if (counts.merge(word, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return (double) common / Math.max(left.size(), right.size());
    }
}
