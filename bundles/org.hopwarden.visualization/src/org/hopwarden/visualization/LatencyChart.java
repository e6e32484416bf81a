package org.hopwarden.visualization;

import java.util.List;
import java.util.Objects;

import org.hopwarden.probe.Trace;
import org.hopwarden.visualization.internal.LatencyPlot;

/**
 * Round-trip time for each hop: the range from best to worst, the median, each reply as a point, and lost probes as crosses with
 * their number at the upper edge. The scale is logarithmic where the times span more than two decades.
 */
public final class LatencyChart extends Chart {

    private final List<Trace> traces;
    private final int chosen;

    private LatencyChart(List<Trace> traces, int chosen) {
        super(new LatencyPlot.Of(traces, chosen));
        this.traces = traces;
        this.chosen = chosen;
    }

    /** The chart of these traces, one series each, in their order. */
    public static LatencyChart of(List<Trace> traces) {
        return new LatencyChart(List.copyOf(traces), 0);
    }

    /**
     * The same with a hop marked.
     *
     * @param ttl its distance; 0 for none
     */
    public LatencyChart choose(int ttl) {
        return new LatencyChart(traces, ttl);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LatencyChart chart && chosen == chart.chosen && traces.equals(chart.traces);
    }

    @Override
    public int hashCode() {
        return Objects.hash(traces, chosen);
    }
}
