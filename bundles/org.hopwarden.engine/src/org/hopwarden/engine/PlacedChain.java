package org.hopwarden.engine;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.engine.internal.Conditions;
import org.hopwarden.engine.internal.Entry;
import org.hopwarden.engine.internal.OverlayMatcher;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Rule;

/**
 * A chain at its place in a compiled policy: its rules as they stand, an index of them as they stood at some time, and what edits
 * have done since. Immutable; an edit makes another one, which shares the index. What an edit costs grows with the edits since the
 * index was made, and but for some copied arrays not with the rules.
 */
final class PlacedChain {

    /** The chain of the model, by which others call it. */
    final Chain key;
    /** All but its rules. */
    final Chain settings;
    final SlotRule[] rules;
    final int endSlot;
    /** Null where it says nothing of the version. */
    final CompiledChain v4;
    final CompiledChain v6;
    private final int[] ends;
    private final ChainBase base;
    /** In the order of the rules. */
    private final List<Added> added;
    /** A bit for each entry of the base whose rule has gone, moved or changed; null for none. */
    private final long[] goneV4;
    private final long[] goneV6;
    private final Needs needs;

    /**
     * How many of its rules want what packets do not bring along. Counted on with each edit, for edits are many and rules may be as well.
     *
     * @param state those that ask for the state of connections
     * @param fragments those that are there for later fragments
     */
    private record Needs(int state, int fragments) {

        static Needs of(SlotRule[] rules) {
            Needs needs = new Needs(0, 0);
            for (SlotRule rule : rules) {
                needs = needs.with(rule, 1);
            }
            return needs;
        }

        Needs with(SlotRule rule, int count) {
            boolean asks = rule.asksState();
            boolean names = rule.namesFragments();
            return asks || names ? new Needs(state + (asks ? count : 0), fragments + (names ? count : 0)) : this;
        }
    }

    /**
     * A rule that has come, moved or changed since the index was made.
     *
     * @param before the first rule behind it that stands in the index as it is, as an index there
     * @param step null where it decides
     */
    record Added(SlotRule rule, int before, List<Entry> v4, List<Entry> v6, RuleStep step) {

        List<Entry> entries(boolean ofV6) {
            return ofV6 ? v6 : v4;
        }

        private Added at(int other) {
            return new Added(rule, other, v4, v6, step);
        }
    }

    /** @param ends for each direction, what its end decides where it was not called */
    PlacedChain(Chain key, Chain settings, int endSlot, int[] ends, SlotRule[] rules, ChainBase base) {
        this(key, settings, endSlot, ends, rules, Needs.of(rules), base, List.of(), null, null);
    }

    private PlacedChain(Chain key, Chain settings, int endSlot, int[] ends, SlotRule[] rules, Needs needs, ChainBase base, List<Added> added,
            long[] goneV4, long[] goneV6) {
        this.key = key;
        this.settings = settings;
        this.endSlot = endSlot;
        this.ends = ends;
        this.rules = rules;
        this.needs = needs;
        this.base = base;
        this.added = added;
        this.goneV4 = goneV4;
        this.goneV6 = goneV6;
        v4 = base.v4 == null ? null : new CompiledChain(settings, ends, base.v4, goneV4, added, false);
        v6 = base.v6 == null ? null : new CompiledChain(settings, ends, base.v6, goneV6, added, true);
    }

    /** Whether edits lie over the index. */
    boolean isEdited() {
        return goneV4 != null || goneV6 != null || !added.isEmpty() || rules.length != base.rules.length;
    }

    /** Whether a rule asks for the state of connections. */
    boolean asksState() {
        return needs.state > 0;
    }

    /** Whether a rule is there for later fragments. */
    boolean namesFragments() {
        return needs.fragments > 0;
    }

    /** The rule of a slot, or one that was the same but for its place, and whether it is enabled; null where there is none. */
    Rule ruleOfSlot(int slot) {
        for (Added each : added) {
            if (each.rule.slot == slot) {
                return each.rule.rule;
            }
        }
        return base.ruleOfSlot(slot);
    }

    /** The same with another end. */
    PlacedChain withSettings(Chain other, int[] otherEnds) {
        return new PlacedChain(key, other, endSlot, otherEnds, rules, needs, base, added, goneV4, goneV6);
    }

