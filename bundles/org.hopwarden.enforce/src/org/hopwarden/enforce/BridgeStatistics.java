package org.hopwarden.enforce;

import java.util.List;

/**
 * What a bridge has done so far, both directions together. A segment that its sender left whole for the network card to cut up
 * counts as one packet, with all its bytes.
 *
 * @param seen how many frames came in: the sum of the next five
 * @param allowed how many went on, frames without an IP packet included
 * @param denied how many were dropped
 * @param rejected how many were dropped and were to be answered
 * @param asked how many were dropped while somebody is asked
 * @param failed how many could not be decided, or were allowed but not taken by the other interface
 * @param lost how many the kernel had to throw away before they were seen, because they came in too fast
 * @param answers how many answers to rejected packets were sent; fewer than rejected, for errors are not answered and answers
 *            have a limit per second
 * @param rules the count of each outcome that belongs to a chain, in the filter's order
 */
public record BridgeStatistics(long seen, long allowed, long denied, long rejected, long asked, long failed, long lost,
        long answers, List<RuleCount> rules) {

    public BridgeStatistics {
        rules = List.copyOf(rules);
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
