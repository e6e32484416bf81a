package org.hopwarden.capture;

import static java.util.Objects.requireNonNull;

import org.hopwarden.packetio.TcpConnection;

/**
 * A TCP connection of this host as a capture shows it.
 *
 * @param ends its addresses and ports
 * @param segments how many of it were captured, of both directions; at least 1
 * @param firstNanos when the first one was captured, in nanoseconds since 1970; 0 where the capture does not tell
 * @param lastNanos the same of the last one
 * @param ended whether the capture shows its end: a RST, or a FIN each way
 */
public record CapturedConnection(TcpConnection ends, long segments, long firstNanos, long lastNanos, boolean ended) {

    public CapturedConnection {
        requireNonNull(ends, "ends");
    }
}
