package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.capture.CaptureWriter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.capture.CaptureTabs;
import org.hopwarden.ui.rules.PolicyTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An analyst opens a capture and looks into a frame. */
@ExtendWith(UiPauses.class)
class CaptureWindowTest {

    private static final int FRAMES = 20_000;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void prepare() throws Exception {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
        file = folder.resolve("some.pcap");
        UiPauses.aside(this::write);
    }

    private void write() throws IOException {
        try (CaptureWriter writer = CaptureWriter.create(file, LinkType.RAW)) {
            for (int i = 0; i < FRAMES; i++) {
                IpHeader ip = IpHeader.of(IpAddress.parse("192.0.2." + i % 250), IpAddress.parse("198.51.100.2"), 64);
                MemorySegment packet = i % 3 == 0 ? PacketBuilder.udp(ip, 4000, 53, new byte[20])
                        : PacketBuilder.tcp(ip, 40000, 443, i, 0, TcpFlags.SYN, 1024);
                writer.write(1_700_000_000_000_000_000L + i * 1_000_000L, LinkType.RAW, packet, 0, (int) packet.byteSize(),
                        packet.byteSize());
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        for (IEditorPart editor : window.page().getEditors()) {
            if (!editor.getEditorSite().getId().equals("org.hopwarden.ui.probe.trace")) {
                window.page().closeEditor(editor, false);
            }
        }
        Wait.settle();
        Themes.setDark(false);
    }

    private Path policy() throws Exception {
        Path policy = folder.resolve("border.hwpolicy");
        PolicyTabs.importList(window.page(), "ios", Files.writeString(folder.resolve("border.txt"),
                "access-list 2001 permit tcp any any eq 443\naccess-list 2001 deny udp any any\n"), policy);
        Wait.until("the policy", () -> Widgets.find(window.shell(), Table.class, "Rules").isPresent());
        return policy;
    }

    private Table frames() {
        return Widgets.get(window.shell(), Table.class, "Frames");
    }

    @Test
    void aFrameIsTakenApartAndItsBytesAreMarked() throws Exception {
        CaptureTabs.open(window.page(), file);
        Wait.until("all frames", () -> frames().getItemCount() == FRAMES);
        assertEquals("192.0.2.1", frames().getItem(1).getText(2));
        assertEquals("40000 → 443 [SYN] seq 1, 0 bytes", frames().getItem(1).getText(6));
        Widgets.select(frames(), 1);
        Tree tree = Widgets.get(window.shell(), Tree.class, "Protocols");
        Wait.until("the protocol tree", () -> tree.getItemCount() == 3);
        TreeItem tcp = tree.getItem(2);
        assertTrue(tcp.getText().startsWith("TCP: 40000"), tcp.getText());
        tree.setSelection(tcp.getItem(0));
        tree.notifyListeners(SWT.Selection, new Event());
        StyledText bytes = Widgets.get(window.shell(), StyledText.class, "Bytes");
        assertEquals("9c 40", bytes.getText(bytes.getStyleRanges()[0].start,
                bytes.getStyleRanges()[0].start + bytes.getStyleRanges()[0].length - 1));
        Path policy = policy();
        CaptureTabs.open(window.page(), file);
        CaptureTabs.judge(window.page(), policy);
        Wait.until("the verdicts", () -> frames().getItem(1).getText(7).startsWith("allow"));
        assertTrue(frames().getItem(0).getText(7).startsWith("deny"), frames().getItem(0).getText(7));
        Screenshots.take("capture-light");
        Themes.setDark(true);
        Wait.settle();
        Screenshots.take("capture-dark");
    }

    @Test
    void aDamagedFileShowsWhatIsBeforeTheDamage() throws Exception {
        byte[] content = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(content, content.length - 3));
        CaptureTabs.open(window.page(), file);
        Wait.until("the good frames", () -> frames().getItemCount() == FRAMES - 1);
        Wait.until("the message", () -> Widgets.find(window.shell(), Label.class, "Message").isPresent());
        String message = Widgets.get(window.shell(), Label.class, "Message").getText();
        assertTrue(message.contains("cut short") && message.contains((FRAMES - 1) + " frames"), message);
    }
}
