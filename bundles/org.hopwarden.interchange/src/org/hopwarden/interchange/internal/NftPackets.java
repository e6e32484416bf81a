package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.interchange.internal.AddressSpans.Span;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.TcpFlagTest;

/** The packets that a rule of nftables is about, gathered condition by condition; then a match of the rule model. */
final class NftPackets {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int HIGHEST_BYTE = 0xff;
    /** More services than this are no rule that anyone could read. */
    private static final int MOST_SERVICES = 1024;
    private static final IntSpans WITH_PORTS = IntSpans.union(List.of(NumberRange.of(IpProtocol.TCP),
            NumberRange.of(IpProtocol.UDP), NumberRange.of(IpProtocol.SCTP), NumberRange.of(IpProtocol.UDP_LITE)));

    private IpFamily version = IpFamily.ANY;
    private boolean never;
    private boolean fragments;
    private IntSpans protocols;
    private IntSpans sourcePort;
    private IntSpans destinationPort;
    private IntSpans icmpType;
    private IntSpans icmpCode;
    private List<NftLayer4.Flags> flags = new ArrayList<>();
    private Addresses source;
    private Addresses destination;
    private Interfaces in;
    private Interfaces out;
    private IntSpans ttl;
    private IntSpans dscp;
    private IntSpans length;
    private Set<ConnectionState> states;
    private MarkTest mark;
    private RateLimit rate;
    private NftTime time;

    /**
     * A condition on an address, as it is written or as ranges.
     *
     * @param spans the addresses that meet it; null where only the terms can say it
     * @param terms as it is written; null for as the ranges
     */
    record Addresses(AddressSpans spans, List<AddressTerm> terms, boolean negated) {

        private boolean isWildcards() {
            return spans == null && !negated && terms.stream().allMatch(AddressWildcard.class::isInstance);
        }
    }

    /** A condition on an interface. */
    record Interfaces(List<String> names, boolean negated) {
    }

    NftPackets copy() {
        NftPackets copy = new NftPackets();
        copy.version = version;
        copy.never = never;
        copy.fragments = fragments;
        copy.protocols = protocols;
        copy.sourcePort = sourcePort;
        copy.destinationPort = destinationPort;
        copy.icmpType = icmpType;
        copy.icmpCode = icmpCode;
        copy.flags = new ArrayList<>(flags);
        copy.source = source;
        copy.destination = destination;
        copy.in = in;
        copy.out = out;
        copy.ttl = ttl;
        copy.dscp = dscp;
        copy.length = length;
        copy.states = states;
        copy.mark = mark;
        copy.rate = rate;
        copy.time = time;
        return copy;
    }

    void never() {
        never = true;
    }

    boolean isNever() {
        return never;
    }

    void version(IpVersion one) {
        IpFamily wanted = one == IpVersion.V4 ? IpFamily.V4 : IpFamily.V6;
        never |= version != IpFamily.ANY && version != wanted;
        version = wanted;
    }

    void laterFragment(IpVersion one) {
        version(one);
        fragments = true;
    }

    void protocols(IntSpans wanted) {
        protocols = both(protocols, wanted);
    }

    void protocol(int one) {
        protocols(IntSpans.of(one, one));
    }

    boolean hasProtocol() {
        return protocols != null;
    }

    void sourcePort(IntSpans ports) {
        sourcePort = both(sourcePort, ports);
    }

    void destinationPort(IntSpans ports) {
        destinationPort = both(destinationPort, ports);
    }

    void icmpType(IntSpans types) {
        icmpType = both(icmpType, types);
    }

    void icmpCode(IntSpans codes) {
        icmpType = icmpType == null ? IntSpans.of(0, HIGHEST_BYTE) : icmpType;
        icmpCode = both(icmpCode, codes);
    }

    void flags(TcpFlagTest test, boolean negated) {
        protocol(IpProtocol.TCP);
        flags.add(new NftLayer4.Flags(test, negated));
    }

    void ttl(IntSpans numbers) {
        ttl = both(ttl, numbers);
    }

