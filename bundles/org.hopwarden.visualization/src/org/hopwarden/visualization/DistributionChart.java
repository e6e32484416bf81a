package org.hopwarden.visualization;

import java.util.Arrays;
import java.util.Objects;

import org.hopwarden.visualization.internal.DistributionPlot;

/**
 * How the round-trip times of one hop are spread: a histogram whose bars are as wide as the number of replies allows, with the
 * median and the 95th percentile.
 */
public final class DistributionChart extends Chart {

    private final int ttl;
    private final String label;
    private final double[] millis;

    private DistributionChart(int ttl, String label, double[] millis) {
        super(new DistributionPlot(ttl, label, millis));
        this.ttl = ttl;
        this.label = label;
        this.millis = millis;
    }

    /**
     * @param ttl the hop's distance; 0 where there is none to show
     * @param label who answers there
     * @param millis round-trip times in milliseconds, in any order
     */
    public static DistributionChart of(int ttl, String label, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new DistributionChart(ttl, label, sorted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistributionChart chart && ttl == chart.ttl && label.equals(chart.label)
                && Arrays.equals(millis, chart.millis);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ttl, label, millis.length);
    }
}
