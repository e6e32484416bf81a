package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.interchange.entry.RuleLines;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.rules.PolicyTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An analyst carries rules from one policy to another and to a mail, looks for some, and sees which are met. */
@ExtendWith(UiPauses.class)
class RuleTableWindowTest {

    private static final String LINES = """
            permit icmp any any echo
            remark The web shop
            permit tcp any host 198.51.100.2 eq www 443
            disabled permit udp any any eq domain
            permit icmp any any echo-reply
            permit icmp any any time-exceeded
            permit icmp any any unreachable
            """;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
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

    private IEditorPart open(String name, String lines) throws IOException, NoRule {
        Policy policy = Interchange.template("empty").orElseThrow().make(name);
        List<?> rules = RuleLines.read(lines, policy);
        policy.getChains().getFirst().getRules().addAll(RuleLines.read(lines, policy));
        ElementIds.assignMissing(policy);
        Path file = folder.resolve(name + ".hwpolicy");
        PolicyFiles.save(policy, file);
        PolicyTabs.open(window.page(), file);
        Wait.until("the rules of " + name, () -> window.page().getActiveEditor().getTitle().equals(file.getFileName().toString())
                && RuleGrid.shows(window.shell(), rules.size()));
        Wait.settle();
        return window.page().getActiveEditor();
    }

    private RuleGrid grid() {
        return RuleGrid.get(window.shell());
    }

