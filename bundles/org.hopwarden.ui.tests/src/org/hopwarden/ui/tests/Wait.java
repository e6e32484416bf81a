package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Display;

/** Waits for a condition while the window goes on working. For the UI thread, on which the tests run. */
final class Wait {

    /** Long, because the machine may be busy; a test that passes does not wait so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Wait() {
    }

    static void until(String what, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean[] ticking = { true };
        Runnable tick = new Runnable() {
            @Override
            public void run() {
                if (ticking[0]) {
                    display.timerExec(50, this);
                }
            }
        };
        display.timerExec(50, tick);
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    Screenshots.take("timeout");
                    fail("waited " + PATIENCE.toSeconds() + " s in vain: " + what);
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } finally {
            ticking[0] = false;
        }
    }

    /** Lets the window do what it has on its list. */
    static void settle() {
        Display display = Display.getCurrent();
        while (display.readAndDispatch()) {
            continue;
        }
    }
}
