package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An enforcement that ends, and cannot take away what it set up: commands of the system fail from some time on. */
class NamespaceEndingTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    @TempDir
    private static Path folder;

    private static NamespaceNetwork network;

    @BeforeAll
    static void build() throws IOException {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        network = NamespaceNetwork.open();
        network.addNode("peer");
        network.addNode("host");
        network.link("peer", "eth0", "host", "eth0");
        network.link("peer", "eth1", "host", "eth1");
        Path rules = Files.writeString(folder.resolve("all.rules"), "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\nCOMMIT\n");
        EnforceRuns.finish(EnforceRuns.hopwarden(new ProcessBuilder(), "rules", "import", "--from", "iptables", rules.toString(), "-o",
                folder.resolve("all.hwpolicy").toString()).start()).orThrow();
    }

    @AfterAll
    static void takeBack() {
        if (network != null) {
            network.close();
        }
    }

    /** @param program the lines of a shell in front of the command itself, once it is to fail */
    private static void fake(String command, String program) throws IOException {
        Result path = network.run("host", TIMEOUT, "sh", "-c", "command -v " + command);
        assumeTrue(path.exitCode() == 0, () -> "skipped: no " + command + " here");
        Path script = Files.writeString(folder.resolve(command), "#!/bin/sh\nif [ -e " + folder.resolve("fail") + " ]; then\n" + program + "\nfi\nexec "
                + path.stdout().strip() + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Result endWhereCommandsFail(String... options) throws IOException {
        Files.deleteIfExists(folder.resolve("fail"));
        List<String> words = new ArrayList<>(List.of("enforce", folder.resolve("all.hwpolicy").toString()));
        words.addAll(Arrays.asList(options));
        ProcessBuilder builder = EnforceRuns.hopwarden(network.process("host"), words.toArray(String[]::new));
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        Process enforcing = builder.start();
        try {
            BufferedReader said = enforcing.errorReader(StandardCharsets.UTF_8);
            StringBuilder before = new StringBuilder();
            String line = said.readLine();
            while (line != null && !line.equals("enforcing")) {
                before.append(line).append('\n');
                line = said.readLine();
            }
            assumeTrue(line != null || !before.toString().contains("no rule can be set up"), () -> "skipped: " + before);
            assertTrue(line != null, before::toString);
            Files.createFile(folder.resolve("fail"));
            enforcing.toHandle().destroy();
            String rest = said.readAllAsString();
            return new Result(await(enforcing), "", rest);
        } finally {
            enforcing.destroyForcibly();
        }
    }

    private static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Test
    void aSubstituteThatStandsIsTold() throws IOException {
        fake("ip", """
                case "$*" in
                *"link show dev"*) echo '7: eth0: <UP> mtu 1500 master hopwarden-7 state UP'; exit 0;;
                "-batch -") echo 'as the test wants it' >&2; exit 1;;
                esac""");
        Result ended = endWhereCommandsFail("--bridge", "eth0,eth1", "--fail", "open");
        assertEquals(5, ended.exitCode(), ended::toString);
        assertTrue(ended.stderr().contains("cannot be taken away: as the test wants it") && ended.stderr().contains("ip -d link show type bridge"),
                ended::toString);
    }

    @Test
    void rulesThatStandAreTold() throws IOException {
        fake("nft", "echo 'as the test wants it' >&2; exit 1");
        fake("iptables-restore", "echo 'as the test wants it' >&2; exit 1");
        Result ended = endWhereCommandsFail("--nfqueue", "--hook", "in");
        assertEquals(5, ended.exitCode(), ended::toString);
        assertTrue(ended.stderr().contains("the kernel's rules of this enforcement still stand: ") && ended.stderr().contains("as the test wants it")
                && ended.stderr().contains("sudo "), ended::toString);
    }
}
