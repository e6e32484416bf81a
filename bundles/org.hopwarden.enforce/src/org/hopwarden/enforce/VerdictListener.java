package org.hopwarden.enforce;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;

/** Is told of the packets that a policy decides, by the threads that pass them: it must be quick, and must not throw. */
@FunctionalInterface
public interface VerdictListener {

    /** Wants to know nothing. */
    VerdictListener NONE = (packet, state, policy, decision) -> { };

    /**
     * A packet was decided. Several threads may call this at a time.
     *
     * @param packet valid, and only during the call
     * @param state what was known of it beside its bytes; only during the call
     * @param policy that decided it; another one as soon as it was replaced
     * @param decision as {@link CompiledPolicy#decide} gives it
     */
    void decided(PacketView packet, PacketState state, CompiledPolicy policy, int decision);
}