    void dscp(IntSpans numbers) {
        dscp = both(dscp, numbers);
    }

    void length(IntSpans numbers) {
        length = both(length, numbers);
    }

    private IntSpans both(IntSpans before, IntSpans wanted) {
        IntSpans common = before == null ? wanted : before.intersect(wanted);
        never |= common.isEmpty();
        return common;
    }

    void states(Set<ConnectionState> wanted) {
        Set<ConnectionState> common = EnumSet.copyOf(wanted.isEmpty() ? EnumSet.noneOf(ConnectionState.class) : wanted);
        if (states != null) {
            common.retainAll(states);
        }
        never |= common.isEmpty();
        states = common;
    }

    void mark(MarkTest test) throws NftUnknown {
        if (mark != null) {
            throw new NftUnknown("two tests of the mark");
        }
        mark = test;
    }

    void time(NftTime wanted) {
        time = time == null ? wanted : time.and(wanted);
        never |= time.isNever();
    }

    /** The time of these packets; null for any. */
    NftTime time() {
        return time;
    }

    void rate(RateLimit limit) throws NftUnknown {
        if (rate != null) {
            throw new NftUnknown("two rates");
        }
        rate = limit;
    }

    boolean hasRate() {
        return rate != null;
    }

    RateLimit rate() {
        return rate;
    }

    /** Takes the rate out. */
    RateLimit takeRate() {
        RateLimit taken = rate;
        rate = null;
        return taken;
    }

    void inInterface(Interfaces names) throws NftUnknown {
        in = once(in, names);
    }

    void outInterface(Interfaces names) throws NftUnknown {
        out = once(out, names);
    }

    private Interfaces once(Interfaces before, Interfaces names) throws NftUnknown {
        if (before != null) {
            throw new NftUnknown("two conditions on one interface");
        }
        never |= names.names.isEmpty() && !names.negated;
        return names;
    }

    void source(Addresses wanted) throws NftUnknown {
        source = both(source, wanted);
    }

    void destination(Addresses wanted) throws NftUnknown {
        destination = both(destination, wanted);
    }

    private Addresses both(Addresses before, Addresses wanted) throws NftUnknown {
        if (before != null && before.negated && wanted.negated) {
            List<AddressTerm> terms = new ArrayList<>(before.terms);
            terms.addAll(wanted.terms);
            return new Addresses(before.spans == null || wanted.spans == null ? null : before.spans.intersect(wanted.spans), terms,
                    true);
        }
        if (before != null && before.isWildcards() && wanted.spans != null) {
            return inside(before.terms, wanted.spans);
        }
        if (before != null && wanted.isWildcards() && before.spans != null) {
            return inside(wanted.terms, before.spans);
        }
        if (before != null && (before.spans == null || wanted.spans == null)) {
            throw new NftUnknown("two conditions on one address");
        }
        Addresses common = before == null ? wanted : new Addresses(before.spans.intersect(wanted.spans), null, false);
        never |= common.terms == null && common.spans != null && common.spans.isEmpty();
        return common;
    }

    /** The addresses of wildcard masks that lie in ranges, as wildcard masks. */
    private Addresses inside(List<AddressTerm> wildcards, AddressSpans spans) {
        List<AddressTerm> terms = new ArrayList<>();
        for (AddressTerm term : wildcards) {
            for (Span span : spans.spans()) {
                for (IpPrefix prefix : span.prefixes()) {
                    inside((AddressWildcard) term, prefix).ifPresent(terms::add);
                }
            }
        }
        never |= terms.isEmpty();
        return new Addresses(null, terms, false);
    }

