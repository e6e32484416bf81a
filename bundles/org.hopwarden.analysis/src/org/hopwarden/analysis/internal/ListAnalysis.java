package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What each step of a list is worth, exactly, over the union of the others. The last step decides all that the others leave, and
 * is not asked about.
 * <ul>
 * <li>A step is <em>empty</em> where its conditions hold for no packet at all.</li>
 * <li>It is <em>never matched</em> where earlier steps decide all of its packets; <em>shadowed</em> where at least one of these
 * gets another outcome than the step's.</li>
 * <li>It is <em>redundant</em> where the list without it gives each packet the same outcome.</li>
 * <li>It <em>generalises</em> an earlier step of another outcome where it matches all packets that this one decides.</li>
 * <li>It is <em>correlated</em> with an earlier step of another outcome where it matches some of the packets that this one
 * decides, and not all.</li>
 * </ul>
 * A rule that allows by layer 4 lets fragments other than the first pass as well, and one that denies does not match them. Taken
 * literally, no rule would then be an exception from one that denies by layer 4. So the last two are said of whole packets and
 * first fragments, unless the step matches none of these.
 */
final class ListAnalysis {

    private static final int MOST_POINTS = 6;
    private static final List<Plane> WHOLE = List.of(Plane.V4, Plane.V6);
    private static final List<Plane> LATER = List.of(Plane.V4_LATER, Plane.V6_LATER);

    private final List<Step> steps;
    private final Map<Plane, PlaneList> planes = new EnumMap<>(Plane.class);
    private final List<List<Place>> reached;

    /** A part of a plane that is one point or more. */
    record Place(Plane plane, int[][] box) {

        private int[] point() {
            return Arrays.stream(box).mapToInt(set -> set[0]).toArray();
        }
    }

    /**
     * What is known of one step.
     *
     * @param isEmpty no packet meets its conditions
     * @param isEmptyButLater no packet meets them but fragments other than the first
     * @param reached packets that it decides, other than such fragments where there are others; null where there are none
     * @param by the steps that decide its packets before it, where all of them are decided, such fragments left aside
     * @param conflict packets that it would match and that an earlier step gives another outcome; looked for only where all are
     *            decided before it, such fragments left aside
     * @param conflictWith the step that gives it
     */
    record Fact(boolean isEmpty, boolean isEmptyButLater, Place reached, List<Integer> by, Place conflict, int conflictWith,
            boolean redundant, int generalises, Place generalised, int correlates, Place correlated) {

        boolean neverMatched() {
            return reached == null;
        }

        /** Whether the only packets that come to the step are fragments other than the first, of those that meet its conditions. */
        boolean reachedByLaterAlone() {
            return reached != null && reached.plane().isLater() && !isEmptyButLater;
        }
    }

    ListAnalysis(Universe universe, List<Step> steps) {
        this.steps = steps;
        reached = new ArrayList<>();
        for (Plane plane : Plane.values()) {
            planes.put(plane, new PlaneList(universe.layout(plane), steps));
        }
        for (int step = 0; step < steps.size(); step++) {
            reached.add(null);
        }
    }

    PlaneList plane(Plane plane) {
        return planes.get(plane);
    }

    long work() {
        return planes.values().stream().mapToLong(plane -> plane.cover().steps()).sum();
    }

    /** Everything about a step. */
    Fact fact(int step) {
        return steps.get(step).decides() ? factOfDeciding(step) : factOfPassed(step);
    }

    /** Whether any packet comes to a step, and an example. */
    Place example(int step) {
        List<Place> places = reached(step);
        return places.isEmpty() ? null : places.getFirst();
    }

    private Fact factOfPassed(int step) {
        List<Place> places = reached(step);
        return places.isEmpty() ? unreached(step, Arrays.asList(Plane.values()))
                : new Fact(false, isEmptyButLater(step), places.getFirst(), List.of(), null, -1, false, -1, null, -1, null);
    }

