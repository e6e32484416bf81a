package org.hopwarden.enforce;

import org.hopwarden.rulemodel.Policy;

/** Where answers that are to be remembered are kept: the policy's file, or an editor that has it open. */
public interface AnswerMemory {

    /** Changes a policy. */
    @FunctionalInterface
    interface Change {

        /**
         * Puts rules into the policy. May be called by any thread, also for several policies.
         *
         * @param policy as it is now where it is kept, which may have changed since it was put in force
         * @throws AnswerException if the policy no longer asks about the packet but denies it; then it has not been changed
         */
        void apply(Policy policy) throws AnswerException;
    }

    /** Keeps nothing: an answer that is to be remembered is refused. */
    AnswerMemory NONE = change -> {
        throw new AnswerException("this policy is kept nowhere, so no answer can be remembered", "Answer for this session.");
    };

    /**
     * Applies a change to the policy as it is kept now, and keeps the outcome.
     *
     * @throws AnswerException if that cannot be; then what was kept before still is
     */
    void remember(Change change) throws AnswerException;
}
