package org.hopwarden.analysis.internal.checks;

import java.util.List;

import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.RuleFact;
import org.hopwarden.analysis.Severity;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;

/** Rules that let anybody reach anything. */
public final class TooWide extends RuleChecks {

    public TooWide() {
        super("too-wide", "rules that allow every port, or every protocol, from anywhere to anywhere");
    }

    @Override
    Finding find(CheckedPolicy policy, RuleFact fact) {
        Match match = fact.rule().getMatch();
        if (!(fact.rule().getAction() instanceof Allow) || !fact.isReached() || !isOpen(match) || isCalledOnly(policy, fact)) {
            return null;
        }
        List<Service> services = ServiceTerms.flatten(match.getService());
        boolean all = services.isEmpty() || match.isServiceNegated()
                || services.stream().anyMatch(service -> service.getProtocol() == null && !ServiceTerms.hasLayer4(service));
        boolean ports = services.stream().anyMatch(service -> !ServiceTerms.hasLayer4(service) && service.getProtocol() != null
                && (service.getProtocol() == IpProtocol.TCP || service.getProtocol() == IpProtocol.UDP));
        if (!all && !ports) {
            return null;
        }
        boolean outward = !fact.chain().getBindings().isEmpty()
                && fact.chain().getBindings().stream().map(Binding::getHook).allMatch(Hook.OUT::equals);
        boolean restOfList = fact.number() == fact.chain().getRules().size() && fact.generalises() != null;
        String what = all ? "every protocol" : "every port of the protocol";
        return finding(outward || restOfList ? Severity.INFO : Severity.WARNING, fact, "This rule allows " + what
                + " from any address to any address" + (restOfList ? ", as the rest behind what is refused before."
                        : outward ? ", outwards." : ". Name the addresses or the ports that are meant."), List.of(),
                fact.reached().get(), null);
    }

    /** Whether the rule allows new packets without regard to where they come from and go to. */
    private static boolean isOpen(Match match) {
        boolean newOnes = match.getStates().isEmpty() || match.getStates().contains(ConnectionState.NEW);
        return newOnes && match.getSource().isEmpty() && match.getDestination().isEmpty() && match.getInInterface().isEmpty()
                && match.getOutInterface().isEmpty() && !match.isFragments() && match.getMark() == null
                && match.getApplications().isEmpty() && match.getRate() == null && match.getSchedule() == null
                && match.getTtl() == null && match.getDscp() == null && match.getLength() == null;
    }

    /** What comes to a chain that is only called was chosen by the call. */
    private static boolean isCalledOnly(CheckedPolicy policy, RuleFact fact) {
        return fact.chain().getBindings().isEmpty()
                && !Chains.uncalled(policy.policy()).contains(fact.chain());
    }
}