    private Fact factOfDeciding(int step) {
        List<Place> places = reached(step);
        if (places.isEmpty()) {
            return unreached(step, Arrays.asList(Plane.values()));
        }
        if (places.getFirst().plane().isLater() && !isEmptyButLater(step)) {
            Fact whole = unreached(step, WHOLE);
            return new Fact(false, false, places.getFirst(), whole.by(), whole.conflict(), whole.conflictWith(),
                    isRedundant(step), -1, null, -1, null);
        }
        List<Plane> compared = isEmptyButLater(step) ? LATER : WHOLE;
        int generalises = -1;
        Place generalised = null;
        int correlates = -1;
        Place correlated = null;
        for (int earlier : earlierOfOtherOutcome(step, compared)) {
            boolean more = correlates < 0 || generalises < 0 && !isKnownOutside(earlier, step, compared);
            Place shared = more ? decidedInside(earlier, step, compared) : null;
            if (shared == null) {
                continue;
            }
            if (generalises < 0 && isInside(earlier, step, compared)) {
                generalises = earlier;
                generalised = shared;
            } else if (correlates < 0 && !isInside(earlier, step, compared)) {
                correlates = earlier;
                correlated = shared;
            }
            if (generalises >= 0 && correlates >= 0) {
                break;
            }
        }
        return new Fact(false, isEmptyButLater(step), places.getFirst(), List.of(), null, -1, isRedundant(step), generalises,
                generalised, correlates, correlated);
    }

    private boolean isEmptyButLater(int step) {
        return WHOLE.stream().allMatch(plane -> planes.get(plane).first(step) == planes.get(plane).end(step));
    }

    /** Packets that the step decides, at most a few, found when first asked for. */
    private List<Place> reached(int step) {
        List<Place> places = reached.get(step);
        if (places == null) {
            places = new ArrayList<>();
            for (Plane plane : Plane.values()) {
                PlaneList list = planes.get(plane);
                for (int box = list.first(step); box < list.end(step) && places.size() < MOST_POINTS / 2; box++) {
                    int[][] found = list.reaching(box, list.table().boxes[box]);
                    if (found != null) {
                        places.add(new Place(plane, found));
                    }
                }
            }
            reached.set(step, places);
        }
        return places;
    }

    private Fact unreached(int step, List<Plane> considered) {
        boolean empty = true;
        Place conflict = null;
        int conflictWith = -1;
        BitSet by = new BitSet();
        Outcome outcome = steps.get(step).outcome();
        for (Plane plane : considered) {
            PlaneList list = planes.get(plane);
            for (int box = list.first(step); box < list.end(step); box++) {
                empty = false;
                BitSet needed = new BitSet();
                list.reaching(box, needed);
                needed.stream().forEach(one -> by.set(list.table().entries[one]));
                int[] overlaps = list.overlapping(box);
                for (int i = 0; i < overlaps.length && conflict == null; i++) {
                    int other = list.table().entries[overlaps[i]];
                    if (other < step && outcome != null && isOther(outcome, other)) {
                        int[][] part = list.reaching(overlaps[i],
                                Boxes.intersection(list.table().boxes[box], list.table().boxes[overlaps[i]]));
                        conflict = part == null ? null : new Place(plane, part);
                        conflictWith = part == null ? -1 : other;
                    }
                }
            }
        }
        return new Fact(empty, isEmptyButLater(step), null, fewest(step, by, considered), conflict, conflictWith, true, -1, null,
                -1, null);
    }

    private boolean isOther(Outcome outcome, int step) {
        Outcome other = steps.get(step).outcome();
        return other != Outcome.IMPOSSIBLE && !outcome.equals(other);
    }

    /** Leaves out those steps without which the others still decide all packets of a step. */
    private List<Integer> fewest(int step, BitSet by, List<Plane> considered) {
        BitSet left = (BitSet) by.clone();
        if (left.cardinality() > 1 && left.cardinality() <= 64) {
            for (int one = by.length() - 1; one >= 0; one = by.previousSetBit(one - 1)) {
                if (by.get(one)) {
                    left.clear(one);
                    if (!coveredBy(step, left, considered)) {
                        left.set(one);
                    }
                }
            }
        }
        return left.stream().boxed().toList();
    }

    private boolean coveredBy(int step, BitSet others, List<Plane> considered) {
        for (Plane plane : considered) {
            PlaneList list = planes.get(plane);
            for (int box = list.first(step); box < list.end(step); box++) {
                int[] overlaps = Arrays.stream(list.overlapping(box)).filter(one -> others.get(list.table().entries[one]))
                        .toArray();
                if (list.cover().uncovered(list.table().boxes[box], overlaps, overlaps.length) != null) {
                    return false;
                }
            }
        }
        return true;
    }

