package org.hopwarden.enforce;

import java.util.List;

/**
 * What an enforcer has done so far. What is counted is what its back end handles: frames on a bridge, both directions together,
 * where a segment that its sender left whole for the network card to cut up is one, with all its bytes; packets in a simulated
 * network.
 *
 * @param seen how many came in, counted as they come
 * @param allowed how many went on, frames without an IP packet included
 * @param denied how many were dropped, frames without an IP packet included that do not cross a bridge
 * @param rejected how many were dropped and were to be answered
 * @param asked how many were dropped while somebody is asked
 * @param failed how many could not be decided, or were allowed but could not be sent on
 * @param rules the count of each outcome that belongs to a chain, in the order of the policy
 */
public record EnforcementStatistics(long seen, long allowed, long denied, long rejected, long asked, long failed,
        List<RuleCount> rules) {

    public EnforcementStatistics {
        rules = List.copyOf(rules);
    }

    /** How many have an outcome: the sum of those allowed, denied, rejected, asked and failed. */
    public long settled() {
        return allowed + denied + rejected + asked + failed;
    }

    /**
     * How many came in and have no outcome yet: those that wait for a person's answer, and those at hand. 0 once the enforcer is closed; else packets were
     * lost sight of.
     */
    public long waiting() {
        return seen - settled();
    }

    /**
     * How often a rule decided.
     *
     * @param rule counted from 1; 0 for the chain's implicit end
     * @param packets how many IP packets
     * @param bytes their lengths from the IP header on
     */
    public record RuleCount(String chain, int rule, long packets, long bytes) {
    }
}
