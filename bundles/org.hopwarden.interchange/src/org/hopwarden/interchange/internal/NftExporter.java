package org.hopwarden.interchange.internal;

import java.util.List;

import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ExportResult;
import org.hopwarden.interchange.PolicyExporter;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;

/** Writes a policy as a table of nftables, its long runs of rules as sets and verdict maps. */
public final class NftExporter implements PolicyExporter {

    @Override
    public String id() {
        return "nft";
    }

    @Override
    public String label() {
        return "nftables";
    }

    @Override
    public List<String> declaredLosses() {
        return List.of("Names of objects, descriptions, IDs and the fail mode are not written: objects become what they hold.",
                "Where rules ask for the state of connections, Linux puts fragments together before any rule sees them; so it"
                        + " does, always, with IPv4 packets for this host.",
                "The headers Mobility, HIP and Shim6 of IPv6 are protocols for Linux, not headers to be skipped.",
                "Rules that no packet can reach are not written where a run of rules becomes sets.");
    }

    @Override
    public ExportResult write(Policy policy, ExportOptions options) throws ExportException {
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        if (!problems.isEmpty()) {
            throw new ExportException(problems.stream().map(PolicyProblem::toString).toList());
        }
        NftTable table = new NftTable(options.counters());
        new NftLayout(table, policy, options).write();
        if (!table.refusals().isEmpty()) {
            throw new ExportException(List.copyOf(table.refusals()));
        }
        List<String> losses = List.copyOf(table.losses());
        if (options.strict() && !losses.isEmpty()) {
            throw new ExportException(losses);
        }
        return new ExportResult(table.text("policy " + policy.getName() + ", for: nft -f FILE"), losses);
    }
}
