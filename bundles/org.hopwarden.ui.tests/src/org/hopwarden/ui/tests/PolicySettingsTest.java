package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.rules.PolicyTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst begins a policy from nothing: its name, defaults, chains and objects, and rules that use these. */
class PolicySettingsTest {

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void begin() {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        file = folder.resolve("gate.hwpolicy");
        PolicyTabs.create(window.page(), file);
        Wait.until("the new policy", () -> Widgets.find(window.shell(), Tree.class, "Policy").isPresent()
                && window.page().getActiveEditor().getTitle().equals("gate.hwpolicy"));
        showTab("Settings");
    }

    @AfterEach
    void closeThePolicy() {
        for (IEditorReference reference : window.page().getEditorReferences()) {
            if (reference.getId().equals("org.hopwarden.ui.rules.policy")) {
                window.page().closeEditor(reference.getEditor(true), false);
            }
        }
        Wait.settle();
    }

    @Test
    void namesAndDefaultsAreEditedUndoneAndSaved() throws IOException {
        type("Policy name", "The gate");
        Widgets.choose(combo("Default forward"), "allow");
        type("Element name", "150");
        Widgets.choose(combo("No rule matches"), "policy");
        Wait.settle();
        assertEquals("policy", combo("No rule matches").getText());
        Screenshots.take("settings-light");
        Themes.setDark(true);
        Screenshots.take("settings-dark");
        Themes.setDark(false);
        assertTrue(window.page().getActiveEditor().isDirty());
        for (int step = 0; step < 4; step++) {
            window.command("org.eclipse.ui.edit.undo");
        }
        assertFalse(window.page().getActiveEditor().isDirty());
        assertEquals("gate", text("Policy name").getText());
        assertEquals("101", text("Element name").getText());
        for (int step = 0; step < 4; step++) {
            window.command("org.eclipse.ui.edit.redo");
        }
        Policy saved = save();
        assertEquals("The gate", saved.getName());
        assertEquals(Disposition.ALLOW, saved.getDefaultForward());
        assertEquals("150", saved.getChains().getFirst().getName());

        type("Element name", "");
        assertTrue(message().contains("A name is missing"), message());
        assertEquals("150", save().getChains().getFirst().getName());
    }

    @Test
    void objectsAreMadeUsedInARuleAndNotRemovedWhileTheyAre() throws IOException {
        choose("Add Address Object");
        type("Element name", "servers");
        type("Terms", "host 192.0.2.1, 198.51.100.0/24");
        assertEquals("", message());
        type("Terms", "host 192.0.2.300");
        assertTrue(message().contains("192.0.2.300"), message());
        Tree tree = Widgets.get(window.shell(), Tree.class, "Policy");
        assertTrue(Arrays.stream(tree.getItems()).anyMatch(item -> item.getText().equals("Addresses (1)")));

        window.command("org.hopwarden.ui.rules.add");
        Text cell = Widgets.get(window.shell(), Text.class, "Rule text");
        cell.setText("permit {tcp to eq www, udp to eq domain} any {@servers, 2001:db8::/32}");
        Wait.until("the verdict of the background, which must not end the editing", () -> verdictIsThere());
        Screenshots.take("objects-light");
        assertTrue(cell.isVisible(), "the cell is still open");
        cell.notifyListeners(SWT.DefaultSelection, new Event());
        Wait.settle();
        String rule = "permit {tcp to eq www, udp to eq domain} any {@servers, 2001:db8::/32}";
        assertEquals(rule, rules().text(0));
        assertEquals(rule, RuleText.of(save().getChains().getFirst().getRules().getFirst()));

        showTab("Settings");
        choose("Remove Chain or Object");
        assertTrue(message().contains("@servers is used by rule " + rule), message());
        rules().select(0);
        window.command("org.hopwarden.ui.rules.remove");
        choose("Remove Chain or Object");
        assertTrue(save().getAddressObjects().isEmpty());
        window.command("org.eclipse.ui.edit.undo");
        assertEquals(1, save().getAddressObjects().size());
    }

    @Test
    void chainsAreAddedAndRemoved() throws IOException {
        choose("Add Chain");
        assertEquals("102", text("Element name").getText());
        type("Element name", "101");
        assertTrue(message().contains("Another one is named 101 already"), message());
        assertEquals(2, save().getChains().size());
        choose("Remove Chain or Object");
        assertEquals(List.of("101"), save().getChains().stream().map(chain -> chain.getName()).toList());
    }

    @Test
    void aRuleIsSwitchedOffByAClickAndProblemsAreListed() throws IOException {
        window.command("org.hopwarden.ui.rules.add");
        Text cell = Widgets.get(window.shell(), Text.class, "Rule text");
        cell.setText("permit ip any any");
        cell.notifyListeners(SWT.DefaultSelection, new Event());
        Wait.settle();
        Rectangle on = rules().bounds(0, "On");
        Widgets.click(rules().table(), on.x + on.width / 2, on.y + on.height / 2);
        Wait.until("the switch", () -> rules().cell(0, "On").equals("\u2013"));
        assertFalse(save().getChains().getFirst().getRules().getFirst().isEnabled());
        window.command("org.eclipse.ui.edit.undo");
        assertEquals("\u2713", rules().cell(0, "On"));
        showTab("Problems");
        assertEquals(0, Widgets.get(window.shell(), Table.class, "Problems").getItemCount());
    }

    /** The deciding rule is marked in the table. */
    private boolean verdictIsThere() {
        CTabFolder tabs = Widgets.get(window.shell(), CTabFolder.class, "Lower tabs");
        tabs.setSelection(0);
        return Widgets.find(window.shell(), Label.class, "Verdict").filter(label -> label.getText().contains("rule 1")).isPresent();
    }

    private void showTab(String title) {
        CTabFolder tabs = Widgets.get(window.shell(), CTabFolder.class, "Lower tabs");
        CTabItem tab = Arrays.stream(tabs.getItems()).filter(item -> item.getText().equals(title)).findFirst().orElseThrow();
        tabs.setSelection(tab);
        Wait.settle();
    }

    private RuleGrid rules() {
        return RuleGrid.get(window.shell());
    }

    private Text text(String name) {
        return Widgets.get(window.shell(), Text.class, name);
    }

    private Combo combo(String name) {
        return Widgets.get(window.shell(), Combo.class, name);
    }

    private String message() {
        return Widgets.get(window.shell(), Label.class, "Settings message").getText();
    }

    private void type(String name, String value) {
        text(name).setText(value);
        text(name).notifyListeners(SWT.DefaultSelection, new Event());
        Wait.settle();
    }

    /** Chooses from the tree's menu. */
    private void choose(String item) {
        Tree tree = Widgets.get(window.shell(), Tree.class, "Policy");
        tree.getMenu().notifyListeners(SWT.Show, new Event());
        MenuItem found = Arrays.stream(tree.getMenu().getItems()).filter(each -> each.getText().equals(item)).findFirst().orElseThrow();
        assertTrue(found.isEnabled(), item);
        found.notifyListeners(SWT.Selection, new Event());
        Wait.settle();
    }

    private Policy save() throws IOException {
        window.page().saveEditor(window.page().getActiveEditor(), false);
        Wait.settle();
        return PolicyFiles.load(file);
    }
}
