package org.hopwarden.releng;

import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;

/** Reads the names out of a manifest header such as Require-Bundle or Import-Package. */
final class ManifestHeader {

    private ManifestHeader() {
    }

    /** The names of all clauses, in order; commas within quotes do not part clauses. */
    static List<String> names(Manifest manifest, String header) {
        String value = manifest.getMainAttributes().getValue(header);
        List<String> names = new ArrayList<>();
        if (value == null) {
            return names;
        }
        for (String clause : split(value, ',')) {
            for (String part : split(clause, ';')) {
                if (part.contains("=")) {
                    break;
                }
                names.add(part.strip());
            }
        }
        return names;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
