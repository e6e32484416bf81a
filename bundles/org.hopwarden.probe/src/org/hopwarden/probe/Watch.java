package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

import org.hopwarden.net.IpAddress;

/**
 * The state of a watch at a moment, and in the end its result: the fold of its events (see {@link WatchRecorder}).
 *
 * @param source null until the watch has started
 * @param startedAt null until the watch has started
 * @param elapsedNanos from the start to the latest event
 * @param rounds how many rounds have begun
 * @param hops from TTL 1 on without gaps, to the target where it was reached
 * @param routeChanges the latest, the oldest first
 * @param routeChangeCount how many there were in all
 * @param message what went wrong, or an empty text
 */
public record Watch(TraceRequest request, IpAddress source, Instant startedAt, Trace.Status status, long elapsedNanos, int rounds,
        List<WatchedHop> hops, List<RouteChange> routeChanges, long routeChangeCount, String message) {

    public Watch {
        requireNonNull(request, "request");
        requireNonNull(status, "status");
        requireNonNull(message, "message");
        hops = List.copyOf(hops);
        routeChanges = List.copyOf(routeChanges);
    }

    Watch with(List<WatchedHop> judged) {
        return new Watch(request, source, startedAt, status, elapsedNanos, rounds, judged, routeChanges, routeChangeCount, message);
    }

    /** Whether the last hop is the target. */
    public boolean reached() {
        return !hops.isEmpty() && hops.getLast().isTarget();
    }
}
