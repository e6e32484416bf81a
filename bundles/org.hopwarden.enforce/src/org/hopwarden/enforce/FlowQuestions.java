package org.hopwarden.enforce;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.net.PacketView;

/**
 * Who is asked about a packet where a rule, or a default of the policy, says that a person decides. An {@link AskBroker} asks people; the
 * constants here need nobody.
 */
@FunctionalInterface
public interface FlowQuestions {

    /** Nobody is asked: every such packet is dropped, and counts as asked. */
    FlowQuestions NOBODY = (packet, state, policy, decision, holder) -> Answer.UNANSWERED;

    /** What becomes of a packet. */
    enum Answer {
        /** It goes on, and counts as allowed. */
        ALLOW,
        /** It is dropped because somebody said so, and counts as denied. */
        DENY,
        /** It is dropped because nobody said anything, and counts as asked. */
        UNANSWERED,
        /** It waits: what {@link Holder#hold} gave is settled later. It is counted then. */
        HELD
    }

    /** A back end's way of letting the packet at hand wait. Valid only during the call that it is given to. */
    @FunctionalInterface
    interface Holder {

        /** Cannot let packets wait: they are decided at once. */
        Holder NONE = () -> null;

        /** Lets the packet wait; call it once at the most. Null where that cannot be: then it is decided at once. */
        Held hold();
    }

    /** A packet that waits in a back end. */
    @FunctionalInterface
    interface Held {

        /**
         * Says what becomes of it. Any thread may call this, once; where the back end has ended meanwhile nothing happens.
         *
         * @param answer not {@code HELD}
         */
        void settle(Answer answer);
    }

    /**
     * A packet about which the policy asks. Called by the threads that pass packets, several at a time: it must not block, and must not throw.
     *
     * @param packet valid, and only during the call
     * @param state what is known of it beside its bytes; only during the call
     * @param policy that asks
     * @param decision the policy's, of the kind {@code ASK}
     * @param holder lets it wait
     * @return {@code HELD} only if the holder gave something
     */
    Answer asked(PacketView packet, PacketState state, CompiledPolicy policy, int decision, Holder holder);
}
