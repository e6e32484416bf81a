package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.interchange.entry.RuleLines;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.rules.PolicyTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst looks at all that is to be known of a rule, a chain, an object and the policy in the Properties view, and edits it there. */
class PropertiesWindowTest {

    private static final String VIEW = "org.hopwarden.ui.rules.properties";

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @TempDir
    private Path folder;
    private Path file;
    private RuleGrid grid;

    @BeforeEach
    void openAPolicy() throws IOException, NoRule {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
        Policy policy = Interchange.template("empty").orElseThrow().make("gate");
        AddressObject servers = RulemodelFactory.eINSTANCE.createAddressObject();
        servers.setName("servers");
        policy.getAddressObjects().add(servers);
        policy.getChains().getFirst().getRules().addAll(RuleLines.read("""
                remark the shop
                permit tcp 192.0.2.0 0.0.0.255 @servers eq www
                permit udp any any eq domain
                deny ip any any log
                """, policy));
        policy.getChains().getFirst().getRules().getFirst().setPackets(17L);
        ElementIds.assignMissing(policy);
        file = folder.resolve("gate.hwpolicy");
        PolicyFiles.save(policy, file);
        PolicyTabs.open(window.page(), file);
        Wait.until("the rules", () -> RuleGrid.shows(window.shell(), 3));
        Wait.settle();
        grid = RuleGrid.get(window.shell());
        grid.select(0);
        window.command("org.hopwarden.ui.rules.showProperties");
        Wait.until("the view", () -> Widgets.find(window.shell(), Tree.class, "Properties").filter(tree -> tree.getItemCount() > 0).isPresent());
    }

    @AfterEach
    void closeBoth() {
        Themes.setDark(false);
        window.page().hideView(window.page().findView(VIEW));
        for (IEditorReference reference : window.page().getEditorReferences()) {
            if (reference.getId().equals("org.hopwarden.ui.rules.policy")) {
                window.page().closeEditor(reference.getEditor(true), false);
            }
        }
        Wait.settle();
    }

    @Test
    void aRuleIsShownInWordsAndEdited() throws IOException {
        assertEquals(List.of(0), grid.selected(), "the rule stays chosen when the view makes its table narrower");
        assertEquals("192.0.2.0 0.0.0.255", value("Source"));
        assertEquals("@servers", value("Destination"));
        assertEquals("tcp to eq www", value("Service"));
        assertEquals("permit", value("Action"));
        assertEquals("yes", value("On"));
        assertEquals("the shop", value("Remarks"));
        assertEquals("17", value("Packets"));
        assertEquals("chain 101, rule 1", value("Place"));
        assertTrue(names().stream().noneMatch(name -> name.equals("Id")), "an ID is nothing for people: " + names());
        Wait.settle();
        Screenshots.take("properties-light");
        Themes.setDark(true);
        Screenshots.take("properties-dark");
        Themes.setDark(false);

        type("Source", "not host 198.51.100.7");
        assertEquals("permit tcp not host 198.51.100.7 @servers eq www", grid.text(0));
        untilValue("Source", "not host 198.51.100.7");
        choose("On", "no");
        assertEquals("\u2013", grid.cell(0, "On"));
        type("Remarks", "the shop / until May");
        assertEquals(List.of("the shop", "until May"), save().getChains().getFirst().getRules().getFirst().getRemarks());
        for (int step = 0; step < 3; step++) {
            window.page().activate(window.page().getActiveEditor());
            window.command("org.eclipse.ui.edit.undo");
        }
        assertEquals("permit tcp 192.0.2.0 0.0.0.255 @servers eq www", grid.text(0));
        untilValue("Source", "192.0.2.0 0.0.0.255");

        Text cell = open("Service");
        cell.setText("tcp eq wwww");
        cell.notifyListeners(SWT.DefaultSelection, new Event());
        Wait.settle();
        assertEquals("permit tcp 192.0.2.0 0.0.0.255 @servers eq www", grid.text(0), "a wrong text is not taken");
    }

