package org.hopwarden.releng;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk is full: what cannot be written is said, what was there stays, and the program goes on. The disk is a small one in
 * memory, which only the program sees that is tested.
 */
class FullDiskTest {

    private static final String LIST = """
            access-list 101 permit icmp any any echo
            access-list 101 permit tcp any any eq www
            access-list 101 deny ip any any
            """;
    private static final String EDITED = "deny tcp any any eq telnet";
    private static final String NO_SPACE = "No space left on device";
    /** In the window. */
    private static final String FULL = "The disk is full";

    @TempDir
    private Path scratch;
    private Path disk;

    @BeforeEach
    void needADiskOfOurOwn() throws IOException, InterruptedException {
        disk = Files.createDirectories(scratch.resolve("disk"));
        Command mounted;
        try {
            mounted = run("unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", disk.toString());
        } catch (IOException e) {
            assumeTrue(false, "skipped: no unshare (Debian package util-linux)");
            return;
        }
        assumeTrue(mounted.exitCode() == 0, () -> "skipped: no right to mount a disk in memory: " + mounted.errors().strip());
    }

    private Command run(String... words) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_DATA_HOME", scratch.resolve("home").toString());
        return Command.run(scratch, environment, List.of(words));
    }

    private static String hopwarden() {
        return Checkout.home().resolve("hopwarden").toString();
    }

    private Path policy() throws IOException, InterruptedException {
        Path file = scratch.resolve("border.hwpolicy");
        assertEquals(0, run(hopwarden(), "rules", "import", Files.writeString(scratch.resolve("border.txt"), LIST).toString(), "--from",
                "ios", "-o", file.toString()).exitCode());
        return file;
    }

    /** Runs a command with a file of this name on a full disk, and asserts that it fails, says why, and leaves the file alone. */
    private void assertStays(String name, String... command) throws IOException, InterruptedException {
        String script = "mount -t tmpfs -o size=64k tmpfs " + disk + " && echo old >" + disk + "/" + name
                + " && { head -c 1m /dev/zero >" + disk + "/filler; \"$@\"; echo \"exit $?\"; cat " + disk + "/" + name + "; ls -A "
                + disk + "; }";
        Command done = run(Stream.concat(Stream.of("unshare", "-m", "sh", "-c", script, "sh"), Stream.of(command))
                .toArray(String[]::new));
        assertTrue(done.output().endsWith("exit 5\nold\nfiller\n" + name + "\n"), done.output() + done.errors());
        assertTrue(done.errors().contains(NO_SPACE), done.errors());
    }

    @Test
    void commandsSaySoAndLeaveTheOldFile() throws IOException, InterruptedException {
        String policy = policy().toString();
        assertStays("report.html", hopwarden(), "rules", "report", policy, "-o", disk.resolve("report.html").toString());
        assertStays("report.json", hopwarden(), "rules", "import", scratch.resolve("border.txt").toString(), "--from", "ios", "-o",
                disk.resolve("report.json").toString());
    }

    @Test
    void theWindowSaysSoAndGoesOn() throws IOException, InterruptedException {
        String display = System.getenv("DISPLAY");
        assumeTrue(display != null && !display.isEmpty(), "skipped: no display to open a window on");
        byte[] before = Files.readAllBytes(policy());
        Path policy = disk.resolve("border.hwpolicy");
        try (DrivenWindow window = DrivenWindow.start(disk, scratch.resolve("talk"), "unshare", "-m", "sh", "-c",
                "mount -t tmpfs -o size=96m tmpfs " + disk + " && exec \"$@\"", "sh")) {
            window.awaitText("Reached");
            Path seen = window.insideOf(policy);
            Files.write(seen, before);
            window.ask("open-policy\t" + policy);
            window.awaitText("permit tcp any any eq www");
            Path filler = window.insideOf(disk.resolve("filler"));
            fill(filler);

            window.ask("edit\t1");
            window.ask("enter\tRule text\t" + EDITED);
            window.awaitText("would be lost if the window died", FULL, "<OK>");
            window.ask("press\tOK");
            window.awaitTexts("the window without a message", texts -> !texts.contains("<OK>"));

            fill(filler);
            window.ask("command\torg.eclipse.ui.file.save");
            window.awaitText("The policy was not saved", FULL, "<OK>");
            window.ask("press\tOK");
            window.awaitTexts("the window without a message", texts -> !texts.contains("<OK>"));
            assertArrayEquals(before, Files.readAllBytes(seen), "the old policy is there");
            assertEquals("true", window.ask("dirty"));

            window.ask("command\torg.hopwarden.ui.rules.report");
            window.awaitText("Export Report", "<Finish>");
            window.ask("set\tReport file\t" + disk.resolve("border.html"));
            window.ask("press\tFinish");
            window.awaitText("cannot be written to", FULL);
            assertTrue(Files.notExists(window.insideOf(disk.resolve("border.html"))), "no part of a report");
            window.ask("press\tCancel");
            window.awaitTexts("the window without the wizard", texts -> !texts.contains("<Finish>"));

            fill(filler);
            window.ask("command\torg.hopwarden.ui.probe.new");
            window.awaitText("Trace a path");
            window.ask("set\tNetwork\tLab: Edge", "set\tMethod\tTCP SYN", "set\tTarget\twww.edge.example", "click\tStart");
            window.awaitText("was not saved; it will be gone after a restart", FULL, "<OK>");
            window.ask("press\tOK");
            window.awaitTexts("its result all the same", texts -> texts.contains("203.0.113.180") && !texts.contains("<OK>"));

            fill(filler);
            window.awaitTexts("no word of the disk", each -> !each.contains(FULL));
            window.ask("capture\tlo");
            // Where nothing can be captured at all, that is said instead.
            window.awaitTexts("why nothing is recorded", each -> each.contains(FULL) || each.contains("No right")
                    || each.contains("libpcap"));

            Files.delete(filler);
            window.ask("front\tborder.hwpolicy");
            window.awaitText(EDITED);
            window.ask("command\torg.eclipse.ui.file.save");
            window.await("the saved policy", () -> !Arrays.equals(before, Files.readAllBytes(seen))
                    && window.ask("dirty").equals("false"));
            window.ask("close");
            window.assertEndsByItself();
        }
    }

    /** Takes what is left of the disk, to the last byte. */
    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertTrue(String.valueOf(e.getMessage()).contains(NO_SPACE), e.toString());
        }
    }
}
