package org.hopwarden.analysis;

import java.util.List;

/**
 * Looks for one kind of mistake in policies. Implementations are found by {@link java.util.ServiceLoader}, those that come with
 * Hopwarden as well as those of plug-ins; they have no state and may be used by several threads, each with its own
 * {@link CheckedPolicy}.
 */
public interface PolicyCheck {

    /** The check's name in output: lower case letters, with single dashes between words. */
    String id();

    /** What it looks for, in one sentence. */
    String description();

    /** What it finds; empty where all is well. */
    List<Finding> find(CheckedPolicy policy);
}
