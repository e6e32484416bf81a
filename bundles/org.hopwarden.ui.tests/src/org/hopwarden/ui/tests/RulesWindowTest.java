package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.ui.StateFolder;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.rules.PolicyTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An analyst imports an access list, edits it, and asks what it says of a packet. */
@ExtendWith(UiPauses.class)
class RulesWindowTest {

    private static final String LIST = """
            access-list 2001 remark Pings both ways, and what path MTU discovery and traces need
            access-list 2001 permit icmp any any echo
            access-list 2001 permit icmp any any echo-reply
            access-list 2001 permit icmp any any packet-too-big
            access-list 2001 permit icmp any any ttl-exceeded
            access-list 2001 deny icmp any any fragments log
            access-list 2001 deny icmp any any log
            access-list 2001 permit tcp any host 198.51.100.2 eq 80 443
            access-list 2001 permit udp any 198.51.100.0 0.0.0.255 eq 53
            """;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void importTheList() throws IOException {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
        file = folder.resolve("border.hwpolicy");
        Path list = Files.writeString(folder.resolve("border.txt"), LIST);
        PolicyTabs.importList(window.page(), "ios", list, file);
        Wait.until("the imported rules", () -> RuleGrid.shows(window.shell(), 8));
        Wait.settle();
    }

    /** Closing the view ends the enforcement, which later tests must not find running, also after a failure. */
    @AfterEach
    void endTheEnforcement() {
        IViewPart view = window.page().findView("org.hopwarden.ui.rules.enforcement");
        if (view != null) {
            window.page().hideView(view);
        }
        Wait.settle();
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

    @Test
    void anImportedListIsShownWithTheNotesOfTheImport() {
        assertEquals(PolicyTabs.PERSPECTIVE, window.page().getPerspective().getId());
        assertEquals("permit icmp any any echo", text(0));
        assertEquals("permit tcp any host 198.51.100.2 eq www 443", text(6));
        Table notes = Widgets.get(window.shell(), Table.class, "Import notes");
        assertTrue(Widgets.column(notes, 2).stream().anyMatch(note -> note.contains("eq www 443")), "its spelling is told");
        assertFalse(editor().isDirty());
        Screenshots.take("import-notes-light");
        Themes.setDark(true);
        Screenshots.take("import-notes-dark");
    }

    @Test
    void anEditIsUndoneRedoneAndSaved() throws IOException {
        edit(1, "permit icmp any host 198.51.100.7 echo-reply log");
        assertEquals("permit icmp any host 198.51.100.7 echo-reply log", text(1));
        assertTrue(editor().isDirty());

        window.command("org.eclipse.ui.edit.undo");
        assertEquals("permit icmp any any echo-reply", text(1));
        assertFalse(editor().isDirty());

        window.command("org.eclipse.ui.edit.redo");
        assertEquals("permit icmp any host 198.51.100.7 echo-reply log", text(1));
        save();
        assertFalse(editor().isDirty());
        assertEquals("permit icmp any host 198.51.100.7 echo-reply log", saved().get(1));
    }

    @Test
    void aTextThatIsNoRuleIsToldAndNotTaken() {
        Text cell = openText(0);
        cell.setText("permit icmp any any ecco");
        String message = Widgets.get(window.shell(), Label.class, "Rule message").getText();
        assertTrue(message.contains("ecco"), message);
        Screenshots.take("rule-error-light");

        cell.notifyListeners(SWT.DefaultSelection, new Event());
        Wait.settle();
        assertEquals("permit icmp any any echo", text(0));
        assertFalse(editor().isDirty());

        // The text stays open to be mended, unless the window is not in front: then it lost the focus, and is closed.
        if (cell.isVisible()) {
            cell.setText("permit icmp any any");
            cell.notifyListeners(SWT.DefaultSelection, new Event());
            Wait.settle();
        } else {
            edit(0, "permit icmp any any");
        }
        assertEquals("permit icmp any any", text(0));
        assertEquals("", Widgets.get(window.shell(), Label.class, "Rule message").getText());
    }

    @Test
    void rulesAreAddedMovedDuplicatedAndRemoved() {
        rules().select(0);
        window.command("org.hopwarden.ui.rules.down");
        assertEquals(List.of("permit icmp any any echo-reply", "permit icmp any any echo"), texts().subList(0, 2));
        window.command("org.hopwarden.ui.rules.duplicate");
        assertEquals("permit icmp any any echo", text(2));
        window.command("org.hopwarden.ui.rules.remove");
        assertEquals(8, rules().rowCount());
        window.command("org.hopwarden.ui.rules.add");
        assertEquals(9, rules().rowCount());
        for (int step = 0; step < 4; step++) {
            window.command("org.eclipse.ui.edit.undo");
        }
        assertEquals("permit icmp any any echo", text(0));
        assertEquals(8, rules().rowCount());
        assertFalse(editor().isDirty());
    }

    @Test
    void thePacketsVerdictNamesTheRuleAndWhyEarlierOnesDidNotMatch() {
        Widgets.get(window.shell(), CTabFolder.class, "Lower tabs").setSelection(0);
        Wait.settle();
        Widgets.get(window.shell(), Combo.class, "Protocol").setText("tcp");
        Widgets.get(window.shell(), Text.class, "Destination port").setText("443");
        Wait.until("the verdict", () -> verdict().equals("Allowed by rule 7: permit tcp any host 198.51.100.2 eq www 443"));

        Table earlier = Widgets.get(window.shell(), Table.class, "Earlier rules");
        assertEquals(6, earlier.getItemCount());
        assertEquals("protocol", earlier.getItem(0).getText(2));
        Wait.until("the deciding rule to be selected", () -> rules().selectedRow() == 6);
        Screenshots.take("rules-light");
        window.command("org.hopwarden.ui.darkTheme");
        Wait.until("the dark theme", Themes::isDark);
        Wait.settle();
        Screenshots.take("rules-dark");

        Widgets.get(window.shell(), Text.class, "Destination port").setText("22");
        Wait.until("the implicit end", () -> verdict().contains("implicit end"));
        assertEquals(8, earlier.getItemCount());
        Widgets.get(window.shell(), Text.class, "Source").setText("300.1.1.1");
        Wait.until("the objection", () -> verdict().contains("300.1.1.1"));
    }

    @Test
    void aFileChangedOnDiskIsAskedAbout() throws IOException {
        edit(0, "deny icmp any any echo");
        String mine = Files.readString(file).replace("Pings both ways", "Pings");
        Files.writeString(file, mine);
        Wait.until("the question", () -> Widgets.find(window.shell(), Composite.class, "Question").isPresent());
        Screenshots.take("changed-on-disk-light");
        assertEquals("deny icmp any any echo", text(0), "nothing is lost while it is asked");

        Widgets.click(Widgets.get(window.shell(), Button.class, "Reload, Losing My Changes"));
        Wait.until("what is on disk", () -> text(0).equals("permit icmp any any echo"));
        assertTrue(rules().cell(0, "Remark").startsWith("Pings,"));
        assertFalse(editor().isDirty());

        Files.delete(file);
        Wait.until("the question", () -> Widgets.find(window.shell(), Button.class, "Keep and Save Later").isPresent());
        Widgets.click(Widgets.get(window.shell(), Button.class, "Keep and Save Later"));
        assertTrue(editor().isDirty());
        save();
        assertEquals(8, saved().size());
    }

    @Test
    void aPolicyIsEnforcedInTheSimulatedLab() {
        window.command("org.hopwarden.ui.rules.enforce");
        Wait.until("the routers of the lab", () -> !Widgets.get(window.shell(), Combo.class, "Enforce Router").getText().isEmpty());
        Widgets.click(Widgets.get(window.shell(), Button.class, "Start enforcement"));
        Wait.until("packets that the policy allowed and denied", () -> total("allowed") > 5 && total("denied") > 0
                && total("seen") > 120);
        Table counters = Widgets.get(window.shell(), Table.class, "Counters");
        assertEquals(10, counters.getItemCount(), "eight rules, the implicit end, and the policy's default");
        Wait.until("the counter of the first rule", () -> Long.parseLong(counters.getItem(0).getText(1)) > 0);
        Table verdicts = Widgets.get(window.shell(), Table.class, "Verdicts");
        Wait.until("live verdicts", () -> rowOf(verdicts, "allow") >= 0);
        int row = rowOf(verdicts, "allow");
        String rule = verdicts.getItem(row).getText(2);
        Widgets.select(verdicts, row);
        Wait.until("the explanation of the chosen packet", () -> verdict().startsWith("Allowed by rule " + rule + ":"));
        Wait.until("the deciding rule", () -> rules().selectedRow() == Integer.parseInt(rule) - 1);
        Screenshots.take("enforcement-light");
        window.command("org.hopwarden.ui.darkTheme");
        Wait.until("the dark theme", Themes::isDark);
        Wait.settle();
        Screenshots.take("enforcement-dark");

        Widgets.click(Widgets.get(window.shell(), Button.class, "Stop enforcement"));
        Wait.until("the end", () -> label("Enforcement").startsWith("Stopped"));
        assertEquals(total("seen"), total("allowed") + total("denied") + total("rejected") + total("asked")
                + total("failed"));
        long counted = Widgets.column(counters, 1).stream().mapToLong(Long::parseLong).sum();
        assertEquals(total("seen"), counted + total("failed"), "each packet is counted in one row");
        window.page().hideView(window.page().findView("org.hopwarden.ui.rules.enforcement"));
    }

    @Test
    void aBridgeThatCannotBeSaysWhatIsMissing() {
        window.command("org.hopwarden.ui.rules.enforce");
        Wait.until("the back ends", () -> Widgets.get(window.shell(), Combo.class, "Enforce Back end").getItemCount() >= 2);
        Widgets.choose(Widgets.get(window.shell(), Combo.class, "Enforce Back end"), "Bridge of two interfaces");
        Wait.settle();
        Widgets.get(window.shell(), Combo.class, "Enforce Interface").setText("lo");
        Widgets.get(window.shell(), Combo.class, "Enforce and").setText("lo");
        Widgets.click(Widgets.get(window.shell(), Button.class, "Start enforcement"));

        Wait.until("the reason", () -> label("Enforcement").startsWith("Not started: "));
        assertFalse(label("Totals").isBlank(), "what to do");
        assertTrue(Widgets.get(window.shell(), Button.class, "Start enforcement").isEnabled());
        Screenshots.take("bridge-missing-light");
        Themes.setDark(true);
        Screenshots.take("bridge-missing-dark");
        window.page().hideView(window.page().findView("org.hopwarden.ui.rules.enforcement"));
    }

    @Test
    void aReportIsWrittenWithCountersAndTraces() throws IOException {
        IEditorPart policy = editor();
        // Tests before this one may have closed all traces.
        window.trace("Lab: Edge", "www.edge.example", "TCP SYN");
        window.awaitEnd("Reached");
        window.page().activate(policy);
        Wait.settle();
        window.command("org.hopwarden.ui.rules.enforce");
        Wait.until("the routers of the lab", () -> !Widgets.get(window.shell(), Combo.class, "Enforce Router").getText().isEmpty());
        Widgets.click(Widgets.get(window.shell(), Button.class, "Start enforcement"));
        Wait.until("packets", () -> total("seen") > 20);
        window.page().activate(editor());
        Shell wizard = openReport();
        Text target = Widgets.get(wizard, Text.class, "Report file");
        assertEquals(folder.resolve("border.html").toString(), target.getText());
        Table traces = Widgets.get(wizard, Table.class, "Report traces");
        TableItem trace = Stream.of(traces.getItems()).filter(item -> item.getText().contains("www.edge.example")).findFirst()
                .orElseThrow(() -> new AssertionError("the traces of open tabs are offered"));
        trace.setChecked(true);
        Widgets.get(wizard, Button.class, "Open report").setSelection(false);
        Screenshots.take("report-light");
        Widgets.click(finish(wizard));
        Wait.until("the report", wizard::isDisposed);
        String page = Files.readString(folder.resolve("border.html"));
        for (String said : List.of("permit icmp any any echo-reply", "Frames seen", "www.edge.example")) {
            assertTrue(page.contains(said), said);
        }

        Shell again = openReport();
        assertFalse(finish(again).isEnabled(), "a file that is there is not replaced unasked");
        Button replace = Widgets.get(again, Button.class, "Replace report");
        replace.setSelection(true);
        Widgets.click(replace);
        assertTrue(finish(again).isEnabled());
        Widgets.get(again, Text.class, "Counts file").setText(folder.resolve("none.json").toString());
        Widgets.get(again, Button.class, "Open report").setSelection(false);
        Widgets.click(finish(again));
        Wait.until("the reason", () -> !Widgets.all(again, Text.class, each -> each.getText().contains("there is no such file")).isEmpty()
                || !Widgets.all(again, Label.class, each -> each.getText().contains("there is no such file")).isEmpty());
        assertEquals(page, Files.readString(folder.resolve("border.html")), "the old report stays");
        Screenshots.take("report-problem-light");
        Themes.setDark(true);
        Screenshots.take("report-problem-dark");
        Themes.setDark(false);
        again.close();
        Widgets.click(Widgets.get(window.shell(), Button.class, "Stop enforcement"));
        Wait.until("the end", () -> label("Enforcement").startsWith("Stopped"));
        window.page().hideView(window.page().findView("org.hopwarden.ui.rules.enforcement"));
    }

    @Test
    void aReportThatCannotBeWrittenSaysSoAndTheWizardStays() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no folder in which root cannot write");
        Shell wizard = openReport();
        // Not even root can make a file there.
        Widgets.get(wizard, Text.class, "Report file").setText("/proc/self/report.html");
        Widgets.get(wizard, Button.class, "Open report").setSelection(false);
        Widgets.click(finish(wizard));
        Wait.until("the reason", () -> !Widgets.all(wizard, Text.class, each -> each.getText().contains("cannot be written to")).isEmpty()
                || !Widgets.all(wizard, Label.class, each -> each.getText().contains("cannot be written to")).isEmpty());
        assertTrue(finish(wizard).isEnabled(), "it can be tried again");
        wizard.close();
    }

