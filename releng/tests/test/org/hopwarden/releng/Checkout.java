package org.hopwarden.releng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;

/** The checkout that is tested: where its parts are, and its bundles' manifests. */
final class Checkout {

    private Checkout() {
    }

    static Path home() {
        return Path.of(System.getProperty("hopwarden.home", "../..")).toAbsolutePath().normalize();
    }

    /** The product as the launcher starts it; absent when the reactor was not built. */
    static Path product() {
        Path product = home().resolve("product/target/products/org.hopwarden.product/linux/gtk/x86_64");
        if (!Files.isRegularFile(product.resolve("cli/classpath"))) {
            throw new IllegalStateException("No finished product in " + product + "; run ./hopwarden build first");
        }
        return product;
    }

    /** The manifests of our own bundles by folder name. */
    static Map<String, Manifest> manifests() throws IOException {
        Map<String, Manifest> manifests = new TreeMap<>();
        try (var folders = Files.newDirectoryStream(home().resolve("bundles"))) {
            for (Path folder : folders) {
                Path manifest = folder.resolve("META-INF/MANIFEST.MF");
                if (Files.isRegularFile(manifest)) {
                    try (var content = Files.newInputStream(manifest)) {
                        manifests.put(folder.getFileName().toString(), new Manifest(content));
                    }
                }
            }
        }
        return manifests;
    }

    /** The lines of a table under releng: no comments, no empty lines. */
    static List<String> table(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(home().resolve("releng").resolve(name))) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(text);
            }
        }
        return lines;
    }
}
