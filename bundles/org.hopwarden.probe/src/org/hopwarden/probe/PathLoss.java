package org.hopwarden.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * What the loss at each hop means: loss on the way forward, or a router that keeps its answers back.
 * <p>
 * <b>Forward loss.</b> The likeliest course that explains the answers of all hops together ({@link LossModel}). Where any later hop
 * answered everything, nothing was lost.
 * <p>
 * <b>Limited.</b> A hop is limited when a bucket of that course explains its answers beyond doubt ({@link #SURE}), or when they look like
 * those of any token bucket ({@link LimitTest}, probability of chance {@link #PATTERN_ALPHA}) and either a later hop lost so much less
 * that both together come about by chance with a probability of {@link #BOTH_ALPHA} at the most, or the pattern alone has that and answers
 * came back after the burst. If loss is by chance the pattern and the difference are independent, for the order tells nothing of the
 * number; they are combined after Fisher. Only ICMP errors are limited: echo replies, SYN-ACKs and RSTs are not.
 */
final class PathLoss {

    static final double PATTERN_ALPHA = 0.005;
    static final double BOTH_ALPHA = 0.001;
    /** The logarithm of the odds from which a bucket is beyond doubt. */
    private static final double SURE = 4;

    /**
     * What is known of one hop.
     *
     * @param lost of the probes in all
     * @param answered of the probes in all
     * @param limitable whether its answers are ICMP errors
     * @param recent the latest probes
     */
    record Observation(long lost, long answered, boolean limitable, Recent recent) {
    }

    /** @param rested whether nothing was sent before these */
    record Recent(long[] sentNanos, boolean[] answered, boolean rested) {
    }

    /** @param forwardLossRatio 0 to 1 */
    record Verdict(boolean limited, double forwardLossRatio) {
    }

    private record Count(long lost, long all) {
    }

    private PathLoss() {
    }

    /** @param hops from the first to the last, without gaps */
    static List<Verdict> judge(List<Observation> hops) {
        boolean witness = !hops.isEmpty() && hops.getLast().answered > 0 && !hops.getLast().limitable;
        LossModel.Course course = new LossModel(hops, witness).course();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < hops.size(); i++) {
            Observation hop = hops.get(i);
            boolean limited = course.bucketOdds()[i] >= SURE;
            if (!limited && hop.limitable && hop.lost > 0 && hop.answered > 0) {
                LimitTest.Result test = LimitTest.of(hop.recent.sentNanos, hop.recent.answered, hop.recent.rested);
                limited = isLimited(test, hop, hops.subList(i + 1, hops.size()));
            }
            verdicts.add(new Verdict(limited, course.forward()[i]));
        }
        return verdicts;
    }

    private static boolean isLimited(LimitTest.Result test, Observation hop, List<Observation> later) {
        if (test.probability() > PATTERN_ALPHA) {
            return false;
        }
        double difference = 1;
        for (Observation other : later) {
            if (other.answered > 0) {
                difference = Math.min(difference, later.size() * moreLost(new Count(hop.lost, hop.lost + hop.answered),
                        new Count(other.lost, other.lost + other.answered)));
            }
        }
        double product = test.probability() * Math.min(1, difference);
        boolean both = product * (1 - Math.log(product)) <= BOTH_ALPHA;
        return both || test.probability() <= BOTH_ALPHA && test.refills() > 0;
    }

    /** The probability that chance alone makes the first lose so much more than the second: Fisher's exact test, one-sided. */
    private static double moreLost(Count first, Count second) {
        double scale = Math.min(1, LARGEST / Math.max(first.all, second.all));
        int n = (int) Math.round(first.all * scale);
        int m = (int) Math.round(second.all * scale);
        int a = (int) Math.round(first.lost * scale);
        int lost = a + (int) Math.round(second.lost * scale);
        double sum = 0;
        for (int k = a; k <= Math.min(n, lost); k++) {
            if (lost - k <= m) {
                sum += Math.exp(lnChoose(n, k) + lnChoose(m, lost - k) - lnChoose(n + m, lost));
            }
        }
        return Math.min(1, sum);
    }

    /** Greater counts are scaled down, which only makes the test more careful. */
    private static final double LARGEST = 1_000;
    private static final double[] LN_FACTORIALS = lnFactorials();

    private static double[] lnFactorials() {
        double[] values = new double[2 * (int) LARGEST + 2];
        for (int i = 2; i < values.length; i++) {
            values[i] = values[i - 1] + Math.log(i);
        }
        return values;
    }

    private static double lnChoose(int n, int k) {
        return LN_FACTORIALS[n] - LN_FACTORIALS[k] - LN_FACTORIALS[n - k];
    }
}
