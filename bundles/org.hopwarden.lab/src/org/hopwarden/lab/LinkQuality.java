package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How packets fare on a link in one direction.
 *
 * @param reorder the share of packets that come late without holding up those behind them, 0 to 1; no other packets overtake
 *            each other
 * @param reorderBy how much later those come
 * @param duplicate the share of packets that arrive twice, 0 to 1
 */
public record LinkQuality(Delay delay, Loss loss, double reorder, Duration reorderBy, double duplicate) {

    public LinkQuality {
        requireNonNull(delay, "delay");
        requireNonNull(loss, "loss");
        requireNonNull(reorderBy, "reorderBy");
        if (!(reorder >= 0 && reorder <= 1 && duplicate >= 0 && duplicate <= 1)) {
            throw new IllegalArgumentException("shares lie in 0..1, not " + reorder + " and " + duplicate);
        }
    }
}
