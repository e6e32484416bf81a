package org.hopwarden.rulemodel;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;

/**
 * What the author of a rule should know: it probably does not do what was meant. A policy with such rules is sound all the same;
 * for what is not see {@link PolicyProblems}.
 */
public final class RuleNotes {

    private RuleNotes() {
    }

    /**
     * Notes about a rule in its chain. The policy must be without problems.
     *
     * @param rules the rules of the chain up to and with this one, at least one
     */
    public static List<String> ofLast(List<Rule> rules) {
        Rule rule = rules.get(rules.size() - 1);
        List<String> notes = new ArrayList<>();
        addNetmasks(notes, rule.getMatch().getSource());
        addNetmasks(notes, rule.getMatch().getDestination());
        for (ServiceTerm term : rule.getMatch().getService()) {
            if (term instanceof Service service) {
                addEmptyPorts(notes, service.getSourcePort());
                addEmptyPorts(notes, service.getDestinationPort());
            }
        }
        addFragments(notes, rules);
        return notes;
    }

    /** 255.255.255.0 is a fine netmask, and as a wildcard it leaves the network open and the host fixed. */
    private static void addNetmasks(List<String> notes, List<AddressTerm> terms) {
        for (AddressTerm term : terms) {
            if (term instanceof AddressWildcard wildcard && wildcard.getWildcard().isV4()) {
                int mask = (int) wildcard.getWildcard().low();
                if ((~mask & ~mask + 1) == 0) {
                    notes.add(wildcard.getWildcard() + " looks like a netmask. As a wildcard it lets the first "
                            + Integer.bitCount(mask) + " bits of the address be anything");
                }
            }
        }
    }

    private static void addEmptyPorts(List<String> notes, PortCondition condition) {
        if (condition != null) {
            int port = condition.getPorts().ranges().get(0).low();
            if (condition.getOperator() == PortOperator.LT && port == 0
                    || condition.getOperator() == PortOperator.GT && port == NumberRange.HIGHEST) {
                notes.add("no port is " + (port == 0 ? "below 0" : "above 65535")
                        + ": of whole packets and first fragments the entry matches none");
            }
        }
    }

    /**
     * An entry with {@code fragments} never sees a fragment where an earlier entry decides them all: one that permits decides
     * later fragments by layer 3 alone, whatever it says of ports or ICMP types.
     */
    private static void addFragments(List<String> notes, List<Rule> rules) {
        Rule rule = rules.get(rules.size() - 1);
        if (!rule.getMatch().isFragments() || !rule.isEnabled()) {
            return;
        }
        for (int i = 0; i < rules.size() - 1; i++) {
            Rule earlier = rules.get(i);
            boolean allows = earlier.getAction() instanceof Allow;
            if (!earlier.isEnabled() || !covers(earlier.getMatch(), rule.getMatch(), allows)) {
                continue;
            }
            boolean layer4 = ServiceTerms.anyLayer4(earlier.getMatch().getService());
            notes.add("never sees a fragment: rule " + (i + 1) + " (" + RuleText.of(earlier) + ") "
                    + (allows ? "permits" : "denies") + " them before"
                    + (layer4 ? ", because what permits looks at layer 3 alone in fragments other than the first" : "")
                    + "; put this entry in front of it");
            return;
        }
    }

    /** Whether the first decides every later fragment that the second speaks of. When in doubt, no. */
    private static boolean covers(Match wide, Match narrow, boolean wideAllows) {
        List<Service> services = ServiceTerms.flatten(wide.getService()).stream()
                .filter(service -> wideAllows || !ServiceTerms.hasLayer4(service)).toList();
        boolean anyProtocol = wide.getService().isEmpty() || services.stream().anyMatch(s -> s.getProtocol() == null);
        boolean protocols = anyProtocol || !narrow.getService().isEmpty()
                && ServiceTerms.flatten(narrow.getService()).stream().allMatch(small -> small.getProtocol() != null
                        && services.stream().anyMatch(big -> big.getProtocol().equals(small.getProtocol())));
        return protocols && (wide.getIpVersion() == IpFamily.ANY || wide.getIpVersion() == narrow.getIpVersion())
                && covers(wide.getSource(), narrow.getSource()) && covers(wide.getDestination(), narrow.getDestination());
    }

    private static boolean covers(List<AddressTerm> wide, List<AddressTerm> narrow) {
        if (wide.isEmpty()) {
            return true;
        }
        if (narrow.isEmpty()) {
            return false;
        }
        List<AddressTerm> big = flat(wide);
        return flat(narrow).stream().allMatch(small -> big.stream().anyMatch(one -> covers(one, small)));
    }

    private static List<AddressTerm> flat(List<AddressTerm> terms) {
        List<AddressTerm> flat = new ArrayList<>();
        AddressTerms.forEach(terms, flat::add);
        return flat;
    }

    private static boolean covers(AddressTerm wide, AddressTerm narrow) {
        if (wide instanceof AddressPrefix big && narrow instanceof AddressPrefix small) {
            IpPrefix inner = small.getPrefix();
            return big.getPrefix().length() <= inner.length() && big.getPrefix().contains(inner.address());
        }
        if (!isV4Bits(wide) || !isV4Bits(narrow)) {
            return false;
        }
        long wideFree = free(wide);
        return (free(narrow) & ~wideFree) == 0 && ((base(wide) ^ base(narrow)) & ~wideFree) == 0;
    }

    private static boolean isV4Bits(AddressTerm term) {
        return term instanceof AddressPrefix p ? p.getPrefix().address().isV4()
                : term instanceof AddressWildcard w && w.getAddress().isV4();
    }

    private static long free(AddressTerm term) {
        return term instanceof AddressPrefix p ? 0xffff_ffffL >>> p.getPrefix().length() & 0xffff_ffffL
                : ((AddressWildcard) term).getWildcard().low();
    }

    private static long base(AddressTerm term) {
        IpAddress base = term instanceof AddressPrefix p ? p.getPrefix().address() : ((AddressWildcard) term).getAddress();
        return base.low();
    }
}
