package org.hopwarden.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.hopwarden.probe.RttStatistics;
import org.hopwarden.probe.Watch;
import org.hopwarden.probe.WatchedHop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Traces and watches in the formats of other programs. A trace is exported as the watch that its events make up. */
public final class PathExport {

    /** What {@code mtr -j} shows for a hop that never answered. */
    private static final String MTR_SILENT = "???";
    private static final JsonFactory FACTORY = new JsonFactory();

    private PathExport() {
    }

    /**
     * The report of {@code mtr -j} (0.95): the same fields in the same order. Its loss is that of the replies; what a router's limit
     * keeps back counts in it, as in mtr.
     */
    public static String mtrJson(Watch watch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeObjectFieldStart("report");
            json.writeObjectFieldStart("mtr");
            json.writeStringField("src", watch.source() == null ? "" : watch.source().toString());
            json.writeStringField("dst", watch.request().target());
            json.writeNumberField("tos", watch.request().options().trafficClass());
            json.writeNumberField("tests", watch.rounds());
            json.writeStringField("psize", watch.request().options().sizeBytes() == 0 ? "64"
                    : Integer.toString(watch.request().options().sizeBytes()));
            json.writeStringField("bitpattern", "0x00");
            json.writeEndObject();
            json.writeArrayFieldStart("hubs");
            for (WatchedHop hop : watch.hops()) {
                RttStatistics rtt = hop.rtt();
                json.writeStartObject();
                json.writeNumberField("count", hop.ttl());
                json.writeStringField("host", hop.addresses().isEmpty() ? MTR_SILENT
                        : hop.addresses().getLast().address().toString());
                number(json, "Loss%", 100 * hop.lossRatio());
                json.writeNumberField("Snt", hop.sent());
                number(json, "Last", rtt.lastNanos() / 1e6);
                number(json, "Avg", rtt.meanNanos() / 1e6);
                number(json, "Best", rtt.bestNanos() / 1e6);
                number(json, "Wrst", rtt.worstNanos() / 1e6);
                number(json, "StDev", rtt.deviationNanos() / 1e6);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory failed", e);
        }
        return bytes.toString(StandardCharsets.UTF_8) + "\n";
    }

    private static void number(JsonGenerator json, String field, double value) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(String.format(Locale.ROOT, "%.3f", value));
    }

    /** A graph in the language of Graphviz: a node for each address, an edge from each hop to the next one that answered. */
    public static String dot(List<Watch> watches) {
        StringBuilder text = new StringBuilder("digraph path {\n    rankdir=LR;\n    node [shape=box, fontname=\"sans-serif\"];\n"
                + "    edge [fontname=\"sans-serif\", fontsize=10];\n");
        for (Watch watch : watches) {
            String source = watch.source() == null ? "source" : watch.source().toString();
            text.append("    ").append(quoted(source)).append(" [style=bold];\n");
            List<String> before = List.of(source);
            int beforeTtl = 0;
            for (WatchedHop hop : watch.hops()) {
                if (hop.addresses().isEmpty()) {
                    continue;
                }
                String loss = hop.limited() ? "limited" : percent(hop.lossRatio());
                for (WatchedHop.Answerer answerer : hop.addresses()) {
                    String name = answerer.address().toString();
                    text.append("    ").append(quoted(name)).append(" [label=")
                            .append(quoted(name + "\\nhop " + hop.ttl() + (loss.equals("0 %") ? "" : ", " + (hop.limited()
                                    ? loss : "loss " + loss)))).append(answerer.target() ? ", style=bold" : "").append("];\n");
                    for (String from : before) {
                        text.append("    ").append(quoted(from)).append(" -> ").append(quoted(name)).append(" [label=")
                                .append(quoted(String.format(Locale.ROOT, "%.3f ms", answerer.rtt().meanNanos() / 1e6)))
                                .append(hop.ttl() - beforeTtl > 1 ? ", style=dashed" : "").append("];\n");
                    }
                }
                before = hop.addresses().stream().map(each -> each.address().toString()).toList();
                beforeTtl = hop.ttl();
            }
        }
        return text.append("}\n").toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * ratio);
    }

    /** A table after RFC 4180: one line for each hop and address, and a head line. Times in milliseconds. */
    public static String csv(List<Watch> watches) {
        StringBuilder text = new StringBuilder("target,method,ttl,address,sent,received,lossPercent,forwardLossPercent,limited,"
                + "lastMillis,bestMillis,meanMillis,worstMillis,jitterMillis\r\n");
        for (Watch watch : watches) {
            String head = field(watch.request().target()) + ',' + field(watch.request().method()) + ',';
            for (WatchedHop hop : watch.hops()) {
                String front = head + hop.ttl() + ',';
                String loss = String.format(Locale.ROOT, ",%.1f,%.1f,%s,", 100 * hop.lossRatio(), 100 * hop.forwardLossRatio(),
                        hop.limited());
                if (hop.addresses().isEmpty()) {
                    text.append(front).append(',').append(hop.sent()).append(",0").append(loss).append(",,,,\r\n");
                }
                for (WatchedHop.Answerer answerer : hop.addresses()) {
                    RttStatistics rtt = answerer.rtt();
                    text.append(front).append(answerer.address()).append(',').append(hop.sent()).append(',').append(rtt.count())
                            .append(loss).append(String.format(Locale.ROOT, "%.3f,%.3f,%.3f,%.3f,%.3f\r\n", rtt.lastNanos() / 1e6,
                                    rtt.bestNanos() / 1e6, rtt.meanNanos() / 1e6, rtt.worstNanos() / 1e6,
                                    rtt.jitterNanos() / 1e6));
                }
            }
        }
        return text.toString();
    }

    /** A field, in quotation marks where it wants them. */
    static String field(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
