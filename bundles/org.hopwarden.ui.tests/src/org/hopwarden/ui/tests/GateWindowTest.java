package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.capture.CaptureWriter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.ui.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy is looked at before it is enforced: what would change, whom it would cut off, and what becomes of it if nobody keeps it. */
class GateWindowTest {

    private static final String TITLE = "Before It Is Enforced";
    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
    private final EnforcementWindow view = new EnforcementWindow(window);

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void begin() {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        file = folder.resolve("new.hwpolicy");
    }

    @AfterEach
    void end() {
        Answers.none();
        Arrays.stream(window.shell().getShells()).filter(shell -> shell.getText().equals(TITLE)).forEach(Shell::close);
        view.close();
    }

    /** 40 TCP segments of one flow, 12 of 3 others, 5 pings, and 2 frames that are no packets. */
    private Path capture() throws IOException {
        Path capture = folder.resolve("monday.pcap");
        try (CaptureWriter writer = CaptureWriter.create(capture, LinkType.RAW)) {
            for (int i = 0; i < 52; i++) {
                IpHeader ip = IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.2"), 64);
                write(writer, i, PacketBuilder.tcp(ip, i < 40 ? 40000 : 41000 + i % 3, 443, i, 0, 16, 1000, new byte[0], new byte[0]));
            }
            for (int i = 0; i < 5; i++) {
                IpHeader ip = IpHeader.of(IpAddress.parse("2001:db8:aaaa::1"), IpAddress.parse("2001:db8:bbbb::2"), 64);
                write(writer, 60 + i, PacketBuilder.echoRequest(ip, 7, i, new byte[8]));
            }
            for (int i = 0; i < 2; i++) {
                write(writer, 70 + i, MemorySegment.ofArray(new byte[] { 1, 2, 3, 4 }));
            }
        }
        return capture;
    }

    private static void write(CaptureWriter writer, int millis, MemorySegment packet) throws IOException {
        writer.write(1_700_000_000_000_000_000L + millis * 1_000_000L, LinkType.RAW, packet, 0, (int) packet.byteSize(), packet.byteSize());
    }

    private static Text text(Shell dialog, String name) {
        return Widgets.get(dialog, Text.class, name);
    }

    private static String label(Shell dialog, String name) {
        return Widgets.get(dialog, Label.class, name).getText();
    }

    private static List<String> texts(Shell dialog) {
        return Widgets.all(dialog, Text.class, each -> true).stream().map(Text::getText).toList();
    }

    private Shell atTheBridge(Policy policy) throws IOException {
        view.open(policy, file);
        Widgets.choose(Widgets.get(window.shell(), Combo.class, "Enforce Back end"), "Bridge of two interfaces");
        Wait.settle();
        Widgets.get(window.shell(), Combo.class, "Enforce Interface").setText("hw-none0");
        Widgets.get(window.shell(), Combo.class, "Enforce and").setText("hw-none1");
        view.press("Gate enforcement");
        return window.dialog(TITLE);
    }

