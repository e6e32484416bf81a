package org.hopwarden.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.RouteChange;
import org.hopwarden.probe.RttStatistics;
import org.hopwarden.probe.Watch;
import org.hopwarden.probe.WatchedHop;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** A watch as JSON, format {@value #FORMAT}. Times in milliseconds with up to three decimals, and left out where nothing came. */
public final class WatchJson {

    /** The value of the field {@code format}. */
    public static final String FORMAT = "hopwarden.watch/1";

    private static final JsonFactory FACTORY = new JsonFactory();

    private WatchJson() {
    }

    /** Writes the watch as UTF-8 on one line, without a line end, and leaves the stream open. */
    public static void write(Watch watch, OutputStream out) throws IOException {
        write(watch, Map.of(), out);
    }

    /** As {@link #write(Watch, OutputStream)}, with {@code hosts} as in {@link TraceJson}. */
    public static void write(Watch watch, Map<IpAddress, HostInfo> hosts, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("target", watch.request().target());
            json.writeStringField("address", watch.request().address().toString());
            json.writeStringField("method", watch.request().method());
            json.writeStringField("status", TraceJsonReader.word(watch.status()));
            json.writeStringField("message", watch.message());
            json.writeBooleanField("reached", watch.reached());
            json.writeNumberField("rounds", watch.rounds());
            json.writeArrayFieldStart("hops");
            for (WatchedHop hop : watch.hops()) {
                write(hop, json);
            }
            json.writeEndArray();
            json.writeNumberField("routeChangeCount", watch.routeChangeCount());
            json.writeArrayFieldStart("routeChanges");
            for (RouteChange change : watch.routeChanges()) {
                json.writeStartObject();
                json.writeNumberField("ttl", change.ttl());
                number(json, "atMillis", millis(change.atNanos()));
                json.writeNumberField("round", change.round());
                json.writeStringField("from", change.from().toString());
                json.writeStringField("to", change.to().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            TraceJson.writeHosts(hosts, json);
            json.writeEndObject();
        }
    }

    private static void write(WatchedHop hop, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("ttl", hop.ttl());
        json.writeArrayFieldStart("addresses");
        for (IpAddress address : hop.addresses().stream().map(WatchedHop.Answerer::address).toList()) {
            json.writeString(address.toString());
        }
        json.writeEndArray();
        json.writeNumberField("sent", hop.sent());
        json.writeNumberField("received", hop.received());
        number(json, "lossPercent", percent(hop.lossRatio()));
        number(json, "forwardLossPercent", percent(hop.forwardLossRatio()));
        json.writeBooleanField("limited", hop.limited());
        write(hop.rtt(), json);
        number(json, "leastLossPercent", percent(hop.leastLossRatio()));
        number(json, "greatestLossPercent", percent(hop.greatestLossRatio()));
        json.writeNumberField("flaps", hop.flaps());
        json.writeArrayFieldStart("answers");
        for (WatchedHop.Answerer answerer : hop.addresses()) {
            json.writeStartObject();
            json.writeStringField("address", answerer.address().toString());
            json.writeNumberField("received", answerer.rtt().count());
            write(answerer.rtt(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(RttStatistics rtt, JsonGenerator json) throws IOException {
        if (rtt.count() > 0) {
            number(json, "lastMillis", millis(rtt.lastNanos()));
            number(json, "bestMillis", millis(rtt.bestNanos()));
            number(json, "meanMillis", millis(rtt.meanNanos()));
            number(json, "worstMillis", millis(rtt.worstNanos()));
            number(json, "jitterMillis", millis(rtt.jitterNanos()));
            number(json, "deviationMillis", millis(rtt.deviationNanos()));
        }
    }

    private static void number(JsonGenerator json, String field, BigDecimal value) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(value.toPlainString());
    }

    static BigDecimal millis(double nanos) {
        return trimmed(BigDecimal.valueOf(nanos).movePointLeft(6).setScale(3, RoundingMode.HALF_UP));
    }

    private static BigDecimal percent(double ratio) {
        return trimmed(BigDecimal.valueOf(100 * ratio).setScale(1, RoundingMode.HALF_UP));
    }

    /** At least one decimal, so that a field is always of one type. */
    private static BigDecimal trimmed(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 1 ? stripped.setScale(1) : stripped;
    }
}
