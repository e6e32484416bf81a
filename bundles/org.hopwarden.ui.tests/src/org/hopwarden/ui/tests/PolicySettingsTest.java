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
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.interchange.entry.BindingText;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Schedule;
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
    void aChainIsBoundScopedAndTellsWhoCallsIt() throws IOException {
        choose("Add Interface Object");
        type("Element name", "dmz");
        type("Terms", "eth1, ppp*");
        assertEquals("", message());
        choose("Add Chain");
        type("Bindings", "in on eth0; forward from eth0 to @inside");
        assertTrue(message().contains("There is no interface object @inside; there are @dmz."), message());
        assertTrue(save().getChains().get(1).getBindings().isEmpty(), "a wrong text is not taken");
        type("Bindings", "in on eth0; out on @dmz");
        assertEquals("", message());
        Widgets.choose(combo("Later fragments"), "unmatched");
        choose("Add Application");
        type("Element name", "browser");
        type("Application path", "/usr/bin/firefox*");
        type("Application user", "guest");
        selectChain(1);
        Widgets.choose(combo("Scope"), "application");
        Wait.settle();
        type("Applications", "@browser, mail");
        assertTrue(message().contains("There is no application @mail"), message());
        type("Applications", "browser");
        Screenshots.take("chain-settings-light");
        Themes.setDark(true);
        Screenshots.take("chain-settings-dark");
        Themes.setDark(false);
        Policy saved = save();
        Chain chain = saved.getChains().get(1);
        assertEquals("in on eth0; out on @dmz", BindingText.of(chain.getBindings()));
        assertEquals(ChainScope.APPLICATION, chain.getScope());
        assertEquals(FragmentReading.UNMATCHED, chain.getFragmentReading());
        assertEquals(List.of("browser"), chain.getApplications().stream().map(each -> each.getName()).toList());
        assertEquals("/usr/bin/firefox*", saved.getApplications().getFirst().getPath());
        assertEquals("guest", saved.getApplications().getFirst().getUser());
        assertTrue(details("102").containsAll(List.of("in on eth0", "out on @dmz")), details("102").toString());

        for (String used : List.of("dmz", "browser")) {
            select(used);
            choose("Remove Chain or Object");
            assertEquals("@" + used + " is used by chain 102. Change that first.", message());
        }
        selectChain(1);
        Widgets.choose(combo("Scope"), "global");
        Wait.settle();
        assertTrue(save().getChains().get(1).getApplications().isEmpty(), "a chain for all packets names no applications");
        window.command("org.eclipse.ui.edit.undo");
        assertEquals("@browser", text("Applications").getText(), "both in one step");
        window.command("org.eclipse.ui.edit.redo");
        select("browser");
        assertEquals("nothing", link("Used by").getText());
        choose("Remove Chain or Object");
        assertTrue(save().getApplications().isEmpty());

        selectChain(0);
        window.command("org.hopwarden.ui.rules.add");
        Text line = Widgets.get(window.shell(), Text.class, "Rule text");
        line.setText("call 102 tcp any any");
        line.notifyListeners(SWT.DefaultSelection, new Event());
        Wait.settle();
        selectChain(1);
        showTab("Settings");
        assertEquals("<a href=\"0\">chain 101, rule 1</a>", link("Used by").getText());
        choose("Remove Chain or Object");
        assertTrue(message().startsWith("Chain 102 is used by rule call 102 tcp any any (chain 101, rule 1)"), message());
        Event click = new Event();
        click.text = "0";
        link("Used by").notifyListeners(SWT.Selection, click);
        Wait.settle();
        assertEquals("call 102 tcp any any", rules().text(0), "the link goes to the caller");
        assertEquals(List.of(0), rules().selected());
    }

    @Test
    void aScheduleIsMadeAndUsed() throws IOException {
        choose("Add Schedule");
        type("Element name", "office");
        type("Schedule periods", "weekdays 8:00-17:30; saturdy 09:00-12:00");
        assertTrue(message().contains("did you mean 'saturday'"), message());
        type("Schedule periods", "weekdays 8:00-17:30; saturday 09:00-12:00");
        type("Schedule start", "2026-01-01");
        type("Schedule end", "2026");
        assertTrue(message().contains("'2026' is no date and time"), message());
        type("Schedule end", "2026-12-31 18:00");
        type("Description", "While somebody is there");
        assertEquals("", message());
        assertEquals("weekdays 08:00-17:30; saturday 09:00-12:00", text("Schedule periods").getText());
        Screenshots.take("schedule-settings-light");
        assertEquals(List.of("from 2026-01-01 00:00", "until 2026-12-31 18:00", "weekdays 08:00-17:30", "saturday 09:00-12:00"),
                details("office"));
        Schedule schedule = save().getSchedules().getFirst();
        assertEquals(2, schedule.getPeriods().size());
        assertEquals("While somebody is there", schedule.getDescription());
        window.command("org.eclipse.ui.edit.undo");
        assertEquals("", text("Description").getText());
        window.command("org.hopwarden.ui.rules.add");
        Text line = Widgets.get(window.shell(), Text.class, "Rule text");
        line.setText("permit tcp any any time-range office");
        line.notifyListeners(SWT.DefaultSelection, new Event());
        select("office");
        choose("Remove Chain or Object");
        assertTrue(message().contains("is used by rule permit tcp any any time-range office"), message());
    }

    private void selectChain(int index) {
        Tree tree = Widgets.get(window.shell(), Tree.class, "Policy");
        select(tree.getItem(0).getItem(index));
    }

    private void select(String name) {
        select(item(name));
    }

    private void select(TreeItem item) {
        Tree tree = item.getParent();
        tree.setSelection(item);
        Event event = new Event();
        event.item = item;
        tree.notifyListeners(SWT.Selection, event);
        Wait.settle();
    }

    private TreeItem item(String name) {
        Tree tree = Widgets.get(window.shell(), Tree.class, "Policy");
        return Arrays.stream(tree.getItems()).flatMap(group -> Arrays.stream(group.getItems()))
                .filter(each -> each.getText().equals(name) || each.getText().equals("@" + name) || each.getText().startsWith(name + " "))
                .findFirst().orElseThrow(() -> new AssertionError("nothing is named " + name));
    }

    /** What stands below an element in the tree. */
    private List<String> details(String name) {
        TreeItem item = item(name);
        item.setExpanded(true);
        Event event = new Event();
        event.item = item;
        item.getParent().notifyListeners(SWT.Expand, event);
        Wait.settle();
        return Arrays.stream(item.getItems()).map(TreeItem::getText).toList();
    }

    private Link link(String name) {
        return Widgets.get(window.shell(), Link.class, name);
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
