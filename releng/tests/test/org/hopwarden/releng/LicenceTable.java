package org.hopwarden.releng;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The reviewed licences of what the product carries: {@code bundle | SPDX expression | project}. */
final class LicenceTable {

    /** One line; the bundle may be a name that is no bundle, such as the Java that an archive brings, in parentheses. */
    record Row(String bundle, String licence, String project) {

        boolean isBundle() {
            return !bundle.startsWith("(");
        }
    }

    /** What a jar says of its own licence: in its manifest or project file, and in licence texts it holds. */
    record Statement(String bundle, String declared, String texts) {
    }

    private final Map<String, Row> rows = new TreeMap<>();

    LicenceTable(List<String> lines) {
        for (String line : lines) {
            String[] columns = line.split("\\|", -1);
            if (columns.length != 3) {
                throw new IllegalArgumentException("Not three columns: " + line);
            }
            Row row = new Row(columns[0].strip(), columns[1].strip(), columns[2].strip());
            if (rows.put(row.bundle(), row) != null) {
                throw new IllegalArgumentException("Two lines for one bundle: " + line);
            }
        }
    }

    /** What is wrong between the table and the jars of a product. */
    List<String> faults(Collection<Statement> jars) {
        List<String> faults = new ArrayList<>();
        for (Row row : rows.values()) {
            if (!Spdx.isCarried(row.licence())) {
                faults.add(row.bundle() + ": an EPL-2.0 product cannot carry " + row.licence());
            }
        }
        Set<String> seen = new TreeSet<>();
        for (Statement jar : jars) {
            seen.add(jar.bundle());
            Row row = rows.get(jar.bundle());
            if (row == null) {
                faults.add(jar.bundle() + ": not in the table; the jar speaks of "
                        + Spdx.mentioned(jar.declared() + "\n" + jar.texts()));
            } else {
                compare(row, jar, faults);
            }
        }
        for (Row row : rows.values()) {
            if (row.isBundle() && !seen.contains(row.bundle())) {
                faults.add(row.bundle() + ": in the table, not in the product");
            }
        }
        return faults;
    }

    private static void compare(Row row, Statement jar, List<String> faults) {
        Set<String> licences = Spdx.licences(row.licence());
        Set<String> evidence = Spdx.mentioned(jar.declared() + "\n" + jar.texts());
        if (!evidence.containsAll(licences)) {
            faults.add(row.bundle() + ": the table says " + row.licence() + ", the jar speaks of " + evidence);
        }
        Set<String> declared = Spdx.mentioned(jar.declared());
        declared.removeAll(licences);
        if (!declared.isEmpty()) {
            faults.add(row.bundle() + ": the jar declares " + declared + ", the table says " + row.licence());
        }
    }

    /** The NOTICE of the product, made from the table alone. */
    String notice() {
        Map<String, List<Row>> byProject = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        rows.values().forEach(row -> byProject.computeIfAbsent(row.project(), key -> new ArrayList<>()).add(row));
        StringBuilder notice = new StringBuilder("""
                Hopwarden
                Copyright the contributors of Hopwarden

                This program and its parts are made available under the terms of the Eclipse Public License 2.0, see the
                file LICENSE. SPDX-License-Identifier: EPL-2.0

                The product carries these parts of others as jars of their own (some with a bundle manifest added; the copies
                under cli without their signatures, and with old class files in a newer format), each under its own
                licence. The licence texts are in the jars or at the projects named here.
                """);
        byProject.forEach((project, parts) -> {
            notice.append('\n').append(project).append('\n');
            for (Row row : parts) {
                notice.append("    ").append(row.bundle()).append(": ").append(row.licence()).append('\n');
            }
        });
        return notice.toString();
    }
}
