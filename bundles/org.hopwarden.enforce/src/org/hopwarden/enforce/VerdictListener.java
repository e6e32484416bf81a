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
     * A packet was decided. Several threads may call this at a time.
     *
     * @param packet valid, and only during the call
     * @param state what was known of it beside its bytes; only during the call
     * @param policy that decided it; another one as soon as it was replaced
     * @param decision as {@link CompiledPolicy#decide} gives it
     */
    void decided(PacketView packet, PacketState state, CompiledPolicy policy, int decision);

    /** A packet could not be read, so that no policy was asked. Several threads may call this at a time. */
    default void unreadable() {
    }

    /** A bridge did not let a frame pass that carries no IP packet. Several threads may call this at a time. */
    default void notIp() {
    }

    /** Tells several, one after the other. */
    static VerdictListener all(List<? extends VerdictListener> listeners) {
        VerdictListener[] each = listeners.stream().filter(listener -> listener != NONE).toArray(VerdictListener[]::new);
        return each.length == 0 ? NONE : each.length == 1 ? each[0] : new VerdictListener() {

            @Override
            public void decided(PacketView packet, PacketState state, CompiledPolicy policy, int decision) {
                for (VerdictListener listener : each) {
                    listener.decided(packet, state, policy, decision);
                }
            }

            @Override
            public void unreadable() {
                for (VerdictListener listener : each) {
                    listener.unreadable();
                }
            }

            @Override
            public void notIp() {
                for (VerdictListener listener : each) {
                    listener.notIp();
                }
            }
        };
    }
}
