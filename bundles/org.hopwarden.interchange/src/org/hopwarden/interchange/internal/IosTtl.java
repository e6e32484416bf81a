package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.NumberSet;

/** Conditions on the TTL, which IOS says with an operator and the model as a set of numbers. */
final class IosTtl {

    private static final int HIGHEST = 255;

    private IosTtl() {
    }

    /** The numbers that meet a condition; null for none. */
    static NumberSet of(String operator, NumberSet operands) {
        int first = operands.ranges().get(0).low();
        return switch (operator) {
            case "lt" -> first == 0 ? null : NumberSet.ofRange(0, first - 1);
            case "gt" -> first == HIGHEST ? null : NumberSet.ofRange(first + 1, HIGHEST);
            case "neq" -> complement(operands);
            default -> operands;
        };
    }

    private static NumberSet complement(NumberSet numbers) {
        List<NumberRange> ranges = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= HIGHEST + 1; i++) {
            if (i > HIGHEST || numbers.contains(i)) {
                if (start < i) {
                    ranges.add(new NumberRange(start, i - 1));
                }
                start = i + 1;
            }
        }
        return ranges.isEmpty() ? null : new NumberSet(ranges);
    }

    /** The conditions of which one must hold, such as {@code lt 5}; more than one where IOS has none for the whole set. */
    static List<String> conditions(NumberSet numbers) {
        NumberSet rest = complement(numbers);
        if (rest == null) {
            return List.of();
        }
        List<NumberRange> ranges = numbers.ranges();
        if (ranges.stream().allMatch(NumberRange::isSingle) && ranges.size() <= IosNumberWords.MOST) {
            return List.of("eq " + ranges.stream().map(NumberRange::toString).collect(Collectors.joining(" ")));
        }
        if (ranges.size() == 1) {
            return List.of(condition(ranges.get(0)));
        }
        if (rest.ranges().stream().allMatch(NumberRange::isSingle) && rest.ranges().size() <= IosNumberWords.MOST) {
            return List.of("neq " + rest.ranges().stream().map(NumberRange::toString).collect(Collectors.joining(" ")));
        }
        return ranges.stream().map(IosTtl::condition).toList();
    }

    private static String condition(NumberRange range) {
        return range.isSingle() ? "eq " + range.low() : range.low() == 0 ? "lt " + (range.high() + 1)
                : range.high() == HIGHEST ? "gt " + (range.low() - 1) : "range " + range.low() + " " + range.high();
    }
}
