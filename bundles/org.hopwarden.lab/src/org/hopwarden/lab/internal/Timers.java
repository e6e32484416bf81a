package org.hopwarden.lab.internal;

import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/** What is to be done at a time, in the order of time and then of setting. */
final class Timers {

    static final long NEVER = Long.MAX_VALUE;

    private record Timer(long timeNanos, long sequence, LongConsumer action) implements Comparable<Timer> {

        @Override
        public int compareTo(Timer other) {
            return timeNanos != other.timeNanos ? Long.compare(timeNanos, other.timeNanos)
                    : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long sequence;

    /** @param action gets the time */
    void at(long timeNanos, LongConsumer action) {
        timers.add(new Timer(timeNanos, sequence++, action));
    }

    long nextTimeNanos() {
        return timers.isEmpty() ? NEVER : timers.peek().timeNanos;
    }

    void runNext() {
        Timer timer = timers.remove();
        timer.action.accept(timer.timeNanos);
    }
}
