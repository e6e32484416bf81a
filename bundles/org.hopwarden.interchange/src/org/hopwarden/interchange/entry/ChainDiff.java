package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/**
 * Two policies side by side, chain by chain, by the text of their rules. What the difference means for packets is another
 * question: rules that differ may decide the same.
 */
public final class ChainDiff {

    /** Beyond so many pairs of lines between equal beginnings and ends no longest common part is looked for. */
    private static final long MOST_PAIRS = 25_000_000;

    /** What a row is. */
    public enum Kind {
        SAME, CHANGED, LEFT_ONLY, RIGHT_ONLY, CHAIN
    }

    /**
     * A row of the two columns.
     *
     * @param chain its name
     * @param left the rule's number on the left, counted from 1; 0 for none
     * @param leftText empty where there is no rule
     */
    public record Row(Kind kind, String chain, int left, String leftText, int right, String rightText) {
    }

    private ChainDiff() {
    }

    /** The rows: a heading for each chain, then its rules in order. */
    public static List<Row> of(Policy left, Policy right) {
        List<Row> rows = new ArrayList<>();
        for (Chain chain : left.getChains()) {
            Chain other = chain(right, chain.getName());
            rows.add(heading(chain, other));
            addRules(rows, chain.getName(), texts(chain), other == null ? List.of() : texts(other));
        }
        for (Chain chain : right.getChains()) {
            if (chain(left, chain.getName()) == null) {
                rows.add(heading(null, chain));
                addRules(rows, chain.getName(), List.of(), texts(chain));
            }
        }
        return List.copyOf(rows);
    }

    /** How many rows are not the same on both sides, headings left out where both have the chain alike. */
    public static long differences(List<Row> rows) {
        return rows.stream().filter(row -> row.kind() == Kind.CHAIN ? !row.leftText().equals(row.rightText())
                : row.kind() != Kind.SAME).count();
    }

    private static Chain chain(Policy policy, String name) {
        return policy.getChains().stream().filter(chain -> java.util.Objects.equals(chain.getName(), name)).findFirst().orElse(null);
    }

    private static Row heading(Chain left, Chain right) {
        return new Row(Kind.CHAIN, left == null ? right.getName() : left.getName(), 0, title(left), 0, title(right));
    }

    private static String title(Chain chain) {
        return chain == null ? "" : "Chain " + chain.getName() + ", end " + chain.getEnd().getLiteral();
    }

    private static List<String> texts(Chain chain) {
        return chain.getRules().stream().map(ChainDiff::text).toList();
    }

    private static String text(Rule rule) {
        return (rule.isEnabled() ? "" : "disabled ") + RuleText.of(rule);
    }

    private static void addRules(List<Row> rows, String chain, List<String> left, List<String> right) {
        int begin = 0;
        while (begin < left.size() && begin < right.size() && left.get(begin).equals(right.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < left.size() - begin && end < right.size() - begin
                && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
            end++;
        }
        Rows out = new Rows(rows, chain, left, right);
        out.same(begin);
        middle(out, left.subList(begin, left.size() - end), right.subList(begin, right.size() - end));
        out.same(end);
    }

    private static void middle(Rows out, List<String> left, List<String> right) {
        if ((long) left.size() * right.size() > MOST_PAIRS) {
            out.differ(left.size(), right.size());
            return;
        }
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).equals(right.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        int onlyLeft = 0;
        int onlyRight = 0;
        while (i < left.size() || j < right.size()) {
            if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
                out.differ(onlyLeft, onlyRight);
                onlyLeft = 0;
                onlyRight = 0;
                out.same(1);
                i++;
                j++;
            } else if (j == right.size() || i < left.size() && common[i + 1][j] >= common[i][j + 1]) {
                onlyLeft++;
                i++;
            } else {
                onlyRight++;
                j++;
            }
        }
        out.differ(onlyLeft, onlyRight);
    }

    /** Writes rows, and knows how far both sides have come. */
    private static final class Rows {

        private final List<Row> rows;
        private final String chain;
        private final List<String> left;
        private final List<String> right;
        private int leftAt;
        private int rightAt;

        Rows(List<Row> rows, String chain, List<String> left, List<String> right) {
            this.rows = rows;
            this.chain = chain;
            this.left = left;
            this.right = right;
        }

        void same(int count) {
            for (int n = 0; n < count; n++) {
                rows.add(new Row(Kind.SAME, chain, ++leftAt, left.get(leftAt - 1), ++rightAt, right.get(rightAt - 1)));
            }
        }

        /** Rules that stand between the same neighbours face each other. */
        void differ(int onlyLeft, int onlyRight) {
            for (int n = 0; n < Math.max(onlyLeft, onlyRight); n++) {
                boolean hasLeft = n < onlyLeft;
                boolean hasRight = n < onlyRight;
                rows.add(new Row(hasLeft && hasRight ? Kind.CHANGED : hasLeft ? Kind.LEFT_ONLY : Kind.RIGHT_ONLY, chain,
                        hasLeft ? ++leftAt : 0, hasLeft ? left.get(leftAt - 1) : "", hasRight ? ++rightAt : 0,
                        hasRight ? right.get(rightAt - 1) : ""));
            }
        }
    }
}
