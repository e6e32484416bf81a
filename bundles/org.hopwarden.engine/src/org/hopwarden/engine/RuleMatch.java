package org.hopwarden.engine;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.InterfaceTerms;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Schedules;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;

/** Whether rules match one packet, condition by condition in the order of {@code docs/semantics.md}. */
final class RuleMatch {

    private final PacketView packet;
    private final PacketContext context;
    private final IpAddress source;
    private final IpAddress destination;
    private final LocalDateTime localTime;
    private final TokenBuckets buckets;
    private final boolean takesTokens;

    /**
     * @param packet a valid one
     * @param takesTokens whether packets that meet a condition on a rate use it up
     */
    RuleMatch(PacketView packet, PacketContext context, ZoneId zone, TokenBuckets buckets, boolean takesTokens) {
        this.packet = packet;
        this.context = context;
        source = packet.source();
        destination = packet.destination();
        localTime = LocalDateTime.ofInstant(context.time(), zone);
        this.buckets = buckets;
        this.takesTokens = takesTokens;
    }

    /** What the first condition of a chain's rule that does not hold looks at; null where the rule matches. */
    Field firstMiss(Chain chain, Rule rule) {
        if (!rule.isEnabled()) {
            return Field.ENABLED;
        }
        Match match = rule.getMatch();
        if (!speaksOf(match.getIpVersion())) {
            return Field.IP_VERSION;
        }
        if (InterfaceTerms.hold(match.getInInterface(), context.inInterface()) == match.isInInterfaceNegated()) {
            return Field.IN_INTERFACE;
        }
        if (InterfaceTerms.hold(match.getOutInterface(), context.outInterface()) == match.isOutInterfaceNegated()) {
            return Field.OUT_INTERFACE;
        }
        if (match.isFragments() && !packet.isLaterFragment()) {
            return Field.FRAGMENT;
        }
        if (contains(match.getSource(), source) == match.isSourceNegated()) {
            return Field.SOURCE;
        }
        if (contains(match.getDestination(), destination) == match.isDestinationNegated()) {
            return Field.DESTINATION;
        }
        Field miss = match.isServiceNegated() ? negatedServices(match)
                : services(rule, chain.getFragmentReading() == FragmentReading.ALLOWED);
        return miss != null ? miss : firstMissBeyondHeaders(match);
    }

    private Field firstMissBeyondHeaders(Match match) {
        if (match.getTtl() != null && !match.getTtl().contains(packet.ttl())) {
            return Field.TTL;
        }
        if (match.getDscp() != null && !match.getDscp().contains(packet.dscp())) {
            return Field.DSCP;
        }
        if (match.getLength() != null && !match.getLength().contains(packet.statedLengthBytes())) {
            return Field.LENGTH;
        }
        if (!match.getStates().isEmpty() && !match.getStates().contains(context.state())) {
            return Field.STATE;
        }
        if (match.getMark() != null && !match.getMark().matches(context.mark())) {
            return Field.MARK;
        }
        if (!match.getApplications().isEmpty() && match.getApplications().stream().noneMatch(this::isOf)) {
            return Field.APPLICATION;
        }
        if (match.getSchedule() != null && !Schedules.holds(match.getSchedule(), localTime)) {
            return Field.SCHEDULE;
        }
        if (match.getRate() != null && isWithin(match.getRate()) == match.getRate().isOver()) {
            return Field.RATE;
        }
        return null;
    }

    /** Whether a chain is asked about packets like this one: by its IP version and, where it names any, its applications. */
    boolean speaksOf(Chain chain) {
        return speaksOf(chain.getIpVersion())
                && (chain.getApplications().isEmpty() || chain.getApplications().stream().anyMatch(this::isOf));
    }

    /** Whether packets like this one meet a chain by a binding. */
    boolean meets(Binding binding) {
        return binding.getHook() == context.direction().hook()
                && InterfaceTerms.hold(binding.getInInterface(), context.inInterface())
                && InterfaceTerms.hold(binding.getOutInterface(), context.outInterface());
    }

    /** Whether the packet finds a token of a rate. */
    boolean isWithin(RateLimit rate) {
        return buckets.within(rate, packet, context.time(), takesTokens);
    }

    private boolean isOf(Application application) {
        return application.getSigner() == null && context.program().isPresent()
                && (application.getPath() == null
                        || InterfaceTerms.matches(application.getPath(), context.program().get().path()))
                && (application.getUser() == null || application.getUser().equals(context.program().get().user()));
    }

    /** Whether something written for a choice of IP versions is about this packet. */
    private boolean speaksOf(IpFamily family) {
        return switch (family) {
            case ANY -> true;
            case V4 -> packet.isV4();
            case V6 -> packet.isV6();
        };
    }

