package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;
import org.hopwarden.rulemodel.TcpFlagTest;

/**
 * What one service asks of a packet of one IP version.
 *
 * @param protocols 0 to 255; null for any, none of them empty
 * @param sourcePort null for no condition, else not empty
 * @param destinationPort null for no condition, else not empty
 * @param icmpType 0 to 255; null for no condition, else not empty
 * @param icmpCode 0 to 255; null for no condition, else not empty; only beside a type
 * @param flags tests of TCP control bits, all to hold
 */
record NftLayer4(IntSpans protocols, IntSpans sourcePort, IntSpans destinationPort, IntSpans icmpType, IntSpans icmpCode,
        List<Flags> flags) {

    static final NftLayer4 ANY = ofProtocols(null);

    private static final int HIGHEST_BYTE = 0xff;
    private static final IntSpans WITH_PORTS = IntSpans.union(List.of(NumberRange.of(IpProtocol.TCP),
            NumberRange.of(IpProtocol.UDP), NumberRange.of(IpProtocol.SCTP), NumberRange.of(IpProtocol.UDP_LITE)));

    /** Which packets of a chain its rules are written for. */
    enum Part {
        /** All; a condition on layer 4 does not match later fragments. */
        ALL,
        /** All but later fragments. */
        WHOLE,
        /** Fragments other than the first. */
        LATER
    }

    /** A test of TCP control bits that holds, or fails. */
    record Flags(TcpFlagTest test, boolean negated) {

        String text() {
            return "tcp flags & " + bits(test.mask()) + (negated ? " != " : " == ") + bits(test.value());
        }

        private static String bits(int bits) {
            return "0x" + Integer.toHexString(bits);
        }
    }

    private static NftLayer4 ofProtocols(IntSpans protocols) {
        return new NftLayer4(protocols, null, null, null, null, List.of());
    }

    /** The alternatives of a rule, of which one is to hold; none where no packet meets any. */
    static List<NftLayer4> of(Rule rule, FragmentReading reading, Part part, IpVersion version) {
        Match match = rule.getMatch();
        if (match.getService().isEmpty()) {
            return List.of(ANY);
        }
        List<Service> services = ServiceTerms.flatten(match.getService());
        if (match.isServiceNegated()) {
            return negated(services);
        }
        boolean allowsLater = reading == FragmentReading.ALLOWED && rule.getAction() instanceof Allow;
        List<NumberRange> bare = new ArrayList<>();
        List<NftLayer4> all = new ArrayList<>();
        for (Service service : services) {
            boolean layer4 = ServiceTerms.hasLayer4(service);
            if (layer4 && part != Part.LATER) {
                add(service, version, all);
            } else if (!layer4 || allowsLater) {
                if (service.getProtocol() == null) {
                    return List.of(ANY);
                }
                bare.add(NumberRange.of(service.getProtocol()));
            }
        }
        if (!bare.isEmpty()) {
            all.addFirst(ofProtocols(IntSpans.union(bare)));
        }
        return all;
    }

    private static List<NftLayer4> negated(List<Service> services) {
        List<NumberRange> named = new ArrayList<>();
        for (Service service : services) {
            if (service.getProtocol() == null) {
                return List.of();
            }
            named.add(NumberRange.of(service.getProtocol()));
        }
        IntSpans others = IntSpans.union(named).complement(HIGHEST_BYTE);
        return others.isEmpty() ? List.of() : List.of(named.isEmpty() ? ANY : ofProtocols(others));
    }

    /** Adds the service with conditions on layer 4 where a packet can meet them together. */
    private static void add(Service service, IpVersion version, List<NftLayer4> all) {
        IntSpans protocols = service.getProtocol() == null ? IntSpans.of(0, HIGHEST_BYTE)
                : IntSpans.of(service.getProtocol(), service.getProtocol());
        IntSpans source = ports(service.getSourcePort());
        IntSpans destination = ports(service.getDestinationPort());
        protocols = source == null && destination == null ? protocols : protocols.intersect(WITH_PORTS);
        List<Flags> flags = flags(service);
        protocols = flags.isEmpty() ? protocols : protocols.intersect(IntSpans.of(IpProtocol.TCP, IpProtocol.TCP));
        int icmp = version == IpVersion.V4 ? IpProtocol.ICMP : IpProtocol.ICMPV6;
        protocols = service.getIcmpType() == null ? protocols : protocols.intersect(IntSpans.of(icmp, icmp));
        if (protocols.isEmpty() || source != null && source.isEmpty() || destination != null && destination.isEmpty()) {
            return;
        }
        if (service.getIcmpType() == null) {
            all.add(new NftLayer4(protocols, source, destination, null, null, flags));
            return;
        }
        IntSpans type = IntSpans.of(service.getIcmpType(), service.getIcmpType());
        IntSpans code = service.getIcmpCode() == null ? null : IntSpans.of(service.getIcmpCode(), service.getIcmpCode());
        if (!service.isIcmpNegated()) {
            all.add(new NftLayer4(protocols, null, null, type, code, flags));
            return;
        }
        all.add(new NftLayer4(protocols, null, null, type.complement(HIGHEST_BYTE), null, flags));
        if (code != null) {
            all.add(new NftLayer4(protocols, null, null, type, code.complement(HIGHEST_BYTE), flags));
        }
    }

    private static IntSpans ports(PortCondition condition) {
        return condition == null ? null : IntSpans.of(condition);
    }

    private static List<Flags> flags(Service service) {
        List<Flags> flags = new ArrayList<>();
        if (service.isEstablished()) {
            flags.add(new Flags(new TcpFlagTest(TcpFlags.ACK | TcpFlags.RST, 0), true));
        }
        if (service.getTcpFlags() != null) {
            flags.add(new Flags(service.getTcpFlags(), service.isTcpFlagsNegated()));
        }
        return flags;
    }

    /** Whether it looks at more than the protocol. */
    boolean looksAtLayer4() {
        return sourcePort != null || destinationPort != null || icmpType != null || !flags.isEmpty();
    }

    boolean isTcp() {
        return protocols != null && protocols.equals(IntSpans.of(IpProtocol.TCP, IpProtocol.TCP));
    }

    /** The conditions as nftables writes them; an empty text where there is none. */
    String text(IpVersion version) {
        if (icmpType != null) {
            String header = version == IpVersion.V4 ? "icmp" : "icmpv6";
            return header + " type " + NftText.numbers(icmpType)
                    + (icmpCode == null ? "" : " " + header + " code " + NftText.numbers(icmpCode));
        }
        if (protocols == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        boolean one = protocols.spans().size() == 1 && protocols.spans().get(0).isSingle();
        int first = protocols.spans().get(0).low();
        boolean ports = sourcePort != null || destinationPort != null;
        String header = one && IpProtocol.hasPorts(first) ? NftText.protocol(first) : "th";
        if (!looksAtLayer4() || ports && !one) {
            words.add("meta l4proto " + NftText.set(protocols.spans(),
                    range -> range.isSingle() ? NftText.protocol(range.low()) : NftText.number(range)));
        }
        if (sourcePort != null) {
            words.add(header + " sport " + NftText.numbers(sourcePort));
        }
        if (destinationPort != null) {
            words.add(header + " dport " + NftText.numbers(destinationPort));
        }
        words.add(flagsText());
        return NftConditions.join(words.toArray(String[]::new));
    }

    /** The tests of TCP control bits as nftables writes them; empty for none. */
    String flagsText() {
        return flags.stream().map(Flags::text).collect(Collectors.joining(" "));
    }
}
