package org.hopwarden.probe;

/**
 * One probe of a trace. Only the tracer changes it; a {@link TraceStrategy} reads it. Used by the thread that runs the trace.
 */
public final class Probe {

    private final int number;
    private final int ttl;
    private final int query;
    private long sentNanos;
    private boolean answered;
    private boolean lost;
    private int repeats;
    private long missedBefore;

    Probe(int number, int ttl, int query, long sentNanos) {
        this.number = number;
        this.ttl = ttl;
        this.query = query;
        this.sentNanos = sentNanos;
    }

    /** How many probes of the trace were sent before. */
    public int number() {
        return number;
    }

    /** 1 to 255. */
    public int ttl() {
        return ttl;
    }

    /** How many probes of the same TTL were sent before. */
    public int query() {
        return query;
    }

    /** How often it was sent once more, because this host had dropped what may have been its answer. */
    int repeats() {
        return repeats;
    }

    /** How many packets this host was known to have dropped when it was sent last. */
    long missedBefore() {
        return missedBefore;
    }

    void mayMissAnswersFrom(long missedPackets) {
        missedBefore = missedPackets;
    }

    void repeatedAt(long nanos, long missedPackets) {
        repeats++;
        sentNanos = nanos;
        missedBefore = missedPackets;
    }

    /** When it left, on the port's clock. The time of the call at first, and the true one once the port has reported it. */
    public long sentNanos() {
        return sentNanos;
    }

    public boolean isAnswered() {
        return answered;
    }

    /** Whether a reply is still waited for: neither answered nor given up. */
    public boolean isOpen() {
        return !answered && !lost;
    }

    void leftAt(long nanos) {
        sentNanos = nanos;
    }

    void markAnswered() {
        answered = true;
    }

    void markLost() {
        lost = true;
    }
}
