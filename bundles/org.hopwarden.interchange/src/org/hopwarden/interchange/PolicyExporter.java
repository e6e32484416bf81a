package org.hopwarden.interchange;

import java.util.List;

import org.hopwarden.rulemodel.Policy;

/**
 * Writes a policy in another configuration language. Other teams add exporters with a plain class of their own: it
 * has a public constructor without parameters, is named in {@code META-INF/services/org.hopwarden.interchange.PolicyExporter},
 * and works on the command line and in the window alike. The built-in ones are found in the same way. One is made once and used
 * many times, by any thread, so it keeps nothing between calls; it opens no files and asks no network.
 * <p>
 * What the language cannot say so that it means the same is an error; what it can say, but without something that a person
 * put in, is a loss that is told.
 */
public interface PolicyExporter {

    /** A short word that the command line takes, such as {@code ios}: lower case letters, digits, single dots or dashes between. */
    String id();

    /** What it writes, for people. */
    String label();

    /** What is not kept, whatever the policy. */
    List<String> declaredLosses();

    /**
     * Writes a policy, or the one chain that the options name.
     *
     * @throws ExportException if the policy has problems, or says something that the language cannot; with
     *         {@link ExportOptions#strict} also where anything would be lost
     */
    ExportResult write(Policy policy, ExportOptions options) throws ExportException;
}