    /** No packet that the step decides would get another outcome from the steps behind it. */
    private boolean isRedundant(int step) {
        int last = steps.size() - 1;
        Outcome outcome = steps.get(step).outcome();
        if (!outcome.equals(steps.get(last).outcome()) && wouldGet(step, last)) {
            return false;
        }
        for (PlaneList list : planes.values()) {
            for (int box = list.first(step); box < list.end(step); box++) {
                int[] overlaps = list.overlapping(box);
                for (int i = list.before(overlaps, step); i < overlaps.length; i++) {
                    int other = list.table().entries[overlaps[i]];
                    if (other < last && !outcome.equals(steps.get(other).outcome())
                            && wouldGet(list, box, overlaps[i], overlaps)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Whether some packet of a step would come to the last one if the step were not there. */
    boolean comesToEnd(int step) {
        return wouldGet(step, steps.size() - 1);
    }

    private boolean wouldGet(int step, int other) {
        for (PlaneList list : planes.values()) {
            for (int box = list.first(step); box < list.end(step); box++) {
                int[] overlaps = list.overlapping(box);
                for (int to = list.first(other); to < list.end(other); to++) {
                    if (wouldGet(list, box, to, overlaps)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a packet of a box would be decided by another, behind it, if its step were not there. */
    private static boolean wouldGet(PlaneList list, int box, int other, int[] overlaps) {
        int[][] both = Boxes.intersection(list.table().boxes[box], list.table().boxes[other]);
        return both != null && list.cover().uncovered(both, overlaps, list.before(overlaps, list.table().entries[other])) != null;
    }

    /** Steps before one that share packets with it and have another outcome, the nearest first. */
    private int[] earlierOfOtherOutcome(int step, List<Plane> compared) {
        BitSet found = new BitSet();
        Outcome outcome = steps.get(step).outcome();
        for (Plane plane : compared) {
            PlaneList list = planes.get(plane);
            for (int box = list.first(step); box < list.end(step); box++) {
                int[] overlaps = list.overlapping(box);
                int before = list.before(overlaps, step);
                for (int i = 0; i < before; i++) {
                    found.set(list.table().entries[overlaps[i]]);
                }
            }
        }
        int[] ascending = found.stream().filter(other -> isOther(outcome, other)).toArray();
        int[] descending = new int[ascending.length];
        for (int i = 0; i < descending.length; i++) {
            descending[i] = ascending[ascending.length - 1 - i];
        }
        return descending;
    }

    /** Whether a packet is known that an earlier step decides and a step does not match. */
    private boolean isKnownOutside(int earlier, int step, List<Plane> compared) {
        for (Place place : reached(earlier)) {
            if (compared.contains(place.plane()) && !planes.get(place.plane()).contains(step, place.point())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a step matches all packets that an earlier one decides. */
    private boolean isInside(int earlier, int step, List<Plane> compared) {
        if (isKnownOutside(earlier, step, compared)) {
            return false;
        }
        for (Plane plane : compared) {
            PlaneList list = planes.get(plane);
            for (int box = list.first(earlier); box < list.end(earlier); box++) {
                int[][] outside = decidedOutside(list, box, step);
                if (outside != null) {
                    remember(earlier, new Place(plane, outside));
                    return false;
                }
            }
        }
        return true;
    }

    private static int[][] decidedOutside(PlaneList list, int box, int step) {
        int[] overlaps = list.overlapping(box);
        int before = list.before(overlaps, list.table().entries[box]);
        int from = list.first(step);
        int own = list.end(step) - from;
        int[] boxes = Arrays.copyOf(overlaps, before + own);
        for (int i = 0; i < own; i++) {
            boxes[before + i] = from + i;
        }
        return list.cover().uncovered(list.table().boxes[box], boxes, boxes.length);
    }

    /** Packets that an earlier step decides and that a later one matches. */
    private Place decidedInside(int earlier, int step, List<Plane> compared) {
        for (Place place : reached(earlier)) {
            if (compared.contains(place.plane()) && planes.get(place.plane()).contains(step, place.point())) {
                return place;
            }
        }
        for (Plane plane : compared) {
            PlaneList list = planes.get(plane);
            for (int box = list.first(earlier); box < list.end(earlier); box++) {
                for (int own = list.first(step); own < list.end(step); own++) {
                    int[][] both = Boxes.intersection(list.table().boxes[box], list.table().boxes[own]);
                    int[][] found = both == null ? null : list.reaching(box, both);
                    if (found != null) {
                        Place place = new Place(plane, found);
                        remember(earlier, place);
                        return place;
                    }
                }
            }
        }
        return null;
    }

    private void remember(int step, Place place) {
        List<Place> places = reached(step);
        if (places.size() < MOST_POINTS) {
            places.add(place);
        }
    }
}
