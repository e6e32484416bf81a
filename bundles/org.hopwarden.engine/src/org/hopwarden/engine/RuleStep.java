package org.hopwarden.engine;

import org.hopwarden.engine.internal.ProgramTest;
import org.hopwarden.engine.internal.RateTable;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Deny;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Return;
import org.hopwarden.rulemodel.Rule;

/** What happens at a rule that matches as far as a matcher knows, and may not decide. */
final class RuleStep {

    final What what;
    final int slot;
    final int decision;
    final boolean logged;
    private final ProgramTest applications;
    private final RateTable rate;
    private final boolean over;
    final RateTable limit;
    /** Which of the policy's chains is called; -1 for none. */
    final int called;
    final boolean tail;

    enum What {
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

    /** Null for a rule that decides wherever it matches. */
    static RuleStep of(SlotRule rule, Lineage lineage) {
        boolean decides = What.of(rule.rule.getAction()) == What.DECIDES && rule.rule.getMatch().getApplications().isEmpty()
                && rule.rule.getMatch().getRate() == null;
        return decides ? null : new RuleStep(rule, lineage);
    }

    private RuleStep(SlotRule placed, Lineage lineage) {
        Rule rule = placed.rule;
        Action action = rule.getAction();
        what = What.of(action);
        slot = placed.slot;
        decision = Decision.ofRule(placed);
        logged = rule.getLog() != LogMode.NONE || action instanceof Log;
        applications = ProgramTest.of(rule.getMatch().getApplications());
        rate = lineage.conditions.rate(rule.getMatch().getRate());
        over = rate != null && rule.getMatch().getRate().isOver();
        limit = action instanceof Limit l ? lineage.conditions.rate(l.getRate()) : null;
        called = action instanceof Call call ? lineage.indexOf(call.getChain()) : -1;
        tail = action instanceof Call call && call.isTail();
    }

    /** Whether what no matcher knows holds as well. */
    boolean holds(PacketView packet, PacketState state) {
        return (applications == null || applications.holds(packet, state))
                && (rate == null || state.takes(rate, packet) != over);
    }
}
