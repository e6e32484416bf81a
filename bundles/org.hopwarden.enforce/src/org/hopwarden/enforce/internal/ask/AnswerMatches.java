package org.hopwarden.enforce.internal.ask;

import java.util.Collection;
import java.util.List;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;

/** The conditions of an answer's rules. */
final class AnswerMatches {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final Policy policy;
    private final DescribedPacket packet;
    private final Flow flow;
    private final Breadth breadth;
    private final AnswerSpec spec;

    AnswerMatches(Policy policy, DescribedPacket packet, Flow flow, AnswerSpec spec) {
        this.policy = policy;
        this.packet = packet;
        this.flow = flow;
        this.spec = spec;
        breadth = spec.breadth();
    }

    private boolean anyHost() {
        return breadth == Breadth.ANY_HOST || breadth == Breadth.ANY;
    }

    private boolean anyPort() {
        return breadth == Breadth.ANY_PORT || breadth == Breadth.ANY;
    }

    /**
     * The packets that are asked about, and of those only what the asking rule is about: an answer to it never takes a packet from a rule
     * behind it.
     *
     * @param asking the conditions of the rule that asks; null where a default does
     */
    Match packets(Match asking) {
        Match match = asking == null ? MODEL.createMatch() : copyOf(asking);
        List<Service> asked = asking == null || asking.isServiceNegated() ? List.of() : ServiceTerms.flatten(asking.getService());
        match.getService().clear();
        match.setServiceNegated(false);
        match.setFragments(flow.fragment());
        match.setRate(null);
        if (!(anyHost() && flow.isFarSource())) {
            set(match.getSource(), flow.source());
            match.setSourceNegated(false);
        }
        if (!(anyHost() && !flow.isFarSource())) {
            set(match.getDestination(), flow.destination());
            match.setDestinationNegated(false);
        }
        setVersion(match);
        List<Service> fitting = asked.stream().filter(service -> ServiceTest.holds(service, packet)).toList();
        if (fitting.isEmpty()) {
            match.getService().add(service(null));
        } else {
            fitting.forEach(service -> match.getService().add(service(service)));
        }
        if (spec.withProgram()) {
            flow.program().ifPresent(program -> {
                match.getApplications().clear();
                match.getApplications().add(ProgramObjects.of(policy, program));
            });
        }
        return match;
    }

    /**
     * Whether the asking rule asks about all packets of a traceroute: else a choice for them would take some from a rule behind it.
     *
     * @param asking its conditions; null where a default asks
     */
    static boolean asksAboutTraceroute(Match asking, DescribedPacket packet) {
        return asking == null || asking.isServiceNegated() || ServiceTerms.flatten(asking.getService()).stream()
                .filter(service -> ServiceTest.holds(service, packet))
                .allMatch(service -> ServiceTest.holdsTo(service, Flow.FIRST_TRACEROUTE_PORT, Flow.LAST_TRACEROUTE_PORT));
    }

    /** What it refers to stands in a copy of the policy, perhaps; the same names stand in this one. */
    private Match copyOf(Match other) {
        return new OwnObjects(policy).copy(other);
    }

    /** Where no address is named, nothing else tells the versions apart. */
    private void setVersion(Match match) {
        match.setIpVersion(flow.version() == IpVersion.V4 ? IpFamily.V4 : IpFamily.V6);
        if (!match.getSource().isEmpty() && !match.isSourceNegated() || !match.getDestination().isEmpty() && !match.isDestinationNegated()) {
            match.setIpVersion(IpFamily.ANY);
        }
    }

    /** @param asked a service of the asking rule that the packet belongs to; null where it looks at none */
    private Service service(Service asked) {
        Service service = asked == null ? MODEL.createService() : EcoreUtil.copy(asked);
        service.setProtocol(flow.protocol());
        if (flow.fragment()) {
            Service bare = MODEL.createService();
            bare.setProtocol(flow.protocol());
            return bare;
        }
        if (flow.isIcmp() && !anyPort()) {
            service.setIcmpType(flow.icmpType());
            service.setIcmpCode(flow.icmpCode() < 0 ? null : flow.icmpCode());
            service.setIcmpNegated(false);
        }
        if (flow.servicePort() >= 0) {
            setPorts(service, flow.fromService());
        }
        if (flow.isTcp() && flow.fromService() && service.getTcpFlags() == null) {
            service.setEstablished(true);
        }
        return service;
    }