    /** The same with a rule more, at an index. */
    PlacedChain with(int index, SlotRule rule, Lineage lineage) {
        SlotRule[] more = new SlotRule[rules.length + 1];
        System.arraycopy(rules, 0, more, 0, index);
        more[index] = rule;
        System.arraycopy(rules, index, more, index + 1, rules.length - index);
        List<Added> now = new ArrayList<>(added);
        Place place = place(index);
        now.add(place.inAdded, added(rule, place.before, lineage));
        return new PlacedChain(key, settings, endSlot, ends, more, needs.with(rule, 1), base, now, goneV4, goneV6);
    }

    /** The same without the rule at an index. */
    PlacedChain without(int index) {
        SlotRule[] fewer = new SlotRule[rules.length - 1];
        System.arraycopy(rules, 0, fewer, 0, index);
        System.arraycopy(rules, index + 1, fewer, index, fewer.length - index);
        Needs left = needs.with(rules[index], -1);
        int inBase = base.indexOf(rules[index]);
        if (inBase >= 0) {
            // what stood before it stands before the next that is left
            int next = place(index + 1).before;
            List<Added> moved = added.stream().map(each -> each.before == inBase ? each.at(next) : each).toList();
            return new PlacedChain(key, settings, endSlot, ends, fewer, left, base, moved, gone(goneV4, base.v4, inBase),
                    gone(goneV6, base.v6, inBase));
        }
        List<Added> now = new ArrayList<>(added);
        now.remove(place(index).inAdded);
        return new PlacedChain(key, settings, endSlot, ends, fewer, left, base, now, goneV4, goneV6);
    }

    private static long[] gone(long[] gone, ChainBase.Code code, int rule) {
        return code == null ? null
                : OverlayMatcher.with(gone, code.decisions.length, code.firstEntries[rule], code.firstEntries[rule + 1]);
    }

    /**
     * Where a rule at an index stands among those that edits have put in.
     *
     * @param inAdded how many of them stand before it
     * @param before the first rule from it on that stands in the index of the base as it is
     */
    private record Place(int inAdded, int before) {
    }

    private Place place(int index) {
        int next = index;
        int inBase = -1;
        while (next < rules.length && inBase < 0) {
            inBase = base.indexOf(rules[next]);
            next += inBase < 0 ? 1 : 0;
        }
        int before = inBase < 0 ? base.rules.length : inBase;
        int end = added.size();
        while (end > 0 && added.get(end - 1).before > before) {
            end--;
        }
        return new Place(end - (next - index), before);
    }

    private Added added(SlotRule rule, int before, Lineage lineage) {
        return new Added(rule, before, entries(rule, base.v4, IpVersion.V4, lineage.conditions),
                entries(rule, base.v6, IpVersion.V6, lineage.conditions), RuleStep.of(rule, lineage));
    }

    private List<Entry> entries(SlotRule rule, ChainBase.Code code, IpVersion version, Conditions conditions) {
        List<Entry> entries = new ArrayList<>(1);
        if (code != null) {
            Entry.add(entries, rule.rule, settings.getFragmentReading(), 1, version, conditions);
        }
        return entries;
    }

    /** An index of the rules as they stand. Slow. */
    ChainBase newBase(Lineage lineage) {
        return new ChainBase(rules, settings, lineage);
    }

    /** The same over an index that was made of some earlier state of the rules. */
    PlacedChain over(ChainBase other, Lineage lineage) {
        boolean[] stands = new boolean[other.rules.length];
        List<Added> now = new ArrayList<>();
        int before = other.rules.length;
        for (int i = rules.length - 1; i >= 0; i--) {
            int inBase = other.indexOf(rules[i]);
            if (inBase >= 0) {
                before = inBase;
                stands[inBase] = true;
            } else {
                now.add(added(rules[i], before, lineage));
            }
        }
        return new PlacedChain(key, settings, endSlot, ends, rules, needs, other, now.reversed(), gone(stands, other.v4),
                gone(stands, other.v6));
    }

    private static long[] gone(boolean[] stands, ChainBase.Code code) {
        long[] gone = null;
        for (int rule = 0; rule < stands.length && code != null; rule++) {
            for (int entry = code.firstEntries[rule]; !stands[rule] && entry < code.firstEntries[rule + 1]; entry++) {
                gone = gone == null ? new long[code.decisions.length + 63 >>> 6] : gone;
                gone[entry >>> 6] |= 1L << entry;
            }
        }
        return gone;
    }
}
