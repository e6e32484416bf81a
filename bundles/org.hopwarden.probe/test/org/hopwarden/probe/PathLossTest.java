package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathLossTest {

    private static final long MILLI = 1_000_000;
    /** Pass over how many seeded paths; all under the system property {@code hopwarden.full}. */
    private static final int PATHS = Boolean.getBoolean("hopwarden.full") ? 2_000 : 200;

    /** A hop that loses by chance on the way, and then by a bucket. */
    private static PathLoss.Observation hop(SplittableRandom random, int probes, long spacingNanos, double loss, int burst,
            long intervalNanos, boolean limitable) {
        long[] times = new long[probes];
        boolean[] answered = new boolean[probes];
        double tokens = burst;
        int lost = 0;
        for (int i = 0; i < probes; i++) {
            times[i] = i * spacingNanos;
            tokens = i == 0 || intervalNanos == 0 ? burst : Math.min(burst, tokens + (double) spacingNanos / intervalNanos);
            boolean arrived = random.nextDouble() >= loss;
            answered[i] = arrived && tokens >= 1;
            tokens -= answered[i] ? 1 : 0;
            lost += answered[i] ? 0 : 1;
        }
        return new PathLoss.Observation(lost, probes - lost, limitable, new PathLoss.Recent(times, answered, true));
    }

    private static PathLoss.Observation plain(SplittableRandom random, int probes, double loss, boolean limitable) {
        return hop(random, probes, 100 * MILLI, loss, 1_000, 0, limitable);
    }

    @ParameterizedTest
    @CsvSource({ "20, 100, 6, 1000", "20, 20, 6, 1000", "30, 100, 1, 500", "60, 100, 10, 250", "100, 50, 50, 1000" })
    void aBucketIsFoundWhereTheTargetAnswersAll(int probes, int spacingMillis, int burst, int intervalMillis) {
        SplittableRandom random = new SplittableRandom(1);
        List<PathLoss.Verdict> verdicts = PathLoss.judge(List.of(
                hop(random, probes, spacingMillis * MILLI, 0, burst, intervalMillis * MILLI, true),
                hop(random, probes, spacingMillis * MILLI, 0, 1_000, 0, false)));
        assertEquals(List.of(new PathLoss.Verdict(true, 0), new PathLoss.Verdict(false, 0)), verdicts);
    }

    @Test
    void aBucketIsFoundWithoutAWitnessOnceItFillsAgain() {
        SplittableRandom random = new SplittableRandom(1);
        PathLoss.Observation limited = hop(random, 20, 100 * MILLI, 0, 6, 1_000 * MILLI, true);
        assertEquals(List.of(new PathLoss.Verdict(true, 0), new PathLoss.Verdict(true, 0)), PathLoss.judge(List.of(limited, limited)));
    }

    @Test
    void plainLossRaisesNoFalseAlarm() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        int alarms = 0;
        int hops = 0;
        for (int path = 0; path < PATHS; path++) {
            List<PathLoss.Observation> observations = new ArrayList<>();
            double loss = random.nextDouble(0.05, 0.9);
            int probes = random.nextInt(10, 100);
            for (int hop = 0; hop < 5; hop++) {
                observations.add(plain(random, probes, hop < 2 ? 0 : loss, hop < 4 || path % 2 == 0));
            }
            for (PathLoss.Verdict verdict : PathLoss.judge(observations)) {
                alarms += verdict.limited() ? 1 : 0;
                hops++;
            }
        }
        // The bound is 0.001 for each hop. More than this many by chance: once in a million runs.
        int most = 6 + hops / 200;
        assertTrue(alarms <= most, alarms + " of " + hops + " hops, seed " + seed);
    }

    @Test
    void repliesThatARouterLosesByChanceAreNeitherLimitedNorForwardLoss() {
        SplittableRandom random = new SplittableRandom(5);
        List<PathLoss.Verdict> verdicts = PathLoss.judge(List.of(plain(random, 60, 0.5, true), plain(random, 60, 0, true),
                plain(random, 60, 0, false)));
        assertEquals(List.of(new PathLoss.Verdict(false, 0), new PathLoss.Verdict(false, 0), new PathLoss.Verdict(false, 0)), verdicts);
    }

    @Test
    void trueLossBehindAHopIsFoundAtAllLaterHops() {
        SplittableRandom random = new SplittableRandom(7);
        List<PathLoss.Observation> hops = new ArrayList<>();
        for (int hop = 1; hop <= 11; hop++) {
            hops.add(plain(random, 200, hop <= 4 ? 0 : 0.3, hop < 11));
        }
        List<PathLoss.Verdict> verdicts = PathLoss.judge(hops);
        for (int hop = 1; hop <= 11; hop++) {
            assertEquals(hop <= 4 ? 0 : 0.3, verdicts.get(hop - 1).forwardLossRatio(), hop <= 4 ? 0 : 0.08, "hop " + hop);
            assertFalse(verdicts.get(hop - 1).limited());
        }
    }

    @Test
    void trueLossIsFoundUnderTheLimitsOfAllRouters() {
        SplittableRandom random = new SplittableRandom(7);
        List<PathLoss.Observation> hops = new ArrayList<>();
        for (int hop = 1; hop <= 11; hop++) {
            double loss = hop <= 4 ? 0 : 0.3;
            hops.add(hop == 11 ? plain(random, 200, loss, false) : hop(random, 200, 100 * MILLI, loss, 6, 1_000 * MILLI, true));
        }
        List<PathLoss.Verdict> verdicts = PathLoss.judge(hops);
        for (int hop = 1; hop <= 11; hop++) {
            assertEquals(hop <= 4 ? 0 : 0.3, verdicts.get(hop - 1).forwardLossRatio(), hop <= 4 ? 0 : 0.1, "hop " + hop);
            assertEquals(hop < 11, verdicts.get(hop - 1).limited(), "hop " + hop);
        }
    }

    @Test
    void anOutageIsLossAndNoLimit() {
        long[] times = new long[40];
        boolean[] answered = new boolean[40];
        for (int i = 0; i < 40; i++) {
            times[i] = i * 100 * MILLI;
            answered[i] = i < 15 || i >= 30;
        }
        PathLoss.Observation hop = new PathLoss.Observation(15, 25, true, new PathLoss.Recent(times, answered, true));
        PathLoss.Observation target = new PathLoss.Observation(15, 25, false, new PathLoss.Recent(times, answered, true));
        for (List<PathLoss.Observation> path : List.of(List.of(hop, hop, target), List.of(hop, hop))) {
            for (PathLoss.Verdict verdict : PathLoss.judge(path)) {
                assertFalse(verdict.limited());
                assertEquals(15 / 40.0, verdict.forwardLossRatio(), 1e-9);
            }
        }
    }

    @Test
    void behindABlackHoleAllIsLost() {
        SplittableRandom random = new SplittableRandom(7);
        List<PathLoss.Verdict> verdicts = PathLoss.judge(List.of(plain(random, 20, 0, true), plain(random, 20, 1, true),
                plain(random, 20, 0, true), plain(random, 20, 1, true), plain(random, 20, 1, true)));
        assertEquals(List.of(0.0, 0.0, 0.0, 1.0, 1.0), verdicts.stream().map(PathLoss.Verdict::forwardLossRatio).toList());
    }
}
