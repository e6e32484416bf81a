package org.hopwarden.engine;

import java.util.List;
import java.util.function.Function;

import org.hopwarden.engine.internal.BitMatcher;
import org.hopwarden.engine.internal.Conditions;
import org.hopwarden.engine.internal.Entry;
import org.hopwarden.engine.internal.Matcher;
import org.hopwarden.engine.internal.ProgramTest;
import org.hopwarden.engine.internal.RateTable;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Deny;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Return;
import org.hopwarden.rulemodel.Rule;

/** One chain for packets of one IP version. Immutable but for the buckets of its rates. */
final class CompiledChain {

    /** No rule decided. */
    private static final int UNDECIDED = -1;
    /** A rule returned; what the end of a chain that was called says does not count then. */
    private static final int RETURNED = -2;

    /** Whose packets it speaks of; null for all. */
    private final ProgramTest applications;
    /** For each direction, what its end decides where it was not called. */
    private final int[] ends;
    /** Whether it goes back to its caller at its end. */
    private final boolean goesBack;
    /** Null where no rule can match. */
    private final Matcher matcher;
    /** For each of the matcher's entries; null where a match may not decide. */
    private final int[] decisions;
    /** For each of the matcher's entries, where there are no decisions. */
    private final Step[] steps;
    private final boolean asksState;

    /** What happens at a rule that matches as far as the matcher knows. */
    private static final class Step {

        private final What what;
        private final int slot;
        private final int decision;
        private final boolean logged;
        private final ProgramTest applications;
        private final RateTable rate;
        private final boolean over;
        private final RateTable limit;
        /** Null where the chain that is called does not speak of the IP version. */
        private final CompiledChain called;
        private final boolean tail;
        /** The first entry of the next rule. */
        private int next;

        private Step(Rule rule, int slot, int decision, Conditions conditions, Function<Chain, CompiledChain> chains) {
            Action action = rule.getAction();
            what = What.of(action);
            this.slot = slot;
            this.decision = decision;
            logged = rule.getLog() != LogMode.NONE || action instanceof Log;
            applications = ProgramTest.of(rule.getMatch().getApplications());
            rate = conditions.rate(rule.getMatch().getRate());
            over = rate != null && rule.getMatch().getRate().isOver();
            limit = action instanceof Limit l ? conditions.rate(l.getRate()) : null;
            called = action instanceof Call call ? chains.apply(call.getChain()) : null;
            tail = action instanceof Call call && call.isTail();
        }

        private boolean holds(PacketView packet, PacketState state) {
            return (applications == null || applications.holds(packet, state))
                    && (rate == null || rate.take(packet, state.steadyNanos()) != over);
        }
    }

    private enum What {
        DECIDES, CALLS, RETURNS, LIMITS, GOES_ON;

        private static What of(Action action) {
            return switch (action) {
                case Allow allow -> DECIDES;
                case Deny deny -> DECIDES;
                case Reject reject -> DECIDES;
                case Ask ask -> DECIDES;
                case Call call -> CALLS;
                case Return back -> RETURNS;
                case Limit limit -> LIMITS;
                default -> GOES_ON;
            };
        }
    }

    /** What slots decide. */
    interface Decisions {

        /** By the chain's rule, counted from 1. */
        int ofRule(Chain chain, int rule);

        /** For each direction. */
        int[] ofEnd(Chain chain);
    }

    /** @param chains the compiled chains that this one calls */
    CompiledChain(Chain chain, IpVersion version, Decisions slots, Conditions conditions,
            Function<Chain, CompiledChain> chains) {
        applications = ProgramTest.of(chain.getApplications());
        ends = slots.ofEnd(chain);
        goesBack = chain.getEnd() == ChainEnd.BACK;
        List<Entry> entries = Entry.of(chain, version, conditions);
        matcher = entries.isEmpty() ? null : new BitMatcher(entries, version == IpVersion.V6);
        boolean plain = entries.stream().allMatch(entry -> isPlain(chain.getRules().get(entry.rule() - 1)));
        decisions = plain ? entries.stream().mapToInt(entry -> slots.ofRule(chain, entry.rule())).toArray() : null;
        steps = plain ? null : steps(chain, entries, slots, conditions, chains);
        asksState = !plain || applications != null || entries.stream().anyMatch(Entry::asksState);
    }

    private static boolean isPlain(Rule rule) {
        return What.of(rule.getAction()) == What.DECIDES && rule.getMatch().getApplications().isEmpty()
                && rule.getMatch().getRate() == null;
    }

    private static Step[] steps(Chain chain, List<Entry> entries, Decisions slots, Conditions conditions,
            Function<Chain, CompiledChain> chains) {
        Step[] steps = new Step[entries.size()];
        for (int i = 0; i < steps.length; i++) {
            int rule = entries.get(i).rule();
            if (i > 0 && entries.get(i - 1).rule() == rule) {
                steps[i] = steps[i - 1];
            } else {
                int decision = slots.ofRule(chain, rule);
                steps[i] = new Step(chain.getRules().get(rule - 1), CompiledPolicy.slot(decision), decision, conditions, chains);
            }
            steps[i].next = i + 1;
        }
        return steps;
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
        return entry < 0 ? ends[direction.ordinal()] : decisions[entry];
    }

    /** What the chain, which was not called, decides. */
    int decide(PacketView packet, PacketState state) {
        int decision = rules(packet, state);
        return decision >= 0 ? decision : ends[state.direction().ordinal()];
    }

    private int called(PacketView packet, PacketState state) {
        if (!speaksOf(packet, state)) {
            return UNDECIDED;
        }
        int decision = rules(packet, state);
        return decision >= 0 ? decision
                : goesBack || decision == RETURNED ? UNDECIDED : ends[state.direction().ordinal()];
    }

    private int rules(PacketView packet, PacketState state) {
        if (matcher == null) {
            return UNDECIDED;
        }
        int entry = matcher.match(packet, state, 0);
        if (decisions != null) {
            return entry < 0 ? UNDECIDED : decisions[entry];
        }
        while (entry >= 0) {
            Step step = steps[entry];
            if (step.holds(packet, state)) {
                state.logged |= step.logged;
                if (step.what == What.DECIDES
                        || step.what == What.LIMITS && !step.limit.take(packet, state.steadyNanos())) {
                    return step.decision;
                }
                state.passed(step.slot);
                if (step.what == What.RETURNS) {
                    return RETURNED;
                }
                if (step.what == What.CALLS) {
                    int decision = step.called == null ? UNDECIDED : step.called.called(packet, state);
                    if (decision != UNDECIDED || step.tail) {
                        return decision != UNDECIDED ? decision : RETURNED;
                    }
                }
            }
            entry = step.next == steps.length ? -1 : matcher.match(packet, state, step.next);
        }
        return UNDECIDED;
    }

    long sizeBytes() {
        return matcher == null ? 0 : matcher.sizeBytes();
    }
}
