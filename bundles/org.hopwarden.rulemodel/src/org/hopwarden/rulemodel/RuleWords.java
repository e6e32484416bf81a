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
        if (rule.getOpaque() != null) {
            return "Not understood, so it matches nothing: " + rule.getOpaque().getText();
        }
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
            case Ask ask -> "Asks about";
            case Log log -> "Logs";
            case Count count -> "Counts";
            case Limit limit -> "Drops, where there are more than "
                    + (limit.getRate() == null ? "?" : rate(limit.getRate())) + ",";
            case Call call -> (call.isTail() ? "Hands over to \u201c" : "Tries \u201c")
                    + (call.getChain() == null ? "?" : call.getChain().getName()) + "\u201d for";
            case Return back -> "Leaves this chain for";
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
            return fragments + (match.isServiceNegated() ? "everything but " : "") + what + " from " + source(match) + " to "
                    + destination(match) + version + conditions(match);
        }
        String from = service.getSourcePort() == null ? ""
                : ", source " + ports(service.getProtocol(), service.getSourcePort()) + ",";
        String to = service.getDestinationPort() == null ? ""
                : ", destination " + ports(service.getProtocol(), service.getDestinationPort());
        return fragments + (match.isServiceNegated() ? "everything but " : "") + kind(service) + " from " + source(match)
                + from + " to " + destination(match) + to + version + conditions(match);
    }

    private static String source(Match match) {
        return (match.isSourceNegated() ? "anywhere but " : "") + addresses(match.getSource());
    }

    private static String destination(Match match) {
        return (match.isDestinationNegated() ? "anywhere but " : "") + addresses(match.getDestination());
    }

    private static String conditions(Match match) {
        List<String> words = new ArrayList<>();
        if (!match.getInInterface().isEmpty()) {
            words.add("coming in by " + (match.isInInterfaceNegated() ? "any interface but " : "")
                    + ConditionText.interfaces(match.getInInterface()));
        }
        if (!match.getOutInterface().isEmpty()) {
            words.add("leaving by " + (match.isOutInterfaceNegated() ? "any interface but " : "")
                    + ConditionText.interfaces(match.getOutInterface()));
        }
        if (match.getTtl() != null) {
            words.add("with a TTL of " + match.getTtl());
        }
        if (match.getDscp() != null) {
            words.add("with a DSCP of " + match.getDscp());
        }
        if (match.getLength() != null) {
            words.add("of " + match.getLength() + " bytes");
        }
        if (!match.getStates().isEmpty()) {
            words.add("of connections that are " + match.getStates().stream().map(ConnectionState::getLiteral)
                    .collect(Collectors.joining(" or ")));
        }
        if (match.getMark() != null) {
            words.add("with the mark " + match.getMark());
        }
        if (!match.getApplications().isEmpty()) {
            words.add("of " + match.getApplications().stream().map(RuleWords::name).collect(Collectors.joining(" or ")));
        }
        if (match.getSchedule() != null) {
            words.add("at the times of " + name(match.getSchedule()));
        }
        if (match.getRate() != null) {
            words.add((match.getRate().isOver() ? "beyond " : "up to ") + rate(match.getRate()));
        }
        return words.isEmpty() ? "" : ", " + String.join(", ", words);
    }

    private static String rate(RateLimit rate) {
        return rate.getCount() + " a " + rate.getUnit().getLiteral() + (rate.getPer() == RateKey.RULE ? ""
                : " for each " + rate.getPer().getLiteral()) + " (" + rate.getBurst() + " at once)";
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
            text.append(service.isIcmpNegated() ? " other than" : "").append(icmp(service));
        }
        List<String> flags = new ArrayList<>();
        if (service.isEstablished()) {
            flags.add("ACK or RST set");
        }
        if (service.getTcpFlags() != null) {
            flags.add((service.isTcpFlagsNegated() ? "not " : "") + flags(service.getTcpFlags()));
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
        List<NumberRange> ranges = condition.getPorts().ranges();
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
            case AddressName n -> "the host " + n.getName();
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
