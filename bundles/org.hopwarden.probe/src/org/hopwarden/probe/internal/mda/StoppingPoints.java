package org.hopwarden.probe.internal.mda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many flows rule out that there is one more successor than were seen: the least n with which n flows, shared out evenly over
 * k successors, miss one of the k with a probability of at most alpha (Veitch et al., "Failure control in multipath route tracing",
 * INFOCOM 2009). One use, one thread.
 */
public final class StoppingPoints {

    private final double confidence;
    private final Map<Integer, List<Integer>> byBranching = new HashMap<>();

    /** @param confidence that the whole graph is found */
    public StoppingPoints(double confidence) {
        this.confidence = confidence;
    }

    /**
     * How many flows to ask where so many successors were seen.
     *
     * @param found at least 1
     * @param branching how many nodes of the graph branch, this one included; at least 1. The failures that the whole graph may
     *            have are shared out among them
     */
    public int flows(int found, int branching) {
        List<Integer> points = byBranching.computeIfAbsent(branching, key -> new ArrayList<>());
        while (points.size() < found) {
            points.add(least(points.size() + 2, alpha(branching)));
        }
        return points.get(found - 1);
    }

    /** The probability with which one of so many branching nodes may be got wrong. */
    public double alpha(int branching) {
        return 1 - Math.pow(confidence, 1.0 / branching);
    }

    /** The least number of flows that miss one of k successors with a probability of at most alpha. */
    public static int least(int k, double alpha) {
        // By the number of successors seen: the sum with alternating signs loses all digits for great k.
        double[] seen = new double[k + 1];
        seen[0] = 1;
        int n = 0;
        while (1 - seen[k] > alpha) {
            for (int j = k; j > 0; j--) {
                seen[j] = seen[j] * j / k + seen[j - 1] * (k - j + 1) / k;
            }
            seen[0] = 0;
            n++;
        }
        return n;
    }
}