    @Test
    void severalRulesAreEditedInOneStep() {
        window.page().activate(window.page().getActiveEditor());
        grid.select(0, 1, 2);
        Wait.until("what they have in common", () -> names().contains("Log"));
        choose("Log", "log");
        assertEquals(List.of("log", "log", "log"), grid.column(0, "Log"));
        window.page().activate(window.page().getActiveEditor());
        window.command("org.eclipse.ui.edit.undo");
        assertEquals(List.of("", "", "log"), grid.column(0, "Log"));
        assertFalse(window.page().getActiveEditor().isDirty());
    }

    @Test
    void chainsObjectsAndThePolicyAreEditedToo() throws IOException {
        choose(item(0, 0));
        assertEquals("101", value("Name"));
        assertEquals("3", value("Rules"));
        assertEquals("access list 101 of Cisco IOS, extended", value("Language"));
        type("Bound to", "in on eth0");
        choose("No rule matches", "allow");
        choose(item(1, 0));
        assertEquals("chain 101, rule 1", value("Used by"));
        type("Holds", "host 192.0.2.80, 192.0.2.81");
        untilValue("Holds", "host 192.0.2.80, host 192.0.2.81");
        type("Name", "101 shops");
        assertTrue(Widgets.get(window.shell(), Label.class, "Rule message").getText().startsWith("Not taken: The name '101 shops'"));
        type("Name", "shops");
        choose(Widgets.get(window.shell(), Tree.class, "Policy").getItem(1));
        assertEquals("deny", value("Default forward"));
        choose("Default forward", "allow");
        type("Description", "The gate of the lab");
        Policy saved = save();
        assertEquals("in on eth0", org.hopwarden.interchange.entry.BindingText.of(saved.getChains().getFirst().getBindings()));
        assertEquals("allow", saved.getChains().getFirst().getEnd().getLiteral());
        assertEquals("shops", saved.getAddressObjects().getFirst().getName());
        assertEquals("allow", saved.getDefaultForward().getLiteral());
        assertEquals("The gate of the lab", saved.getDescription());
    }

    private Tree tree() {
        return Widgets.get(window.shell(), Tree.class, "Properties");
    }

    /** The lines below all headings. */
    private List<TreeItem> lines() {
        List<TreeItem> lines = new ArrayList<>();
        for (TreeItem group : tree().getItems()) {
            lines.addAll(Arrays.asList(group.getItems()));
        }
        return lines;
    }

    private List<String> names() {
        return lines().stream().map(item -> item.getText(0)).toList();
    }

    private TreeItem line(String name) {
        return lines().stream().filter(item -> item.getText(0).equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no property " + name + " among " + names()));
    }

    private String value(String name) {
        return line(name).getText(1);
    }

    private void untilValue(String name, String value) {
        Wait.until(name + " to be " + value, () -> names().contains(name) && value(name).equals(value));
    }

    private void activate(String name) {
        TreeItem line = line(name);
        tree().setSelection(line);
        Event event = new Event();
        event.item = line;
        tree().notifyListeners(SWT.DefaultSelection, event);
        Wait.settle();
    }

    private Text open(String name) {
        activate(name);
        return Widgets.all(tree(), Text.class, text -> true).stream().findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not edited"));
    }

    private void type(String name, String value) {
        Text text = open(name);
        text.setText(value);
        text.notifyListeners(SWT.DefaultSelection, new Event());
        Wait.settle();
    }

    private void choose(String name, String value) {
        activate(name);
        CCombo combo = Widgets.all(tree(), CCombo.class, each -> true).stream().findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not edited"));
        combo.select(combo.indexOf(value));
        combo.notifyListeners(SWT.Selection, new Event());
        combo.notifyListeners(SWT.DefaultSelection, new Event());
        Wait.settle();
    }

    private TreeItem item(int group, int element) {
        return Widgets.get(window.shell(), Tree.class, "Policy").getItem(group).getItem(element);
    }

    /** Chooses in the tree of the policy, as a click does, which brings its tab to the front. */
    private void choose(TreeItem item) {
        window.page().activate(window.page().getActiveEditor());
        item.getParent().setSelection(item);
        Event event = new Event();
        event.item = item;
        item.getParent().notifyListeners(SWT.Selection, event);
        Wait.settle();
    }

    private Policy save() throws IOException {
        window.page().saveEditor(window.page().getActiveEditor(), false);
        Wait.settle();
        return PolicyFiles.load(file);
    }
}
