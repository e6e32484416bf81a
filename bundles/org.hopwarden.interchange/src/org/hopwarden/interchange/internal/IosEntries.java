package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.IosListKind;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;
import org.hopwarden.rulemodel.ServiceUse;
import org.hopwarden.rulemodel.TcpFlagTest;
import org.hopwarden.rulemodel.WordTable;

/**
 * The matches of IOS entries that together say what one rule says: one for each combination of its services, ports, addresses
 * and further conditions. Because all of them have the rule's action, the order among them does not matter.
 */
final class IosEntries {

    private static final int MOST_PORTS = IosNumberWords.MOST;
    private static final int MOST_ENTRIES = 10_000;
    private static final List<String> NOTHING = List.of("");

    private final Rule rule;
    private final Match match;
    private final IosListKind kind;
    private final boolean v6;
    private final Set<NamedElement> used;
    private final List<String> entries = new ArrayList<>();

    private IosEntries(Rule rule, IosListKind kind, Set<NamedElement> used) {
        this.rule = rule;
        this.match = rule.getMatch();
        this.kind = kind;
        v6 = kind == IosListKind.IPV6;
        this.used = used;
    }

    /**
     * The entries without action and log, such as {@code ip any any}.
     *
     * @param used gets the objects that they name
     * @return none where the rule matches no packet that the list speaks of
     */
    static List<String> of(Rule rule, IosListKind kind, Set<NamedElement> used) throws IosUnsayable {
        IosEntries writer = new IosEntries(rule, kind, used);
        writer.write();
        return writer.entries;
    }

    /** The one entry that a rule which was just read is. */
    static String single(Rule rule, IosListKind kind) {
        if (rule.getOpaque() != null) {
            return rule.getOpaque().getText();
        }
        try {
            return action(rule) + of(rule, kind, new HashSet<>()).get(0) + log(rule);
        } catch (IosUnsayable e) {
            throw new IllegalStateException("what was read cannot be written: " + RuleText.of(rule), e);
        }
    }

    /** Whether a service names messages of the other IP version's ICMP, which no packet of the list's version holds. */
    private static boolean isOtherIcmp(Service service, IosListKind kind) {
        int other = kind == IosListKind.IPV6 ? IpProtocol.ICMP : IpProtocol.ICMPV6;
        return service.getIcmpType() != null && service.getProtocol() != null && service.getProtocol() == other;
    }

    /** Whether the rule says something of messages of the other IP version's ICMP. */
    static boolean namesOtherIcmp(Rule rule, IosListKind kind) {
        return ServiceTerms.flatten(rule.getMatch().getService()).stream().anyMatch(service -> isOtherIcmp(service, kind));
    }

    static String action(Rule rule) {
        return rule.getAction() instanceof Allow ? "permit " : "deny ";
    }

    static String log(Rule rule) {
        return rule.getLog() == LogMode.NONE ? "" : " " + rule.getLog().getLiteral();
    }

    private void write() throws IosUnsayable {
        refuseUnknownConditions();
        if (match.getIpVersion() != IpFamily.ANY && match.getIpVersion() == IpFamily.V6 != v6) {
            return;
        }
        IosAddressText addresses = new IosAddressText(kind);
        List<String> sources = addresses.of(match.getSource(), match.isSourceNegated(), used);
        if (kind == IosListKind.STANDARD) {
            writeStandard(sources);
            return;
        }
        List<String> destinations = addresses.of(match.getDestination(), match.isDestinationNegated(), used);
        List<String> conditions = conditions();
        if (match.getService().isEmpty()) {
            combine(v6 ? "ipv6" : "ip", sources, NOTHING, destinations, NOTHING, conditions);
        } else if (kind == IosListKind.EXTENDED && match.getService().size() == 1
                && match.getService().get(0) instanceof ServiceUse use && IosObjectText.isSayable(use.getObject())) {
            used.add(use.getObject());
            combine("object-group " + use.getObject().getName(), sources, NOTHING, destinations, NOTHING, conditions);
        } else {
            for (Service service : ServiceTerms.flatten(match.getService())) {
                if (isOtherIcmp(service, kind)) {
                    continue;
                }
                writeService(service, sources, destinations, conditions);
            }
        }
    }

