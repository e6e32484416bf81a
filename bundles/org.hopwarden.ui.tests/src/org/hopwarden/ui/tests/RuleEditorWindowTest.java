package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.interchange.entry.RuleLines;
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

/** An analyst works on rules in their table: cell by cell, with a filter, and on very many of them. */
@ExtendWith(UiPauses.class)
class RuleEditorWindowTest {

    private static final int MANY = 10_000;

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
    void closeThePolicy() {
        UiPauses.step("closing the tab");
        for (IEditorReference reference : window.page().getEditorReferences()) {
            if (reference.getId().equals("org.hopwarden.ui.rules.policy")) {
                window.page().closeEditor(reference.getEditor(true), false);
            }
        }
        Themes.setDark(false);
        Wait.settle();
    }

    private RuleGrid open(Policy policy) throws IOException {
        Path file = folder.resolve("edited.hwpolicy");
        UiPauses.aside(() -> PolicyFiles.save(policy, file));
        PolicyTabs.open(window.page(), file);
        int rules = policy.getChains().getFirst().getRules().size();
        Wait.until("the rules", () -> RuleGrid.shows(window.shell(), rules));
        Wait.settle();
        return RuleGrid.get(window.shell());
    }

    private static Policy template(String id) {
        return Interchange.template(id).orElseThrow().make("edited");
    }

    @Test
    void aCellIsTypedOverAndAWrongTextIsToldInIt() throws IOException {
        RuleGrid grid = open(template("icmp-minimum"));
        assertEquals("permit", grid.cell(1, "Action"));
        grid.type(1, "Source", "192.0.2.0/24");
        assertEquals("permit icmp 192.0.2.0 0.0.0.255 any echo", grid.text(1));
        grid.type(1, "Action", "reject tcp-reset");
        grid.type(1, "State", "new");
        assertEquals("reject tcp-reset icmp 192.0.2.0 0.0.0.255 any echo state new", grid.text(1));

        Text service = grid.open(2, "Service");
        service.setText("tcp eq wwww");
        RuleGrid.enter(service);
        assertTrue(message().contains("did you mean 'www'"), message());
        Screenshots.take("rule-cell-wrong-light");
        assertEquals("permit icmp any any echo-reply", grid.text(2), "a wrong text is not taken");
        service.setText("tcp eq www");
        RuleGrid.enter(service);
        assertEquals("permit tcp any any eq www", grid.text(2));
        for (int step = 0; step < 4; step++) {
            window.command("org.eclipse.ui.edit.undo");
        }
        assertEquals("permit icmp any any echo", grid.text(1));
        assertFalse(window.page().getActiveEditor().isDirty());
        grid.select(3);
        Screenshots.take("rule-table-light");
        Themes.setDark(true);
        Screenshots.take("rule-table-dark");
    }

    @Test
    void severalRulesAreSwitchedInOneStepAndFiltered() throws IOException {
        RuleGrid grid = open(template("icmp-minimum"));
        grid.select(0, 1);
        grid.press(' ', SWT.NONE);
        assertEquals("\u2013", grid.cell(0, "On"));
        assertEquals("\u2013", grid.cell(1, "On"));
        window.command("org.eclipse.ui.edit.undo");
        assertEquals("\u2713", grid.cell(0, "On"), "several rules are one step");

        Text filter = Widgets.get(window.shell(), Text.class, "Rule filter");
        filter.setText("path discovery");
        assertEquals(1, grid.rowCount(), "remarks are looked at too");
        assertEquals("4", grid.cell(0, "#"), "rules keep their numbers");
        filter.setText("");
        assertEquals(7, grid.rowCount());
    }

    @Test
    void aRuleIsMadeForAPacketInFrontOfTheRuleThatDecidesIt() throws IOException {
        RuleGrid grid = open(template("icmp-minimum"));
        Wait.until("the verdict of a ping", () -> Widgets.find(window.shell(), Label.class, "Verdict")
                .filter(verdict -> verdict.getText().startsWith("Allowed by rule 2")).isPresent());
        window.command("org.hopwarden.ui.rules.denyPacket");
        assertEquals("deny icmp host 192.0.2.1 host 198.51.100.2 echo", grid.text(1));
        assertEquals(List.of(1), grid.selected());
        Wait.until("the new verdict", () -> Widgets.get(window.shell(), Label.class, "Verdict").getText().startsWith("Denied by rule 2"));
        window.command("org.hopwarden.ui.rules.accept");
        Screenshots.take("rule-made-light");
    }

