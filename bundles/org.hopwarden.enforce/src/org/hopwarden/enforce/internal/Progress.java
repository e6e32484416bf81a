package org.hopwarden.enforce.internal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** That a thread goes on: it says so itself, and any thread may ask. */
final class Progress {

    /** Who has not gone on for so long stands still. Threads that wait for packets must wake up several times in it. */
    static final long STANDSTILL_NANOS = 500_000_000;
    /** Who would go on, and gets no turn from a machine that is too busy, stands still only after so long. */
    static final long MOST_WAIT_NANOS = 3_000_000_000L;
    /** Who had a processor for so long and has not gone on waits for no turn: it hangs in a loop. */
    static final long ENOUGH_NANOS = 50_000_000;

    private final LongSupplier clock;
    private final AtomicLong atNanos;
    private volatile ThreadTurn turn;
    /** The last time after which it has not gone on for half of the time, and how long it had had a processor when that was seen. */
    private long suspectAtNanos;
    private long suspectUsedNanos;
    private boolean suspected;

    Progress() {
        this(System::nanoTime, null);
    }

    /** @param turn null for that of the thread that goes on */
    Progress(LongSupplier clock, ThreadTurn turn) {
        this.clock = clock;
        this.turn = turn;
        atNanos = new AtomicLong(clock.getAsLong());
    }

    /**
     * Called by the thread that goes on, always the same.
     *
     * @return how long after the last time, in nanoseconds
     */
    long made() {
        if (turn == null) {
            turn = ThreadTurn.ofCurrent();
        }
        long now = clock.getAsLong();
        long since = now - atNanos.getPlain();
        atNanos.setRelease(now);
        return since;
    }

    /** Whether it has gone on lately, or waits for a turn and has not waited too long. */
    synchronized boolean isRecent() {
        long at = atNanos.getAcquire();
        long since = clock.getAsLong() - at;
        if (since < STANDSTILL_NANOS / 2) {
            return true;
        }
        ThreadTurn known = turn;
        if (known == null) {
            return since < STANDSTILL_NANOS;
        }
        if (!suspected || suspectAtNanos != at) {
            suspected = true;
            suspectAtNanos = at;
            suspectUsedNanos = known.usedNanos();
        }
        return since < STANDSTILL_NANOS
                || since < MOST_WAIT_NANOS && known.isRunnable() && known.usedNanos() - suspectUsedNanos < ENOUGH_NANOS;
    }
}
