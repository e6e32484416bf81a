package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.hopwarden.capture.CaptureFile;
import org.hopwarden.lab.NamespaceNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code capture -i} as a process of its own: without rights, and on an interface that goes away. */
class CaptureRightsAndLossTest {

    private static final int LIMIT_SECONDS = 60;
    private static final int NOBODY = 65534;

    @TempDir
    private Path folder;

    private static List<String> cli(String... words) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        return command;
    }

    @Test
    void withoutRightsTheCommandThatHelpsIsNamed() throws Exception {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // May still read all files, for the class path may lie in root's home.
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups",
                    "--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search"));
        }
        command.addAll(cli("capture", "-i", "lo", "--filter", "udp port 53", "--count", "1"));
        Process process = new ProcessBuilder(command).directory(Path.of("/").toFile()).start();
        assumeTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "the process does not end: this user may capture");
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (errors.contains("Could not find or load") || errors.contains("libpcap0.8")) {
            abort("user " + NOBODY + " cannot read the classes, or there is no capture library: " + errors);
        }
        assertEquals(3, process.exitValue(), errors);
        assertTrue(errors.contains("no right to capture on lo"), errors);
        assertTrue(errors.contains("sudo ./hopwarden capture -i lo --filter 'udp port 53'"), errors);
        assertTrue(errors.contains("setpriv --reuid="), errors);
        assertEquals(0, process.getInputStream().readAllBytes().length, "standard output carries the result alone");
    }

    @Test
    void anInterfaceThatIsRemovedEndsTheCommandWithWhatWasCaptured() throws Exception {
        NamespaceNetwork.obstacle().ifPresent(why -> abort(why));
        Path file = folder.resolve("kept.pcap");
        try (NamespaceNetwork network = NamespaceNetwork.open()) {
            network.addNode("here");
            network.addNode("there");
            network.link("here", "cap0", "there", "cap1");
            network.ip("here", List.of("addr add 192.0.2.1/24 dev cap0", "link set cap0 up"));
            network.ip("there", List.of("addr add 192.0.2.2/24 dev cap1", "link set cap1 up"));
            Process process = network.process("here", cli("capture", "-i", "cap0", "--filter", "icmp", "--write",
                    file.toString()).toArray(String[]::new)).redirectOutput(folder.resolve("out").toFile())
                    .redirectError(folder.resolve("err").toFile()).start();
            awaitAFrame(network, process);
            network.ip("here", List.of("link del cap0"));
            assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "it does not hang");
            String errors = Files.readString(folder.resolve("err"));
            assertEquals(5, process.exitValue(), errors);
            assertTrue(errors.contains("the interface cap0 went down or was removed"), errors);
        }
        long lines = Files.readString(folder.resolve("out")).lines().count();
        try (CaptureFile kept = CaptureFile.open(file)) {
            while (kept.next()) {
                assertTrue(kept.capturedBytes() > 0);
            }
            assertTrue(kept.number() > 0);
            assertEquals(lines, kept.number(), "each frame is printed and written");
        }
    }

    private void awaitAFrame(NamespaceNetwork network, Process process) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(LIMIT_SECONDS).toNanos();
        while (Files.size(folder.resolve("out")) == 0) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                String errors = Files.readString(folder.resolve("err"));
                assumeTrue(!errors.contains("libpcap0.8"), errors);
                throw new AssertionError("no frame was captured: " + errors);
            }
            network.run("there", Duration.ofSeconds(LIMIT_SECONDS), "ping", "-c", "1", "-W", "1", "192.0.2.1");
        }
    }
}
