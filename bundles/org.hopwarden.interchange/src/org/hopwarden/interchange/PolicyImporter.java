package org.hopwarden.interchange;

import java.util.List;

/**
 * Reads a policy from another configuration language. Importers have no state and are found by
 * {@link java.util.ServiceLoader}.
 * <p>
 * Nothing is dropped in silence: what an importer does not understand is an error, and what it understands but does not keep
 * is a {@link ImportNote}.
 */
public interface PolicyImporter {

    /** A short word that the command line takes, such as {@code ios}. */
    String id();

    /** What it reads, for people. */
    String label();

    /** What is not kept, or differently, whatever the content. */
    List<String> declaredLosses();

    /**
     * Reads a policy.
     *
     * @param content the whole file
     * @throws ImportException if there is anything in the content that is not understood; and nothing else, whatever the bytes
     */
    ImportResult read(byte[] content, ImportOptions options) throws ImportException;
}
