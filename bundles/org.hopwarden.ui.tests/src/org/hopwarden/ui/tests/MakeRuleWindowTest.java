package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
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

/** An analyst sees a packet, and makes a rule of it: from a capture, from a trace, from live verdicts. */
@ExtendWith(UiPauses.class)
class MakeRuleWindowTest {

    private static final String LIST = """
            access-list 2001 permit icmp any any echo
            access-list 2001 deny tcp any any log
            access-list 2001 permit udp any any eq 53
            """;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @TempDir
    private Path folder;
    private IEditorPart policy;

    @BeforeEach
    void importThePolicy() throws Exception {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
        PolicyTabs.importList(window.page(), "ios", Files.writeString(folder.resolve("border.txt"), LIST), folder.resolve("border.hwpolicy"));
        Wait.until("the imported rules", () -> RuleGrid.shows(window.shell(), 3));
        Wait.settle();
        policy = window.page().getActiveEditor();
    }

    @AfterEach
    void close() {
        IViewPart view = window.page().findView("org.hopwarden.ui.rules.enforcement");
        if (view != null) {
            window.page().hideView(view);
        }
        window.closeAllButTraces();
        Themes.setDark(false);
        Wait.settle();
    }

    private List<String> proposed(Shell dialog) {
        Text preview = Widgets.get(dialog, Text.class, "Proposed rules");
        return preview.getText().lines().toList();
    }

    private void awaitProposal(Shell dialog, String... rules) {
        Wait.until("the proposal " + List.of(rules), () -> proposed(dialog).equals(List.of(rules)));
        Wait.until("what it changes", () -> Widgets.get(dialog, Label.class, "Rule effect").getText().startsWith("Now "));
    }

    private static void choose(Shell dialog, String combo, int item) {
        Combo box = Widgets.get(dialog, Combo.class, combo);
        Widgets.choose(box, box.getItem(item));
    }

    private void openCapture() throws Exception {
        Path file = folder.resolve("some.pcap");
        UiPauses.aside(() -> {
            try (CaptureWriter writer = CaptureWriter.create(file, LinkType.RAW)) {
                IpHeader ip = IpHeader.of(IpAddress.parse("192.0.2.77"), IpAddress.parse("198.51.100.2"), 64);
                MemorySegment syn = PacketBuilder.tcp(ip, 40000, 443, 1, 0, TcpFlags.SYN, 1024);
                writer.write(1_700_000_000_000_000_000L, LinkType.RAW, syn, 0, (int) syn.byteSize(), syn.byteSize());
                MemorySegment none = MemorySegment.ofArray(new byte[] { 0x10, 0, 0, 0 });
                writer.write(1_700_000_000_100_000_000L, LinkType.RAW, none, 0, 4, 4);
            }
        });
        CaptureTabs.open(window.page(), file);
        Wait.until("the frames", () -> window.frameCount() == 2 && window.frames().getItemCount() == 2);
        Wait.settle();
    }

    @Test
    void aFlowOfACaptureBecomesRulesInOneStep() throws Exception {
        openCapture();
        Widgets.select(window.frames(), 1);
        Wait.settle();
        assertFalse(Widgets.hasInMenu(window.frames(), "Make Rule..."), "a frame that is no IP packet gives none");
        Widgets.select(window.frames(), 0);
        Wait.until("the packet of the frame", () -> Widgets.hasInMenu(window.frames(), "Make Rule..."));
        Widgets.chooseInMenu(window.frames(), "Make Rule...");
        Shell dialog = window.dialog("Make Rule");
        awaitProposal(dialog, "permit tcp host 192.0.2.77 host 198.51.100.2 eq 443");
        String effect = Widgets.get(dialog, Label.class, "Rule effect").getText();
        assertTrue(effect.contains("Now denied by rule 2") && effect.contains("In front of rule 2, then allowed by rule 2"), effect);

        Widgets.check(Widgets.get(dialog, Button.class, "Rule for answers"), true);
        Widgets.check(Widgets.get(dialog, Button.class, "Rule for errors"), true);
        choose(dialog, "Rule source", 1);
        String[] rules = { "permit tcp 192.0.2.0 0.0.0.255 host 198.51.100.2 eq 443",
                "permit tcp host 198.51.100.2 eq 443 192.0.2.0 0.0.0.255 established", "permit icmp any 192.0.2.0 0.0.0.255 unreachable",
                "permit icmp any 192.0.2.0 0.0.0.255 time-exceeded", "permit icmp any 192.0.2.0 0.0.0.255 parameter-problem" };
        awaitProposal(dialog, rules);
        Screenshots.take("make-rule-capture-light");
        Themes.setDark(true);
        Screenshots.take("make-rule-capture-dark");
        Themes.setDark(false);
        Widgets.click(Widgets.button(dialog, "Make 5 Rules"));
        Wait.until("the policy with its new rules", () -> window.page().getActiveEditor() == policy && RuleGrid.shows(window.shell(), 8));
        RuleGrid grid = RuleGrid.get(window.shell());
        assertEquals(List.of(rules), grid.texts().subList(1, 6));
        assertEquals(List.of(1, 2, 3, 4, 5), grid.selected());
        assertTrue(grid.cell(1, "Remark").contains("frame 1 of some.pcap"), grid.cell(1, "Remark"));
        Screenshots.take("made-rules-light");
        window.command("org.eclipse.ui.edit.undo");
        assertEquals(3, grid.rowCount(), "all of them are one step");
        assertFalse(policy.isDirty());
    }

