package org.hopwarden.interchange;

import static java.util.Objects.requireNonNull;

import org.hopwarden.rulemodel.Disposition;

/**
 * What the importing person chooses.
 *
 * @param policyName the name that the policy gets
 * @param elsewhere the policy's default action, for packets that the imported lists say nothing of
 */
public record ImportOptions(String policyName, Disposition elsewhere) {

    public ImportOptions {
        requireNonNull(policyName, "policyName");
        requireNonNull(elsewhere, "elsewhere");
    }

    /** Denies what the lists say nothing of. */
    public static ImportOptions named(String policyName) {
        return new ImportOptions(policyName, Disposition.DENY);
    }
}