    private void refuseUnknownConditions() throws IosUnsayable {
        if (!match.getInInterface().isEmpty() || !match.getOutInterface().isEmpty()) {
            throw new IosUnsayable("a condition on interfaces; IOS binds whole lists to them");
        }
        if (!match.getStates().isEmpty()) {
            throw new IosUnsayable("a condition on the state of connections");
        }
        if (match.getLength() != null || match.getMark() != null) {
            throw new IosUnsayable("a condition on the " + (match.getMark() != null ? "mark" : "length") + " of packets");
        }
        if (!match.getApplications().isEmpty()) {
            throw new IosUnsayable("a condition on applications");
        }
        if (match.getRate() != null) {
            throw new IosUnsayable("a condition on the rate");
        }
        if (match.isServiceNegated()) {
            throw new IosUnsayable("services that are negated");
        }
    }

    private void writeStandard(List<String> sources) throws IosUnsayable {
        if (!match.getDestination().isEmpty() || !match.getService().isEmpty() || match.isFragments() || match.getTtl() != null
                || match.getDscp() != null || match.getSchedule() != null || rule.getLog() == LogMode.LOG_INPUT) {
            throw new IosUnsayable("more than the source, which is all that standard lists look at");
        }
        entries.addAll(sources);
    }

    private void writeService(Service service, List<String> sources, List<String> destinations, List<String> conditions)
            throws IosUnsayable {
        Integer protocol = service.getProtocol();
        if (protocol == null && ServiceTerms.hasLayer4(service)) {
            throw new IosUnsayable("a condition on ports, ICMP or TCP flags without a protocol; name the protocol");
        }
        String layer4 = layer4(service);
        combine(protocol(protocol), sources, ports(protocol, service.getSourcePort()), destinations,
                ports(protocol, service.getDestinationPort()), conditions.stream().map(one -> layer4 + one).toList());
    }

    private void combine(String protocol, List<String> sources, List<String> sourcePorts, List<String> destinations,
            List<String> destinationPorts, List<String> conditions) throws IosUnsayable {
        long count = (long) sources.size() * sourcePorts.size() * destinations.size() * destinationPorts.size()
                * conditions.size();
        if (entries.size() + count > MOST_ENTRIES) {
            throw new IosUnsayable("it would become more than " + MOST_ENTRIES + " entries; split it");
        }
        for (String source : sources) {
            for (String sourcePort : sourcePorts) {
                for (String destination : destinations) {
                    for (String destinationPort : destinationPorts) {
                        for (String condition : conditions) {
                            entries.add(protocol + " " + source + sourcePort + " " + destination + destinationPort + condition);
                        }
                    }
                }
            }
        }
    }

    /** What stands behind layer 4: each with a blank in front. */
    private List<String> conditions() throws IosUnsayable {
        StringBuilder end = new StringBuilder(match.isFragments() ? " fragments" : "");
        if (match.getSchedule() != null) {
            String obstacle = IosObjectText.isName(match.getSchedule()) ? IosObjectText.obstacle(match.getSchedule())
                    : "a name there is one word";
            if (obstacle != null) {
                throw new IosUnsayable("the schedule " + match.getSchedule().getName() + ": " + obstacle);
            }
            used.add(match.getSchedule());
            end.append(" time-range ").append(match.getSchedule().getName());
        }
        List<String> texts = new ArrayList<>();
        for (String dscp : dscp()) {
            for (String ttl : ttl()) {
                texts.add(dscp + ttl + end);
            }
        }
        return texts;
    }

    private List<String> dscp() {
        if (match.getDscp() == null) {
            return NOTHING;
        }
        List<String> texts = new ArrayList<>();
        for (NumberRange range : match.getDscp().ranges()) {
            if (!v6 && (range.low() & 7) == 0 && range.high() == (range.low() | 7)) {
                texts.add(" precedence " + IosWords.PRECEDENCE.text(range.low() >> 3));
            } else {
                for (int dscp = range.low(); dscp <= range.high(); dscp++) {
                    texts.add(" dscp " + IosWords.DSCP.text(dscp));
                }
            }
        }
        return texts;
    }

