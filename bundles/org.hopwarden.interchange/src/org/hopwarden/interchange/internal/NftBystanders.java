package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.hopwarden.interchange.internal.AddressSpans.Span;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Rule;

/**
 * Packets of IPv4 of which no rule of a chain speaks, told by the upper halves of their addresses: each rule names few networks of /16 on one side, so a
 * packet whose source lies in none of those named as sources, and whose destination in none of those named as destinations, comes to the chain's end.
 * A look-up of 16 bits costs the kernel little, for it keeps such a set as a bitmap.
 *
 * @param sources upper halves, of rules whose sources are narrow
 * @param destinations upper halves, of the other rules
 */
record NftBystanders(Set<Integer> sources, Set<Integer> destinations) {

    /** Shorter chains cost little. */
    private static final int FEWEST_RULES = 48;
    /** A side that lies in more networks is wide. */
    private static final int MOST_NETWORKS = 256;
    private static final int SHIFT = 16;
    /** Where most networks are named, most packets would be looked up for nothing. */
    private static final int MOST_NAMED = 1 << 15;
    private static final int ELEMENTS_A_LINE = 12;

    /** Null where the chain is short, or a rule is wide on both sides. */
    static NftBystanders of(Chain chain) {
        List<Rule> rules = chain.getRules().stream().filter(Rule::isEnabled).toList();
        if (chain.getIpVersion() == IpFamily.V6 || rules.size() < Integer.getInteger("hopwarden.kernel.fewest-rules-with-bystanders", FEWEST_RULES)) {
            return null;
        }
        Set<Integer> sources = new TreeSet<>();
        Set<Integer> destinations = new TreeSet<>();
        for (Rule rule : rules) {
            Match match = rule.getMatch();
            if (match.getIpVersion() == IpFamily.V6) {
                continue;
            }
            Set<Integer> from = networks(NftAddresses.of(match.getSource(), match.isSourceNegated(), IpVersion.V4));
            Set<Integer> to = networks(NftAddresses.of(match.getDestination(), match.isDestinationNegated(), IpVersion.V4));
            if (from == null && to == null) {
                return null;
            }
            boolean bySource = to == null || from != null && from.size() <= to.size();
            (bySource ? sources : destinations).addAll(bySource ? from : to);
        }
        return sources.size() > MOST_NAMED || destinations.size() > MOST_NAMED ? null : new NftBystanders(sources, destinations);
    }

    /** The networks that the addresses lie in, none where there are no such addresses; null where they are many. */
    private static Set<Integer> networks(NftAddresses addresses) {
        if (addresses.isAny() || addresses.negated() || !addresses.wildcards().isEmpty()) {
            return null;
        }
        Set<Integer> networks = new TreeSet<>();
        for (Span span : addresses.spans().spans()) {
            int first = (int) (span.first().low() >> SHIFT);
            int last = (int) (span.last().low() >> SHIFT);
            if (networks.size() + last - first + 1 > MOST_NETWORKS) {
                return null;
            }
            for (int network = first; network <= last; network++) {
                networks.add(network);
            }
        }
        return networks;
    }

    /**
     * The rules that send all others to a chain.
     *
     * @param table where the sets are declared
     */
    List<String> send(NftTable table, String chain) {
        List<String> lines = new ArrayList<>();
        // Both are read as raw bits: nftables would else ask for the IP version each time.
        send(table, chain, "@nh,96,16", sources, "_from", lines);
        send(table, chain, "@nh,128,16", destinations, "_to", lines);
        return lines;
    }

    private static void send(NftTable table, String chain, String bits, Set<Integer> networks, String kind, List<String> lines) {
        if (networks.isEmpty()) {
            return;
        }
        List<String> elements = networks.stream().map(network -> String.format(Locale.ROOT, "0x%04x", network)).toList();
        // Without a size, so that the kernel takes the fastest of its tables and not the smallest.
        List<String> text = new ArrayList<>(List.of("typeof " + bits));
        for (int i = 0; i < elements.size(); i += ELEMENTS_A_LINE) {
            text.add(elements.subList(i, Math.min(elements.size(), i + ELEMENTS_A_LINE)).stream()
                    .collect(Collectors.joining(", ", i == 0 ? "elements = { " : "\t", i + ELEMENTS_A_LINE >= elements.size() ? " }" : ",")));
        }
        lines.add(bits + " @" + table.declare(chain + kind, text, false) + " goto " + chain);
    }
}
