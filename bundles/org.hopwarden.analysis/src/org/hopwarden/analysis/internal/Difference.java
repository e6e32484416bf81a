package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.hopwarden.analysis.PolicyDiff.Change;
import org.hopwarden.engine.RejectWith;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RejectType;

/**
 * Finds the packets that two policies treat differently. Each pair of steps with different outcomes, one of each policy, has
 * packets that come to both of them: those in both, without what any earlier step of either policy decides. Steps that both
 * lists begin with, or end with, are no part of such pairs.
 */
public final class Difference {

    /** So many boxes are enough to show; whether there is any difference is always known. */
    private static final int MOST_BOXES = 5_000;

    private final Universe universe;
    private final List<Step> from;
    private final List<Step> to;
    private final String chain;
    private final BooleanSupplier stop;
    private boolean complete = true;

    /**
     * Two policies without problems.
     *
     * @param fromChain null for the whole policy; {@code toChain} likewise
     * @param stop ends the search with a {@link CancellationException} when it says so
     */
    public Difference(Policy fromPolicy, String fromChain, Policy toPolicy, String toChain, BooleanSupplier stop) {
        this(Universe.of(List.of(fromPolicy, toPolicy)), fromPolicy, fromChain, toPolicy, toChain, stop);
    }

    Difference(Universe universe, Policy fromPolicy, String fromChain, Policy toPolicy, String toChain, BooleanSupplier stop) {
        this.stop = stop;
        this.universe = universe;
        chain = fromChain;
        from = steps(fromPolicy, fromChain);
        to = steps(toPolicy, toChain);
    }

    private List<Step> steps(Policy policy, String name) {
        Program program = new Program(universe, policy);
        return name == null ? program.ofPolicy() : program.ofOnly(chain(policy, name));
    }

    private static Chain chain(Policy policy, String name) {
        return policy.getChains().stream().filter(chain -> chain.getName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no chain " + name));
    }

    /** Whether {@link #changes} found them all. */
    public boolean isComplete() {
        return complete;
    }

    /** The packets that change, as disjoint boxes. */
    public List<Change> changes() {
        return parts().stream().map(part -> new Change(chain, word(part.from, part.to), word(part.to, part.from),
                BoxText.of(universe, part.plane, part.box), Points.of(universe, part.plane, part.box))).toList();
    }

    /** One box of packets that change. */
    record Part(Plane plane, int[][] box, Outcome from, Outcome to) {
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Plane plane : Plane.values()) {
            new PlaneDifference(plane).find().forEach((key, boxes) -> Boxes.merged(boxes)
                    .forEach(box -> parts.add(new Part(plane, box, key.from, key.to))));
        }
        return parts;
    }

    private static String word(Outcome outcome, Outcome other) {
        return outcome.kind() == Kind.REJECT && other.kind() == Kind.REJECT
                ? outcome.word() + " with " + outcome.rejectType().getLiteral() : outcome.word();
    }

    private record Key(Outcome from, Outcome to) {
    }

    private record Decided(int[][] box, Outcome outcome) {

        boolean equalTo(Decided other) {
            return outcome.equals(other.outcome) && Arrays.deepEquals(box, other.box);
        }
    }

    /** The search in one plane. Boxes of both policies stand in one table, first those of the first. */
    private final class PlaneDifference {

        private final Plane plane;
        private final List<Decided> first;
        private final List<Decided> second;
        private final BoxTable table;
        private final Cover cover;
        private final Map<Key, List<int[][]>> found = new LinkedHashMap<>();
        private int boxes;

        PlaneDifference(Plane plane) {
            this.plane = plane;
            first = decided(from);
            second = decided(to);
            List<int[][]> all = new ArrayList<>();
            first.forEach(one -> all.add(one.box));
            second.forEach(one -> all.add(one.box));
            int[] entries = new int[all.size()];
            Arrays.setAll(entries, i -> i);
            table = new BoxTable(universe.layout(plane), all, entries);
            cover = new Cover(table, Points.usual(universe.layout(plane)), stop);
        }

        private List<Decided> decided(List<Step> steps) {
            return steps.stream().filter(Step::decides)
                    .flatMap(step -> step.boxes(plane).stream().flatMap(box -> answered(box, step.outcome()))).toList();
        }

        /** One rejection can be answered in two ways, and two kinds of rejection can send the same answer. */
        private Stream<Decided> answered(int[][] box, Outcome outcome) {
            if (outcome.kind() != Kind.REJECT) {
                return Stream.of(new Decided(box, outcome));
            }
            RejectWith with = RejectWith.of(outcome.rejectType());
            if (with != RejectWith.TCP_RESET) {
                return Stream.of(new Decided(box, rejected(with, true)));
            }
            int[][] tcp = universe.translated(plane, List.of(Universe.tcp(plane))).getFirst();
            return Stream.concat(Stream.ofNullable(Boxes.intersection(box, tcp)).map(part -> new Decided(part, rejected(with, true))),
                    Boxes.minus(List.<int[][]>of(box), List.<int[][]>of(tcp)).stream()
                            .map(part -> new Decided(part, rejected(with, false))));
        }

        private Outcome rejected(RejectWith with, boolean tcp) {
            return Outcome.reject(RejectType.valueOf(with.sent(plane.version(), tcp).name()));
        }

        Map<Key, List<int[][]>> find() {
            int prefix = 0;
            int shorter = Math.min(first.size(), second.size());
            while (prefix < shorter && first.get(prefix).equalTo(second.get(prefix))) {
                prefix++;
            }
            int suffix = 0;
            while (suffix < shorter - prefix
                    && first.get(first.size() - 1 - suffix).equalTo(second.get(second.size() - 1 - suffix))) {
                suffix++;
            }
            for (int one = prefix; one < first.size(); one++) {
                Cover.stopWhere(stop);
                boolean inSuffix = one >= first.size() - suffix;
                int end = second.size() - (inSuffix ? suffix : 0);
                if (prefix < end) {
                    compare(one, prefix, end);
                }
            }
            return found;
        }

        /** Holds one box of the first policy against those of the second from one up to another, excluded. */
        private void compare(int one, int start, int end) {
            Decided mine = first.get(one);
            if (mine.outcome == Outcome.IMPOSSIBLE) {
                return;
            }
            int[] overlaps = table.overlapping(mine.box);
            int[] earlier = new int[overlaps.length];
            int n = 0;
            for (int box : overlaps) {
                if (box < one) {
                    earlier[n++] = box;
                } else if (box >= first.size()) {
                    int other = box - first.size();
                    Decided theirs = second.get(other);
                    if (other >= start && other < end && theirs.outcome != Outcome.IMPOSSIBLE
                            && !theirs.outcome.equals(mine.outcome)) {
                        add(mine, theirs, earlier, n);
                    }
                    earlier[n++] = box;
                }
            }
        }

        private void add(Decided mine, Decided theirs, int[] earlier, int count) {
            if (boxes >= MOST_BOXES) {
                complete = false;
                return;
            }
            int[][] both = Boxes.intersection(mine.box, theirs.box);
            if (both != null && cover.uncovered(both, earlier, count) != null) {
                List<int[][]> left = cover.remainder(both, earlier, count, MOST_BOXES - boxes);
                complete &= left.size() < MOST_BOXES - boxes;
                boxes += left.size();
                found.computeIfAbsent(new Key(mine.outcome, theirs.outcome), none -> new ArrayList<>()).addAll(left);
            }
        }
    }
}
