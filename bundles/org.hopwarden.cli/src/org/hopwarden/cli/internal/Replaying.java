package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.MultipathRecorder;
import org.hopwarden.report.TraceEventFile;
import org.hopwarden.report.TraceEventFile.Kind;
import org.hopwarden.report.TraceFormatException;

import picocli.CommandLine.Option;

/** Options to play a file of events in the place of the network. */
final class Replaying {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double LONGEST_STEP_MILLIS = 50;

    @Option(names = "--replay", paramLabel = "FILE", required = true, description = "show what a file of --save holds; nothing is sent")
    private Path file;

    @Option(names = "--speed", paramLabel = "N", description = "replay so many times as fast as it was; left out: at once")
    private Double speed;

    private long startNanos;

    /** @param like in whose manner one trace is printed; null: in our own */
    int traces(TraceFormat format, LikeTool like, Output output) throws IOException {
        Kind kind = kind();
        if (kind == Kind.WATCH) {
            throw CommandFailure.usage(file + " holds a watch", "Say 'hopwarden watch --replay " + file + "'.");
        }
        if (kind == Kind.MULTIPATH) {
            return allPaths(format, output);
        }
        TraceOutput traces = new TraceOutput(kind == Kind.TRACES, like);
        try (Interruption interruption = new Interruption()) {
            play(traces::on, interruption);
            traces.print(format, output);
            return traces.exitCode(interruption.exitCode());
        }
    }

    private int allPaths(TraceFormat format, Output output) throws IOException {
        MultipathOutput.requirePossible(format);
        MultipathRecorder[] recorder = new MultipathRecorder[1];
        try (Interruption interruption = new Interruption()) {
            play(() -> TraceEventFile.readMultipath(file, event -> {
                await(event.atNanos(), interruption);
                if (event instanceof MultipathEvent.Started started) {
                    recorder[0] = new MultipathRecorder(started.request());
                }
                if (recorder[0] == null) {
                    throw new IllegalArgumentException("an event of a trace that has not started");
                }
                if (!interruption.isRequested()) {
                    recorder[0].on(event);
                }
            }));
            MultipathOutput paths = new MultipathOutput(recorder[0].trace());
            paths.print(format, output);
            return paths.exitCode(interruption.exitCode());
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
        play(() -> TraceEventFile.read(file, (trace, event) -> {
            await(event.atNanos(), interruption);
            if (!interruption.isRequested()) {
                sink.on(trace, event);
            }
        }));
    }

    private interface Reading {
        void run() throws IOException, TraceFormatException;
    }

    private void play(Reading reading) {
        startNanos = System.nanoTime();
        try {
            reading.run();
        } catch (IOException | TraceFormatException e) {
            throw unreadable(e);
        }
    }

    /** Sleeps until an event is due, in steps so short that an interruption is noticed. */
    private void await(long atNanos, Interruption interruption) {
        if (speed == null) {
            return;
        }
        // Not as a time of day: a slow replay of a late event may be due when the clock has run over.
        double dueNanos = atNanos / speed;
        for (double left; (left = dueNanos - (System.nanoTime() - startNanos)) > 0 && !interruption.isRequested();) {
            try {
                Thread.sleep((long) Math.clamp(left / NANOS_PER_MILLI, 1, LONGEST_STEP_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure(ExitCode.FAILED, "the replay was interrupted", "");
            }
        }
    }

    private CommandFailure unreadable(Exception e) {
        return e instanceof TraceFormatException format
                ? CommandFailure.badInput(file + ":" + format.line() + ":" + format.column() + ": " + format.problem(),
                        "A file of events is made by --save.")
                : CommandFailure.badInput(file + (e instanceof NoSuchFileException ? " does not exist" : " cannot be read: " + e.getMessage()), "Name a file that --save wrote.");
    }
}
