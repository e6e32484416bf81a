package org.hopwarden.ui;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.widgets.Display;

/**
 * Bounds the rate at which something is brought up to date on the UI thread, however often it changes elsewhere. After the last
 * request the update always runs once more, so that nothing is left out.
 */
public final class Throttle {

    private final Display display;
    private final int intervalMillis;
    private final Runnable update;
    private final AtomicBoolean pending = new AtomicBoolean();

    /**
     * @param intervalMillis the least time between two updates, more than 0
     * @param update runs on the UI thread; it must itself know whether its widgets still live
     */
    public Throttle(Display display, int intervalMillis, Runnable update) {
        this.display = requireNonNull(display, "display");
        this.intervalMillis = intervalMillis;
        this.update = requireNonNull(update, "update");
    }

    /** Asks for an update. Any thread may call it; it returns at once. */
    public void request() {
        if (pending.compareAndSet(false, true)) {
            Background.onDisplay(display, () -> display.timerExec(intervalMillis, () -> {
                pending.set(false);
                update.run();
            }));
        }
    }
}
