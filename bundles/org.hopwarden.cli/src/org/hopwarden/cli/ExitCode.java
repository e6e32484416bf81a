package org.hopwarden.cli;

/** What a command's exit code tells the caller. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;
    /** Done, with a negative result: the target was not reached, a check failed. */
    public static final int NEGATIVE = 1;
    /** The words of the command do not make sense. */
    public static final int USAGE = 2;
    /** A right or a part of the system is missing. */
    public static final int MISSING = 3;
    /** An input file is bad. */
    public static final int BAD_INPUT = 4;
    /** Something else failed. */
    public static final int FAILED = 5;

    private ExitCode() {
    }
}
