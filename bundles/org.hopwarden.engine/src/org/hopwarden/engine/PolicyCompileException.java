package org.hopwarden.engine;

import java.util.List;

import org.hopwarden.rulemodel.PolicyProblem;

/** A policy that cannot be evaluated; the message says what to change. */
public final class PolicyCompileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<PolicyProblem> problems;

    public PolicyCompileException(String message) {
        super(message);
        problems = List.of();
    }

    /** @param problems at least one */
    public PolicyCompileException(List<PolicyProblem> problems) {
        super("the policy cannot be used: " + problems.get(0)
                + (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)"));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong in the model; empty where the model is sound but not what was asked for. */
    public List<PolicyProblem> problems() {
        return problems == null ? List.of() : problems;
    }
}
