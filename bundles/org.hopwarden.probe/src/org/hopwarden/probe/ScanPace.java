package org.hopwarden.probe;

/**
 * How fast a scan goes: a bounded rate, a window of probes in flight that grows with answers and is halved by loss, as TCP's does
 * (RFC 5681), and a time-out that follows the round-trip times (RFC 6298).
 */
final class ScanPace {

    private static final double FIRST_WINDOW = 100;
    private static final double LEAST_WINDOW = 10;
    private static final double GREATEST_WINDOW = 20_000;
    private static final long FIRST_TIMEOUT_NANOS = 1_000_000_000;
    private static final long LEAST_TIMEOUT_NANOS = 100_000_000;
    private static final long VARIANCE_MARGIN_NANOS = 20_000_000;
    /** What was not sent in so much time may be made up for at once. */
    private static final double BURST_NANOS = 1_000_000;

    private final double nanosPerPacket;
    private double credit;
    private long creditAt;
    private double window = FIRST_WINDOW;
    private double threshold = GREATEST_WINDOW;
    private long halvedAt = Long.MIN_VALUE;
    private double smoothedNanos = -1;
    private double varianceNanos;

    ScanPace(int packetsPerSecond, long nowNanos) {
        nanosPerPacket = 1e9 / packetsPerSecond;
        credit = 1;
        creditAt = nowNanos;
    }

    /** Whether one more probe may go out now. */
    boolean maySend(int inFlight, long nowNanos) {
        double interval = intervalNanos();
        credit = Math.min(Math.max(1, BURST_NANOS / interval), credit + (nowNanos - creditAt) / interval);
        creditAt = nowNanos;
        return credit >= 1 && inFlight < (int) window;
    }

    /** A window's probes are spread over a round trip, for a burst of them overruns the queues on the way. */
    private double intervalNanos() {
        return smoothedNanos < 0 ? nanosPerPacket : Math.max(nanosPerPacket, smoothedNanos / window);
    }

    void sent() {
        credit -= 1;
    }

    /** When the rate allows the next probe. */
    long nextSendAt(long nowNanos) {
        return credit >= 1 ? nowNanos : nowNanos + (long) Math.ceil((1 - credit) * intervalNanos());
    }

    void answered(long rttNanos) {
        if (smoothedNanos < 0) {
            smoothedNanos = rttNanos;
            varianceNanos = rttNanos / 2.0;
        } else {
            varianceNanos = 0.75 * varianceNanos + 0.25 * Math.abs(smoothedNanos - rttNanos);
            smoothedNanos = 0.875 * smoothedNanos + 0.125 * rttNanos;
        }
        window = Math.min(GREATEST_WINDOW, window + (window < threshold ? 1 : 1 / window));
    }

    /** A probe was lost on the way although its port answers: the way is too narrow for so many. */
    void lost(long nowNanos) {
        if (halvedAt == Long.MIN_VALUE || nowNanos - halvedAt > timeoutNanos()) {
            halvedAt = nowNanos;
            threshold = Math.max(LEAST_WINDOW, window / 2);
            window = threshold;
        }
    }

    long timeoutNanos() {
        return smoothedNanos < 0 ? FIRST_TIMEOUT_NANOS : Math.clamp(
                (long) (smoothedNanos + Math.max(VARIANCE_MARGIN_NANOS, 4 * varianceNanos)), LEAST_TIMEOUT_NANOS,
                2 * FIRST_TIMEOUT_NANOS);
    }
}
