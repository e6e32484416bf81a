package org.hopwarden.releng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command lines of the README work as they stand there, one after the other, in a folder that has the checkout's examples.
 * Left out are those that want rights or another host than the simulated ones.
 */
class ReadmeTest {

    private static final String PREFIX = "    ./hopwarden ";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    /** This host's own network, or a data base that everybody has to fetch for himself. */
    private static final Pattern ELSEWHERE = Pattern.compile("trace 192\\.0\\.2\\.1 .*|connections|interfaces|test");
    private static final int FEWEST = 12;

    @TempDir
    private Path folder;

    @Test
    void itsCommandsWorkAsTheyStand() throws IOException, InterruptedException {
        Path examples = Files.createDirectory(folder.resolve("examples"));
        for (String name : List.of("border.acl", "border.pcap")) {
            Files.copy(Checkout.home().resolve("examples").resolve(name), examples.resolve(name));
        }
        int ran = 0;
        for (String line : Files.readAllLines(Checkout.home().resolve("README.md"))) {
            String command = line.startsWith(PREFIX) ? line.substring(PREFIX.length()).replaceFirst("\\s+(#|> ).*", "").strip() : "";
            if (!command.isEmpty() && !command.startsWith("#") && !ELSEWHERE.matcher(command).matches()) {
                Command done = run(command);
                assertEquals(0, done.exitCode(), command + "\n" + done.output() + done.errors());
                ran++;
            }
        }
        assertTrue(ran >= FEWEST, "only " + ran + " commands were found");
    }

    private Command run(String line) throws IOException, InterruptedException {
        Path product = Checkout.product();
        List<String> path = Files.readAllLines(product.resolve("cli/classpath")).stream()
                .map(entry -> product.resolve("cli").resolve(entry).toString()).toList();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xlog:disable", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-cp", String.join(":", path),
                "org.hopwarden.cli.Main"));
        Matcher words = WORD.matcher(line);
        while (words.find()) {
            command.add(IntStream.rangeClosed(1, words.groupCount()).mapToObj(words::group).filter(Objects::nonNull).findFirst()
                    .orElseThrow());
        }
        return Command.run(folder, Map.of("HOME", folder.toString(), "PATH", System.getenv("PATH")), command);
    }
}
