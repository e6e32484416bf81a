package org.hopwarden.analysis.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.hopwarden.analysis.internal.WideSet.Span;
import org.hopwarden.analysis.internal.WideSet.Wide;

/**
 * The axes of one plane on which any of a collection of boxes has a condition, each cut into the elementary intervals that no
 * box tells apart. On these intervals' numbers boxes are small and are compared fast, whatever the width of the field.
 */
final class Layout {

    private final Plane plane;
    private final Axis[] axes;
    private final Wide[][] starts;
    private final int[][] all;
    private final Map<Axis, Integer> places = new HashMap<>();
    private final Map<WideSet, int[]>[] known;

    @SuppressWarnings("unchecked")
    private Layout(Plane plane, TreeMap<Axis, TreeSet<Wide>> cuts) {
        this.plane = plane;
        axes = cuts.keySet().toArray(Axis[]::new);
        starts = new Wide[axes.length][];
        all = new int[axes.length][];
        known = new Map[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            starts[axis] = cuts.get(axes[axis]).toArray(Wide[]::new);
            all[axis] = Sets.range(0, starts[axis].length - 1);
            places.put(axes[axis], axis);
            known[axis] = new HashMap<>();
        }
    }

    /** The layout that all of these boxes fit into. */
    static Layout of(Plane plane, Iterable<RawBox> boxes) {
        TreeMap<Axis, TreeSet<Wide>> cuts = new TreeMap<>();
        for (RawBox box : boxes) {
            box.sets().forEach((axis, set) -> {
                set.addStarts(cuts.computeIfAbsent(axis, none -> new TreeSet<>(List.of(Wide.of(0)))), axis.highest());
            });
        }
        return new Layout(plane, cuts);
    }

    Plane plane() {
        return plane;
    }

    int axes() {
        return axes.length;
    }

    Axis axis(int place) {
        return axes[place];
    }

    /** How many elementary intervals an axis has. */
    int size(int axis) {
        return starts[axis].length;
    }

    /** The whole plane. */
    int[][] whole() {
        return all.clone();
    }

    /** A box on the numbers of elementary intervals; null where it is empty. */
    int[][] translate(RawBox box) {
        int[][] sets = whole();
        for (Map.Entry<Axis, WideSet> entry : box.sets().entrySet()) {
            int axis = places.get(entry.getKey());
            sets[axis] = known[axis].computeIfAbsent(entry.getValue(), set -> translate(axis, set));
            if (Sets.isEmpty(sets[axis])) {
                return null;
            }
        }
        return sets;
    }

    private int[] translate(int axis, WideSet set) {
        int[] result = new int[2 * set.spans().size()];
        int n = 0;
        for (Span span : set.spans()) {
            result[n++] = place(axis, span.first());
            result[n++] = span.last().compareTo(axes[axis].highest()) >= 0 ? starts[axis].length - 1
                    : place(axis, span.last().next()) - 1;
        }
        return result;
    }

    private int place(int axis, Wide start) {
        int place = Arrays.binarySearch(starts[axis], start);
        if (place < 0) {
            throw new IllegalArgumentException("no box of the layout begins at " + start + " of " + axes[axis]);
        }
        return place;
    }

    /** The number of the interval that holds a value. */
    int intervalOf(int axis, Wide value) {
        int place = Arrays.binarySearch(starts[axis], value);
        return place < 0 ? -place - 2 : place;
    }

    Wide first(int axis, int interval) {
        return starts[axis][interval];
    }

    Wide last(int axis, int interval) {
        return interval == starts[axis].length - 1 ? axes[axis].highest() : starts[axis][interval + 1].previous();
    }

    /** The place of an axis; -1 where no box has a condition on it. */
    int placeOf(Axis axis) {
        return places.getOrDefault(axis, -1);
    }

    /** Whether the axis is one byte of an address. */
    boolean isBytes(int axis) {
        return (axes[axis].field() == Field.SOURCE || axes[axis].field() == Field.DESTINATION)
                && axes[axis].highest().equals(Wide.of(AddressShape.BYTE_HIGHEST));
    }

    /** The place of a field's only or first axis; -1 where no box has a condition on it. */
    int placeOf(Field field) {
        for (int axis = 0; axis < axes.length; axis++) {
            if (axes[axis].field() == field) {
                return axis;
            }
        }
        return -1;
    }
}
