package org.hopwarden.releng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive starts with the Java it brings, from any folder, where the machine has none on its path. */
class ArchiveTest {

    private static final int WINDOW_SECONDS = 90;

    @TempDir
    static Path scratch;

    private static Path tools;
    private static Path unpacked;

    @BeforeAll
    static void makeAndUnpack() throws IOException, InterruptedException {
        Path home = Checkout.home();
        Map<String, String> environment = Map.of("PATH", System.getenv("PATH"));
        String archive = Command.run(home, environment, List.of("sh", home.resolve("releng/package.sh").toString(),
                System.getProperty("java.home"), Checkout.product().toString(), scratch.toString()))
                .cleanOutput().strip();
        Path place = Files.createDirectories(scratch.resolve("a folder with spaces"));
        Command.run(place, environment, List.of("tar", "-xzf", archive)).cleanOutput();
        Files.delete(Path.of(archive));
        try (var folders = Files.list(place)) {
            unpacked = folders.findFirst().orElseThrow();
        }
        tools = Files.createDirectories(scratch.resolve("tools"));
        for (String tool : List.of("sh", "readlink", "dirname", "mkdir", "mktemp", "cksum", "rm")) {
            Files.createSymbolicLink(tools.resolve(tool), find(tool));
        }
    }

    @Test
    void versionRunsWithoutJavaOnThePath() throws IOException, InterruptedException {
        Command noJava = Command.run(scratch, Map.of("PATH", tools.toString()),
                List.of("/bin/sh", "-c", "command -v java"));
        assertNotEquals(0, noJava.exitCode(), "the test's path has a java: " + noJava.output());
        String version = Command.run(scratch, Map.of("PATH", tools.toString()),
                List.of(unpacked.resolve("hopwarden").toString(), "version")).cleanOutput();
        assertTrue(version.contains("0.1.0"), version);
    }

    @Test
    void itStartsThroughALinkFromAnotherFolder() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(scratch.resolve("link"), unpacked.resolve("hopwarden"));
        String version = Command.run(Path.of("/"), Map.of("PATH", tools.toString()), List.of(link.toString(), "version"))
                .cleanOutput();
        assertTrue(version.contains("0.1.0"), version);
    }

    @Test
    void itCarriesItsLicences() {
        assertTrue(Files.isRegularFile(unpacked.resolve("LICENSE")));
        assertTrue(Files.isRegularFile(unpacked.resolve("NOTICE")));
        assertTrue(Files.isDirectory(unpacked.resolve("jre/legal")));
    }

    @Test
    void theWindowOpens() throws IOException, InterruptedException {
        String display = System.getenv("DISPLAY");
        assumeTrue(display != null && !display.isEmpty(), "skipped: no display to open a window on");
        Path user = Files.createDirectories(scratch.resolve("user"));
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", tools.toString());
        environment.put("DISPLAY", display);
        environment.put("HOME", user.toString());
        environment.put("NO_AT_BRIDGE", "1");
        Path output = scratch.resolve("window.out");
        Path errors = scratch.resolve("window.err");
        Process window = Command.start(user, environment, List.of(unpacked.resolve("hopwarden").toString()), output,
                errors);
        try {
            awaitWindow(window, display, errors);
        } finally {
            window.destroy();
            if (!window.waitFor(20, TimeUnit.SECONDS)) {
                window.destroyForcibly().waitFor();
            }
        }
        // 143 is what SIGTERM gives: the signal reached the program and not a shell around it.
        assertEquals(143, window.exitValue(), Files.readString(errors));
        assertEquals("", Files.readString(output));
        Path log = user.resolve(".local/share/hopwarden/workspace/.metadata/.log");
        String entries = Files.exists(log) ? Files.readString(log) : "";
        assertTrue(!entries.contains("!STACK"), entries);
    }

    private static void awaitWindow(Process window, String display, Path errors)
            throws IOException, InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(WINDOW_SECONDS);
        Map<String, String> environment = Map.of("PATH", System.getenv("PATH"), "DISPLAY", display);
        while (true) {
            Command search = Command.run(scratch, environment,
                    List.of("xdotool", "search", "--onlyvisible", "--pid", Long.toString(window.pid()), "--name",
                            "Hopwarden"));
            if (search.exitCode() == 0) {
                return;
            }
            if (!window.isAlive() || System.nanoTime() > limit) {
                throw new AssertionError("No window came up:\n" + Files.readString(errors));
            }
            Thread.sleep(200);
        }
    }

    private static Path find(String tool) {
        for (String folder : System.getenv("PATH").split(":")) {
            Path path = Path.of(folder, tool);
            if (Files.isExecutable(path)) {
                return path;
            }
        }
        throw new IllegalStateException("No " + tool + " on the path");
    }
}
