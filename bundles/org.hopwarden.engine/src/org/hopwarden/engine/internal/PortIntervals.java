package org.hopwarden.engine.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.NumberRange;

/** A condition on a port, or another number, as sorted, disjoint, inclusive intervals: low and high in turn. */
final class PortIntervals {

    private PortIntervals() {
    }

    /** Null for no condition; empty where no port meets it. */
    static int[] of(PortCondition condition) {
        if (condition == null) {
            return null;
        }
        List<NumberRange> ranges = condition.getPorts().ranges();
        int port = ranges.get(0).low();
        return switch (condition.getOperator()) {
            case EQ, RANGE -> union(ranges);
            case NEQ -> complement(union(ranges));
            case LT -> port == 0 ? new int[0] : new int[] { 0, port - 1 };
            case GT -> port == NumberRange.HIGHEST ? new int[0] : new int[] { port + 1, NumberRange.HIGHEST };
        };
    }

    /** Numbers as intervals. */
    static int[] union(List<NumberRange> ranges) {
        List<NumberRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(NumberRange::low));
        int[] result = new int[2 * sorted.size()];
        int n = 0;
        for (NumberRange range : sorted) {
            if (n > 0 && range.low() <= result[n - 1] + 1) {
                result[n - 1] = Math.max(result[n - 1], range.high());
            } else {
                result[n++] = range.low();
                result[n++] = range.high();
            }
        }
        return Arrays.copyOf(result, n);
    }

    private static int[] complement(int[] intervals) {
        int[] result = new int[intervals.length + 2];
        int n = 0;
        int from = 0;
        for (int i = 0; i < intervals.length; i += 2) {
            if (from < intervals[i]) {
                result[n++] = from;
                result[n++] = intervals[i] - 1;
            }
            from = intervals[i + 1] + 1;
        }
        if (from <= NumberRange.HIGHEST) {
            result[n++] = from;
            result[n++] = NumberRange.HIGHEST;
        }
        return Arrays.copyOf(result, n);
    }

    /** Whether a port, -1 where it is not there, meets the condition. */
    static boolean contains(int[] intervals, int port) {
        if (intervals == null) {
            return true;
        }
        for (int i = 0; i < intervals.length; i += 2) {
            if (port >= intervals[i] && port <= intervals[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
