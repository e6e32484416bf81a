package org.hopwarden.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;

/**
 * What an enforcement counted, as {@code hopwarden enforce --stats json} writes it.
 *
 * @param totals names and counts of the whole, such as {@code seen} and {@code allowed}, in the order of the file
 * @param rules the counts of each rule of the chain that was enforced
 */
public record EnforcementCounts(List<Total> totals, List<RuleCount> rules) {

    /** The format that is read. */
    public static final String FORMAT = "hopwarden.enforce/1";

    /**
     * A count of the whole.
     *
     * @param name a word of {@link #FORMAT}
     * @param packets 0 or more
     */
    public record Total(String name, long packets) {
    }

    /**
     * How often a rule decided.
     *
     * @param rule counted from 1; 0 for the chain's implicit end
     * @param packets how many IP packets, 0 or more
     * @param bytes their lengths from the IP header on, 0 or more
     */
    public record RuleCount(String chain, int rule, long packets, long bytes) {
    }

    public EnforcementCounts {
        totals = List.copyOf(totals);
        rules = List.copyOf(rules);
    }

    /**
     * Reads counts from JSON.
     *
     * @throws EnforcementFormatException if the text is anything else; the message says what, and where
     */
    public static EnforcementCounts parse(byte[] text) throws EnforcementFormatException {
        return EnforcementCountsReader.read(text);
    }

    /**
     * Makes sure that these are counts of a policy: the chains are there, and have just these rules.
     *
     * @throws IllegalArgumentException if not; the message says why
     */
    public void requireOf(Policy policy) {
        Map<String, Set<Integer>> counted = new HashMap<>();
        for (RuleCount count : rules) {
            if (!counted.computeIfAbsent(count.chain(), name -> new HashSet<>()).add(count.rule())) {
                throw new IllegalArgumentException("the counters name rule " + count.rule() + " of chain " + count.chain()
                        + " twice");
            }
        }
        for (var entry : counted.entrySet()) {
            Chain chain = policy.getChains().stream().filter(found -> entry.getKey().equals(found.getName())).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the counters are of a chain " + entry.getKey() + ", and the policy has "
                            + (policy.getChains().isEmpty() ? "none" : policy.getChains().stream()
                                    .map(found -> String.valueOf(found.getName())).collect(Collectors.joining(", ")))
                            + ": they were made with another policy"));
            long listed = entry.getValue().stream().filter(rule -> rule > 0).count();
            int highest = entry.getValue().stream().mapToInt(Integer::intValue).max().orElse(0);
            int rulesThere = chain.getRules().size();
            if (listed != rulesThere || highest != rulesThere) {
                throw new IllegalArgumentException("the counters are of " + listed + " rules of chain " + entry.getKey()
                        + (highest == listed ? "" : ", up to rule " + highest) + ", and the policy has " + rulesThere
                        + " there: they were made with another policy, or before it was changed");
            }
        }
    }
}
