package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

/**
 * What to trace over all its paths.
 *
 * @param trace target, method and limits; its {@code queries} do not matter, for the confidence says how much to send
 * @param confidence the probability that the whole graph is found where routers share flows out evenly: 0.5 to 0.9999
 */
public record MultipathRequest(TraceRequest trace, MultipathAlgorithm algorithm, double confidence) {

    public static final double DEFAULT_CONFIDENCE = 0.95;

    public MultipathRequest {
        requireNonNull(trace, "trace");
        requireNonNull(algorithm, "algorithm");
        if (!(confidence >= 0.5 && confidence <= 0.9999)) {
            throw new IllegalArgumentException("the confidence lies in 0.5..0.9999, not " + confidence);
        }
    }

    /** MDA-Lite at 95 %. */
    public static MultipathRequest of(TraceRequest trace) {
        return new MultipathRequest(trace, MultipathAlgorithm.MDA_LITE, DEFAULT_CONFIDENCE);
    }

    public MultipathRequest with(MultipathAlgorithm newAlgorithm) {
        return new MultipathRequest(trace, newAlgorithm, confidence);
    }

    public MultipathRequest withConfidence(double newConfidence) {
        return new MultipathRequest(trace, algorithm, newConfidence);
    }
}
