package org.hopwarden.interchange.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportException.Problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the JSON of {@code nft -j list ruleset}: an object whose array {@code nftables} holds objects of one field each. */
final class NftJson {

    private static final int MOST_BYTES = 256 << 20;
    private static final int DEEPEST = 100;
    private static final int LONGEST_STRING = 1 << 20;

    private NftJson() {
    }

    /**
     * One object of a rule set.
     *
     * @param kind its field: table, chain, rule, set and so on
     * @param body the value of that field
     * @param whole the object as it was
     */
    record Item(String kind, JsonNode body, JsonNode whole, int line, int column) {

        String text(String field) {
            JsonNode value = body.get(field);
            return value == null || value.isNull() ? "" : value.asText();
        }

        /** What tells tables apart. */
        String table() {
            return text("family") + " " + (kind.equals("table") ? text("name") : text("table"));
        }
    }

    /** @throws ImportException if the bytes are no such JSON */
    static List<Item> items(byte[] content) throws ImportException {
        if (content.length > MOST_BYTES) {
            throw problem(1, 1, "the text has " + content.length + " bytes, more than any rule set");
        }
        String text = decode(content);
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST).maxStringLength(LONGEST_STRING).build()).build();
        try (JsonParser parser = new ObjectMapper(factory).createParser(text)) {
            List<Item> items = read(parser);
            if (parser.nextToken() != null) {
                throw at(parser.currentTokenLocation(), "something stands behind the rule set; take it out");
            }
            return items;
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String message = e.getOriginalMessage();
            throw problem(place == null ? 1 : Math.max(1, place.getLineNr()), place == null ? 1 : Math.max(1, place.getColumnNr()),
                    "this is not the JSON of nft -j list ruleset: " + (message == null ? "it breaks off" : message));
        } catch (IOException e) {
            throw problem(1, 1, "this cannot be read: " + e.getMessage());
        }
    }

    private static List<Item> read(JsonParser parser) throws IOException, ImportException {
        List<Item> items = new ArrayList<>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw at(parser.currentTokenLocation(), "an object with the field nftables is expected, as nft -j list ruleset writes"
                    + " it");
        }
        boolean found = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!"nftables".equals(field)) {
                throw at(parser.currentTokenLocation(), "a field " + field + " is not expected here, only nftables");
            }
            if (value != JsonToken.START_ARRAY) {
                throw at(parser.currentTokenLocation(), "the field nftables is to be an array");
            }
            found = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(item(parser));
            }
        }
        if (!found) {
            throw at(parser.currentTokenLocation(), "the field nftables is missing; write the file with nft -j list ruleset");
        }
        return items;
    }

    private static Item item(JsonParser parser) throws IOException, ImportException {
        JsonLocation place = parser.currentTokenLocation();
        JsonNode node = parser.readValueAsTree();
        if (node == null || !node.isObject() || node.size() != 1 || !node.elements().next().isObject()) {
            throw at(place, "an object with one field, such as table, chain or rule, is expected here");
        }
        checkCharacters(node, place);
        return new Item(node.fieldNames().next(), node.elements().next(), node, place.getLineNr(), place.getColumnNr());
    }

    /** What XML cannot hold would be read, and then could not be saved. */
    private static void checkCharacters(JsonNode node, JsonLocation place) throws ImportException {
        boolean bad = node.isTextual() && node.asText().codePoints().anyMatch(c -> c < ' ' && c != '\t' && c != '\n'
                || c >= 0xd800 && c <= 0xdfff || c == 0xfffe || c == 0xffff);
        if (bad) {
            throw at(place, "a text in here holds a control character, which no rule set has; take it out");
        }
        for (JsonNode part : node) {
            checkCharacters(part, place);
        }
    }

    private static String decode(byte[] content) throws ImportException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            IosText.lines(content);
            throw problem(1, 1, "the text is no UTF-8; save it as UTF-8");
        }
    }

    private static ImportException at(JsonLocation place, String message) {
        return problem(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), message);
    }

    static ImportException problem(int line, int column, String message) {
        return new ImportException(List.of(new Problem(line, column, message)));
    }
}
