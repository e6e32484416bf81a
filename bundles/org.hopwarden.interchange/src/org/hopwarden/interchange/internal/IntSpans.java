package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.PortCondition;

/**
 * A set of numbers as disjoint ranges in ascending order that do not touch.
 *
 * @param spans none is the empty set
 */
record IntSpans(List<NumberRange> spans) {

    static final IntSpans NONE = new IntSpans(List.of());

    IntSpans {
        spans = List.copyOf(spans);
    }

    static IntSpans of(int low, int high) {
        return new IntSpans(List.of(new NumberRange(low, high)));
    }

    static IntSpans of(NumberSet numbers) {
        return union(numbers.ranges());
    }

    /** All ports that a condition holds for. */
    static IntSpans of(PortCondition condition) {
        IntSpans ports = of(condition.getPorts());
        int first = condition.getPorts().ranges().get(0).low();
        return switch (condition.getOperator()) {
            case EQ, RANGE -> ports;
            case NEQ -> ports.complement(NumberRange.HIGHEST);
            case LT -> first == 0 ? NONE : of(0, first - 1);
            case GT -> first == NumberRange.HIGHEST ? NONE : of(first + 1, NumberRange.HIGHEST);
        };
    }

    static IntSpans union(List<NumberRange> ranges) {
        List<NumberRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(NumberRange::low));
        List<NumberRange> merged = new ArrayList<>();
        for (NumberRange next : sorted) {
            NumberRange last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.low() <= last.high() + 1) {
                merged.set(merged.size() - 1, new NumberRange(last.low(), Math.max(last.high(), next.high())));
            } else {
                merged.add(next);
            }
        }
        return new IntSpans(merged);
    }

    /** What of 0 to {@code highest} is not in this set. */
    IntSpans complement(int highest) {
        List<NumberRange> gaps = new ArrayList<>();
        int next = 0;
        for (NumberRange span : spans) {
            if (span.low() > next) {
                gaps.add(new NumberRange(next, span.low() - 1));
            }
            next = span.high() + 1;
        }
        if (next <= highest) {
            gaps.add(new NumberRange(next, highest));
        }
        return new IntSpans(gaps);
    }

    IntSpans intersect(IntSpans other) {
        List<NumberRange> common = new ArrayList<>();
        for (NumberRange a : spans) {
            for (NumberRange b : other.spans) {
                if (a.low() <= b.high() && b.low() <= a.high()) {
                    common.add(new NumberRange(Math.max(a.low(), b.low()), Math.min(a.high(), b.high())));
                }
            }
        }
        return new IntSpans(common);
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** As a set of the model; there must be numbers. */
    NumberSet toNumbers() {
        return new NumberSet(spans);
    }
}
