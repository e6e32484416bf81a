package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.ui.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person watches a policy at work in the simulated lab, and is asked about flows. */
class EnforcementMonitorTest {

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
        file = folder.resolve("watched.hwpolicy");
    }

    @AfterEach
    void end() {
        view.close();
    }

    /** TCP is allowed, ICMP does what the test wants, the rest is denied. */
    private void enforce(Action icmp) throws IOException {
        view.open(EnforcementWindow.policy(EnforcementWindow.rule(6, MODEL.createAllow()), EnforcementWindow.rule(1, icmp)), file);
        view.backEnd("Simulated in the lab", "Router");
        view.press("Start enforcement");
    }

    @Test
    void verdictsAreFilteredPausedAndExplained() throws IOException {
        enforce(MODEL.createDeny());
        Table verdicts = view.table("Verdicts");
        Wait.until("verdicts of all kinds", () -> Widgets.column(verdicts, 1).containsAll(List.of("allow", "deny"))
                && Widgets.column(verdicts, 2).containsAll(List.of("1", "2", "end")));
        Text filter = Widgets.get(window.shell(), Text.class, "Filter verdicts");
        filter.setText("rule 2 deny not port 1");
        Wait.until("those of the rule alone", () -> verdicts.getItemCount() > 0
                && Widgets.column(verdicts, 2).stream().allMatch("2"::equals));
        filter.setText("rule 2 dany");
        assertTrue(view.label("Verdicts left out").startsWith("'dany' is not understood"), view.label("Verdicts left out"));
        Wait.until("the rows of the last filter", () -> Widgets.column(verdicts, 2).stream().allMatch("2"::equals));
        filter.setText("");
        Wait.until("all again", () -> Widgets.column(verdicts, 2).containsAll(List.of("1", "2", "end")));

        Button pause = Widgets.get(window.shell(), Button.class, "Pause verdicts");
        pause.setSelection(true);
        Widgets.click(pause);
        List<String> rows = Widgets.column(verdicts, 3);
        Wait.until("packets meanwhile", () -> view.label("Verdicts left out").startsWith("Paused; "));
        assertEquals(rows, Widgets.column(verdicts, 3), "paused rows stand still");

        int row = Widgets.column(verdicts, 2).indexOf("2");
        Widgets.select(verdicts, row);
        Wait.until("why", () -> view.label("Why").startsWith("Denied by rule 2: "));
        assertTrue(Widgets.get(window.shell(), Text.class, "Decided packet").getText().startsWith("icmp "));
        Table before = view.table("Rules before");
        assertEquals(1, before.getItemCount());
        assertEquals(List.of("1", "protocol"), List.of(before.getItem(0).getText(0), before.getItem(0).getText(1)));
        RuleGrid.get(window.shell()).select(0);
        Event enter = new Event();
        enter.item = verdicts.getItem(row);
        verdicts.notifyListeners(SWT.DefaultSelection, enter);
        Wait.until("the rule in its tab", () -> RuleGrid.get(window.shell()).selectedRow() == 1);

        view.pictures("monitor");
        window.shell().setBounds(window.shell().getMonitor().getBounds());
        Wait.settle();
        view.pictures("monitor-large");
        window.shell().setBounds(0, 0, 1280, 800);
        pause.setSelection(false);
        Widgets.click(pause);
        Combo sample = Widgets.get(window.shell(), Combo.class, "Sample verdicts");
        Widgets.choose(sample, "1 in 1000");
        long seen = view.total("seen");
        Wait.until("packets that are not shown", () -> view.total("seen") > seen + 20);
        assertTrue(view.label("Verdicts left out").contains("not shown"), view.label("Verdicts left out"));
    }

    @Test
    void talkersConnectionsAndDropsAreShown() throws IOException {
        enforce(MODEL.createDeny());
        Wait.until("packets", () -> view.total("seen") > 60);
        view.turnTo("Top talkers");
        Table talkers = view.table("Top talkers");
        Wait.until("the one that sends most", () -> Widgets.column(talkers, 0).contains("192.168.1.20"));
        view.pictures("monitor-talkers");
        talkers.setSelection(Widgets.column(talkers, 0).indexOf("192.168.1.20"));
        talkers.notifyListeners(SWT.DefaultSelection, new Event());
        assertEquals("from 192.168.1.20", Widgets.get(window.shell(), Text.class, "Filter verdicts").getText());
        Wait.until("its verdicts alone", () -> view.table("Verdicts").getItemCount() > 0
                && Widgets.column(view.table("Verdicts"), 3).stream().allMatch(text -> text.contains(" 192.168.1.20")));
        Button flows = Widgets.get(window.shell(), Button.class, "Talkers by flow");
        Widgets.get(window.shell(), Button.class, "Talkers by source").setSelection(false);
        flows.setSelection(true);
        Widgets.click(flows);
        Wait.until("flows", () -> talkers.getItemCount() > 0 && Widgets.column(talkers, 0).getFirst().contains(" > "));

        view.turnTo("Connections");
        assertTrue(view.label("Connections note").startsWith("No connections are tracked"), view.label("Connections note"));
        view.turnTo("Drops");
        Table drops = view.table("Drops");
        Wait.until("drops", () -> drops.getItemCount() > 0 && !drops.getItem(0).getText(1).equals("0"));
        view.pictures("monitor-drops");
        assertTrue(view.label("Enforcement").endsWith(", fails closed"), view.label("Enforcement"));
        Widgets.click(Widgets.get(window.shell(), Button.class, "Stop enforcement"));
        Wait.until("the end", () -> view.label("Enforcement").startsWith("Stopped"));
        long dropped = Widgets.column(drops, 1).stream().mapToLong(Long::parseLong).sum();
        assertEquals(view.total("seen") - view.total("allowed"), dropped, "each that did not go on has one reason");
    }

    @Test
    void connectionsAreListedWhereRulesAskForStates() throws IOException {
        Rule established = MODEL.createRule();
        established.setMatch(MODEL.createMatch());
        established.getMatch().getStates().addAll(List.of(ConnectionState.ESTABLISHED, ConnectionState.RELATED));
        established.setAction(MODEL.createAllow());
        view.open(EnforcementWindow.policy(established, EnforcementWindow.rule(6, MODEL.createAllow()), EnforcementWindow.rule(17, MODEL.createAllow()),
                EnforcementWindow.rule(1, MODEL.createAllow())), file);
        view.backEnd("Simulated in the lab", "Router");
        view.press("Start enforcement");
        view.turnTo("Connections");
        Table connections = view.table("Connections");
        Wait.until("connections of all protocols", () -> Widgets.column(connections, 0).containsAll(List.of("tcp", "udp", "icmp")));
        Wait.until("one that was answered", () -> Widgets.column(connections, 6).stream().anyMatch(back -> !back.equals("0")));
        assertTrue(view.label("Connections note").matches("\\d+ of at most \\d+ tracked.*"), view.label("Connections note"));
        List<Long> bytes = Widgets.column(connections, 4).stream().map(Long::parseLong).toList();
        assertEquals(bytes.stream().sorted(Comparator.reverseOrder()).toList(), bytes, "those with most traffic first");
        int before = connections.getItemCount();
        Wait.until("more of them", () -> connections.getItemCount() > before);
        view.pictures("connections");

        click(connections, "Proto");
        Wait.until("by protocol", () -> Widgets.column(connections, 0).getFirst().equals("icmp") && isSorted(Widgets.column(connections, 0)));
        click(connections, "Proto");
        Wait.until("the other way", () -> isSorted(Widgets.column(connections, 0).reversed()));
        view.press("Stop enforcement");
        Wait.until("the end", () -> view.label("Enforcement").startsWith("Stopped"));
    }

    private static boolean isSorted(List<String> texts) {
        return texts.equals(texts.stream().sorted().toList());
    }

    private static void click(Table table, String column) {
        Arrays.stream(table.getColumns()).filter(each -> each.getText().equals(column)).findFirst().orElseThrow()
                .notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void aQuestionTakesNoKeyboardAndItsAnswerIsRemembered() throws IOException {
        enforce(MODEL.createAsk());
        Control typing = Widgets.get(window.shell(), Text.class, "Filter verdicts");
        typing.setFocus();
        Wait.untilBesideDialogs("a question", () -> EnforcementWindow.question().isPresent());
        Shell shell = EnforcementWindow.question().orElseThrow();
        Wait.untilBesideDialogs("more than one", () -> Widgets.find(window.shell(), Button.class, "Questions")
                .filter(button -> button.getText().endsWith("questions")).isPresent());
        assertEquals(typing, Display.getCurrent().getFocusControl(), "who types goes on typing");
        assertEquals(window.shell(), Display.getCurrent().getActiveShell());
        assertEquals(null, shell.getDefaultButton(), "Enter answers nothing");
        assertTrue(Widgets.get(shell, Label.class, "Asked about").getText().contains("ICMP"),
                Widgets.get(shell, Label.class, "Asked about").getText());
        assertTrue(Widgets.get(shell, ProgressBar.class, "Time left bar").getSelection() > 0);
        assertTrue(Widgets.get(shell, Label.class, "Questions waiting").getText().startsWith("1 of "));
        assertFalse(Widgets.get(shell, Label.class, "Rules of the choice").getText().isEmpty());
        assertTrue(Widgets.get(shell, Label.class, "Choice text 2").getText().contains("Lets in as well: "));
        Screenshots.takeScreen("question-light");
        Themes.setDark(true);
        Wait.untilBesideDialogs("the dark theme", Themes::isDark);
        Wait.settle();
        Screenshots.takeScreen("question-dark");
        Themes.setDark(false);

        // Put away and fetched again, by what the keyboard can reach.
        Widgets.click(Widgets.get(shell, Button.class, "Answer later"));
        assertTrue(EnforcementWindow.question().isEmpty());
        Widgets.click(Widgets.get(window.shell(), Button.class, "Questions"));
        Wait.untilBesideDialogs("the question again", () -> EnforcementWindow.question().isPresent());
        shell = EnforcementWindow.question().orElseThrow();

        Button once = Widgets.get(shell, Button.class, "Answer ONCE");
        once.setSelection(false);
        Widgets.get(shell, Button.class, "Answer REMEMBERED").setSelection(true);
        Widgets.click(Widgets.get(shell, Button.class, "Allow flow"));
        Wait.untilBesideDialogs("the rule in the tab", () -> RuleGrid.get(window.shell()).rowCount() > 2);
        IEditorPart editor = window.page().getActiveEditor();
        assertTrue(RuleGrid.get(window.shell()).texts().get(1).startsWith("permit icmp"), RuleGrid.get(window.shell()).texts().toString());
        assertTrue(editor.isDirty());
        assertEquals(2, PolicyFiles.load(file).getChains().getFirst().getRules().size(), "saved when the user saves");
        Wait.untilBesideDialogs("pings that pass", () -> view.total("allowed") > 0);
        window.page().activate(editor);
        window.command("org.eclipse.ui.edit.undo");
        Wait.untilBesideDialogs("the answer undone", () -> RuleGrid.get(window.shell()).rowCount() == 2);
    }
}
