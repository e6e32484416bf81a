package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

/**
 * How a trace goes about what was asked for.
 *
 * @param strategy which probe is sent when
 * @param respectsLimits whether the trace slows down at a router that limits its ICMP, so that no reply is missed
 */
public record TraceManner(TraceStrategy strategy, boolean respectsLimits) {

    public TraceManner {
        requireNonNull(strategy, "strategy");
    }

    /** The default strategy, as fast as it goes. */
    public static TraceManner usual() {
        return new TraceManner(TraceStrategies.get(TraceStrategies.DEFAULT), false);
    }
}
