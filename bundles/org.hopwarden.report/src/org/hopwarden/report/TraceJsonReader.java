package org.hopwarden.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.ProbeOptions;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/** Reads a trace from JSON, token by token. One use, one thread. */
final class TraceJsonReader {

    private static final int MOST_PROBES = 255 * 100;
    private static final double MOST_MILLIS = 1e9;

    /** A value of a field, or nothing yet. */
    @FunctionalInterface
    interface Field {
        /**
         * @return whether the field is known; if not, it is passed over
         */
        boolean read(String name) throws IOException, TraceFormatException;
    }

    private final JsonParser json;

    private String format;
    private String target;
    private IpAddress address;
    private String method;
    private Boolean reached;
    private Integer probes;
    private int beyondEnd;
    private Trace.Status status = Trace.Status.DONE;
    private String message = "";
    private IpAddress source;
    private Instant startedAt;
    private int port;
    private Integer maxTtl;
    private Integer queries;
    private Duration maxWait = TraceRequest.DEFAULT_MAX_WAIT;
    private ProbeOptions options = ProbeOptions.DEFAULT;
    private List<HopReader> rows;

    private TraceJsonReader(JsonParser json) {
        this.json = json;
    }

    static Trace read(JsonFactory factory, byte[] text) throws TraceFormatException {
        try (JsonParser json = factory.createParser(text)) {
            return new TraceJsonReader(json).trace();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new TraceFormatException(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()),
                    "this is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading JSON from memory failed", e);
        }
    }

    private Trace trace() throws IOException, TraceFormatException {
        if (json.nextToken() == null) {
            throw new TraceFormatException(1, 1, "there is nothing here; expected a trace in the format " + TraceJson.FORMAT);
        }
        object("a trace", this::traceField);
        JsonLocation end = json.currentTokenLocation();
        if (json.nextToken() != null) {
            throw failure("there is more text behind the trace");
        }
        require(format, "format", end);
        require(target, "target", end);
        require(address, "address", end);
        require(method, "method", end);
        require(reached, "reached", end);
        require(probes, "probes", end);
        require(rows, "hops", end);
        List<Hop> hops = hops();
        if (reached != (!hops.isEmpty() && hops.getLast().isTarget())) {
            throw failure(end, "'reached' is " + reached + ", but the last hop says otherwise");
        }
        if (beyondEnd > probes) {
            throw failure(end, "'beyondEnd' is greater than 'probes'");
        }
        int mostSent = Math.clamp(hops.stream().mapToInt(Hop::sent).max().orElse(TraceRequest.DEFAULT_QUERIES), 1, 100);
        int greatestTtl = maxTtl != null ? maxTtl : Math.max(TraceRequest.DEFAULT_MAX_TTL, hops.size());
        if (options.firstTtl() > greatestTtl) {
            throw failure(end, "'firstTtl' is greater than 'maxTtl'");
        }
        TraceRequest request = new TraceRequest(target, address, method, port, greatestTtl,
                queries != null ? queries : mostSent, maxWait, options);
        return new Trace(request, source, startedAt, status, probes, beyondEnd, hops, message);
    }

    private boolean traceField(String name) throws IOException, TraceFormatException {
        switch (name) {
            case "format" -> {
                format = text(name);
                if (!format.equals(TraceJson.FORMAT)) {
                    throw failure("the format is '" + format + "'; this version reads " + TraceJson.FORMAT);
                }
            }
            case "target" -> target = text(name);
            case "address" -> address = address(name);
            case "method" -> method = text(name);
            case "reached" -> reached = bool(name);
            case "probes" -> probes = integer(name, 0, MOST_PROBES);
            case "beyondEnd" -> beyondEnd = integer(name, 0, MOST_PROBES);
            case "status" -> status = status(name);
            case "message" -> message = text(name);
            case "source" -> source = address(name);
            case "startedAt" -> startedAt = instant(name);
            case "port" -> port = integer(name, 0, 65535);
            case "maxTtl" -> maxTtl = integer(name, 1, 255);
            case "queries" -> queries = integer(name, 1, 100);
            case "maxWait" -> maxWait = duration(name);
            case "options" -> object("options of probes", this::optionsField);
            case "hops" -> rows = rows(name);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean optionsField(String name) throws IOException, TraceFormatException {
        switch (name) {
            case "source" -> options = options.withSource(address(name));
            case "sourcePort" -> options = options.withSourcePort(integer(name, 0, 65535));
            case "firstTtl" -> options = options.withFirstTtl(integer(name, 1, 255));
            case "sizeBytes" -> {
                int size = integer(name, 0, 65535);
                if (size > 0 && size < ProbeOptions.LEAST_SIZE_BYTES) {
                    throw failure("'" + name + "' must be 0 or at least " + ProbeOptions.LEAST_SIZE_BYTES);
                }
                options = options.withSizeBytes(size);
            }
            case "trafficClass" -> options = options.withTrafficClass(integer(name, 0, 255));
            case "dontFragment" -> options = options.withDontFragment(bool(name));
            case "patience" -> options = options.withPatience(duration(name, Duration.ofHours(1)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private List<HopReader> rows(String name) throws IOException, TraceFormatException {
        List<HopReader> readers = new ArrayList<>();
        array(name, () -> {
            HopReader reader = new HopReader(readers.size() + 1);
            object("a hop", reader::field);
            JsonLocation end = json.currentTokenLocation();
            require(reader.ttl, "ttl", end);
            require(reader.lost, "lost", end);
            require(reader.replies, "replies", end);
            readers.add(reader);
        });
        return readers;
    }

    /** The hops; whether a plain reply came from the target depends on fields that may stand behind them. */
    private List<Hop> hops() {
        List<Hop> read = new ArrayList<>();
        for (HopReader reader : rows) {
            boolean last = reader == rows.getLast();
            List<Reply> replies = new ArrayList<>();
            for (ReplyReader reply : reader.replies) {
                replies.add(reply.reply(last));
            }
            int sent = reader.sent != null ? reader.sent : reader.lost + replies.size();
            read.add(new Hop(reader.ttl, sent, reader.lost, replies, reader.limited));
        }
        return read;
    }

    private final class HopReader {
        final int expectedTtl;
        Integer ttl;
        Integer sent;
        Integer lost;
        boolean limited;
        List<ReplyReader> replies;

        HopReader(int expectedTtl) {
            this.expectedTtl = expectedTtl;
        }

        boolean field(String name) throws IOException, TraceFormatException {
            switch (name) {
                case "ttl" -> {
                    ttl = integer(name, 1, 255);
                    if (ttl != expectedTtl) {
                        throw failure("hop " + ttl + " stands where hop " + expectedTtl + " belongs");
                    }
                }
                case "sent" -> sent = integer(name, 0, MOST_PROBES);
                case "lost" -> lost = integer(name, 0, MOST_PROBES);
                case "limited" -> limited = bool(name);
                case "replies" -> {
                    List<ReplyReader> found = new ArrayList<>();
                    array(name, () -> {
                        ReplyReader reader = new ReplyReader(found.size());
                        object("a reply", reader::field);
                        reader.check(json.currentTokenLocation());
                        found.add(reader);
                    });
                    replies = found;
                }
                default -> {
                    return false;
                }
            }
            return true;
        }
    }

    private final class ReplyReader {
        int query;
        IpAddress from;
        Long rttNanos;
        Long exactNanos;
        ReplyKind kind;
        int icmpType = -1;
        int icmpCode = -1;
        Boolean fromTarget;
        int ttl;
        final IcmpDetailReader detail = new IcmpDetailReader(TraceJsonReader.this);

        ReplyReader(int query) {
            this.query = query;
        }

        boolean field(String name) throws IOException, TraceFormatException {
            switch (name) {
                case "address" -> from = TraceJsonReader.this.address(name);
                case "rttMillis" -> rttNanos = millis(name);
                case "kind" -> kind = kind(name);
                case "icmpType" -> icmpType = integer(name, 0, 255);
                case "icmpCode" -> icmpCode = integer(name, 0, 255);
                case "query" -> query = integer(name, 0, MOST_PROBES);
                case "rttNanos" -> exactNanos = longInteger(name);
                case "fromTarget" -> fromTarget = bool(name);
                case "ttl" -> ttl = integer(name, 0, 255);
                default -> {
                    return detail.field(name);
                }
            }
            return true;
        }

        void check(JsonLocation end) throws TraceFormatException {
            require(from, "address", end);
            require(rttNanos, "rttMillis", end);
            require(kind, "kind", end);
        }

        Reply reply(boolean lastHop) {
            boolean arrived = fromTarget != null ? fromTarget : lastHop && arrives();
            return new Reply(query, from, exactNanos != null ? exactNanos : rttNanos, kind, icmpType, icmpCode, arrived, ttl,
                    detail.detail());
        }

        /** Whether the plain result shows that the probe arrived: it does not say so by itself. */
        private boolean arrives() {
            return switch (kind) {
                case ECHO_REPLY, SYN_ACK, RST, UDP_REPLY, DUPLICATE_ACK -> true;
                case UNREACHABLE -> reached && (from.equals(address)
                        || icmpCode == (from.isV4() ? IcmpType.CODE_PORT : IcmpType.V6_CODE_PORT));
                case TIME_EXCEEDED, ADMIN_PROHIBITED, PACKET_TOO_BIG, PARAMETER_PROBLEM -> false;
            };
        }
    }

    void object(String what, Field field) throws IOException, TraceFormatException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw failure("expected " + what + ", that is an object in braces");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (!field.read(name)) {
                json.skipChildren();
            }
        }
    }

    /** What reads one element. */
    @FunctionalInterface
    interface Element {
        void read() throws IOException, TraceFormatException;
    }

    void array(String name, Element element) throws IOException, TraceFormatException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw failure("'" + name + "' must be a list in brackets");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    String text(String name) throws IOException, TraceFormatException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw failure("'" + name + "' must be a text in quotes");
        }
        return json.getText();
    }

    boolean bool(String name) throws IOException, TraceFormatException {
        if (!json.currentToken().isBoolean()) {
            throw failure("'" + name + "' must be true or false");
        }
        return json.getBooleanValue();
    }

    int integer(String name, int least, int greatest) throws IOException, TraceFormatException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT
                && json.getIntValue() >= least && json.getIntValue() <= greatest) {
            return json.getIntValue();
        }
        throw failure("'" + name + "' must be a whole number from " + least + " to " + greatest);
    }

    long longInteger(String name) throws IOException, TraceFormatException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && json.getLongValue() >= 0) {
            return json.getLongValue();
        }
        throw failure("'" + name + "' must be a whole number, at least 0");
    }

    private long millis(String name) throws IOException, TraceFormatException {
        if (json.currentToken().isNumeric()) {
            double value = json.getDoubleValue();
            if (value >= 0 && value <= MOST_MILLIS) {
                return Math.round(value * 1e6);
            }
        }
        throw failure("'" + name + "' must be a number of milliseconds, at least 0");
    }

    IpAddress address(String name) throws IOException, TraceFormatException {
        String text = text(name);
        return IpAddress.tryParse(text).orElseThrow(() -> failure("'" + name + "' must be an IP address, not '" + text + "'"));
    }

    private ReplyKind kind(String name) throws IOException, TraceFormatException {
        String text = text(name);
        try {
            return ReplyKind.ofId(text);
        } catch (IllegalArgumentException e) {
            throw failure("'" + name + "': " + e.getMessage());
        }
    }

    private Trace.Status status(String name) throws IOException, TraceFormatException {
        String text = text(name);
        for (Trace.Status candidate : Trace.Status.values()) {
            if (word(candidate).equals(text)) {
                return candidate;
            }
        }
        throw failure("'" + name + "': unknown status '" + text + "'");
    }

    private Instant instant(String name) throws IOException, TraceFormatException {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException e) {
            throw failure("'" + name + "' must be a time such as 2025-03-04T05:06:07Z");
        }
    }

    private Duration duration(String name) throws IOException, TraceFormatException {
        return duration(name, Duration.ofMinutes(1));
    }

    private Duration duration(String name, Duration most) throws IOException, TraceFormatException {
        try {
            Duration duration = Duration.parse(text(name));
            if (duration.isPositive() && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // The message below says what is expected.
        }
        throw failure("'" + name + "' must be a duration up to " + most + ", such as PT2S");
    }

    /** A status in JSON. */
    static String word(Trace.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static void require(Object value, String name, JsonLocation end) throws TraceFormatException {
        if (value == null) {
            throw failure(end, "'" + name + "' is missing");
        }
    }

    /** @throws TraceFormatException where an object that has just ended lacks a value */
    void require(Object value, String name) throws TraceFormatException {
        require(value, name, json.currentTokenLocation());
    }

    TraceFormatException failure(String problem) {
        return failure(json.currentTokenLocation(), problem);
    }

    private static TraceFormatException failure(JsonLocation at, String problem) {
        return new TraceFormatException(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), problem);
    }
}
