package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What links do to packets, on a - z, where the way back is perfect. */
class LinkQualityTest {

    private static final int COUNT = 4000;

    private static Wire pair(String link, long seed) {
        return Wire.at("""
                name = "pair"
                seed = %d
                viewpoint = "a"
                [[host]]
                name = "a"
                [[host]]
                name = "z"
                [[link]]
                between = ["a", "z"]
                prefix = "10.0.0.0/24"
                latency = "0 ms"
                from.a = { %s }
                """.formatted(seed, link));
    }

    /** The delays of pings 10 s apart, in nanoseconds, in the order of sending. */
    private static double[] delays(String latency) throws Exception {
        try (Wire wire = pair("latency = " + latency, 11)) {
            for (int i = 0; i < COUNT; i++) {
                wire.send(wire.echo("10.0.0.2", 64, i)).run(Duration.ofSeconds(10));
            }
            return wire.received().stream()
                    .mapToDouble(seen -> seen.timeNanos() - wire.startNanos - seen.view().icmpSequence() * 10e9).toArray();
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow());
    }

    @Test
    void constant() throws Exception {
        assertTrue(Arrays.stream(delays("{ distribution = \"constant\", mean = \"3 ms\" }")).allMatch(each -> each == 3e6));
    }

    @Test
    void uniform() throws Exception {
        double[] delays = delays("{ distribution = \"uniform\", least = \"2 ms\", most = \"4 ms\" }");
        assertTrue(Arrays.stream(delays).allMatch(each -> each >= 2e6 && each <= 4e6));
        assertEquals(3e6, mean(delays), 4 * 2e6 / Math.sqrt(12 * COUNT));
        assertEquals(2e6 / Math.sqrt(12), deviation(delays), 0.03e6);
    }

    @Test
    void normal() throws Exception {
        double[] delays = delays("{ distribution = \"normal\", mean = \"10 ms\", deviation = \"1 ms\" }");
        assertEquals(10e6, mean(delays), 4 * 1e6 / Math.sqrt(COUNT));
        assertEquals(1e6, deviation(delays), 4 * 1e6 / Math.sqrt(2 * COUNT));
        double within = Arrays.stream(delays).filter(each -> Math.abs(each - 10e6) < 1e6).count() / (double) COUNT;
        assertEquals(0.6827, within, 4 * Math.sqrt(0.6827 * 0.3173 / COUNT));
        double[] cut = delays("{ distribution = \"normal\", mean = \"10 ms\", deviation = \"1 ms\", least = \"10 ms\" }");
        assertTrue(Arrays.stream(cut).allMatch(each -> each >= 10e6));
        assertEquals(COUNT / 2.0, Arrays.stream(cut).filter(each -> each == 10e6).count(), 4 * Math.sqrt(COUNT / 4.0));
    }

    @Test
    void logNormal() throws Exception {
        double[] delays = delays("{ distribution = \"lognormal\", mean = \"10 ms\", deviation = \"2 ms\", least = \"5 ms\" }");
        assertTrue(Arrays.stream(delays).allMatch(each -> each > 5e6));
        assertEquals(10e6, mean(delays), 4 * 2e6 / Math.sqrt(COUNT));
        assertEquals(2e6, deviation(delays), 0.25e6);
        // The median of what lies above the least: mean / sqrt(1 + deviation^2 / mean^2).
        double median = Arrays.stream(delays).sorted().skip(COUNT / 2).findFirst().orElseThrow();
        assertEquals(5e6 + 5e6 / Math.sqrt(1 + 0.16), median, 0.15e6);
    }

    @Test
    void pareto() throws Exception {
        double[] delays = delays("{ distribution = \"pareto\", least = \"1 ms\", shape = 2, most = \"100 ms\" }");
        assertTrue(Arrays.stream(delays).allMatch(each -> each >= 1e6 && each <= 100e6));
        double beyondTwo = Arrays.stream(delays).filter(each -> each > 2e6).count() / (double) COUNT;
        assertEquals(0.25, beyondTwo, 4 * Math.sqrt(0.25 * 0.75 / COUNT));
        double beyondTen = Arrays.stream(delays).filter(each -> each > 10e6).count() / (double) COUNT;
        assertEquals(0.01, beyondTen, 4 * Math.sqrt(0.01 * 0.99 / COUNT));
    }

    @Test
    void empirical() throws Exception {
        double[] delays = delays("{ distribution = \"empirical\", values = [\"1 ms\", \"1 ms\", \"7 ms\", \"9 ms\"] }");
        double half = Math.sqrt(COUNT / 4.0);
        assertEquals(COUNT / 2.0, Arrays.stream(delays).filter(each -> each == 1e6).count(), 4 * half);
        assertEquals(COUNT / 4.0, Arrays.stream(delays).filter(each -> each == 7e6).count(), 4 * half);
        assertEquals(COUNT, Arrays.stream(delays).filter(each -> each == 1e6 || each == 7e6 || each == 9e6).count());
    }

