package org.hopwarden.enforce;

import java.util.Optional;

/**
 * Shows the questions of an {@link AskBroker} to a person. Called by the broker's one thread: it must be quick and must not wait for
 * the person, who answers by {@link AskBroker#answer}.
 */
public interface FlowAsker {

    /** How a question ended. */
    enum End {
        ANSWERED,
        /** Nobody answered in time: its packets are dropped. */
        NO_ANSWER,
        /** An answer to another one, or a change of the policy, settled it as well. */
        SETTLED,
        /** The enforcement ended. */
        CLOSED
    }

    /** A new question. */
    void asked(FlowQuestion question);

    /** More packets have joined a question. */
    default void changed(FlowQuestion question) {
        // Whoever shows no counts need not know.
    }

    /**
     * A question needs no answer any more.
     *
     * @param answer empty unless it was answered
     */
    void ended(FlowQuestion question, End end, Optional<FlowAnswer> answer);
}
