package org.hopwarden.rulemodel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;

/**
 * A rule in one line, as an extended access list of Cisco IOS writes it: {@code permit icmp any any echo}. What IOS cannot
 * say is written in the same manner: {@code reject tcp-reset}, several terms as {@code {a, b}}, an object as {@code @name}.
 */
public final class RuleText {

    private RuleText() {
    }

    /** The rule without its remarks. A part that is missing in the model is written as {@code ?}. */
    public static String of(Rule rule) {
        List<String> words = new ArrayList<>();
        words.add(action(rule.getAction()));
        Match match = rule.getMatch();
        if (rule.getOpaque() != null) {
            return "not understood: " + rule.getOpaque().getText();
        }
        if (match == null) {
            words.add("?");
        } else {
            addMatch(words, match);
        }
        if (rule.getLog() != LogMode.NONE) {
            words.add(rule.getLog().getLiteral());
        }
        return String.join(" ", words);
    }

    /** {@code permit}, {@code deny}, {@code reject} with its type, {@code call} with a chain's name, and so on. */
    public static String action(Action action) {
        return switch (action) {
            case Allow allow -> "permit";
            case Deny deny -> "deny";
            case Reject reject -> "reject " + reject.getType().getLiteral();
            case Ask ask -> "ask";
            case Log log -> "log" + (log.getPrefix() == null ? "" : " \"" + log.getPrefix() + "\"")
                    + (log.getGroup() == null ? "" : " group " + log.getGroup());
            case Count count -> "count";
            case Limit limit -> "limit " + (limit.getRate() == null ? "?" : ConditionText.rate(limit.getRate()));
            case Call call -> (call.isTail() ? "goto " : "call ") + (call.getChain() == null ? "?" : call.getChain().getName());
            case Return back -> "return";
            case null, default -> "?";
        };
    }

    private static void addMatch(List<String> words, Match match) {
        Service service = match.getService().size() == 1 && match.getService().get(0) instanceof Service one ? one : null;
        if (match.getService().isEmpty()) {
            words.add("ip");
        } else {
            words.add(ConditionText.not(match.isServiceNegated())
                    + (service != null ? protocol(service) : terms(match.getService(), RuleText::service)));
        }
        words.add(ConditionText.not(match.isSourceNegated()) + addresses(match.getSource()));
        addPort(words, "", service, service == null ? null : service.getSourcePort());
        words.add(ConditionText.not(match.isDestinationNegated()) + addresses(match.getDestination()));
        addPort(words, "", service, service == null ? null : service.getDestinationPort());
        if (service != null) {
            addRest(words, service);
        }
        if (match.getIpVersion() != IpFamily.ANY) {
            words.add(match.getIpVersion() == IpFamily.V4 ? "ipv4" : "ipv6");
        }
        if (match.isFragments()) {
            words.add("fragments");
        }
        words.addAll(ConditionText.of(match));
    }

    private static void addPort(List<String> words, String side, Service service, PortCondition condition) {
        if (condition != null) {
            words.add(side + ports(service.getProtocol(), condition));
        }
    }

    private static void addRest(List<String> words, Service service) {
        if (service.getIcmpType() != null) {
            words.add(ConditionText.not(service.isIcmpNegated()) + (service.getProtocol() == null || service.getProtocol() == IpProtocol.ICMP
                    ? IosWords.icmpText(service.getIcmpType(), service.getIcmpCode())
                    : service.getIcmpType() + (service.getIcmpCode() == null ? "" : " " + service.getIcmpCode())));
        }
        if (service.isEstablished()) {
            words.add("established");
        }
        if (service.getTcpFlags() != null) {
            words.add(ConditionText.not(service.isTcpFlagsNegated()) + flags(service.getTcpFlags()));
        }
    }

    /** {@code syn} for the test that one bit is set, else the test as it stands in the model. */
    public static String flags(TcpFlagTest test) {
        boolean oneSet = test.mask() == test.value() && Integer.bitCount(test.mask()) == 1 && test.mask() <= TcpFlags.URG;
        return oneSet ? IosWords.TCP_FLAGS.text(test.mask()) : "flags " + test;
    }

    /** The word or number of the service's protocol, {@code ip} for any. */
    public static String protocol(Service service) {
        Integer protocol = service.getProtocol();
        return protocol == null ? "ip" : protocol == IpProtocol.ICMPV6 ? "icmpv6" : IosWords.PROTOCOLS.text(protocol);
    }

    /** A condition on ports such as {@code eq www 443} or {@code range 1024 65535}. */
    public static String ports(Integer protocol, PortCondition condition) {
        if (condition.getPorts() == null) {
            return condition.getOperator().getLiteral() + " ?";
        }
        WordTable words = protocol == null ? IosWords.ports(-1) : IosWords.ports(protocol);
        String separator = condition.getOperator() == PortOperator.RANGE ? " " : "-";
        return condition.getOperator().getLiteral() + " " + condition.getPorts().ranges().stream()
                .map(r -> condition.getOperator() != PortOperator.RANGE && r.isSingle() ? words.text(r.low())
                        : words.text(r.low()) + separator + words.text(r.high()))
                .collect(Collectors.joining(" "));
    }

    /** A service without addresses, such as {@code tcp to eq www}. */
    public static String service(ServiceTerm term) {
        if (term instanceof ServiceUse use) {
            return name(use.getObject());
        }
        Service service = (Service) term;
        List<String> words = new ArrayList<>(List.of(protocol(service)));
        addPort(words, "from ", service, service.getSourcePort());
        addPort(words, "to ", service, service.getDestinationPort());
        addRest(words, service);
        return String.join(" ", words);
    }

    /** Address terms of which one must hold; {@code any} for none. */
    public static String addresses(List<AddressTerm> terms) {
        return terms.isEmpty() ? "any" : terms(terms, RuleText::address);
    }

    /** One address term: {@code any}, {@code host 192.0.2.1}, {@code 192.0.2.0 0.0.0.255}, {@code 2001:db8::/32}. */
    public static String address(AddressTerm term) {
        return switch (term) {
            case AddressPrefix p -> p.getPrefix() == null ? "?" : prefix(p.getPrefix());
            case AddressRange r -> r.getFirst() + "-" + r.getLast();
            case AddressWildcard w -> w.getAddress() + " " + w.getWildcard();
            case AddressName n -> "name " + n.getName();
            case AddressUse use -> name(use.getObject());
            default -> "?";
        };
    }

    private static String prefix(IpPrefix prefix) {
        IpAddress address = prefix.address();
        if (prefix.length() == address.version().addressBits()) {
            return "host " + address;
        }
        return address.version() == IpVersion.V6 ? prefix.toString()
                : address + " " + IpAddress.v4((int) (0xffff_ffffL >>> prefix.length()));
    }

    private static String name(NamedElement object) {
        return "@" + (object == null ? "?" : object.getName());
    }

    static <T> String terms(List<T> terms, Function<T, String> text) {
        String joined = terms.stream().map(text).collect(Collectors.joining(", "));
        return terms.size() == 1 ? joined : "{" + joined + "}";
    }
}
