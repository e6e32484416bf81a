package org.hopwarden.visualization;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.hopwarden.visualization.internal.TimelinePlot;

/**
 * Round-trip times over time, a line for each hop. One hop stands out with the range of its times and the times of its losses; the
 * others are thin.
 */
public final class TimelineChart extends Chart {

    /**
     * What happened at one hop in a stretch of time.
     *
     * @param atNanos its middle, in nanoseconds since the start
     * @param bestNanos the least round-trip time; 0 without replies
     * @param meanNanos the mean round-trip time; 0 without replies
     * @param worstNanos the greatest round-trip time; 0 without replies
     */
    public record Stretch(long atNanos, int replies, int lost, long bestNanos, long meanNanos, long worstNanos) {
    }

    /**
     * One hop.
     *
     * @param ttl its distance, 1 to 255
     * @param label who answers there
     * @param stretches in the order of time
     */
    public record Line(int ttl, String label, List<Stretch> stretches) {
        public Line {
            requireNonNull(label, "label");
            stretches = List.copyOf(stretches);
        }
    }

    /**
     * What is shown.
     *
     * @param start when time 0 was
     * @param endNanos where the axis ends, in nanoseconds since the start
     * @param lines by TTL
     * @param chosen the TTL of the hop that stands out; where it has no line, the last hop with replies does
     * @param momentNanos a moment to mark, in nanoseconds since the start; negative for none
     */
    public record Content(Instant start, long endNanos, List<Line> lines, int chosen, long momentNanos) {
        public Content {
            requireNonNull(start, "start");
            lines = List.copyOf(lines);
        }
    }

    private final Content content;

    private TimelineChart(Content content) {
        super(new TimelinePlot(content));
        this.content = content;
    }

    public static TimelineChart of(Content content) {
        return new TimelineChart(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimelineChart chart && content.equals(chart.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(content);
    }
}
