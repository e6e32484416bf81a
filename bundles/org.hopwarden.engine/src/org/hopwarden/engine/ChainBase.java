package org.hopwarden.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.hopwarden.engine.internal.Entry;
import org.hopwarden.engine.internal.Matcher;
import org.hopwarden.engine.internal.Matchers;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Rule;

/** The rules of a chain at some moment, indexed for packets; later edits lie over it. Immutable but for the buckets of rates. */
final class ChainBase {

    final SlotRule[] rules;
    /** Null where the chain says nothing of the version. */
    final Code v4;
    final Code v6;
    private final int leastSlot;
    /** Where the rule of each slot stands, from the least slot on; -1 for slots that are not of the chain. */
    private final int[] indexes;

    /** What is tried for packets of one version. */
    static final class Code {

        /** Null where no rule can match. */
        final Matcher matcher;
        /** For each entry, what it decides; below 0 the step to take, counted from -1 down. */
        final int[] decisions;
        /** Of the rules that may not decide. */
        final RuleStep[] steps;
        /** For each entry, the index of its rule. */
        final int[] rules;
        /** For each rule, and behind the last, its first entry. */
        final int[] firstEntries;
        final boolean asksState;

        Code(SlotRule[] chainRules, Chain settings, IpVersion version, Lineage lineage) {
            List<Entry> entries = new ArrayList<>(chainRules.length);
            List<RuleStep> made = new ArrayList<>();
            int[] ofRules = new int[chainRules.length];
            firstEntries = new int[chainRules.length + 1];
            for (int i = 0; i < chainRules.length; i++) {
                firstEntries[i] = entries.size();
                Entry.add(entries, chainRules[i].rule, settings.getFragmentReading(), i + 1, version, lineage.conditions);
                RuleStep step = entries.size() == firstEntries[i] ? null : RuleStep.of(chainRules[i], lineage);
                if (step != null) {
                    made.add(step);
                }
                ofRules[i] = step == null ? Decision.ofRule(chainRules[i]) : -made.size();
            }
            firstEntries[chainRules.length] = entries.size();
            matcher = entries.isEmpty() ? null : Matchers.of(entries, version == IpVersion.V6);
            steps = made.toArray(RuleStep[]::new);
            rules = new int[entries.size()];
            decisions = new int[entries.size()];
            for (int i = 0; i < rules.length; i++) {
                rules[i] = entries.get(i).rule() - 1;
                decisions[i] = ofRules[rules[i]];
            }
            asksState = steps.length > 0 || entries.stream().anyMatch(Entry::asksState);
        }
    }

    ChainBase(SlotRule[] rules, Chain settings, Lineage lineage) {
        this.rules = rules;
        v4 = Entry.isAbout(settings.getIpVersion(), IpVersion.V4) ? new Code(rules, settings, IpVersion.V4, lineage) : null;
        v6 = Entry.isAbout(settings.getIpVersion(), IpVersion.V6) ? new Code(rules, settings, IpVersion.V6, lineage) : null;
        int least = Integer.MAX_VALUE;
        int most = -1;
        for (SlotRule rule : rules) {
            least = Math.min(least, rule.slot);
            most = Math.max(most, rule.slot);
        }
        leastSlot = least;
        indexes = new int[most < 0 ? 0 : most - least + 1];
        Arrays.fill(indexes, -1);
        for (int i = 0; i < rules.length; i++) {
            indexes[rules[i].slot - least] = i;
        }
    }

    /** Where this rule stands, as it was then; -1 where it has come, moved or changed since. */
    int indexOf(SlotRule rule) {
        int index = indexOf(rule.slot);
        return index >= 0 && rules[index] == rule ? index : -1;
    }

    /** The rule that had a slot then; null where there was none. */
    Rule ruleOfSlot(int slot) {
        int index = indexOf(slot);
        return index < 0 ? null : rules[index].rule;
    }

    private int indexOf(int slot) {
        int at = slot - leastSlot;
        return at < 0 || at >= indexes.length ? -1 : indexes[at];
    }
}
