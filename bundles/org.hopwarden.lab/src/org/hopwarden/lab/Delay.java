package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** How long a link takes in one direction, packet by packet. No delay is negative, and none is longer than an hour. */
public sealed interface Delay {

    /** One delay for lists and tables: that of a packet which nothing holds up, or a middle one where there is no such thing. */
    Duration nominal();

    /** Always the same. */
    record Constant(Duration delay) implements Delay {

        public Constant {
            requireNonNull(delay, "delay");
        }

        @Override
        public Duration nominal() {
            return delay;
        }
    }

    /** Evenly spread from the least to the most. */
    record Uniform(Duration least, Duration most) implements Delay {

        public Uniform {
            requireOrder(least, most);
        }

        @Override
        public Duration nominal() {
            return least;
        }
    }

    /** The bell curve; what would be less than {@code least} is {@code least}. */
    record Normal(Duration mean, Duration deviation, Duration least) implements Delay {

        public Normal {
            requireNonNull(deviation, "deviation");
            requireOrder(least, mean);
        }

        @Override
        public Duration nominal() {
            return mean;
        }
    }

    /**
     * {@code least} and on top of it a delay whose logarithm has the bell curve: many a little, few a lot.
     *
     * @param mean of the whole delay; more than {@code least}
     * @param deviation of the whole delay
     */
    record LogNormal(Duration mean, Duration deviation, Duration least) implements Delay {

        public LogNormal {
            requireNonNull(deviation, "deviation");
            requireOrder(least, mean);
        }

        @Override
        public Duration nominal() {
            return mean;
        }
    }

    /**
     * A heavy tail: the share of delays longer than {@code x} is {@code (least / x) ^ shape}.
     *
     * @param shape more than 0; the smaller, the heavier
     * @param most what would be longer takes this long
     */
    record Pareto(Duration least, double shape, Duration most) implements Delay {

        public Pareto {
            requireOrder(least, most);
            if (!(shape > 0)) {
                throw new IllegalArgumentException("a shape is more than 0, not " + shape);
            }
        }

        @Override
        public Duration nominal() {
            return least;
        }
    }

    /** Delays that were measured: each is as likely as the others. */
    record Empirical(List<Duration> values) implements Delay {

        public Empirical {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("there is no delay");
            }
        }

        @Override
        public Duration nominal() {
            return values.stream().sorted(Comparator.naturalOrder()).toList().get((values.size() - 1) / 2);
        }
    }

    private static void requireOrder(Duration less, Duration more) {
        if (less.isNegative() || less.compareTo(more) > 0) {
            throw new IllegalArgumentException(less + " is negative, or more than " + more);
        }
    }
}
