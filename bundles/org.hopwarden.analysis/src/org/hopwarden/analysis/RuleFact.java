package org.hopwarden.analysis;

import java.util.List;
import java.util.function.Supplier;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Rule;

/**
 * What an enabled rule is worth in its chain, exactly, over the union of all other rules. Of rules that are not about fragments,
 * exceptions and shared packets are looked for among whole packets and first fragments.
 * <p>
 * Packets are made, and shown to the reference evaluator, when they are asked for.
 *
 * @param isMet in a chain that is called: packets come to the rule by the calls, in the policy as a whole; else always
 * @param matchesNothing no packet that can meet the chain meets the rule's conditions
 * @param isReached some packet comes to the rule and meets its conditions
 * @param takesFragments of what comes to the rule there are only fragments other than the first, which it allows because they
 *            have no layer 4. They do not count as meeting its conditions or as coming to it
 * @param reached such a packet; null where there is none, or none that the reference evaluator confirms
 * @param decidedBy where no packet does: the earlier rules that decide all that meet its conditions
 * @param conflict where no packet does: the earlier rule that gives one of them another verdict; null where all get the verdict
 *            that the rule would give
 * @param conflictPacket that packet
 * @param isRedundant the chain gives each packet the same verdict without the rule; always where it is not reached
 * @param endTakesOver where it is reached and redundant: without it, some of its packets come to the chain's end
 * @param generalises an earlier rule with another verdict, all of whose packets meet the rule's conditions: it is an exception
 *            from the rule. Null where there is none
 * @param generalisedPacket one that the earlier rule decides
 * @param correlates an earlier rule with another verdict, some of whose packets meet the rule's conditions, and some not: which
 *            of the two stands first matters. Null where there is none
 * @param correlatedPacket one that the earlier rule decides and that meets the conditions of this one
 */
public record RuleFact(Chain chain, int number, Rule rule, boolean isMet, boolean matchesNothing, boolean isReached, boolean takesFragments,
        Supplier<Witness> reached, List<RulePlace> decidedBy, RulePlace conflict, Supplier<Witness> conflictPacket,
        boolean isRedundant, boolean endTakesOver,
        RulePlace generalises, Supplier<Witness> generalisedPacket, RulePlace correlates, Supplier<Witness> correlatedPacket) {

    public RuleFact {
        decidedBy = List.copyOf(decidedBy);
    }
}
