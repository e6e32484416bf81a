package org.hopwarden.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.engine.Direction;

/**
 * How a policy decides: as a whole where its chains are bound, else by one of the chains that no other calls. Each packet that is
 * named in an answer has been shown to the reference evaluator, which said the same.
 */
public interface Decision {

    /** The name of the chain that decides in every direction; null for a policy whose chains are bound. */
    String chain();

    /** The directions in which a chain is asked; in the others the policy's default alone holds. */
    Set<Direction> directions();

    /** One packet of the traffic that is allowed. */
    Optional<Witness> allowed(Traffic traffic);

    /** One packet of the traffic that is denied or rejected. */
    Optional<Witness> refused(Traffic traffic);

    /** For each rule that allows some of the traffic, one packet that it allows. */
    List<Allowed> allowedByRules(Traffic traffic);

    /**
     * A packet that a rule allows.
     *
     * @param rule in which place
     */
    record Allowed(RulePlace rule, Witness packet) {
    }
}
