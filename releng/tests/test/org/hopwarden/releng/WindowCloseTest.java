package org.hopwarden.releng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's window is closed, or killed, in the midst of each job: it ends by itself, and nothing is lost in silence. */
class WindowCloseTest {

    private static final String LIST = """
            access-list 101 permit icmp any any echo
            access-list 101 permit tcp any any eq www
            access-list 101 deny ip any any
            """;
    private static final String EDITED = "deny tcp any any eq telnet";
    private static final int FRAMES = 1_000_000;

    @TempDir
    private Path scratch;

    @BeforeEach
    void needADisplay() {
        String display = System.getenv("DISPLAY");
        assumeTrue(display != null && !display.isEmpty(), "skipped: no display to open a window on");
    }

    private DrivenWindow start() throws IOException {
        return DrivenWindow.start(scratch, scratch.resolve("talk"));
    }

    private Path policy() throws IOException, InterruptedException {
        Path list = Files.writeString(scratch.resolve("border.txt"), LIST);
        Path file = scratch.resolve("border.hwpolicy");
        Command imported = Command.run(scratch, Map.of("HOME", scratch.toString(), "PATH", System.getenv("PATH"), "JAVA_HOME",
                System.getProperty("java.home")), List.of(Checkout.home().resolve("hopwarden").toString(), "rules", "import",
                        list.toString(), "--from", "ios", "-o", file.toString()));
        assertEquals(0, imported.exitCode(), imported.errors());
        return file;
    }

    private static void openPolicy(DrivenWindow window, Path policy) {
        window.ask("open-policy\t" + policy);
        window.awaitText("permit tcp any any eq www");
    }

    private static void edit(DrivenWindow window) {
        window.ask("edit\t1");
        window.ask("enter\tRule text\t" + EDITED);
        window.awaitText(EDITED);
        assertEquals("true", window.ask("dirty"));
    }

