package org.hopwarden.enforce.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

import org.hopwarden.enforce.DecidedPacket;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PacketField;
import org.hopwarden.engine.Verdict;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Events as lines of JSON. */
public final class EventLines {

    private static final JsonFactory FACTORY = new JsonFactory();

    private EventLines() {
    }

    /** @param fields texts, numbers and truths */
    public static byte[] told(Instant time, String event, Map<String, ?> fields) {
        return line(time, event, json -> {
            for (Map.Entry<String, ?> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                json.writePOJO(field.getValue());
            }
        });
    }

    public static byte[] verdict(DecidedPacket decided) {
        return line(decided.time(), "verdict", json -> {
            Verdict verdict = decided.verdict();
            json.writeStringField("verdict", verdict.kind().word());
            json.writeStringField("chain", verdict.chain());
            json.writeNumberField("rule", verdict.rule());
            json.writeStringField("by", verdict.text());
            json.writeBooleanField("logged", verdict.logged());
            if (decided.packet().isValid()) {
                json.writeFieldName("packet");
                packet(json, decided.described().withoutTime());
            }
        });
    }

    /** With the names that packets have elsewhere; what is not there is left out. */
    private static void packet(JsonGenerator json, DescribedPacket packet) throws IOException {
        json.writeStartObject();
        for (PacketField field : PacketField.values()) {
            String text = packet.text(field).orElse(null);
            if (text == null) {
                continue;
            }
            switch (field.kind()) {
                case TEXT -> json.writeStringField(field.jsonName(), text);
                case NUMBER -> {
                    json.writeFieldName(field.jsonName());
                    json.writeNumber(text);
                }
                case TRUTH -> json.writeBooleanField(field.jsonName(), Boolean.parseBoolean(text));
            }
        }
        json.writeEndObject();
    }

    @FunctionalInterface
    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] line(Instant time, String event, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(300);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("time", time.toString());
            json.writeStringField("event", event);
            body.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("an array of bytes takes all", e);
        }
        return bytes.toByteArray();
    }
}
