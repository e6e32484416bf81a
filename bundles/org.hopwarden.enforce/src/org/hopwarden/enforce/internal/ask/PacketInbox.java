package org.hopwarden.enforce.internal.ask;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Packets on their way from the threads that pass them to the one that sorts them into questions. Safe for use by any thread. */
public final class PacketInbox {

    private static final int FEW = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> packets = new ArrayDeque<>();
    private final int most;
    private boolean closed;

    /** @param most how many new packets find room */
    public PacketInbox(int most) {
        this.most = most;
    }

    /** Whether it has no room for a new packet. */
    public boolean isFull() {
        lock.lock();
        try {
            return closed || packets.size() >= most;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a packet, also beyond what there is room for: one that has found room before comes back. */
    public void put(Waiting packet) {
        lock.lock();
        try {
            packets.add(packet);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next packet; null where there is none until a time, or this is closed. */
    Waiting next(long untilNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (packets.isEmpty() && !closed) {
                long wait = untilNanos - System.nanoTime();
                if (wait <= 0) {
                    return null;
                }
                changed.awaitNanos(wait);
            }
            return closed ? null : packets.poll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether so few wait that one may take its time. */
    boolean isCalm() {
        lock.lock();
        try {
            return !closed && packets.size() < FEW;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Lets {@link #next} return. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            packets.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
