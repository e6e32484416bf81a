package org.hopwarden.releng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The window of the product, started by the launcher and worked by a plug-in that the test drops in (see {@code driver}). */
final class DrivenWindow implements AutoCloseable {

    private static final long LIMIT_SECONDS = 120;
    private static final String DRIVER = "org.hopwarden.test.driver";

    private final Path home;
    private final Path talk;
    private final Process process;
    private int questions;

    private DrivenWindow(Path home, Path talk, Process process) {
        this.home = home;
        this.talk = talk;
        this.process = process;
    }

    /**
     * Starts the window.
     *
     * @param home where it keeps its state
     * @param talk a folder for questions and answers, which is emptied
     * @param wrapper words in front of the command, none as a rule
     */
    static DrivenWindow start(Path home, Path talk, String... wrapper) throws IOException {
        Files.createDirectories(talk);
        try (Stream<Path> old = Files.list(talk)) {
            for (Path each : old.toList()) {
                Files.delete(each);
            }
        }
        Path plugins = talk.resolveSibling("driver");
        if (Files.notExists(plugins)) {
            makeDriver(plugins);
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_DATA_HOME", home.toString());
        environment.put("NO_AT_BRIDGE", "1");
        environment.put("HOPWARDEN_PLUGINS", plugins.toString());
        environment.put("HOPWARDEN_TEST_DRIVER", talk.toString());
        List<String> command = new ArrayList<>(List.of(wrapper));
        command.add(Checkout.home().resolve("hopwarden").toString());
        return new DrivenWindow(home, talk, Command.start(talk, environment, command, talk.resolveSibling("window.out"),
                talk.resolveSibling("window.err")));
    }

    private static void makeDriver(Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path source = Checkout.home().resolve("releng/tests/driver/Driver.java");
        String path;
        try (Stream<Path> jars = Files.list(Checkout.product().resolve("plugins"))) {
            path = jars.map(Path::toString).collect(Collectors.joining(":"));
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-nowarn", "-d",
                classes.toString(), "-cp", path, source.toString()), "the driver compiles");
        Manifest manifest = new Manifest();
        Attributes lines = manifest.getMainAttributes();
        lines.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        lines.putValue("Bundle-ManifestVersion", "2");
        lines.putValue("Bundle-SymbolicName", DRIVER);
        lines.putValue("Bundle-Version", "1.0.0");
        lines.putValue("Bundle-Activator", "Driver");
        lines.putValue("Import-Package", "org.osgi.framework");
        lines.putValue("Require-Bundle", "org.eclipse.ui,org.eclipse.core.runtime,org.hopwarden.capture,org.hopwarden.ui.rules,"
                + "org.hopwarden.rulemodel,org.eclipse.nebula.widgets.nattable.core,"
                + "org.hopwarden.ui.capture");
        try (OutputStream file = Files.newOutputStream(folder.resolve("driver.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest); Stream<Path> made = Files.list(classes)) {
            for (Path each : made.toList()) {
                jar.putNextEntry(new JarEntry(each.getFileName().toString()));
                Files.copy(each, jar);
            }
        }
    }

    /** Has lines done in one turn of the window's thread; the words of a line have tabs between them. */
    String ask(String... lines) {
        try {
            int number = ++questions;
            Path next = Files.writeString(talk.resolve("question"), String.join("\n", lines) + "\n");
            Files.move(next, talk.resolve("question-" + number), StandardCopyOption.ATOMIC_MOVE);
            Path answer = talk.resolve("answer-" + number);
            await("an answer to " + List.of(lines), () -> Files.exists(answer));
            String text = Files.readString(answer);
            assertTrue(!text.startsWith("FAILED"), text);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until something can be read in the window. */
    String awaitText(String... parts) {
        return awaitTexts(List.of(parts) + " in the window", texts -> Stream.of(parts).allMatch(texts::contains));
    }

    String awaitTexts(String what, Predicate<String> wanted) {
        String[] texts = { "" };
        try {
            await(what, () -> wanted.test(texts[0] = ask("texts")));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\nlast seen:\n" + texts[0], e);
        }
        return texts[0];
    }

    /** A condition that holds some time. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /** Waits for something while the window runs. */
    void await(String what, Condition condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        try {
            while (!condition.holds()) {
                if (!process.isAlive() || System.nanoTime() > limit) {
                    throw new AssertionError((process.isAlive() ? "waited in vain for " : "the window ended before ") + what + "\n"
                            + Files.readString(talk.resolveSibling("window.err")) + log());
                }
                Thread.sleep(20);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Where the window keeps its state. */
    Path state() {
        return home.resolve("hopwarden/workspace");
    }

    private String log() throws IOException {
        Path log = state().resolve(".metadata/.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** A file as the window's process sees it, which may have disks of its own. */
    Path insideOf(Path file) {
        return Path.of("/proc/" + process.pid() + "/root" + file);
    }

    /** Asserts that the process ends by itself, in good order, and that no error was logged. */
    void assertEnds() throws IOException, InterruptedException {
        assertEndsByItself();
        assertNoErrors();
    }

    void assertEndsByItself() throws IOException, InterruptedException {
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertTrue(ended, () -> "it does not end:\n" + stacks());
        assertEquals(0, process.exitValue(), Files.readString(talk.resolveSibling("window.err")));
    }

    private void assertNoErrors() throws IOException {
        List<String> errors = log().lines().filter(line -> line.matches("!ENTRY \\S+ 4 .*")).toList();
        assertTrue(errors.isEmpty(), log());
    }

    private String stacks() {
        try {
            return Command.run(talk, Map.of("PATH", System.getenv("PATH")), List.of(Path.of(System.getProperty("java.home"),
                    "bin/jstack").toString(), Long.toString(process.pid()))).output();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** As a kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
