package org.hopwarden.probe;

import java.time.Instant;

import org.hopwarden.net.IpAddress;

/**
 * Something that happened in a multipath trace. As with {@link TraceEvent}, the stream of events is the trace: views draw it live,
 * and a recording is replayed, by folding it with {@link MultipathRecorder}. Flows are numbered from 0; probes with the same flow
 * look alike to all that balances by flow.
 */
public sealed interface MultipathEvent {

    /** When it happened, in nanoseconds since {@link Started}, at least 0. */
    long atNanos();

    /** The first event. */
    record Started(MultipathRequest request, IpAddress source, Instant at) implements MultipathEvent {
        @Override
        public long atNanos() {
            return 0;
        }
    }

    /** A probe of a flow was sent. */
    record Sent(long atNanos, int flow, int ttl) implements MultipathEvent {
    }

    /**
     * A probe was answered.
     *
     * @param late whether it had been given up for lost
     * @param reply its {@code query} is the flow
     */
    record Replied(long atNanos, int flow, int ttl, boolean late, Reply reply) implements MultipathEvent {
    }

    /** A probe was given up. The flow may be tried again at this TTL. */
    record Lost(long atNanos, int flow, int ttl) implements MultipathEvent {
    }

    /** A probe does not count: an answer came that may be its own or that of another probe. */
    record Withdrawn(long atNanos, int flow, int ttl) implements MultipathEvent {
    }

    /** No probe of a flow was answered at a TTL, and it is not tried again: something silent stands there. */
    record Silent(long atNanos, int flow, int ttl) implements MultipathEvent {
    }

    /**
     * MDA-Lite found a hop that is not as it assumes; from here on MDA probes that part of the path.
     *
     * @param ttl of the nodes that show it
     */
    record FellBack(long atNanos, int ttl, Shape shape) implements MultipathEvent {
    }

    /**
     * The last event.
     *
     * @param message what went wrong or is left open, or an empty text
     */
    record Ended(long atNanos, Trace.Status status, String message) implements MultipathEvent {
    }

    /** Why MDA took over. */
    enum Shape {
        /** Links between two hops cross. */
        MESHED("meshed"),
        /** Nodes of a hop have different numbers of neighbours. */
        ASYMMETRIC("asymmetric"),
        /** Nodes of a hop get different shares of the flows. */
        UNEVEN("uneven");

        private final String word;

        Shape(String word) {
            this.word = word;
        }

        /** The word for people and files. */
        public String word() {
            return word;
        }
    }
}
