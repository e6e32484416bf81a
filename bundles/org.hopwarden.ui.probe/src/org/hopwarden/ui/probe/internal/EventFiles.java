package org.hopwarden.ui.probe.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.MultipathRecorder;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceRecorder;
import org.hopwarden.report.TraceEventFile;
import org.hopwarden.report.TraceFormatException;

/**
 * Files of events as the command line writes and replays them, to and from what the window keeps: traces, and the recordings of
 * watches, which are made for turning to any moment.
 */
final class EventFiles {

    private EventFiles() {
    }

    /** Whether a file says in its first line that it holds events. */
    static boolean isOne(Path file) throws IOException {
        return startsWith(file, TraceEventFile.FORMAT);
    }

    /** Whether a file says in its first line that it is a recording of the window's own. */
    static boolean isRecording(Path file) throws IOException {
        return startsWith(file, Recording.FORMAT);
    }

    private static boolean startsWith(Path file, String format) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            char[] begin = new char[200];
            int length = reader.read(begin);
            return length > 0 && new String(begin, 0, length).contains("\"" + format + "\"");
        }
    }

    /** Writes the events of a recording for the command line. */
    static void write(Path recording, Path file) throws IOException {
        try (Recording.Reader reader = new Recording.Reader(recording);
                TraceEventFile.Writer writer = new TraceEventFile.Writer(file, TraceEventFile.Kind.WATCH)) {
            Recording.Head head = reader.head();
            writer.on(0, new TraceEvent.Started(head.request(), head.source(), head.startedAt()));
            reader.read(event -> {
                writer.on(0, event);
                return true;
            });
        }
    }

    /** Makes a recording of the events of a watch. */
    static void toRecording(Path events, Path recording) throws IOException, TraceFormatException {
        String network = Networks.fileId(events);
        try (Writer out = Files.newBufferedWriter(recording)) {
            TraceEventFile.read(events, (trace, event) -> {
                try {
                    out.write(event instanceof TraceEvent.Started started
                            ? Recording.head(TraceSpec.of(network, started.request()), started) : Recording.line(event));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The traces that events make up, in their order. */
    static List<Trace> traces(Path events) throws IOException, TraceFormatException {
        Map<Integer, TraceRecorder> recorders = new TreeMap<>();
        TraceEventFile.read(events, (trace, event) -> {
            if (event instanceof TraceEvent.Started started) {
                recorders.put(trace, new TraceRecorder(started.request()));
            }
            TraceRecorder recorder = recorders.get(trace);
            if (recorder != null) {
                recorder.on(event);
            }
        });
        List<Trace> traces = new ArrayList<>();
        recorders.values().forEach(recorder -> traces.add(recorder.trace()));
        return traces;
    }

    /** The trace of all paths that events make up. */
    static MultipathTrace paths(Path events) throws IOException, TraceFormatException {
        List<MultipathEvent> read = new ArrayList<>();
        TraceEventFile.readMultipath(events, read::add);
        if (!(read.getFirst() instanceof MultipathEvent.Started started)) {
            throw new IOException("the file " + events + " does not start with the start of a trace");
        }
        return MultipathRecorder.fold(started.request(), read);
    }
}
