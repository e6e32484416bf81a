package org.hopwarden.report;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.MultipathListener;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.report.internal.EventRecords;
import org.hopwarden.report.internal.RecordJson;
import org.hopwarden.report.internal.RecordJson.MismatchException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/**
 * The events of traces, of a watch, or of a trace of all paths, as a file of JSON lines, format {@value #FORMAT}. The first line says
 * the format and the kind, each further one is an event, with the place of its trace, from 0, where there may be several. Folding the events that are read gives the same result as
 * folding those that were written.
 */
public final class TraceEventFile {

    /** The value of the field {@code format} in the first line. */
    public static final String FORMAT = "hopwarden.events/1";

    private static final String FAMILY = "hopwarden.events/";
    /** Far deeper than any event. */
    private static final int MOST_NESTED = 32;
    private static final int MOST_TRACES = 1_000;
    private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_NESTED).build()).build();

    /** What the events make up. */
    public enum Kind {
        /** One trace. */
        TRACE,
        /** Several traces to one target. */
        TRACES,
        /** A watch. */
        WATCH,
        /** All paths to one target. */
        MULTIPATH
    }

    /** Takes what is read. */
    @FunctionalInterface
    public interface EventSink {
        /** @param trace the place of its trace, from 0 */
        void on(int trace, TraceEvent event);
    }

    private TraceEventFile() {
    }

    /**
     * Writes events as they come. Until it is closed they stand in a file beside, named like it with {@code .part} behind; so the
     * file is the old one or whole, and a program that is killed leaves what it had.
     */
    public static final class Writer implements AutoCloseable {
        private final Path file;
        private final Path part;
        private final OutputStream out;
        private IOException failure;

        public Writer(Path file, Kind kind) throws IOException {
            this.file = file.toAbsolutePath();
            part = this.file.resolveSibling(this.file.getFileName() + ".part");
            out = new BufferedOutputStream(Files.newOutputStream(part));
            line(json -> {
                json.writeStringField("format", FORMAT);
                json.writeStringField("kind", word(kind));
            });
        }

        /** Never fails: what the disk refuses is told by {@link #close}. */
        public synchronized void on(int trace, TraceEvent event) {
            line(json -> {
                json.writeNumberField("trace", trace);
                json.writeStringField("event", EventRecords.word(((Record) event).getClass()));
                RecordJson.writeFields((Record) event, json);
            });
        }

        /** As {@link #on(int, TraceEvent)}, into a file of the kind {@link Kind#MULTIPATH}. */
        public synchronized void on(MultipathEvent event) {
            line(json -> {
                json.writeStringField("event", EventRecords.word(((Record) event).getClass()));
                RecordJson.writeFields((Record) event, json);
            });
        }

        private interface Fields {
            void write(JsonGenerator json) throws IOException;
        }

        private void line(Fields fields) {
            if (failure != null) {
                return;
            }
            try {
                JsonGenerator json = FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                        .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
                json.writeStartObject();
                fields.write(json);
                json.writeEndObject();
                json.writeRaw('\n');
                json.close();
            } catch (IOException e) {
                failure = e;
            }
        }

        /** Puts the file in its place. */
        @Override
        public synchronized void close() throws IOException {
            out.close();
            if (failure != null) {
                throw failure;
            }
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Reads the kind alone. */
    public static Kind kind(Path file) throws IOException, TraceFormatException {
        try (BufferedReader reader = open(file)) {
            return header(reader);
        }
    }

    /**
     * Reads all events of traces or of a watch, line by line; memory does not grow with the file.
     *
     * @throws TraceFormatException where a line is damaged, or the file is of a newer version or holds all paths; what came before
     *             has been handed over
     */
    public static void read(Path file, EventSink sink) throws IOException, TraceFormatException {
        lines(file, (kind, fields) -> {
            if (kind == Kind.MULTIPATH) {
                throw new TraceFormatException(1, 1, "the file holds a trace of all paths");
            }
            sink.on(trace(fields), EventRecords.ofTrace(fields, kind == Kind.WATCH ? EventRecords.MOST_ROUNDS : EventRecords.MOST_QUERIES));
        });
    }

    /**
     * Reads all events of a trace of all paths, as {@link #read} does.
     *
     * @throws TraceFormatException as {@link #read}, and where the file holds another kind
     */
    public static void readMultipath(Path file, MultipathListener listener) throws IOException, TraceFormatException {
        lines(file, (kind, fields) -> {
            if (kind != Kind.MULTIPATH) {
                throw new TraceFormatException(1, 1, "the file does not hold a trace of all paths");
            }
            listener.on(EventRecords.ofPaths(fields));
        });
    }

    private interface Line {
        void take(Kind kind, Map<?, ?> fields) throws MismatchException, TraceFormatException;
    }

    private static void lines(Path file, Line sink) throws IOException, TraceFormatException {
        try (BufferedReader reader = open(file)) {
            Kind kind = header(reader);
            int number = 2;
            for (String line; (line = line(reader, number)) != null; number++) {
                Map<?, ?> fields = fields(line, number);
                try {
                    sink.take(kind, fields);
                } catch (MismatchException | IllegalArgumentException e) {
                    throw new TraceFormatException(number, 1, String.valueOf(e.getMessage()));
                }
            }
            if (number == 2) {
                throw new TraceFormatException(2, 1, "there are no events here");
            }
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(new BufferedInputStream(Files.newInputStream(file)),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
    }

    private static String line(BufferedReader reader, int number) throws IOException, TraceFormatException {
        try {
            return reader.readLine();
        } catch (CharacterCodingException e) {
            throw new TraceFormatException(number, 1, "this is no text in UTF-8");
        }
    }

    private static Kind header(BufferedReader reader) throws IOException, TraceFormatException {
        String line = line(reader, 1);
        if (line == null) {
            throw new TraceFormatException(1, 1, "the file is empty; expected events in the format " + FORMAT);
        }
        Map<?, ?> fields = fields(line, 1);
        if (!FORMAT.equals(fields.get("format"))) {
            throw new TraceFormatException(1, 1, fields.get("format") instanceof String other && other.startsWith(FAMILY)
                    ? "the file is of a newer version, " + other + "; this one reads " + FORMAT
                    : "no events: expected the format " + FORMAT + ", found " + fields.get("format"));
        }
        for (Kind kind : Kind.values()) {
            if (word(kind).equals(fields.get("kind"))) {
                return kind;
            }
        }
        throw new TraceFormatException(1, 1, "unknown kind '" + fields.get("kind") + "'");
    }

    private static Map<?, ?> fields(String line, int number) throws TraceFormatException, IOException {
        try (JsonParser json = FACTORY.createParser(line)) {
            Object value = RecordJson.read(json);
            if (!(value instanceof Map<?, ?> fields)) {
                throw new TraceFormatException(number, 1, "expected an object");
            }
            if (json.nextToken() != null) {
                throw new TraceFormatException(number, json.currentTokenLocation().getColumnNr(), "more text behind the object");
            }
            return fields;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new TraceFormatException(number, Math.max(1, at.getColumnNr()), problem(e));
        }
    }

    private static String problem(JsonProcessingException e) {
        return switch (e) {
            case StreamConstraintsException _ -> "nested too deeply for an event, or with a name or number that is too long";
            case JsonEOFException _ -> "this is no JSON: the line ends too early";
            case InputCoercionException _ -> "a number is out of range";
            default -> e.getOriginalMessage().startsWith("Duplicate field") ? "a field is there twice" : "this is no JSON";
        };
    }

    private static int trace(Map<?, ?> fields) {
        if (fields.get("trace") instanceof Long trace && trace >= 0 && trace < MOST_TRACES) {
            return trace.intValue();
        }
        throw new IllegalArgumentException("'trace' lies in 0.." + (MOST_TRACES - 1) + ", not " + fields.get("trace"));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