    private String clipboard() {
        Clipboard clipboard = new Clipboard(window.shell().getDisplay());
        try {
            return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    private void setClipboard(String text) {
        Clipboard clipboard = new Clipboard(window.shell().getDisplay());
        try {
            clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
        } finally {
            clipboard.dispose();
        }
    }

    private String message() {
        return Widgets.get(window.shell(), Label.class, "Rule message").getText();
    }

    @Test
    void rulesAreCopiedAsTextAndPastedIntoAnotherPolicyInOneStep() throws Exception {
        IEditorPart source = open("source", LINES);
        open("target", "deny ip any any log\npermit ip any any\n");
        window.page().activate(source);
        Wait.until("the source", () -> RuleGrid.shows(window.shell(), 6));
        grid().select(1, 2, 4);
        grid().press('c', SWT.MOD1);
        assertEquals("remark The web shop\npermit tcp any host 198.51.100.2 eq www 443\ndisabled permit udp any any eq domain\n"
                + "permit icmp any any time-exceeded\n", clipboard(), "rules that do not stand together are copied whole");
        assertFalse(source.isDirty(), "copying changes nothing");

        IEditorPart target = open("target", "deny ip any any log\npermit ip any any\n");
        grid().select(0);
        grid().press('v', SWT.MOD1);
        assertEquals(List.of("deny ip any any log", "permit tcp any host 198.51.100.2 eq www 443", "permit udp any any eq domain",
                "permit icmp any any time-exceeded", "permit ip any any"), grid().texts(), "behind the chosen rule, in order");
        assertEquals("The web shop", grid().cell(1, "Remark"));
        assertEquals("\u2013", grid().cell(2, "On"), "what was switched off stays so");
        assertEquals(List.of(1, 2, 3), grid().selected());
        window.page().saveEditor(target, false);
        Policy saved = PolicyFiles.load(folder.resolve("target.hwpolicy"));
        assertEquals(5, saved.getChains().getFirst().getRules().stream().map(rule -> rule.getId()).distinct().count(), "each has an ID of its own");
        window.command("org.eclipse.ui.edit.undo");
        assertEquals(2, grid().rowCount(), "pasting is one step");
    }

    @Test
    void cutRulesComeBackByPastingAndAWrongLineIsNamed() throws Exception {
        open("cut", LINES);
        List<String> before = grid().texts();
        grid().select(0, 1);
        grid().press('x', SWT.MOD1);
        assertEquals(before.subList(2, 6), grid().texts());
        grid().select(3);
        grid().press('v', SWT.MOD1);
        List<String> moved = new ArrayList<>(before.subList(2, 6));
        moved.addAll(before.subList(0, 2));
        assertEquals(moved, grid().texts());

        setClipboard("access-list 101 permit tcp any any eq 22\n! a comment\naccess-list 101 permit tcp any any eq wwww\n");
        grid().press('v', SWT.MOD1);
        assertEquals(moved, grid().texts(), "nothing is pasted in part");
        assertTrue(message().contains("Line 3") && message().contains("wwww"), message());
        setClipboard("access-list 101 permit tcp any any eq 22\n");
        grid().press('v', SWT.MOD1);
        assertEquals("permit tcp any any eq 22", grid().text(6));
        assertEquals("", message());
    }

    private void key(Text text, int keyCode, int modifiers) {
        Event event = new Event();
        event.keyCode = keyCode;
        event.stateMask = modifiers;
        text.notifyListeners(SWT.KeyDown, event);
        if (keyCode == SWT.CR && event.doit) {
            text.notifyListeners(SWT.DefaultSelection, new Event());
        }
        Wait.settle();
    }

    @Test
    void theFilterShowsWhatHasAllWordsAndGoesFromOneToTheNext() throws Exception {
        open("found", LINES);
        Text filter = Widgets.get(window.shell(), Text.class, "Rule filter");
        filter.setText("ICMP echo");
        assertEquals(List.of("permit icmp any any echo", "permit icmp any any echo-reply"), grid().texts(), "whatever their case");
        assertEquals(List.of("1", "4"), grid().column(0, "#").stream().map(cell -> cell.replace("\u25b6 ", "")).toList(),
                "rules keep their numbers");
        key(filter, SWT.CR, SWT.NONE);
        assertEquals(List.of(0), grid().selected());
        key(filter, SWT.CR, SWT.NONE);
        assertEquals(List.of(1), grid().selected());
        key(filter, SWT.CR, SWT.NONE);
        assertEquals(List.of(0), grid().selected(), "round again");
        key(filter, SWT.CR, SWT.SHIFT);
        assertEquals(List.of(1), grid().selected(), "and backwards");

        // What is edited while others are hidden is the rule that is shown.
        grid().type(1, "Log", "log");
        key(filter, SWT.ESC, SWT.NONE);
        assertEquals(6, grid().rowCount());
        assertEquals("permit icmp any any echo-reply log", grid().text(3));
        assertEquals(List.of(3), grid().selected(), "the chosen rule stays chosen");
        filter.setText("shop");
        assertEquals(List.of("permit tcp any host 198.51.100.2 eq www 443"), grid().texts(), "remarks are looked at too");
        filter.setText("no such words");
        assertEquals(0, grid().rowCount());
        key(filter, SWT.CR, SWT.NONE);
        assertEquals(0, grid().rowCount());
        filter.setText("");
        assertEquals(6, grid().rowCount());
    }

    @Test
    void hitsAreCountedBesideTheRulesWhileThePolicyIsEnforced() throws Exception {
        IEditorPart policy = open("counted", LINES);
        assertEquals(List.of("", "", "", "", "", ""), grid().column(0, "Hits"));
        window.command("org.hopwarden.ui.rules.enforce");
        Wait.until("the routers of the lab", () -> !Widgets.get(window.shell(), Combo.class, "Enforce Router").getText().isEmpty());
        Widgets.click(Widgets.get(window.shell(), Button.class, "Start enforcement"));
        Wait.until("hits of the first rule", () -> hits(0) > 0);
        long then = hits(0);
        Wait.until("more of them", () -> hits(0) > then);
        assertEquals(0, hits(2), "a rule that is switched off decides nothing");

        // They stay with their rules when these are moved.
        window.page().activate(policy);
        grid().select(0);
        grid().press(SWT.ARROW_DOWN, SWT.ALT);
        Wait.until("the hits at the rule's new place", () -> hits(1) > then && hits(0) < hits(1));
        Rectangle cell = grid().bounds(1, "Hits");
        assertTrue(grid().table().getClientArea().contains(cell.x + cell.width, cell.y), "hits are in sight beside the Enforcement view");
        Screenshots.take("rule-hits-light");
        Themes.setDark(true);
        Screenshots.take("rule-hits-dark");
        Themes.setDark(false);
        Widgets.click(Widgets.get(window.shell(), Button.class, "Stop enforcement"));
        Wait.until("the end", () -> Widgets.get(window.shell(), Label.class, "Enforcement").getText().startsWith("Stopped"));
        Table counters = Widgets.get(window.shell(), Table.class, "Counters");
        Wait.until("the last counts", () -> hits(1) == Long.parseLong(counters.getItem(0).getText(1)));
    }

    /** The system's own colours change later than the theme, and fields without a colour took them too early. */
    @Test
    void fieldsAndTableAreLightAgainAfterTheDarkTheme() throws Exception {
        open("light", LINES);
        Text line = Widgets.get(window.shell(), Text.class, "Rule text");
        Themes.setDark(true);
        Wait.until("dark fields", () -> line.getBackground().getGreen() < 128 && grid().table().getBackground().getGreen() < 128);
        Themes.setDark(false);
        Wait.settle();
        assertTrue(line.getBackground().getGreen() > 200, () -> line.getBackground().toString());
        assertTrue(grid().table().getBackground().getGreen() > 200, () -> grid().table().getBackground().toString());
    }

    private long hits(int row) {
        String cell = grid().cell(row, "Hits");
        return cell.isEmpty() ? 0 : Long.parseLong(cell);
    }
}
