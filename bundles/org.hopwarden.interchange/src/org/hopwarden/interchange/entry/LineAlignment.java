package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which line of one list stands for which of another. Between equal beginnings and ends, lines that each list has once
 * are held against each other first, those that keep their order (patience sorting, as Bram Cohen's diff does it), and what is left
 * between two of them by the longest common part. So 100,000 lines take no longer than their sorting does, as long as most differ.
 */
final class LineAlignment {

    /** Beyond so many pairs of lines no longest common part is looked for. */
    private static final long MOST_PAIRS = 1_000_000;
    /** Up to so many pairs, lines that are like each other draw their neighbours together too. */
    private static final long MOST_LIKE = 40_000;
    /** What two lines that are quite like each other are worth, against two that are the same. */
    private static final double LIKE = 0.5;

    private final List<String> leftLines;
    private final List<String> rightLines;
    private final int[] left;
    private final int[] right;
    private final int[] match;

    private LineAlignment(List<String> leftLines, List<String> rightLines) {
        this.leftLines = leftLines;
        this.rightLines = rightLines;
        Map<String, Integer> ids = new HashMap<>();
        left = ids(leftLines, ids);
        right = ids(rightLines, ids);
        match = new int[left.length];
        Arrays.fill(match, -1);
    }

    /** For each line on the left, its place on the right, counted from 0; -1 where it has none. Places only ever grow. */
    static int[] of(List<String> left, List<String> right) {
        LineAlignment alignment = new LineAlignment(left, right);
        alignment.align(0, left.size(), 0, right.size());
        return alignment.match;
    }

    private static int[] ids(List<String> lines, Map<String, Integer> ids) {
        return lines.stream().mapToInt(line -> ids.computeIfAbsent(line, unknown -> ids.size())).toArray();
    }

    private void align(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        int a = leftFrom;
        int b = rightFrom;
        int aEnd = leftTo;
        int bEnd = rightTo;
        while (a < aEnd && b < bEnd && left[a] == right[b]) {
            match[a++] = b++;
        }
        while (a < aEnd && b < bEnd && left[aEnd - 1] == right[bEnd - 1]) {
            match[--aEnd] = --bEnd;
        }
        if (a == aEnd || b == bEnd) {
            return;
        }
        if ((long) (aEnd - a) * (bEnd - b) <= MOST_LIKE) {
            mostAlikePart(a, aEnd, b, bEnd);
            return;
        }
        if ((long) (aEnd - a) * (bEnd - b) <= MOST_PAIRS) {
            longestCommonPart(a, aEnd, b, bEnd);
            return;
        }
        int before = a;
        int beforeRight = b;
        for (int[] anchor : anchors(a, aEnd, b, bEnd)) {
            match[anchor[0]] = anchor[1];
            align(before, anchor[0], beforeRight, anchor[1]);
            before = anchor[0] + 1;
            beforeRight = anchor[1] + 1;
        }
        if (before > a) {
            align(before, aEnd, beforeRight, bEnd);
        }
    }

    /** As the longest common part, but of several the one that lets most lines face one that they are like. */
    private void mostAlikePart(int a, int aEnd, int b, int bEnd) {
        double[][] like = LikeLines.likeness(leftLines.subList(a, aEnd), rightLines.subList(b, bEnd));
        double[][] best = new double[aEnd - a + 1][bEnd - b + 1];
        for (int i = aEnd - a - 1; i >= 0; i--) {
            for (int j = bEnd - b - 1; j >= 0; j--) {
                like[i][j] = left[a + i] == right[b + j] ? 1 : like[i][j] * LIKE;
                best[i][j] = Math.max(like[i][j] + best[i + 1][j + 1], Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < aEnd - a && j < bEnd - b) {
            if (like[i][j] > 0 && best[i][j] == like[i][j] + best[i + 1][j + 1]) {
                if (left[a + i] == right[b + j]) {
                    match[a + i] = b + j;
                }
                i++;
                j++;
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void longestCommonPart(int a, int aEnd, int b, int bEnd) {
        int width = bEnd - b + 1;
        short[] common = new short[(aEnd - a + 1) * width];
        for (int i = aEnd - a - 1; i >= 0; i--) {
            for (int j = bEnd - b - 1; j >= 0; j--) {
                common[i * width + j] = left[a + i] == right[b + j] ? (short) (common[(i + 1) * width + j + 1] + 1)
                        : (short) Math.max(Short.toUnsignedInt(common[(i + 1) * width + j]), Short.toUnsignedInt(common[i * width + j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < aEnd - a && j < bEnd - b) {
            if (left[a + i] == right[b + j]) {
                match[a + i++] = b + j++;
            } else if (Short.toUnsignedInt(common[(i + 1) * width + j]) >= Short.toUnsignedInt(common[i * width + j + 1])) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** The longest row, growing on both sides, of pairs of lines that each side has once. */
    private List<int[]> anchors(int a, int aEnd, int b, int bEnd) {
        Map<Integer, int[]> seen = new HashMap<>();
        for (int i = a; i < aEnd; i++) {
            int[] counts = seen.computeIfAbsent(left[i], unknown -> new int[4]);
            counts[0]++;
            counts[1] = i;
        }
        for (int j = b; j < bEnd; j++) {
            int[] counts = seen.get(right[j]);
            if (counts != null) {
                counts[2]++;
                counts[3] = j;
            }
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = a; i < aEnd; i++) {
            int[] counts = seen.get(left[i]);
            if (counts[0] == 1 && counts[2] == 1) {
                pairs.add(new int[] { i, counts[3] });
            }
        }
        return longestGrowing(pairs);
    }

    private static List<int[]> longestGrowing(List<int[]> pairs) {
        int[] previous = new int[pairs.size()];
        int[] lastOfLength = new int[pairs.size() + 1];
        int longest = 0;
        for (int n = 0; n < pairs.size(); n++) {
            int low = 1;
            int high = longest;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(lastOfLength[middle])[1] < pairs.get(n)[1]) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            previous[n] = low == 1 ? -1 : lastOfLength[low - 1];
            lastOfLength[low] = n;
            longest = Math.max(longest, low);
        }
        List<int[]> row = new ArrayList<>();
        for (int n = longest == 0 ? -1 : lastOfLength[longest]; n >= 0; n = previous[n]) {
            row.add(pairs.get(n));
        }
        return row.reversed();
    }
}