    @Test
    void aReplyOfATraceBecomesARule() {
        window.trace("Lab: Edge", "www.edge.example", "TCP SYN");
        window.awaitEnd("Reached");
        Widgets.select(window.hops(), 0);
        String hop = window.rows().getFirst().get(1).split(" ")[0];
        Wait.until("the reply of the hop", () -> Widgets.hasInMenu(window.hops(), "Make Rule..."));
        assertTrue(Widgets.hasInMenu(window.graph(), "Make Rule..."), "the graph has the same hop chosen");
        Widgets.chooseInMenu(window.graph(), "Make Rule...");
        Shell dialog = window.dialog("Make Rule");
        Wait.until("a proposal", () -> proposed(dialog).size() == 1);
        String rule = proposed(dialog).getFirst();
        assertTrue(rule.matches("permit icmp host " + java.util.regex.Pattern.quote(hop) + " host \\S+ ttl-exceeded"), rule);
        assertFalse(Widgets.get(dialog, Button.class, "Rule for answers").isEnabled(), "nothing answers an ICMP error");
        choose(dialog, "Rule source", 2);
        Widgets.check(Widgets.get(dialog, Button.class, "Rule open"), true);
        choose(dialog, "Rule action", 1);
        String wide = rule.replaceFirst("permit icmp host \\S+", "deny icmp any").replace("ttl-exceeded", "time-exceeded");
        awaitProposal(dialog, wide);
        Screenshots.take("make-rule-trace-light");
        Themes.setDark(true);
        Screenshots.take("make-rule-trace-dark");
        Themes.setDark(false);
        Widgets.click(Widgets.button(dialog, "Make Rule"));
        Wait.until("the policy with its new rule", () -> window.page().getActiveEditor() == policy && RuleGrid.shows(window.shell(), 4));
        assertEquals(wide, RuleGrid.get(window.shell()).text(3));
        assertEquals(List.of(3), RuleGrid.get(window.shell()).selected());
    }

    @Test
    void aLiveVerdictBecomesARuleOfThePolicyThatIsEnforced() {
        window.command("org.hopwarden.ui.rules.enforce");
        Wait.until("the routers of the lab", () -> !Widgets.get(window.shell(), Combo.class, "Enforce Router").getText().isEmpty());
        Widgets.click(Widgets.get(window.shell(), Button.class, "Start enforcement"));
        Wait.until("the live verdicts", () -> Widgets.find(window.shell(), Table.class, "Verdicts").isPresent());
        Table verdicts = Widgets.get(window.shell(), Table.class, "Verdicts");
        Wait.until("a packet that was denied", () -> Widgets.column(verdicts, 1).contains("deny"));
        Widgets.select(verdicts, Widgets.column(verdicts, 1).indexOf("deny"));
        Widgets.chooseInMenu(verdicts, "Make Rule...");
        Shell dialog = window.dialog("Make Rule");
        Wait.until("a proposal", () -> proposed(dialog).size() == 1);
        assertTrue(Widgets.get(dialog, Combo.class, "Rule policy").getText().startsWith("border.hwpolicy"));
        String rule = proposed(dialog).getFirst();
        Widgets.click(Widgets.button(dialog, "Make Rule"));
        Wait.until("the new rule", () -> RuleGrid.shows(window.shell(), 4));
        RuleGrid grid = RuleGrid.get(window.shell());
        assertEquals(rule, grid.text(grid.selectedRow()));
    }

    @Test
    void withoutAnOpenPolicyTheDialogSaysWhatToDo() throws Exception {
        window.page().closeEditor(policy, false);
        openCapture();
        Widgets.select(window.frames(), 0);
        Wait.until("the packet of the frame", () -> Widgets.hasInMenu(window.frames(), "Make Rule..."));
        Widgets.chooseInMenu(window.frames(), "Make Rule...");
        Shell dialog = window.dialog("Make Rule");
        assertFalse(Widgets.button(dialog, "Make Rule").isEnabled());
        Answers.give(folder.resolve("border.hwpolicy"));
        try {
            Widgets.click(Widgets.button(dialog, "Open Policy..."));
            awaitProposal(dialog, "permit tcp host 192.0.2.77 host 198.51.100.2 eq 443");
        } finally {
            Answers.none();
        }
        dialog.close();
    }
}
