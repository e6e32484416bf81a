package org.hopwarden.report;

/** A text is not the counts of an enforcement. */
public final class EnforcementFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    EnforcementFormatException(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Counted from 1. */
    public int column() {
        return column;
    }
}
