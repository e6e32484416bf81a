package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.analysis.PacketBox;
import org.hopwarden.analysis.Witness;

/** A set of packets as disjoint boxes of each plane. Immutable. */
public final class Space {

    private final Spaces spaces;
    private final Map<Plane, List<int[][]>> boxes = new EnumMap<>(Plane.class);

    /** No packet. */
    public Space(Spaces spaces) {
        this(spaces, Map.of());
    }

    /** @param disjoint boxes of which no two overlap */
    Space(Spaces spaces, Map<Plane, List<int[][]>> disjoint) {
        this.spaces = spaces;
        for (Plane plane : Plane.values()) {
            boxes.put(plane, List.copyOf(disjoint.getOrDefault(plane, List.of())));
        }
    }

    public boolean isEmpty() {
        return boxes.values().stream().allMatch(List::isEmpty);
    }

    private interface Operation {
        List<int[][]> of(List<int[][]> one, List<int[][]> other);
    }

    private Space with(Space other, Operation operation) {
        if (spaces != other.spaces) {
            throw new IllegalArgumentException("the spaces do not come from the same policies");
        }
        Map<Plane, List<int[][]>> result = new EnumMap<>(Plane.class);
        boxes.forEach((plane, own) -> result.put(plane, operation.of(own, other.boxes.get(plane))));
        return new Space(spaces, result);
    }

    public Space union(Space other) {
        return with(other, (own, more) -> {
            List<int[][]> both = new ArrayList<>(own);
            both.addAll(Boxes.minus(more, own));
            return Boxes.merged(both);
        });
    }

    public Space intersection(Space other) {
        return with(other, Boxes::intersection);
    }

    public Space minus(Space other) {
        return with(other, Boxes::minus);
    }

    /** A packet of the space, of whole ones first. */
    public Optional<Witness> witness() {
        for (Plane plane : Plane.values()) {
            List<int[][]> own = boxes.get(plane);
            if (!own.isEmpty()) {
                int[][] usual = Points.usual(spaces.universe().layout(plane));
                int[][] best = own.getFirst();
                for (int[][] box : own) {
                    best = usualAxes(box, usual) > usualAxes(best, usual) ? box : best;
                }
                return Optional.of(Points.of(spaces.universe(), plane, best));
            }
        }
        return Optional.empty();
    }

    /** On how many axes the box holds a usual value. */
    private static int usualAxes(int[][] box, int[][] usual) {
        int count = 0;
        for (int axis = 0; axis < box.length; axis++) {
            for (int one : usual[axis]) {
                if (Sets.contains(box[axis], one)) {
                    count++;
                    break;
                }
            }
        }
        return count;
    }

    /** The boxes in words. */
    public List<PacketBox> boxes() {
        List<PacketBox> texts = new ArrayList<>();
        boxes.forEach((plane, own) -> Boxes.merged(own).forEach(box -> texts.add(BoxText.of(spaces.universe(), plane, box))));
        return texts;
    }
}
