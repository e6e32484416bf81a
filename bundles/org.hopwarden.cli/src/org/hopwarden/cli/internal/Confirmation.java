package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Waits for Enter on standard input, as long as somebody who is cut off by what was done could not press it. */
final class Confirmation {

    private final long endNanos;
    private final boolean asked;
    private volatile boolean given;

    /** @param seconds how long Enter can be pressed; null if nobody is asked */
    Confirmation(Double seconds, InputStream in, PrintStream said) {
        asked = seconds != null;
        endNanos = System.nanoTime() + (asked ? (long) (seconds * 1e9) : 0);
        if (asked) {
            said.println("press Enter within " + seconds + " s to keep it");
            Thread.ofPlatform().daemon().name("confirmation").start(() -> read(in, said));
        }
    }

    private void read(InputStream in, PrintStream said) {
        try {
            for (int read = in.read(); read >= 0; read = in.read()) {
                if (read == '\n') {
                    given = true;
                    said.println("confirmed");
                    return;
                }
            }
        } catch (IOException e) {
            // Nobody can confirm any more.
        }
    }

    /** Whether the time is over and nobody has confirmed. */
    boolean isMissed() {
        return asked && !given && System.nanoTime() - endNanos >= 0;
    }
}
