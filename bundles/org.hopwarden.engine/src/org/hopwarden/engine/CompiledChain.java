package org.hopwarden.engine;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.engine.internal.Entry;
import org.hopwarden.engine.internal.Matcher;
import org.hopwarden.engine.internal.OverlayMatcher;
import org.hopwarden.engine.internal.ProgramTest;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;

/** One chain for packets of one IP version. Immutable but for the buckets of its rates. */
final class CompiledChain {

    /** No rule decided. */
    private static final int UNDECIDED = -1;
    /** A rule returned; what the end of a chain that was called says does not count then. */
    private static final int RETURNED = -2;

    private static final int[] NO_NUMBERS = {};

    /** Whose packets it speaks of; null for all. */
    private final ProgramTest applications;
    /** For each direction, what its end decides where it was not called. */
    private final int[] ends;
    /** Whether it goes back to its caller at its end. */
    private final boolean goesBack;
    /** Null where no rule can match. */
    private final Matcher matcher;
    private final ChainBase.Code base;
    /** As those of the base, for the entries that edits have put in. */
    private final int[] addedDecisions;
    private final RuleStep[] addedSteps;
    private final int[] addedRules;
    private final boolean asksState;

    /** @param ends for each direction, what its end decides where it was not called */
    CompiledChain(Chain settings, int[] ends, ChainBase.Code base, long[] gone, List<PlacedChain.Added> added, boolean v6) {
        applications = ProgramTest.of(settings.getApplications());
        this.ends = ends;
        goesBack = settings.getEnd() == ChainEnd.BACK;
        this.base = base;
        List<Entry> entries = new ArrayList<>();
        List<RuleStep> steps = new ArrayList<>();
        int n = added.stream().mapToInt(each -> each.entries(v6).size()).sum();
        int[] before = n == 0 ? NO_NUMBERS : new int[n];
        addedDecisions = n == 0 ? NO_NUMBERS : new int[n];
        addedRules = n == 0 ? NO_NUMBERS : new int[n];
        for (int rule = 0; rule < added.size() && n > 0; rule++) {
            PlacedChain.Added each = added.get(rule);
            if (each.step() != null) {
                steps.add(each.step());
            }
            for (Entry entry : each.entries(v6)) {
                int at = entries.size();
                entries.add(entry);
                before[at] = base.firstEntries[each.before()];
                addedRules[at] = rule;
                addedDecisions[at] = each.step() == null ? Decision.ofRule(each.rule())
                        : -base.steps.length - steps.size();
            }
        }
        addedSteps = steps.toArray(RuleStep[]::new);
        matcher = n == 0 && gone == null ? base.matcher
                : new OverlayMatcher(base.matcher, base.decisions.length, gone, entries, before);
        asksState = base.asksState || !steps.isEmpty() || applications != null || entries.stream().anyMatch(Entry::asksState);
    }

    /** Whether anything beside a packet's bytes and direction counts. */
    boolean asksState() {
        return asksState;
    }

    /** Whether packets like this one, of the chain's IP version, are the chain's business. */
    boolean speaksOf(PacketView packet, PacketState state) {
        return applications == null || applications.holds(packet, state);
    }

    /** What the chain, which was not called, decides where nothing beside the packet counts. */
    int decide(PacketView packet, Direction direction) {
        int entry = matcher == null ? -1 : matcher.match(packet);
        return entry < 0 ? ends[direction.ordinal()] : decision(entry);
    }

    /**
     * What the chain, which was not called, decides.
     *
     * @param chains all of the policy for the packet's IP version; null for those that say nothing of it
     */
    int decide(PacketView packet, PacketState state, CompiledChain[] chains) {
        int decision = rules(packet, state, chains);
        return decision >= 0 ? decision : ends[state.direction().ordinal()];
    }

    private int called(PacketView packet, PacketState state, CompiledChain[] chains) {
        if (!speaksOf(packet, state)) {
            return UNDECIDED;
        }
        int decision = rules(packet, state, chains);
        return decision >= 0 ? decision
                : goesBack || decision == RETURNED ? UNDECIDED : ends[state.direction().ordinal()];
    }

    private int rules(PacketView packet, PacketState state, CompiledChain[] chains) {
        int entry = matcher == null ? -1 : matcher.match(packet, state, 0);
        while (entry >= 0) {
            int decision = decision(entry);
            if (decision >= 0) {
                return decision;
            }
            RuleStep step = step(-1 - decision);
            if (step.holds(packet, state)) {
                state.logged |= step.logged;
                if (step.what == RuleStep.What.DECIDES
                        || step.what == RuleStep.What.LIMITS && !state.takes(step.limit, packet)) {
                    return step.decision;
                }
                state.passed(step.slot);
                if (step.what == RuleStep.What.RETURNS) {
                    return RETURNED;
                }
                if (step.what == RuleStep.What.CALLS) {
                    CompiledChain chain = step.called < 0 ? null : chains[step.called];
                    int next = chain == null ? UNDECIDED : chain.called(packet, state, chains);
                    if (next != UNDECIDED || step.tail) {
                        return next != UNDECIDED ? next : RETURNED;
                    }
                }
            }
            entry = matcher.matchBehind(packet, state, lastOfRule(entry));
        }
        return UNDECIDED;
    }

    private int decision(int entry) {
        return entry < base.decisions.length ? base.decisions[entry] : addedDecisions[entry - base.decisions.length];
    }

    private RuleStep step(int index) {
        return index < base.steps.length ? base.steps[index] : addedSteps[index - base.steps.length];
    }

    /** A rule is tried once, however many of its entries match. */
    private int lastOfRule(int entry) {
        boolean added = entry >= base.decisions.length;
        int[] rules = added ? addedRules : base.rules;
        int from = added ? base.decisions.length : 0;
        int last = entry - from;
        while (last + 1 < rules.length && rules[last + 1] == rules[last]) {
            last++;
        }
        return from + last;
    }

    long sizeBytes() {
        return matcher == null ? 0 : matcher.sizeBytes();
    }
}
