package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The window while 10,000 packets a second are decided: each is counted, and of each it is said whether it was shown. */
@ExtendWith(UiPauses.class)
class EnforcementLoadWindowTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final long PACKETS = Boolean.getBoolean("hopwarden.full") ? 600_000 : 60_000;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
    private final EnforcementWindow view = new EnforcementWindow(window);

    @TempDir
    private Path folder;
    private BusyHostPlugin plugin;

    @BeforeEach
    void begin() throws IOException {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        view.close();
        plugin = BusyHostPlugin.add(folder);
        UiPauses.step("opening the view");
        view.open(EnforcementWindow.policy(EnforcementWindow.rule(6, MODEL.createAllow()), EnforcementWindow.rule(1, MODEL.createDeny())),
                folder.resolve("busy.hwpolicy"));
        view.backEnd("Busy host", "Packets per s");
        assertEquals("10000", Widgets.get(window.shell(), Combo.class, "Enforce Packets per s").getText());
    }

    @AfterEach
    void end() {
        view.close();
        plugin.close();
    }

    /** Says for all packets until the end whether they were shown. */
    private void assertAllAccounted() {
        view.press("Stop enforcement");
        Wait.until("the end", () -> view.label("Enforcement").startsWith("Stopped"));
        String told = view.label("Verdicts left out");
        long shown = EnforcementWindow.number(told, "of (\\d+) shown");
        long others = EnforcementWindow.number(told, "(\\d+) more were decided");
        assertEquals(view.total("seen"), shown + others, told);
        assertTrue(shown > 0 && others > 0, told);
        long byRules = Widgets.column(view.table("Counters"), 1).stream().mapToLong(Long::parseLong).sum();
        assertEquals(view.total("seen"), byRules);
        UiPauses.step("closing");
    }

    @Test
    void eachPacketIsCountedAndSaidToBeShownOrNot() {
        UiPauses.step("starting");
        view.press("Start enforcement");
        Wait.until("packets", () -> view.total("seen") > 10_000);
        UiPauses.step("10,000 verdicts a second");
        Wait.until("many packets", () -> view.total("seen") > PACKETS);
        Table verdicts = view.table("Verdicts");
        assertEquals(300, verdicts.getItemCount());
        // The few pings are not hidden by the flood.
        assertTrue(Widgets.column(verdicts, 1).contains("deny") && Widgets.column(verdicts, 2).contains("2"));
        view.pictures("load");
        UiPauses.step("stopping");
        assertAllAccounted();
    }

    @Test
    void eachTabFollows() {
        view.press("Start enforcement");
        Wait.until("packets", () -> view.total("seen") > 10_000);
        for (String tab : new String[] { "Top talkers", "Connections", "Drops", "Rules" }) {
            UiPauses.step("the tab " + tab);
            view.turnTo(tab);
            long seen = view.total("seen");
            Wait.until("more packets", () -> view.total("seen") > seen + 20_000);
        }
        UiPauses.step("filtering");
        Widgets.get(window.shell(), Text.class, "Filter verdicts").setText("deny icmp");
        Wait.until("pings alone", () -> view.table("Verdicts").getItemCount() > 20
                && Widgets.column(view.table("Verdicts"), 1).stream().allMatch("deny"::equals));
        Widgets.get(window.shell(), Text.class, "Filter verdicts").setText("");
        UiPauses.step("choosing a packet");
        Wait.until("rows again", () -> view.table("Verdicts").getItemCount() > 100);
        Widgets.select(view.table("Verdicts"), 3);
        Wait.until("why", () -> Widgets.find(window.shell(), Text.class, "Decided packet").filter(text -> !text.getText().isEmpty()).isPresent());
        UiPauses.step("pausing");
        Button pause = Widgets.get(window.shell(), Button.class, "Pause verdicts");
        Widgets.check(pause, true);
        Wait.until("packets meanwhile", () -> EnforcementWindow.number(view.label("Verdicts left out"), "(\\d+) more were decided") > 20_000);
        Widgets.check(pause, false);
        UiPauses.step("sampling");
        Widgets.choose(Widgets.get(window.shell(), Combo.class, "Sample verdicts"), "1 in 1000");
        long seen = view.total("seen");
        Wait.until("more packets", () -> view.total("seen") > seen + 20_000);
        UiPauses.step("stopping");
        assertAllAccounted();
    }
}
