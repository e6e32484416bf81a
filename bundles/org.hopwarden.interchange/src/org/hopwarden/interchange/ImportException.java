package org.hopwarden.interchange;

import java.util.List;

/** Content that cannot be imported. The message tells the first problem; all that were found are there. */
public final class ImportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that was not understood.
     *
     * @param line counted from 1
     * @param column counted from 1, in characters
     * @param message what is wrong there, and what to write instead
     */
    public record Problem(int line, int column, String message) {

        @Override
        public String toString() {
            return "line " + line + ", column " + column + ": " + message;
        }
    }

    /** @param problems at least one, in the order of the text */
    public ImportException(List<Problem> problems) {
        super(problems.get(0) + (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)"));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
