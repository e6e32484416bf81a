package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.capture.CaptureWriter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
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
        window.closeAllButTraces();
        Wait.settle();
        Themes.setDark(false);
    }

    private Path policy() throws Exception {
        Path policy = folder.resolve("border.hwpolicy");
        PolicyTabs.importList(window.page(), "ios", Files.writeString(folder.resolve("border.txt"),
                "access-list 2001 permit tcp any any eq 443\naccess-list 2001 deny udp any any\n"), policy);
        Wait.until("the policy", () -> RuleGrid.find(window.shell()).isPresent());
        return policy;
    }

    private Table frames() {
        return window.frames();
    }

    @Test
    void aFrameIsTakenApartAndItsBytesAreMarked() throws Exception {
        CaptureTabs.open(window.page(), file);
        Wait.until("all frames", () -> window.frameCount() == FRAMES && frames().getItemCount() > 1);
        assertEquals("192.0.2.1", window.frameCell(1, 2));
        assertEquals("40000 → 443 [SYN] seq 1, 0 bytes", window.frameCell(1, 6));
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
        Wait.until("the verdicts", () -> verdict(1).startsWith("allow"));
        assertTrue(window.frameCell(0, 7).startsWith("deny"), window.frameCell(0, 7));
        Wait.settle();
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
        Wait.until("the good frames", () -> window.frameCount() == FRAMES - 1);
        Wait.until("the message", () -> Widgets.find(window.shell(), Label.class, "Message").isPresent());
        String message = Widgets.get(window.shell(), Label.class, "Message").getText();
        assertTrue(message.contains("cut short") && message.contains("19,999 frames"), message);
    }

    @Test
    void keysAndTheWheelGoThroughAllFrames() throws Exception {
        CaptureTabs.open(window.page(), file);
        Wait.until("all frames", () -> window.frameCount() == FRAMES && frames().getItemCount() > 1);

        press(SWT.END);
        Wait.until("the last frame", () -> chosen().equals(Integer.toString(FRAMES)));
        int rows = frames().getItemCount();
        assertEquals(rows - 1, frames().getSelectionIndex());
        press(SWT.PAGE_UP);
        press(SWT.ARROW_UP);
        String above = Integer.toString(FRAMES - rows - 1);
        Wait.until("the frame above", () -> chosen().equals(above));
        press(SWT.HOME);
        Wait.until("the first frame", () -> frames().getSelectionIndex() == 0 && chosen().equals("1"));

        Event wheel = new Event();
        wheel.count = -3;
        frames().notifyListeners(SWT.MouseVerticalWheel, wheel);
        Wait.until("the rows below", () -> window.frameCell(0, 0).equals("4"));
        assertEquals(-1, frames().getSelectionIndex(), "the chosen frame is out of sight");
        Slider position = Widgets.get(window.shell(), Slider.class, "Frames position");
        position.setSelection(0);
        position.notifyListeners(SWT.Selection, new Event());
        Wait.until("the chosen frame in sight", () -> frames().getSelectionIndex() == 0);
    }

    private void press(int key) {
        Event event = new Event();
        event.keyCode = key;
        frames().notifyListeners(SWT.KeyDown, event);
    }

    private String chosen() {
        return window.frameCell(frames().getSelectionIndex(), 0);
    }

    @Test
    void aFilterShowsWhatItLetsThroughWithItsNumbers() throws Exception {
        CaptureTabs.open(window.page(), file);
        Wait.until("all frames", () -> window.frameCount() == FRAMES);
        window.filter("udp port 53");
        Wait.until("the filtered frames, or that the library is missing", () -> window.frameCount() == (FRAMES + 2) / 3
                || message().contains("libpcap"));
        assumeFalse(message().contains("libpcap"), "filters want libpcap");
        Wait.until("their rows", () -> window.frameCell(1, 0).equals("4"));
        Screenshots.take("capture-filter-light");

        window.filter("udp prt 53");
        Wait.until("the message", () -> message().contains("'udp prt 53' is not understood"));
        Wait.until("all frames", () -> window.frameCount() == FRAMES);
        Screenshots.take("capture-filter-wrong-light");
        window.filter("");
        assertEquals("", message());
    }

    private String message() {
        return Widgets.find(window.shell(), Label.class, "Message").map(Label::getText).orElse("");
    }

    @Test
    void policyChainAndDirectionOfTheVerdictsAreChosen() throws Exception {
        Path two = folder.resolve("two.hwpolicy");
        Policy policy = PolicyFiles.load(policy());
        Chain first = policy.getChains().getFirst();
        Chain second = EcoreUtil.copy(first);
        second.setName("other");
        second.setId(null);
        second.getRules().forEach(rule -> rule.setId(null));
        second.getRules().removeFirst();
        second.setEnd(ChainEnd.POLICY);
        policy.getChains().add(second);
        policy.setDefaultIn(Disposition.ALLOW);
        policy.setDefaultOut(Disposition.DENY);
        policy.setDefaultForward(Disposition.DENY);
        PolicyFiles.save(policy, two);
        PolicyTabs.open(window.page(), two);
        CaptureTabs.open(window.page(), file);
        Wait.until("all frames", () -> window.frameCount() == FRAMES);

        Combo policies = Widgets.get(window.shell(), Combo.class, "Verdicts by policy");
        assertTrue(policies.indexOf("border.hwpolicy") > 0, "open policies are offered");
        Widgets.choose(policies, "two.hwpolicy");
        Wait.until("the verdict of the first chain", () -> verdict(1).equals("allow  " + first.getName() + " rule 1"));
        Combo chains = Widgets.get(window.shell(), Combo.class, "Verdicts by chain");
        assertEquals(first.getName(), chains.getText());
        Widgets.choose(chains, "other");
        Wait.until("the verdict of the other chain", () -> verdict(0).equals("deny  other rule 1"));
        Wait.until("the default for forwarded packets", () -> verdict(1).equals("deny"));
        Screenshots.take("capture-verdicts-light");
        Combo directions = Widgets.get(window.shell(), Combo.class, "Verdicts for direction");
        Widgets.choose(directions, "in");
        Wait.until("the default for packets to the host", () -> verdict(1).equals("allow"));
        Widgets.choose(directions, "out");
        Wait.until("the default for packets from the host", () -> verdict(1).equals("deny"));

        Widgets.choose(policies, "No policy");
        Wait.until("no verdict", () -> verdict(1).isEmpty());
        assertFalse(directions.isEnabled());
    }

    private String verdict(int row) {
        return window.frameCell(row, 7);
    }
}
