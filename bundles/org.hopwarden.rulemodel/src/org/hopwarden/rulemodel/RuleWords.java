package org.hopwarden.rulemodel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.TcpFlags;

/**
 * A rule as a sentence for readers who do not know the language of access lists: {@code Denies later fragments of ICMP from
 * anywhere to anywhere}. For the rule as such a list writes it see {@link RuleText}.
 */
public final class RuleWords {

    private RuleWords() {
    }

    /** The rule, without its remarks and without a full stop. A part that is missing in the model is written as {@code ?}. */
    public static String of(Rule rule) {
        Match match = rule.getMatch();
        String text = action(rule.getAction()) + " " + (match == null ? "?" : match(match)) + told(rule.getAction())
                + switch (rule.getLog()) {
                    case NONE -> "";
                    case LOG -> "; logs it";
                    case LOG_INPUT -> "; logs it with the interface it came in by";
                };
        return rule.isEnabled() ? text : "Not enabled, so it matches nothing: " + text;
    }

    private static String action(Action action) {
        return switch (action) {
            case Allow allow -> "Allows";
            case Deny deny -> "Denies";
            case Reject reject -> "Rejects";
            case null, default -> "?";
        };
    }

    private static String told(Action action) {
        if (!(action instanceof Reject reject)) {
            return "";
        }
        return switch (reject.getType()) {
            case TCP_RESET -> "; its sender gets a TCP reset, or where it is not TCP a port unreachable";
            default -> "; its sender gets an ICMP message (" + reject.getType().getLiteral() + ")";
        };
    }

    private static String match(Match match) {
        String version = switch (match.getIpVersion()) {
            case ANY -> "";
            case V4 -> ", IPv4 alone";
            case V6 -> ", IPv6 alone";
        };
        String fragments = match.isFragments() ? "later fragments of " : "";
        Service service = match.getService().size() == 1 && match.getService().get(0) instanceof Service one ? one : null;
        if (service == null) {
            String what = match.getService().isEmpty() ? "all IP traffic"
                    : match.getService().stream().map(RuleWords::service).collect(Collectors.joining(" or "));
            return fragments + what + " from " + addresses(match.getSource()) + " to " + addresses(match.getDestination())
                    + version;
        }
        String from = service.getSourcePort() == null ? ""
                : ", source " + ports(service.getProtocol(), service.getSourcePort()) + ",";
        String to = service.getDestinationPort() == null ? ""
                : ", destination " + ports(service.getProtocol(), service.getDestinationPort());
        return fragments + kind(service) + " from " + addresses(match.getSource()) + from + " to "
                + addresses(match.getDestination()) + to + version;
    }

    /** A service without addresses, such as {@code TCP to port 80 (www)}. */
    public static String service(ServiceTerm term) {
        if (term instanceof ServiceUse use) {
            return name(use.getObject());
        }
        Service service = (Service) term;
        return kind(service)
                + (service.getSourcePort() == null ? "" : " from " + ports(service.getProtocol(), service.getSourcePort()))
                + (service.getDestinationPort() == null ? ""
                        : " to " + ports(service.getProtocol(), service.getDestinationPort()));
    }

    /** The protocol, the message and the control bits; not the ports. */
    private static String kind(Service service) {
        StringBuilder text = new StringBuilder(protocol(service.getProtocol()));
        if (service.getIcmpType() != null) {
            text.append(icmp(service));
        }
        List<String> flags = new ArrayList<>();
        if (service.isEstablished()) {
            flags.add("ACK or RST set");
        }
        if (service.getTcpFlags() != null) {
            flags.add(flags(service.getTcpFlags()));
        }
        return text + (flags.isEmpty() ? "" : " with " + String.join(" and with ", flags));
    }

    private static String protocol(Integer protocol) {
        return switch (protocol) {
            case null -> "all IP traffic";
            case IpProtocol.ICMP -> "ICMP";
            case IpProtocol.ICMPV6 -> "ICMPv6";
            case IpProtocol.TCP -> "TCP";
            case IpProtocol.UDP -> "UDP";
            default -> "IP protocol " + named(IosWords.PROTOCOLS, protocol);
        };
    }

    private static String icmp(Service service) {
        int type = service.getIcmpType();
        Integer code = service.getIcmpCode();
        String numbers = "type " + type + (code == null ? "" : " code " + code);
        boolean v6 = service.getProtocol() != null && service.getProtocol() == IpProtocol.ICMPV6;
        String word = v6 ? "" : IosWords.icmpText(type, code);
        return word.isEmpty() || Character.isDigit(word.charAt(0)) ? " " + numbers : " " + word + " (" + numbers + ")";
    }

    private static String flags(TcpFlagTest test) {
        String set = TcpFlags.text(test.value());
        String clear = TcpFlags.text(test.mask() & ~test.value());
        return test.value() == 0 ? clear + " clear" : test.value() == test.mask() ? set + " set"
                : set + " set and " + clear + " clear";
    }

    private static String ports(Integer protocol, PortCondition condition) {
        if (condition.getPorts() == null) {
            return "port ?";
        }
        WordTable words = IosWords.ports(protocol == null ? -1 : protocol);
        List<PortRange> ranges = condition.getPorts().ranges();
        boolean one = ranges.size() == 1 && ranges.get(0).isSingle();
        String named = ranges.stream().map(range -> range.isSingle() ? named(words, range.low())
                : range.low() + " to " + range.high()).collect(Collectors.joining(", "));
        return switch (condition.getOperator()) {
            case EQ, RANGE -> (one ? "port " : "ports ") + named;
            case NEQ -> "any port but " + named;
            case LT -> "ports below " + named;
            case GT -> "ports above " + named;
        };
    }

    /** The number, and its word where it has one. */
    private static String named(WordTable words, int number) {
        String text = Integer.toString(number);
        String word = words.text(number);
        return word.equals(text) ? text : text + " (" + word + ")";
    }

    /** Address terms of which one must hold; {@code anywhere} for none. */
    public static String addresses(List<AddressTerm> terms) {
        return terms.isEmpty() ? "anywhere" : terms.stream().map(RuleWords::address).collect(Collectors.joining(" or "));
    }

    /** One address term: {@code 192.0.2.1}, {@code 192.0.2.0/24}, {@code 192.0.2.1 to 192.0.2.9}. */
    public static String address(AddressTerm term) {
        return switch (term) {
            case AddressPrefix p -> p.getPrefix() == null ? "?" : prefix(p);
            case AddressRange r -> r.getFirst() + " to " + r.getLast();
            case AddressWildcard w -> w.getAddress() + " with any bits where " + w.getWildcard() + " has ones";
            case AddressUse use -> name(use.getObject());
            default -> "?";
        };
    }

    private static String prefix(AddressPrefix term) {
        IpAddress address = term.getPrefix().address();
        return term.getPrefix().length() == address.version().addressBits() ? address.toString()
                : term.getPrefix().toString();
    }

    private static String name(NamedElement object) {
        return "\u201c" + (object == null ? "?" : object.getName()) + "\u201d";
    }
}
