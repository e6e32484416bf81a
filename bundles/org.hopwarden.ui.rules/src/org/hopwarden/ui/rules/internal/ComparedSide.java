package org.hopwarden.ui.rules.internal;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * One of two policies that are compared.
 *
 * @param saved whether the file counts as it is on disk; else what is in its tab, where it has one
 * @param chain the name of the only chain that counts; empty for the whole policy
 */
record ComparedSide(Path file, boolean saved, String chain) {

    ComparedSide {
        file = file.toAbsolutePath().normalize();
        requireNonNull(chain, "chain");
    }

    /** The policy in a tab, or in a file that has none. */
    static ComparedSide of(Path file) {
        return new ComparedSide(file, false, "");
    }

    ComparedSide asSaved() {
        return new ComparedSide(file, true, chain);
    }

    ComparedSide withChain(String name) {
        return new ComparedSide(file, saved, name);
    }

    /** For people, such as {@code border.hwpolicy, saved}. */
    String label() {
        return file.getFileName() + (saved ? ", saved" : "") + (chain.isEmpty() ? "" : ", chain " + chain);
    }
}
