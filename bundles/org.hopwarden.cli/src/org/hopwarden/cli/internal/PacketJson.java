package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.DescribedPacket.Draft;
import org.hopwarden.engine.PacketField;
import org.hopwarden.engine.PacketFieldException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;

/**
 * Packets as JSON objects, with the names of {@link PacketField}. A field that is absent or null is at its default, or not there
 * where such a packet has none.
 */
final class PacketJson {

    private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A text that is no packet, with the place in it. */
    static final class BadPacket extends Exception {

        private static final long serialVersionUID = 1L;

        private final int column;

        BadPacket(int column, String message) {
            super(message);
            this.column = column;
        }

        /** Counted from 1. */
        int column() {
            return column;
        }
    }

    private PacketJson() {
    }

    /** Writes a packet as an object. What is not there is null; what is seldom said is left out at its default. */
    static void write(JsonGenerator json, DescribedPacket packet) throws IOException {
        json.writeStartObject();
        for (PacketField field : PacketField.values()) {
            String text = packet.text(field).orElse(null);
            if (text != null ? isWorthSaying(field, text) : isShownAbsent(field)) {
                write(json, packet, field, text);
            }
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, DescribedPacket packet, PacketField field, String text) throws IOException {
        json.writeFieldName(field.jsonName());
        if (text == null) {
            if (field == PacketField.TCP_FLAGS && !packet.isTcp()) {
                json.writeString("");
            } else {
                json.writeNull();
            }
            return;
        }
        switch (field.kind()) {
            case TEXT -> json.writeString(text);
            case NUMBER -> json.writeNumber(text);
            case TRUTH -> json.writeBoolean(Boolean.parseBoolean(text));
        }
    }

    private static boolean isShownAbsent(PacketField field) {
        return switch (field) {
            case IN_INTERFACE, OUT_INTERFACE, ICMP_TYPE, ICMP_CODE, SOURCE_PORT, DESTINATION_PORT, TCP_FLAGS -> true;
            default -> false;
        };
    }

    private static boolean isWorthSaying(PacketField field, String text) {
        return switch (field) {
            case DSCP, MARK -> !text.equals("0");
            default -> true;
        };
    }

    /**
     * Reads a packet.
     *
     * @param text one object, with nothing but blanks behind it
     * @param defaults for what the object does not say
     */
    static DescribedPacket read(String text, Draft defaults) throws BadPacket {
        Map<PacketField, Integer> columns = new EnumMap<>(PacketField.class);
        try (JsonParser json = FACTORY.createParser(text)) {
            Draft draft = read(json, columns);
            if (json.nextToken() != null) {
                throw new BadPacket(column(json.currentTokenLocation()), "one packet a line, and nothing behind it");
            }
            for (Map.Entry<PacketField, String> field : defaults.texts().entrySet()) {
                draft = draft.withDefault(field.getKey(), field.getValue());
            }
            return draft.build();
        } catch (PacketFieldException e) {
            throw new BadPacket(columns.getOrDefault(e.field(), 1), e.field().jsonName() + ": " + e.problem());
        } catch (JsonProcessingException e) {
            throw new BadPacket(column(e.getLocation()), "no JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new BadPacket(1, "cannot be read: " + e.getMessage());
        }
    }

    private static Draft read(JsonParser json, Map<PacketField, Integer> columns) throws IOException, BadPacket {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new BadPacket(column(json.currentTokenLocation()), "a packet is an object: {\"source\":...}");
        }
        Draft draft = new Draft();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            int column = column(json.currentTokenLocation());
            String name = json.currentName();
            PacketField field = PacketField.ofJsonName(name).orElseThrow(() -> new BadPacket(column, "a packet has no field '"
                    + name + "'; it has " + Arrays.stream(PacketField.values()).map(PacketField::jsonName)
                            .collect(Collectors.joining(", "))));
            JsonToken value = json.nextToken();
            columns.put(field, column(json.currentTokenLocation()));
            if (value != JsonToken.VALUE_NULL) {
                if (!fits(field, value)) {
                    throw new BadPacket(columns.get(field), name + ": " + wanted(field));
                }
                draft = draft.with(field, json.getText());
            }
        }
        return draft;
    }

    private static boolean fits(PacketField field, JsonToken value) {
        return switch (field.kind()) {
            case TEXT -> value == JsonToken.VALUE_STRING || field == PacketField.PROTOCOL && value == JsonToken.VALUE_NUMBER_INT;
            case NUMBER -> value == JsonToken.VALUE_NUMBER_INT;
            case TRUTH -> value.isBoolean();
        };
    }

    private static String wanted(PacketField field) {
        return switch (field.kind()) {
            case TEXT -> "a text in double quotes";
            case NUMBER -> "a whole number without quotes";
            case TRUTH -> "true or false";
        };
    }

    private static int column(JsonLocation location) {
        return location == null ? 1 : Math.max(1, location.getColumnNr());
    }
}
