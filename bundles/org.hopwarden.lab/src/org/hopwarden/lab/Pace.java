package org.hopwarden.lab;

/**
 * How a network's clock runs.
 *
 * @param speed seconds of the network in one second of the wall clock; 0 for virtual time, where waiting takes no time and
 *            only moves the clock on
 */
public record Pace(double speed) {

    /** Waiting moves the clock on at once; the same calls give the same results. */
    public static final Pace VIRTUAL = new Pace(0);
    /** Waiting waits. */
    public static final Pace REAL_TIME = new Pace(1);

    public Pace {
        if (!(speed >= 0 && speed <= 1_000_000)) {
            throw new IllegalArgumentException("a speed lies in 0..1000000, not " + speed);
        }
    }

    /** Real time, but so many times faster, or slower where it is less than 1. */
    public static Pace times(double speed) {
        if (!(speed >= 0.000_001)) {
            throw new IllegalArgumentException("a speed is at least 0.000001, not " + speed);
        }
        return new Pace(speed);
    }

    public boolean isVirtual() {
        return speed == 0;
    }
}
