package org.hopwarden.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;

import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;

/** A trace as JSON, in the format {@value #FORMAT}. */
public final class TraceJson {

    /** The value of the field {@code format}. */
    public static final String FORMAT = "hopwarden.trace/1";

    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private TraceJson() {
    }

    /** Writes one object, without a line end, and leaves the stream open. */
    public static void write(Trace trace, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("target", trace.request().target());
            json.writeStringField("address", trace.request().address().toString());
            json.writeStringField("method", trace.request().method());
            json.writeBooleanField("reached", trace.reached());
            json.writeNumberField("probes", trace.probes());
            json.writeNumberField("beyondEnd", trace.beyondEnd());
            json.writeArrayFieldStart("hops");
            for (Hop hop : trace.hops()) {
                json.writeStartObject();
                json.writeNumberField("ttl", hop.ttl());
                json.writeNumberField("lost", hop.lost());
                json.writeArrayFieldStart("replies");
                for (Reply reply : hop.replies()) {
                    write(reply, json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(Reply reply, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", reply.address().toString());
        json.writeNumberField("rttMillis",
                BigDecimal.valueOf(reply.rttNanos(), 6).setScale(3, RoundingMode.HALF_UP));
        json.writeStringField("kind", reply.kind().id());
        if (reply.icmpType() >= 0) {
            json.writeNumberField("icmpType", reply.icmpType());
            json.writeNumberField("icmpCode", reply.icmpCode());
        }
        json.writeEndObject();
    }
}
