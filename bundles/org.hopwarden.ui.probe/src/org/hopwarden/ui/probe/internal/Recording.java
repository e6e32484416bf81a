package org.hopwarden.ui.probe.internal;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceRequest;

/**
 * A watch's stream of events as a file of lines: first an object with the format and what was asked for, then an array for each
 * event. Lines are only ever added, so that a file which was cut off by a kill is whole up to its last line.
 *
 * <pre>
 * {"format":"hopwarden.recording/1","target":"www.example","address":"192.0.2.1","method":"icmp",...}
 * ["sent",NANOS,TTL,QUERY]
 * ["replied",NANOS,TTL,QUERY,"ADDRESS",RTT_NANOS,"KIND",ICMP_TYPE,ICMP_CODE,FROM_TARGET,REPLY_TTL]
 * ["lost",NANOS,TTL,QUERY]
 * ["ended",NANOS,"STATUS","MESSAGE"]
 * </pre>
 */
final class Recording {

    static final String FORMAT = "hopwarden.recording/1";
    static final String SUFFIX = ".hwrec";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();

    /** What stands in the first line. */
    record Head(TraceSpec spec, TraceRequest request, IpAddress source, Instant startedAt) {
    }

    private Recording() {
    }

    static String head(TraceSpec spec, TraceEvent.Started started) {
        TraceRequest request = started.request();
        ObjectNode head = MAPPER.createObjectNode();
        head.put("format", FORMAT);
        head.put("target", request.target()).put("address", request.address().toString()).put("method", request.method());
        head.put("port", request.port()).put("maxTtl", request.maxTtl()).put("queries", request.queries());
        head.put("maxWaitMillis", request.maxWait().toMillis()).put("intervalMillis", spec.options().interval().toMillis());
        head.put("network", spec.network()).put("source", started.source().toString()).put("startedAt", started.at().toString());
        return head + "\n";
    }

    /** A line; empty for the start, which is the head. */
    static String line(TraceEvent event) {
        return switch (event) {
            case TraceEvent.Started started -> "";
            case TraceEvent.Sent sent -> "[\"sent\"," + sent.atNanos() + "," + sent.ttl() + "," + sent.query() + "]\n";
            case TraceEvent.Lost lost -> "[\"lost\"," + lost.atNanos() + "," + lost.ttl() + "," + lost.query() + "]\n";
            case TraceEvent.Replied(long at, int ttl, Reply reply) -> "[\"replied\"," + at + "," + ttl + "," + reply.query() + ",\""
                    + reply.address() + "\"," + reply.rttNanos() + ",\"" + reply.kind().id() + "\"," + reply.icmpType() + ","
                    + reply.icmpCode() + "," + reply.fromTarget() + "," + reply.ttl() + "]\n";
            case TraceEvent.Ended ended -> MAPPER.createArrayNode().add("ended").add(ended.atNanos())
                    .add(ended.status().name().toLowerCase(Locale.ROOT)).add(ended.message()) + "\n";
        };
    }