    private void setPorts(Service service, boolean serviceIsSource) {
        if (!anyPort()) {
            setPort(service, serviceIsSource, breadth == Breadth.TRACEROUTE_PORTS
                    ? range(Flow.FIRST_TRACEROUTE_PORT, Flow.LAST_TRACEROUTE_PORT) : port(flow.servicePort()));
        }
        if (spec.clientPort()) {
            setPort(service, !serviceIsSource, port(flow.fromService() ? packet.destinationPort() : packet.sourcePort()));
        }
    }

    private static void setPort(Service service, boolean source, PortCondition condition) {
        if (source) {
            service.setSourcePort(condition);
        } else {
            service.setDestinationPort(condition);
        }
    }

    /** Later packets of a connection whose first one is asked about. */
    Match continued(Match packets, boolean tracked) {
        Match match = copyOf(packets);
        if (tracked) {
            match.getStates().clear();
            match.getStates().add(ConnectionState.ESTABLISHED);
        }
        for (Service service : ServiceTerms.flatten(match.getService())) {
            service.setTcpFlags(null);
            service.setTcpFlagsNegated(false);
            service.setEstablished(flow.isTcp() && !tracked);
        }
        return match;
    }

    /** What answers the packets. */
    Match replies(Match packets, boolean tracked) {
        Match match = back(packets, tracked ? ConnectionState.ESTABLISHED : null);
        Service service = MODEL.createService();
        service.setProtocol(flow.protocol());
        if (flow.isIcmp() && !anyPort()) {
            service.setIcmpType(flow.replyType());
            service.setIcmpCode(0);
        }
        if (flow.servicePort() >= 0) {
            setPorts(service, !flow.fromService());
        }
        service.setEstablished(flow.isTcp() && !tracked);
        match.getService().add(service);
        match.setFragments(flow.fragment());
        set(match.getSource(), flow.destination());
        set(match.getDestination(), flow.source());
        if (anyHost()) {
            (flow.isFarSource() ? match.getDestination() : match.getSource()).clear();
        }
        setVersion(match);
        return match;
    }

    /** ICMP errors about the packets: any router on the way may send them. */
    Match errors(Match packets, boolean tracked) {
        Match match = back(packets, tracked ? ConnectionState.RELATED : null);
        if (flow.version() == IpVersion.V4) {
            match.getService().add(icmp(IpProtocol.ICMP, IcmpType.UNREACHABLE, null));
            match.getService().add(icmp(IpProtocol.ICMP, IcmpType.TIME_EXCEEDED, 0));
        } else {
            match.getService().add(icmp(IpProtocol.ICMPV6, IcmpType.V6_UNREACHABLE, null));
            match.getService().add(icmp(IpProtocol.ICMPV6, IcmpType.V6_PACKET_TOO_BIG, 0));
            match.getService().add(icmp(IpProtocol.ICMPV6, IcmpType.V6_TIME_EXCEEDED, 0));
        }
        if (!(anyHost() && flow.isFarSource())) {
            set(match.getDestination(), flow.source());
        }
        setVersion(match);
        return match;
    }

    /** By the same interfaces, the other way round. */
    private Match back(Match packets, ConnectionState state) {
        Match match = MODEL.createMatch();
        match.getInInterface().addAll(copyOf(packets).getOutInterface());
        match.setInInterfaceNegated(packets.isOutInterfaceNegated());
        match.getOutInterface().addAll(copyOf(packets).getInInterface());
        match.setOutInterfaceNegated(packets.isInInterfaceNegated());
        match.setSchedule(new OwnObjects(policy).schedule(packets.getSchedule()));
        if (state != null) {
            match.getStates().add(state);
        }
        return match;
    }

    private static Service icmp(int protocol, int type, Integer code) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        service.setIcmpType(type);
        service.setIcmpCode(code);
        return service;
    }

    private static void set(Collection<AddressTerm> terms, IpAddress address) {
        terms.clear();
        AddressPrefix prefix = MODEL.createAddressPrefix();
        prefix.setPrefix(IpPrefix.containing(address, address.version().addressBits()));
        terms.add(prefix);
    }

    private static PortCondition port(int port) {
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(PortOperator.EQ);
        condition.setPorts(NumberSet.of(port));
        return condition;
    }

    private static PortCondition range(int first, int last) {
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(PortOperator.RANGE);
        condition.setPorts(NumberSet.ofRange(first, last));
        return condition;
    }
}
