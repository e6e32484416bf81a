package org.hopwarden.interchange;

import java.util.List;

/**
 * Reads a policy from another configuration language. Other teams add importers with a plain class of their own: it
 * has a public constructor without parameters, is named in {@code META-INF/services/org.hopwarden.interchange.PolicyImporter},
 * and works on the command line and in the window alike. The built-in ones are found in the same way. One is made once and used
 * many times, by any thread, so it keeps nothing between calls; it opens no files and asks no network.
 * <p>
 * Nothing is dropped in silence: what an importer does not understand is an error, and what it understands but does not keep
 * is a {@link ImportNote}.
 */
public interface PolicyImporter {

    /** A short word that the command line takes, such as {@code ios}: lower case letters, digits, single dots or dashes between. */
    String id();

    /** What it reads, for people. */
    String label();

    /**
     * Whether a file looks as if it was written in this language, so that nobody need say so. One that looks so can still be broken.
     *
     * @param content the whole file
     */
    default boolean recognises(byte[] content) {
        return false;
    }

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
