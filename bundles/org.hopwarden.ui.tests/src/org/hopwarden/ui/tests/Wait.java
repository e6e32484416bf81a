package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Waits for a condition while the window goes on working. For the UI thread, on which the tests run. */
final class Wait {

    /** Long, because the machine may be busy; a test that passes does not wait so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TICK_MILLIS = 50;
    private static String expectedTitle = "";
    private static Predicate<Shell> expectedAnswer = shell -> true;
    private static long expectedUntilNanos;

    private Wait() {
    }

    /**
     * Dialogs with this title are no messages from now on. The answer is asked again and again, and says when it was given; then they
     * are messages again. One that finds no answer is closed when the patience is over.
     */
    static void answer(String title, Predicate<Shell> answer) {
        expectedTitle = title;
        expectedAnswer = answer;
        expectedUntilNanos = System.nanoTime() + PATIENCE.toNanos();
    }

    /** Waits; fails when the patience is over, or a message box comes up. */
    static void until(String what, BooleanSupplier condition) {
        Watch watch = new Watch(Display.getCurrent());
        until(what, watch, () -> {
            if (!watch.message.isEmpty()) {
                fail("a message came up while waiting for " + what + ": " + watch.message);
            }
            return condition.getAsBoolean();
        });
    }

    /** Waits, and leaves alone whatever dialog is open. */
    static void untilBesideDialogs(String what, BooleanSupplier condition) {
        Watch watch = new Watch(Display.getCurrent());
        watch.looksOn = true;
        until(what, watch, condition);
    }

    /** Waits for a message box, closes it and returns its text. */
    static String untilMessage() {
        Watch watch = new Watch(Display.getCurrent());
        until("a message", watch, () -> !watch.message.isEmpty());
        return watch.message;
    }

    private static void until(String what, Watch watch, BooleanSupplier condition) {
        Display display = watch.display;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        display.timerExec(TICK_MILLIS, watch);
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    Screenshots.take("timeout");
                    fail("waited " + PATIENCE.toSeconds() + " s in vain for " + what);
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } finally {
            watch.ended = true;
        }
    }

    /** Lets the window do what it has on its list. */
    static void settle() {
        boolean[] done = { false };
        Display.getCurrent().asyncExec(() -> done[0] = true);
        until("what is on the window's list", () -> done[0]);
    }

    /** Keeps the event loop awake, and closes message boxes, in whose own loops a test would wait for ever. */
    private static final class Watch implements Runnable {

        private final Display display;
        private String message = "";
        private boolean ended;
        private boolean looksOn;

        Watch(Display display) {
            this.display = display;
        }

        @Override
        public void run() {
            if (ended) {
                return;
            }
            for (Shell shell : display.getShells()) {
                if (looksOn || shell.isDisposed() || !shell.isVisible()) {
                    continue;
                }
                if (!expectedTitle.isEmpty() && shell.getText().equals(expectedTitle)) {
                    if (expectedAnswer.test(shell)) {
                        expectedTitle = "";
                    } else if (System.nanoTime() > expectedUntilNanos) {
                        expectedTitle = "";
                        shell.close();
                    }
                } else if ((shell.getStyle() & SWT.APPLICATION_MODAL) != 0) {
                    message = Widgets.all(shell, Label.class, label -> !label.getText().isEmpty()).stream()
                            .map(Label::getText).collect(Collectors.joining(" / ", shell.getText() + ": ", ""));
                    shell.close();
                }
            }
            display.timerExec(TICK_MILLIS, this);
        }
    }
}
