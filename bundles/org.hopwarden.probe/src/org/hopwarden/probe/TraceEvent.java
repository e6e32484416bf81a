package org.hopwarden.probe;

import java.time.Instant;

import org.hopwarden.net.IpAddress;

/**
 * Something that happened in a trace. A trace is its stream of events: views, reports and replay all fold the same stream with
 * {@link TraceRecorder}.
 */
public sealed interface TraceEvent {

    /**
     * When it happened, in nanoseconds since {@link Started}, at least 0.
     */
    long atNanos();

    /** The first event of a trace. */
    record Started(TraceRequest request, IpAddress source, Instant at) implements TraceEvent {
        @Override
        public long atNanos() {
            return 0;
        }
    }

    /** A probe was sent. */
    record Sent(long atNanos, int ttl, int query) implements TraceEvent {
    }

    /** A probe was answered. It may have been given up for lost before. */
    record Replied(long atNanos, int ttl, Reply reply) implements TraceEvent {
    }

    /** A probe was given up. */
    record Lost(long atNanos, int ttl, int query) implements TraceEvent {
    }

    /**
     * The last event of a trace.
     *
     * @param message what went wrong, or an empty text
     */
    record Ended(long atNanos, Trace.Status status, String message) implements TraceEvent {
    }
}
