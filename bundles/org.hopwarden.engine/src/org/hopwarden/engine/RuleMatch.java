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
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortSet;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;

/** Whether one rule matches one packet, condition by condition in the order of {@code docs/semantics.md}. */
final class RuleMatch {

    private RuleMatch() {
    }

    /** What the first condition that does not hold looks at; null where the rule matches. */
    static Field firstMiss(Rule rule, PacketView packet) {
        if (!rule.isEnabled()) {
            return Field.ENABLED;
        }
        Match match = rule.getMatch();
        if (!ReferenceEvaluator.speaksOf(match.getIpVersion(), packet)) {
            return Field.IP_VERSION;
        }
        if (match.isFragments() && !packet.isLaterFragment()) {
            return Field.FRAGMENT;
        }
        if (!contains(match.getSource(), packet.source())) {
            return Field.SOURCE;
        }
        if (!contains(match.getDestination(), packet.destination())) {
            return Field.DESTINATION;
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
    private static Field services(Rule rule, PacketView packet) {
        if (rule.getMatch().getService().isEmpty()) {
            return null;
        }
        List<Service> services = ServiceTerms.flatten(rule.getMatch().getService());
        Field miss = null;
        for (Service service : services) {
            miss = service(service, rule.getAction() instanceof Allow, packet);
            if (miss == null) {
                return null;
            }
        }
        return services.size() == 1 ? miss : Field.SERVICE;
    }

    private static Field service(Service service, boolean allows, PacketView packet) {
        if (service.getProtocol() != null && packet.protocol() != service.getProtocol()) {
            return Field.PROTOCOL;
        }
        if (!ServiceTerms.hasLayer4(service)) {
            return null;
        }
        if (packet.isLaterFragment()) {
            return allows ? null : Field.LAYER_4;
        }
        return layer4(service, packet);
    }

    private static Field layer4(Service service, PacketView packet) {
        if (!holds(service.getSourcePort(), packet.sourcePort())) {
            return Field.SOURCE_PORT;
        }
        if (!holds(service.getDestinationPort(), packet.destinationPort())) {
            return Field.DESTINATION_PORT;
        }
        if (service.getIcmpType() != null && packet.icmpType() != service.getIcmpType()) {
            return Field.ICMP_TYPE;
        }
        if (service.getIcmpCode() != null && packet.icmpCode() != service.getIcmpCode()) {
            return Field.ICMP_CODE;
        }
        int flags = packet.tcpFlags();
        if (service.isEstablished() && (flags < 0 || (flags & (TcpFlags.ACK | TcpFlags.RST)) == 0)) {
            return Field.TCP_FLAGS;
        }
        if (service.getTcpFlags() != null && (flags < 0 || !service.getTcpFlags().matches(flags))) {
            return Field.TCP_FLAGS;
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
}
