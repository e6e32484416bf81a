package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.report.TraceEventFile;

/** The file that {@code --save} names, or none. */
final class EventsFile implements AutoCloseable {

    private final Path file;
    private final TraceEventFile.Writer writer;

    private EventsFile(Path file, TraceEventFile.Writer writer) {
        this.file = file;
        this.writer = writer;
    }

    /** @param file null for none */
    static EventsFile open(Path file, TraceEventFile.Kind kind) {
        try {
            return new EventsFile(file, file == null ? null : new TraceEventFile.Writer(file, kind));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    void on(int trace, TraceEvent event) {
        if (writer != null) {
            writer.on(trace, event);
        }
    }

    void on(MultipathEvent event) {
        if (writer != null) {
            writer.on(event);
        }
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw failure(file, e);
            }
        }
    }

    private static CommandFailure failure(Path file, IOException e) {
        return new CommandFailure(ExitCode.FAILED, "the events cannot be written to " + file + ": " + reason(file, e),
                "Name another file with --save.");
    }

    private static String reason(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no folder " + file.toAbsolutePath().getParent();
            case AccessDeniedException _ -> "that is not allowed there";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
