package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.analysis.PolicyCheck;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.interchange.entry.RuleLines;
import org.hopwarden.net.Plugins;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.rules.PolicyTabs;
import org.hopwarden.ui.tests.plugin.TelnetCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An analyst looks at what the checks found in a policy, has it shown by a packet, and mends it. */
@ExtendWith(UiPauses.class)
class FindingsWindowTest {

    private static final int MANY = Boolean.getBoolean("hopwarden.full") ? 10_000 : 2_000;
    private static final int EVERY = 100;
    private static final String RULES = """
            permit icmp any any echo
            deny tcp any 198.51.100.0 0.0.0.255 eq telnet
            permit tcp any host 198.51.100.7 eq telnet
            permit tcp any host 192.0.2.1 eq www
            permit tcp any 192.0.2.0 0.0.0.255 eq www
            permit tcp any any established
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
    void closeThePolicy() {
        for (IEditorReference reference : window.page().getEditorReferences()) {
            if (reference.getId().equals("org.hopwarden.ui.rules.policy")) {
                window.page().closeEditor(reference.getEditor(true), false);
            }
        }
        Themes.setDark(false);
        Wait.settle();
    }

    private RuleGrid open(String rules, String... objects) throws Exception {
        Path file = folder.resolve("gate.hwpolicy");
        int[] count = { 0 };
        UiPauses.aside(() -> {
            Policy policy = Interchange.template("empty").orElseThrow().make("gate");
            for (String name : objects) {
                AddressObject object = RulemodelFactory.eINSTANCE.createAddressObject();
                object.setName(name);
                policy.getAddressObjects().add(object);
            }
            policy.getChains().getFirst().getRules().addAll(RuleLines.read(rules, policy));
            count[0] = policy.getChains().getFirst().getRules().size();
            ElementIds.assignMissing(policy);
            PolicyFiles.save(policy, file);
        });
        PolicyTabs.open(window.page(), file);
        Wait.until("the rules", () -> RuleGrid.shows(window.shell(), count[0]));
        Wait.settle();
        return RuleGrid.get(window.shell());
    }

    @Test
    void findingsAreMarkedListedShownByAPacketAndMended() throws Exception {
        RuleGrid grid = open(RULES, "servers");
        Wait.until("the mark of the shadowed rule", () -> grid.cell(2, "").equals("warning"));
        assertEquals("", grid.cell(0, ""), "nothing is wrong with this one");
        assertEquals("warning", grid.cell(3, ""), "a rule that a later one makes redundant");
        Tree tree = Widgets.get(window.shell(), Tree.class, "Policy");
        assertTrue(tree.getItem(0).getItem(0).getImage() != null);
        Table findings = showFindings();
        int shadowed = row(findings, "shadowed");
        assertEquals("chain 101, rule 3", findings.getItem(shadowed).getText(2));
        assertEquals("@servers", findings.getItem(row(findings, "unused-object")).getText(2));

        Widgets.select(findings, shadowed);
        Wait.settle();
        assertEquals(List.of(2), grid.selected(), "a click goes to the rule");
        assertTrue(label("Finding").startsWith("This rule never matches"), label("Finding"));
        Screenshots.take("findings-light");
        Themes.setDark(true);
        Screenshots.take("findings-dark");
        Themes.setDark(false);

        Button verdict = Widgets.get(window.shell(), Button.class, "Show in Verdict");
        Widgets.click(verdict);
        Wait.until("the verdict of the witness", () -> Widgets.find(window.shell(), Label.class, "Verdict")
                .filter(each -> each.getText().startsWith("Denied by rule 2")).isPresent());
        assertEquals("198.51.100.7", Widgets.get(window.shell(), Text.class, "Destination").getText());
        assertEquals(List.of(1), grid.selected(), "the rule that decides the packet");

        showFindings();
        Button fix = Widgets.get(window.shell(), Button.class, "Quick Fix");
        assertEquals("Quick Fix: Move rule 3 in front of rule 2", fix.getText());
        Widgets.click(fix);
        assertEquals("permit tcp any host 198.51.100.7 eq telnet", grid.text(1));
        assertTrue(label("Rule message").startsWith("Done: Move rule 3 in front of rule 2."), label("Rule message"));
        Wait.until("what it means", () -> label("Rule message").contains("Other verdicts: deny before, allow now, such as tcp from "));
        Screenshots.take("findings-fixed-light");
        Wait.until("that it is mended", () -> rowsOf(findings, "shadowed").isEmpty());
        window.command("org.eclipse.ui.edit.undo");
        assertEquals("deny tcp any 198.51.100.0 0.0.0.255 eq telnet", grid.text(1));
        assertFalse(window.page().getActiveEditor().isDirty());
        Wait.until("the finding again", () -> rowsOf(findings, "shadowed").size() == 1);
    }

    @Test
    void aFixIsChosenFromTheKeyboardAndFromTheMenuOfARule() throws Exception {
        RuleGrid grid = open(RULES, "servers");
        Wait.until("the mark of the redundant rule", () -> grid.cell(3, "").equals("warning"));
        grid.select(3);
        window.command("org.hopwarden.ui.rules.quickFix");
        Wait.until("the fixes", () -> popup().isPresent());
        Screenshots.take("quick-fix-light");
        Table fixes = popup().get();
        assertEquals("Remove rule 4", fixes.getItem(0).getText());
        fixes.setSelection(0);
        fixes.notifyListeners(SWT.DefaultSelection, new Event());
        assertEquals(5, grid.rowCount());
        Wait.until("what it means", () -> label("Rule message").equals("Done: Remove rule 4. No packet gets another verdict."
                + " Ctrl+Z takes it back."));
        window.command("org.eclipse.ui.edit.undo");
        showFindings();
        Wait.until("the mark again", () -> grid.cell(3, "").equals("warning") && label("Findings summary").startsWith("4 warnings"));

        MenuItem quickFix = menuItem(grid);
        quickFix.getMenu().notifyListeners(SWT.Show, new Event());
        MenuItem remove = Arrays.stream(quickFix.getMenu().getItems()).filter(each -> each.getText().equals("Remove rule 4")).findFirst()
                .orElseThrow();
        remove.notifyListeners(SWT.Selection, new Event());
        Wait.until("the rule is gone", () -> grid.rowCount() == 5);
        quickFix.getMenu().notifyListeners(SWT.Hide, new Event());
        Wait.until("no mark is left at rule 4", () -> grid.cell(3, "").isEmpty());

        grid.select(2);
        Wait.until("the mark of the shadowed rule", () -> grid.cell(2, "").equals("warning"));
        Rectangle mark = grid.bounds(2, "");
        Widgets.click(grid.table(), mark.x + mark.width / 2, mark.y + mark.height / 2);
        Wait.until("the fixes beside the mark", () -> popup().isPresent());
        assertEquals("Move rule 3 in front of rule 2", popup().get().getItem(0).getText());
        popup().get().getShell().close();
    }

    /** The check of a plug-in is marked first, as an error, and its fix puts a rule in that uses an object of this policy. */
    @Test
    void aCheckOfAPluginIsShownAndItsFixIsMade() throws Exception {
        Path services = Files.writeString(folder.resolve("services"), TelnetCheck.class.getName());
        ClassLoader plugin = new ClassLoader(TelnetCheck.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.endsWith(PolicyCheck.class.getName()) ? Collections.enumeration(List.of(services.toUri().toURL()))
                        : Collections.emptyEnumeration();
            }
        };
        Plugins.add("telnet", plugin);
        try {
            RuleGrid grid = open("permit icmp any any echo\npermit tcp any any eq telnet\n", "servers");
            Table findings = showFindings();
            Wait.until("the finding of the plug-in", () -> grid.cell(1, "").equals("error"));
            assertEquals(0, row(findings, "telnet"), "errors come first");
            Widgets.select(findings, 0);
            Wait.settle();
            Button fix = Widgets.get(window.shell(), Button.class, "Quick Fix");
            assertEquals("Quick Fix: Insert deny tcp any @servers eq telnet", fix.getText());
            Widgets.click(fix);
            assertEquals(List.of("permit icmp any any echo", "deny tcp any @servers eq telnet", "permit tcp any any eq telnet"), grid.texts());
            Wait.until("that it is mended", () -> rowsOf(findings, "telnet").isEmpty() && grid.cell(2, "").isEmpty());
            assertTrue(rowsOf(findings, "unused-object").isEmpty(), "the new rule uses the object of this policy");
        } finally {
            Plugins.remove(plugin);
        }
    }

    @Test
    void whatElseIsKnownOfAPacketIsToldInWords() throws Exception {
        open("permit tcp any any eq www in eth0 ttl 1 state new\n");
        Wait.until("a first verdict", () -> Widgets.find(window.shell(), Label.class, "Verdict").filter(each -> !each.getText().isEmpty())
                .isPresent());
        Widgets.get(window.shell(), Combo.class, "Protocol").setText("tcp");
        Combo direction = Widgets.get(window.shell(), Combo.class, "Direction");
        direction.select(direction.indexOf("in"));
        direction.notifyListeners(SWT.Modify, new Event());
        Wait.until("that it is denied", () -> label("Verdict").startsWith("Denied by "));
        Text further = Widgets.get(window.shell(), Text.class, "Further");
        further.setText("on eth0 stat new ttl 1");
        Wait.until("what is wrong", () -> label("Verdict").startsWith("'stat' is no word"));
        further.setText("on eth0 state new ttl 1");
        Wait.until("that it is allowed", () -> label("Verdict").startsWith("Allowed by rule 1"));
        further.setText("");
        Wait.until("that it is denied again", () -> label("Verdict").startsWith("Denied by "));

        RuleGrid grid = RuleGrid.get(window.shell());
        grid.select(0);
        window.command("org.hopwarden.ui.rules.duplicate");
        Table findings = showFindings();
        Wait.until("the duplicate", () -> rowsOf(findings, "redundant").size() == 2);
        Widgets.select(findings, rowsOf(findings, "redundant").getFirst());
        Widgets.click(Widgets.get(window.shell(), Button.class, "Show in Verdict"));
        Wait.until("the verdict of a packet with all of this", () -> Widgets.find(window.shell(), Label.class, "Verdict")
                .filter(each -> each.getText().startsWith("Allowed by rule 1")).isPresent());
        String beside = Widgets.get(window.shell(), Text.class, "Further").getText();
        assertTrue(beside.startsWith("in-interface eth0") && beside.endsWith("ttl 1 state new"), beside);
    }

    /** Checks go on behind the edits, and say nothing of a policy that problems keep from being used. */
    @Test
    void checksFollowEditsAndWaitForProblemsToBeMended() throws Exception {
        RuleGrid grid = open("permit tcp any host 192.0.2.1 eq www\n");
        Table findings = showFindings();
        Wait.until("the first findings", () -> !label("Findings summary").isEmpty() && findings.getItemCount() > 0);
        grid.select(0);
        window.command("org.hopwarden.ui.rules.duplicate");
        Wait.until("both are found", () -> rowsOf(findings, "redundant").size() == 2);
        assertTrue(tab("Findings").getText().matches("Findings \\(\\d+\\)"), tab("Findings").getText());
        grid.select(0);
        window.command("org.hopwarden.ui.rules.remove");
        Wait.until("that it is mended", () -> rowsOf(findings, "redundant").isEmpty());

        // What is forwarded belongs to no application, so this policy cannot be used.
        tab("Settings").getParent().setSelection(tab("Settings"));
        Text name = Widgets.get(window.shell(), Text.class, "Element name");
        Widgets.choose(Widgets.get(window.shell(), Combo.class, "Scope"), "application");
        Text bindings = Widgets.get(window.shell(), Text.class, "Bindings");
        bindings.setText("forward");
        bindings.notifyListeners(SWT.DefaultSelection, new Event());
        assertEquals("101", name.getText());
        showFindings();
        Wait.until("that nothing is checked", () -> label("Findings summary").startsWith("Nothing is checked while problems"));
        assertEquals(0, findings.getItemCount());
        assertTrue(tab("Problems").getText().startsWith("Problems ("), "the problem is told instead");
        window.command("org.eclipse.ui.edit.undo");
        Wait.until("the findings again", () -> findings.getItemCount() > 0);
    }

    /** Measured by releng/bench/pauses.sh; here it must only come to its end. */
    @Test
    void manyRulesAreCheckedBehindTheEdits() throws Exception {
        StringBuilder lines = new StringBuilder("permit tcp any any eq 1\n");
        for (int n = 1; n < MANY; n++) {
            lines.append("permit tcp 10.").append(n >> 8).append('.').append(n & 255).append(".0 0.0.0.255 host 198.51.100.2 eq ")
                    .append(n % EVERY == 0 ? 1 : n + 1).append('\n');
        }
        UiPauses.step("opening");
        RuleGrid grid = open(lines.toString());
        UiPauses.step("checking");
        Table findings = showFindings();
        Wait.until("the rules that do nothing", () -> rowsOf(findings, "redundant").size() == MANY / EVERY - 1);
        UiPauses.step("editing while it is checked");
        grid.select(100);
        for (int step = 0; step < 5; step++) {
            grid.press(' ', SWT.NONE);
        }
        Wait.until("one of them less, as it is disabled", () -> rowsOf(findings, "redundant").size() == MANY / EVERY - 2);
        UiPauses.step("after it");
        Wait.settle();
    }

    private Table showFindings() {
        CTabFolder tabs = Widgets.get(window.shell(), CTabFolder.class, "Lower tabs");
        tabs.setSelection(tab("Findings"));
        Wait.settle();
        return Widgets.get(window.shell(), Table.class, "Findings");
    }

    private CTabItem tab(String title) {
        CTabFolder tabs = Widgets.get(window.shell(), CTabFolder.class, "Lower tabs");
        return Arrays.stream(tabs.getItems()).filter(item -> item.getText().startsWith(title)).findFirst().orElseThrow();
    }

    private static List<Integer> rowsOf(Table findings, String check) {
        return IntStream.range(0, findings.getItemCount()).filter(row -> findings.getItem(row).getText(3).equals(check)).boxed().toList();
    }

    private static int row(Table findings, String check) {
        assertEquals(1, rowsOf(findings, check).size(), check + " in " + Widgets.column(findings, 3));
        return rowsOf(findings, check).getFirst();
    }

    private String label(String name) {
        return Widgets.get(window.shell(), Label.class, name).getText();
    }

    private Optional<Table> popup() {
        for (Shell shell : window.shell().getDisplay().getShells()) {
            if (!shell.isDisposed() && shell.isVisible()) {
                Optional<Table> fixes = Widgets.find(shell, Table.class, "Quick fixes");
                if (fixes.isPresent()) {
                    return fixes;
                }
            }
        }
        return Optional.empty();
    }

    private static MenuItem menuItem(RuleGrid grid) {
        grid.table().getMenu().notifyListeners(SWT.Show, new Event());
        return Arrays.stream(grid.table().getMenu().getItems()).filter(each -> each.getText().startsWith("Quick Fix")).findFirst()
                .orElseThrow();
    }
}
