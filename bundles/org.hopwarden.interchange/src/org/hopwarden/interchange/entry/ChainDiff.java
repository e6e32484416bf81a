package org.hopwarden.interchange.entry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/**
 * Two policies side by side, chain by chain, by the text of their rules, names and remarks included. What the difference means for
 * packets is another question: rules that differ may decide the same.
 */
public final class ChainDiff {

    /** What a row is. */
    public enum Kind {
        SAME,
        /** Two rules that differ face each other. */
        CHANGED, LEFT_ONLY, RIGHT_ONLY,
        /** A rule of one side that stands elsewhere in the same chain of the other side. */
        MOVED,
        /** The heading of a chain, or of what a policy has beside its chains; the rows below it are its. */
        CHAIN
    }

    /**
     * A row of the two columns.
     *
     * @param chain its name; empty for what a policy has beside its chains
     * @param left the rule's number on the left, counted from 1; 0 for none
     * @param leftText empty where there is no rule
     * @param elsewhere of a rule that was moved its number on the other side; else 0
     */
    public record Row(Kind kind, String chain, int left, String leftText, int right, String rightText, int elsewhere) {

        /** A row of no rule that was moved. */
        public Row(Kind kind, String chain, int left, String leftText, int right, String rightText) {
            this(kind, chain, left, leftText, right, rightText, 0);
        }

        /** Whether both sides are alike. */
        public boolean isSame() {
            return kind == Kind.SAME || kind == Kind.CHAIN && leftText.equals(rightText);
        }
    }

    private ChainDiff() {
    }

    /** The rows: a heading for each chain, then its rules in order; then objects and defaults, where there are any or they differ. */
    public static List<Row> of(Policy left, Policy right) {
        List<Row> rows = new ArrayList<>();
        for (Chain chain : left.getChains()) {
            addChain(rows, chain, chain(right, chain.getName()));
        }
        for (Chain chain : right.getChains()) {
            if (chain(left, chain.getName()) == null) {
                addChain(rows, null, chain);
            }
        }
        addSection(rows, "Address objects", PolicyLines.addresses(left), PolicyLines.addresses(right));
        addSection(rows, "Service objects", PolicyLines.services(left), PolicyLines.services(right));
        addSection(rows, "Interfaces, applications, schedules", PolicyLines.others(left), PolicyLines.others(right));
        List<String> defaults = PolicyLines.defaults(left);
        List<String> otherDefaults = PolicyLines.defaults(right);
        if (!defaults.equals(otherDefaults)) {
            addSection(rows, "Defaults", defaults, otherDefaults);
        }
        return List.copyOf(rows);
    }

    /** The rows of two chains, whatever their names. */
    public static List<Row> of(Chain left, Chain right) {
        List<Row> rows = new ArrayList<>();
        addChain(rows, left, right);
        return List.copyOf(rows);
    }

    /** How many differences there are: a rule that was moved is one, although it stands in two rows. */
    public static long differences(List<Row> rows) {
        return rows.stream().filter(row -> !row.isSame() && !(row.kind() == Kind.MOVED && row.left() == 0)).count();
    }

    private static Chain chain(Policy policy, String name) {
        return policy.getChains().stream().filter(chain -> Objects.equals(chain.getName(), name)).findFirst().orElse(null);
    }

    private static void addChain(List<Row> rows, Chain left, Chain right) {
        String name = Objects.toString((left == null ? right : left).getName(), "?");
        rows.add(new Row(Kind.CHAIN, name, 0, visible(title(left)), 0, visible(title(right))));
        new Sides(rows, name, left == null ? List.of() : texts(left), right == null ? List.of() : texts(right)).write();
    }

    private static void addSection(List<Row> rows, String title, List<String> left, List<String> right) {
        if (!left.isEmpty() || !right.isEmpty()) {
            rows.add(new Row(Kind.CHAIN, "", 0, title, 0, title));
            new Sides(rows, "", left, right).write();
        }
    }

    private static String title(Chain chain) {
        return chain == null ? "" : PolicyLines.chain(chain);
    }

