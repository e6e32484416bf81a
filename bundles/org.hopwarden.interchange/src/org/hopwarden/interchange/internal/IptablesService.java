package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.internal.IptablesRuleReader.Unknown;
import org.hopwarden.interchange.internal.IptablesWords.Stop;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.TcpFlagTest;

/** Gathers what a rule says of the protocol and layer 4, which stands in several places, and makes services of it. */
final class IptablesService {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int HIGHEST_PORT = 65535;
    private static final int MOST_PORTS = 15;

    private final IptablesWords words;
    private final IpVersion version;
    private Integer protocol;
    private boolean protocolNegated;
    private PortCondition source;
    private PortCondition destination;
    private PortCondition either;
    private Integer icmpType;
    private Integer icmpCode;
    private boolean icmpNegated;
    private TcpFlagTest flags;
    private boolean flagsNegated;
    /** A match that looks into the header of layer 4 does not match where there is none, even if it asks nothing more. */
    private boolean needsHeader;
    private boolean wholeOrFirst;

    IptablesService(IptablesWords words, IpVersion version) {
        this.words = words;
        this.version = version;
    }

    void protocol(boolean negated, String word) throws Stop {
        Integer number = IptablesNames.protocol(word.toLowerCase(java.util.Locale.ROOT));
        if (number == null) {
            throw words.stopLast("not a protocol: " + IptablesWords.shown(word)
                    + NearestWord.hint(word, IptablesNames.protocols()));
        }
        if (number == 0 && negated) {
            throw words.stopLast("'! -p all' is no condition that a packet can meet; iptables refuses it");
        }
        protocol = number == 0 ? null : number;
        protocolNegated = negated;
    }

    /** {@code -m tcp} and the like. */
    void header(int wanted, String module) throws Stop {
        if (protocol == null || protocol != wanted || protocolNegated) {
            throw words.stopLast("-m " + module + " needs -p " + module + " in front of it");
        }
        needsHeader = true;
    }

    void notLaterFragments() {
        wholeOrFirst = true;
    }

    void port(boolean ofSource, boolean negated) throws Stop, Unknown {
        String option = ofSource ? "--sport" : "--dport";
        requirePorts(option);
        String value = words.value(option);
        int colon = value.indexOf(':');
        int low = colon == 0 ? 0 : port(colon < 0 ? value : value.substring(0, colon));
        int high = colon < 0 ? low : colon == value.length() - 1 ? HIGHEST_PORT : port(value.substring(colon + 1));
        if (low > high) {
            throw words.stopLast("the range " + IptablesWords.shown(value) + " ends before it begins");
        }
        NumberSet ports = NumberSet.ofRange(low, high);
        set(ofSource, !ofSource, condition(ports, negated));
    }

