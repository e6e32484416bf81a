package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
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
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;
import org.hopwarden.ui.rules.PolicyTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person watches a policy at work in the simulated lab, and is asked about flows. */
class EnforcementMonitorTest {

    private static final String VIEW = "org.hopwarden.ui.rules.enforcement";
    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

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
        IViewPart view = window.page().findView(VIEW);
        if (view != null) {
            window.page().hideView(view);
        }
        Wait.untilBesideDialogs("the end of the question", () -> question().isEmpty());
        Themes.setDark(false);
        window.closeAllButTraces();
        window.shell().setBounds(0, 0, 1280, 800);
    }

    /** TCP is allowed, ICMP does what the test wants, the rest is denied. */
    private void enforce(Action icmp) throws IOException {
        Chain chain = MODEL.createChain();
        chain.setName("edge");
        chain.setEnd(ChainEnd.DENY);
        chain.getRules().add(rule(6, MODEL.createAllow()));
        chain.getRules().add(rule(1, icmp));
        Policy policy = MODEL.createPolicy();
        policy.setName("watched");
        policy.getChains().add(chain);
        PolicyFiles.save(policy, file);
        PolicyTabs.open(window.page(), file);
        Wait.until("the rules", () -> RuleGrid.shows(window.shell(), 2));
        window.command("org.hopwarden.ui.rules.enforce");
        Wait.until("the routers of the lab", () -> !Widgets.get(window.shell(), Combo.class, "Enforce Router").getText().isEmpty());
        Wait.until("the tables", () -> Widgets.find(window.shell(), Table.class, "Verdicts").isPresent());
        Widgets.click(Widgets.get(window.shell(), Button.class, "Start enforcement"));
    }

    private static Rule rule(int protocol, Action action) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.getMatch().getService().add(service);
        rule.setAction(action);
        return rule;
    }

    private Table table(String name) {
        return Widgets.get(window.shell(), Table.class, name);
    }

    private String label(String name) {
        return Widgets.get(window.shell(), Label.class, name).getText();
    }

    private long total(String word) {
        Matcher matcher = Pattern.compile(word + " (\\d+)").matcher(label("Totals"));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /** Turns to one of the view's tabs. */
    private void turnTo(String title) {
        for (CTabFolder folderOfTabs : Widgets.all(window.shell(), CTabFolder.class, each -> true)) {
            for (CTabItem item : folderOfTabs.getItems()) {
                if (item.getText().equals(title)) {
                    folderOfTabs.setSelection(item);
                    folderOfTabs.notifyListeners(SWT.Selection, new Event());
                    return;
                }
            }
        }
        throw new AssertionError("no tab " + title);
    }

    private static Optional<Shell> question() {
        return Arrays.stream(Display.getCurrent().getShells()).flatMap(shell -> Stream.concat(
                Stream.of(shell), Arrays.stream(shell.getShells()))).filter(shell -> shell.isVisible()
                        && "Question".equals(shell.getData(TraceTabs.WIDGET))).findFirst();
    }

    @Test
    void verdictsAreFilteredPausedAndExplained() throws IOException {
        enforce(MODEL.createDeny());
        Table verdicts = table("Verdicts");
        Wait.until("verdicts of all kinds", () -> Widgets.column(verdicts, 1).containsAll(List.of("allow", "deny"))
                && Widgets.column(verdicts, 2).containsAll(List.of("1", "2", "end")));
        Text filter = Widgets.get(window.shell(), Text.class, "Filter verdicts");
        filter.setText("rule 2 deny not port 1");
        Wait.until("those of the rule alone", () -> verdicts.getItemCount() > 0
                && Widgets.column(verdicts, 2).stream().allMatch("2"::equals));
        filter.setText("rule 2 dany");
        assertTrue(label("Verdicts left out").startsWith("'dany' is not understood"), label("Verdicts left out"));
        Wait.until("the rows of the last filter", () -> Widgets.column(verdicts, 2).stream().allMatch("2"::equals));
        filter.setText("");
        Wait.until("all again", () -> Widgets.column(verdicts, 2).containsAll(List.of("1", "2", "end")));

        Button pause = Widgets.get(window.shell(), Button.class, "Pause verdicts");
        pause.setSelection(true);
        Widgets.click(pause);
        List<String> rows = Widgets.column(verdicts, 3);
        Wait.until("packets meanwhile", () -> label("Verdicts left out").startsWith("Paused; "));
        assertEquals(rows, Widgets.column(verdicts, 3), "paused rows stand still");

        int row = Widgets.column(verdicts, 2).indexOf("2");
        Widgets.select(verdicts, row);
        Wait.until("why", () -> label("Why").startsWith("Denied by rule 2: "));
        assertTrue(Widgets.get(window.shell(), Text.class, "Decided packet").getText().startsWith("icmp "));
        Table before = table("Rules before");
        assertEquals(1, before.getItemCount());
        assertEquals(List.of("1", "protocol"), List.of(before.getItem(0).getText(0), before.getItem(0).getText(1)));
        RuleGrid.get(window.shell()).select(0);
        Event enter = new Event();
        enter.item = verdicts.getItem(row);
        verdicts.notifyListeners(SWT.DefaultSelection, enter);
        Wait.until("the rule in its tab", () -> RuleGrid.get(window.shell()).selectedRow() == 1);

        pictures("monitor");
        window.shell().setBounds(window.shell().getMonitor().getBounds());
        Wait.settle();
        pictures("monitor-large");
        window.shell().setBounds(0, 0, 1280, 800);
        pause.setSelection(false);
        Widgets.click(pause);
        Combo sample = Widgets.get(window.shell(), Combo.class, "Sample verdicts");
        Widgets.choose(sample, "1 in 1000");
        long seen = total("seen");
        Wait.until("packets that are not shown", () -> total("seen") > seen + 20);
        assertTrue(label("Verdicts left out").contains("not shown"), label("Verdicts left out"));
    }

    @Test
    void talkersConnectionsAndDropsAreShown() throws IOException {
        enforce(MODEL.createDeny());
        Wait.until("packets", () -> total("seen") > 60);
        turnTo("Top talkers");
        Table talkers = table("Top talkers");
        Wait.until("the one that sends most", () -> Widgets.column(talkers, 0).contains("192.168.1.20"));
        pictures("monitor-talkers");
        talkers.setSelection(Widgets.column(talkers, 0).indexOf("192.168.1.20"));
        talkers.notifyListeners(SWT.DefaultSelection, new Event());
        assertEquals("from 192.168.1.20", Widgets.get(window.shell(), Text.class, "Filter verdicts").getText());
        Wait.until("its verdicts alone", () -> table("Verdicts").getItemCount() > 0
                && Widgets.column(table("Verdicts"), 3).stream().allMatch(text -> text.contains(" 192.168.1.20")));
        Button flows = Widgets.get(window.shell(), Button.class, "Talkers by flow");
        Widgets.get(window.shell(), Button.class, "Talkers by source").setSelection(false);
        flows.setSelection(true);
        Widgets.click(flows);
        Wait.until("flows", () -> talkers.getItemCount() > 0 && Widgets.column(talkers, 0).getFirst().contains(" > "));

        turnTo("Connections");
        assertTrue(label("Connections note").startsWith("No connections are tracked"), label("Connections note"));
        turnTo("Drops");
        Table drops = table("Drops");
        Wait.until("drops", () -> drops.getItemCount() > 0 && !drops.getItem(0).getText(1).equals("0"));
        pictures("monitor-drops");
        assertTrue(label("Enforcement").endsWith(", fails closed"), label("Enforcement"));
        Widgets.click(Widgets.get(window.shell(), Button.class, "Stop enforcement"));
        Wait.until("the end", () -> label("Enforcement").startsWith("Stopped"));
        long dropped = Widgets.column(drops, 1).stream().mapToLong(Long::parseLong).sum();
        assertEquals(total("seen") - total("allowed"), dropped, "each that did not go on has one reason");
    }

    @Test
    void aQuestionTakesNoKeyboardAndItsAnswerIsRemembered() throws IOException {
        enforce(MODEL.createAsk());
        Control typing = Widgets.get(window.shell(), Text.class, "Filter verdicts");
        typing.setFocus();
        Wait.untilBesideDialogs("a question", () -> question().isPresent());
        Shell shell = question().orElseThrow();
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
        assertTrue(question().isEmpty());
        Widgets.click(Widgets.get(window.shell(), Button.class, "Questions"));
        Wait.untilBesideDialogs("the question again", () -> question().isPresent());
        shell = question().orElseThrow();

        Button once = Widgets.get(shell, Button.class, "Answer ONCE");
        once.setSelection(false);
        Widgets.get(shell, Button.class, "Answer REMEMBERED").setSelection(true);
        Widgets.click(Widgets.get(shell, Button.class, "Allow flow"));
        Wait.untilBesideDialogs("the rule in the tab", () -> RuleGrid.get(window.shell()).rowCount() > 2);
        IEditorPart editor = window.page().getActiveEditor();
        assertTrue(RuleGrid.get(window.shell()).texts().get(1).startsWith("permit icmp"), RuleGrid.get(window.shell()).texts().toString());
        assertTrue(editor.isDirty());
        assertEquals(2, PolicyFiles.load(file).getChains().getFirst().getRules().size(), "saved when the user saves");
        Wait.untilBesideDialogs("pings that pass", () -> total("allowed") > 0);
        window.page().activate(editor);
        window.command("org.eclipse.ui.edit.undo");
        Wait.untilBesideDialogs("the answer undone", () -> RuleGrid.get(window.shell()).rowCount() == 2);
    }

    private static void pictures(String name) {
        Screenshots.take(name + "-light");
        Themes.setDark(true);
        Wait.until("the dark theme", Themes::isDark);
        Wait.settle();
        Screenshots.take(name + "-dark");
        Themes.setDark(false);
        Wait.settle();
    }
}
