package org.hopwarden.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Packets described by conditions on their fields that must all hold.
 *
 * @param conditions by the name of the field, in a fixed order; a field that does not matter is absent
 */
public record PacketBox(Map<String, String> conditions) {

    public PacketBox {
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

    @Override
    public String toString() {
        return conditions.isEmpty() ? "any packet" : conditions.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", "));
    }
}
