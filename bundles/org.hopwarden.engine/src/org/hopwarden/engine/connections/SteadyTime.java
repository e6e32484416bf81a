package org.hopwarden.engine.connections;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A clock that can be relied upon, made of one that cannot: it never goes back, and goes at most a minute ahead between two
 * readings. A clock that is set back, or far ahead, then neither keeps connections alive for ever nor ends them all. Whoever uses
 * it reads it at least once a minute. Safe for use by several threads.
 */
final class SteadyTime {

    static final long MOST_STEP_NANOS = TimeUnit.MINUTES.toNanos(1);
    /** Readings closer than this to the last that counted cost no lock. */
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final LongSupplier clock;
    private volatile long lastReading;
    private volatile long now;

    /** @param clock in nanoseconds, from any start */
    SteadyTime(LongSupplier clock) {
        this.clock = clock;
        lastReading = clock.getAsLong();
    }

    /** Nanoseconds since this was made. */
    long now() {
        long reading = clock.getAsLong();
        long step = reading - lastReading;
        return step >= 0 && step < TICK_NANOS ? now : step();
    }

    private synchronized long step() {
        // Read again: another thread may have come first, and an older reading is no clock that was set back.
        long reading = clock.getAsLong();
        long step = reading - lastReading;
        lastReading = reading;
        // A difference that overflows is a jump as well.
        now += Math.clamp(step, 0, MOST_STEP_NANOS);
        return now;
    }
}
