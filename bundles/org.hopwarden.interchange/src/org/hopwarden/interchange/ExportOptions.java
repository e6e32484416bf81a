package org.hopwarden.interchange;

import org.hopwarden.rulemodel.Hook;

/**
 * What the exporting person chooses.
 *
 * @param chain the name of the one chain to write; null for all
 * @param hook where a chain goes that is bound to nothing; null leaves that to the language
 * @param strict whether to refuse where anything would be lost
 * @param counters whether each rule is to have a counter of its own, where the language has any
 */
public record ExportOptions(String chain, Hook hook, boolean strict, boolean counters) {

    /** All chains, with losses told. */
    public static final ExportOptions ALL = new ExportOptions(null, false);

    /** Leaves hook and counters to the language. */
    public ExportOptions(String chain, boolean strict) {
        this(chain, null, strict, false);
    }
}
