package org.hopwarden.rulemodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows service terms through the objects they use. */
public final class ServiceTerms {

    private ServiceTerms() {
    }

    /** Whether the object uses itself, straight or through others. */
    public static boolean holdsItself(ServiceObject object) {
        return usedBy(object.getTerms()).contains(object);
    }

    private static Set<ServiceObject> usedBy(List<ServiceTerm> terms) {
        Set<ServiceObject> seen = new HashSet<>();
        collect(terms, seen);
        return seen;
    }

    private static void collect(List<ServiceTerm> terms, Set<ServiceObject> seen) {
        Deque<List<ServiceTerm>> open = new ArrayDeque<>(List.of(terms));
        while (!open.isEmpty()) {
            for (ServiceTerm term : open.pop()) {
                if (term instanceof ServiceUse use && use.getObject() != null && seen.add(use.getObject())) {
                    open.push(use.getObject().getTerms());
                }
            }
        }
    }

    /** The services of these terms and of the objects they use, in order. No object may hold itself. */
    public static List<Service> flatten(List<ServiceTerm> terms) {
        List<Service> services = new ArrayList<>();
        for (ServiceTerm term : terms) {
            if (term instanceof ServiceUse use) {
                services.addAll(flatten(use.getObject().getTerms()));
            } else {
                services.add((Service) term);
            }
        }
        return services;
    }

    /** Whether the service looks at more than the protocol. */
    public static boolean hasLayer4(Service service) {
        return service.getSourcePort() != null || service.getDestinationPort() != null || service.getIcmpType() != null
                || service.getIcmpCode() != null || service.isEstablished() || service.getTcpFlags() != null;
    }

    /** Whether any service of these terms, or of the objects they use, looks at more than the protocol. */
    static boolean anyLayer4(List<ServiceTerm> terms) {
        return direct(terms) || usedBy(terms).stream().anyMatch(object -> direct(object.getTerms()));
    }

    private static boolean direct(List<ServiceTerm> terms) {
        return terms.stream().anyMatch(term -> term instanceof Service service && hasLayer4(service));
    }
}
