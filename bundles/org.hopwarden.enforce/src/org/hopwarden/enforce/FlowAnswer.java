package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

/**
 * What a person says to a {@link FlowQuestion}.
 *
 * @param allow or deny
 * @param choice which of the question's choices is meant, counted from 0
 * @param term how long it holds
 */
public record FlowAnswer(boolean allow, int choice, Term term) {

    /** How long an answer holds. */
    public enum Term {
        /**
         * Until its packets have been silent for a while: 10 minutes for TCP, 1 minute for others; what is denied, for 30 s. With the narrowest choice,
         * for the flows of the packets that wait alone: their clients' ports are meant as well.
         */
        ONCE,
        /** Until the enforcement ends. */
        SESSION,
        /** Until somebody changes the policy: it becomes a rule under review. */
        REMEMBERED
    }

    public FlowAnswer {
        requireNonNull(term, "term");
        if (choice < 0) {
            throw new IllegalArgumentException("choice " + choice);
        }
    }

    /** Denies the flows that wait. */
    public static final FlowAnswer DENY_ONCE = new FlowAnswer(false, 0, Term.ONCE);
}
