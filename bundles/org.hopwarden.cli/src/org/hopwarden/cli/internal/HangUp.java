package org.hopwarden.cli.internal;

import java.io.FileInputStream;
import java.io.IOException;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Turns SIGHUP into a request, and tells why it came: somebody sent it, or the terminal that the program was started from is gone, which must
 * end what could not be ended from there any more. Where SIGHUP was ignored at the start, as by nohup, it stays so.
 */
final class HangUp implements AutoCloseable {

    private static final String TERMINAL = "/dev/tty";

    private final boolean hadTerminal = hasTerminal();
    private final Signal signal;
    private final SignalHandler before;
    private volatile boolean received;

    HangUp() {
        Signal hangUp = null;
        SignalHandler replaced = null;
        try {
            hangUp = new Signal("HUP");
            replaced = Signal.handle(hangUp, each -> received = true);
        } catch (IllegalArgumentException e) {
            // A system without it.
        }
        signal = hangUp;
        before = replaced;
    }

    private static boolean hasTerminal() {
        try (FileInputStream terminal = new FileInputStream(TERMINAL)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it came since the last call. */
    boolean take() {
        boolean taken = received;
        received = false;
        return taken;
    }

    /** Whether the terminal is gone. */
    boolean isTerminalGone() {
        return hadTerminal && !hasTerminal();
    }

    @Override
    public void close() {
        if (before != null) {
            Signal.handle(signal, before);
        }
    }
}
