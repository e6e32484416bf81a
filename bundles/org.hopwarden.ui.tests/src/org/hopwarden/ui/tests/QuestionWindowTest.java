package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of a host send packets that a policy asks about: each is named with its user, while somebody types elsewhere. */
class QuestionWindowTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

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
        Policy policy = EnforcementWindow.policy(EnforcementWindow.rule(1, MODEL.createAllow()), EnforcementWindow.rule(6, MODEL.createAsk()),
                EnforcementWindow.rule(17, MODEL.createAsk()));
        view.open(policy, folder.resolve("asking.hwpolicy"));
        view.backEnd("Busy host", "Packets per s");
        Widgets.get(window.shell(), Combo.class, "Enforce Packets per s").setText("10");
        view.press("Start enforcement");
    }

    @AfterEach
    void end() {
        view.close();
        plugin.close();
    }

    private static String label(String name) {
        return Widgets.get(EnforcementWindow.question().orElseThrow(), Label.class, name).getText();
    }

    private static long secondsLeft() {
        return EnforcementWindow.number(label("Time left"), "^(\\d+) s left");
    }

    private static int waiting() {
        return (int) EnforcementWindow.number(label("Questions waiting"), "of (\\d+)");
    }

    @Test
    void programsAndUsersAreNamedWhileSomebodyTypesElsewhere() {
        Text typing = Widgets.get(window.shell(), Text.class, "Filter verdicts");
        typing.setFocus();
        Wait.untilBesideDialogs("several questions", () -> EnforcementWindow.question().isPresent() && waiting() > 3);
        Shell shell = EnforcementWindow.question().orElseThrow();
        assertEquals(typing, Display.getCurrent().getFocusControl());
        assertEquals(window.shell(), Display.getCurrent().getActiveShell());
        assertEquals(null, shell.getDefaultButton());
        // However many choices there are, the answers and the time left are in sight.
        for (Control each : new Control[] { Widgets.get(shell, Button.class, "Allow flow"), Widgets.get(shell, ProgressBar.class, "Time left bar") }) {
            Rectangle area = Display.getCurrent().map(each.getParent(), null, each.getBounds());
            assertTrue(shell.getBounds().contains(area.x + area.width - 1, area.y + area.height - 1), area + " in " + shell.getBounds());
        }

        Set<String> programs = new HashSet<>();
        for (int left = waiting(); left > 0; left--) {
            programs.add(label("Asking program"));
            assertTrue(label("Asked about").matches("A (TCP connection|DNS|UDP).*"), label("Asked about"));
            Widgets.click(Widgets.get(shell, Button.class, "Next question"));
        }
        assertEquals(Set.of("By /usr/lib/firefox-esr/firefox-esr, run by alice", "By /usr/sbin/unbound, run by unbound"), programs);
        assertFalse(label("Rules of the choice").isEmpty());

        long left = secondsLeft();
        assertTrue(left > 0 && left <= 60, label("Time left"));
        int bar = Widgets.get(shell, ProgressBar.class, "Time left bar").getSelection();
        Wait.untilBesideDialogs("the time running down", () -> secondsLeft() < left
                && Widgets.get(shell, ProgressBar.class, "Time left bar").getSelection() < bar);
        view.pictures("questions");

        String before = label("Asked about");
        Widgets.click(Widgets.get(shell, Button.class, "Deny flow"));
        Wait.untilBesideDialogs("the next one", () -> !label("Asked about").equals(before));
        Wait.untilBesideDialogs("a packet that was denied", () -> view.total("denied") > 0);
        view.press("Stop enforcement");
        Wait.untilBesideDialogs("the end of all questions", () -> EnforcementWindow.question().isEmpty());
    }

    @Test
    void whatNobodyAnswersInTimeIsDeniedOnceAndTold() {
        assumeTrue(Boolean.getBoolean("hopwarden.full"), "a question waits for a minute");
        Wait.untilBesideDialogs("a question", () -> EnforcementWindow.question().isPresent());
        Wait.untilBesideDialogs("one without an answer", () -> view.label("Totals").contains("without an answer"));
        assertTrue(view.total("asked") > 0, view.label("Totals"));
    }
}
