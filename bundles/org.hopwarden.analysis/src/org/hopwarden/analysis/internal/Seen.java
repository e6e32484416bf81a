package org.hopwarden.analysis.internal;

import org.hopwarden.analysis.Witness;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;

/** Asks the reference evaluator about witnesses. */
final class Seen {

    private Seen() {
    }

    /** What the evaluator says. Where the policy has rates, no token is taken, which costs the texts of an explanation. */
    static Verdict verdict(ReferenceEvaluator evaluator, Universe universe, Witness witness) {
        return universe.chances().haveRates() ? evaluator.explain(witness.packet(), witness.context()).verdict()
                : evaluator.decide(witness.packet(), witness.context());
    }
}
