package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.hopwarden.probe.TraceEvent;

/**
 * The state of a recorded watch at any moment. Going forward folds what lies between; going back folds from the start, about a
 * million events in a second. Holds no more than one state. Used by one thread.
 */
final class Replay implements AutoCloseable {

    private final Path file;
    private Recording.Reader reader;
    private WatchFold fold;
    private TraceEvent next;
    private long atNanos;
    private boolean atEnd;

    Replay(Path file) {
        this.file = file;
    }

    /**
     * The state after all events up to a moment.
     *
     * @param nanos since the start
     * @throws IOException if the recording cannot be read; says the line
     */
    WatchFold.Moment at(long nanos) throws IOException {
        // A recording that still grows has more behind what was its end.
        if (reader == null || nanos < atNanos || atEnd) {
            restart();
        }
        atNanos = nanos;
        if (next == null || next.atNanos() <= nanos) {
            if (next != null) {
                fold.on(next);
            }
            next = reader.read(event -> {
                if (event.atNanos() > nanos) {
                    return false;
                }
                fold.on(event);
                return true;
            });
            atEnd = next == null;
        }
        return fold.moment();
    }

    private void restart() throws IOException {
        close();
        reader = new Recording.Reader(file);
        Recording.Head head = reader.head();
        fold = new WatchFold(head.request());
        fold.on(new TraceEvent.Started(head.request(), head.source(), head.startedAt()));
        next = null;
        atEnd = false;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
