package org.hopwarden.probe;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * The exact probability with which a stopping rule misses a successor, by a programme over the sets of successors that may have been
 * seen after each flow.
 */
final class FailureProbability {

    private FailureProbability() {
    }

    /**
     * @param shares of the flows that each successor gets; at most 16, their sum 1
     * @param points how many flows rule out one more successor, where so many were seen
     */
    static double of(double[] shares, IntUnaryOperator points) {
        double[] seen = new double[1 << shares.length];
        seen[0] = 1;
        int all = seen.length - 1;
        double failure = 0;
        for (int n = 1; DoubleStream.of(seen).limit(all).sum() > 1e-12; n++) {
            double[] next = new double[seen.length];
            for (int set = 0; set < seen.length; set++) {
                for (int i = 0; i < shares.length && seen[set] > 0; i++) {
                    next[set | 1 << i] += seen[set] * shares[i];
                }
            }
            for (int set = 1; set < all; set++) {
                if (n >= points.applyAsInt(Integer.bitCount(set))) {
                    failure += next[set];
                    next[set] = 0;
                }
            }
            seen = next;
        }
        return failure;
    }

    /** As {@link #of(double[], IntUnaryOperator)}, with equal shares, of which only the number matters. */
    static double ofEqual(int successors, IntUnaryOperator points) {
        double[] seen = new double[successors + 1];
        seen[0] = 1;
        double failure = 0;
        for (int n = 1; Arrays.stream(seen).limit(successors).sum() > 1e-12; n++) {
            for (int j = successors; j > 0; j--) {
                seen[j] = seen[j] * j / successors + seen[j - 1] * (successors - j + 1) / successors;
            }
            seen[0] = 0;
            for (int j = 1; j < successors; j++) {
                if (n >= points.applyAsInt(j)) {
                    failure += seen[j];
                    seen[j] = 0;
                }
            }
        }
        return failure;
    }
}
