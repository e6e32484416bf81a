package org.hopwarden.rulemodel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;

/**
 * Finds what has no meaning in a policy. A policy without problems can be evaluated, compiled and exported; one with problems
 * can still be loaded, edited and saved.
 */
public final class PolicyProblems {

    private final Policy policy;
    private final List<PolicyProblem> problems = new ArrayList<>();
    private EObject element;
    private String place;

    private PolicyProblems(Policy policy) {
        this.policy = policy;
    }

    /** All problems in the order of the model; empty for a sound policy. */
    public static List<PolicyProblem> of(Policy policy) {
        PolicyProblems check = new PolicyProblems(policy);
        check.checkPolicy();
        return List.copyOf(check.problems);
    }

    private void checkPolicy() {
        checkIds();
        Set<String> names = new HashSet<>();
        for (AddressObject object : policy.getAddressObjects()) {
            at(object, "address object " + object.getName());
            checkName(object, names);
            checkAddresses(object.getTerms());
            if (AddressTerms.holdsItself(object)) {
                add("it holds itself, through the objects it uses; take one of them out");
            }
        }
        names.clear();
        for (ServiceObject object : policy.getServiceObjects()) {
            at(object, "service object " + object.getName());
            checkName(object, names);
            checkServices(object.getTerms());
            if (ServiceTerms.holdsItself(object)) {
                add("it holds itself, through the objects it uses; take one of them out");
            }
        }
        names.clear();
        for (Chain chain : policy.getChains()) {
            at(chain, "chain " + chain.getName());
            checkName(chain, names);
            if (chain.getDialect() instanceof IosNumberedList list && !isIosExtended(list.getNumber())) {
                add(list.getNumber() + " is no number of an extended access list (100-199, 2000-2699)");
            }
            for (int n = 1; n <= chain.getRules().size(); n++) {
                at(chain.getRules().get(n - 1), "chain " + chain.getName() + ", rule " + n);
                checkRule(chain.getRules().get(n - 1));
            }
        }
    }

    /** Whether IOS takes this number for an extended access list. */
    public static boolean isIosExtended(int number) {
        return number >= 100 && number <= 199 || number >= 2000 && number <= 2699;
    }

    private void checkIds() {
        Set<String> ids = new HashSet<>();
        for (Iterator<EObject> all = policy.eAllContents(); all.hasNext();) {
            if (all.next() instanceof Element one && one.getId() != null && !ids.add(one.getId())) {
                at(one, "policy");
                add("the ID " + one.getId() + " stands twice; remove one, and saving gives a new one");
            }
        }
    }

    private void checkRule(Rule rule) {
        if (rule.getAction() == null) {
            add("it has no action");
        }
        Match match = rule.getMatch();
        if (match == null) {
            add("it has no match; one without conditions matches everything");
            return;
        }
        checkAddresses(match.getSource());
        checkAddresses(match.getDestination());
        checkServices(match.getService());
        if (match.isFragments() && ServiceTerms.anyLayer4(match.getService())) {
            add("'fragments' means fragments other than the first, which have no layer 4: take out the conditions on ports,"
                    + " ICMP or TCP flags");
        }
    }

    private void checkAddresses(List<AddressTerm> terms) {
        for (AddressTerm term : terms) {
            switch (term) {
                case AddressPrefix p -> need(p.getPrefix(), "a prefix");
                case AddressRange r -> checkRange(r.getFirst(), r.getLast());
                case AddressWildcard w -> checkWildcard(w.getAddress(), w.getWildcard());
                case AddressUse use -> checkUse(use.getObject());
                default -> add("an unknown kind of address term: " + term.eClass().getName());
            }
        }
    }

    private void checkRange(IpAddress first, IpAddress last) {
        if (need(first, "the first address of a range") && need(last, "the last address of a range")
                && (first.version() != last.version() || first.compareTo(last) > 0)) {
            add("the range " + first + "-" + last + " is none: both ends are of one version, the lower first");
        }
    }

    private void checkWildcard(IpAddress address, IpAddress wildcard) {
        if (need(address, "the address of a wildcard") && need(wildcard, "a wildcard mask")
                && (address.version() != wildcard.version() || (address.high() & wildcard.high()) != 0
                        || (address.low() & wildcard.low()) != 0)) {
            add("the address " + address + " has bits set, or is of a version, that the wildcard " + wildcard
                    + " leaves no room for");
        }
    }

    private void checkUse(Element object) {
        if (object == null) {
            add("it refers to no object");
        } else if (object.eIsProxy() || object.eContainer() != policy) {
            add("it refers to an object that is not in this policy");
        }
    }

    private void checkServices(List<ServiceTerm> terms) {
        for (ServiceTerm term : terms) {
            switch (term) {
                case ServiceUse use -> checkUse(use.getObject());
                case Service service -> checkService(service);
                default -> add("an unknown kind of service term: " + term.eClass().getName());
            }
        }
    }

    private void checkService(Service service) {
        Integer protocol = service.getProtocol();
        checkByte(protocol, "a protocol");
        checkByte(service.getIcmpType(), "an ICMP type");
        checkByte(service.getIcmpCode(), "an ICMP code");
        if (service.getIcmpCode() != null && service.getIcmpType() == null) {
            add("an ICMP code stands without a type");
        }
        if (service.getIcmpType() != null && protocol != null && protocol != IpProtocol.ICMP
                && protocol != IpProtocol.ICMPV6) {
            add("protocol " + protocol + " has no ICMP types");
        }
        boolean ports = service.getSourcePort() != null || service.getDestinationPort() != null;
        if (ports && protocol != null && !IpProtocol.hasPorts(protocol)) {
            add("protocol " + protocol + " has no ports; TCP, UDP, SCTP and UDP-Lite have");
        }
        if ((service.isEstablished() || service.getTcpFlags() != null) && protocol != null && protocol != IpProtocol.TCP) {
            add("protocol " + protocol + " has no TCP flags");
        }
        checkPorts(service.getSourcePort());
        checkPorts(service.getDestinationPort());
    }

    private void checkPorts(PortCondition condition) {
        if (condition == null || !need(condition.getPorts(), "ports")) {
            return;
        }
        PortOperator operator = condition.getOperator();
        PortSet ports = condition.getPorts();
        boolean single = ports.ranges().size() == 1 && ports.ranges().get(0).isSingle();
        if ((operator == PortOperator.LT || operator == PortOperator.GT) && !single) {
            add("'" + operator.getLiteral() + "' takes one port, not " + ports);
        } else if (operator == PortOperator.RANGE && ports.ranges().size() != 1) {
            add("'range' takes one range, not " + ports);
        }
    }

    private void checkByte(Integer value, String what) {
        if (value != null && (value < 0 || value > 255)) {
            add(what + " lies in 0..255, not " + value);
        }
    }

    private boolean need(Object value, String what) {
        if (value == null) {
            add(what + " is missing");
        }
        return value != null;
    }

    private void checkName(NamedElement named, Set<String> names) {
        if (named.getName() == null || named.getName().isBlank()) {
            add("it has no name");
        } else if (!names.add(named.getName())) {
            add("the name " + named.getName() + " stands twice");
        }
    }

    private void at(EObject where, String words) {
        element = where;
        place = words;
    }

    private void add(String message) {
        problems.add(new PolicyProblem(element, place, message));
    }
}