    @Test
    void capturedPacketsThatGetAnotherVerdictAreListed() throws IOException {
        Policy policy = EnforcementWindow.policy(EnforcementWindow.rule(58, MODEL.createAllow()), EnforcementWindow.rule(17, MODEL.createDeny()));
        policy.setFailMode(FailMode.OPEN);
        Shell dialog = atTheBridge(policy);
        assertEquals("Fails open: where Hopwarden cannot decide, everything passes.", label(dialog, "Fail mode"));
        assertEquals("nothing was found", label(dialog, "Checks"));
        assertEquals("Start", Widgets.button(dialog, "Start").getText());

        Answers.giveTogether(capture());
        Widgets.click(Widgets.get(dialog, Button.class, "Choose captures"));
        assertFalse(Widgets.button(dialog, "Start").isEnabled(), "not while the packets are replayed");
        Wait.until("the replay", () -> label(dialog, "Replay result").startsWith("Of "));
        assertEquals("Of 57 packets, 52 get another verdict: 52 allowed before, not allowed now.", label(dialog, "Replay result"));
        assertTrue(label(dialog, "Replay notes").contains("2 frames hold no IP packet"), label(dialog, "Replay notes"));
        Table changed = Widgets.get(dialog, Table.class, "Changed packets");
        assertEquals(List.of("40", "4", "4", "4"), Widgets.column(changed, 0));
        assertTrue(changed.getItem(0).getText(1).equals("tcp 192.0.2.1 40000 > 198.51.100.2 443"), changed.getItem(0).getText(1));
        Screenshots.take("gate-replay-light");
        assertEquals(List.of("allow", "deny (edge end)"), List.of(changed.getItem(0).getText(2), changed.getItem(0).getText(3)));
        assertEquals("monday.pcap frame 1", changed.getItem(0).getText(5));
        assertTrue(texts(dialog).stream().anyMatch(each -> each.contains("52 captured packets would get another verdict")), texts(dialog).toString());

        Button flows = Widgets.get(dialog, Button.class, "Rows by flow");
        flows.setSelection(false);
        Button packets = Widgets.get(dialog, Button.class, "Rows by packet");
        packets.setSelection(true);
        Widgets.click(packets);
        assertEquals(52, changed.getItemCount());

        // Held against a policy that denies the same, nothing changes.
        Path old = folder.resolve("old.hwpolicy");
        Policy before = EnforcementWindow.policy(EnforcementWindow.rule(58, MODEL.createAllow()));
        PolicyFiles.save(before, old);
        Answers.give(old);
        Combo against = Widgets.get(dialog, Combo.class, "Replay against");
        Widgets.choose(against, "a policy file...");
        Wait.until("the other result", () -> label(dialog, "Replay result").equals("Of 57 packets, none gets another verdict."));
        assertEquals("old.hwpolicy", against.getText());
        Wait.until("Start", () -> Widgets.button(dialog, "Start").isEnabled());

        // A click of Stop comes before the result can.
        Answers.give();
        Widgets.choose(against, "nothing: everything passes");
        Widgets.click(Widgets.get(dialog, Button.class, "Stop replay"));
        Wait.until("the end of the replay", () -> label(dialog, "Replay result").contains("until it was stopped"));

        Widgets.click(Widgets.button(dialog, "Cancel"));
        Wait.until("the end of the dialog", dialog::isDisposed);
        assertEquals("Nothing is enforced.", view.label("Enforcement"));
        assertTrue(Widgets.get(window.shell(), Button.class, "Start enforcement").isEnabled());
    }

    @Test
    void theGateInTheDarkTheme() throws IOException {
        Themes.setDark(true);
        Shell dialog = atTheBridge(EnforcementWindow.policy(EnforcementWindow.rule(1, MODEL.createAllow()), EnforcementWindow.rule(58, MODEL.createAllow())));
        Answers.giveTogether(capture());
        Widgets.click(Widgets.get(dialog, Button.class, "Choose captures"));
        Wait.until("the replay", () -> Widgets.get(dialog, Table.class, "Changed packets").getItemCount() == 4);
        Screenshots.take("gate-replay-dark");
        Widgets.click(Widgets.button(dialog, "Cancel"));
        Wait.until("the end of the dialog", dialog::isDisposed);
    }

    @Test
    void aDamagedCaptureIsToldAndNothingOfItCounts() throws IOException {
        Shell dialog = atTheBridge(EnforcementWindow.policy(EnforcementWindow.rule(58, MODEL.createAllow())));
        Path damaged = Files.writeString(folder.resolve("damaged.pcap"), "no capture at all, but a text");
        Answers.giveTogether(damaged);
        Widgets.click(Widgets.get(dialog, Button.class, "Choose captures"));
        Wait.until("the problem", () -> label(dialog, "Replay result").startsWith("Nothing was replayed. "));
        assertTrue(label(dialog, "Replay result").contains("neither a pcap nor a pcapng file"), label(dialog, "Replay result"));
        assertEquals(0, Widgets.get(dialog, Table.class, "Changed packets").getItemCount());
        Widgets.click(Widgets.button(dialog, "Cancel"));
        Wait.until("the end of the dialog", dialog::isDisposed);
    }