    private Shell openReport() {
        window.command("org.hopwarden.ui.rules.report");
        return window.dialog("Export Report");
    }

    private static Button finish(Shell wizard) {
        return Widgets.all(wizard, Button.class, each -> each.getText().replace("&", "").equals("Finish")).getFirst();
    }

    private static int rowOf(Table verdicts, String word) {
        return Widgets.column(verdicts, 1).indexOf(word);
    }

    private String label(String name) {
        return Widgets.get(window.shell(), Label.class, name).getText();
    }

    private long total(String word) {
        Matcher matcher = Pattern.compile(word + " (\\d+)").matcher(label("Totals"));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    @Test
    void openPoliciesAreRememberedAtOnce() throws IOException {
        Path list = StateFolder.path().resolve("policies").resolve("open.txt");
        Wait.until("the list of open policies", () -> read(list).contains(file.toUri().toString()));
        closeThePolicy();
        Wait.until("the list without it", () -> !read(list).contains(file.toUri().toString()));
    }

    @Test
    void unsavedChangesOutliveTheWindowAndAChangedFileIsTold() throws IOException {
        edit(0, "deny icmp any any echo");
        Path drafts = StateFolder.path().resolve("policies/drafts");
        Wait.until("the draft", () -> !content(drafts).isEmpty());
        String draft = content(drafts).getFirst();
        byte[] kept = Files.readAllBytes(Path.of(draft));
        closeThePolicy();
        assertEquals(List.of(), content(drafts), "who closes the tab without saving does not want the changes");

        // As a killed process leaves it.
        Files.write(Path.of(draft), kept);
        PolicyTabs.open(window.page(), file);
        Wait.until("the question", () -> Widgets.find(window.shell(), Button.class, "Keep Them").isPresent());
        Screenshots.take("unsaved-changes-light");
        Themes.setDark(true);
        Screenshots.take("unsaved-changes-dark");
        Themes.setDark(false);
        assertEquals("deny icmp any any echo", text(0));
        assertTrue(editor().isDirty());
        assertEquals("permit icmp any any echo", saved().get(0), "the file is as it was");
        Widgets.click(Widgets.get(window.shell(), Button.class, "Keep Them"));
        save();
        assertEquals("deny icmp any any echo", saved().get(0));
        Wait.until("no draft", () -> content(drafts).isEmpty());

        closeThePolicy();
        Files.write(Path.of(draft), kept);
        PolicyTabs.open(window.page(), file);
        Wait.until("the question", () -> Widgets.find(window.shell(), Button.class, "Discard, Read the File").isPresent());
        assertTrue(Widgets.all(window.shell(), Label.class, each -> each.getText().contains("another program")).size() == 1,
                "that the file is not the one that was edited is told");
        edit(1, "deny icmp any any echo-reply");
        Widgets.click(Widgets.get(window.shell(), Button.class, "Discard, Read the File"));
        Wait.until("what is in the file", () -> !editor().isDirty() && text(1).equals("permit icmp any any echo-reply"));
        Wait.until("no draft", () -> content(drafts).isEmpty());
    }

    private static List<String> content(Path directory) {
        try (Stream<Path> files = Files.exists(directory) ? Files.list(directory) : Stream.empty()) {
            return files.filter(each -> each.toString().endsWith(".draft")).map(Path::toString).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private IEditorPart editor() {
        return window.page().getActiveEditor();
    }

    private RuleGrid rules() {
        return RuleGrid.get(window.shell());
    }

    private String text(int row) {
        return rules().text(row);
    }

    private List<String> texts() {
        return rules().texts();
    }

    private String verdict() {
        return Widgets.get(window.shell(), Label.class, "Verdict").getText();
    }

    private Text openText(int row) {
        rules().select(row);
        rules().press(SWT.CR, SWT.NONE);
        return Widgets.get(window.shell(), Text.class, "Rule text");
    }

    private void edit(int row, String text) {
        Text cell = openText(row);
        cell.setText(text);
        cell.notifyListeners(SWT.DefaultSelection, new Event());
        Wait.settle();
    }

    private void save() {
        window.page().saveEditor(editor(), false);
        Wait.settle();
    }

    private List<String> saved() throws IOException {
        return PolicyFiles.load(file).getChains().get(0).getRules().stream().map((Rule rule) -> RuleText.of(rule)).toList();
    }
}