    private static Optional<AddressTerm> inside(AddressWildcard wildcard, IpPrefix prefix) {
        IpAddress first = prefix.address();
        IpAddress last = Span.of(prefix).last();
        IpAddress address = wildcard.getAddress();
        IpAddress free = wildcard.getWildcard();
        long freeHigh = first.high() ^ last.high();
        long freeLow = first.low() ^ last.low();
        boolean apart = ((address.high() ^ first.high()) & ~free.high() & ~freeHigh) != 0
                || ((address.low() ^ first.low()) & ~free.low() & ~freeLow) != 0;
        if (apart) {
            return Optional.empty();
        }
        AddressWildcard common = MODEL.createAddressWildcard();
        common.setWildcard(new IpAddress(first.version(), free.high() & freeHigh, free.low() & freeLow));
        common.setAddress(new IpAddress(first.version(), address.high() & ~free.high() | first.high() & free.high() & ~freeHigh,
                address.low() & ~free.low() | first.low() & free.low() & ~freeLow));
        return Optional.of(common);
    }

    /** The match; not for packets of which there are none. */
    Match toMatch() throws NftUnknown {
        Match match = MODEL.createMatch();
        boolean said = source != null && !source.negated || destination != null && !destination.negated || icmpType != null;
        match.setIpVersion(said ? IpFamily.ANY : version);
        addTo(match.getSource(), source);
        match.setSourceNegated(source != null && source.negated && !match.getSource().isEmpty());
        addTo(match.getDestination(), destination);
        match.setDestinationNegated(destination != null && destination.negated && !match.getDestination().isEmpty());
        addTo(match.getInInterface(), in);
        match.setInInterfaceNegated(in != null && in.negated && !in.names.isEmpty());
        addTo(match.getOutInterface(), out);
        match.setOutInterfaceNegated(out != null && out.negated && !out.names.isEmpty());
        match.setFragments(fragments);
        match.setTtl(ttl == null || ttl.isEmpty() ? null : ttl.toNumbers());
        match.setDscp(dscp == null || dscp.isEmpty() ? null : dscp.toNumbers());
        match.setLength(length == null || length.isEmpty() ? null : length.toNumbers());
        if (states != null) {
            match.getStates().addAll(states);
        }
        match.setMark(mark);
        match.setRate(rate == null ? null : EcoreUtil.copy(rate));
        addServices(match);
        return match;
    }

    private static void addTo(List<InterfaceTerm> terms, Interfaces interfaces) {
        if (interfaces != null) {
            for (String name : interfaces.names) {
                InterfaceName term = MODEL.createInterfaceName();
                term.setPattern(name);
                terms.add(term);
            }
        }
    }

    private static void addTo(List<AddressTerm> terms, Addresses addresses) {
        if (addresses == null) {
            return;
        }
        if (addresses.terms != null) {
            addresses.terms.forEach(term -> terms.add(EcoreUtil.copy(term)));
            return;
        }
        terms(addresses.spans).forEach(terms::add);
    }

    static List<AddressTerm> terms(AddressSpans spans) {
        List<AddressTerm> terms = new ArrayList<>();
        for (Span span : spans.spans()) {
            IpPrefix prefix = span.prefix();
            if (prefix != null) {
                AddressPrefix term = MODEL.createAddressPrefix();
                term.setPrefix(prefix);
                terms.add(term);
            } else {
                AddressRange term = MODEL.createAddressRange();
                term.setFirst(span.first());
                term.setLast(span.last());
                terms.add(term);
            }
        }
        return terms;
    }

    private void addServices(Match match) throws NftUnknown {
        boolean ports = sourcePort != null || destinationPort != null;
        if (protocols == null && !ports && icmpType == null) {
            return;
        }
        if (fragments && (ports || icmpType != null || !flags.isEmpty())) {
            never = true;
            return;
        }
        if (ports && protocols == null) {
            throw new NftUnknown("ports of any protocol at all");
        }
        IntSpans wanted = protocols == null ? IntSpans.of(0, HIGHEST_BYTE) : protocols;
        if (ports) {
            if (!wanted.intersect(WITH_PORTS).equals(wanted)) {
                throw new NftUnknown("ports of a protocol that has none");
            }
            addPorts(match, wanted);
        } else if (icmpType != null) {
            addIcmp(match, wanted);
        } else if (!flags.isEmpty()) {
            Service service = MODEL.createService();
            service.setProtocol(IpProtocol.TCP);
            addFlags(service);
            match.getService().add(service);
        } else {
            addProtocols(match, wanted);
        }
    }

