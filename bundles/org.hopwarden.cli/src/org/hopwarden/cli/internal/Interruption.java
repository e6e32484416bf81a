package org.hopwarden.cli.internal;

import java.util.List;
import java.util.Optional;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Turns the first SIGINT or SIGTERM into a request to come to an end, so that a command can still say what it knows and choose
 * its exit code. A second one ends the program at once.
 */
final class Interruption implements AutoCloseable {

    private record Replaced(Signal signal, SignalHandler before) {
    }

    private final List<Replaced> replaced;
    private volatile Signal received;

    Interruption() {
        replaced = List.of(replace("INT"), replace("TERM"));
    }

    private Replaced replace(String name) {
        Signal signal = new Signal(name);
        return new Replaced(signal, Signal.handle(signal, this::receive));
    }

    private void receive(Signal signal) {
        if (received != null) {
            Runtime.getRuntime().halt(exitCode(signal));
        }
        received = signal;
    }

    boolean isRequested() {
        return received != null;
    }

    /** What a shell reports of a program that the signal ended: 128 and its number. Empty where none came. */
    Optional<Integer> exitCode() {
        return Optional.ofNullable(received).map(Interruption::exitCode);
    }

    private static int exitCode(Signal signal) {
        return 128 + signal.getNumber();
    }

    @Override
    public void close() {
        replaced.forEach(each -> Signal.handle(each.signal(), each.before()));
    }
}
