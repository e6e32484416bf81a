package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.hopwarden.net.IpVersion;

/**
 * Gives the boxes of a run of rules their places in sets that packets are looked up in one behind the other, so that the first
 * set that holds a packet has the verdict of the first rule that matches it.
 * <p>
 * Rules come in their order. What an earlier rule matches is decided by it, so a box may be cut around any earlier one without
 * a change of meaning. It must be cut around an earlier one with another verdict, or stand behind it. A box goes to the first
 * level at which that takes no more than {@value #MOST_PIECES} pieces: narrow rules are cut around the wide ones in front of them
 * and share one level, wide ones stand behind the narrow ones. In one level sets that ask for more fields of a packet come first.
 */
final class NftSetPlan {

    /** A box is cut into up to so many pieces; where that would not do it stands at a later level. */
    static final int MOST_PIECES = 32;
    /** At one level the last are rules that are in no set. */
    private static final int RANK_ALONE = Integer.MAX_VALUE;

    /** Where a set stands; sets of one rank and level are for packets of which none is in both, or do not conflict. */
    private record Place(int level, int rank, IpVersion version, String guard) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::level).thenComparingInt(Place::rank)
                .thenComparing(Place::version).thenComparing(Place::guard);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private record Placed(NftBox box, boolean exact, String verdict, int level, int rank) {

        /** The lowest level at which a later box of a rank stands behind this one. */
        int firstBehind(int later) {
            return rank < later || rank == RANK_ALONE && later == RANK_ALONE ? level : level + 1;
        }
    }

    private record Conflict(Placed placed, int firstBehind) {
    }

    /** Disjoint boxes, each with its verdict. */
    static final class Table {

        private final List<NftBox> boxes = new ArrayList<>();
        private final List<String> verdicts = new ArrayList<>();

        List<NftBox> boxes() {
            return boxes;
        }

        List<String> verdicts() {
            return verdicts;
        }

        /**
         * Adds the pieces of a box; what they overlap has their verdict. Of two that overlap the one is cut around the other that
         * this leaves in fewer pieces.
         *
         * @return whether that took no more than {@value #MOST_PIECES} boxes more; else nothing was added
         */
        private boolean add(NftBox box, List<NftBox> pieces, String verdict) {
            List<NftBox> added = pieces;
            List<NftBox> left = new ArrayList<>();
            List<Integer> replaced = new ArrayList<>();
            for (int i = 0; i < boxes.size() && !added.isEmpty(); i++) {
                NftBox other = boxes.get(i);
                if (other.overlaps(box) && added.stream().anyMatch(other::overlaps)) {
                    List<NftBox> rest = around(List.of(other), added);
                    List<NftBox> cut = rest.size() < 2 ? null : around(added, List.of(other));
                    if (cut == null || rest.size() - 1 <= cut.size() - added.size()) {
                        replaced.add(i);
                        left.addAll(rest);
                    } else {
                        added = cut;
                    }
                    if (added.size() + left.size() - replaced.size() > MOST_PIECES) {
                        return false;
                    }
                }
            }
            if (added.isEmpty()) {
                return true;
            }
            for (int i : replaced.reversed()) {
                boxes.remove(i);
                verdicts.remove(i);
            }
            addAll(added, verdict);
            addAll(left, verdict);
            return true;
        }

        private void addAll(List<NftBox> more, String verdict) {
            for (NftBox box : more) {
                boxes.add(box);
                verdicts.add(verdict);
            }
        }
    }

    /** What stands at a place: a set, or rules that are in none. */
    record Step(Table table, List<String> alone) {
    }

    private final List<Placed> placed = new ArrayList<>();
    private final Map<Place, Step> steps = new TreeMap<>();

    /** The sets and the rules between them, in their order. */
    List<Step> steps() {
        return List.copyOf(steps.values());
    }

    /**
     * Adds the packets of a rule to the sets.
     *
     * @return false where earlier rules leave none of them
     */
    boolean add(List<NftBox> boxes, String verdict) {
        boolean some = false;
        for (NftBox box : boxes) {
            some |= add(box, verdict);
        }
        return some;
    }

    /**
     * Adds a rule that is in no set.
     *
     * @param boxes all packets it matches, and perhaps others
     * @param lines as which it is written
     * @return false where earlier rules leave none of its packets
     */
    boolean addAlone(List<NftBox> boxes, String verdict, List<String> lines) {
        int level = 0;
        boolean covered = true;
        for (NftBox box : boxes) {
            boolean decided = false;
            for (Placed earlier : placed) {
                if (earlier.box.overlaps(box)) {
                    decided |= earlier.exact && earlier.box.covers(box);
                    if (!earlier.verdict.equals(verdict)) {
                        level = Math.max(level, earlier.firstBehind(RANK_ALONE));
                    }
                }
            }
            covered &= decided;
        }
        if (covered) {
            return false;
        }
        for (NftBox box : boxes) {
            placed.add(new Placed(box, false, verdict, level, RANK_ALONE));
        }
        steps.computeIfAbsent(new Place(level, RANK_ALONE, IpVersion.V4, ""), place -> new Step(null, new ArrayList<>())).alone
                .addAll(lines);
        return true;
    }

    private boolean add(NftBox box, String verdict) {
        int rank = rank(box);
        List<Conflict> conflicts = new ArrayList<>();
        int lowest = 0;
        boolean alone = true;
        for (Placed earlier : placed) {
            if (earlier.box.overlaps(box)) {
                alone = false;
                if (earlier.exact && earlier.box.covers(box)) {
                    return false;
                }
                if (!earlier.verdict.equals(verdict)) {
                    int firstBehind = earlier.firstBehind(rank);
                    conflicts.add(new Conflict(earlier, firstBehind));
                    lowest = earlier.exact && earlier.box.tellsByRanges(box) ? lowest : Math.max(lowest, firstBehind);
                }
            }
        }
        conflicts.sort(Comparator.comparingInt(Conflict::firstBehind).reversed());
        int level = conflicts.isEmpty() ? 0 : conflicts.get(0).firstBehind;
        List<NftBox> pieces = List.of(box);
        for (int i = 0; level > lowest && !pieces.isEmpty();) {
            List<NftBox> cut = pieces;
            while (i < conflicts.size() && conflicts.get(i).firstBehind == level && cut.size() <= MOST_PIECES) {
                cut = around(cut, List.of(conflicts.get(i++).placed.box));
            }
            if (cut.size() > MOST_PIECES) {
                break;
            }
            pieces = cut;
            level = i < conflicts.size() ? Math.max(lowest, conflicts.get(i).firstBehind) : lowest;
        }
        if (pieces.isEmpty()) {
            return false;
        }
        if (alone) {
            table(new Place(level, rank, box.version(), box.guard())).addAll(pieces, verdict);
        } else {
            while (!table(new Place(level, rank, box.version(), box.guard())).add(box, pieces, verdict)) {
                level++;
            }
        }
        placed.add(new Placed(box, true, verdict, level, rank));
        return true;
    }

    private Table table(Place place) {
        return steps.computeIfAbsent(place, one -> new Step(new Table(), List.of())).table;
    }

    private static int rank(NftBox box) {
        return 2 * box.kind().ordinal() + (box.guard().isEmpty() ? 1 : 0);
    }

    /** What of some boxes lies outside others. */
    private static List<NftBox> around(List<NftBox> boxes, List<NftBox> others) {
        List<NftBox> rest = boxes;
        for (NftBox other : others) {
            List<NftBox> next = new ArrayList<>();
            for (NftBox box : rest) {
                if (box.overlaps(other)) {
                    next.addAll(box.minus(other));
                } else {
                    next.add(box);
                }
            }
            rest = next;
        }
        return rest;
    }
}
