package org.hopwarden.enforce.internal;

import static java.util.Objects.requireNonNull;

import org.hopwarden.engine.CompiledPolicy;

/**
 * The policy that decides now. It is replaced as a whole: a thread that decides packets takes it once for each batch, so that a packet is
 * decided by the old one or by the new one, and never by parts of both. Safe for use by several threads.
 */
public final class PolicyInForce {

    private volatile Current current;

    /**
     * A policy with what is asked of it for every batch.
     *
     * @param asksStates whether a rule asks for the state of connections
     * @param namesFragments whether a rule is there for later fragments
     */
    record Current(CompiledPolicy policy, boolean asksStates, boolean namesFragments) {

        private static Current of(CompiledPolicy policy) {
            return new Current(requireNonNull(policy, "policy"), policy.asksStates(), policy.namesFragments());
        }
    }

    public PolicyInForce(CompiledPolicy policy) {
        current = Current.of(policy);
    }

    public CompiledPolicy policy() {
        return current.policy;
    }

    /** Whether a rule asks for the state of connections. */
    public boolean asksStates() {
        return current.asksStates;
    }

    Current current() {
        return current;
    }

    /** Puts another one in its place. */
    public void replace(CompiledPolicy policy) {
        current = Current.of(policy);
    }
}
