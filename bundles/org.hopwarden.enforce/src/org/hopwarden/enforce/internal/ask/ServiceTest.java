package org.hopwarden.enforce.internal.ask;

import java.util.stream.IntStream;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.Service;

/** Whether a service is one that a packet belongs to. */
final class ServiceTest {

    private ServiceTest() {
    }

    static boolean holds(Service service, DescribedPacket packet) {
        return (service.getProtocol() == null || service.getProtocol() == packet.protocol())
                && port(service.getSourcePort(), packet.sourcePort()) && port(service.getDestinationPort(), packet.destinationPort())
                && icmp(service, packet) && flags(service, packet.tcpFlags());
    }

    /** Whether all these destination ports are of the service. */
    static boolean holdsTo(Service service, int first, int last) {
        return IntStream.rangeClosed(first, last).allMatch(port -> port(service.getDestinationPort(), port));
    }

    private static boolean port(PortCondition condition, int port) {
        if (condition == null || condition.getPorts() == null) {
            return true;
        }
        NumberRange first = condition.getPorts().ranges().getFirst();
        return port >= 0 && switch (condition.getOperator()) {
            case EQ, RANGE -> condition.getPorts().contains(port);
            case NEQ -> !condition.getPorts().contains(port);
            case LT -> port < first.low();
            case GT -> port > first.high();
        };
    }

    private static boolean icmp(Service service, DescribedPacket packet) {
        if (service.getIcmpType() == null) {
            return true;
        }
        boolean same = service.getIcmpType() == packet.icmpType()
                && (service.getIcmpCode() == null || service.getIcmpCode() == packet.icmpCode());
        return packet.icmpType() >= 0 && same != service.isIcmpNegated();
    }

    private static boolean flags(Service service, int flags) {
        boolean established = !service.isEstablished() || flags >= 0 && (flags & (TcpFlags.ACK | TcpFlags.RST)) != 0;
        return established && (service.getTcpFlags() == null || flags >= 0
                && ((flags & service.getTcpFlags().mask()) == service.getTcpFlags().value()) != service.isTcpFlagsNegated());
    }
}
