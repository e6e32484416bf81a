package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;

/** What {@code trace} found out. */
interface TraceResult {

    /** Finds out what is known of the addresses that answered. */
    void name(Function<Collection<IpAddress>, Map<IpAddress, HostInfo>> directory);

    /** Prints it; a failure that the format has no room for goes to standard error. */
    void print(TraceFormat format, Output output) throws IOException;

    /** @param interrupted the code where a signal ended the trace */
    int exitCode(Optional<Integer> interrupted);
}
