package org.hopwarden.releng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a copy of the built checkout: what is fresh is run at once, with nothing but the result printed. */
class LauncherTest {

    @TempDir
    static Path scratch;

    /** A copy without the build's work folders, in a folder whose name has a space. */
    private static Path copy;

    @BeforeAll
    static void copyCheckout() throws IOException, InterruptedException {
        copy = Files.createDirectories(scratch.resolve("the checkout"));
        Path home = Checkout.home();
        Path product = home.relativize(Checkout.product());
        run(home, "set -e; tar -c --exclude=target --exclude=./.git --exclude=./.hopwarden . | tar -x -C '" + copy + "'\n"
                + "mkdir -p '" + copy.resolve(product) + "' '" + copy.resolve(".hopwarden") + "'\n"
                + "cp -Rp '" + product + "/.' '" + copy.resolve(product) + "'\n"
                + "cp -p .hopwarden/stamp .hopwarden/names .hopwarden/contents '" + copy.resolve(".hopwarden") + "'\n"
                + "chmod -R a+rX '" + scratch + "'").cleanOutput();
    }

    @Test
    void aFreshCheckoutRunsAVerbAtOnce() throws IOException, InterruptedException {
        assertTrue(run(copy, "./hopwarden version").cleanOutput().contains("0.1.0"));
    }

    @Test
    void aLinkFromAnotherFolderWorks() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(scratch.resolve("hw"), copy.resolve("hopwarden"));
        assertTrue(run(Path.of("/"), "'" + link + "' version").cleanOutput().contains("0.1.0"));
    }

    @Test
    void anotherUserRunsACheckoutThatCannotBeWritten() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: only root can become another user");
        String version = run(copy, "exec setpriv --reuid=65534 --regid=65534 --clear-groups ./hopwarden version")
                .cleanOutput();
        assertTrue(version.contains("0.1.0"), version);
    }

    @Test
    void aCacheThatDoesNotFitIsPassedOverInSilence() throws IOException, InterruptedException {
        Path cache = copy.resolve(Checkout.home().relativize(Checkout.product())).resolve("cli/cli.aot");
        byte[] kept = Files.readAllBytes(cache);
        try {
            Files.writeString(cache, "no cache", StandardOpenOption.TRUNCATE_EXISTING);
            assertTrue(run(copy, "./hopwarden version").cleanOutput().contains("0.1.0"));
        } finally {
            Files.write(cache, kept, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    @Test
    void changedDeletedAndAddedSourcesAreNoticedAndTouchedOnesAreNot() throws IOException, InterruptedException {
        Path source = copy.resolve("bundles/org.hopwarden.net/META-INF/MANIFEST.MF");
        String kept = Files.readString(source);
        assertEquals("fresh", freshness());
        run(copy, "touch '" + source + "'").cleanOutput();
        assertEquals("fresh", freshness(), "the same contents are not built again");
        Files.writeString(source, kept + "X-Changed: yes\n");
        assertEquals("stale", freshness(), "a changed file");
        Files.writeString(source, kept);
        assertEquals("fresh", freshness());
        Files.delete(source);
        assertEquals("stale", freshness(), "a deleted file");
        Files.writeString(source, kept);
        Path added = Files.writeString(copy.resolve("bundles/org.hopwarden.net/src/Added.java"), "class Added {}\n");
        assertEquals("stale", freshness(), "an added file");
        Files.delete(added);
        assertEquals("fresh", freshness());
    }

    @Test
    void wrongWordsOfTheLauncherAreRefusedWithTheUse() throws IOException, InterruptedException {
        for (String words : List.of("test --nonsense", "test --only", "test --only NoSuchTest", "--headless more",
                "package more")) {
            Command command = run(copy, "./hopwarden " + words);
            assertEquals(2, command.exitCode(), words + ": " + command);
            assertEquals("", command.output(), words);
            assertTrue(command.errors().startsWith("hopwarden: "), command.errors());
        }
    }

    @Test
    void theScriptsAreSoundForThePlainShell() throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        try (var files = Files.walk(Checkout.home().resolve("releng"))) {
            List<Path> scripts = new ArrayList<>(files.filter(file -> file.toString().endsWith(".sh")).toList());
            scripts.add(Checkout.home().resolve("hopwarden"));
            scripts.add(Checkout.home().resolve("releng/archive/hopwarden"));
            scripts.add(Checkout.home().resolve(".ci/run"));
            for (Path script : scripts) {
                Command check = run(scratch, "exec sh -n '" + script + "'");
                if (check.exitCode() != 0) {
                    faults.add(script + ": " + check.errors());
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    private static String freshness() throws IOException, InterruptedException {
        Path product = copy.resolve(Checkout.home().relativize(Checkout.product()));
        return run(copy, "root=$PWD state=$PWD/.hopwarden product='" + product + "'\n"
                + ". releng/launcher/fresh.sh\nif is_fresh; then echo fresh; else echo stale; fi").cleanOutput().strip();
    }

    private static Command run(Path folder, String script) throws IOException, InterruptedException {
        return Command.run(folder, Map.of("PATH", System.getenv("PATH"), "JAVA_HOME", System.getProperty("java.home")),
                List.of("sh", "-c", script));
    }
}
