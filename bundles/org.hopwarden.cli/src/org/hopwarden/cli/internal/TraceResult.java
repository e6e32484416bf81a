package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.Optional;

/** What {@code trace} found out. */
interface TraceResult {

    /** Prints it; a failure that the format has no room for goes to standard error. */
    void print(TraceFormat format, Output output) throws IOException;

    /** @param interrupted the code where a signal ended the trace */
    int exitCode(Optional<Integer> interrupted);
}
