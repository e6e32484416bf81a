package org.hopwarden.enforce.internal;

/** What happens to a packet. */
public enum Action {
    ALLOW, DENY,
    /** It is dropped, and its sender is told. */
    REJECT,
    /** It is dropped for now, and somebody is asked. */
    ASK,
    /** The policy has no answer, and fails closed: it is dropped. */
    FAIL
}
