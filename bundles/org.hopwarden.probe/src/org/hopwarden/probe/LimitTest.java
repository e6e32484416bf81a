package org.hopwarden.probe;

import java.util.Arrays;
import java.util.List;
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
    private static final int MOST_OF_INTEREST = ORDERS / 20;
    private static final long SEED = 0x11_417;
    private static final int[] BURSTS = { 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 50, 64, 100 };
    private static final int[] INTERVALS_MILLIS = { 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 5_000 };
    /** A probe with a token may be lost on the way; an answer without one cannot be. */
    private static final int ANSWER_WITHOUT_TOKEN = 3;
    /** A kernel counts in ticks, and probes arrive not quite as they left. */
    private static final double SLACK = 0.1;

    /**
     * What was found.
     *
     * @param probability of an order that a bucket explains so well, if loss is by chance; 1 where there is nothing to decide
     * @param explainsAll whether the best bucket leaves nothing unexplained
     * @param refills how many answers came after a loss and before another, as the single ones of a bucket that fills again
     * @param bucket the best one; null where there is nothing to decide
     * @param fit of the best bucket; without one, all probes are clear
     */
    record Result(double probability, boolean explainsAll, int refills, Bucket bucket, Fit fit) {
    }

    /**
     * How the answers fit one bucket.
     *
     * @param clearLost lost probes for which the bucket clearly had a token: their loss has another cause
     * @param clearAnswered answered probes for which it clearly had one
     * @param emptyLost lost probes for which it clearly had none
     * @param emptyAnswered answers for which it clearly had none: with one of these, it is not this bucket
     */
    record Fit(int clearLost, int clearAnswered, int emptyLost, int emptyAnswered) {
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
        int refills = 0;
        for (int i = 0; i < answered.length; i++) {
            replies += answered[i] ? 1 : 0;
            refills += answered[i] && replies <= i && i + 1 < answered.length && !answered[i + 1] ? 1 : 0;
        }
        int losses = answered.length - replies;
        if (answered.length < LEAST_PROBES || losses == 0 || replies == 0) {
            return new Result(1, false, refills, null, new Fit(losses, replies, 0, 0));
        }
        Bucket best = best(sentNanos, answered, rested);
        int unexplained = best.unexplained(sentNanos, answered, rested, Integer.MAX_VALUE);
        // As good as nothing explained: not worth the orders.
        double probability = unexplained * 2 >= losses ? 1 : probability(sentNanos, answered, rested, unexplained);
        return new Result(probability, unexplained == 0, refills, best, best.fit(sentNanos, answered, rested));
    }

    /** @param intervalNanos the time in which it gains a token */
    record Bucket(int burst, double intervalNanos) {

        /** Lost probes that had a token, and answers that had none, which weigh more. @param most where counting may stop */
        int unexplained(long[] sentNanos, boolean[] answered, boolean rested, int most) {
            double tokens = rested ? burst : 0;
            int unexplained = 0;
            for (int i = 0; i < answered.length && unexplained < most; i++) {
                tokens = i == 0 ? tokens : filled(tokens, sentNanos[i] - sentNanos[i - 1]);
                unexplained += answered[i] ? tokens < 1 - SLACK ? ANSWER_WITHOUT_TOKEN : 0 : hasToken(tokens) ? 1 : 0;
                tokens = answered[i] ? Math.max(0, tokens - 1) : tokens;
            }
            return unexplained;
        }

        private double filled(double tokens, long nanos) {
            return Math.min(burst, tokens + nanos / intervalNanos);
        }

        /** A full bucket has one, whatever the slack. */
        private boolean hasToken(double tokens) {
            return tokens >= Math.min(burst, 1 + SLACK);
        }

        Fit fit(long[] sentNanos, boolean[] answered, boolean rested) {
            return fit(sentNanos, answered, rested ? burst : 0);
        }

        /** How full it was at least when the first probe came, 0 to {@link #burst}: with less it had had none for some answer. */
        double leastStart(long[] sentNanos, boolean[] answered) {
            double start = 0;
            double tokens = 0;
            for (int i = 0; i < answered.length; i++) {
                tokens += i == 0 ? 0 : (sentNanos[i] - sentNanos[i - 1]) / intervalNanos;
                if (tokens > burst) {
                    break;
                }
                if (answered[i]) {
                    start += Math.max(0, 1 - tokens);
                    tokens = Math.max(0, tokens - 1);
                }
            }
            return Math.min(burst, start);
        }

        /** @param startTokens how full it was when the first probe came, 0 to {@link #burst} */
        Fit fit(long[] sentNanos, boolean[] answered, double startTokens) {
            double tokens = startTokens;
            int[] clear = new int[2];
            int[] empty = new int[2];
            for (int i = 0; i < answered.length; i++) {
                tokens = i == 0 ? tokens : filled(tokens, sentNanos[i] - sentNanos[i - 1]);
                if (hasToken(tokens)) {
                    clear[answered[i] ? 1 : 0]++;
                } else if (tokens < 1 - SLACK) {
                    empty[answered[i] ? 1 : 0]++;
                }
                tokens = answered[i] ? Math.max(0, tokens - 1) : tokens;
            }
            return new Fit(clear[0], clear[1], empty[0], empty[1]);
        }
    }

    static final List<Bucket> BUCKETS = Arrays.stream(INTERVALS_MILLIS).boxed()
            .flatMap(millis -> Arrays.stream(BURSTS).mapToObj(burst -> new Bucket(burst, millis * 1e6))).toList();

    private static Bucket best(long[] sentNanos, boolean[] answered, boolean rested) {
        Bucket best = null;
        int least = Integer.MAX_VALUE;
        for (Bucket bucket : BUCKETS) {
            int unexplained = bucket.unexplained(sentNanos, answered, rested, least);
            if (unexplained < least) {
                least = unexplained;
                best = bucket;
            }
        }
        return best;
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
            for (Bucket bucket : BUCKETS) {
                if (bucket.unexplained(sentNanos, order, rested, best + 1) <= best) {
                    asGood++;
                    break;
                }
            }
            // Too likely to be of interest, whatever the other orders say.
            if (asGood > MOST_OF_INTEREST) {
                return 1;
            }
        }
        return asGood / (ORDERS + 1.0);
    }
}
