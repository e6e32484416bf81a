package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.report.TraceEventFile;
import org.hopwarden.report.TraceEventFile.Kind;
import org.hopwarden.report.TraceFormatException;

import picocli.CommandLine.Option;

/** Options to play a file of events in the place of the network. */
final class Replaying {

    private static final double NANOS_PER_MILLI = 1e6;

    @Option(names = "--replay", paramLabel = "FILE", required = true, description = "show what a file of --save holds; nothing is sent")
    private Path file;

    @Option(names = "--speed", paramLabel = "N", description = "replay so many times as fast as it was; left out: at once")
    private Double speed;

    private long startNanos;

    int traces(TraceFormat format, Output output) throws IOException {
        Kind kind = kind();
        if (kind == Kind.WATCH) {
            throw CommandFailure.usage(file + " holds a watch", "Say 'hopwarden watch --replay " + file + "'.");
        }
        TraceOutput traces = new TraceOutput(kind == Kind.TRACES);
        try (Interruption interruption = new Interruption()) {
            play(traces::on, interruption);
            traces.print(format, output);
            return traces.exitCode(interruption.exitCode());
        }
    }

    int watch(TraceFormat format, Output output) throws IOException {
        if (kind() != Kind.WATCH) {
            throw CommandFailure.usage(file + " holds a trace", "Say 'hopwarden trace --replay " + file + "'.");
        }
        WatchOutput watch = new WatchOutput(output, speed != null && format == TraceFormat.TEXT);
        try (Interruption interruption = new Interruption()) {
            play((trace, event) -> watch.on(event), interruption);
            watch.print(format);
            return watch.exitCode(interruption.exitCode());
        }
    }

    private Kind kind() {
        if (speed != null && !(speed > 0 && speed <= 1e6)) {
            throw CommandFailure.usage("a speed lies above 0 and up to 1000000, not " + speed, "1 is as fast as it was.");
        }
        try {
            return TraceEventFile.kind(file);
        } catch (IOException | TraceFormatException e) {
            throw unreadable(e);
        }
    }

    private void play(TraceEventFile.EventSink sink, Interruption interruption) {
        startNanos = System.nanoTime();
        try {
            TraceEventFile.read(file, (trace, event) -> {
                await(event, interruption);
                if (!interruption.isRequested()) {
                    sink.on(trace, event);
                }
            });
        } catch (IOException | TraceFormatException e) {
            throw unreadable(e);
        }
    }

    /** Sleeps until the event is due, in steps so short that an interruption is noticed. */
    private void await(TraceEvent event, Interruption interruption) {
        if (speed == null) {
            return;
        }
        long due = startNanos + (long) (event.atNanos() / speed);
        for (long left; (left = due - System.nanoTime()) > 0 && !interruption.isRequested();) {
            try {
                Thread.sleep(Math.max(1, Math.min(50, (long) (left / NANOS_PER_MILLI))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure(ExitCode.FAILED, "the replay was interrupted", "");
            }
        }
    }

    private CommandFailure unreadable(Exception e) {
        return e instanceof TraceFormatException format
                ? CommandFailure.badInput(file + ":" + format.line() + ":" + format.column() + ": " + format.getMessage(),
                        "A file of events is made by --save.")
                : CommandFailure.badInput(file + (e instanceof NoSuchFileException ? " does not exist" : " cannot be read: " + e.getMessage()), "Name a file that --save wrote.");
    }
}
