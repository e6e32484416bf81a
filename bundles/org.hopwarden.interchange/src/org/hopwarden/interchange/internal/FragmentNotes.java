package org.hopwarden.interchange.internal;

import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;

/**
 * Finds entries with {@code fragments} that never see a fragment, because an earlier entry decides them all: one that permits
 * decides later fragments by layer 3 alone, whatever it says of ports or ICMP types. Entries are as the importer makes them:
 * one service or none, one address term or none.
 */
final class FragmentNotes {

    private FragmentNotes() {
    }

    /** What to say of the last of these entries; null for nothing. */
    static String of(List<Rule> rules) {
        Rule rule = rules.get(rules.size() - 1);
        if (!rule.getMatch().isFragments()) {
            return null;
        }
        for (int i = 0; i < rules.size() - 1; i++) {
            Rule earlier = rules.get(i);
            boolean allows = earlier.getAction() instanceof Allow;
            boolean layer4 = service(earlier) != null && ServiceTerms.hasLayer4(service(earlier));
            if ((allows || !layer4) && covers(earlier.getMatch(), rule.getMatch())) {
                return "never sees a fragment: rule " + (i + 1) + " (" + RuleText.of(earlier) + ") "
                        + (allows ? "permits" : "denies") + " them before"
                        + (layer4 ? ", because what permits looks at layer 3 alone in fragments other than the first" : "")
                        + "; put this entry in front of it";
            }
        }
        return null;
    }

    private static Service service(Rule rule) {
        return rule.getMatch().getService().isEmpty() ? null : (Service) rule.getMatch().getService().get(0);
    }

    /** Whether every packet that meets the layer 3 of the second meets that of the first. */
    private static boolean covers(Match wide, Match narrow) {
        Integer protocol = wide.getService().isEmpty() ? null : ((Service) wide.getService().get(0)).getProtocol();
        Integer narrowProtocol = narrow.getService().isEmpty() ? null
                : ((Service) narrow.getService().get(0)).getProtocol();
        return (protocol == null || protocol.equals(narrowProtocol)) && covers(wide.getSource(), narrow.getSource())
                && covers(wide.getDestination(), narrow.getDestination());
    }

    private static boolean covers(List<AddressTerm> wide, List<AddressTerm> narrow) {
        if (wide.isEmpty()) {
            return true;
        }
        if (narrow.isEmpty()) {
            return false;
        }
        long wideFree = free(wide.get(0));
        long narrowFree = free(narrow.get(0));
        return (narrowFree & ~wideFree) == 0 && ((base(wide.get(0)) ^ base(narrow.get(0))) & ~wideFree) == 0;
    }

    private static long free(AddressTerm term) {
        return term instanceof AddressPrefix p ? 0xffff_ffffL >>> p.getPrefix().length() & 0xffff_ffffL
                : ((AddressWildcard) term).getWildcard().low();
    }

    private static long base(AddressTerm term) {
        IpAddress base = term instanceof AddressPrefix p ? p.getPrefix().address() : ((AddressWildcard) term).getAddress();
        return base.low();
    }
}