    /** With what would break the line, or turn its direction, as {@code \\u202e}: what differs must be seen. */
    private static String visible(String text) {
        if (text.codePoints().noneMatch(ChainDiff::isInvisible)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE;
    }

    private static List<String> texts(Chain chain) {
        return chain.getRules().stream().map(ChainDiff::text).toList();
    }

    private static String text(Rule rule) {
        String remark = RuleField.REMARK.text(rule);
        return (rule.isEnabled() ? "" : "disabled ") + RuleText.of(rule) + (remark.isEmpty() ? "" : "   ! " + remark);
    }

    /** Both sides of a chain. */
    private static final class Sides {

        private final List<Row> rows;
        private final String chain;
        private final List<String> left;
        private final List<String> right;
        private final int[] facing;
        /** For lines without one that faces them: where they stand on the other side, from 0; -1 for nowhere. */
        private final int[] leftMoved;
        private final int[] rightMoved;

        Sides(List<Row> rows, String chain, List<String> left, List<String> right) {
            this.rows = rows;
            this.chain = chain;
            this.left = left;
            this.right = right;
            facing = LineAlignment.of(left, right);
            leftMoved = new int[left.size()];
            rightMoved = new int[right.size()];
            findMoved();
        }

        private void findMoved() {
            Arrays.fill(leftMoved, -1);
            Arrays.fill(rightMoved, -1);
            boolean[] faced = new boolean[right.size()];
            for (int place : facing) {
                if (place >= 0) {
                    faced[place] = true;
                }
            }
            Map<String, Deque<Integer>> without = new HashMap<>();
            for (int j = 0; j < right.size(); j++) {
                if (!faced[j]) {
                    without.computeIfAbsent(right.get(j), text -> new ArrayDeque<>()).add(j);
                }
            }
            for (int i = 0; i < left.size(); i++) {
                Deque<Integer> places = facing[i] < 0 ? without.get(left.get(i)) : null;
                if (places != null && !places.isEmpty()) {
                    leftMoved[i] = places.remove();
                    rightMoved[leftMoved[i]] = i;
                }
            }
        }

        void write() {
            int leftAt = 0;
            int rightAt = 0;
            for (int i = 0; i <= left.size(); i++) {
                if (i < left.size() && facing[i] < 0) {
                    continue;
                }
                int end = i < left.size() ? facing[i] : right.size();
                gap(leftAt, i, rightAt, end);
                if (i < left.size()) {
                    row(Kind.SAME, i, end, 0);
                }
                leftAt = i + 1;
                rightAt = end + 1;
            }
        }

        /** Lines between the same neighbours: those that are like each other face each other. */
        private void gap(int leftFrom, int leftTo, int rightFrom, int rightTo) {
            List<Integer> mine = places(leftFrom, leftTo, leftMoved);
            List<Integer> theirs = places(rightFrom, rightTo, rightMoved);
            int i = leftFrom;
            int j = rightFrom;
            for (int[] pair : LikeLines.pairs(mine.stream().map(left::get).toList(), theirs.stream().map(right::get).toList())) {
                int pairLeft = mine.get(pair[0]);
                int pairRight = theirs.get(pair[1]);
                alone(i, pairLeft, j, pairRight);
                row(Kind.CHANGED, pairLeft, pairRight, 0);
                i = pairLeft + 1;
                j = pairRight + 1;
            }
            alone(i, leftTo, j, rightTo);
        }

        private static List<Integer> places(int from, int to, int[] moved) {
            return java.util.stream.IntStream.range(from, to).filter(place -> moved[place] < 0).boxed().toList();
        }

        private void alone(int leftFrom, int leftTo, int rightFrom, int rightTo) {
            for (int i = leftFrom; i < leftTo; i++) {
                row(leftMoved[i] < 0 ? Kind.LEFT_ONLY : Kind.MOVED, i, -1, leftMoved[i] + 1);
            }
            for (int j = rightFrom; j < rightTo; j++) {
                row(rightMoved[j] < 0 ? Kind.RIGHT_ONLY : Kind.MOVED, -1, j, rightMoved[j] + 1);
            }
        }

        private void row(Kind kind, int i, int j, int elsewhere) {
            rows.add(new Row(kind, chain, i + 1, i < 0 ? "" : visible(left.get(i)), j + 1, j < 0 ? "" : visible(right.get(j)), elsewhere));
        }
    }
}
