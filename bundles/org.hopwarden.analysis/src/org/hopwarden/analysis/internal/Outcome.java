package org.hopwarden.analysis.internal;

import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.RejectType;

/**
 * What happens to a packet. Whether it is logged is no part of it.
 *
 * @param rejectType null unless it is rejected
 */
record Outcome(Kind kind, RejectType rejectType) {

    static final Outcome ALLOW = new Outcome(Kind.ALLOW, null);
    static final Outcome DENY = new Outcome(Kind.DENY, null);
}
