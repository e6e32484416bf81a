package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The packets of one plane whose values lie in one set for each axis. An axis without a set is open. Values are those of the
 * packets themselves.
 *
 * @param sets by axis; an empty one makes the box empty
 */
record RawBox(Map<Axis, WideSet> sets) {

    /** All packets. */
    static final RawBox ALL = new RawBox(Map.of());

    boolean isEmpty() {
        return sets.values().stream().anyMatch(WideSet::isEmpty);
    }

    /** This box with one more condition. */
    RawBox with(Axis axis, WideSet set) {
        Map<Axis, WideSet> more = new TreeMap<>(sets);
        more.merge(axis, set, WideSet::intersection);
        return new RawBox(more);
    }

    /** What lies in both. */
    RawBox and(RawBox other) {
        if (other.sets.isEmpty()) {
            return this;
        }
        if (sets.isEmpty()) {
            return other;
        }
        Map<Axis, WideSet> more = new TreeMap<>(sets);
        other.sets.forEach((axis, set) -> more.merge(axis, set, WideSet::intersection));
        return new RawBox(more);
    }

    /** Each of the first with each of the second. */
    static List<RawBox> product(List<RawBox> first, List<RawBox> second) {
        List<RawBox> result = new ArrayList<>(first.size() * second.size());
        for (RawBox one : first) {
            for (RawBox other : second) {
                RawBox both = one.and(other);
                if (!both.isEmpty()) {
                    result.add(both);
                }
            }
        }
        return result;
    }

    /** The packets of the plane that lie in none of the boxes. */
    static List<RawBox> complement(List<RawBox> boxes) {
        List<RawBox> left = List.of(ALL);
        for (RawBox box : boxes) {
            List<RawBox> outside = new ArrayList<>();
            RawBox inside = ALL;
            for (Map.Entry<Axis, WideSet> entry : box.sets.entrySet()) {
                Axis axis = entry.getKey();
                outside.add(inside.with(axis, entry.getValue().complement(axis.highest())));
                inside = inside.with(axis, entry.getValue());
            }
            left = product(left, outside);
        }
        return left;
    }

    /** The same packets in fewer boxes where two differ on one axis alone. */
    static List<RawBox> merged(List<RawBox> boxes) {
        List<RawBox> result = new ArrayList<>();
        for (RawBox box : boxes) {
            if (!box.isEmpty()) {
                add(result, box);
            }
        }
        return result;
    }

    private static void add(List<RawBox> boxes, RawBox next) {
        for (int i = 0; i < boxes.size(); i++) {
            RawBox one = merge(boxes.get(i), next);
            if (one != null) {
                boxes.remove(i);
                add(boxes, one);
                return;
            }
        }
        boxes.add(next);
    }

    /** Null where the union is no box, or it is not seen to be one. */
    private static RawBox merge(RawBox one, RawBox other) {
        if (!one.sets.keySet().equals(other.sets.keySet())) {
            return null;
        }
        Axis differs = null;
        for (Axis axis : one.sets.keySet()) {
            if (!one.sets.get(axis).equals(other.sets.get(axis))) {
                if (differs != null) {
                    return null;
                }
                differs = axis;
            }
        }
        if (differs == null) {
            return one;
        }
        Map<Axis, WideSet> union = new TreeMap<>(one.sets);
        union.merge(differs, other.sets.get(differs), WideSet::union);
        return new RawBox(union);
    }
}
