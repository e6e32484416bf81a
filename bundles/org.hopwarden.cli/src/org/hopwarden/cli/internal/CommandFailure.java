package org.hopwarden.cli.internal;

import static org.hopwarden.cli.ExitCode.BAD_INPUT;
import static org.hopwarden.cli.ExitCode.FAILED;
import static org.hopwarden.cli.ExitCode.MISSING;
import static org.hopwarden.cli.ExitCode.USAGE;

import org.hopwarden.capture.CaptureException;
import org.hopwarden.packetio.PacketPortException;

/** Ends a command with a message, a remedy and an exit code. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String remedy;

    CommandFailure(int exitCode, String message, String remedy) {
        super(message);
        this.exitCode = exitCode;
        this.remedy = remedy;
    }

    static CommandFailure usage(String message, String remedy) {
        return new CommandFailure(USAGE, message, remedy);
    }

    static CommandFailure badInput(String message, String remedy) {
        return new CommandFailure(BAD_INPUT, message, remedy);
    }

    static CommandFailure of(PacketPortException e) {
        int code = switch (e.reason()) {
            case NO_RIGHTS, NOT_AVAILABLE -> MISSING;
            case NO_ROUTE, REFUSED, FAILED -> FAILED;
        };
        return new CommandFailure(code, e.getMessage(), e.remedy());
    }

    static CommandFailure of(CaptureException e) {
        int code = switch (e.reason()) {
            case NO_RIGHTS, NO_LIBRARY -> MISSING;
            case NO_INTERFACE, BAD_FILTER -> USAGE;
            case FAILED -> FAILED;
        };
        return new CommandFailure(code, e.getMessage(), e.remedy());
    }

    public int exitCode() {
        return exitCode;
    }

    /** What the user can do, or an empty text. */
    public String remedy() {
        return remedy;
    }
}
