package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The part of a list of steps that lies in one plane, ready for questions about which packets reach which step. */
final class PlaneList {

    /** Lists of overlapping boxes are kept up to so many numbers together; beyond, they are found again when asked for. */
    private static final long MOST_KEPT = 30_000_000;

    private final Layout layout;
    private final BoxTable table;
    private final Cover cover;
    private final boolean[] decides;
    private final int[][] overlapping;
    private long kept;

    PlaneList(Layout layout, List<Step> steps) {
        this.layout = layout;
        List<int[][]> boxes = new ArrayList<>();
        List<Integer> entries = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            for (int[][] box : steps.get(step).boxes(layout.plane())) {
                boxes.add(box);
                entries.add(step);
            }
        }
        table = new BoxTable(layout, boxes, entries.stream().mapToInt(Integer::intValue).toArray());
        cover = new Cover(table, Points.usual(layout));
        overlapping = new int[table.count()][];
        decides = new boolean[table.count()];
        for (int box = 0; box < decides.length; box++) {
            decides[box] = steps.get(table.entries[box]).decides();
        }
    }

    Layout layout() {
        return layout;
    }

    BoxTable table() {
        return table;
    }

    Cover cover() {
        return cover;
    }

    int first(int step) {
        return table.firstOf(step);
    }

    /** The box behind the last one of a step. */
    int end(int step) {
        return table.firstOf(step + 1);
    }

    /** The boxes that overlap a box, its own step's left out, and only those of steps that decide. */
    int[] overlapping(int box) {
        int[] known = overlapping[box];
        if (known != null) {
            return known;
        }
        int own = table.entries[box];
        int[] all = table.overlapping(table.boxes[box]);
        int n = 0;
        for (int other : all) {
            if (table.entries[other] != own && decides[other]) {
                all[n++] = other;
            }
        }
        int[] found = Arrays.copyOf(all, n);
        kept += n;
        if (kept <= MOST_KEPT) {
            overlapping[box] = found;
        }
        return found;
    }

    /** How many of these boxes, ascending, belong to steps before one. */
    int before(int[] boxes, int step) {
        int end = Arrays.binarySearch(boxes, table.firstOf(step));
        return end < 0 ? -end - 1 : end;
    }

    /** A part of a step's box that reaches it; null where there is none. The boxes that keep it from there are added. */
    int[][] reaching(int box, BitSet needed) {
        int[] overlaps = overlapping(box);
        return cover.uncovered(table.boxes[box], overlaps, before(overlaps, table.entries[box]), needed);
    }

    /** As {@link #reaching} for a part of the box. */
    int[][] reaching(int box, int[][] part) {
        int[] overlaps = overlapping(box);
        return cover.uncovered(part, overlaps, before(overlaps, table.entries[box]));
    }

    /** Whether a point lies in one of a step's boxes. */
    boolean contains(int step, int[] point) {
        int end = end(step);
        for (int box = first(step); box < end; box++) {
            if (table.contains(box, point)) {
                return true;
            }
        }
        return false;
    }
}
