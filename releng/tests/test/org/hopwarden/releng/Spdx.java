package org.hopwarden.releng;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Licence expressions of the SPDX form {@code A OR B AND C WITH X}, and how jars put licences into words. */
final class Spdx {

    /**
     * What a product under EPL-2.0 can carry as separate jars. LGPL counts because the library stays a jar of its own that
     * a user can exchange; plain GPL does not.
     */
    static final Set<String> CARRIED = Set.of("EPL-2.0", "EPL-1.0", "Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause",
            "EDL-1.0", "Unicode-3.0", "W3C", "ISC", "CC0-1.0", "LGPL-2.1-or-later",
            "GPL-2.0-only WITH Classpath-exception-2.0");

    private static final Map<String, Pattern> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("EPL-2.0", words("epl-2\\.0|epl-v20|Eclipse Public License (- )?v(ersion)? ?2"));
        WORDS.put("Apache-2.0", words("Apache-2\\.0|LICENSE-2\\.0|Apache (Software )?License,? (Version )?2\\.0"
                + "|Apache License\\s+Version 2\\.0"));
        WORDS.put("MIT", words("\\bMIT\\b|licenses?/mit|Permission is hereby granted, free of charge"));
        WORDS.put("BSD-3-Clause", words("BSD-3-Clause|New\\)? BSD|Neither the name of"));
        WORDS.put("EDL-1.0", words("EDL-1\\.0|Eclipse Distribution License"));
        WORDS.put("Unicode-3.0", words("Unicode-3\\.0|UNICODE LICENSE V3"));
        WORDS.put("W3C", words("W3C.{0,20}LICENSE|World Wide Web Consortium"));
        WORDS.put("LGPL-2.1-or-later", words("LGPL|Lesser General Public Licen[cs]e"));
        WORDS.put("GPL-2.0-only WITH Classpath-exception-2.0",
                words("GPL2 w/ CPE|Classpath-exception|classpath/license\\.html"));
        WORDS.put("GPL", words("\\bGPL-?[23](?! w/ CPE)|GNU General Public License(?!.{0,80}[Cc]lasspath)"));
    }

    private Spdx() {
    }

    private static Pattern words(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** Whether one of the alternatives has only licences that the product can carry. */
    static boolean isCarried(String expression) {
        return alternatives(expression).stream().anyMatch(CARRIED::containsAll);
    }

    /** All licences that an expression names. */
    static Set<String> licences(String expression) {
        Set<String> licences = new TreeSet<>();
        alternatives(expression).forEach(licences::addAll);
        return licences;
    }

    private static List<List<String>> alternatives(String expression) {
        List<List<String>> alternatives = new ArrayList<>();
        for (String alternative : expression.split(" OR ")) {
            alternatives.add(List.of(alternative.strip().split(" AND ")));
        }
        return alternatives;
    }

    /** The licences that a text speaks of. */
    static Set<String> mentioned(String text) {
        Set<String> mentioned = new TreeSet<>();
        WORDS.forEach((licence, words) -> {
            if (words.matcher(text).find()) {
                mentioned.add(licence);
            }
        });
        return mentioned;
    }
}
