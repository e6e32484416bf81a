package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.analysis.internal.Heads.Depth;
import org.hopwarden.analysis.internal.Heads.Head;
import org.hopwarden.analysis.internal.WideSet.Span;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerm;
import org.hopwarden.rulemodel.ServiceTerms;

/** The packets of services as boxes, exactly as {@code docs/semantics.md} says it of services and fragments. */
final class ServiceBoxes {

    private static final int HIGHEST_BYTE = 0xff;
    private static final int HIGHEST_PORT = 0xffff;
    private static final Axis FIRST = Axis.of(Field.FIRST);
    private static final Axis SECOND = Axis.of(Field.SECOND);
    private static final Axis FLAGS = Axis.of(Field.TCP_FLAGS);

    private ServiceBoxes() {
    }

    /** The plane's packets that belong to at least one of the services; all where there is none. */
    static List<RawBox> of(List<ServiceTerm> terms, boolean allows, Plane plane) {
        if (terms.isEmpty()) {
            return List.of(RawBox.ALL);
        }
        List<RawBox> boxes = new ArrayList<>();
        for (Service service : ServiceTerms.flatten(terms)) {
            if (!plane.isLater() && service.isIcmpNegated() && service.getIcmpType() != null) {
                boxes.addAll(negatedIcmp(service, Heads.of(plane)));
            } else if (!plane.isLater()) {
                boxes.add(whole(service, Heads.of(plane)));
            } else if (allows || !ServiceTerms.hasLayer4(service)) {
                boxes.add(protocol(service, Heads.of(plane), Depth.NONE, false, false, false));
            }
        }
        return RawBox.merged(boxes);
    }

    private static RawBox whole(Service service, Heads heads) {
        boolean flags = service.isEstablished() || service.getTcpFlags() != null;
        boolean ports = service.getSourcePort() != null || service.getDestinationPort() != null;
        boolean icmp = service.getIcmpType() != null || service.getIcmpCode() != null;
        Depth least = flags ? Depth.FLAGS
                : service.getDestinationPort() != null || service.getIcmpCode() != null ? Depth.SECOND
                        : service.getSourcePort() != null || service.getIcmpType() != null ? Depth.FIRST : Depth.NONE;
        RawBox box = protocol(service, heads, least, ports, icmp, flags);
        if (icmp && ports) {
            return box.with(FIRST, WideSet.NONE);
        }
        if (service.getSourcePort() != null) {
            box = box.with(FIRST, ports(service.getSourcePort()));
        }
        if (service.getDestinationPort() != null) {
            box = box.with(SECOND, ports(service.getDestinationPort()));
        }
        if (service.getIcmpType() != null && !service.isIcmpNegated()) {
            box = box.with(FIRST, icmp(service.getIcmpType()));
        }
        if (service.getIcmpCode() != null && !service.isIcmpNegated()) {
            box = box.with(SECOND, icmp(service.getIcmpCode()));
        }
        return flags ? box.with(FLAGS, flags(service)) : box;
    }

    /** Every message that is there, as far as the condition looks, and is another than the one named. */
    private static List<RawBox> negatedIcmp(Service service, Heads heads) {
        RawBox icmp = protocol(service, heads, Depth.FIRST, false, true, service.isEstablished() || service.getTcpFlags() != null);
        if (service.getSourcePort() != null || service.getDestinationPort() != null) {
            return List.of();
        }
        WideSet type = icmp(service.getIcmpType());
        List<RawBox> boxes = new ArrayList<>(List.of(icmp.with(FIRST, type.complement(FIRST.highest()))));
        if (service.getIcmpCode() != null) {
            boxes.add(protocol(service, heads, Depth.SECOND, false, true, false).with(FIRST, type)
                    .with(SECOND, icmp(service.getIcmpCode()).complement(SECOND.highest())));
        }
        return boxes;
    }

    private static RawBox protocol(Service service, Heads heads, Depth least, boolean ports, boolean icmp, boolean tcp) {
        if (service.getProtocol() == null && least == Depth.NONE) {
            return RawBox.ALL;
        }
        return RawBox.ALL.with(heads.axis(), heads.where(head -> holds(head, service, least)
                && (!ports || IpProtocol.hasPorts(head.protocol())) && (!icmp || heads.isIcmp(head.protocol()))
                && (!tcp || head.protocol() == IpProtocol.TCP)));
    }

    private static boolean holds(Head head, Service service, Depth least) {
        return (service.getProtocol() == null || head.protocol() == service.getProtocol())
                && head.depth().compareTo(least) >= 0;
    }

    private static WideSet ports(PortCondition condition) {
        List<NumberRange> ranges = condition.getPorts().ranges();
        int port = ranges.get(0).low();
        return switch (condition.getOperator()) {
            case EQ, RANGE -> union(ranges);
            case NEQ -> union(ranges).complement(Field.FIRST.highest());
            case LT -> WideSet.range(0, port - 1L);
            case GT -> WideSet.range(port + 1L, HIGHEST_PORT);
        };
    }

    /** The plane's packets whose protocol is none of those that the services name. */
    static List<RawBox> negated(List<ServiceTerm> terms, Plane plane) {
        List<Service> services = ServiceTerms.flatten(terms);
        return List.of(RawBox.ALL.with(Heads.of(plane).axis(), Heads.of(plane).where(head -> services.stream()
                .noneMatch(service -> service.getProtocol() == null || service.getProtocol() == head.protocol()))));
    }

    static WideSet union(List<NumberRange> ranges) {
        return WideSet.union(ranges.stream().map(range -> Span.of(range.low(), range.high())).toList());
    }

    /** Types and codes end at 255, and their axes, which they share with ports, do not. */
    private static WideSet icmp(int value) {
        return WideSet.range(value, value == HIGHEST_BYTE ? HIGHEST_PORT : value);
    }

    private static WideSet flags(Service service) {
        List<Span> spans = new ArrayList<>();
        for (int flags = 0; flags <= HIGHEST_BYTE; flags++) {
            if ((!service.isEstablished() || (flags & (TcpFlags.ACK | TcpFlags.RST)) != 0)
                    && (service.getTcpFlags() == null || service.getTcpFlags().matches(flags) != service.isTcpFlagsNegated())) {
                spans.add(Span.of(flags, flags));
            }
        }
        return WideSet.union(spans);
    }
}
