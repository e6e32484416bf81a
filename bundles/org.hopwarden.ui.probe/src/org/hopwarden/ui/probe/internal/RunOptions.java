package org.hopwarden.ui.probe.internal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

import org.hopwarden.probe.ProbeOptions;
import org.hopwarden.probe.TraceManner;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.TraceStrategies;

/**
 * What few users change of a trace.
 *
 * @param maxWait how long to wait for a reply at the most
 * @param strategy the id of a trace strategy
 * @param respectsLimits whether to slow down at a router that limits its ICMP
 * @param watched whether to go on until it is stopped
 * @param interval from one round of a watch to the next
 * @param probe what is chosen of the probes themselves
 * @param allPaths how all paths are looked for; empty for the one of a single flow
 */
record RunOptions(Duration maxWait, String strategy, boolean respectsLimits, boolean watched, Duration interval,
        ProbeOptions probe, Optional<AllPaths> allPaths) {

    static final Duration LEAST_INTERVAL = Duration.ofMillis(100);

    static final RunOptions DEFAULT = new RunOptions(TraceRequest.DEFAULT_MAX_WAIT, TraceStrategies.DEFAULT, false,
            false, Duration.ofSeconds(1), ProbeOptions.DEFAULT, Optional.empty());

    RunOptions {
        requireNonNull(maxWait, "maxWait");
        requireNonNull(strategy, "strategy");
        requireNonNull(interval, "interval");
        requireNonNull(probe, "probe");
        requireNonNull(allPaths, "allPaths");
    }

    RunOptions withProbe(ProbeOptions newProbe) {
        return new RunOptions(maxWait, strategy, respectsLimits, watched, interval, newProbe, allPaths);
    }

    RunOptions withWatched(boolean newWatched) {
        return new RunOptions(maxWait, strategy, respectsLimits, newWatched, interval, probe, allPaths);
    }

    RunOptions withAllPaths(Optional<AllPaths> newAllPaths) {
        return new RunOptions(maxWait, strategy, respectsLimits, watched, interval, probe, newAllPaths);
    }

    RunOptions withWatch(Duration newInterval) {
        return new RunOptions(maxWait, strategy, respectsLimits, true, newInterval, probe, Optional.empty());
    }

    /** @throws IllegalArgumentException if the strategy is not there any more */
    TraceManner manner() {
        return new TraceManner(TraceStrategies.get(strategy), respectsLimits);
    }
}
