package org.hopwarden.analysis.internal.checks;

import java.util.List;

import org.hopwarden.analysis.Decision;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Severity;
import org.hopwarden.analysis.Traffic;
import org.hopwarden.engine.Direction;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.ConnectionState;

/** Policies that let ICMP redirects pass, by which others bend routes. */
public final class Redirects extends DecisionCheck {

    public Redirects() {
        super("redirects", "policies that allow ICMP redirects, by which others can bend routes");
    }

    @Override
    void find(Decision decision, List<Finding> findings) {
        for (Direction direction : inward(decision)) {
            Traffic redirect = Traffic.icmp(IpVersion.V4, IcmpType.REDIRECT, 1).in(direction)
                    .withStates(ConnectionState.NEW, ConnectionState.UNTRACKED);
            decision.allowed(redirect).ifPresent(witness -> findings.add(finding(decision, Severity.WARNING,
                    "Permits ICMP redirects (type 5): whoever can send them bends the routes of those who believe them.",
                    witness)));
        }
    }
}
