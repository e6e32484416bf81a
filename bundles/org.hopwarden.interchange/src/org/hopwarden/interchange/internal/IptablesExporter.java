package org.hopwarden.interchange.internal;

import java.util.List;

import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ExportResult;
import org.hopwarden.interchange.PolicyExporter;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.OpaqueText;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;

/** Writes the IPv4 part of a policy for iptables-restore. */
public class IptablesExporter implements PolicyExporter {

    private final IpVersion version;

    public IptablesExporter() {
        this(IpVersion.V4);
    }

    /** @param version what part of a policy is written */
    IptablesExporter(IpVersion version) {
        this.version = version;
    }

    @Override
    public String id() {
        return IptablesImporter.ID;
    }

    @Override
    public String label() {
        return "iptables-restore";
    }

    @Override
    public List<String> declaredLosses() {
        return List.of("Only the part of one IP version is written: iptables for IPv4, ip6tables for IPv6.",
                "Names of objects and rules, descriptions, IDs and the fail mode are not written: objects become what they hold.",
                "Where rules ask for the state of connections, Linux puts fragments together before any rule sees them; so it"
                        + " does, always, with IPv4 packets for this host.",
                "Rates are kept by the kernel in its own way, to a granularity of its own, and not per protocol.",
                "The headers Mobility, HIP and Shim6 of IPv6 are protocols for Linux, not headers to be skipped.");
    }

    @Override
    public ExportResult write(Policy policy, ExportOptions options) throws ExportException {
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        if (!problems.isEmpty()) {
            throw new ExportException(problems.stream().map(PolicyProblem::toString).toList());
        }
        IptablesTable table = new IptablesTable(version, false);
        new IptablesLayout(table, policy, options).write();
        if (table.tracksConnections()) {
            table = new IptablesTable(version, true);
            new IptablesLayout(table, policy, options).write();
        }
        List<String> others = policy.getOpaque().stream().filter(text -> id().equals(text.getLanguage()))
                .map(OpaqueText::getText).toList();
        if (others.size() < policy.getOpaque().size()) {
            table.losses().add("policy: " + (policy.getOpaque().size() - others.size())
                    + " parts that were kept from another language as they stood are not written");
        }
        if (!table.refusals().isEmpty()) {
            throw new ExportException(List.copyOf(table.refusals()));
        }
        List<String> losses = List.copyOf(table.losses());
        if (options.strict() && !losses.isEmpty()) {
            throw new ExportException(losses);
        }
        return new ExportResult(table.text("policy " + policy.getName().replaceAll("\\p{Cntrl}+", " "), others), losses);
    }
}
