package org.hopwarden.probe;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which probe of a trace is sent when, and how long its reply is waited for; what a probe is made of is the business of the
 * {@link ProbeMethod}. Other teams add strategies with a plain class of their own: it has a public constructor without
 * parameters and is named in {@code META-INF/services/org.hopwarden.probe.TraceStrategy}. The built-in ones are found in the
 * same way.
 * <p>
 * A strategy is made once and used for many traces, by any thread: it keeps nothing between calls. What belongs to one trace
 * lives in its {@link Plan}.
 */
public interface TraceStrategy {

    /** The name on the command line: lower case letters and dashes. */
    String id();

    /** The name that people read. */
    String label();

    /** One sentence: in what order probes are sent, and when to choose this strategy. */
    String description();

    /** Prepares a trace. */
    Plan plan(TraceRequest request);

    /**
     * The part of a strategy that belongs to one trace. Used by one thread. It sends nothing and takes no time: the tracer asks
     * what to do and does it, so that several traces can share one port. All times are nanoseconds on the port's clock.
     */
    interface Plan {

        /**
         * The TTL to probe now, or 0 where there is nothing to send yet.
         *
         * @param mayProbe which TTLs may be probed now; the others wait, because a router there limits its replies
         */
        int nextTtl(long nowNanos, IntPredicate mayProbe);

        /** A probe has been sent. */
        void sent(Probe probe);

        /** A probe has been answered, perhaps after it was given up. */
        void answered(Probe probe, Reply reply);

        /** The TTL at which the path is known to end, by the type of a reply; 0 where that is not known. Called when it changes. */
        void endAt(int ttl);

        /** After how long an unanswered probe no longer holds up the next one of its TTL. */
        long overdueNanos();

        /** The open probes whose time has run out. The tracer gives them up when this returns. */
        List<Probe> expired(long nowNanos);

        /** When {@link #nextTtl} or {@link #expired} may say something new if nothing comes in before; at most that far ahead. */
        long wakeAt(long nowNanos, long mostNanos);

        /** Whether all probes are sent and settled. */
        boolean isDone();
    }
}
