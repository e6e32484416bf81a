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
 * @param settledIpv4 whether the kernel decides every packet of IPv4; of IPv6 a few are always left to others
 */
public record SettledTable(String text, List<Counter> counters, Map<String, String> undecided, boolean settledIpv4) {

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
     * @param first rules in front of all others at the hooks in and out, as nftables writes them
     * @param arriving rules for packets that may come to those that are not settled, before anything is decided
     * @param undecided the rules for packets that are not settled, the last of which decides
     * @param dryRun whether all packets pass, and are only counted
     * @param trees whether long runs of rules become trees of look-ups, which cost packets less than sets do. They need more chains one behind the
     *            other, of which the kernel allows 16 ("Too many links")
     */
    public record Options(Set<Hook> hooks, int priority, List<String> first, List<String> arriving, List<String> undecided,
            boolean dryRun, boolean trees) {

        public Options {
            hooks = Set.copyOf(hooks);
            first = List.copyOf(first);
            arriving = List.copyOf(arriving);
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
