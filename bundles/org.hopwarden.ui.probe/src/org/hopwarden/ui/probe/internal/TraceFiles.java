package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.Trace.Status;
import org.hopwarden.report.TraceEventFile;
import org.hopwarden.report.TraceFormatException;
import org.hopwarden.report.TraceJson;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;
import org.hopwarden.ui.probe.internal.WatchFold.Moment;

/** Files of traces, of their events and of watches; what is read is kept in the store as well. */
final class TraceFiles {

    private final TraceStore store;
    private final Supplier<String> ids;

    /** @param ids gives each trace its own */
    TraceFiles(TraceStore store, Supplier<String> ids) {
        this.store = store;
        this.ids = ids;
    }

    /** A trace, events of traces or the recording of a watch, by what the first line says. */
    List<OpenTrace> read(Path file) throws IOException, TraceFormatException {
        if (EventFiles.isRecording(file)) {
            return List.of(readRecording(file));
        }
        if (!EventFiles.isOne(file)) {
            return List.of(saved(file, TraceJson.read(file)));
        }
        TraceEventFile.Kind kind = TraceEventFile.kind(file);
        if (kind == TraceEventFile.Kind.MULTIPATH) {
            return List.of(saved(file, EventFiles.paths(file)));
        }
        if (kind != TraceEventFile.Kind.WATCH) {
            return EventFiles.traces(file).stream().map(known -> saved(file, known)).toList();
        }
        Path made = Files.createTempFile("watch", Recording.SUFFIX);
        try {
            EventFiles.toRecording(file, made);
            return List.of(readRecording(made));
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private OpenTrace saved(Path file, Trace known) {
        return saved(Snapshot.of(TraceSpec.of(Networks.fileId(file), known.request()), known));
    }

    private OpenTrace saved(Path file, MultipathTrace known) {
        TraceSpec plain = TraceSpec.of(Networks.fileId(file), known.request().trace());
        AllPaths asked = new AllPaths(known.request().algorithm(), known.request().confidence());
        return saved(Snapshot.of(plain.withOptions(plain.options().withAllPaths(Optional.of(asked))), known));
    }

    private OpenTrace saved(Snapshot snapshot) {
        OpenTrace trace = new OpenTrace(ids.get(), snapshot);
        store.save(trace);
        return trace;
    }

    private OpenTrace readRecording(Path file) throws IOException {
        Moment last;
        try (Replay whole = new Replay(file)) {
            last = whole.at(Long.MAX_VALUE);
        }
        Snapshot snapshot = Snapshot.of(Recording.readHead(file).spec(), last.recent());
        OpenTrace trace = new OpenTrace(ids.get(), last.recent().status() == Status.RUNNING
                ? OpenTrace.stopped(snapshot, "The recording ends here.") : snapshot);
        store.copyRecording(file, trace.id());
        store.save(trace);
        return trace;
    }
}
