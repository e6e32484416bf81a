package org.hopwarden.analysis;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.analysis.internal.Checked;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;

/**
 * A policy that checks look at, with what is known of it. What costs time is found when first asked for, and once. For use by
 * one thread.
 */
public final class CheckedPolicy {

    private final Policy policy;
    private final Checked checked;

    private CheckedPolicy(Policy policy, BooleanSupplier unwanted) {
        this.policy = policy;
        checked = new Checked(policy, () -> go(unwanted));
    }

    /**
     * A copy of a policy to be checked.
     *
     * @throws PolicyCompileException if the policy has problems
     */
    public static CheckedPolicy of(Policy policy) throws PolicyCompileException {
        return of(policy, () -> false);
    }

    /**
     * A copy of a policy to be checked, for a caller that may not want to know any more before all is found.
     *
     * @param unwanted is asked while rules are looked at; once it says so, that ends with a {@link CancellationException}
     * @throws PolicyCompileException if the policy has problems
     */
    public static CheckedPolicy of(Policy policy, BooleanSupplier unwanted) throws PolicyCompileException {
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        if (!problems.isEmpty()) {
            throw new PolicyCompileException(problems);
        }
        go(unwanted);
        return new CheckedPolicy(EcoreUtil.copy(policy), unwanted);
    }

    static void go(BooleanSupplier unwanted) {
        if (unwanted.getAsBoolean()) {
            throw new CancellationException("nobody wants to know any more what the checks find");
        }
    }

    /** The policy. It must not be changed. */
    public Policy policy() {
        return policy;
    }

    /** What each enabled rule is worth in its chain, chain after chain. */
    public List<RuleFact> facts() {
        return checked.facts();
    }

    /** How the policy decides: one decision for a policy with bound chains or with none, else one for each that no other calls. */
    public List<Decision> decisions() {
        return checked.decisions();
    }

    /** A packet of the traffic that comes to a rule and meets its conditions. */
    public Optional<Witness> reaching(RuleFact rule, Traffic traffic) {
        return checked.reaching(rule, traffic);
    }

    /** Whether any packet of the traffic meets a rule's conditions, whether it comes to the rule or not. */
    public boolean matches(RuleFact rule, Traffic traffic) {
        return checked.matches(rule, traffic);
    }
}
