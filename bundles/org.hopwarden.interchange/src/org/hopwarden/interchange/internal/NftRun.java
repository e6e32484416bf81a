package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.hopwarden.interchange.internal.NftBox.Kind;
import org.hopwarden.interchange.internal.NftConditions.Alternative;
import org.hopwarden.net.IpVersion;

/**
 * Turns a run of rules, each of which decides and does nothing else, into a few look-ups with the same meaning.
 * <p>
 * Two rules may change places unless they overlap with different verdicts. So each rule gets a level: one above the highest
 * of the earlier rules that it overlaps with another verdict. Inside a level the order does not matter, and all its rules that
 * look at the same fields go into one set or verdict map. Overlaps there are of rules with the same verdict; one of them is cut
 * around the other, and where that would make more than {@value #MOST_PIECES} pieces it goes into one more set instead. What no
 * box can say exactly (flags, states, lengths and the like) takes part with a box that holds more, and stays a rule of its own at
 * its level. A rule that an earlier one covers is left out.
 */
final class NftRun {

    /** A rule is cut into up to so many pieces. */
    static final int MOST_PIECES = 16;
    /** A rule that would need more boxes than this stays a rule of its own. */
    static final int MOST_BOXES = 64;
    /** Fewer boxes than this are no set. */
    private static final int FEWEST = 3;

    private final Map<IpVersion, NftRanks> ranks;
    private final List<Member> members;
    private int leftOut;

    /**
     * A rule of a run.
     *
     * @param boxes all packets it matches, and where not exact others
     * @param verdict as it stands in nftables
     * @param alternatives as linear rules
     * @param remark for the linear rules, with a blank in front; empty for none
     */
    record Member(List<NftBox> boxes, boolean exact, String verdict, List<Alternative> alternatives, String remark) {

        private boolean overlaps(Member other) {
            for (NftBox a : boxes) {
                for (NftBox b : other.boxes) {
                    if (a.overlaps(b)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean covers(Member other) {
            return exact && other.boxes.stream().allMatch(b -> boxes.stream().anyMatch(a -> a.covers(b)));
        }
    }

    /** Where sets are declared and rules written. */
    interface Target {

        /** Declares a set or map and gives its name. */
        String set(boolean map, String type, List<String> elements);

        void rule(String line);
    }

    NftRun(Map<IpVersion, NftRanks> ranks, List<Member> members) {
        this.ranks = ranks;
        this.members = members;
    }

    /** How many rules were left out because earlier ones cover them. */
    int leftOut() {
        return leftOut;
    }

    void write(Target target) {
        for (List<Member> level : levels()) {
            Map<IpVersion, Map<Kind, List<Bin>>> bins = new EnumMap<>(IpVersion.class);
            for (Member member : level) {
                if (!member.exact) {
                    member.alternatives.forEach(one -> target.rule(one.with(member.verdict) + member.remark));
                } else {
                    member.boxes.forEach(box -> put(box, member.verdict, bins.computeIfAbsent(box.version(),
                            version -> new EnumMap<>(Kind.class)).computeIfAbsent(box.kind(), kind -> new ArrayList<>())));
                }
            }
            bins.values().forEach(kinds -> kinds.forEach((kind, all) -> all.forEach(bin -> write(bin, target))));
        }
    }

    private List<List<Member>> levels() {
        Map<Integer, List<Member>> levels = new TreeMap<>();
        List<Member> kept = new ArrayList<>();
        List<Integer> levelOf = new ArrayList<>();
        for (Member member : members) {
            int level = 0;
            boolean covered = false;
            for (int i = 0; i < kept.size() && !covered; i++) {
                Member earlier = kept.get(i);
                boolean conflicts = levelOf.get(i) >= level && !earlier.verdict.equals(member.verdict);
                if ((conflicts || earlier.exact) && earlier.overlaps(member)) {
                    covered = earlier.covers(member);
                    level = conflicts ? levelOf.get(i) + 1 : level;
                }
            }
            if (covered) {
                leftOut++;
            } else {
                kept.add(member);
                levelOf.add(level);
                levels.computeIfAbsent(level, l -> new ArrayList<>()).add(member);
            }
        }
        return List.copyOf(levels.values());
    }

    /** Disjoint boxes of one version and kind, each with its verdict. */
    private static final class Bin {

        private final List<NftBox> boxes = new ArrayList<>();
        private final List<String> verdicts = new ArrayList<>();

        /** Whether the box, or what of it was not there yet, found room. */
        boolean add(NftBox box, String verdict) {
            List<NftBox> pieces = List.of(box);
            List<Integer> swallowed = new ArrayList<>();
            for (int i = 0; i < boxes.size() && !pieces.isEmpty(); i++) {
                NftBox other = boxes.get(i);
                if (!other.overlaps(box)) {
                    continue;
                }
                if (box.covers(other)) {
                    swallowed.add(i);
                    continue;
                }
                List<NftBox> rest = new ArrayList<>();
                for (NftBox piece : pieces) {
                    if (piece.overlaps(other)) {
                        rest.addAll(piece.minus(other));
                    } else {
                        rest.add(piece);
                    }
                }
                pieces = rest;
                if (pieces.size() > MOST_PIECES) {
                    return false;
                }
            }
            for (int i : swallowed.reversed()) {
                boxes.remove(i);
                verdicts.remove(i);
            }
            for (NftBox piece : pieces) {
                boxes.add(piece);
                verdicts.add(verdict);
            }
            return true;
        }
    }

    /** Boxes of one level that overlap have the same verdict, so it does not matter which of them a packet finds. */
    private static void put(NftBox box, String verdict, List<Bin> bins) {
        for (Bin bin : bins) {
            if (bin.add(box, verdict)) {
                return;
            }
        }
        Bin bin = new Bin();
        bin.add(box, verdict);
        bins.add(bin);
    }

    private void write(Bin bin, Target target) {
        NftBox first = bin.boxes.get(0);
        List<NftKeys.Field> fields = new NftKeys(ranks.get(first.version())).fields(bin.boxes);
        NftKeys keys = new NftKeys(ranks.get(first.version()));
        if (bin.boxes.size() < FEWEST || fields.isEmpty()) {
            for (int i = 0; i < bin.boxes.size(); i++) {
                target.rule(NftConditions.join(keys.text(bin.boxes.get(i), fields), bin.verdicts.get(i)));
            }
            return;
        }
        boolean map = bin.verdicts.stream().distinct().count() > 1;
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < bin.boxes.size(); i++) {
            elements.add(keys.element(bin.boxes.get(i), fields) + (map ? " : " + bin.verdicts.get(i) : ""));
        }
        String name = target.set(map, keys.type(first, fields), elements);
        target.rule(keys.key(first, fields) + (map ? " vmap @" + name : " @" + name + " " + bin.verdicts.get(0)));
    }
}
