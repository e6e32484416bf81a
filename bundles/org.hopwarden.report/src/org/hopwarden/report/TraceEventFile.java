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

import org.hopwarden.probe.TraceEvent;
import org.hopwarden.report.internal.RecordJson;
import org.hopwarden.report.internal.RecordJson.MismatchException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;

/**
 * The events of traces, or of a watch, as a file of JSON lines, format {@value #FORMAT}. The first line says the format and the kind,
 * each further one is an event with the place of its trace, from 0. Folding the events that are read gives the same result as
 * folding those that were written.
 */
public final class TraceEventFile {

    /** The value of the field {@code format} in the first line. */
    public static final String FORMAT = "hopwarden.events/1";

    private static final String FAMILY = "hopwarden.events/";
    private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final int MOST_TRACES = 1_000;
    private static final Map<String, Class<? extends Record>> EVENTS = Map.of("started", TraceEvent.Started.class, "sent",
            TraceEvent.Sent.class, "replied", TraceEvent.Replied.class, "lost", TraceEvent.Lost.class, "ended",
            TraceEvent.Ended.class);

    /** What the events make up. */
    public enum Kind {
        /** One trace. */
        TRACE,
        /** Several traces to one target. */
        TRACES,
        /** A watch. */
        WATCH
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
                json.writeStringField("event", word(event));
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
     * Reads all events, line by line; memory does not grow with the file.
     *
     * @throws TraceFormatException where a line is damaged, or the file is of a newer version; what came before has been handed over
     */
    public static void read(Path file, EventSink sink) throws IOException, TraceFormatException {
        try (BufferedReader reader = open(file)) {
            header(reader);
            int number = 2;
            for (String line; (line = line(reader, number)) != null; number++) {
                Map<?, ?> fields = fields(line, number);
                try {
                    sink.on(trace(fields), event(fields));
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
            throw new TraceFormatException(number, Math.max(1, at.getColumnNr()), "this is no JSON: " + e.getOriginalMessage());
        }
    }

    private static int trace(Map<?, ?> fields) {
        if (fields.get("trace") instanceof Long trace && trace >= 0 && trace < MOST_TRACES) {
            return trace.intValue();
        }
        throw new IllegalArgumentException("'trace' lies in 0.." + (MOST_TRACES - 1) + ", not " + fields.get("trace"));
    }

    private static TraceEvent event(Map<?, ?> fields) throws MismatchException {
        Class<? extends Record> type = fields.get("event") instanceof String word ? EVENTS.get(word) : null;
        if (type == null) {
            throw new IllegalArgumentException("unknown event '" + fields.get("event") + "'");
        }
        TraceEvent event = (TraceEvent) RecordJson.record(type, fields);
        int ttl = switch (event) {
            case TraceEvent.Sent sent -> sent.ttl();
            case TraceEvent.Replied replied -> replied.ttl();
            case TraceEvent.Lost lost -> lost.ttl();
            default -> 1;
        };
        if (ttl < 1 || ttl > 255) {
            throw new IllegalArgumentException("a TTL lies in 1..255, not " + ttl);
        }
        return event;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String word(TraceEvent event) {
        return event.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
