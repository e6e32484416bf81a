package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Finds out whether boxes cover another box together, by taking them away from it one after the other. What makes this fast:
 * <ul>
 * <li>Only boxes that overlap what is left are looked at, so their list shrinks with each cut.</li>
 * <li>A box that is open on all axes but one cuts without splitting.</li>
 * <li>A point at random is often in none of them, which ends the search.</li>
 * <li>Splits are made at the box that takes away most, and the largest part is looked at first.</li>
 * </ul>
 * The answer is exact. Not safe for use by several threads.
 */
final class Cover {

    private static final int DISJOINT = -1;
    private static final int SEVERAL = Integer.MAX_VALUE;
    private static final int INSIDE = Integer.MAX_VALUE - 1;
    private static final int TRIES_AT_FIRST = 12;
    private static final int TRIES = 3;
    private static final int FEW = 3;
    private static final int MANY = 24;
    private static final int MOST_COMPARED = 64;
    private static final int MOST_TO_PLEASE = 200;

    private final BooleanSupplier stop;
    private final BoxTable table;
    private final int[][] usual;
    private final SplittableRandom random = new SplittableRandom(42);
    private final List<int[]> buffers = new ArrayList<>();
    private final int[] point;
    private BitSet used;
    private long steps;

    /** @param usual for each axis, the numbers that people would take for an example, the best first */
    Cover(BoxTable table, int[][] usual) {
        this(table, usual, () -> false);
    }

    /** @param stop ends a search with a {@link CancellationException} when it says so */
    Cover(BoxTable table, int[][] usual, BooleanSupplier stop) {
        this.stop = stop;
        this.table = table;
        this.usual = usual;
        point = new int[table.axes];
    }

