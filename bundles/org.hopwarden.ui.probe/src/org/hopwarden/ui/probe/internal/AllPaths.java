package org.hopwarden.ui.probe.internal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.hopwarden.probe.MultipathAlgorithm;
import org.hopwarden.probe.MultipathRequest;
import org.hopwarden.probe.TraceRequest;

/**
 * How all paths to a target are looked for.
 *
 * @param confidence the probability that all of them are found, 0.5 to 0.9999
 */
record AllPaths(MultipathAlgorithm algorithm, double confidence) {

    AllPaths {
        requireNonNull(algorithm, "algorithm");
    }

    /** The name for people. */
    static String label(MultipathAlgorithm algorithm) {
        return switch (algorithm) {
            case MDA_LITE -> "MDA-Lite";
            case MDA -> "MDA";
        };
    }

    /** The confidence in percent, such as {@code 99.9}. */
    static String percent(double confidence) {
        return BigDecimal.valueOf(100 * confidence).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** Both, for people. */
    String words() {
        return label(algorithm) + ", " + percent(confidence) + " % sure";
    }

    MultipathRequest request(TraceRequest trace) {
        return new MultipathRequest(trace, algorithm, confidence);
    }
}
