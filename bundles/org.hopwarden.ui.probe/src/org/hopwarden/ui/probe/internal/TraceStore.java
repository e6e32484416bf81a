package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hopwarden.probe.MultipathAlgorithm;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.ProbeOptions;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.Trace.Status;
import org.hopwarden.report.TraceFormatException;
import org.hopwarden.report.TraceJson;
import org.hopwarden.report.TraceJson.Detail;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.StateFolder;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;

/**
 * The open traces on disk, one file each, so that they are there again after a restart and after the window was killed. A closed
 * trace is kept aside for a while. Safe for use by several threads.
 */
final class TraceStore {

    private static final String FORMAT = "hopwarden.open-trace/1";
    private static final String SUFFIX = ".json";
    private static final int MOST_CLOSED = 20;
    private static final String KILLED = "The window ended while this trace ran; F5 traces again.";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Path folder;
    private boolean failing;

    TraceStore(Path folder) {
        this.folder = folder;
    }

    /** Whether nothing was ever saved here. */
    boolean isNew() {
        return Files.notExists(folder);
    }

    /** Writes a trace as it stands. The first failure in a row is reported, the others are logged. */
    synchronized void save(OpenTrace trace) {
        try {
            Files.createDirectories(folder);
            StateFolder.writeAtomically(file(trace.id()), toJson(trace.snapshot()));
            failing = false;
        } catch (IOException e) {
            Problem problem = Problem.of(e).during("The trace to " + trace.spec().target()
                    + " was not saved; it will be gone after a restart.");
            if (failing) {
                Problems.log(problem);
            } else {
                failing = true;
                Problems.report(problem);
            }
        }
    }

    /** The saved traces, the oldest first. One that cannot be read is reported and put aside. */
    synchronized List<OpenTrace> load() {
        List<OpenTrace> traces = new ArrayList<>();
        for (Path file : files(folder)) {
            read(file).ifPresent(traces::add);
        }
        return traces;
    }

    private Optional<OpenTrace> read(Path file) {
        String name = file.getFileName().toString();
        try {
            return Optional.of(new OpenTrace(name.substring(0, name.length() - SUFFIX.length()),
                    fromJson(Files.readString(file))));
        } catch (IOException | TraceFormatException | IllegalArgumentException e) {
            Path aside = file.resolveSibling(name + ".damaged");
            Problems.report(new Problem("A saved trace cannot be read: " + e.getMessage() + ".",
                    "Its file was put aside as " + aside + ".", e));
            try {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException moving) {
                Problems.log(Problem.of(moving));
            }
            return Optional.empty();
        }
    }

    /** The file of a watch's events. */
    Path recording(String id) {
        return folder.resolve(id + Recording.SUFFIX);
    }

