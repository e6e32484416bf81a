package org.hopwarden.lab.internal;

import org.hopwarden.lab.LinkQuality;
import org.hopwarden.lab.Loss;

/** What becomes of each packet that one interface sends on its link. Draws random numbers only for what the link does. */
final class Transmission {

    private final RandomStream random;
    private final DelaySampler delay;
    private final Loss.Bursts bursts;
    private final double loss;
    private final double reorder;
    private final long reorderNanos;
    private final double duplicate;
    private boolean bad;
    private long lastArrivalNanos = Long.MIN_VALUE;

    Transmission(LinkQuality quality, long seed) {
        this.random = new RandomStream(seed);
        this.delay = DelaySampler.of(quality.delay());
        this.bursts = quality.loss() instanceof Loss.Bursts own ? own : null;
        this.loss = quality.loss().share();
        this.reorder = quality.reorder();
        this.reorderNanos = quality.reorderBy().toNanos();
        this.duplicate = quality.duplicate();
    }

    /** Whether the next packet is lost. */
    boolean losesNext() {
        if (bursts == null) {
            return loss > 0 && random.nextShare() < loss;
        }
        if (random.nextShare() < (bad ? bursts.toGood() : bursts.toBad())) {
            bad = !bad;
        }
        return random.nextShare() < (bad ? bursts.lossBad() : bursts.lossGood());
    }

    /** When a packet that is sent now arrives at the other end. Packets stay in order, as they do in one queue. */
    long arrivalNanos(long nowNanos) {
        lastArrivalNanos = Math.max(lastArrivalNanos, nowNanos + delay.nextNanos(random));
        return lastArrivalNanos;
    }

    /** By how much the packet comes later than its turn; 0 where it keeps to it. */
    long heldBackNanos() {
        return reorder > 0 && random.nextShare() < reorder ? reorderNanos : 0;
    }

    /** Whether the packet arrives twice. */
    boolean doublesNext() {
        return duplicate > 0 && random.nextShare() < duplicate;
    }
}