    private List<String> ttl() throws IosUnsayable {
        if (match.getTtl() == null) {
            return NOTHING;
        }
        if (v6) {
            throw new IosUnsayable("a condition on the hop limit, which lists of IPv6 have not");
        }
        List<String> conditions = IosTtl.conditions(match.getTtl());
        return conditions.isEmpty() ? NOTHING : conditions.stream().map(one -> " ttl " + one).toList();
    }

    private String protocol(Integer protocol) throws IosUnsayable {
        if (protocol == null) {
            return v6 ? "ipv6" : "ip";
        }
        if (protocol == 0) {
            throw new IosUnsayable("protocol 0, which IOS takes for any protocol");
        }
        if (v6 && IpProtocol.isExtensionHeader(protocol)) {
            throw new IosUnsayable("protocol " + protocol + ", which is an extension header in IPv6");
        }
        WordTable words = v6 ? IosWords.IPV6_PROTOCOLS : IosWords.PROTOCOLS;
        return words.text(protocol);
    }

    private String layer4(Service service) throws IosUnsayable {
        StringBuilder rest = new StringBuilder();
        if (service.getIcmpType() != null) {
            if (service.getProtocol() != (v6 ? IpProtocol.ICMPV6 : IpProtocol.ICMP)) {
                throw new IosUnsayable("a type of ICMP" + (v6 ? ", which lists of IPv6" : "v6, which lists of IPv4") + " cannot say");
            }
            if (service.isIcmpNegated()) {
                throw new IosUnsayable("an ICMP message that is negated");
            }
            rest.append(' ').append(v6 ? IosWords.icmpv6Text(service.getIcmpType(), service.getIcmpCode())
                    : IosWords.icmpText(service.getIcmpType(), service.getIcmpCode()));
        }
        if (service.isEstablished()) {
            rest.append(" established");
        }
        if (service.getTcpFlags() != null) {
            rest.append(' ').append(flags(service.getTcpFlags(), service.isTcpFlagsNegated()));
        }
        return rest.toString();
    }

    /** A negated test holds where any of its bits is the opposite of what it wants. */
    private static String flags(TcpFlagTest test, boolean negated) throws IosUnsayable {
        if (test.mask() >= TcpFlags.URG << 1) {
            throw new IosUnsayable("the test of TCP flags " + test + "; IOS does not know ECE and CWR");
        }
        int value = negated ? test.mask() & ~test.value() : test.value();
        if (Integer.bitCount(test.mask()) == 1 && value != 0) {
            return IosWords.TCP_FLAGS.text(value);
        }
        StringBuilder text = new StringBuilder(negated && Integer.bitCount(test.mask()) > 1 ? "match-any" : "match-all");
        for (String flag : List.of("ack", "fin", "psh", "rst", "syn", "urg")) {
            int bit = IosWords.TCP_FLAGS.number(flag).getAsInt();
            if ((test.mask() & bit) != 0) {
                text.append((value & bit) != 0 ? " +" : " -").append(flag);
            }
        }
        return text.toString();
    }

    /** Each with a blank in front; one that is empty for no condition. */
    private static List<String> ports(Integer protocol, PortCondition condition) throws IosUnsayable {
        if (condition == null) {
            return List.of("");
        }
        if (!IosPorts.hasPorts(protocol)) {
            throw new IosUnsayable("ports of " + IpProtocol.name(protocol) + ", which IOS does not look at");
        }
        List<NumberRange> ranges = condition.getPorts().ranges();
        PortOperator operator = condition.getOperator();
        boolean list = operator == PortOperator.EQ || operator == PortOperator.NEQ;
        if (!list || ranges.size() <= MOST_PORTS && ranges.stream().allMatch(NumberRange::isSingle)) {
            return List.of(" " + RuleText.ports(protocol, condition));
        }
        if (operator == PortOperator.NEQ) {
            throw new IosUnsayable("'neq' with more than ten ports or with ranges; say the allowed ranges instead");
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
}
