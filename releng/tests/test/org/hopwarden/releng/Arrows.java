package org.hopwarden.releng;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;

/**
 * The arrows of the design: which bundle may require which, and which libraries only some bundles may see. Holds manifests
 * against the table and says what breaks it.
 */
final class Arrows {

    private static final String OURS = "org.hopwarden.";

    /** A library's packages or bundles by prefix, and the bundles that alone may see them. */
    private static final Map<String, Set<String>> RESERVED = Map.of(
            "org.pcap4j", Set.of("capture"),
            "com.sun.jna", Set.of("capture"),
            "org.jfree", Set.of("visualization"));

    private static final List<String> WINDOW_ONLY = List.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui",
            "org.eclipse.e4.ui", "org.eclipse.rcp");

    private final Map<String, Set<String>> allowed = new TreeMap<>();

    /** Reads lines of the form {@code name: name name}. */
    Arrows(List<String> table) {
        for (String line : table) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("Not an arrow line: " + line);
            }
            Set<String> targets = new TreeSet<>(Arrays.asList(line.substring(colon + 1).strip().split("\\s+")));
            targets.remove("");
            if (allowed.put(line.substring(0, colon).strip(), targets) != null) {
                throw new IllegalArgumentException("Two lines for one bundle: " + line);
            }
        }
    }

    /** What is wrong with the table itself: a target without a line, a circle, an arrow from headless to window. */
    List<String> tableFaults() {
        List<String> faults = new ArrayList<>();
        allowed.forEach((from, targets) -> {
            for (String to : targets) {
                if (!allowed.containsKey(to)) {
                    faults.add(from + " -> " + to + ": the table has no line for " + to);
                } else if (!isWindow(from) && isWindow(to)) {
                    faults.add(from + " -> " + to + ": a headless bundle may not see the window");
                }
            }
            if (reaches(from, from, new HashSet<>())) {
                faults.add(from + ": a circle of arrows");
            }
        });
        return faults;
    }

    private boolean reaches(String from, String goal, Set<String> seen) {
        for (String next : allowed.getOrDefault(from, Set.of())) {
            if (next.equals(goal) || seen.add(next) && reaches(next, goal, seen)) {
                return true;
            }
        }
        return false;
    }

    /** What the manifests, by bundle name, do against the table. Test plug-ins may see every bundle. */
    List<String> violations(Map<String, Manifest> manifests) {
        List<String> violations = new ArrayList<>();
        manifests.forEach((folder, manifest) -> {
            String symbolicName = ManifestHeader.names(manifest, "Bundle-SymbolicName").getFirst();
            if (!symbolicName.equals(folder)) {
                violations.add(folder + ": its symbolic name is " + symbolicName);
            }
            if (folder.endsWith(".tests")) {
                return;
            }
            String name = shortName(symbolicName);
            if (!allowed.containsKey(name)) {
                violations.add(name + ": the table has no line for it");
                return;
            }
            if (!ManifestHeader.names(manifest, "DynamicImport-Package").isEmpty()) {
                violations.add(name + ": a dynamic import goes past the table");
            }
            for (String header : List.of("Require-Bundle", "Fragment-Host", "Import-Package")) {
                for (String target : ManifestHeader.names(manifest, header)) {
                    check(name, target, manifests.keySet(), violations);
                }
            }
        });
        return violations;
    }

    private void check(String from, String target, Set<String> bundles, List<String> violations) {
        if (target.startsWith(OURS)) {
            String to = shortName(owner(target, bundles));
            if (!to.equals(from) && !allowed.get(from).contains(to)) {
                violations.add(from + " -> " + to + " (" + target + "): not in the table");
            }
            return;
        }
        if (!isWindow(from) && WINDOW_ONLY.stream().anyMatch(prefix -> isWithin(target, prefix))) {
            violations.add(from + " -> " + target + ": a headless bundle may not see the window");
        }
        RESERVED.forEach((prefix, owners) -> {
            if (isWithin(target, prefix) && !owners.contains(from)) {
                violations.add(from + " -> " + target + ": only " + String.join(", ", owners) + " may see it");
            }
        });
    }

    /** The bundle that a bundle or package name belongs to: the longest of the bundles' and the table's that begins it. */
    private String owner(String target, Set<String> bundles) {
        String owner = target;
        int length = 0;
        Set<String> candidates = new TreeSet<>(bundles);
        allowed.keySet().forEach(name -> candidates.add(OURS + name));
        for (String candidate : candidates) {
            if (isWithin(target, candidate) && candidate.length() > length) {
                owner = candidate;
                length = candidate.length();
            }
        }
        return owner;
    }

    private static boolean isWithin(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }

    private static boolean isWindow(String name) {
        return isWithin(name, "ui") || name.equals("app") || name.equals("help");
    }

    private static String shortName(String symbolicName) {
        return symbolicName.startsWith(OURS) ? symbolicName.substring(OURS.length()) : symbolicName;
    }
}