    @Test
    void aConnectionThatWouldEndIsNamedWithWhatLetsItLive() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket served = server.accept()) {
            view.open(EnforcementWindow.policy(EnforcementWindow.rule(1, MODEL.createAllow())), file);
            // Only looked at: nothing is started here.
            Widgets.choose(Widgets.get(window.shell(), Combo.class, "Enforce Back end"), "This host (NFQUEUE)");
            Wait.settle();
            view.press("Start enforcement");
            Shell dialog = window.dialog(TITLE);
            assertTrue(Widgets.column(Widgets.get(dialog, Table.class, "Gate findings"), 0).contains("warning"));
            Button confirm = Widgets.get(dialog, Button.class, "Take back");
            String end = "127.0.0.1:" + served.getLocalPort();
            text(dialog, "Keep connections").setText("127.0.0.1:x");
            assertTrue(texts(dialog).stream().anyMatch(each -> each.contains("'127.0.0.1:x' is no ADDRESS")), texts(dialog).toString());
            text(dialog, "Keep connections").setText(end);
            Wait.until("the connection", () -> text(dialog, "Own connections").getText().contains("Would end: tcp from "));
            assertTrue(text(dialog, "Own connections").getText().contains("It lives on with:"), text(dialog, "Own connections").getText());
            assertTrue(text(dialog, "Own connections").getText().contains("(--keep " + end + ")")
                    || text(dialog, "Own connections").getText().contains(end), text(dialog, "Own connections").getText());
            assertTrue(confirm.getSelection(), "what cuts somebody off is taken back");
            assertTrue(Widgets.get(dialog, Spinner.class, "Take back seconds").isEnabled());
            Wait.until("Start Anyway", () -> Widgets.all(dialog, Button.class, each -> each.getText().equals("Start Anyway")).size() == 1);
            Screenshots.take("gate-lock-out-light");
            Widgets.click(Widgets.button(dialog, "Cancel"));
            Wait.until("the end of the dialog", dialog::isDisposed);
            assertEquals("Nothing is enforced.", view.label("Enforcement"));
        }
    }

    @Test
    void whatNobodyKeepsIsTakenBackAndWhatIsKeptStays() throws IOException {
        view.open(EnforcementWindow.policy(EnforcementWindow.rule(1, MODEL.createAllow())), file);
        view.backEnd("Simulated in the lab", "Router");
        startAndTakeBackAfter(5);
        Wait.until("what is taken back", () -> view.label("Enforcement").startsWith("Taken back at the simulated home-router"));
        Wait.until("the end", () -> Widgets.get(window.shell(), Button.class, "Start enforcement").isEnabled());
        assertTrue(Widgets.find(window.shell(), Button.class, "Keep").isEmpty(), "nothing is there to be kept");

        startAndTakeBackAfter(3600);
        Wait.until("packets", () -> view.total("seen") > 10);
        view.pictures("gate-keep");
        view.press("Keep");
        Wait.until("what is kept", () -> Widgets.find(window.shell(), Button.class, "Keep").isEmpty());
        long seen = view.total("seen");
        Wait.until("more packets", () -> view.total("seen") > seen);
        assertTrue(view.label("Enforcement").startsWith("Enforcing at "), view.label("Enforcement"));
    }

    private void startAndTakeBackAfter(int seconds) {
        view.press("Gate enforcement");
        Shell dialog = window.dialog(TITLE);
        Widgets.check(Widgets.get(dialog, Button.class, "Take back"), true);
        Widgets.get(dialog, Spinner.class, "Take back seconds").setSelection(seconds);
        Widgets.click(Widgets.button(dialog, "Start"));
        Wait.until("Keep", () -> Widgets.find(window.shell(), Button.class, "Keep").filter(keep -> keep.getText().startsWith("Keep (")).isPresent());
    }
}