    /** No term means any address; else the address lies in one of the terms. */
    private static boolean contains(List<AddressTerm> terms, IpAddress address) {
        if (terms.isEmpty()) {
            return true;
        }
        for (AddressTerm term : terms) {
            if (contains(term, address)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(AddressTerm term, IpAddress address) {
        return switch (term) {
            case AddressPrefix p -> p.getPrefix().contains(address);
            case AddressRange r -> address.version() == r.getFirst().version() && r.getFirst().compareTo(address) <= 0
                    && address.compareTo(r.getLast()) <= 0;
            case AddressWildcard w -> address.version() == w.getAddress().version()
                    && (address.high() & ~w.getWildcard().high()) == w.getAddress().high()
                    && (address.low() & ~w.getWildcard().low()) == w.getAddress().low();
            case AddressName n -> n.getAddresses().contains(address);
            case AddressUse use -> use.getObject().getTerms().stream().anyMatch(part -> contains(part, address));
            default -> throw new IllegalStateException("unknown address term " + term);
        };
    }

    /** No service means any; a rule with several is as if it stood once for each. */
    private Field services(Rule rule, boolean allowsLater) {
        if (rule.getMatch().getService().isEmpty()) {
            return null;
        }
        List<Service> services = ServiceTerms.flatten(rule.getMatch().getService());
        Field miss = null;
        for (Service service : services) {
            miss = service(service, allowsLater && rule.getAction() instanceof Allow);
            if (miss == null) {
                return null;
            }
        }
        return services.size() == 1 ? miss : Field.SERVICE;
    }

    /** Services that are negated name protocols alone. */
    private Field negatedServices(Match match) {
        boolean any = ServiceTerms.flatten(match.getService()).stream()
                .anyMatch(service -> service.getProtocol() == null || service.getProtocol() == packet.protocol());
        return any ? Field.PROTOCOL : null;
    }

    private Field service(Service service, boolean allows) {
        if (service.getProtocol() != null && packet.protocol() != service.getProtocol()) {
            return Field.PROTOCOL;
        }
        if (!ServiceTerms.hasLayer4(service)) {
            return null;
        }
        if (packet.isLaterFragment()) {
            return allows ? null : Field.LAYER_4;
        }
        return layer4(service);
    }

    private Field layer4(Service service) {
        if (!holds(service.getSourcePort(), packet.sourcePort())) {
            return Field.SOURCE_PORT;
        }
        if (!holds(service.getDestinationPort(), packet.destinationPort())) {
            return Field.DESTINATION_PORT;
        }
        if (service.getIcmpType() != null) {
            Field miss = service.isIcmpNegated() ? negatedIcmp(service) : icmp(service);
            if (miss != null) {
                return miss;
            }
        }
        int flags = packet.tcpFlags();
        if (service.isEstablished() && (flags < 0 || (flags & (TcpFlags.ACK | TcpFlags.RST)) == 0)) {
            return Field.TCP_FLAGS;
        }
        if (service.getTcpFlags() != null
                && (flags < 0 || service.getTcpFlags().matches(flags) == service.isTcpFlagsNegated())) {
            return Field.TCP_FLAGS;
        }
        return null;
    }

    private Field icmp(Service service) {
        if (packet.icmpType() != service.getIcmpType()) {
            return Field.ICMP_TYPE;
        }
        return service.getIcmpCode() != null && packet.icmpCode() != service.getIcmpCode() ? Field.ICMP_CODE : null;
    }

    /** The message is there, as far as the condition looks, and is another. */
    private Field negatedIcmp(Service service) {
        if (packet.icmpType() < 0 || service.getIcmpCode() == null && packet.icmpType() == service.getIcmpType()) {
            return Field.ICMP_TYPE;
        }
        boolean codeHolds = service.getIcmpCode() == null || packet.icmpType() != service.getIcmpType()
                || packet.icmpCode() >= 0 && packet.icmpCode() != service.getIcmpCode();
        return codeHolds ? null : Field.ICMP_CODE;
    }

    /** Whether a port, -1 where it is not there, meets a condition, null for none. */
    private static boolean holds(PortCondition condition, int port) {
        if (condition == null) {
            return true;
        }
        NumberSet ports = condition.getPorts();
        return port >= 0 && switch (condition.getOperator()) {
            case EQ, RANGE -> ports.contains(port);
            case NEQ -> !ports.contains(port);
            case LT -> port < ports.ranges().get(0).low();
            case GT -> port > ports.ranges().get(0).low();
        };
    }
}
