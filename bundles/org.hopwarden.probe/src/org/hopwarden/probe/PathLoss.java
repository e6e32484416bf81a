package org.hopwarden.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the loss at each hop means: loss on the way forward, or a router that keeps its answers back.
 * <p>
 * <b>Forward loss.</b> A probe to a later hop passes all earlier ones, so a hop cannot lose more on the way forward than any hop
 * behind it. The forward loss is the most likely one that never falls from hop to hop. Hops that lose significantly more than
 * a later one say nothing, nor do hops that never answered while one behind them does; of a limited hop those probes count for
 * which its bucket clearly had a token. And where any later hop answered everything, nothing was lost.
 * <p>
 * <b>Limited.</b> A hop is limited when its answers look like those of a token bucket ({@link LimitTest}, probability of chance
 * {@link #PATTERN_ALPHA}) and either a later hop lost so much less that both together come about by chance with a probability of
 * {@link #BOTH_ALPHA} at the most, or the pattern alone has that and answers came back after the burst. If loss is by chance the
 * pattern and the difference are independent, for the order tells nothing of the number; they are combined after Fisher. Only ICMP
 * errors are limited: echo replies, SYN-ACKs and RSTs are not. Routers of one path are often set alike: a bucket that explains one
 * limited hop wholly is held against the others, which takes fewer probes to tell loss from the limit than to find the bucket.
 */
final class PathLoss {

    static final double PATTERN_ALPHA = 0.005;
    static final double BOTH_ALPHA = 0.001;
    private static final double SAME_ALPHA = 0.01;

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

    /** @param whole whether all probes of the hop are counted */
    private record Count(double lost, double all, boolean whole) {

        Count(double lost, double all) {
            this(lost, all, true);
        }

        Count with(Count other) {
            return new Count(lost + other.lost, all + other.all, whole && other.whole);
        }

        double ratio() {
            return all == 0 ? 0 : lost / all;
        }
    }

    private PathLoss() {
    }

    /** @param hops from the first to the last, without gaps */
    static List<Verdict> judge(List<Observation> hops) {
        boolean witness = !hops.isEmpty() && hops.getLast().answered > 0 && !hops.getLast().limitable;
        List<LimitTest.Result> tests = new ArrayList<>();
        List<LimitTest.Bucket> known = new ArrayList<>();
        boolean[] limited = new boolean[hops.size()];
        for (int i = 0; i < hops.size(); i++) {
            Observation hop = hops.get(i);
            LimitTest.Result test = null;
            if (hop.limitable && hop.lost > 0 && hop.answered > 0) {
                test = LimitTest.of(hop.recent.sentNanos, hop.recent.answered, hop.recent.rested);
                limited[i] = isLimited(test, hop, hops.subList(i + 1, hops.size()));
                if (limited[i] && test.explainsAll() && !known.contains(test.bucket())) {
                    known.add(test.bucket());
                }
            }
            tests.add(test);
        }
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < hops.size(); i++) {
            Observation hop = hops.get(i);
            LimitTest.Result test = tests.get(i);
            LimitTest.Fit fit = test == null || hop.recent.answered.length < LimitTest.LEAST_PROBES ? null
                    : fit(hop.recent, known, i == hops.size() - 1);
            boolean own = test != null && (limited[i] || !witness && test.explainsAll());
            limited[i] |= fit != null && isLimited(fit, known.size());
            fit = own ? test.fit() : fit;
            counts.add(fit == null ? new Count(hop.lost, hop.lost + hop.answered)
                    : new Count(fit.clearLost(), fit.clearLost() + fit.clearAnswered(), fit.emptyLost() == 0 && fit.emptyAnswered() == 0));
        }
        double[] forward = forward(counts);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < hops.size(); i++) {
            verdicts.add(new Verdict(limited[i], forward[i]));
        }
        return verdicts;
    }

    /**
     * Of the buckets known from other hops, how the likeliest that can be this hop's fits; null where none can. The bucket of the last
     * hop may have been used up to any level by probes of greater TTLs.
     */
    private static LimitTest.Fit fit(Recent recent, List<LimitTest.Bucket> known, boolean last) {
        return known.stream().flatMap(bucket -> IntStream.rangeClosed(last || !recent.rested ? 0 : bucket.burst(),
                last || recent.rested ? bucket.burst() : 0).mapToObj(tokens -> bucket.fit(recent.sentNanos, recent.answered, tokens)))
                .filter(fit -> fit.emptyAnswered() == 0 && fit.clearLost() + fit.clearAnswered() > 0)
                .min(Comparator.comparingInt(LimitTest.Fit::clearLost)).orElse(null);
    }

    /** Whether so much more is lost without a token than with one that chance is no reason. */
    private static boolean isLimited(LimitTest.Fit fit, int buckets) {
        return buckets * moreLost(new Count(fit.emptyLost(), fit.emptyLost()),
                new Count(fit.clearLost(), fit.clearLost() + fit.clearAnswered())) <= PATTERN_ALPHA;
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

    /** The forward loss at each hop: the isotonic regression of the counts, by pooling adjacent violators, with its steps tested. */
    private static double[] forward(List<Count> counts) {
        List<Count> pools = new ArrayList<>();
        int[] ends = new int[counts.size()];
        for (int i = 0; i < counts.size(); i++) {
            if (isInformative(counts, i)) {
                Count pool = counts.get(i);
                while (!pools.isEmpty() && pools.getLast().ratio() >= pool.ratio()) {
                    Count before = pools.removeLast();
                    pool = before.with(pool);
                }
                pools.add(pool);
                ends[pools.size() - 1] = i;
            }
        }
        dropChanceSteps(pools, ends);
        double[] forward = new double[counts.size()];
        int pool = 0;
        for (int i = 0; i < forward.length; i++) {
            while (pool < pools.size() && ends[pool] < i) {
                pool++;
            }
            boolean allAnswered = counts.subList(i, counts.size()).stream()
                    .anyMatch(count -> count.whole && count.all > 0 && count.lost == 0);
            forward[i] = allAnswered || pool == pools.size() ? 0 : pools.get(pool).ratio();
        }
        return forward;
    }

    /**
     * The regression takes the luckiest hops for a lower step and the unluckiest, most of all the last one, for a higher step. Of a
     * limited hop few probes count, so that chance weighs heavily. Steps that it explains are levelled, the likeliest first; but a
     * hop without any loss keeps its zero.
     */
    private static void dropChanceSteps(List<Count> pools, int[] ends) {
        while (true) {
            int likeliest = -1;
            double chance = SAME_ALPHA;
            for (int i = 0; i + 1 < pools.size(); i++) {
                Count before = pools.get(i);
                Count behind = pools.get(i + 1);
                double here = before.lost == 0 || before.whole && behind.whole ? 0 : moreLost(behind, before);
                if (here > chance) {
                    likeliest = i;
                    chance = here;
                }
            }
            if (likeliest < 0) {
                return;
            }
            pools.set(likeliest, pools.get(likeliest).with(pools.remove(likeliest + 1)));
            System.arraycopy(ends, likeliest + 1, ends, likeliest, ends.length - likeliest - 1);
        }
    }

    private static boolean isInformative(List<Count> counts, int hop) {
        Count count = counts.get(hop);
        List<Count> later = counts.subList(hop + 1, counts.size());
        boolean silentBefore = count.lost == count.all && later.stream().anyMatch(other -> other.lost < other.all);
        return count.all > 0 && !silentBefore
                && later.stream().noneMatch(other -> other.all > 0 && later.size() * moreLost(count, other) <= SAME_ALPHA);
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
