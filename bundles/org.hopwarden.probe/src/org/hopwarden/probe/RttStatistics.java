package org.hopwarden.probe;

/**
 * Round-trip times, summed up. All times in nanoseconds; all 0 where nothing was measured.
 *
 * @param count how many were measured
 * @param jitterNanos the interarrival jitter of RFC 3550, section 6.4.1: J += (|D| - J) / 16 for the difference D of each round trip
 *            to the one before
 */
public record RttStatistics(long count, long lastNanos, long bestNanos, double meanNanos, long worstNanos, double deviationNanos,
        double jitterNanos) {

    static final RttStatistics NONE = new RttStatistics(0, 0, 0, 0, 0, 0, 0);

    /** These and one more; the mean and the squares after Welford, so that they stay exact for days. */
    static final class Sum {
        private static final double JITTER_GAIN = 16;

        private long count;
        private long last;
        private long best = Long.MAX_VALUE;
        private long worst;
        private double mean;
        private double squares;
        private double jitter;

        void add(long nanos) {
            if (count > 0) {
                jitter += (Math.abs(nanos - last) - jitter) / JITTER_GAIN;
            }
            count++;
            last = nanos;
            best = Math.min(best, nanos);
            worst = Math.max(worst, nanos);
            double off = nanos - mean;
            mean += off / count;
            squares += off * (nanos - mean);
        }

        RttStatistics statistics() {
            return count == 0 ? NONE : new RttStatistics(count, last, best, mean, worst,
                    count == 1 ? 0 : Math.sqrt(squares / (count - 1)), jitter);
        }
    }
}
