package org.hopwarden.enforce.internal.ask;

import static java.util.Objects.requireNonNull;

import org.hopwarden.engine.DescribedPacket;

/**
 * An answer about a packet. Where it stands in a policy is found anew for each policy.
 *
 * @param number of this answer among all of its broker
 * @param remark of its first rule; empty for none
 */
public record Answered(long number, DescribedPacket packet, Flow flow, AnswerSpec spec, String remark) {

    public Answered {
        requireNonNull(packet, "packet");
        requireNonNull(flow, "flow");
        requireNonNull(spec, "spec");
        requireNonNull(remark, "remark");
    }
}