    @Test
    void aPolicyIsMadeFromATemplate() throws IOException {
        window.command("org.hopwarden.ui.rules.new");
        Wait.until("the wizard", () -> wizard() != null);
        Shell wizard = wizard();
        org.eclipse.swt.widgets.List templates = Widgets.get(wizard, org.eclipse.swt.widgets.List.class, "Templates");
        templates.select(templates.indexOf("Let tracert work"));
        templates.notifyListeners(SWT.Selection, new Event());
        assertTrue(Widgets.get(wizard, Text.class, "Template rules").getText().contains("icmp time-exceeded"));
        Path file = folder.resolve("new.hwpolicy");
        Widgets.get(wizard, Text.class, "Policy file").setText(folder.resolve("none").resolve("x.hwpolicy").toString());
        assertFalse(finish(wizard).isEnabled(), "its folder is not there");
        Widgets.get(wizard, Text.class, "Policy file").setText(file.toString());
        Screenshots.take("new-policy-light");
        Themes.setDark(true);
        Screenshots.take("new-policy-dark");
        Themes.setDark(false);
        Widgets.click(finish(wizard));
        Wait.until("the new policy", () -> RuleGrid.shows(window.shell(), 3));
        assertEquals(List.of("out", "in"), PolicyFiles.load(file).getChains().stream().map(chain -> chain.getName()).toList());
        assertTrue(Files.exists(file));
    }

    /** Measured by releng/bench/pauses.sh; here it must only come to its end. */
    @Test
    void tenThousandRulesAreOpenedScrolledAndEdited() throws Exception {
        Policy policy = template("empty");
        UiPauses.aside(() -> {
            StringBuilder lines = new StringBuilder();
            for (int n = 0; n < MANY; n++) {
                lines.append("permit tcp 10.").append(n >> 8).append('.').append(n & 255).append(".0 0.0.0.255 host 198.51.100.2 eq ")
                        .append(1 + n).append('\n');
            }
            policy.getChains().getFirst().getRules().addAll(RuleLines.read(lines.toString(), policy));
            ElementIds.assignMissing(policy);
        });
        UiPauses.step("opening");
        RuleGrid grid = open(policy);
        UiPauses.step("scrolling");
        for (int row = 0; row < MANY; row += 250) {
            grid.scrollTo(row);
            Wait.settle();
        }
        UiPauses.step("editing a cell");
        grid.select(MANY - 3);
        grid.scrollTo(MANY - 10);
        grid.type(MANY - 3, "Source", "192.0.2.1");
        assertTrue(grid.text(MANY - 3).contains("host 192.0.2.1"), grid.text(MANY - 3));
        UiPauses.step("moving and removing");
        grid.select(MANY - 3);
        grid.press(SWT.ARROW_UP, SWT.ALT);
        assertTrue(grid.text(MANY - 4).contains("host 192.0.2.1"));
        grid.press(SWT.DEL, SWT.NONE);
        assertEquals(MANY - 1, grid.rowCount());
        UiPauses.step("undoing");
        window.command("org.eclipse.ui.edit.undo");
        assertEquals(MANY, grid.rowCount());
        UiPauses.step("choosing all");
        grid.press('a', SWT.MOD1);
        assertEquals(MANY, grid.selected().size());
        UiPauses.step("switching all");
        grid.press(' ', SWT.NONE);
        assertEquals("\u2013", grid.cell(MANY - 1, "On"));
        window.command("org.eclipse.ui.edit.undo");
        assertEquals("\u2713", grid.cell(MANY - 1, "On"));
        UiPauses.step("filtering");
        Text filter = Widgets.get(window.shell(), Text.class, "Rule filter");
        filter.setText("10.3.7.0");
        Wait.until("the only rule with these words", () -> grid.rowCount() == 1);
        filter.setText("10.3.");
        Wait.until("the rules of a network, and the one of 10.10.3.0", () -> grid.rowCount() == 257);
        filter.setText("");
        assertEquals(MANY, grid.rowCount());
        UiPauses.step("after it");
        Wait.settle();
    }

    private String message() {
        return Widgets.get(window.shell(), Label.class, "Rule message").getText();
    }

    private Shell wizard() {
        return Arrays.stream(window.shell().getDisplay().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals("New Policy"))
                .findFirst().orElse(null);
    }

    private static Button finish(Shell wizard) {
        return Widgets.button(wizard, "Finish");
    }
}
