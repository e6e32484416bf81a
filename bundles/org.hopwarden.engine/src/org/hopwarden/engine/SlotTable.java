package org.hopwarden.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/** What the slots of a compiled policy stand for. Where each rule stands is worked out when it is first asked for. Thread-safe. */
final class SlotTable {

    private static final int FIRST_END = 1 + Direction.values().length;

    private final Policy model;
    private final PlacedChain[] chains;
    private final int slots;
    private volatile Places places;

    /**
     * Where the rules of slots stand.
     *
     * @param chains the index of the chain; -1 for no rule and no end
     * @param rules counted from 1; 0 for an end
     * @param verdicts those that were asked for so far
     */
    private record Places(int[] chains, int[] rules, Verdict[] verdicts) {
    }

    SlotTable(Policy model, PlacedChain[] chains, int slots) {
        this.model = model;
        this.chains = chains;
        this.slots = slots;
    }

    /** Null for an end that leaves the packet to others, and for a rule that is no longer there. */
    Verdict verdict(int slot) {
        Verdict[] known = places().verdicts;
        Verdict verdict = known[slot];
        if (verdict == null) {
            verdict = find(slot);
            known[slot] = verdict;
        }
        return verdict;
    }

    private Verdict find(int slot) {
        if (slot == 0) {
            return Verdicts.NOT_IP;
        }
        if (slot < FIRST_END) {
            return Verdicts.ofDefault(model, Direction.values()[slot - 1]);
        }
        int at = places().chains[slot];
        if (at < 0) {
            return null;
        }
        int rule = places().rules[slot];
        Chain settings = chains[at].settings;
        if (rule > 0) {
            return Verdicts.ofRule(settings.getName(), rule, chains[at].rules[rule - 1].rule);
        }
        boolean decides = settings.getEnd() == ChainEnd.ALLOW || settings.getEnd() == ChainEnd.DENY;
        return decides ? Verdicts.ofEnd(model, settings, Direction.FORWARD) : null;
    }

    private Places places() {
        Places known = places;
        if (known == null) {
            known = new Places(new int[slots], new int[slots], new Verdict[slots]);
            Arrays.fill(known.chains, -1);
            for (int i = 0; i < chains.length; i++) {
                known.chains[chains[i].endSlot] = i;
                SlotRule[] rules = chains[i].rules;
                for (int rule = 0; rule < rules.length; rule++) {
                    known.chains[rules[rule].slot] = i;
                    known.rules[rules[rule].slot] = rule + 1;
                }
            }
            places = known;
        }
        return known;
    }

    boolean continues(SlotTable before) {
        return model == before.model && slots >= before.slots;
    }

    int[] slotsBefore(SlotTable before) {
        int[] slotsBefore = new int[slots];
        Arrays.fill(slotsBefore, -1);
        for (int slot = 0; slot < FIRST_END; slot++) {
            slotsBefore[slot] = slot;
        }
        boolean edited = model == before.model;
        Map<Object, Integer> known = edited ? Map.of() : before.known();
        for (PlacedChain chain : chains) {
            slotsBefore[chain.endSlot] = edited ? chain.endSlot : known.getOrDefault(chain.settings.getName(), -1);
            for (SlotRule rule : chain.rules) {
                slotsBefore[rule.slot] = edited ? rule.slot < before.slots ? rule.slot : -1
                        : known.getOrDefault(new RuleId(rule.rule.getId()), -1);
            }
        }
        return slotsBefore;
    }

    private record RuleId(String id) {
    }

    /** The slots of ends by the names of their chains, and of rules by their IDs, as far as they have any. */
    private Map<Object, Integer> known() {
        Map<Object, Integer> known = new HashMap<>();
        for (PlacedChain chain : chains) {
            known.put(chain.settings.getName(), chain.endSlot);
            for (SlotRule placed : chain.rules) {
                Rule rule = placed.rule;
                if (rule.getId() != null) {
                    known.put(new RuleId(rule.getId()), placed.slot);
                }
            }
        }
        return known;
    }
}
