package org.hopwarden.probe;

import java.util.SplittableRandom;

/**
 * Whether the answers of one router look as if it limited them: as a token bucket does, a burst at first and then one answer
 * for each interval. It is a permutation test. If probes are lost by chance, every order of the answers is as likely as any other;
 * so the share of orders that some bucket explains at least as well as the order seen is the probability of taking chance for a
 * limit. Nothing is assumed of how great the loss is.
 */
final class LimitTest {

    /** What does not take part in the test needs none: fewer probes cannot decide. */
    static final int LEAST_PROBES = 8;
    private static final int ORDERS = 1_999;
    private static final long SEED = 0x11_417;
    private static final int[] BURSTS = { 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 50, 64, 100 };
    private static final int[] INTERVALS_MILLIS = { 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 5_000 };
    /** A kernel counts in ticks, and probes arrive not quite as they left. */
    private static final double SLACK = 0.1;

    /**
     * What was found.
     *
     * @param probability of an order that a bucket explains so well, if loss is by chance; 1 where there is nothing to decide
     * @param unexplained lost probes for which the best bucket had a token, and answers for which it had none
     * @param answered how many were answered
     * @param answeredLater how many of them after the first loss
     */
    record Result(double probability, int unexplained, int answered, int answeredLater) {
    }

    private LimitTest() {
    }

    /**
     * @param sentNanos when the probes were sent, ascending
     * @param answered which of them were answered
     * @param rested whether the bucket was full when the first was sent; else it is taken for empty
     */
    static Result of(long[] sentNanos, boolean[] answered, boolean rested) {
        int replies = 0;
        int later = 0;
        for (int i = 0; i < answered.length; i++) {
            replies += answered[i] ? 1 : 0;
            later += answered[i] && replies <= i ? 1 : 0;
        }
        int losses = answered.length - replies;
        if (answered.length < LEAST_PROBES || losses == 0 || replies == 0) {
            return new Result(1, losses, replies, later);
        }
        int best = best(sentNanos, answered, rested, Integer.MAX_VALUE);
        // As good as nothing explained: not worth the orders.
        if (best * 2 >= losses) {
            return new Result(1, best, replies, later);
        }
        return new Result(probability(sentNanos, answered, rested, best), best, replies, later);
    }

    private static double probability(long[] sentNanos, boolean[] answered, boolean rested, int best) {
        SplittableRandom random = new SplittableRandom(SEED);
        boolean[] order = answered.clone();
        int asGood = 1;
        for (int i = 0; i < ORDERS; i++) {
            for (int last = order.length - 1; last > 0; last--) {
                int other = random.nextInt(last + 1);
                boolean swapped = order[last];
                order[last] = order[other];
                order[other] = swapped;
            }
            asGood += best(sentNanos, order, rested, best) <= best ? 1 : 0;
        }
        return asGood / (ORDERS + 1.0);
    }

    /** How little the best bucket leaves unexplained; stops looking at {@code enough} or less. */
    private static int best(long[] sentNanos, boolean[] answered, boolean rested, int enough) {
        int best = Integer.MAX_VALUE;
        for (int millis : INTERVALS_MILLIS) {
            for (int burst : BURSTS) {
                best = Math.min(best, unexplained(sentNanos, answered, rested ? burst : 0, burst, millis * 1e6,
                        enough == Integer.MAX_VALUE ? best : Math.min(best, enough + 1)));
                if (best <= enough && enough != Integer.MAX_VALUE || best == 0) {
                    return best;
                }
            }
        }
        return best;
    }

    /** @param most where counting may stop */
    private static int unexplained(long[] sentNanos, boolean[] answered, double first, int burst, double intervalNanos, int most) {
        double tokens = first;
        int unexplained = 0;
        for (int i = 0; i < answered.length && unexplained < most; i++) {
            if (i > 0) {
                tokens = Math.min(burst, tokens + (sentNanos[i] - sentNanos[i - 1]) / intervalNanos);
            }
            if (answered[i]) {
                unexplained += tokens < 1 - SLACK ? 1 : 0;
                tokens = Math.max(0, tokens - 1);
            } else {
                unexplained += tokens > 1 + SLACK ? 1 : 0;
            }
        }
        return unexplained;
    }
}
