package org.hopwarden.probe;

import java.util.Arrays;

import org.hopwarden.probe.LimitTest.Bucket;

/**
 * How likely a router with a token bucket gives the answers that were seen, if a share of what is sent is lost. Where a probe is lost on its way
 * to the router, the bucket keeps its token; where the answer is lost, the token is gone. Nobody saw which: so all levels that the
 * bucket may have are followed, each with its probability.
 */
final class BucketLikelihood {

    /** A kernel counts in ticks, and probes arrive not quite as they left. */
    private static final double SURPRISE = 0.002;
    /** Levels are told apart by so much of a token. */
    private static final int PARTS = 10;
    private static final double[] SHARES_BEFORE_THE_ROUTER = { 0, 0.5, 1 };
    /** Of buckets up to this size every level is a possible start, of larger ones whole tokens. */
    private static final int FINE_BURST = 12;
    /** How likely the level at the first probe is the one supposed: others may have asked the router just before. */
    private static final double SUPPOSED = 0.7;
    /** A bucket that was not full is supposed this much above the least level that explains the answers, in tokens. */
    private static final double ABOVE_LEAST = 0.6;

    private final Bucket bucket;
    private final PathLoss.Recent recent;
    private final double[] first;

    /**
     * @param startTokens about how full the bucket was when the first probe came; {@link Bucket#burst()} for full
     * @param anyLevel whether probes that were not counted may have emptied the bucket to any level before the first
     */
    BucketLikelihood(Bucket bucket, double startTokens, PathLoss.Recent recent, boolean anyLevel) {
        this.bucket = bucket;
        this.recent = recent;
        first = first(bucket, startTokens, anyLevel || !recent.rested() ? 0 : SUPPOSED);
    }

    private static double[] first(Bucket bucket, double startTokens, double supposed) {
        int full = bucket.burst() * PARTS;
        int step = bucket.burst() <= FINE_BURST ? 1 : PARTS;
        double[] levels = new double[full + 1];
        for (int level = 0; level <= full; level += step) {
            levels[level] = (1 - supposed) / (full / step + 1);
        }
        int low = (int) Math.min(full, Math.round(startTokens * PARTS));
        int high = (int) Math.min(full, Math.round((startTokens + ABOVE_LEAST) * PARTS));
        for (int level = low; level <= high; level++) {
            levels[level] += supposed / (high - low + 1);
        }
        return levels;
    }

    /** The logarithm of the likelihood, for the likeliest share of the loss that falls before the router. */
    double log(double loss) {
        double best = Double.NEGATIVE_INFINITY;
        for (double share : SHARES_BEFORE_THE_ROUTER) {
            best = Math.max(best, log(1 - Math.pow(1 - loss, share), 1 - Math.pow(1 - loss, 1 - share)));
            if (loss == 0) {
                break;
            }
        }
        return best;
    }

    private double log(double lostBefore, double lostBehind) {
        int full = bucket.burst() * PARTS;
        double[] levels = first.clone();
        double[] next = new double[full + 1];
        int least = 0;
        int most = full;
        double log = 0;
        double rest = 0;
        long[] sent = recent.sentNanos();
        for (int i = 0; i < sent.length; i++) {
            double gained = i == 0 ? 0 : rest + (sent[i] - sent[i - 1]) / bucket.intervalNanos() * PARTS;
            int gain = (int) Math.min(full, gained);
            rest = Math.min(full, gained) - gain;
            Arrays.fill(next, 0);
            int nextLeast = full;
            int nextMost = 0;
            double sum = 0;
            for (int level = least; level <= most; level++) {
                double weight = levels[level];
                if (weight == 0) {
                    continue;
                }
                int now = Math.min(full, level + gain);
                boolean none = now < PARTS - 1;
                // Close to a whole token nobody knows, which says nothing of the loss either.
                boolean unsure = !none && now <= PARTS && now < full;
                int after = Math.max(0, now - PARTS);
                double spent;
                double kept;
                if (recent.answered()[i]) {
                    spent = weight * (none ? SURPRISE : unsure ? 0.5 : (1 - lostBefore) * (1 - lostBehind));
                    kept = 0;
                } else {
                    spent = none || unsure ? 0 : weight * (1 - lostBefore) * Math.max(SURPRISE, lostBehind);
                    kept = weight * (none ? 1 : unsure ? 0.5 : lostBefore);
                }
                next[after] += spent;
                next[now] += kept;
                sum += spent + kept;
                nextLeast = Math.min(nextLeast, spent > 0 ? after : now);
                nextMost = Math.max(nextMost, kept > 0 ? now : after);
            }
            if (sum <= 0) {
                return -1e9;
            }
            log += Math.log(sum);
            for (int level = nextLeast; level <= nextMost; level++) {
                next[level] /= sum;
            }
            double[] swapped = levels;
            levels = next;
            next = swapped;
            least = nextLeast;
            most = nextMost;
        }
        return log;
    }
}
