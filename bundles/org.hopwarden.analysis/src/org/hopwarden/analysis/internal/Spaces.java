package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/** Makes spaces in the universe of some policies. */
public final class Spaces {

    private final Universe universe;

    /** @param policies without problems */
    public Spaces(List<Policy> policies) {
        universe = Universe.of(policies);
    }

    Universe universe() {
        return universe;
    }

    /** All packets that there can be. */
    public Space all() {
        Map<Plane, List<int[][]>> boxes = new EnumMap<>(Plane.class);
        for (Plane plane : Plane.values()) {
            boxes.put(plane, Boxes.minus(universe.whole(plane), universe.impossible(plane)));
        }
        return new Space(this, boxes);
    }

    /** The packets that meet a rule's conditions. */
    public Space matching(Rule rule) {
        Space space = new Space(this);
        for (Plane plane : Plane.values()) {
            for (int[][] box : universe.boxes(plane, rule)) {
                Map<Plane, List<int[][]>> one = new EnumMap<>(Plane.class);
                one.put(plane, Boxes.minus(List.<int[][]>of(box), universe.impossible(plane)));
                space = space.union(new Space(this, one));
            }
        }
        return space;
    }

    /** The packets that a policy gives a verdict to. */
    public Space decided(Policy policy, Kind kind) {
        List<Step> steps = new Program(universe, policy).ofPolicy();
        Map<Plane, List<int[][]>> boxes = new EnumMap<>(Plane.class);
        for (Plane plane : Plane.values()) {
            PlaneList list = new PlaneList(universe.layout(plane), steps);
            List<int[][]> found = new ArrayList<>();
            for (int box = 0; box < list.table().count(); box++) {
                Step step = steps.get(list.table().entries[box]);
                if (step.decides() && step.outcome().kind() == kind) {
                    int[] overlaps = list.overlapping(box);
                    List<int[][]> left = list.cover().remainder(list.table().boxes[box], overlaps,
                            list.before(overlaps, list.table().entries[box]), Integer.MAX_VALUE);
                    // boxes of one step may overlap each other
                    found.addAll(Boxes.minus(left, found));
                }
            }
            boxes.put(plane, Boxes.merged(found));
        }
        return new Space(this, boxes);
    }
}
