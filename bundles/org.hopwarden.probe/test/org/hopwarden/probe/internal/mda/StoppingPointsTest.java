package org.hopwarden.probe.internal.mda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoppingPointsTest {

    /** The published tables, for two to sixteen successors. */
    @Test
    void agreesWithThePublishedTables() {
        assertEquals(List.of(6, 11, 16, 21, 27, 33, 38, 44, 51, 57, 63, 70, 76, 83, 90), table(0.05));
        assertEquals(List.of(8, 15, 21, 28, 36, 43, 51, 58, 66, 74, 82, 90, 98, 106, 115), table(0.01));
    }

    private static List<Integer> table(double alpha) {
        return IntStream.rangeClosed(2, 16).mapToObj(k -> StoppingPoints.least(k, alpha)).toList();
    }

    /** The sum with alternating signs of the definition, in exact arithmetic. */
    @ParameterizedTest
    @ValueSource(ints = { 2, 5, 17, 40, 64 })
    void isTheLeastThatTheDefinitionAllows(int k) {
        for (double alpha : new double[] { 0.05, 0.01, 0.0253, 0.0005 }) {
            int n = StoppingPoints.least(k, alpha);
            assertTrue(missing(k, n) <= alpha, k + " at " + alpha);
            assertTrue(missing(k, n - 1) > alpha, k + " at " + alpha);
        }
    }

    private static double missing(int k, int n) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger choose = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            choose = choose.multiply(BigInteger.valueOf(k - i + 1)).divide(BigInteger.valueOf(i));
            BigInteger part = choose.multiply(BigInteger.valueOf(k - i).pow(n));
            sum = i % 2 == 1 ? sum.add(part) : sum.subtract(part);
        }
        return new BigDecimal(sum).divide(new BigDecimal(BigInteger.valueOf(k).pow(n)), MathContext.DECIMAL64).doubleValue();
    }

    @Test
    void theConfidenceOfTheGraphIsSharedOutAmongItsBranchingNodes() {
        StoppingPoints points = new StoppingPoints(0.95);
        assertEquals(6, points.flows(1, 1));
        assertEquals(21, points.flows(4, 1));
        for (int branching = 1; branching < 50; branching++) {
            assertEquals(0.95, Math.pow(1 - points.alpha(branching), branching), 1e-12);
            assertTrue(points.flows(3, branching) <= points.flows(3, branching + 1));
        }
    }
}
