package org.hopwarden.analysis.internal;

import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.RejectType;

/**
 * What happens to a packet. Whether it is logged is no part of it.
 *
 * @param kind null where the packet goes back to the calling chain, or cannot be
 * @param rejectType null unless it is rejected
 * @param word in output
 */
record Outcome(Kind kind, RejectType rejectType, String word) {

    static final Outcome ALLOW = of(Kind.ALLOW);
    static final Outcome DENY = of(Kind.DENY);
    static final Outcome ASK = of(Kind.ASK);
    /** The chain does not decide: the chain that called it goes on. */
    static final Outcome RETURNED = new Outcome(null, null, "return");
    /** The policy's default, which is not the same in all directions. */
    static final Outcome DEFAULT = new Outcome(null, null, "default");
    /** There is no such packet. */
    static final Outcome IMPOSSIBLE = new Outcome(null, null, "impossible");

    static Outcome reject(RejectType type) {
        return new Outcome(Kind.REJECT, type, Kind.REJECT.word());
    }

    private static Outcome of(Kind kind) {
        return new Outcome(kind, null, kind.word());
    }
}
