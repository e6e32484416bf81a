package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What to watch and how.
 *
 * @param trace the target and the method; its queries do not matter
 * @param rounds how many rounds; 0: until it is cancelled
 * @param interval from the begin of one round to the next, 1 ms to one hour
 */
public record WatchRequest(TraceRequest trace, int rounds, Duration interval) {

    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LEAST_INTERVAL = Duration.ofMillis(1);
    private static final Duration GREATEST_INTERVAL = Duration.ofHours(1);

    public WatchRequest {
        requireNonNull(trace, "trace");
        if (rounds < 0) {
            throw new IllegalArgumentException("the number of rounds is at least 1, or 0 for no end, not " + rounds);
        }
        if (interval.compareTo(LEAST_INTERVAL) < 0 || interval.compareTo(GREATEST_INTERVAL) > 0) {
            throw new IllegalArgumentException("the interval lies between 0.001 and 3600 s, not " + interval.toMillis() / 1e3);
        }
    }
}
