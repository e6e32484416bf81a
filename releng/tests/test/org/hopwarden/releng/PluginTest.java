package org.hopwarden.releng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in is dropped into the user's folder and found by the product's command line; taken out, it is gone. */
class PluginTest {

    private static final String NAME = "org.hopwarden.examples.plugin";

    @TempDir
    private Path folder;

    private static Path example() throws IOException {
        Path target = Checkout.home().resolve("examples").resolve(NAME).resolve("target");
        try (var jars = Files.newDirectoryStream(target, NAME + "-*.jar")) {
            for (Path jar : jars) {
                if (!jar.getFileName().toString().contains("sources")) {
                    return jar;
                }
            }
        }
        throw new IllegalStateException("No example plug-in in " + target + "; run ./hopwarden build first");
    }

    private Command hopwarden(String... words) throws IOException, InterruptedException {
        Path product = Checkout.product();
        List<String> path = Files.readAllLines(product.resolve("cli/classpath")).stream()
                .map(line -> product.resolve("cli").resolve(line).toString()).toList();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xlog:disable", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-cp", String.join(":", path),
                "org.hopwarden.cli.Main"));
        command.addAll(List.of(words));
        return Command.run(folder, Map.of("HOME", folder.toString(), "XDG_DATA_HOME", folder.resolve("data").toString(), "PATH",
                System.getenv("PATH")), command);
    }

    private Command trace() throws IOException, InterruptedException {
        return hopwarden("trace", "dns.provider.example", "--lab", "forum", "--method", "dns");
    }

    private String report() throws IOException, InterruptedException {
        hopwarden("rules", "report", "p.hwpolicy", "-o", "report.html").cleanOutput();
        return Files.readString(folder.resolve("report.html"));
    }

    @Test
    void aPlugInIsFoundWhereItIsDroppedAndGoneWhereItIsTakenOut() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("p.ios"), "access-list 101 permit ip any any\n");
        assertEquals(0, hopwarden("rules", "import", "p.ios", "--from", "ios", "-o", "p.hwpolicy").exitCode());
        assertEquals(2, trace().exitCode());
        assertFalse(report().contains("Rules that let everything pass"));

        Path plugins = Files.createDirectories(folder.resolve("data/hopwarden/plugins"));
        Path dropped = Files.copy(example(), plugins.resolve("example.jar"));
        String traced = trace().cleanOutput();
        assertTrue(traced.contains("Reached in 4 hops") && traced.contains("UDP reply"), traced);
        assertTrue(report().contains("Rules that let everything pass"));
        assertTrue(hopwarden("help", "trace").cleanOutput().contains("DNS query"));

        Path broken = Files.writeString(plugins.resolve("broken.jar"), "this is no jar");
        Command beside = trace();
        assertEquals(0, beside.exitCode());
        assertTrue(beside.errors().contains("broken.jar is left out"), beside.errors());
        Files.delete(broken);

        Files.delete(dropped);
        assertEquals(2, trace().exitCode());
        assertFalse(report().contains("Rules that let everything pass"));
    }

    @Test
    void noFeatureHasTheExample() throws IOException {
        try (var features = Files.newDirectoryStream(Checkout.home().resolve("features"))) {
            for (Path feature : features) {
                assertFalse(Files.readString(feature.resolve("feature.xml")).contains("examples"), feature.toString());
            }
        }
        try (var plugins = Files.newDirectoryStream(Checkout.product().resolve("plugins"), "org.hopwarden.examples*")) {
            assertFalse(plugins.iterator().hasNext(), "the example is in the product");
        }
    }
}
