package org.hopwarden.engine;

import java.util.List;

import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;

/** Whether one rule matches one packet, condition by condition in the order of {@code docs/semantics.md}. */
final class RuleMatch {

    private static final String NOT_THERE = "not there";

    /** The first condition that does not hold: what it looks at, what the packet has there, what the rule wants. */
    record Reason(Field field, String packetValue, String ruleValue) {
    }

    private RuleMatch() {
    }

    /** Null where the rule matches. */
    static Reason of(Rule rule, PacketView packet) {
        if (!rule.isEnabled()) {
            return new Reason(Field.ENABLED, "any packet", "the rule is not enabled");
        }
        Match match = rule.getMatch();
        if (!ReferenceEvaluator.speaksOf(match.getIpVersion(), packet)) {
            return new Reason(Field.IP_VERSION, packet.isV4() ? "IPv4" : "IPv6",
                    match.getIpVersion() == IpFamily.V4 ? "IPv4" : "IPv6");
        }
        if (match.isFragments() && !packet.isLaterFragment()) {
            return new Reason(Field.FRAGMENT, packet.isFragment() ? "first fragment" : "whole packet",
                    "fragments other than the first");
        }
        if (!contains(match.getSource(), packet.source())) {
            return new Reason(Field.SOURCE, packet.source().toString(), RuleText.addresses(match.getSource()));
        }
        if (!contains(match.getDestination(), packet.destination())) {
            return new Reason(Field.DESTINATION, packet.destination().toString(),
                    RuleText.addresses(match.getDestination()));
        }
        return services(rule, packet);
    }

    /** No term means any address; else the address lies in one of the terms. */
    private static boolean contains(List<AddressTerm> terms, IpAddress address) {
        return terms.isEmpty() || terms.stream().anyMatch(term -> contains(term, address));
    }

    private static boolean contains(AddressTerm term, IpAddress address) {
        return switch (term) {
            case AddressPrefix p -> p.getPrefix().contains(address);
            case AddressRange r -> address.version() == r.getFirst().version() && r.getFirst().compareTo(address) <= 0
                    && address.compareTo(r.getLast()) <= 0;
            case AddressWildcard w -> address.version() == w.getAddress().version()
                    && (address.high() & ~w.getWildcard().high()) == w.getAddress().high()
                    && (address.low() & ~w.getWildcard().low()) == w.getAddress().low();
            case AddressUse use -> use.getObject().getTerms().stream().anyMatch(part -> contains(part, address));
            default -> throw new IllegalStateException("unknown address term " + term);
        };
    }

    /** No service means any; a rule with several is as if it stood once for each. */
    private static Reason services(Rule rule, PacketView packet) {
        if (rule.getMatch().getService().isEmpty()) {
            return null;
        }
        List<Service> services = ServiceTerms.flatten(rule.getMatch().getService());
        Reason reason = null;
        for (Service service : services) {
            reason = service(service, rule.getAction() instanceof Allow, packet);
            if (reason == null) {
                return null;
            }
        }
        return services.size() == 1 ? reason
                : new Reason(Field.SERVICE, packet.toString(), String.join(", ",
                        rule.getMatch().getService().stream().map(RuleText::service).toList()));
    }

    private static Reason service(Service service, boolean allows, PacketView packet) {
        if (service.getProtocol() != null && packet.protocol() != service.getProtocol()) {
            return new Reason(Field.PROTOCOL, IosWords.PROTOCOLS.text(packet.protocol()), RuleText.protocol(service));
        }
        if (!ServiceTerms.hasLayer4(service)) {
            return null;
        }
        if (packet.isLaterFragment()) {
            return allows ? null : new Reason(Field.LAYER_4, "a later fragment, which has none",
                    "what denies by layer 4 leaves later fragments to the next rule");
        }
        return layer4(service, packet);
    }

    private static Reason layer4(Service service, PacketView packet) {
        if (!holds(service.getSourcePort(), packet.sourcePort())) {
            return new Reason(Field.SOURCE_PORT, number(packet.sourcePort()),
                    RuleText.ports(service.getProtocol(), service.getSourcePort()));
        }
        if (!holds(service.getDestinationPort(), packet.destinationPort())) {
            return new Reason(Field.DESTINATION_PORT, number(packet.destinationPort()),
                    RuleText.ports(service.getProtocol(), service.getDestinationPort()));
        }
        if (service.getIcmpType() != null && packet.icmpType() != service.getIcmpType()) {
            return new Reason(Field.ICMP_TYPE, number(packet.icmpType()), service.getIcmpType().toString());
        }
        if (service.getIcmpCode() != null && packet.icmpCode() != service.getIcmpCode()) {
            return new Reason(Field.ICMP_CODE, number(packet.icmpCode()), service.getIcmpCode().toString());
        }
        int flags = packet.tcpFlags();
        if (service.isEstablished() && (flags < 0 || (flags & (TcpFlags.ACK | TcpFlags.RST)) == 0)) {
            return new Reason(Field.TCP_FLAGS, flags(flags), "established: ACK or RST");
        }
        if (service.getTcpFlags() != null && (flags < 0 || !service.getTcpFlags().matches(flags))) {
            return new Reason(Field.TCP_FLAGS, flags(flags), RuleText.flags(service.getTcpFlags()));
        }
        return null;
    }

    /** Whether a port, -1 where it is not there, meets a condition, null for none. */
    private static boolean holds(PortCondition condition, int port) {
        if (condition == null) {
            return true;
        }
        PortSet ports = condition.getPorts();
        return port >= 0 && switch (condition.getOperator()) {
            case EQ, RANGE -> ports.contains(port);
            case NEQ -> !ports.contains(port);
            case LT -> port < ports.ranges().get(0).low();
            case GT -> port > ports.ranges().get(0).low();
        };
    }

    private static String number(int value) {
        return value < 0 ? NOT_THERE : Integer.toString(value);
    }

    private static String flags(int flags) {
        return flags < 0 ? NOT_THERE : TcpFlags.text(flags);
    }
}
