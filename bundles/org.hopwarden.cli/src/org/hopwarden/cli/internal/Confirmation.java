package org.hopwarden.cli.internal;

import java.io.PrintStream;

/** Waits for Enter on standard input, as long as somebody who is cut off by what was done could not press it. Used by one thread. */
final class Confirmation {

    private final long endNanos;
    private final boolean asked;
    private final TypedLines typed;
    private final PrintStream said;
    private boolean given;

    /** @param seconds how long Enter can be pressed; null if nobody is asked */
    Confirmation(Double seconds, TypedLines typed, PrintStream said) {
        this.typed = typed;
        this.said = said;
        asked = seconds != null;
        endNanos = System.nanoTime() + (asked ? (long) (seconds * 1e9) : 0);
        if (asked) {
            typed.begin();
            said.println("press Enter within " + seconds + " s to keep it");
        }
    }

    /** Whether nobody was asked, or somebody has confirmed. */
    boolean isGiven() {
        if (asked && !given && typed.poll().isPresent()) {
            given = true;
            said.println("confirmed");
        }
        return !asked || given;
    }

    /** Whether the time is over and nobody has confirmed. */
    boolean isMissed() {
        return !isGiven() && System.nanoTime() - endNanos >= 0;
    }
}
