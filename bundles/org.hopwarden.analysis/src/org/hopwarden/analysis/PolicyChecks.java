package org.hopwarden.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.net.Plugins;
import org.hopwarden.rulemodel.Policy;

/** All checks there are, and what they find. */
public final class PolicyChecks {

    private static final System.Logger LOG = System.getLogger(PolicyChecks.class.getName());

    private PolicyChecks() {
    }

    /** The checks, built-in ones first. */
    public static List<PolicyCheck> all() {
        return Plugins.load(PolicyCheck.class, PolicyCheck::id);
    }

    /**
     * What all checks find in a policy, by chain and rule.
     *
     * @throws PolicyCompileException if the policy has problems
     */
    public static List<Finding> of(Policy policy) throws PolicyCompileException {
        return of(policy, all());
    }

    /**
     * What these checks find in a policy, by chain and rule. One that fails is logged, and the others go on.
     *
     * @throws PolicyCompileException if the policy has problems
     */
    public static List<Finding> of(Policy policy, List<PolicyCheck> checks) throws PolicyCompileException {
        return of(policy, checks, () -> false);
    }

    /**
     * What these checks find in a policy, for a caller that may not want to know any more before they are done.
     *
     * @param unwanted is asked again and again, on this thread
     * @throws PolicyCompileException if the policy has problems
     * @throws CancellationException once it is unwanted
     */
    public static List<Finding> of(Policy policy, List<PolicyCheck> checks, BooleanSupplier unwanted) throws PolicyCompileException {
        CheckedPolicy checked = CheckedPolicy.of(policy, unwanted);
        List<Finding> findings = new ArrayList<>();
        for (PolicyCheck check : checks) {
            CheckedPolicy.go(unwanted);
            try {
                findings.addAll(check.find(checked));
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException | LinkageError e) {
                LOG.log(System.Logger.Level.WARNING, "the check " + check.id() + " failed and is left out", e);
            }
        }
        List<String> chains = policy.getChains().stream().map(chain -> chain.getName()).toList();
        findings.sort(Comparator.comparingInt((Finding finding) -> chains.indexOf(finding.chain()))
                .thenComparingInt(Finding::rule));
        return List.copyOf(findings);
    }
}
