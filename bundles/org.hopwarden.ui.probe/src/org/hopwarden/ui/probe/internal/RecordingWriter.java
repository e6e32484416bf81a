package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceListener;

/**
 * Adds the events of a watch to its file, on a thread of its own, so that a slow disk never holds up a probe. When the file grows
 * too long or cannot be written, recording ends and says so; the watch goes on.
 */
final class RecordingWriter implements TraceListener, AutoCloseable {

    /** The greatest length of a recording. */
    static final long MOST_BYTES = 256L << 20;
    private static final int MOST_WAITING = 200_000;
    private static final int FLUSH_MILLIS = 500;
    private static final int CLOSE_MILLIS = 3000;
    private static final TraceEvent END = new TraceEvent.Lost(-1, 0, 0);

    private final Path file;
    private final TraceSpec spec;
    private final Consumer<String> trouble;
    private final BlockingQueue<TraceEvent> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean ended;

    /**
     * @param file is added to where it is there already
     * @param trouble is told, once, why the recording ended early
     */
    RecordingWriter(Path file, TraceSpec spec, Consumer<String> trouble) {
        this.file = file;
        this.spec = spec;
        this.trouble = trouble;
        thread = Thread.ofPlatform().daemon().name("recording of " + spec.target()).start(this::run);
    }

    @Override
    public void on(TraceEvent event) {
        if (!ended && !waiting.offer(event)) {
            end("The disk is too slow for this watch: it is not recorded any more.");
        }
    }

    private void end(String why) {
        if (!ended) {
            ended = true;
            trouble.accept(why);
        }
    }

    private void run() {
        try {
            Files.createDirectories(file.getParent());
            long length = Files.exists(file) ? Files.size(file) : 0;
            try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                write(out, length);
            }
        } catch (IOException e) {
            end("The watch is not recorded: " + e.getMessage() + ". Free some room on the disk of " + file.getParent() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Writer out, long before) throws IOException, InterruptedException {
        long length = before;
        long flushedNanos = System.nanoTime();
        boolean flushed = false;
        List<TraceEvent> batch = new ArrayList<>();
        while (!ended) {
            TraceEvent first = waiting.poll(FLUSH_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                out.flush();
                continue;
            }
            batch.add(first);
            waiting.drainTo(batch);
            for (TraceEvent event : batch) {
                if (event == END) {
                    return;
                }
                String line = event instanceof TraceEvent.Started started ? before == 0 ? Recording.head(spec, started) : ""
                        : Recording.line(event);
                out.write(line);
                length += line.length();
            }
            batch.clear();
            // Those who replay a running watch read what is in the file.
            if (!flushed || System.nanoTime() - flushedNanos > FLUSH_MILLIS * 1_000_000L) {
                flushed = true;
                out.flush();
                flushedNanos = System.nanoTime();
            }
            if (length > MOST_BYTES) {
                end("The recording has reached " + (MOST_BYTES >> 20) + " MB and ends here; the watch goes on.");
            }
        }
    }

    /** Waits until all is written. */
    @Override
    public void close() {
        if (!waiting.offer(END)) {
            thread.interrupt();
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