    /** {@code -m multiport}. */
    void ports(boolean ofSource, boolean ofDestination, boolean negated) throws Stop, Unknown {
        requirePorts("-m multiport");
        String value = words.value("--ports");
        List<NumberRange> ranges = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            int colon = part.indexOf(':');
            int low = port(colon < 0 ? part : part.substring(0, colon));
            int high = colon < 0 ? low : port(part.substring(colon + 1));
            if (low > high || ranges.size() >= MOST_PORTS) {
                throw words.stopLast(low > high ? "the range " + IptablesWords.shown(part) + " ends before it begins"
                        : "-m multiport takes " + MOST_PORTS + " ports");
            }
            ranges.add(new NumberRange(low, high));
        }
        set(ofSource, ofDestination, condition(new NumberSet(ranges), negated));
    }

    private void set(boolean ofSource, boolean ofDestination, PortCondition condition) throws Unknown {
        if (ofSource && ofDestination) {
            if (either != null) {
                throw new Unknown("it has two conditions on either port");
            }
            either = condition;
        } else if (ofSource) {
            source = both(source, condition);
        } else {
            destination = both(destination, condition);
        }
    }

    private static PortCondition both(PortCondition first, PortCondition second) throws Unknown {
        if (first == null) {
            return second;
        }
        if (first.getOperator() == PortOperator.NEQ && second.getOperator() == PortOperator.NEQ) {
            List<NumberRange> ranges = new ArrayList<>(first.getPorts().ranges());
            ranges.addAll(second.getPorts().ranges());
            return condition(new NumberSet(ranges), true);
        }
        IntSpans common = IntSpans.of(first).intersect(IntSpans.of(second));
        if (common.isEmpty()) {
            throw new Unknown("the conditions on a port never hold together");
        }
        return condition(new NumberSet(common.spans()), false);
    }

    private static PortCondition condition(NumberSet ports, boolean negated) {
        PortCondition condition = MODEL.createPortCondition();
        boolean range = ports.ranges().size() == 1 && !ports.ranges().get(0).isSingle();
        condition.setOperator(negated ? PortOperator.NEQ : range ? PortOperator.RANGE : PortOperator.EQ);
        condition.setPorts(ports);
        return condition;
    }

    private static PortCondition copy(PortCondition condition) {
        return condition == null ? null : condition(condition.getPorts(), condition.getOperator() == PortOperator.NEQ);
    }

    private void requirePorts(String option) throws Stop, Unknown {
        if (protocol == null || protocolNegated) {
            throw words.stopLast(option + " needs a protocol with ports in front of it, such as -p tcp");
        }
        if (!IpProtocol.hasPorts(protocol)) {
            throw new Unknown("ports of protocol " + protocol + " are not known");
        }
    }

    private int port(String word) throws Stop {
        Integer port = IptablesNames.port(word);
        if (port == null) {
            throw words.stopLast("not a port: " + IptablesWords.shown(word) + NearestWord.hint(word, IptablesNames.ports())
                    + (word.isEmpty() || Character.isDigit(word.charAt(0)) ? "" : " (write the number)"));
        }
        return port;
    }

    void icmp(boolean negated, boolean v6) throws Stop, Unknown {
        String value = words.value("--icmp-type");
        if (protocol == null || protocol != (v6 ? IpProtocol.ICMPV6 : IpProtocol.ICMP) || protocolNegated
                || v6 != (version == IpVersion.V6)) {
            throw words.stopLast("a type of ICMP needs -p " + (version == IpVersion.V6 ? "ipv6-icmp" : "icmp")
                    + " in front of it");
        }
        if (icmpType != null) {
            throw new Unknown("it has two conditions on the type of ICMP");
        }
        if (value.equals("any") && !v6) {
            needsHeader = true;
            if (negated) {
                throw new Unknown("no message is of another type than any");
            }
            return;
        }
        String named = IptablesNames.icmp(value, version);
        String[] parts = (named == null ? value : named).split("/", -1);
        long type = IptablesNames.number(parts[0]);
        long code = parts.length < 2 ? 0 : IptablesNames.number(parts[1]);
        if (parts.length > 2 || type < 0 || type > 255 || code < 0 || code > 255) {
            throw words.stopLast("not a type of ICMP: " + IptablesWords.shown(value)
                    + NearestWord.hint(value, IptablesNames.icmpWords(version)));
        }
        if (type == 255 && !v6) {
            throw new Unknown("the type 255 stands for any in iptables");
        }
        icmpType = (int) type;
        icmpCode = parts.length < 2 ? null : (Integer) (int) code;
        icmpNegated = negated;
    }

    void syn(boolean negated) throws Stop, Unknown {
        flags(TcpFlags.FIN | TcpFlags.SYN | TcpFlags.RST | TcpFlags.ACK, TcpFlags.SYN, negated);
    }

    void flags(boolean negated) throws Stop, Unknown {
        int mask = flagBits(words.value("--tcp-flags"));
        int value = flagBits(words.value("--tcp-flags"));
        flags(mask, value, negated);
    }

    private void flags(int mask, int value, boolean negated) throws Stop, Unknown {
        if (protocol == null || protocol != IpProtocol.TCP || protocolNegated) {
            throw words.stopLast("TCP flags need -p tcp in front of them");
        }
        if (flags != null || mask == 0 || (value & ~mask) != 0) {
            throw new Unknown(flags != null ? "it has two conditions on TCP flags"
                    : "the condition on TCP flags holds always or never");
        }
        flags = new TcpFlagTest(mask, value);
        flagsNegated = negated;
    }

    private int flagBits(String text) throws Stop {
        int bits = 0;
        for (String name : text.split(",", -1)) {
            bits |= switch (name.toUpperCase(java.util.Locale.ROOT)) {
                case "SYN" -> TcpFlags.SYN;
                case "ACK" -> TcpFlags.ACK;
                case "FIN" -> TcpFlags.FIN;
                case "RST" -> TcpFlags.RST;
                case "URG" -> TcpFlags.URG;
                case "PSH" -> TcpFlags.PSH;
                case "ALL" -> 0x3f;
                case "NONE" -> 0;
                default -> throw words.stopLast("not a TCP flag: " + IptablesWords.shown(name)
                        + " (SYN ACK FIN RST URG PSH ALL NONE)");
            };
        }
        return bits;
    }

    /** Writes the services into a match. */
    void addTo(Match match) throws Unknown {
        boolean layer4 = source != null || destination != null || either != null || icmpType != null || flags != null
                || needsHeader;
        if (match.isFragments() && layer4) {
            throw new Unknown("later fragments have no layer 4, so no packet meets it");
        }
        if (match.isFragments() && wholeOrFirst || wholeOrFirst && !layer4) {
            throw new Unknown("that a packet is no later fragment cannot be said here");
        }
        if (protocol == null) {
            return;
        }
        match.setServiceNegated(protocolNegated);
        if (either == null) {
            addHeaders(match, service(source, destination));
        } else if (source != null || destination != null) {
            throw new Unknown("it has two conditions on the same port");
        } else if (either.getOperator() == PortOperator.NEQ) {
            match.getService().add(service(either, copy(either)));
        } else {
            match.getService().add(service(either, null));
            match.getService().add(service(null, copy(either)));
        }
    }

    /** Where nothing but a header is asked for, all headers are. */
    private void addHeaders(Match match, Service one) throws Unknown {
        boolean only = needsHeader && source == null && destination == null && icmpType == null && flags == null;
        if (only && (protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6)) {
            Service rest = service(null, null);
            one.setIcmpType(0);
            rest.setIcmpType(0);
            rest.setIcmpNegated(true);
            match.getService().add(one);
            match.getService().add(rest);
            return;
        }
        if (only && IpProtocol.hasPorts(protocol)) {
            one.setSourcePort(condition(NumberSet.ofRange(0, HIGHEST_PORT), false));
        } else if (only) {
            throw new Unknown("a header of protocol " + protocol + " is not known");
        }
        match.getService().add(one);
    }

    private Service service(PortCondition from, PortCondition to) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        service.setSourcePort(from);
        service.setDestinationPort(to);
        service.setIcmpType(icmpType);
        service.setIcmpCode(icmpCode);
        service.setIcmpNegated(icmpNegated);
        service.setTcpFlags(flags);
        service.setTcpFlagsNegated(flagsNegated);
        return service;
    }
}