    private static String content(Path folder, String suffix) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(suffix)).sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void whileATraceRuns() throws IOException, InterruptedException {
        try (DrivenWindow window = start()) {
            window.awaitText("Reached");
            window.ask("command\torg.hopwarden.ui.probe.new");
            window.awaitText("Trace a path");
            window.ask("set\tNetwork\tLab: Edge", "set\tMethod\tTCP SYN", "set\tTarget\twww.edge.example");
            // In one turn of the window's thread: it cannot have ended by then.
            assertEquals("true", window.ask("click\tStart", "close", "enabled\tStop"));
            window.assertEnds();
        }
        String kept = content(scratch.resolve("hopwarden/workspace/traces"), ".json");
        assertTrue(kept.contains("www.edge.example"), kept);
        assertFalse(Pattern.compile("\"status\"\\s*:\\s*\"running\"").matcher(kept).find(), kept);
        try (DrivenWindow window = start()) {
            window.await("the tab", () -> window.ask("tabs").contains("www.edge.example"));
            window.ask("close");
            window.assertEnds();
        }
    }

    @Test
    void whileAWatchRuns() throws IOException, InterruptedException {
        try (DrivenWindow window = start()) {
            window.awaitText("Reached");
            window.ask("command\torg.hopwarden.ui.probe.new");
            window.awaitText("Trace a path");
            window.ask("set\tNetwork\tLab: Edge", "set\tMethod\tTCP SYN", "set\tTarget\twww.edge.example", "click\tWatch");
            window.awaitText("Watching", "203.0.113.180");
            window.ask("close");
            window.assertEnds();
        }
        try (DrivenWindow window = start()) {
            window.await("the tab", () -> window.ask("tabs").contains("www.edge.example"));
            window.ask("close");
            window.assertEnds();
        }
    }

    @Test
    void whileAPolicyIsEnforcedInTheLab() throws IOException, InterruptedException {
        Path policy = policy();
        try (DrivenWindow window = start()) {
            openPolicy(window, policy);
            window.ask("command\torg.hopwarden.ui.rules.enforce");
            window.awaitText("<Start>", "Nothing is enforced.");
            window.await("the routers of the lab", () -> !window.ask("enabled\tEnforce Router").isEmpty());
            window.ask("click\tStart enforcement");
            window.awaitTexts("packets", texts -> allowed(texts) > 5);
            window.ask("close");
            window.awaitText("<Cancel>", "border.hwpolicy is being enforced at");
            window.ask("press\tCancel");
            long before = allowed(window.awaitTexts("the window without the question", texts -> !texts.contains("<Cancel>")));
            window.awaitTexts("packets: cancelled, it goes on", texts -> allowed(texts) > before);
            window.ask("close");
            window.awaitText("<Cancel>", "border.hwpolicy is being enforced at");
            window.ask("press\tOK");
            window.assertEnds();
        }
        try (DrivenWindow window = start()) {
            window.await("the tab", () -> window.ask("tabs").contains("border.hwpolicy"));
            window.ask("close");
            window.assertEnds();
        }
    }

    private static long allowed(String texts) {
        Matcher matcher = Pattern.compile("seen \\d+ = allowed (\\d+)").matcher(texts);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    @Test
    void whileAnInterfaceIsCaptured() throws IOException, InterruptedException {
        try (DrivenWindow window = start()) {
            window.awaitText("Reached");
            window.ask("capture\tlo");
            Process[] traffic = new Process[1];
            try {
                traffic[0] = new ProcessBuilder("ping", "-i", "0.05", "127.0.0.1").redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            } catch (IOException e) {
                assumeTrue(false, "skipped: no ping: " + e.getMessage());
            }
            try {
                String texts = window.awaitTexts("frames, or why there are none", each -> each.contains("127.0.0.1")
                        && each.contains("icmp") || each.contains("No right") || each.contains("libpcap"));
                assumeTrue(!texts.contains("No right") && !texts.contains("libpcap"), "skipped: no right to capture here");
                window.ask("close");
                window.assertEnds();
            } finally {
                traffic[0].destroy();
                traffic[0].waitFor();
            }
        }
        Path captures = scratch.resolve("hopwarden/workspace/captures");
        try (Stream<Path> files = Files.list(captures)) {
            List<Path> kept = files.filter(each -> each.toString().contains(".pcap")).toList();
            assertEquals(1, kept.size(), kept.toString());
            assertTrue(kept.getFirst().toString().endsWith(".pcap"), "it has its name: " + kept);
            assertTrue(Files.size(kept.getFirst()) > 24 + 16, "with frames in it");
        }
        try (DrivenWindow window = start()) {
            window.await("the recording", () -> window.ask("tabs").contains("lo"));
            window.ask("front\tlo");
            window.awaitText("127.0.0.1", "icmp");
            window.ask("close");
            window.assertEnds();
        }
    }

    @Test
    void whileALargeCaptureIsRead() throws IOException, InterruptedException {
        Path capture = scratch.resolve("large.pcap");
        writeCapture(capture);
        try (DrivenWindow window = start()) {
            window.awaitText("Reached");
            // In one turn of the window's thread: it cannot have been read by then.
            window.ask("open-capture\t" + capture, "close");
            window.assertEnds();
        }
        try (DrivenWindow window = start()) {
            window.await("the capture", () -> window.ask("tabs").contains("large.pcap"));
            window.ask("front\tlarge.pcap");
            window.awaitText("1,000,000 frames");
            window.ask("close");
            window.assertEnds();
        }
    }

    /** Frames of raw IP without a payload. */
    private static void writeCapture(Path file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putInt(0xa1b23c4d).putShort((short) 2)
                .putShort((short) 4).putInt(0).putInt(0).putInt(262144).putInt(101);
        ByteBuffer frame = ByteBuffer.allocate(16 + 20).order(ByteOrder.LITTLE_ENDIAN).putInt(1_700_000_000).putInt(0).putInt(20)
                .putInt(20).put((byte) 0x45);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(head.array());
            for (int i = 0; i < FRAMES; i++) {
                out.write(frame.array());
            }
        }
    }

    @Test
    void unsavedEditsAreAskedAbout() throws IOException, InterruptedException {
        Path policy = policy();
        String before = Files.readString(policy);
        try (DrivenWindow window = start()) {
            openPolicy(window, policy);
            edit(window);
            window.ask("close");
            window.awaitText("<Cancel>", "border.hwpolicy");
            window.ask("press\tCancel");
            window.awaitTexts("the window without the question", texts -> !texts.contains("<Cancel>"));
            assertEquals("true", window.ask("dirty"), "cancelled, the edits stay");
            assertEquals(before, Files.readString(policy));
            window.ask("close");
            window.awaitText("<Cancel>");
            window.ask("press\tSave");
            window.assertEnds();
        }
        assertTrue(!before.equals(Files.readString(policy)), "saved, the file has the edit");
        try (DrivenWindow window = start()) {
            window.await("the tab", () -> window.ask("tabs").contains("border.hwpolicy"));
            window.ask("front\tborder.hwpolicy");
            window.awaitText(EDITED);
            assertEquals("false", window.ask("dirty"));
            window.ask("close");
            window.assertEnds();
        }
    }

    @Test
    void unsavedEditsComeBackAfterAKill() throws IOException, InterruptedException {
        Path policy = policy();
        String before = Files.readString(policy);
        try (DrivenWindow window = start()) {
            openPolicy(window, policy);
            edit(window);
            Path drafts = window.state().resolve("policies/drafts");
            window.await("the draft", () -> Files.isDirectory(drafts) && !content(drafts, ".draft").isEmpty());
            window.kill();
        }
        assertEquals(before, Files.readString(policy), "the file is as it was");
        try (DrivenWindow window = start()) {
            window.await("the tab", () -> window.ask("tabs").contains("border.hwpolicy"));
            window.await("unsaved edits", () -> window.ask("dirty").equals("true"));
            window.ask("front\tborder.hwpolicy");
            window.awaitText(EDITED, "changes that were not saved when the window ended", "<Keep Them>");
            assertEquals(before, Files.readString(policy));
            window.ask("press\tKeep Them");
            window.ask("command\torg.eclipse.ui.file.save");
            window.await("the saved file", () -> !before.equals(Files.readString(policy)));
            window.await("a clean tab", () -> window.ask("dirty").equals("false"));
            window.ask("close");
            window.assertEnds();
        }
    }
}
