package org.hopwarden.enforce;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.net.PacketView;

/** Is told of the packets that a policy decides, by the threads that pass them: it must be quick, and must not throw. */
@FunctionalInterface
public interface VerdictListener {

    /** Wants to know nothing. */
    VerdictListener NONE = (packet, direction, decision) -> { };

    /**
     * A packet was decided. Several threads may call this at a time.
     *
     * @param packet valid, and only during the call
     * @param decision as {@link CompiledPolicy#decide} gives it
     */
    void decided(PacketView packet, Direction direction, int decision);
}
