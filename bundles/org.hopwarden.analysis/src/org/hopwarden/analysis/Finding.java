package org.hopwarden.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something that a check found in a policy.
 *
 * @param check the ID of the check
 * @param chain the name of the chain it is about; null for the policy
 * @param rule the number of the rule, counted from 1; 0 for the chain or the policy
 * @param message what is wrong and why, in a sentence or two
 * @param because the rules responsible, other than the rule itself
 * @param witness a packet that shows it, and of which the reference evaluator says the same; null where none can
 * @param fix a change that removes the cause; null where there is none that is surely right
 */
public record Finding(String check, Severity severity, String chain, int rule, String message, List<RulePlace> because,
        Witness witness, Fix fix) {

    public Finding {
        requireNonNull(check, "check");
        requireNonNull(severity, "severity");
        requireNonNull(message, "message");
        because = List.copyOf(because);
    }

    /** A finding about a policy as a whole. */
    public static Finding ofPolicy(String check, Severity severity, String message, Witness witness) {
        return new Finding(check, severity, null, 0, message, List.of(), witness, null);
    }
}
