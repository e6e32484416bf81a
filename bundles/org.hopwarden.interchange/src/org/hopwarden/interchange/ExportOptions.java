package org.hopwarden.interchange;

/**
 * What the exporting person chooses.
 *
 * @param chain the name of the one chain to write; null for all
 * @param strict whether to refuse where anything would be lost
 */
public record ExportOptions(String chain, boolean strict) {

    /** All chains, with losses told. */
    public static final ExportOptions ALL = new ExportOptions(null, false);
}
