package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.hopwarden.interchange.internal.AddressSpans.Span;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.NumberRange;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the values that expressions of nftables are compared with. */
final class NftValues {

    private final Map<String, List<JsonNode>> sets;

    /** @param sets the elements of the named sets of the rule's table */
    NftValues(Map<String, List<JsonNode>> sets) {
        this.sets = sets;
    }

    /** The single elements of a value, which may be a set with or without a name. */
    List<JsonNode> elements(JsonNode value) throws NftUnknown {
        List<JsonNode> elements = new ArrayList<>();
        if (value.isTextual() && value.asText().startsWith("@")) {
            List<JsonNode> named = sets.get(value.asText().substring(1));
            if (named == null) {
                throw new NftUnknown("the set " + value.asText() + " is not there");
            }
            elements.addAll(named);
        } else if (value.isObject() && value.has("set")) {
            value.get("set").forEach(elements::add);
        } else {
            elements.add(value);
        }
        elements.replaceAll(NftValues::bare);
        return elements;
    }

    /** An element without its time-out and counters. */
    static JsonNode bare(JsonNode element) {
        return element.isObject() && element.has("elem") && element.get("elem").has("val") ? element.get("elem").get("val")
                : element;
    }

    /** The numbers that a comparison holds for. */
    IntSpans numbers(String operator, JsonNode value, Map<String, Integer> words, int highest) throws NftUnknown {
        List<NumberRange> ranges = new ArrayList<>();
        for (JsonNode element : elements(value)) {
            ranges.add(range(element, words, highest));
        }
        IntSpans numbers = IntSpans.union(ranges);
        switch (operator) {
            case "==", "in":
                return numbers;
            case "!=", "!":
                return numbers.complement(highest);
            default:
        }
        if (numbers.spans().size() != 1 || !numbers.spans().get(0).isSingle()) {
            throw new NftUnknown("the comparison " + operator + " with more than one number");
        }
        int number = numbers.spans().get(0).low();
        return switch (operator) {
            case "<" -> number == 0 ? IntSpans.NONE : IntSpans.of(0, number - 1);
            case "<=" -> IntSpans.of(0, number);
            case ">" -> number >= highest ? IntSpans.NONE : IntSpans.of(number + 1, highest);
            case ">=" -> IntSpans.of(number, highest);
            default -> throw new NftUnknown("the comparison " + operator);
        };
    }

    private static NumberRange range(JsonNode element, Map<String, Integer> words, int highest) throws NftUnknown {
        JsonNode range = element.isObject() ? element.get("range") : null;
        if (range != null && range.isArray() && range.size() == 2) {
            int low = number(range.get(0), words, highest);
            int high = number(range.get(1), words, highest);
            if (low <= high) {
                return new NumberRange(low, high);
            }
        } else if (range == null && !element.isContainerNode()) {
            return NumberRange.of(number(element, words, highest));
        }
        throw new NftUnknown("the value " + element);
    }

    /** A number, or a word for one. */
    static int number(JsonNode value, Map<String, Integer> words, int highest) throws NftUnknown {
        Integer known = value.isTextual() ? words.get(value.asText()) : null;
        if (known != null) {
            return known;
        }
        boolean digits = value.isTextual() && value.asText().matches("\\d{1,9}");
        if (value.canConvertToInt() && value.isIntegralNumber() || digits) {
            int number = digits ? Integer.parseInt(value.asText()) : value.asInt();
            if (number >= 0 && number <= highest) {
                return number;
            }
        }
        throw new NftUnknown("the value " + value);
    }

    /** The addresses that a comparison holds for. */
    AddressSpans addresses(String operator, JsonNode value, IpVersion version) throws NftUnknown {
        List<Span> spans = new ArrayList<>();
        for (JsonNode element : elements(value)) {
            spans.add(span(element, version));
        }
        AddressSpans addresses = AddressSpans.union(spans);
        return switch (operator) {
            case "==", "in" -> addresses;
            case "!=" -> addresses.complement(version);
            default -> throw new NftUnknown("the comparison " + operator + " of addresses");
        };
    }

    private static Span span(JsonNode element, IpVersion version) throws NftUnknown {
        if (element.isTextual()) {
            IpAddress address = address(element, version);
            return new Span(address, address);
        }
        JsonNode prefix = element.get("prefix");
        if (prefix != null && prefix.has("addr") && prefix.path("len").canConvertToInt()) {
            int length = prefix.get("len").asInt();
            if (length >= 0 && length <= version.addressBits()) {
                return Span.of(IpPrefix.containing(address(prefix.get("addr"), version), length));
            }
        }
        JsonNode range = element.get("range");
        if (range != null && range.size() == 2) {
            IpAddress first = address(range.get(0), version);
            IpAddress last = address(range.get(1), version);
            if (first.compareTo(last) <= 0) {
                return new Span(first, last);
            }
        }
        throw new NftUnknown("the address " + element);
    }

    static IpAddress address(JsonNode value, IpVersion version) throws NftUnknown {
        return IpAddress.tryParse(value.asText()).filter(address -> address.version() == version)
                .orElseThrow(() -> new NftUnknown("the address " + value));
    }
}
