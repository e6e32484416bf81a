package org.hopwarden.enforce;

/** Why a packet did not go on. Each packet that did not has one reason, so that they add up. */
public enum DropReason {
    /** A rule denies or rejects it. */
    RULE("rule", "Denied or rejected by a rule"),
    /** No rule of the chain speaks of it, and the chain's end denies. */
    CHAIN_END("chain-end", "Denied by the end of a chain"),
    /** No chain speaks of it, and the policy's default denies. */
    POLICY_DEFAULT("default", "Denied by the policy's default"),
    /** It came beyond the rate of a rule that limits. */
    RATE("rate", "Beyond the rate of a rule that limits"),
    /** It is denied, and belongs to no connection that it could belong to. */
    INVALID_STATE("invalid-state", "Denied, in a state that is invalid"),
    /** A person was to be asked, and nobody allowed it. */
    NOT_ALLOWED("asked", "Asked about, and not allowed"),
    /** It is a frame without an IP packet, of a kind that does not cross the bridge. */
    NOT_IP("not-ip", "No IP packet, and not let across the bridge"),
    /** It is no IP packet, or its headers are not whole. */
    MALFORMED("malformed", "Headers not whole, or no IP packet"),
    /** It could not be decided, or was allowed and could not be sent on. */
    NOT_SENT("not-sent", "Could not be decided or sent on"),
    /** It was gone before it could be looked at; it is not among those that were seen. */
    LOST("lost", "Lost before it was seen");

    private final String word;
    private final String label;

    DropReason(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The word in JSON. */
    public String word() {
        return word;
    }

    /** In words, for people. */
    public String label() {
        return label;
    }
}
