package org.hopwarden.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.PathGraph;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * A multipath trace as JSON: the fields of {@link TraceJson}, and behind them {@code multipath} (what was asked for and what became
 * of it), {@code nodes} and {@code links}.
 * <p>
 * A node has {@code address} (absent for silence), {@code ttl}, {@code flows}, {@code lost} and {@code rttMillis} (the mean); it has
 * an {@code id} where the address does not tell it from others. A link has {@code from} and {@code to} (the ids of its ends, which
 * are their addresses where those tell), {@code ttl} (that of {@code to}), {@code flows}, {@code lost}, {@code rttMillis} (the mean
 * round-trip time between source and {@code to}, of the probes of the link's flows) and {@code latencyMillis} (how much later
 * {@code to} answers than {@code from}, the median over the flows; may be negative). Times that are not known are absent. The
 * source is no node, and what leads from it no link.
 */
public final class MultipathJson {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private MultipathJson() {
    }

    /** Writes the trace as UTF-8 on one line, without a line end, and leaves the stream open. */
    public static void write(MultipathTrace multipath, OutputStream out) throws IOException {
        write(multipath, Map.of(), out);
    }

    /** As {@link #write(MultipathTrace, OutputStream)}, with {@code hosts} as in {@link TraceJson}. */
    public static void write(MultipathTrace multipath, Map<IpAddress, HostInfo> hosts, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            TraceJson.writeFields(multipath.trace(), TraceJson.Detail.RESULT, json);
            writeSummary(multipath, json);
            json.writeArrayFieldStart("nodes");
            for (PathGraph.Node node : multipath.graph().nodes()) {
                write(node, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("links");
            for (PathGraph.Link link : multipath.graph().links()) {
                if (!link.from().equals(PathGraph.Link.SOURCE)) {
                    write(link, json);
                }
            }
            json.writeEndArray();
            TraceJson.writeHosts(hosts, json);
            json.writeEndObject();
        }
    }

    private static void writeSummary(MultipathTrace multipath, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("multipath");
        json.writeStringField("algorithm", multipath.request().algorithm().id());
        json.writeNumberField("confidence", multipath.request().confidence());
        json.writeNumberField("flows", multipath.flows());
        json.writeArrayFieldStart("flowNotKept");
        for (int ttl : multipath.flowNotKept()) {
            json.writeNumber(ttl);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("fellBack");
        for (Map.Entry<Integer, MultipathEvent.Shape> at : multipath.fellBack().entrySet()) {
            json.writeStartObject();
            json.writeNumberField("ttl", at.getKey());
            json.writeStringField("shape", at.getValue().word());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(PathGraph.Node node, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (!node.isSilent()) {
            json.writeStringField("address", node.address().toString());
        }
        json.writeNumberField("ttl", node.ttl());
        if (node.isSilent() || !node.id().equals(node.address().toString())) {
            json.writeStringField("id", node.id());
        }
        json.writeNumberField("flows", node.flows());
        json.writeNumberField("lost", node.lost());
        writeRoundTrip(node.rtt(), json);
        json.writeEndObject();
    }

    private static void write(PathGraph.Link link, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("from", link.from());
        json.writeStringField("to", link.to());
        json.writeNumberField("ttl", link.ttl());
        json.writeNumberField("flows", link.flows());
        json.writeNumberField("lost", link.lost());
        writeRoundTrip(link.rtt(), json);
        if (link.latencyNanos().isPresent()) {
            json.writeFieldName("latencyMillis");
            json.writeNumber(TraceJson.millis(link.latencyNanos().getAsLong()));
        }
        if (link.assumed()) {
            json.writeBooleanField("assumed", true);
        }
        json.writeEndObject();
    }

    private static void writeRoundTrip(PathGraph.RoundTrip rtt, JsonGenerator json) throws IOException {
        if (rtt.count() > 0) {
            json.writeFieldName("rttMillis");
            json.writeNumber(TraceJson.millis(rtt.meanNanos()));
        }
    }
}
