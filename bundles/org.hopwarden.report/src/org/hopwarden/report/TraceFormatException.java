package org.hopwarden.report;

/** A text is no trace result. The message says where and what is wrong. */
public final class TraceFormatException extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;
    private final String problem;

    TraceFormatException(int line, int column, String problem) {
        super("line " + line + ", column " + column + ": " + problem);
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }
}
