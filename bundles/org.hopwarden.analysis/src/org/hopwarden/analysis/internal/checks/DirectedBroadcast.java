package org.hopwarden.analysis.internal.checks;

import java.util.List;
import java.util.LinkedHashSet;
import java.util.Set;

import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Decision;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.PolicyCheck;
import org.hopwarden.analysis.Severity;
import org.hopwarden.analysis.Traffic;
import org.hopwarden.engine.Direction;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerms;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Rule;

/** Policies that let anybody ping the broadcast address of a network that they name (RFC 2644). */
public final class DirectedBroadcast implements PolicyCheck {

    private static final int SHORTEST = 16;
    private static final int LONGEST = 30;

    @Override
    public String id() {
        return "directed-broadcast";
    }

    @Override
    public String description() {
        return "policies that allow echo requests to the broadcast address of a network that they name";
    }

    @Override
    public List<Finding> find(CheckedPolicy policy) {
        Set<IpPrefix> networks = new LinkedHashSet<>();
        for (Chain chain : policy.policy().getChains()) {
            for (Rule rule : chain.getRules()) {
                if (rule.isEnabled() && rule.getAction() instanceof Allow && !rule.getMatch().isDestinationNegated()
                        && rule.getMatch().getSource().isEmpty()) {
                    addNetworks(rule, networks);
                }
            }
        }
        return networks.stream().flatMap(network -> policy.decisions().stream().flatMap(decision -> find(decision, network)
                .stream())).toList();
    }

    private static void addNetworks(Rule rule, Set<IpPrefix> networks) {
        AddressTerms.forEach(rule.getMatch().getDestination(), term -> {
            IpPrefix prefix = term instanceof AddressPrefix one ? one.getPrefix()
                    : term instanceof AddressWildcard wildcard ? prefix(wildcard) : null;
            if (prefix != null && prefix.address().isV4() && prefix.length() >= SHORTEST && prefix.length() <= LONGEST) {
                networks.add(prefix);
            }
        });
    }

    /** Null where the mask is not of one piece. */
    private static IpPrefix prefix(AddressWildcard wildcard) {
        long free = wildcard.getWildcard().low();
        return wildcard.getAddress().isV4() && (free & free + 1) == 0
                ? IpPrefix.containing(wildcard.getAddress(), 32 - Long.bitCount(free)) : null;
    }

    private List<Finding> find(Decision decision, IpPrefix network) {
        IpAddress broadcast = IpAddress.v4((int) (network.address().low() | 0xffff_ffffL >>> network.length()));
        for (Direction direction : DecisionCheck.inward(decision)) {
            Traffic ping = Traffic.icmp(IpVersion.V4, IcmpType.ECHO_REQUEST, 0).in(direction).to(broadcast);
            var allowed = decision.allowed(ping);
            if (allowed.isPresent()) {
                return List.of(new Finding(id(), Severity.INFO, decision.chain(), 0, "Permits directed broadcasts: an echo request"
                        + " to " + broadcast + " may pass, and if " + network + " is a network of its own, all its hosts"
                        + " answer the forged source.", List.of(), allowed.get(), null));
            }
        }
        return List.of();
    }
}
