package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Which words of two states of a line differ, so that they can be marked in it. */
public final class WordDiff {

    /** Beyond so many words the whole line is marked. */
    private static final int MOST_WORDS = 600;

    /**
     * A part of a line.
     *
     * @param text with the blanks behind it
     * @param differs whether the other line lacks it
     */
    public record Part(String text, boolean differs) {
    }

    private WordDiff() {
    }

    /** The parts of a line, which together are the line, as seen from another. */
    public static List<Part> parts(String line, String other) {
        List<String> mine = words(line);
        List<String> theirs = words(other);
        BitSet common = mine.size() > MOST_WORDS || theirs.size() > MOST_WORDS ? new BitSet()
                : common(mine.stream().map(String::strip).toList(), theirs.stream().map(String::strip).toList());
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < mine.size()) {
            int to = common.get(from) ? common.nextClearBit(from) : common.nextSetBit(from);
            to = to < 0 ? mine.size() : Math.min(to, mine.size());
            parts.add(new Part(String.join("", mine.subList(from, to)), !common.get(from)));
            from = to;
        }
        return List.copyOf(parts);
    }

    /** Words with the blanks behind them. */
    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : Arrays.asList(line.split("(?<=\\s)(?=\\S)"));
    }

    private static BitSet common(List<String> mine, List<String> theirs) {
        int[][] longest = new int[mine.size() + 1][theirs.size() + 1];
        for (int i = mine.size() - 1; i >= 0; i--) {
            for (int j = theirs.size() - 1; j >= 0; j--) {
                longest[i][j] = mine.get(i).equals(theirs.get(j)) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        BitSet common = new BitSet();
        int i = 0;
        int j = 0;
        while (i < mine.size() && j < theirs.size()) {
            if (mine.get(i).equals(theirs.get(j))) {
                common.set(i++);
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
