package org.hopwarden.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/**
 * What the slots of a compiled policy stand for, and which slots its rules have. Where the rule of each slot stands is worked out when it is
 * first asked for. Thread-safe.
 */
final class SlotTable {

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

    /** How many slots there are. */
    int slots() {
        return slots;
    }

    /** @throws IllegalArgumentException if packets meet no chain with that name */
    PlacedChain chain(String name) {
        for (PlacedChain each : chains) {
            if (each.settings.getName().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("packets meet no chain " + name + " here, but "
                + Arrays.stream(chains).map(chain -> chain.settings.getName()).collect(Collectors.joining(", ")));
    }

    /**
     * The slot of a chain's rule, counted from 1, or of its end, 0.
     *
     * @throws IllegalArgumentException if there is no such chain or rule
     */
    int slotOfRule(String chain, int rule) {
        PlacedChain found = chain(chain);
        int rules = found.rules.length;
        if (rule < 0 || rule > rules) {
            throw new IllegalArgumentException("chain " + chain + " has the rules 0.." + rules + ", not " + rule);
        }
        return rule == 0 ? found.endSlot : found.rules[rule - 1].slot;
    }

    /** Null for an end, a default, and a rule that was taken away before the index was made. Fast, for each packet. */
    Rule rule(int slot) {
        for (PlacedChain chain : chains) {
            Rule rule = chain.ruleOfSlot(slot);
            if (rule != null) {
                return rule;
            }
        }
        return null;
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
        if (slot == Decision.NOT_IP_SLOT) {
            return Verdicts.NOT_IP;
        }
        if (slot < Decision.FIRST_CHAIN_SLOT) {
            return Verdicts.ofDefault(model, Direction.values()[slot - Decision.FIRST_DEFAULT_SLOT]);
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
        for (int slot = 0; slot < Decision.FIRST_CHAIN_SLOT; slot++) {
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