    static void stopWhere(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException("the answer is no longer wanted");
        }
    }

    /** How many boxes were held against others so far: the work that was done. */
    long steps() {
        return steps;
    }

    /** A part of the query that none of the boxes holds; null where they cover it. */
    int[][] uncovered(int[][] query, int[] boxes, int count) {
        used = null;
        return search(query, boxes, count, 0);
    }

    /** As {@link #uncovered}, and notes the boxes that the proof needs where they cover the query. */
    int[][] uncovered(int[][] query, int[] boxes, int count, BitSet needed) {
        used = needed;
        return search(query, boxes, count, 0);
    }

    /** What is left of the query without the boxes, as disjoint boxes, of which there are more where they are {@code most}. */
    List<int[][]> remainder(int[][] query, int[] boxes, int count, int most) {
        List<int[][]> left = new ArrayList<>();
        used = null;
        collect(query, boxes, count, 0, left, most);
        return left;
    }

    private void collect(int[][] query, int[] boxes, int count, int depth, List<int[][]> left, int most) {
        if (left.size() >= most) {
            return;
        }
        stopWhere(stop);
        int[] mine = buffer(depth, count);
        int[][] rest = shrink(query, boxes, count, mine);
        if (rest == null) {
            return;
        }
        if (kept == 0) {
            left.add(rest);
            return;
        }
        int n = kept;
        int splitter = splitter(rest, mine, n);
        for (int[][] part : parts(rest, table.boxes[splitter])) {
            collect(part, mine, n, depth + 1, left, most);
        }
    }

    private int[][] search(int[][] query, int[] boxes, int count, int depth) {
        if (depth == 0 && count > MANY) {
            int inside = inside(query, boxes, count);
            if (inside >= 0) {
                if (used != null) {
                    used.set(inside);
                }
                return null;
            }
            if (randomPoint(query, boxes, count, TRIES_AT_FIRST)) {
                return box(point);
            }
        }
        stopWhere(stop);
        int[] mine = buffer(depth, count);
        int[][] rest = shrink(query, boxes, count, mine);
        if (rest == null || kept == 0) {
            return rest;
        }
        int n = kept;
        if (n > FEW && randomPoint(rest, mine, n, TRIES)) {
            return box(point);
        }
        int splitter = splitter(rest, mine, n);
        if (used != null) {
            used.set(splitter);
        }
        for (int[][] part : parts(rest, table.boxes[splitter])) {
            int[][] found = search(part, mine, n, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A box that holds the query whole; -1 where none does. */
    private int inside(int[][] query, int[] boxes, int count) {
        for (int i = 0; i < count; i++) {
            if (openAxis(query, boxes[i]) == INSIDE) {
                return boxes[i];
            }
        }
        return -1;
    }

    private static int[][] box(int[] point) {
        int[][] box = new int[point.length][];
        for (int axis = 0; axis < box.length; axis++) {
            box[axis] = Sets.range(point[axis], point[axis]);
        }
        return box;
    }

    /** How many boxes the last {@link #shrink} kept. */
    private int kept;

    /**
     * Takes away the boxes that do it without splitting, and keeps those that overlap what is left.
     *
     * @return what is left; null for nothing
     */
    private int[][] shrink(int[][] query, int[] boxes, int count, int[] mine) {
        int[][] rest = query;
        int[] from = boxes;
        int n = count;
        boolean again = true;
        while (again) {
            again = false;
            int m = 0;
            steps += n;
            for (int i = 0; i < n; i++) {
                int box = from[i];
                int open = openAxis(rest, box);
                if (open == DISJOINT) {
                    continue;
                }
                if (open == SEVERAL) {
                    mine[m++] = box;
                    continue;
                }
                if (used != null) {
                    used.set(box);
                }
                if (open == INSIDE) {
                    return null;
                }
                rest = rest == query ? query.clone() : rest;
                rest[open] = Sets.minus(rest[open], table.boxes[box][open]);
                again = true;
            }
            from = mine;
            n = m;
        }
        kept = n;
        return rest;
    }

    /** The only axis on which the box does not hold the query whole. */
    private int openAxis(int[][] query, int box) {
        int[][] sets = table.boxes[box];
        int open = INSIDE;
        for (int axis = 0; axis < sets.length; axis++) {
            int[] q = query[axis];
            int[] s = sets[axis];
            if (q.length == 2 && s.length == 2) {
                if (s[0] > q[1] || s[1] < q[0]) {
                    return DISJOINT;
                }
                if (s[0] <= q[0] && s[1] >= q[1]) {
                    continue;
                }
            } else {
                if (Sets.covers(s, q)) {
                    continue;
                }
                if (!Sets.intersects(q, s)) {
                    return DISJOINT;
                }
            }
            open = open == INSIDE ? axis : SEVERAL;
        }
        return open;
    }

    /** Whether the most usual point, or one of some points at random, is in no box; it is then {@link #point}. */
    private boolean randomPoint(int[][] query, int[] boxes, int count, int tries) {
        for (int axis = 0; axis < point.length; axis++) {
            point[axis] = usual(query[axis], axis);
        }
        if (isOutside(boxes, count)) {
            return true;
        }
        for (int attempt = 0; attempt < tries; attempt++) {
            for (int axis = 0; axis < point.length; axis++) {
                int[] set = query[axis];
                int size = Sets.size(set);
                point[axis] = size == 1 ? set[0] : Sets.at(set, random.nextInt(size));
            }
            if (isOutside(boxes, count)) {
                if (count <= MOST_TO_PLEASE) {
                    makeUsual(query, boxes, count);
                }
                return true;
            }
        }
        return false;
    }

    private boolean isOutside(int[] boxes, int count) {
        int i = 0;
        while (i < count && !table.contains(boxes[i], point)) {
            i++;
        }
        steps += i;
        return i == count;
    }

    /** The most usual number of a set; its first one where it has no usual one. */
    private int usual(int[] set, int axis) {
        for (int one : usual[axis]) {
            if (Sets.contains(set, one)) {
                return one;
            }
        }
        return set[0];
    }

    /** Changes the point, axis after axis, to what is more usual, as long as it stays outside: people are to look at it. */
    private void makeUsual(int[][] query, int[] boxes, int count) {
        for (int axis = 0; axis < point.length; axis++) {
            int found = point[axis];
            for (int one : usual[axis]) {
                if (found == one) {
                    break;
                }
                point[axis] = one;
                if (Sets.contains(query[axis], one) && isOutside(boxes, count)) {
                    found = one;
                    break;
                }
            }
            point[axis] = found;
        }
    }

    /** The box that takes away the largest share, of the first few. */
    private int splitter(int[][] query, int[] boxes, int count) {
        int best = boxes[0];
        double most = -1;
        for (int i = 0; i < Math.min(count, MOST_COMPARED); i++) {
            double share = 1;
            int[][] sets = table.boxes[boxes[i]];
            for (int axis = 0; axis < sets.length && share > most; axis++) {
                share *= (double) Sets.common(query[axis], sets[axis]) / Sets.size(query[axis]);
            }
            if (share > most) {
                most = share;
                best = boxes[i];
            }
        }
        return best;
    }

    /** The query without one box, as disjoint boxes, the largest first. */
    private static int[][][] parts(int[][] query, int[][] box) {
        int[][][] parts = new int[query.length][][];
        double[] shares = new double[query.length];
        int n = 0;
        int[][] inside = query.clone();
        for (int axis : byShareTaken(query, box)) {
            int[] outside = Sets.minus(inside[axis], box[axis]);
            if (!Sets.isEmpty(outside)) {
                int[][] part = inside.clone();
                part[axis] = outside;
                inside[axis] = Sets.intersection(inside[axis], box[axis]);
                double share = 1;
                for (int i = 0; i < part.length; i++) {
                    share *= (double) Sets.size(part[i]) / Sets.size(query[i]);
                }
                int at = n++;
                while (at > 0 && shares[at - 1] < share) {
                    shares[at] = shares[at - 1];
                    parts[at] = parts[at - 1];
                    at--;
                }
                shares[at] = share;
                parts[at] = part;
            }
        }
        return Arrays.copyOf(parts, n);
    }

    /** The axes, first those on which the box takes least, so that the first part is as large as can be. */
    private static int[] byShareTaken(int[][] query, int[][] box) {
        int[] order = new int[query.length];
        double[] taken = new double[query.length];
        for (int axis = 0; axis < order.length; axis++) {
            double share = (double) Sets.common(query[axis], box[axis]) / Sets.size(query[axis]);
            int at = axis;
            while (at > 0 && taken[at - 1] > share) {
                taken[at] = taken[at - 1];
                order[at] = order[at - 1];
                at--;
            }
            taken[at] = share;
            order[at] = axis;
        }
        return order;
    }

    private int[] buffer(int depth, int size) {
        while (buffers.size() <= depth) {
            buffers.add(new int[Math.max(16, size)]);
        }
        int[] buffer = buffers.get(depth);
        if (buffer.length < size) {
            buffer = new int[Math.max(size, 2 * buffer.length)];
            buffers.set(depth, buffer);
        }
        return buffer;
    }
}
