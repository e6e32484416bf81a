package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.PortRange;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerm;

/** What an author should know of a single entry. */
final class EntryNotes {

    private EntryNotes() {
    }

    static List<String> of(Rule rule) {
        List<String> notes = new ArrayList<>();
        addNetmasks(notes, rule.getMatch().getSource());
        addNetmasks(notes, rule.getMatch().getDestination());
        for (ServiceTerm term : rule.getMatch().getService()) {
            if (term instanceof Service service) {
                addEmptyPorts(notes, service.getSourcePort());
                addEmptyPorts(notes, service.getDestinationPort());
            }
        }
        return notes;
    }

    /** 255.255.255.0 is a fine netmask, and as a wildcard it leaves the network open and the host fixed. */
    private static void addNetmasks(List<String> notes, List<AddressTerm> terms) {
        for (AddressTerm term : terms) {
            if (term instanceof AddressWildcard wildcard) {
                int mask = (int) wildcard.getWildcard().low();
                if ((~mask & ~mask + 1) == 0) {
                    notes.add(wildcard.getWildcard() + " looks like a netmask. As a wildcard it lets the first "
                            + Integer.bitCount(mask) + " bits of the address be anything");
                }
            }
        }
    }

    private static void addEmptyPorts(List<String> notes, PortCondition condition) {
        if (condition != null) {
            int port = condition.getPorts().ranges().get(0).low();
            if (condition.getOperator() == PortOperator.LT && port == 0
                    || condition.getOperator() == PortOperator.GT && port == PortRange.HIGHEST_PORT) {
                notes.add("no port is " + (port == 0 ? "below 0" : "above 65535")
                        + ": of whole packets and first fragments the entry matches none");
            }
        }
    }
}