    /** Takes a recording from elsewhere as that of an open trace. */
    synchronized void copyRecording(Path from, String id) throws IOException {
        Files.createDirectories(folder);
        Files.copy(from, recording(id), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Puts a trace aside. */
    synchronized void close(OpenTrace trace) {
        try {
            Path closed = Files.createDirectories(folder.resolve("closed"));
            for (Path file : List.of(recording(trace.id()), file(trace.id()))) {
                if (Files.exists(file)) {
                    Files.move(file, closed.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            List<Path> kept = files(closed);
            for (Path old : kept.subList(0, Math.max(0, kept.size() - MOST_CLOSED))) {
                Files.delete(old);
                Files.deleteIfExists(recordingBeside(old));
            }
        } catch (IOException e) {
            Problems.report(Problem.of(e).during("The closed trace could not be put aside; it will be open again after a "
                    + "restart."));
        }
    }

    /** Takes back the trace that was closed last. */
    synchronized Optional<OpenTrace> reopen() {
        List<Path> closed = files(folder.resolve("closed"));
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        Path newest = closed.stream().max((a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
                .orElseThrow();
        Path file = folder.resolve(newest.getFileName());
        try {
            if (Files.exists(recordingBeside(newest))) {
                Files.move(recordingBeside(newest), recordingBeside(file), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(newest, file, StandardCopyOption.REPLACE_EXISTING);
            return read(file);
        } catch (IOException e) {
            Problems.report(Problem.of(e).during("The closed trace could not be opened again."));
            return Optional.empty();
        }
    }

    private static Path recordingBeside(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + Recording.SUFFIX);
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }

    private static List<Path> files(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
        } catch (IOException e) {
            Problems.report(Problem.of(e).during("The saved traces cannot be listed."));
            return List.of();
        }
    }

    private String toJson(Snapshot snapshot) throws IOException {
        TraceSpec spec = snapshot.spec();
        ObjectNode root = mapper.createObjectNode();
        root.put("format", FORMAT);
        root.put("network", spec.network());
        root.put("target", spec.target());
        root.put("method", spec.method());
        root.put("port", spec.port());
        root.put("maxTtl", spec.maxTtl());
        root.put("queries", spec.queries());
        RunOptions options = spec.options();
        root.putObject("options").put("maxWaitMillis", options.maxWait().toMillis()).put("strategy", options.strategy())
                .put("respectsLimits", options.respectsLimits()).put("watched", options.watched())
                .put("intervalMillis", options.interval().toMillis())
                .put("sourcePort", options.probe().sourcePort()).put("firstTtl", options.probe().firstTtl())
                .put("sizeBytes", options.probe().sizeBytes()).put("trafficClass", options.probe().trafficClass())
                .put("dontFragment", options.probe().dontFragment());
        root.put("status", snapshot.status().name().toLowerCase(Locale.ROOT));
        if (snapshot.problem() != null) {
            root.putObject("problem").put("what", snapshot.problem().what()).put("remedy", snapshot.problem().remedy());
        }
        options.allPaths().ifPresent(paths -> root.putObject("allPaths").put("algorithm", paths.algorithm().id())
                .put("confidence", paths.confidence()));
        if (snapshot.paths() != null) {
            SavedPaths.write(snapshot.paths(), root.putObject("paths"));
        }
        if (snapshot.trace() != null) {
            root.set("trace", mapper.readTree(TraceJson.text(snapshot.trace(), Detail.ALL)));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private Snapshot fromJson(String text) throws IOException, TraceFormatException {
        JsonNode root = mapper.readTree(text);
        if (!FORMAT.equals(root.path("format").asText())) {
            throw new IOException("it has the format '" + root.path("format").asText() + "', not '" + FORMAT + "'");
        }
        TraceSpec spec = new TraceSpec(root.path("network").asText(), root.path("target").asText(),
                root.path("method").asText(), root.path("port").asInt(), root.path("maxTtl").asInt(),
                root.path("queries").asInt(),
                options(root.path("options")).withAllPaths(allPaths(root.path("allPaths"))));
        Trace trace = root.has("trace") ? TraceJson.read(mapper.writeValueAsBytes(root.get("trace"))) : null;
        Problem problem = root.has("problem") ? new Problem(root.at("/problem/what").asText(),
                root.at("/problem/remedy").asText(), null) : null;
        Status status = status(root.path("status").asText());
        MultipathTrace paths = trace != null && root.has("paths") && spec.options().allPaths().isPresent()
                ? SavedPaths.read(root.get("paths"), spec.options().allPaths().get(), trace) : null;
        Snapshot saved = new Snapshot(spec, status, trace, paths, problem);
        return status == Status.RUNNING ? OpenTrace.stopped(saved, KILLED) : saved;
    }

    private static Optional<AllPaths> allPaths(JsonNode saved) {
        return saved.isMissingNode() ? Optional.empty() : Optional.of(new AllPaths(
                MultipathAlgorithm.ofId(saved.path("algorithm").asText()), saved.path("confidence").asDouble()));
    }

    /** Those of older files are missing. */
    private static RunOptions options(JsonNode saved) {
        RunOptions usual = RunOptions.DEFAULT;
        return new RunOptions(Duration.ofMillis(saved.path("maxWaitMillis").asLong(usual.maxWait().toMillis())),
                saved.path("strategy").asText(usual.strategy()), saved.path("respectsLimits").asBoolean(),
                saved.path("watched").asBoolean(), Duration.ofMillis(saved.path("intervalMillis").asLong(usual.interval().toMillis())),
                ProbeOptions.DEFAULT.withSourcePort(saved.path("sourcePort").asInt())
                        .withFirstTtl(saved.path("firstTtl").asInt(1)).withSizeBytes(saved.path("sizeBytes").asInt())
                        .withTrafficClass(saved.path("trafficClass").asInt())
                        .withDontFragment(saved.path("dontFragment").asBoolean()), Optional.empty());
    }

    private static Status status(String word) throws IOException {
        for (Status status : Status.values()) {
            if (status.name().equalsIgnoreCase(word)) {
                return status;
            }
        }
        throw new IOException("its status is '" + word + "'");
    }
}
