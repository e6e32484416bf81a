package org.hopwarden.analysis.internal.checks;

import java.util.List;

import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Fix;
import org.hopwarden.analysis.RuleFact;
import org.hopwarden.analysis.RulePlace;
import org.hopwarden.analysis.Severity;
import org.hopwarden.analysis.Traffic;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.ServiceTerms;

/** Rates that see only the first packet of each connection, because the others were accepted before. */
public final class LimitBehindEstablished extends RuleChecks {

    public LimitBehindEstablished() {
        super("limit-behind-established", "rates behind a rule that accepts established connections, which the rate never sees");
    }

    @Override
    Finding find(CheckedPolicy policy, RuleFact fact) {
        boolean limits = fact.rule().getAction() instanceof Limit || fact.rule().getMatch().getRate() != null;
        if (!limits || !fact.isReached()) {
            return null;
        }
        for (IpVersion version : IpVersion.values()) {
            Traffic connected = Traffic.of(version).withStates(ConnectionState.ESTABLISHED);
            Traffic segments = Traffic.of(version).withProtocol(IpProtocol.TCP).withTcpFlags(TcpFlags.ACK);
            RulePlace byState = hidden(policy, fact, connected, Traffic.of(version).withStates(ConnectionState.NEW), true);
            RulePlace byFlags = byState != null ? byState : hidden(policy, fact, segments,
                    Traffic.of(version).withProtocol(IpProtocol.TCP).withTcpFlags(TcpFlags.SYN), false);
            if (byFlags != null) {
                return finding(Severity.WARNING, fact, "This rate counts only the first packet of each connection: "
                        + byFlags + " has accepted the others before. Where all packets are to be limited, put it in front; where"
                        + " only new connections are, let the rule say so.", List.of(byFlags), null,
                        new Fix.MoveRule(fact.chain().getName(), fact.number(), byFlags.number()));
            }
        }
        return null;
    }

    /** The rule that hides some traffic from a rate that sees other traffic; null where none does. */
    private static RulePlace hidden(CheckedPolicy policy, RuleFact fact, Traffic established, Traffic other, boolean byState) {
        if (!policy.matches(fact, established) || policy.reaching(fact, established).isPresent()
                || policy.reaching(fact, other).isEmpty()) {
            return null;
        }
        for (int number = 1; number < fact.number(); number++) {
            Rule rule = fact.chain().getRules().get(number - 1);
            boolean accepts = byState ? rule.getMatch().getStates().contains(ConnectionState.ESTABLISHED)
                    : ServiceTerms.flatten(rule.getMatch().getService()).stream().anyMatch(service -> service.isEstablished());
            if (rule.isEnabled() && rule.getAction() instanceof Allow && accepts) {
                return RulePlace.of(fact.chain(), rule);
            }
        }
        return null;
    }
}
