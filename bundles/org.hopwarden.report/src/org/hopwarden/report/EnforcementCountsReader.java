package org.hopwarden.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import org.hopwarden.report.EnforcementCounts.RuleCount;
import org.hopwarden.report.EnforcementCounts.Total;

/** Reads the counts of an enforcement, token by token. Whole numbers that are not known are totals; the rest is passed over. */
final class EnforcementCountsReader {

    private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser json;

    private EnforcementCountsReader(JsonParser json) {
        this.json = json;
    }

    static EnforcementCounts read(byte[] text) throws EnforcementFormatException {
        try (JsonParser json = FACTORY.createParser(text)) {
            return new EnforcementCountsReader(json).counts();
        } catch (JsonProcessingException e) {
            throw at(e.getLocation(), "this is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading JSON from memory failed", e);
        }
    }

    private EnforcementCounts counts() throws IOException, EnforcementFormatException {
        boolean known = false;
        List<Total> totals = new ArrayList<>();
        List<RuleCount> rules = null;
        expect(json.nextToken() == JsonToken.START_OBJECT, "an object in the format " + EnforcementCounts.FORMAT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("format")) {
                expect(value == JsonToken.VALUE_STRING && json.getText().equals(EnforcementCounts.FORMAT),
                        "the format " + EnforcementCounts.FORMAT);
                known = true;
            } else if (name.equals("rules")) {
                rules = rules(value);
            } else if (value == JsonToken.VALUE_NUMBER_INT) {
                totals.add(new Total(name, count(name)));
            } else {
                json.skipChildren();
            }
        }
        expect(known, "a field 'format'");
        expect(rules != null, "a field 'rules'");
        JsonToken more = json.nextToken();
        expect(more == null, "nothing more");
        return new EnforcementCounts(totals, rules);
    }

    private List<RuleCount> rules(JsonToken start) throws IOException, EnforcementFormatException {
        List<RuleCount> rules = new ArrayList<>();
        expect(start == JsonToken.START_ARRAY, "a list of the rules' counts");
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            expect(token == JsonToken.START_OBJECT, "the counts of a rule as an object");
            rules.add(rule());
        }
        return rules;
    }

    private RuleCount rule() throws IOException, EnforcementFormatException {
        String chain = null;
        long rule = -1;
        long packets = -1;
        long bytes = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "chain" -> {
                    expect(value == JsonToken.VALUE_STRING, "the name of a chain");
                    chain = json.getText();
                }
                case "rule" -> rule = count(name);
                case "packets" -> packets = count(name);
                case "bytes" -> bytes = count(name);
                default -> json.skipChildren();
            }
        }
        expect(chain != null && rule >= 0 && packets >= 0 && bytes >= 0, "'chain', 'rule', 'packets' and 'bytes' of each rule");
        expect(rule <= Integer.MAX_VALUE, "the number of a rule");
        return new RuleCount(chain, (int) rule, packets, bytes);
    }

    private long count(String name) throws IOException, EnforcementFormatException {
        boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        expect(whole && json.getLongValue() >= 0, "'" + name + "' as a whole number, 0 or more");
        return json.getLongValue();
    }

    private void expect(boolean holds, String what) throws EnforcementFormatException {
        if (!holds) {
            throw at(json.currentTokenLocation(), "expected " + what);
        }
    }

    private static EnforcementFormatException at(JsonLocation location, String message) {
        JsonLocation at = location == null ? JsonLocation.NA : location;
        return new EnforcementFormatException(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), message);
    }
}
