package org.hopwarden.lab.internal;

import java.util.concurrent.atomic.AtomicReference;

/** Refuses a second thread while a first is inside. The same thread may enter again. */
final class SoleUser {

    private final AtomicReference<Thread> inside = new AtomicReference<>();
    private final String refusal;
    private int depth;

    /** @param refusal what a second thread is told */
    SoleUser(String refusal) {
        this.refusal = refusal;
    }

    void enter() {
        Thread current = Thread.currentThread();
        if (inside.get() != current && !inside.compareAndSet(null, current)) {
            throw new IllegalStateException(refusal);
        }
        depth++;
    }

    void leave() {
        if (--depth == 0) {
            inside.set(null);
        }
    }
}
