package org.hopwarden.report;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with the file of its name in {@code test/golden}. What differs is written for a person to compare. */
final class Golden {

    private static final String BUNDLE = "bundles/org.hopwarden.report";

    private Golden() {
    }

    static void check(String name, String actual) throws IOException {
        Path bundle = Path.of(System.getProperty("hopwarden.home", "../..")).resolve(BUNDLE);
        Path expected = bundle.resolve("test/golden").resolve(name);
        if (Files.exists(expected) && Files.readString(expected).equals(actual)) {
            return;
        }
        Path made = bundle.resolve("target/golden").resolve(name);
        Files.createDirectories(made.getParent());
        Files.writeString(made, actual);
        fail(name + " has changed: compare " + expected + " with " + made + ", and copy the new file if it is right");
    }
}
