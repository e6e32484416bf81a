package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be done with boxes of one layout and lists of them. Boxes are never changed. */
final class Boxes {

    private Boxes() {
    }

    /** What lies in both; null where nothing does. */
    static int[][] intersection(int[][] one, int[][] other) {
        int[][] result = new int[one.length][];
        for (int axis = 0; axis < one.length; axis++) {
            result[axis] = one[axis] == other[axis] ? one[axis] : Sets.intersection(one[axis], other[axis]);
            if (Sets.isEmpty(result[axis])) {
                return null;
            }
        }
        return result;
    }

    /** What lies in one of the first and in one of the second. */
    static List<int[][]> intersection(List<int[][]> some, List<int[][]> others) {
        List<int[][]> result = new ArrayList<>();
        for (int[][] one : some) {
            for (int[][] other : others) {
                int[][] both = intersection(one, other);
                if (both != null) {
                    result.add(both);
                }
            }
        }
        return result;
    }

    /** What lies in one of the first and in none of the second. The result's boxes are disjoint where the first's are. */
    static List<int[][]> minus(List<int[][]> some, List<int[][]> others) {
        List<int[][]> left = some;
        for (int[][] other : others) {
            List<int[][]> next = new ArrayList<>();
            for (int[][] one : left) {
                if (intersection(one, other) == null) {
                    next.add(one);
                } else {
                    addParts(one, other, next);
                }
            }
            left = next;
        }
        return left;
    }

    private static void addParts(int[][] box, int[][] other, List<int[][]> parts) {
        int[][] inside = box.clone();
        for (int axis = 0; axis < box.length; axis++) {
            int[] outside = Sets.minus(inside[axis], other[axis]);
            if (!Sets.isEmpty(outside)) {
                int[][] part = inside.clone();
                part[axis] = outside;
                parts.add(part);
                inside[axis] = Sets.intersection(inside[axis], other[axis]);
            }
        }
    }

    static boolean isWhole(List<int[][]> boxes, int[][] whole) {
        return boxes.size() == 1 && Arrays.deepEquals(boxes.getFirst(), whole);
    }

    /** The same packets in fewer boxes, by joining, as long as there are any, two that differ on one axis alone. */
    static List<int[][]> merged(List<int[][]> boxes) {
        List<int[][]> result = boxes;
        for (boolean again = true; again;) {
            again = false;
            for (int axis = 0; !result.isEmpty() && axis < result.getFirst().length; axis++) {
                List<int[][]> next = merged(result, axis);
                again |= next.size() < result.size();
                result = next;
            }
        }
        return result;
    }

    private static List<int[][]> merged(List<int[][]> boxes, int axis) {
        Map<List<Object>, Integer> places = new HashMap<>();
        List<int[][]> result = new ArrayList<>();
        for (int[][] box : boxes) {
            List<Object> others = new ArrayList<>();
            for (int i = 0; i < box.length; i++) {
                if (i != axis) {
                    others.add(java.nio.IntBuffer.wrap(box[i]));
                }
            }
            Integer place = places.putIfAbsent(others, result.size());
            if (place == null) {
                result.add(box);
            } else {
                int[][] joined = result.get(place).clone();
                joined[axis] = Sets.union(joined[axis], box[axis]);
                result.set(place, joined);
            }
        }
        return result;
    }
}
