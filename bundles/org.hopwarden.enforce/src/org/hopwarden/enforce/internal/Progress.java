package org.hopwarden.enforce.internal;

import java.util.concurrent.atomic.AtomicLong;

/** That a thread goes on: it says so itself, and any thread may ask. */
final class Progress {

    /** Who has not gone on for so long stands still. Threads that wait for packets must wake up several times in it. */
    static final long STANDSTILL_NANOS = 500_000_000;

    private final AtomicLong atNanos = new AtomicLong(System.nanoTime());

    /** @return how long after the last time, in nanoseconds */
    long made() {
        long now = System.nanoTime();
        long since = now - atNanos.getPlain();
        atNanos.setRelease(now);
        return since;
    }

    boolean isRecent() {
        return System.nanoTime() - atNanos.getAcquire() < STANDSTILL_NANOS;
    }
}
