package org.hopwarden.interchange;

/**
 * Something that the importing person should know.
 *
 * @param severity how much it matters
 * @param line in the imported text, counted from 1; 0 for the whole of it
 * @param message one sentence or two
 */
public record ImportNote(Severity severity, int line, String message) {

    /** How much a note matters. */
    public enum Severity {
        /** A fact about how something was read. */
        INFO,
        /** The text probably does not do what its author meant. */
        WARNING
    }

    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ": " : "") + message;
    }
}
