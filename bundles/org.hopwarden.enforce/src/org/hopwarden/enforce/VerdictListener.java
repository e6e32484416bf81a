package org.hopwarden.enforce;

import java.util.List;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;

/** Is told of the packets that a policy decides, by the threads that pass them: it must be quick, and must not throw. */
@FunctionalInterface
public interface VerdictListener {

    /** Wants to know nothing. */
    VerdictListener NONE = (packet, state, policy, decision) -> { };

    /**
     * A packet was decided. Several threads may call this at a time, each with a state of its own.
     *
     * @param packet only there during the call; not valid where it is no IP packet
     * @param state with which it was decided; only there during the call
     * @param policy that decided: another than before once it was replaced
     * @param decision as {@link CompiledPolicy#decide(PacketView, PacketState)} gives it
     */
    void decided(PacketView packet, PacketState state, CompiledPolicy policy, int decision);

    /** Tells several, one after the other. */
    static VerdictListener all(List<? extends VerdictListener> listeners) {
        VerdictListener[] each = listeners.stream().filter(listener -> listener != NONE).toArray(VerdictListener[]::new);
        return switch (each.length) {
            case 0 -> NONE;
            case 1 -> each[0];
            default -> (packet, state, policy, decision) -> {
                for (VerdictListener listener : each) {
                    listener.decided(packet, state, policy, decision);
                }
            };
        };
    }
}
