package org.hopwarden.rulemodel;

import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;

/** Finds what has no meaning in the terms of matches and objects: addresses, services, interfaces. */
final class TermProblems {

    private final Policy policy;
    private final ProblemList problems;

    TermProblems(Policy policy, ProblemList problems) {
        this.policy = policy;
        this.problems = problems;
    }

    void checkAddresses(List<AddressTerm> terms) {
        for (AddressTerm term : terms) {
            switch (term) {
                case AddressPrefix p -> problems.need(p.getPrefix(), "a prefix");
                case AddressRange r -> checkRange(r.getFirst(), r.getLast());
                case AddressWildcard w -> checkWildcard(w.getAddress(), w.getWildcard());
                case AddressName n -> problems.needText(n.getName(), "a DNS name");
                case AddressUse use -> checkUse(use.getObject());
                default -> problems.add("an unknown kind of address term: " + term.eClass().getName());
            }
        }
    }

    private void checkRange(IpAddress first, IpAddress last) {
        if (problems.need(first, "the first address of a range") && problems.need(last, "the last address of a range")
                && (first.version() != last.version() || first.compareTo(last) > 0)) {
            problems.add("the range " + first + "-" + last + " is none: both ends are of one version, the lower first");
        }
    }

    private void checkWildcard(IpAddress address, IpAddress wildcard) {
        if (problems.need(address, "the address of a wildcard") && problems.need(wildcard, "a wildcard mask")
                && (address.version() != wildcard.version() || (address.high() & wildcard.high()) != 0
                        || (address.low() & wildcard.low()) != 0)) {
            problems.add("the address " + address + " has bits set, or is of a version, that the wildcard " + wildcard
                    + " leaves no room for");
        }
    }

    void checkServices(List<ServiceTerm> terms) {
        for (ServiceTerm term : terms) {
            switch (term) {
                case ServiceUse use -> checkUse(use.getObject());
                case Service service -> checkService(service);
                default -> problems.add("an unknown kind of service term: " + term.eClass().getName());
            }
        }
    }

    private void checkService(Service service) {
        Integer protocol = service.getProtocol();
        problems.checkNumber(protocol, 255, "a protocol");
        problems.checkNumber(service.getIcmpType(), 255, "an ICMP type");
        problems.checkNumber(service.getIcmpCode(), 255, "an ICMP code");
        if (service.getIcmpCode() != null && service.getIcmpType() == null) {
            problems.add("an ICMP code stands without a type");
        }
        if (service.getIcmpType() != null && protocol != null && protocol != IpProtocol.ICMP
                && protocol != IpProtocol.ICMPV6) {
            problems.add("protocol " + protocol + " has no ICMP types");
        }
        boolean ports = service.getSourcePort() != null || service.getDestinationPort() != null;
        if (ports && protocol != null && !IpProtocol.hasPorts(protocol)) {
            problems.add("protocol " + protocol + " has no ports; TCP, UDP, SCTP and UDP-Lite have");
        }
        if ((service.isEstablished() || service.getTcpFlags() != null) && protocol != null && protocol != IpProtocol.TCP) {
            problems.add("protocol " + protocol + " has no TCP flags");
        }
        if (service.isIcmpNegated() && service.getIcmpType() == null
                || service.isTcpFlagsNegated() && service.getTcpFlags() == null) {
            problems.add("a condition that is negated names nothing, so no packet could match; name what it excludes");
        }
        checkPorts(service.getSourcePort());
        checkPorts(service.getDestinationPort());
    }

    private void checkPorts(PortCondition condition) {
        if (condition == null || !problems.need(condition.getPorts(), "ports")) {
            return;
        }
        PortOperator operator = condition.getOperator();
        NumberSet ports = condition.getPorts();
        boolean single = ports.ranges().size() == 1 && ports.ranges().get(0).isSingle();
        if ((operator == PortOperator.LT || operator == PortOperator.GT) && !single) {
            problems.add("'" + operator.getLiteral() + "' takes one port, not " + ports);
        } else if (operator == PortOperator.RANGE && ports.ranges().size() != 1) {
            problems.add("'range' takes one range, not " + ports);
        }
    }

    void checkInterfaces(List<InterfaceTerm> terms) {
        for (InterfaceTerm term : terms) {
            switch (term) {
                case InterfaceName n -> checkPattern(n.getPattern(), "the name of an interface");
                case InterfaceUse use -> checkUse(use.getObject());
                default -> problems.add("an unknown kind of interface term: " + term.eClass().getName());
            }
        }
    }

    /** A {@code *} means something at the end alone. */
    void checkPattern(String pattern, String what) {
        if (problems.needText(pattern, what) && pattern.indexOf('*') >= 0 && pattern.indexOf('*') < pattern.length() - 1) {
            problems.add(what + " has a * before its end: " + pattern);
        }
    }

    void checkUse(Element object) {
        if (object == null) {
            problems.add("it refers to no object");
        } else if (object.eIsProxy() || object.eContainer() != policy) {
            problems.add("it refers to an object that is not in this policy");
        }
    }
}
