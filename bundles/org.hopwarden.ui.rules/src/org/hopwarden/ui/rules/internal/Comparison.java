package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.hopwarden.interchange.entry.ChainDiff;
import org.hopwarden.interchange.entry.ChainDiff.Kind;
import org.hopwarden.interchange.entry.ChainDiff.Row;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;

/**
 * How two policies differ in their texts.
 *
 * @param rows all of them, in order
 * @param differences how many rules differ
 * @param problem why there are no rows; else empty
 */
record Comparison(List<Row> rows, long differences, String problem) {

    /** So many rules that are alike stay in sight on both sides of a difference. */
    private static final int CONTEXT = 3;

    /**
     * What is compared. Both policies are copies that nobody changes.
     *
     * @param leftChain the name of the chain that alone counts; empty for all; {@code rightChain} likewise
     */
    record Question(Policy left, String leftChain, Policy right, String rightChain) {

        Comparison answer() {
            if (leftChain.isEmpty() && rightChain.isEmpty()) {
                return of(ChainDiff.of(left, right));
            }
            // Where a whole policy of one chain is held against a chain, that one is meant.
            Chain first = chain(left, leftChain);
            Chain second = chain(right, rightChain);
            if (first == null || second == null) {
                return new Comparison(List.of(), 0, "There is no chain " + (first == null ? leftChain : rightChain) + " in the policy on the "
                        + (first == null ? "left" : "right") + " any longer.");
            }
            return of(ChainDiff.of(first, second));
        }

        private static Chain chain(Policy policy, String name) {
            return policy.getChains().stream().filter(chain -> name.isEmpty() || Objects.equals(chain.getName(), name)).findFirst().orElse(null);
        }

        private static Comparison of(List<Row> rows) {
            return new Comparison(rows, ChainDiff.differences(rows), "");
        }
    }

    /**
     * A line of the table.
     *
     * @param row null for a line that stands for hidden ones
     * @param hidden how many rules that are alike it stands for; else 0
     * @param first the place of the first of them, or of its own row, among all rows
     */
    record Line(Row row, int hidden, int first) {
    }

    /** A line for each row; where only differences are wanted, those and what stands beside them. */
    List<Line> lines(boolean differencesAlone) {
        boolean[] wanted = new boolean[rows.size()];
        for (int i = 0; i < wanted.length; i++) {
            if (!differencesAlone || rows.get(i).kind() == Kind.CHAIN) {
                wanted[i] = true;
            } else if (!rows.get(i).isSame()) {
                for (int near = Math.max(0, i - CONTEXT); near <= Math.min(wanted.length - 1, i + CONTEXT); near++) {
                    wanted[near] = true;
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i]) {
                lines.add(new Line(rows.get(i), 0, i));
                continue;
            }
            int end = i;
            while (end < wanted.length && !wanted[end]) {
                end++;
            }
            // One hidden row would only be replaced by another.
            lines.add(end - i == 1 ? new Line(rows.get(i), 0, i) : new Line(null, end - i, i));
            i = end - 1;
        }
        return lines;
    }

    /** In one line, such as {@code 3 differences: 1 added, 1 removed, 1 changed}. */
    String summary() {
        if (differences == 0) {
            return problem.isEmpty() ? "No difference in the rules" : "";
        }
        List<String> parts = new ArrayList<>();
        add(parts, Kind.RIGHT_ONLY, "only right");
        add(parts, Kind.LEFT_ONLY, "only left");
        add(parts, Kind.CHANGED, "changed");
        long moved = rows.stream().filter(row -> row.kind() == Kind.MOVED && row.left() > 0).count();
        if (moved > 0) {
            parts.add(moved + " moved");
        }
        long heads = rows.stream().filter(row -> row.kind() == Kind.CHAIN && !row.isSame()).count();
        if (heads > 0) {
            parts.add(heads + (heads == 1 ? " chain" : " chains"));
        }
        return differences + (differences == 1 ? " difference: " : " differences: ") + String.join(", ", parts);
    }

    private void add(List<String> parts, Kind kind, String word) {
        long count = rows.stream().filter(row -> row.kind() == kind).count();
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
