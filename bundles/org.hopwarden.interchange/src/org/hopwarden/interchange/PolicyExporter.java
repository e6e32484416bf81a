package org.hopwarden.interchange;

import java.util.List;

import org.hopwarden.rulemodel.Policy;

/**
 * Writes a policy in another configuration language. Exporters have no state and are found by
 * {@link java.util.ServiceLoader}.
 * <p>
 * What the language cannot say so that it means the same is an error; what it can say, but without something that a person
 * put in, is a loss that is told.
 */
public interface PolicyExporter {

    /** A short word that the command line takes, such as {@code ios}. */
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
