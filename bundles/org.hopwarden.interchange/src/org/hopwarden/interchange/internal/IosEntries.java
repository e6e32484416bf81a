package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressTerms;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;
import org.hopwarden.rulemodel.TcpFlagTest;

/**
 * The matches of IOS entries that together say what one rule says: one for each combination of its services, ports and
 * addresses. Because all of them have the rule's action, the order among them does not matter.
 */
final class IosEntries {

    private static final int MOST_PORTS = 10;
    private static final int MOST_ENTRIES = 10_000;

    /** Something that IOS cannot say so that it means the same. */
    static final class Unsayable extends Exception {

        private static final long serialVersionUID = 1L;

        Unsayable(String message) {
            super(message);
        }
    }

    private IosEntries() {
    }

    static List<String> of(Rule rule) throws Unsayable {
        Match match = rule.getMatch();
        List<String> entries = new ArrayList<>();
        if (match.getIpVersion() == IpFamily.V6) {
            return entries;
        }
        List<String> sources = addresses(match.getSource());
        List<String> destinations = addresses(match.getDestination());
        String fragments = match.isFragments() ? " fragments" : "";
        if (match.getService().isEmpty()) {
            combine(entries, "ip", sources, List.of(""), destinations, List.of(""), fragments);
        }
        for (Service service : ServiceTerms.flatten(match.getService())) {
            Integer protocol = service.getProtocol();
            if (protocol == null && ServiceTerms.hasLayer4(service)) {
                throw new Unsayable("a condition on ports, ICMP or TCP flags without a protocol; name the protocol");
            }
            combine(entries, protocol(protocol), sources, ports(protocol, service.getSourcePort()), destinations,
                    ports(protocol, service.getDestinationPort()), rest(service) + fragments);
        }
        return entries;
    }

    private static void combine(List<String> entries, String protocol, List<String> sources, List<String> sourcePorts,
            List<String> destinations, List<String> destinationPorts, String rest) throws Unsayable {
        long count = (long) sources.size() * sourcePorts.size() * destinations.size() * destinationPorts.size();
        if (entries.size() + count > MOST_ENTRIES) {
            throw new Unsayable("it would become more than " + MOST_ENTRIES + " entries; split it");
        }
        for (String source : sources) {
            for (String sourcePort : sourcePorts) {
                for (String destination : destinations) {
                    for (String destinationPort : destinationPorts) {
                        entries.add(protocol + " " + source + sourcePort + " " + destination + destinationPort + rest);
                    }
                }
            }
        }
    }

    private static String protocol(Integer protocol) throws Unsayable {
        if (protocol == null) {
            return "ip";
        }
        if (protocol == 0) {
            throw new Unsayable("protocol 0, which IOS takes for any protocol");
        }
        return IosWords.PROTOCOLS.text(protocol);
    }

    private static String rest(Service service) throws Unsayable {
        StringBuilder rest = new StringBuilder();
        if (service.getIcmpType() != null) {
            if (service.getProtocol() != IpProtocol.ICMP) {
                throw new Unsayable("a type of ICMPv6, which lists of IPv4 cannot say");
            }
            rest.append(' ').append(IosWords.icmpText(service.getIcmpType(), service.getIcmpCode()));
        }
        if (service.isEstablished()) {
            rest.append(" established");
        }
        TcpFlagTest flags = service.getTcpFlags();
        if (flags != null) {
            String text = RuleText.flags(flags);
            if (IosWords.TCP_FLAGS.number(text).isEmpty()) {
                throw new Unsayable("the test of TCP flags " + flags + "; numbered lists say single flags that are set");
            }
            rest.append(' ').append(text);
        }
        return rest.toString();
    }

    /** Each with a blank in front; one that is empty for no condition. */
    private static List<String> ports(Integer protocol, PortCondition condition) throws Unsayable {
        if (condition == null) {
            return List.of("");
        }
        if (!IosPorts.hasPorts(protocol)) {
            throw new Unsayable("ports of " + IpProtocol.name(protocol) + ", which IOS does not look at");
        }
        List<NumberRange> ranges = condition.getPorts().ranges();
        PortOperator operator = condition.getOperator();
        boolean list = operator == PortOperator.EQ || operator == PortOperator.NEQ;
        if (!list || ranges.size() <= MOST_PORTS && ranges.stream().allMatch(NumberRange::isSingle)) {
            return List.of(" " + RuleText.ports(protocol, condition));
        }
        if (operator == PortOperator.NEQ) {
            throw new Unsayable("'neq' with more than ten ports or with ranges; say the allowed ranges instead");
        }
        List<String> conditions = new ArrayList<>();
        List<NumberRange> singles = ranges.stream().filter(NumberRange::isSingle).toList();
        for (int i = 0; i < singles.size(); i += MOST_PORTS) {
            conditions.add(text(protocol, PortOperator.EQ, singles.subList(i, Math.min(i + MOST_PORTS, singles.size()))));
        }
        for (NumberRange range : ranges) {
            if (!range.isSingle()) {
                conditions.add(text(protocol, PortOperator.RANGE, List.of(range)));
            }
        }
        return conditions;
    }

    private static String text(int protocol, PortOperator operator, List<NumberRange> ranges) {
        PortCondition condition = RulemodelFactory.eINSTANCE.createPortCondition();
        condition.setOperator(operator);
        condition.setPorts(new NumberSet(ranges));
        return " " + RuleText.ports(protocol, condition);
    }

    private static List<String> addresses(List<AddressTerm> terms) {
        if (terms.isEmpty()) {
            return List.of("any");
        }
        List<String> texts = new ArrayList<>();
        AddressTerms.forEach(terms, term -> {
            switch (term) {
                case AddressPrefix p -> addPrefix(texts, p.getPrefix());
                case AddressWildcard w -> addWildcard(texts, w);
                case AddressRange r -> prefixes(r).forEach(prefix -> addPrefix(texts, prefix));
                default -> throw new IllegalStateException("unknown address term " + term);
            }
        });
        return texts;
    }

    private static void addPrefix(List<String> texts, IpPrefix prefix) {
        if (prefix.address().isV4()) {
            if (prefix.length() == 0) {
                texts.add("any");
            } else {
                AddressPrefix term = RulemodelFactory.eINSTANCE.createAddressPrefix();
                term.setPrefix(prefix);
                texts.add(RuleText.address(term));
            }
        }
    }

    private static void addWildcard(List<String> texts, AddressWildcard wildcard) {
        if (wildcard.getAddress().isV4()) {
            int mask = (int) wildcard.getWildcard().low();
            if ((mask & mask + 1) == 0) {
                addPrefix(texts, new IpPrefix(wildcard.getAddress(), Integer.numberOfLeadingZeros(mask)));
            } else {
                texts.add(RuleText.address(wildcard));
            }
        }
    }

    /** The fewest prefixes that make up a range of IPv4 addresses. */
    private static List<IpPrefix> prefixes(AddressRange range) {
        List<IpPrefix> prefixes = new ArrayList<>();
        if (range.getFirst().isV4()) {
            long at = range.getFirst().low();
            long last = range.getLast().low();
            while (at <= last) {
                int free = Math.min(32, Long.numberOfTrailingZeros(at));
                while (at + (1L << free) - 1 > last) {
                    free--;
                }
                prefixes.add(new IpPrefix(IpAddress.v4((int) at), 32 - free));
                at += 1L << free;
            }
        }
        return prefixes;
    }
}
