package org.hopwarden.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.hopwarden.names.HostInfo;
import org.hopwarden.net.AtomicFile;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.PathFinding;
import org.hopwarden.probe.ProbeOptions;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/**
 * A trace as JSON, format {@value #FORMAT}. Fields stand in a fixed order; round-trip times have up to three decimals; a reply that
 * is no ICMP message has no {@code icmpType} and {@code icmpCode}. Of what an ICMP error tells besides, there is only what it
 * tells: {@code mtu}, {@code quoted}, {@code rewritten}, {@code mpls}, {@code interfaces}.
 */
public final class TraceJson {

    /** The value of the field {@code format}. */
    public static final String FORMAT = "hopwarden.trace/1";

    /** The value of the field {@code format} where several traces stand in one object. */
    public static final String TRACES_FORMAT = "hopwarden.traces/1";

    /** How much is written. */
    public enum Detail {
        /** What other programs rely on. */
        RESULT,
        /** In addition everything that a trace holds, in further fields: {@link #read} gives back an equal trace. */
        ALL
    }

    private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private TraceJson() {
    }

    /** The trace on one line, without a line break at its end. */
    public static String text(Trace trace, Detail detail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(trace, detail, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory failed", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The trace on several lines, for people. */
    public static String pretty(Trace trace, Detail detail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            // Jackson's own indenter takes the machine's line separator.
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
            write(trace, detail, json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory failed", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Writes the {@linkplain Detail#RESULT result} as UTF-8 on one line, without a line end, and leaves the stream open. */
    public static void write(Trace trace, OutputStream out) throws IOException {
        write(trace, Detail.RESULT, out);
    }

    /**
     * As {@link #write(Trace, OutputStream)}, with a further field {@code hosts} where something is known of addresses: an object with
     * {@code name}, {@code asn}, {@code network} (its name) and {@code prefix}, as far as known, for each.
     */
    public static void write(Trace trace, Map<IpAddress, HostInfo> hosts, OutputStream out) throws IOException {
        write(trace, Detail.RESULT, hosts, out);
    }

    /** Writes the trace as UTF-8 on one line, without a line end, and leaves the stream open. */
    public static void write(Trace trace, Detail detail, OutputStream out) throws IOException {
        write(trace, detail, Map.of(), out);
    }

    private static void write(Trace trace, Detail detail, Map<IpAddress, HostInfo> hosts, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            writeFields(trace, detail, json);
            writeHosts(hosts, json);
            json.writeEndObject();
        }
    }

    static void writeHosts(Map<IpAddress, HostInfo> hosts, JsonGenerator json) throws IOException {
        if (hosts.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("hosts");
        for (Map.Entry<IpAddress, HostInfo> host : hosts.entrySet()) {
            json.writeObjectFieldStart(host.getKey().toString());
            if (host.getValue().name().isPresent()) {
                json.writeStringField("name", host.getValue().name().get());
            }
            if (host.getValue().network().isPresent()) {
                HostInfo.Network network = host.getValue().network().get();
                if (network.asn() > 0) {
                    json.writeNumberField("asn", network.asn());
                }
                if (!network.name().isEmpty()) {
                    json.writeStringField("network", network.name());
                }
                json.writeStringField("prefix", network.prefix().toString());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Writes a file that {@link #read(Path)} gives back; at every moment the file is the old one or the new. */
    public static void write(Trace trace, Path file) throws IOException {
        AtomicFile.write(file, (text(trace, Detail.ALL) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what any of the writing methods wrote. Fields that are not known are passed over. What the plain result does not tell
     * is filled in: queries are numbered in their order, and the settings are the least that allow such a trace.
     *
     * @throws TraceFormatException if the text is no trace
     */
    public static Trace read(byte[] json) throws TraceFormatException {
        return TraceJsonReader.read(FACTORY, json);
    }

    /**
     * @throws TraceFormatException if the file holds no trace
     * @throws IOException if it cannot be read
     */
    public static Trace read(Path file) throws IOException, TraceFormatException {
        return read(Files.readAllBytes(file));
    }

    /**
     * Writes several traces as one object of the format {@value #TRACES_FORMAT} with the {@linkplain Detail#RESULT result} of each, as
     * UTF-8 on one line, without a line end, and leaves the stream open.
     */
    public static void write(List<Trace> traces, OutputStream out) throws IOException {
        write(traces, Map.of(), out);
    }

    /** As {@link #write(List, OutputStream)}, with a field {@code hosts} behind the traces, as {@link #write(Trace, Map, OutputStream)}. */
    public static void write(List<Trace> traces, Map<IpAddress, HostInfo> hosts, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("format", TRACES_FORMAT);
            json.writeArrayFieldStart("traces");
            for (Trace trace : traces) {
                write(trace, Detail.RESULT, json);
            }
            json.writeEndArray();
            writeHosts(hosts, json);
            json.writeEndObject();
        }
    }

    private static void write(Trace trace, Detail detail, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeFields(trace, detail, json);
        json.writeEndObject();
    }

    /** The fields of the object, to which others may be added. */
    static void writeFields(Trace trace, Detail detail, JsonGenerator json) throws IOException {
        TraceRequest request = trace.request();
        boolean all = detail == Detail.ALL;
        json.writeStringField("format", FORMAT);
        json.writeStringField("target", request.target());
        json.writeStringField("address", request.address().toString());
        json.writeStringField("method", request.method());
        json.writeBooleanField("reached", trace.reached());
        json.writeNumberField("probes", trace.probes());
        json.writeNumberField("beyondEnd", trace.beyondEnd());
        if (all) {
            writeSettings(trace, json);
        }
        json.writeArrayFieldStart("hops");
        for (Hop hop : trace.hops()) {
            json.writeStartObject();
            json.writeNumberField("ttl", hop.ttl());
            if (all) {
                json.writeNumberField("sent", hop.sent());
            }
            json.writeNumberField("lost", hop.lost());
            json.writeArrayFieldStart("replies");
            for (Reply reply : hop.replies()) {
                write(reply, all, json);
            }
            json.writeEndArray();
            if (hop.limited()) {
                json.writeBooleanField("limited", true);
            }
            if (!hop.limited() && trace.answersLessThanThoseBehind(hop)) {
                json.writeBooleanField("answeredBehind", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        writeFindings(PathFinding.of(trace), json);
    }

    private static void writeFindings(List<PathFinding> findings, JsonGenerator json) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("findings");
        for (PathFinding finding : findings) {
            json.writeStartObject();
            json.writeStringField("kind", finding.kind().id());
            json.writeNumberField("afterTtl", finding.afterTtl());
            json.writeNumberField("ttl", finding.ttl());
            json.writeStringField("detail", finding.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSettings(Trace trace, JsonGenerator json) throws IOException {
        TraceRequest request = trace.request();
        json.writeStringField("status", TraceJsonReader.word(trace.status()));
        json.writeStringField("message", trace.message());
        if (trace.source() != null) {
            json.writeStringField("source", trace.source().toString());
        }
        if (trace.startedAt() != null) {
            json.writeStringField("startedAt", trace.startedAt().toString());
        }
        json.writeNumberField("port", request.port());
        json.writeNumberField("maxTtl", request.maxTtl());
        json.writeNumberField("queries", request.queries());
        json.writeStringField("maxWait", request.maxWait().toString());
        ProbeOptions options = request.options();
        if (!options.equals(ProbeOptions.DEFAULT)) {
            json.writeObjectFieldStart("options");
            if (options.source().isPresent()) {
                json.writeStringField("source", options.source().get().toString());
            }
            json.writeNumberField("sourcePort", options.sourcePort());
            json.writeNumberField("firstTtl", options.firstTtl());
            json.writeNumberField("sizeBytes", options.sizeBytes());
            json.writeNumberField("trafficClass", options.trafficClass());
            json.writeBooleanField("dontFragment", options.dontFragment());
            json.writeStringField("patience", options.patience().toString());
            json.writeEndObject();
        }
    }

    private static void write(Reply reply, boolean all, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", reply.address().toString());
        json.writeFieldName("rttMillis");
        json.writeNumber(millis(reply.rttNanos()));
        json.writeStringField("kind", reply.kind().id());
        if (reply.icmpType() >= 0) {
            json.writeNumberField("icmpType", reply.icmpType());
            json.writeNumberField("icmpCode", reply.icmpCode());
        }
        if (all) {
            json.writeNumberField("query", reply.query());
            json.writeNumberField("rttNanos", reply.rttNanos());
            json.writeBooleanField("fromTarget", reply.fromTarget());
            json.writeNumberField("ttl", reply.ttl());
        }
        IcmpDetailJson.write(reply.detail(), json);
        json.writeEndObject();
    }

    static String millis(long nanos) {
        BigDecimal millis = BigDecimal.valueOf(nanos, 6).setScale(3, RoundingMode.HALF_UP);
        return millis.signum() == 0 ? "0" : millis.stripTrailingZeros().toPlainString();
    }
}
