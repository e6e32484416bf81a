package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.capture.CaptureFile;
import org.hopwarden.capture.CaptureOptions;
import org.hopwarden.ui.StateFolder;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.capture.CaptureTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Captures on the loopback interface; passed over where the capture library or the right to capture is missing. */
@ExtendWith(UiPauses.class)
class RecordingWindowTest {

    private static final String EDITOR = "org.hopwarden.ui.capture.capture";
    private static final int FRAME_BYTES = 1000;
    private static final long COMMAND_SECONDS = 30;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
    private DatagramSocket from;
    private DatagramSocket to;

    @TempDir
    private Path folder;

    @BeforeEach
    void openSockets() throws SocketException {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
        from = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        to = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void clean() throws IOException {
        from.close();
        to.close();
        window.closeAllButTraces();
        Wait.until("the end of the captures", () -> recordings().stream().noneMatch(name -> name.endsWith(".part")));
        for (String name : recordings()) {
            Files.delete(captures().resolve(name));
        }
        Themes.setDark(false);
    }

    private static Path captures() {
        return StateFolder.folder("captures");
    }

    private static List<String> recordings() {
        try (Stream<Path> files = Files.list(captures())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.contains(".pcap")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the recordings cannot be listed", e);
        }
    }

    private static String openList() {
        try {
            Path list = captures().resolve("open.txt");
            return Files.exists(list) ? Files.readString(list) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("the list of open captures cannot be read", e);
        }
    }

    private String message() {
        return Widgets.find(window.shell(), Label.class, "Message").map(Label::getText).orElse("");
    }

    private String filter() {
        return "udp dst port " + to.getLocalPort();
    }

    private void send(int count) {
        try {
            for (int i = 0; i < count; i++) {
                from.send(new DatagramPacket(new byte[FRAME_BYTES], FRAME_BYTES, to.getLocalSocketAddress()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the frames cannot be sent", e);
        }
    }

    /** Starts a capture and waits until it has taken a frame. */
    private void capture() throws Exception {
        CaptureTabs.start(window.page(), CaptureOptions.of("lo").withFilter(filter()));
        awaitFrames(1);
    }

    private void awaitFrames(int count) {
        Wait.until(count + " frames", () -> {
            if (message().contains("libpcap") || message().contains("No right")) {
                abort(message());
            }
            // Those before the capture has begun are not taken.
            if (window.frameCount() < count) {
                send(1);
            }
            return window.frameCount() >= count && window.frames().getItem(0).getText(4).equals("udp");
        });
    }

    private static void click(Shell dialog, String button) {
        Widgets.click(Widgets.all(dialog, Button.class, each -> each.getText().replace("&", "").equals(button)).getFirst());
    }

    /** Does something with a dialog as soon as it is there. */
    private static void withDialog(String title, java.util.function.Consumer<Shell> answer) {
        Display display = Display.getCurrent();
        display.timerExec(20, () -> Arrays.stream(display.getShells()).filter(shell -> shell.isVisible()
                && shell.getText().equals(title)).findFirst().ifPresentOrElse(answer, () -> withDialog(title, answer)));
    }

    private boolean isCapturing() {
        return recordings().stream().anyMatch(name -> name.endsWith(".part"));
    }

    @Test
    void theDialogStartsACaptureAndStopEndsIt() throws Exception {
        withDialog("Start Capture", dialog -> {
            Screenshots.take("start-capture-light");
            Combo interfaces = Widgets.get(dialog, Combo.class, "Interface");
            interfaces.setText("lo");
            Widgets.get(dialog, Text.class, "Capture filter").setText(filter());
            click(dialog, "Start");
        });
        window.command("org.hopwarden.ui.capture.start");
        awaitFrames(3);
        assertTrue(isCapturing());
        assertTrue(window.page().getActiveEditor().isDirty(), "it is not saved");
        Screenshots.take("capturing-light");

        window.stopCapture();
        Wait.until("the end", () -> !isCapturing());
        int taken = window.frameCount();
        send(5);
        assertEquals(1, recordings().size());
        assertEquals(taken, framesIn(captures().resolve(recordings().getFirst())));
        Screenshots.take("captured-light");
        Themes.setDark(true);
        Wait.settle();
        withDialog("Start Capture", dialog -> {
            Screenshots.take("start-capture-dark");
            click(dialog, "Cancel");
        });
        window.command("org.hopwarden.ui.capture.start");
    }

    private static int framesIn(Path file) throws IOException {
        try (CaptureFile read = CaptureFile.open(file)) {
            while (read.next()) {
                assertTrue(read.capturedBytes() > 0);
            }
            return (int) read.number();
        }
    }

    @Test
    void closingTheTabAsksWhatShallBecomeOfTheRecording() throws Exception {
        capture();
        withDialog("Close Recording", dialog -> {
            Screenshots.take("close-recording-light");
            click(dialog, "Cancel");
        });
        assertFalse(window.page().closeEditor(window.page().getActiveEditor(), true));
        assertTrue(isCapturing(), "it goes on");

        Themes.setDark(true);
        Wait.settle();
        withDialog("Close Recording", dialog -> {
            Screenshots.take("close-recording-dark");
            click(dialog, "Discard");
        });
        assertTrue(window.page().closeEditor(window.page().getActiveEditor(), true));
        Wait.until("no recording", () -> recordings().isEmpty());
        Wait.until("a list without it", () -> !openList().contains(".pcap"));
    }

    @Test
    void aRecordingIsSavedUnderAnotherName() throws Exception {
        capture();
        Path file = folder.resolve("saved.pcap");
        Files.writeString(file, "an older file");
        CaptureTabs.saveAs(window.page(), file);
        Wait.until("the saved file's tab", () -> window.page().getActiveEditor().getTitle().equals("saved.pcap"));
        int saved = framesIn(file);
        Wait.until("all saved frames", () -> window.frameCount() == saved);
        assertEquals(List.of(), recordings(), "the state folder keeps nothing twice");
        assertFalse(window.page().getActiveEditor().isDirty());
        Wait.until("the list with the saved file", () -> openList().contains("saved.pcap"));
        Widgets.select(window.frames(), 0);
        Wait.until("the frame's bytes", () -> Widgets.get(window.shell(), org.eclipse.swt.widgets.Tree.class, "Protocols")
                .getItemCount() > 1);
    }

    @Test
    void aFullDiskLeavesTheOlderFileAndTheRecording() throws Exception {
        if (!run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder.toString())) {
            abort("a small file system cannot be mounted; root can");
        }
        try {
            Path file = folder.resolve("saved.pcap");
            Files.writeString(file, "an older file");
            capture();
            send(40);
            awaitFrames(40);
            CaptureTabs.saveAs(window.page(), file);
            String told = Wait.untilMessage();
            assertTrue(told.contains("not saved") && told.contains("The disk is full") && told.contains(recordings().getFirst()),
                    told);
            assertEquals("an older file", Files.readString(file));
            assertEquals(List.of("saved.pcap"), Stream.of(folder.toFile().list()).toList());
            assertTrue(window.page().getActiveEditor().isDirty(), "it can be saved elsewhere");
        } finally {
            run("umount", "-l", folder.toString());
        }
    }

    @Test
    void anInterfaceThatGoesAwayEndsTheCaptureWithAMessage() throws Exception {
        if (!run("ip", "link", "add", "hwcap0", "type", "veth", "peer", "name",
                "hwcap1") || !run("ip", "link", "set", "hwcap0", "up")) {
            abort("no interface can be added; root can");
        }
        try {
            CaptureTabs.start(window.page(), CaptureOptions.of("hwcap0"));
            Wait.until("the capture, or why there is none", () -> isCapturing() || !message().isEmpty());
            if (message().contains("libpcap") || message().contains("No right")) {
                abort(message());
            }
            assertTrue(run("ip", "link", "del", "hwcap0"));
            Wait.until("the message", () -> message().contains("hwcap0 went down or was removed"));
            Wait.until("the end", () -> !isCapturing());
            Screenshots.take("interface-gone-light");
        } finally {
            run("ip", "link", "del", "hwcap0");
        }
    }

    /** The state folder is made what it is when the process is killed: a recording that goes on, and the list. */
    @Test
    void openCapturesComeBackAfterTheWindowWasKilled() throws Exception {
        capture();
        send(3);
        awaitFrames(4);
        Wait.until("the list with the recording", () -> openList().contains(".pcap"));
        String part = recordings().getFirst();
        Wait.until("the frames on the disk", () -> sizeOf(captures().resolve(part)) > 4 * FRAME_BYTES);
        Path seen = folder.resolve("seen.pcap");
        Files.copy(captures().resolve(part), seen);
        CaptureTabs.open(window.page(), seen);
        Wait.until("the list with the file", () -> openList().contains("seen.pcap"));
        String list = openList();
        Path kept = Files.copy(captures().resolve(part), folder.resolve("kept"));
        window.closeAllButTraces();
        Wait.until("the end of the capture", () -> !isCapturing());
        Wait.until("an empty list", () -> !openList().contains(".pcap"));
        Files.delete(captures().resolve(recordings().getFirst()));
        Files.move(kept, captures().resolve(part), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(captures().resolve("open.txt"), list);

        CaptureTabs.restore(window.page());
        Wait.until("both tabs", () -> tabs().equals(List.of("lo", "seen.pcap")));
        assertEquals(List.of(part.replace(".part", "")), recordings(), "it has its name now");
        Wait.until("a list that says that it was cut short", () -> openList().contains("CUT_SHORT"));
        window.page().activate(references().getFirst().getEditor(true));
        Wait.until("the frames", () -> window.frameCount() >= 4);
        assertTrue(message().contains("while lo was being captured"), message());
        assertTrue(window.page().getActiveEditor().isDirty());
        Screenshots.take("capture-cut-short-light");
        window.page().activate(references().getLast().getEditor(true));
        Wait.until("the frames of the file", () -> window.frameCount() >= 4 && message().isEmpty());
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<IEditorReference> references() {
        return Arrays.stream(window.page().getEditorReferences()).filter(each -> each.getId().equals(EDITOR)).toList();
    }

    private List<String> tabs() {
        return references().stream().map(IEditorReference::getPartName).toList();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