    /**
     * Reads the first line.
     *
     * @throws IOException if the file cannot be read or is no recording; says the line
     */
    static Head readHead(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return head(file, reader);
        }
    }

    private static Head head(Path file, BufferedReader reader) throws IOException {
        String first = reader.readLine();
        try {
            JsonNode head = first == null ? MAPPER.createObjectNode() : MAPPER.readTree(first);
            if (!FORMAT.equals(head.path("format").asText())) {
                throw new IOException(file.getFileName() + ", line 1: this is no recording of a watch; its first line names the "
                        + "format \"" + FORMAT + "\"");
            }
            TraceRequest request = new TraceRequest(head.path("target").asText(), IpAddress.parse(head.path("address").asText()),
                    head.path("method").asText(), head.path("port").asInt(), head.path("maxTtl").asInt(),
                    head.path("queries").asInt(1), Duration.ofMillis(head.path("maxWaitMillis").asLong(2000)));
            TraceSpec spec = TraceSpec.of(head.path("network").asText(), request);
            RunOptions options = spec.options().withWatch(Duration.ofMillis(head.path("intervalMillis").asLong(1000)));
            return new Head(spec.withOptions(options), request, IpAddress.parse(head.path("source").asText()),
                    Instant.parse(head.path("startedAt").asText()));
        } catch (JsonProcessingException e) {
            throw new IOException(file.getFileName() + ", line 1, column " + e.getLocation().getColumnNr()
                    + ": this is no recording of a watch: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
            throw new IOException(file.getFileName() + ", line 1: " + e.getMessage(), e);
        }
    }

    /** The events of a recording, one after the other. A last line that was cut off ends them. */
    static final class Reader implements AutoCloseable {

        private final Path file;
        private final BufferedReader lines;
        private final Head head;
        private long line = 1;

        Reader(Path file) throws IOException {
            this.file = file;
            lines = Files.newBufferedReader(file);
            try {
                head = Recording.head(file, lines);
            } catch (IOException e) {
                lines.close();
                throw e;
            }
        }

        Head head() {
            return head;
        }

        /**
         * Hands over events until there are no more, or one is not wanted any more; that one comes first the next time.
         *
         * @return the first event that was not wanted; null at the end
         * @throws IOException with the line and column of what is no event
         */
        TraceEvent read(Predicate<TraceEvent> wanted) throws IOException {
            String text;
            while ((text = lines.readLine()) != null) {
                line++;
                TraceEvent event;
                try {
                    event = parse(text);
                } catch (EOFException | JsonProcessingException e) {
                    if (!lines.ready()) {
                        return null;
                    }
                    int column = e instanceof JsonProcessingException json && json.getLocation() != null
                            ? json.getLocation().getColumnNr() : text.length() + 1;
                    throw new IOException(file.getFileName() + ", line " + line + ", column " + column + ": this is no event", e);
                } catch (IllegalArgumentException e) {
                    throw new IOException(file.getFileName() + ", line " + line + ": " + e.getMessage(), e);
                }
                if (!wanted.test(event)) {
                    return event;
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private static TraceEvent parse(String text) throws IOException {
        try (JsonParser json = FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("an event is an array");
            }
            String kind = string(json);
            long at = number(json);
            return switch (kind) {
                case "sent" -> new TraceEvent.Sent(at, (int) number(json), (int) number(json));
                case "lost" -> new TraceEvent.Lost(at, (int) number(json), (int) number(json));
                case "replied" -> replied(json, at);
                case "ended" -> new TraceEvent.Ended(at, Trace.Status.valueOf(string(json).toUpperCase(Locale.ROOT)), string(json));
                default -> throw new IllegalArgumentException("there is no event '" + kind + "'");
            };
        }
    }

    private static TraceEvent replied(JsonParser json, long at) throws IOException {
        int ttl = (int) number(json);
        int query = (int) number(json);
        IpAddress address = IpAddress.parse(string(json));
        long rtt = number(json);
        ReplyKind kind = ReplyKind.ofId(string(json));
        int type = (int) number(json);
        int code = (int) number(json);
        boolean fromTarget = json.nextToken() == JsonToken.VALUE_TRUE;
        return new TraceEvent.Replied(at, ttl, new Reply(query, address, rtt, kind, type, code, fromTarget, (int) number(json)));
    }

    private static long number(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        if (token == null) {
            throw new EOFException();
        }
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw new IllegalArgumentException("column " + json.currentTokenLocation().getColumnNr() + ": a whole number is missing");
        }
        return json.getLongValue();
    }

    private static String string(JsonParser json) throws IOException {
        JsonToken token = json.nextToken();
        if (token == null) {
            throw new EOFException();
        }
        if (token != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("column " + json.currentTokenLocation().getColumnNr() + ": a text is missing");
        }
        return json.getText();
    }
}
