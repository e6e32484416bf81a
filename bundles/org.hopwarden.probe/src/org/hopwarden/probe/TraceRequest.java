package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

import org.hopwarden.net.IpAddress;

/**
 * What to trace and how.
 *
 * @param target as the user wrote it
 * @param address the target's address
 * @param method the id of a {@link ProbeMethod}, such as {@code icmp}
 * @param port the destination port, 1 to 65535; 0 where the method has its own default or none
 * @param maxTtl the greatest TTL to probe, 1 to 255
 * @param queries how many probes for each TTL, 1 to 100
 * @param maxWait how long to wait for a reply at the most, when nothing better is known
 * @param options what is chosen of the probes themselves
 */
public record TraceRequest(String target, IpAddress address, String method, int port, int maxTtl, int queries,
        Duration maxWait, ProbeOptions options) {

    public static final int DEFAULT_MAX_TTL = 30;
    public static final int DEFAULT_QUERIES = 3;
    public static final Duration DEFAULT_MAX_WAIT = Duration.ofSeconds(2);

    public TraceRequest {
        requireNonNull(target, "target");
        requireNonNull(address, "address");
        requireNonNull(method, "method");
        requireNonNull(options, "options");
        require(port >= 0 && port <= 65535, "a port lies in 1..65535, not " + port);
        require(maxTtl >= 1 && maxTtl <= 255, "the greatest TTL lies in 1..255, not " + maxTtl);
        require(queries >= 1 && queries <= 100, "queries per hop lie in 1..100, not " + queries);
        require(maxWait.isPositive() && maxWait.compareTo(Duration.ofMinutes(1)) <= 0,
                "the wait lies between 0 and 60 s, not " + maxWait);
        require(options.firstTtl() <= maxTtl,
                "the first TTL, " + options.firstTtl() + ", is greater than the greatest, " + maxTtl);
    }

    /** A request with the usual probes. */
    public TraceRequest(String target, IpAddress address, String method, int port, int maxTtl, int queries, Duration maxWait) {
        this(target, address, method, port, maxTtl, queries, maxWait, ProbeOptions.DEFAULT);
    }

    /** A request with the usual limits. */
    public static TraceRequest of(String target, IpAddress address, String method) {
        return new TraceRequest(target, address, method, 0, DEFAULT_MAX_TTL, DEFAULT_QUERIES, DEFAULT_MAX_WAIT);
    }

    public TraceRequest withPort(int newPort) {
        return new TraceRequest(target, address, method, newPort, maxTtl, queries, maxWait, options);
    }

    public TraceRequest withMaxTtl(int newMaxTtl) {
        return new TraceRequest(target, address, method, port, newMaxTtl, queries, maxWait, options);
    }

    public TraceRequest withQueries(int newQueries) {
        return new TraceRequest(target, address, method, port, maxTtl, newQueries, maxWait, options);
    }

    public TraceRequest withMaxWait(Duration newMaxWait) {
        return new TraceRequest(target, address, method, port, maxTtl, queries, newMaxWait, options);
    }

    public TraceRequest withOptions(ProbeOptions newOptions) {
        return new TraceRequest(target, address, method, port, maxTtl, queries, maxWait, newOptions);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