    private void addPorts(Match match, IntSpans wanted) throws NftUnknown {
        for (NumberRange range : wanted.spans()) {
            for (int protocol = range.low(); protocol <= range.high(); protocol++) {
                Service service = MODEL.createService();
                service.setProtocol(wanted.equals(WITH_PORTS) ? null : Integer.valueOf(protocol));
                service.setSourcePort(condition(sourcePort));
                service.setDestinationPort(condition(destinationPort));
                addFlags(service);
                match.getService().add(service);
                if (service.getProtocol() == null) {
                    return;
                }
            }
        }
    }

    private static PortCondition condition(IntSpans ports) {
        if (ports == null || ports.isEmpty()) {
            return null;
        }
        PortCondition condition = MODEL.createPortCondition();
        IntSpans others = ports.complement(NumberRange.HIGHEST);
        boolean negated = !others.isEmpty() && others.spans().size() < ports.spans().size();
        condition.setOperator(negated ? PortOperator.NEQ : PortOperator.EQ);
        condition.setPorts((negated ? others : ports).toNumbers());
        return condition;
    }

    private void addFlags(Service service) throws NftUnknown {
        for (NftLayer4.Flags one : flags) {
            if (one.negated() && one.test().value() == 0 && one.test().mask() == (TcpFlags.ACK | TcpFlags.RST)) {
                service.setEstablished(true);
            } else if (service.getTcpFlags() == null) {
                service.setTcpFlags(one.test());
                service.setTcpFlagsNegated(one.negated());
            } else {
                throw new NftUnknown("two tests of TCP flags");
            }
        }
    }

    private void addIcmp(Match match, IntSpans wanted) throws NftUnknown {
        if (!wanted.spans().get(0).isSingle() || icmpType.isEmpty()) {
            throw new NftUnknown("ICMP types of several protocols");
        }
        int protocol = wanted.spans().get(0).low();
        IntSpans all = IntSpans.of(0, HIGHEST_BYTE);
        IntSpans codes = icmpCode == null || icmpCode.equals(all) ? null : icmpCode;
        IntSpans others = icmpType.complement(HIGHEST_BYTE);
        if (codes == null && icmpType.equals(all)) {
            match.setIpVersion(version);
            addProtocols(match, wanted);
            return;
        }
        boolean negated = codes == null && others.spans().size() == 1 && others.spans().get(0).isSingle();
        for (NumberRange types : (negated ? others : icmpType).spans()) {
            for (int type = types.low(); type <= types.high(); type++) {
                for (NumberRange range : codes == null ? List.of(NumberRange.of(0)) : codes.spans()) {
                    for (int code = range.low(); code <= range.high(); code++) {
                        Service service = MODEL.createService();
                        service.setProtocol(protocol);
                        service.setIcmpType(type);
                        service.setIcmpCode(codes == null ? null : Integer.valueOf(code));
                        service.setIcmpNegated(negated);
                        match.getService().add(service);
                    }
                }
            }
            if (match.getService().size() > MOST_SERVICES) {
                throw new NftUnknown("more than " + MOST_SERVICES + " types and codes of ICMP");
            }
        }
    }

    private static void addProtocols(Match match, IntSpans wanted) {
        IntSpans others = wanted.complement(HIGHEST_BYTE);
        if (others.isEmpty()) {
            return;
        }
        boolean negated = size(others) < size(wanted);
        match.setServiceNegated(negated);
        for (NumberRange range : (negated ? others : wanted).spans()) {
            for (int protocol = range.low(); protocol <= range.high(); protocol++) {
                Service service = MODEL.createService();
                service.setProtocol(protocol);
                match.getService().add(service);
            }
        }
    }

    private static int size(IntSpans numbers) {
        return numbers.spans().stream().mapToInt(range -> range.high() - range.low() + 1).sum();
    }
}
