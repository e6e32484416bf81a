package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.hopwarden.net.IpVersion;

/**
 * Turns a run of rules, each of which decides and does nothing else, into a few look-ups with the same meaning, as
 * {@link NftSetPlan} lays them out. What no box can say exactly, or only too many, stays a rule of its own between the sets.
 */
final class NftRun {

    /** A rule that would need more boxes than this stays a rule of its own. */
    static final int MOST_BOXES = 64;
    /** Fewer boxes than this are no set. */
    private static final int FEWEST = 3;

    private final Map<IpVersion, NftRanks> ranks;
    private final List<Member> members;
    private int leftOut;
    private int sets;
    private int rules;

    /**
     * A rule of a run.
     *
     * @param boxes all packets it matches, and where not exact others
     * @param verdict as it stands in nftables
     * @param lines as which it is written where it is not exact
     */
    record Member(List<NftBox> boxes, boolean exact, String verdict, List<String> lines) {
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

    /** How many rules were left out because earlier ones decide all they match. */
    int leftOut() {
        return leftOut;
    }

    /** How many sets and maps packets are looked up in. */
    int sets() {
        return sets;
    }

    /** How many rules are in no set. */
    int rules() {
        return rules;
    }

    void write(Target target) {
        NftSetPlan plan = new NftSetPlan();
        for (Member member : members) {
            boolean some = member.exact ? plan.add(member.boxes, member.verdict)
                    : plan.addAlone(member.boxes, member.verdict, member.lines);
            leftOut += some ? 0 : 1;
        }
        for (NftSetPlan.Step step : plan.steps()) {
            step.alone().forEach(target::rule);
            rules += step.alone().size();
            if (step.table() != null) {
                write(step.table(), target);
            }
        }
    }

    private void write(NftSetPlan.Table table, Target target) {
        List<NftBox> boxes = table.boxes();
        List<String> verdicts = table.verdicts();
        if (boxes.isEmpty()) {
            return;
        }
        NftBox first = boxes.get(0);
        NftKeys keys = new NftKeys(ranks.get(first.version()));
        List<NftKeys.Field> fields = keys.fields(boxes);
        if (boxes.size() < FEWEST || fields.isEmpty()) {
            for (int i = 0; i < boxes.size(); i++) {
                target.rule(NftConditions.join(first.guard(), keys.text(boxes.get(i), fields), verdicts.get(i)));
            }
            rules += boxes.size();
            return;
        }
        boolean map = verdicts.stream().distinct().count() > 1;
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            elements.add(keys.element(boxes.get(i), fields) + (map ? " : " + verdicts.get(i) : ""));
        }
        String name = target.set(map, keys.type(first, fields), elements);
        target.rule(NftConditions.join(first.guard(), keys.key(first, fields), map ? "vmap @" + name
                : "@" + name + " " + verdicts.get(0)));
        sets++;
    }
}
