package org.hopwarden.enforce.internal;

import static java.util.Objects.requireNonNull;

import org.hopwarden.engine.CompiledPolicy;

/**
 * The policy that decides now. It is replaced as a whole: a thread that decides packets takes it once for each batch, so that a packet is
 * decided by the old one or by the new one, and never by parts of both. Safe for use by several threads.
 */
public final class PolicyInForce {

    private volatile CompiledPolicy current;

    public PolicyInForce(CompiledPolicy policy) {
        current = requireNonNull(policy, "policy");
    }

    public CompiledPolicy policy() {
        return current;
    }

    /** Puts another one in its place. */
    public void replace(CompiledPolicy policy) {
        current = requireNonNull(policy, "policy");
    }
}
