package org.hopwarden.rulemodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ports and ranges of ports in the order they were written in. The order has no meaning, but is kept so that a list comes
 * back as it was.
 *
 * @param ranges at least one
 */
public record PortSet(List<PortRange> ranges) {

    public PortSet {
        ranges = List.copyOf(ranges);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("a set of ports holds at least one");
        }
    }

    public static PortSet of(int... ports) {
        return new PortSet(IntStream.of(ports).mapToObj(PortRange::of).toList());
    }

    public static PortSet ofRange(int low, int high) {
        return new PortSet(List.of(new PortRange(low, high)));
    }

    /** Reads ports and ranges between commas: {@code 80,443,8000-8080}. */
    public static PortSet parse(String text) {
        List<PortRange> ranges = new ArrayList<>();
        Arrays.stream(text.split(",", -1)).map(PortRange::parse).forEach(ranges::add);
        return new PortSet(ranges);
    }

    public boolean contains(int port) {
        for (PortRange range : ranges) {
            if (range.contains(port)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return ranges.stream().map(PortRange::toString).collect(Collectors.joining(","));
    }
}
