package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ExportResult;
import org.hopwarden.interchange.PolicyExporter;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;

/** Writes chains as extended numbered access lists of Cisco IOS. */
public final class IosExporter implements PolicyExporter {

    @Override
    public String id() {
        return "ios";
    }

    @Override
    public String label() {
        return "Cisco IOS extended access lists (100-199, 2000-2699)";
    }

    @Override
    public List<String> declaredLosses() {
        return List.of("Names, descriptions and IDs of rules, chains and the policy are not written.",
                "Fail mode and default actions are not written: what no list speaks of, IOS lets pass.");
    }

    @Override
    public ExportResult write(Policy policy, ExportOptions options) throws ExportException {
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        if (!problems.isEmpty()) {
            throw new ExportException(problems.stream().map(PolicyProblem::toString).toList());
        }
        List<Chain> chains = policy.getChains().stream()
                .filter(chain -> options.chain() == null || options.chain().equals(chain.getName())).toList();
        if (chains.isEmpty()) {
            throw new ExportException(List.of(options.chain() == null ? "the policy has no chain to write"
                    : "the policy has no chain " + options.chain() + "; it has "
                            + policy.getChains().stream().map(Chain::getName).toList()));
        }
        StringBuilder text = new StringBuilder();
        List<String> losses = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        IosNumbers numbers = new IosNumbers(chains, losses, refusals);
        for (Chain chain : chains) {
            new IosChainWriter(chain, numbers.of(chain), losses, refusals).write(text);
        }
        if (!refusals.isEmpty()) {
            throw new ExportException(refusals);
        }
        if (options.strict() && !losses.isEmpty()) {
            throw new ExportException(losses);
        }
        return new ExportResult(text.toString(), losses);
    }

    /** A line with a remark; one without text has no blank at its end. */
    static String remarkLine(String list, String remark) {
        return "access-list " + list + " remark" + (remark.isEmpty() ? "" : " " + remark);
    }

    /** A line with an entry. */
    static String entryLine(String list, String rule) {
        return "access-list " + list + " " + rule;
    }
}
