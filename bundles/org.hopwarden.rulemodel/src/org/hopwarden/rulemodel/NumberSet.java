package org.hopwarden.rulemodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers from 0 to 65535, such as ports, TTLs or lengths, and ranges of them, in the order they were written in. The order has no meaning, but is kept so that a list comes
 * back as it was.
 *
 * @param ranges at least one
 */
public record NumberSet(List<NumberRange> ranges) {

    public NumberSet {
        ranges = List.copyOf(ranges);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("a set of numbers holds at least one");
        }
    }

    public static NumberSet of(int... numbers) {
        return new NumberSet(IntStream.of(numbers).mapToObj(NumberRange::of).toList());
    }

    public static NumberSet ofRange(int low, int high) {
        return new NumberSet(List.of(new NumberRange(low, high)));
    }

    /** Reads numbers and ranges between commas: {@code 80,443,8000-8080}. */
    public static NumberSet parse(String text) {
        List<NumberRange> ranges = new ArrayList<>();
        Arrays.stream(text.split(",", -1)).map(NumberRange::parse).forEach(ranges::add);
        return new NumberSet(ranges);
    }

    public boolean contains(int number) {
        for (NumberRange range : ranges) {
            if (range.contains(number)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return ranges.stream().map(NumberRange::toString).collect(Collectors.joining(","));
    }
}
