package org.hopwarden.interchange;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.interchange.internal.NftKernelTable;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;

/**
 * A policy as a table of nftables in which the kernel decides by itself whatever it can, and counts it. Packets that come to anything else (a rule that
 * asks, programs, times, rates for each flow) go to a chain of their own, whose rules the caller gives. They are all that such a rule could
 * match, so what the kernel decides it decides as the whole policy would.
 *
 * @param text what stands between the braces of the table
 * @param counters by whose names the kernel tells what it has decided
 * @param undecided what is not settled, by its place, with why; empty where the kernel decides all there is
 */
public record SettledTable(String text, List<Counter> counters, Map<String, String> undecided) {

    /** What becomes of packets. */
    public enum Effect {
        ALLOW, DENY, REJECT
    }

    /**
     * What has a counter.
     *
     * @param name in the table
     * @param chain of the policy; null for the policy's default
     * @param rule counted from 1; 0 for the end of the chain
     */
    public record Counter(String name, String chain, int rule, Effect effect) {
    }

    /**
     * What the caller chooses.
     *
     * @param hooks whose packets are decided
     * @param priority of the base chains
     * @param first rules in front of all others at each hook, as nftables writes them
     * @param undecided the rules for packets that are not settled, the last of which decides
     * @param dryRun whether all packets pass, and are only counted
     */
    public record Options(Set<Hook> hooks, int priority, List<String> first, List<String> undecided, boolean dryRun) {

        public Options {
            hooks = Set.copyOf(hooks);
            first = List.copyOf(first);
            undecided = List.copyOf(undecided);
        }
    }

    public SettledTable {
        requireNonNull(text, "text");
        counters = List.copyOf(counters);
    }

    /**
     * Writes the table.
     *
     * @param chain the only one that decides, in all directions; null where chains are met by their bindings
     * @throws ExportException if the policy has problems, or its chains cannot be told apart
     */
    public static SettledTable of(Policy policy, String chain, Options options) throws ExportException {
        return NftKernelTable.of(policy, chain, options);
    }
}
