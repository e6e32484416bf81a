package org.hopwarden.capture;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** A live capture, or a filter, could not be started or broke off. The message says what failed, {@link #remedy} what helps. */
public final class CaptureException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What kind of obstacle it is; decides the exit code of the command line. */
    public enum Reason {
        /** The process lacks a right. */
        NO_RIGHTS,
        /** The capture library is not installed. */
        NO_LIBRARY,
        /** There is no such interface, or it is down. */
        NO_INTERFACE,
        /** The filter expression is not understood. */
        BAD_FILTER,
        /** Anything else. */
        FAILED
    }

    private final Reason reason;
    private final String remedy;

    /** @param remedy what the user can do, as a sentence or a command; empty where nothing is known */
    public CaptureException(Reason reason, String message, String remedy) {
        super(message);
        this.reason = requireNonNull(reason, "reason");
        this.remedy = requireNonNull(remedy, "remedy");
    }

    public Reason reason() {
        return reason;
    }

    /** What the user can do, or an empty text. */
    public String remedy() {
        return remedy;
    }
}
