package org.hopwarden.interchange;

import java.util.List;

import org.hopwarden.rulemodel.Policy;

/**
 * An imported policy.
 *
 * @param policy without problems, every element with an ID; the same text gives the same IDs
 * @param notes in the order of the text
 */
public record ImportResult(Policy policy, List<ImportNote> notes) {

    public ImportResult {
        notes = List.copyOf(notes);
    }
}
