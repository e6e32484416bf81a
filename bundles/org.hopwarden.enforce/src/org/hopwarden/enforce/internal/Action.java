package org.hopwarden.enforce.internal;

/** What happens to a packet. */
public enum Action {
    ALLOW, DENY,
    /** It is dropped, and its sender is told. */
    REJECT,
    /** It is dropped because nobody says whether it may pass. */
    ASK,
    /** It waits until somebody has answered. */
    HOLD,
    /** The policy has no answer, and fails closed: it is dropped. */
    FAIL
}