    /** Which of the packets arrived, sent a millisecond apart. */
    private static List<Integer> arrived(Wire wire, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            wire.send(wire.echo("10.0.0.2", 64, i)).run(Duration.ofMillis(1));
        }
        List<Integer> arrived = wire.run().received().stream().map(seen -> seen.view().icmpSequence()).toList();
        Balance.check(wire.network, "quality");
        return arrived;
    }

    private static List<Integer> bursts(List<Integer> arrived) {
        List<Integer> bursts = new ArrayList<>();
        for (int i = 1; i < arrived.size(); i++) {
            int gap = arrived.get(i) - arrived.get(i - 1) - 1;
            if (gap > 0) {
                bursts.add(gap);
            }
        }
        return bursts;
    }

    @Test
    void lossInBursts() throws Exception {
        try (Wire wire = pair("loss = { share = \"20 %\", burst = 8 }", 3)) {
            List<Integer> arrived = arrived(wire, 20_000);
            // The variance of a share of bursts is about (1 + 2 r / (1 - r)) times that of single losses, r = 1 - 1/8 - 1/32.
            double error = Math.sqrt(20_000 * 0.2 * 0.8 * (1 + 2 * 0.844 / 0.156));
            assertEquals(16_000, arrived.size(), 4 * error);
            List<Integer> bursts = bursts(arrived);
            double mean = bursts.stream().mapToInt(Integer::intValue).average().orElseThrow();
            assertEquals(8, mean, 4 * 8 / Math.sqrt(bursts.size()));
        }
        try (Wire wire = pair("loss = \"20 %\"", 3)) {
            double mean = bursts(arrived(wire, 20_000)).stream().mapToInt(Integer::intValue).average().orElseThrow();
            assertEquals(1.25, mean, 0.1, "single losses come in bursts of 1 / 0.8");
        }
    }

    @Test
    void theTwoStatesOfALink() throws Exception {
        try (Wire wire = pair("loss = { to-bad = \"100 %\", to-good = \"100 %\", bad = \"100 %\" }", 3)) {
            List<Integer> arrived = arrived(wire, 1000);
            assertEquals(500, arrived.size());
            assertTrue(arrived.stream().allMatch(each -> each % 2 == 1), "it changes before each packet");
        }
        try (Wire wire = pair("loss = { to-bad = \"10 %\", to-good = \"10 %\", bad = \"50 %\", good = \"10 %\" }", 3)) {
            assertEquals(0.7 * 20_000, arrived(wire, 20_000).size(), 600);
        }
    }

    @Test
    void someComeLateAndNobodyWaitsForThem() throws Exception {
        try (Wire wire = pair("latency = \"2 ms\", reorder = \"10 %\", reorder-by = \"5.5 ms\"", 3)) {
            List<Integer> arrived = arrived(wire, COUNT);
            assertEquals(COUNT, arrived.size());
            List<Wire.Seen> late = wire.received().stream().filter(seen -> seen.timeNanos() - wire.startNanos
                    - seen.view().icmpSequence() * 1_000_000L == 7_500_000).toList();
            assertEquals(COUNT / 10.0, late.size(), 4 * Math.sqrt(COUNT * 0.09));
            long inTime = wire.received().stream().filter(seen -> seen.timeNanos() - wire.startNanos
                    - seen.view().icmpSequence() * 1_000_000L == 2_000_000).count();
            assertEquals(COUNT, late.size() + inTime);
            assertNotEquals(arrived.stream().sorted().toList(), arrived);
        }
    }

    @Test
    void someComeTwice() throws Exception {
        try (Wire wire = pair("duplicate = \"25 %\"", 3)) {
            List<Integer> arrived = arrived(wire, COUNT);
            assertEquals(COUNT, arrived.stream().distinct().count());
            assertEquals(COUNT * 1.25, arrived.size(), 4 * Math.sqrt(COUNT * 0.25 * 0.75));
        }
    }

    @Test
    void onlyTheDirectionThatIsWrittenDiffers() throws Exception {
        String text = Wire.CHAIN.replace("latency = \"2 ms\"", "latency = \"2 ms\"\nfrom.r2 = { latency = \"20 ms\" }");
        try (Wire wire = Wire.at(text)) {
            wire.send(wire.echo("10.0.4.2", 64, 1)).run();
            assertEquals(wire.startNanos + 48_000_000, wire.only().timeNanos());
        }
    }

    private static String story(long seed) throws Exception {
        try (Wire wire = pair("""
                latency = { distribution = "lognormal", mean = "5 ms", deviation = "3 ms" }, \
                loss = { share = "20 %", burst = 3 }, reorder = "10 %", reorder-by = "4 ms", duplicate = "10 %" """, seed)) {
            arrived(wire, 300);
            return wire.all.stream().map(Wire.Seen::toString).collect(Collectors.joining("\n"));
        }
    }

    @Test
    void theSameSeedTellsTheSameStory() throws Exception {
        assertEquals(story(42), story(42));
        assertNotEquals(story(42), story(43));
    }
}
