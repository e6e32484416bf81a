package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.hopwarden.probe.internal.mda.StoppingPoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a part of the graph is missed, over many networks that differ in how their routers hash. */
class MultipathFailureTest {

    private static final int RUNS = Boolean.getBoolean("hopwarden.full") ? 1000 : 60;
    /** Of a thousand sound programs one fails a test against a bound. */
    private static final double QUANTILE = 3.09;

    /** One for all: it remembers what it has worked out. */
    private static final StoppingPoints STOPPING = new StoppingPoints(0.95);
    private static final IntUnaryOperator POINTS = found -> STOPPING.flows(found, 1);

    /** Published for this rule: the tool fakeroute gives 0.03125 for a diamond of two. */
    @Test
    void theExactProbabilityIsThePublishedOne() {
        assertEquals(0.03125, FailureProbability.ofEqual(2, POINTS), 1e-12);
        for (int width = 2; width <= 8; width++) {
            double[] shares = IntStream.range(0, width).mapToDouble(i -> 1.0).toArray();
            int successors = width;
            assertEquals(FailureProbability.ofEqual(width, POINTS),
                    FailureProbability.of(java.util.Arrays.stream(shares).map(share -> share / successors).toArray(), POINTS), 1e-12);
        }
    }

    /** Points are published one by one, failures add up over them: for some widths to a little more than 0.05. */
    @Test
    void theBoundIsKeptButForAHair() {
        for (int width = 2; width <= 64; width++) {
            assertEquals(0.05, FailureProbability.ofEqual(width, POINTS), 0.02);
            assertTrue(FailureProbability.ofEqual(width, POINTS) <= 0.051, "width " + width);
        }
        for (int width : new int[] { 2, 4, 16 }) {
            assertTrue(FailureProbability.ofEqual(width, POINTS) <= 0.05, "width " + width);
        }
    }

    /** At the hop of the diamond's middle the rule alone decides: simulation and computation must agree, both ways. */
    @ParameterizedTest
    @CsvSource({ "2", "3", "4", "16" })
    void aDiamondFailsAsOftenAsComputed(int width) throws Exception {
        int runs = 5 * RUNS;
        double expected = FailureProbability.ofEqual(width, POINTS);
        int failures = 0;
        for (int run = 0; run < runs; run++) {
            GraphPort port = new GraphPort(false, seed(width, run), Graphs.diamond(width));
            TraceRequest request = TraceRequest.of("t", port.target(), "udp").withMaxTtl(3);
            failures += trace(MultipathRequest.of(request), port).graph().nodesAt(3).size() < width ? 1 : 0;
        }
        double spread = 3.3 * Math.sqrt(runs * expected * (1 - expected));
        assertEquals(runs * expected, failures, spread, "of " + runs);
    }

    /** Uneven shares void the rule's promise: how often it fails is known all the same. */
    @ParameterizedTest
    @CsvSource({ "1,3", "1,9", "2,3" })
    void unevenSharesFailAsOftenAsComputed(int one, int other) throws Exception {
        int runs = 5 * RUNS;
        double share = (double) one / (one + other);
        double expected = FailureProbability.of(new double[] { share, 1 - share }, POINTS);
        int failures = 0;
        for (int run = 0; run < runs; run++) {
            GraphPort port = new GraphPort(false, seed(one * 16 + other, run),
                    "a>m*" + one + " a>n*" + other + " m>y n>y y>target");
            TraceRequest request = TraceRequest.of("t", port.target(), "udp").withMaxTtl(2);
            failures += trace(MultipathRequest.of(request), port).graph().nodesAt(2).size() < 2 ? 1 : 0;
        }
        assertEquals(runs * expected, failures, 3.3 * Math.sqrt(runs * expected * (1 - expected)), "of " + runs);
    }

    static Stream<Arguments> graphs() {
        return Stream.of(MultipathAlgorithm.values()).flatMap(algorithm -> Stream.of(
                Arguments.of(algorithm, "a diamond of 2", Graphs.diamond(2)),
                Arguments.of(algorithm, "a diamond of 4", Graphs.diamond(4)),
                Arguments.of(algorithm, "a diamond of 16", Graphs.diamond(16)),
                Arguments.of(algorithm, "two parallel chains", Graphs.parallel(2)),
                Arguments.of(algorithm, "four parallel chains", Graphs.parallel(4)),
                Arguments.of(algorithm, "a mesh of 2 and 2", Graphs.meshed(2, 2)),
                Arguments.of(algorithm, "a mesh of 4 and 4, two links each", Graphs.meshed(4, 2)),
                Arguments.of(algorithm, "a mesh of 4 and 4, all links", Graphs.meshed(4, 4)),
                Arguments.of(algorithm, "one link that crosses", Graphs.ONE_CROSSING),
                Arguments.of(algorithm, "a branch that branches", Graphs.ASYMMETRIC),
                Arguments.of(algorithm, "branches of unequal lengths", Graphs.UNEQUAL_LENGTHS),
                Arguments.of(algorithm, "two diamonds", Graphs.TWO_DIAMONDS)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("graphs")
    void theGraphIsCompleteAsOftenAsAskedFor(MultipathAlgorithm algorithm, String name, String edges) throws Exception {
        int failures = 0;
        for (int run = 0; run < RUNS; run++) {
            long seed = seed(edges.hashCode(), run);
            GraphPort port = new GraphPort(run % 2 == 1, seed, edges);
            MultipathTrace trace = trace(MultipathRequest.of(TraceRequest.of("t", port.target(), "udp")).with(algorithm), port);
            Set<String> found = port.links(trace.graph());
            Set<String> all = port.links();
            assertTrue(trace.trace().reached(), () -> "seed " + seed);
            assertTrue(all.containsAll(found), () -> "seed " + seed + ": there are no links " + found + " but " + all);
            failures += found.equals(all) ? 0 : 1;
        }
        double most = RUNS * 0.05 + QUANTILE * Math.sqrt(RUNS * 0.05 * 0.95);
        assertTrue(failures <= most, name + ": " + failures + " of " + RUNS + " graphs lack a link");
    }

    @ParameterizedTest
    @CsvSource({ "0.99", "0.8" })
    void anotherConfidenceIsKept(double confidence) throws Exception {
        int failures = 0;
        int runs = 3 * RUNS;
        for (int run = 0; run < runs; run++) {
            GraphPort port = new GraphPort(false, seed(99, run), Graphs.diamond(4));
            MultipathTrace trace = trace(MultipathRequest.of(TraceRequest.of("t", port.target(), "udp"))
                    .withConfidence(confidence), port);
            failures += port.links(trace.graph()).equals(port.links()) ? 0 : 1;
        }
        double bound = 1 - confidence;
        assertTrue(failures <= runs * bound + QUANTILE * Math.sqrt(runs * bound * confidence), failures + " of " + runs);
    }

    private static long seed(int graph, int run) {
        return new Random(graph * 1_000_003L + run).nextLong();
    }

    private static MultipathTrace trace(MultipathRequest request, GraphPort port) throws Exception {
        return MultipathTracer.run(request, port, event -> { }, () -> false);
    }
}
