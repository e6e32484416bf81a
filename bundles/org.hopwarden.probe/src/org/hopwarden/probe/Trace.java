package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

import org.hopwarden.net.IpAddress;

/**
 * The state of one trace at a moment, and in the end its result: the fold of its events (see {@link TraceEvent}).
 *
 * @param request what was asked for
 * @param source the address that the probes come from; null until the trace has started
 * @param startedAt when; null until the trace has started
 * @param status whether it runs, and how it ended
 * @param probes how many probes were sent in all
 * @param beyondEnd how many of them had a TTL greater than the last hop's, so stand in no hop
 * @param hops from TTL 1 on without gaps; they end at the target when it was reached, or where something refused the probes;
 *            else at the last TTL that was probed
 * @param message what went wrong, or an empty text
 */
public record Trace(TraceRequest request, IpAddress source, Instant startedAt, Status status, int probes, int beyondEnd,
        List<Hop> hops, String message) {

    /** How far a trace has come. */
    public enum Status {
        RUNNING, DONE, CANCELLED, FAILED
    }

    public Trace {
        requireNonNull(request, "request");
        requireNonNull(status, "status");
        requireNonNull(message, "message");
        hops = List.copyOf(hops);
    }

    /** Whether the last hop is the target. */
    public boolean reached() {
        return !hops.isEmpty() && hops.getLast().isTarget();
    }

    /**
     * Whether a hop that answered some of its probes left others unanswered although each hop behind it answered all. Then nothing shows loss
     * on the path: it limits its ICMP, or does not answer each probe. Which of both, few probes cannot tell.
     *
     * @param hop one of {@link #hops}
     */
    public boolean answersLessThanThoseBehind(Hop hop) {
        List<Hop> behind = hops.stream().filter(other -> other.ttl() > hop.ttl()).toList();
        return hop.lost() > 0 && !hop.isSilent() && !behind.isEmpty()
                && behind.stream().allMatch(other -> other.lost() == 0 && !other.isSilent());
    }
}
