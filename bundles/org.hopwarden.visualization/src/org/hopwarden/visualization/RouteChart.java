package org.hopwarden.visualization;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.hopwarden.visualization.internal.RoutePlot;

/**
 * Who answered at each hop over time: a row for each hop, a bar for each stretch in which the same router answered. Where a route
 * changes a new bar begins.
 */
public final class RouteChart extends Chart {

    /**
     * The same answered all the while.
     *
     * @param ttl the hop's distance, 1 to 255
     * @param address who answered; empty for nobody
     * @param fromNanos in nanoseconds since the start
     * @param toNanos in nanoseconds since the start
     */
    public record Span(int ttl, String address, long fromNanos, long toNanos) {
        public Span {
            requireNonNull(address, "address");
        }
    }

    /**
     * What is shown.
     *
     * @param start when time 0 was
     * @param endNanos where the axis ends, in nanoseconds since the start
     * @param spans by TTL, then by time
     * @param chosen the TTL of a hop to mark; 0 for none
     * @param momentNanos a moment to mark, in nanoseconds since the start; negative for none
     */
    public record Content(Instant start, long endNanos, List<Span> spans, int chosen, long momentNanos) {
        public Content {
            requireNonNull(start, "start");
            spans = List.copyOf(spans);
        }
    }

    private final Content content;

    private RouteChart(Content content) {
        super(new RoutePlot(content));
        this.content = content;
    }

    public static RouteChart of(Content content) {
        return new RouteChart(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RouteChart chart && content.equals(chart.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(content);
    }
}
