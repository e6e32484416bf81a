package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.capture.CaptureWriter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.capture.CaptureTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A capture of a million frames, or a share of them; how long the window pauses meanwhile is measured by {@link UiPauses}. */
@ExtendWith(UiPauses.class)
class ManyFramesWindowTest {

    private static final int FRAMES = Boolean.getBoolean("hopwarden.full") ? 1_000_000 : 60_000;
    private static final int MOST_ROWS = 200;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
    private final long seed = System.nanoTime();

    @TempDir
    private Path folder;
    private Path file;
    private int toPort53;

    @BeforeEach
    void prepare() throws Exception {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
        file = folder.resolve("many.pcap");
        UiPauses.aside(this::write);
        Wait.settle();
    }

    private void write() throws IOException {
        Random random = new Random(seed);
        try (CaptureWriter writer = CaptureWriter.create(file, LinkType.RAW)) {
            for (int i = 0; i < FRAMES; i++) {
                boolean name = random.nextInt(1000) == 0;
                toPort53 += name ? 1 : 0;
                IpHeader ip = IpHeader.of(IpAddress.parse("192.0.2." + random.nextInt(250)),
                        IpAddress.parse("198.51.100.2"), 64);
                MemorySegment packet = name ? PacketBuilder.udp(ip, 4000, 53, new byte[random.nextInt(200)])
                        : PacketBuilder.tcp(ip, 40000, 443, i, 0, TcpFlags.ACK, 1024);
                writer.write(1_700_000_000_000_000_000L + i * 1_000L, LinkType.RAW, packet, 0, (int) packet.byteSize(),
                        packet.byteSize());
            }
        }
    }

    @AfterEach
    void close() {
        window.closeAllButTraces();
    }

    @Test
    void isOpenedScrolledFilteredAndClosed() throws Exception {
        UiPauses.step("opening");
        CaptureTabs.open(window.page(), file);
        Wait.until("all frames; seed " + seed, () -> window.frameCount() == FRAMES);
        Table table = window.frames();
        assertTrue(table.getItemCount() < MOST_ROWS, "only rows in sight are made");

        UiPauses.step("scrolling to the end");
        Slider position = Widgets.get(window.shell(), Slider.class, "Frames position");
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            position.setSelection(random.nextInt(FRAMES));
            position.notifyListeners(SWT.Selection, new Event());
            Wait.settle();
        }
        Event end = new Event();
        end.keyCode = SWT.END;
        table.notifyListeners(SWT.KeyDown, end);
        Wait.until("the last frame", () -> window.frameCell(table.getItemCount() - 1, 0).equals("" + FRAMES));
        assertEquals(table.getItemCount() - 1, table.getSelectionIndex());
        Wait.settle();
        Screenshots.take("many-frames-light");

        UiPauses.step("filtering");
        window.filter("udp port 53");
        Wait.until("the frames that pass; seed " + seed, () -> window.frameCount() == toPort53
                || Widgets.find(window.shell(), org.eclipse.swt.widgets.Label.class, "Message").isPresent());
        UiPauses.step("filtering no longer");
        window.filter("");
        Wait.until("all frames", () -> window.frameCount() == FRAMES);

        UiPauses.step("closing");
        window.page().closeEditor(window.page().getActiveEditor(), false);
        Wait.settle();
    }

    @Test
    void isClosedWhileItIsRead() throws Exception {
        UiPauses.step("opening");
        CaptureTabs.open(window.page(), file);
        Wait.until("some frames", () -> window.frameCount() > 1);
        UiPauses.step("closing");
        window.page().closeEditor(window.page().getActiveEditor(), false);
        Wait.until("the end of the reading", () -> !isBusy());
        assertEquals(0, window.frameCount());
    }

    @Test
    void isClosedWhileItIsFiltered() throws Exception {
        CaptureTabs.open(window.page(), file);
        Wait.until("all frames", () -> window.frameCount() == FRAMES);
        window.filter(String.format(Locale.ROOT, "tcp[4:4] = %d", FRAMES / 2));
        Wait.settle();
        UiPauses.step("closing");
        window.page().closeEditor(window.page().getActiveEditor(), false);
        Wait.until("the end of the filtering", () -> !isBusy());
    }

    private static boolean isBusy() {
        for (Job job : Job.getJobManager().find(null)) {
            if (job.getName().startsWith("Filtering frames") || job.getName().startsWith("Reading many")) {
                return true;
            }
        }
        return false;
    }
}
