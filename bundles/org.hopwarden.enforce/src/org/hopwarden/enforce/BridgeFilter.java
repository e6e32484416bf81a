package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.hopwarden.engine.RejectWith;
import org.hopwarden.net.PacketView;

/**
 * Decides the IP packets that cross a bridge. It has a fixed list of outcomes, one for each rule and default, so that deciding
 * needs no allocation and counting is adding to an array. Safe for use by the bridge's two threads.
 */
public interface BridgeFilter {

    /** What happens to a packet. */
    enum Action {
        ALLOW, DENY,
        /** It is dropped, and its sender is told. */
        REJECT,
        /** It is dropped for now, and somebody is asked. */
        ASK,
        /** The filter has no answer: the bridge's fail mode holds. */
        UNDECIDED
    }

    /**
     * What a decision is and where it comes from.
     *
     * @param rejectWith how the sender is told; null unless the action is {@code REJECT}
     * @param chain the name of the chain that decides; null where none does
     * @param rule which of the chain's rules, counted from 1; 0 for its implicit end, and where there is no chain
     */
    record Outcome(Action action, RejectWith rejectWith, String chain, int rule) {

        public Outcome {
            requireNonNull(action, "action");
            if ((action == Action.REJECT) != (rejectWith != null)) {
                throw new IllegalArgumentException(action + " with " + rejectWith);
            }
        }
    }

    /**
     * Decides a packet.
     *
     * @param packet valid, and only during the call
     * @return an index into {@link #outcomes}
     */
    int decide(PacketView packet);

    /**
     * As {@link #decide(PacketView)}, for a filter that looks at interfaces as well.
     *
     * @param inInterface the name of the one that the packet came in by
     * @param outInterface the name of the one that it is to leave by
     */
    default int decide(PacketView packet, String inInterface, String outInterface) {
        return decide(packet);
    }

    /** All outcomes there can be. The same list each time. */
    List<Outcome> outcomes();
}
