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
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.ui.FileChooser.Purpose;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.rules.PolicyTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst makes, opens, imports and exports policies by the menu, up to the platform's file dialog, and meets bad files. */
class PolicyFilesWindowTest {

    private static final String LIST = "access-list 101 permit icmp any any echo\naccess-list 101 permit tcp any any eq www\n";

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @TempDir
    private Path folder;

    @BeforeEach
    void showRules() {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
        window.command("org.hopwarden.ui.rules.perspectiveCommand");
    }

    @AfterEach
    void closeTabs() {
        Answers.none();
        window.closeAllButTraces();
    }

    @Test
    void aNewPolicyIsWrittenToTheChosenFileAndACancelledOneNowhere() {
        int tabs = window.page().getEditorReferences().length;
        Path file = folder.resolve("gate.hwpolicy");
        Shell cancelled = newPolicy(file);
        Widgets.click(Widgets.button(cancelled, "Cancel"));
        Wait.until("the end of the wizard", cancelled::isDisposed);
        assertEquals(tabs, window.page().getEditorReferences().length);
        assertFalse(Files.exists(file));

        Widgets.click(Widgets.button(newPolicy(file), "Finish"));
        awaitTab("gate.hwpolicy");
        assertTrue(Files.exists(file));
    }

    private Shell newPolicy(Path file) {
        window.command("org.hopwarden.ui.rules.new");
        Shell wizard = window.dialog("New Policy");
        Widgets.get(wizard, Text.class, "Policy file").setText(file.toString());
        Wait.settle();
        return wizard;
    }

    @Test
    void severalPoliciesAreOpenedAtOnce() throws IOException {
        Path one = policy("one.hwpolicy", "one");
        Path two = policy("two.hwpolicy", "two");
        Answers.giveTogether(one, two);
        window.command("org.hopwarden.ui.rules.open");
        assertEquals(Purpose.OPEN_SEVERAL, Answers.asked().getFirst().purpose());
        assertEquals("*.hwpolicy", Answers.asked().getFirst().kinds().getFirst().pattern());
        awaitTab("two.hwpolicy");
        assertTrue(titles().containsAll(List.of("one.hwpolicy", "two.hwpolicy")), titles().toString());
    }

    @Test
    void aListIsImportedAndExportedByTheMenu() throws IOException {
        Path policy = folder.resolve("made.hwpolicy");
        Answers.give(Files.writeString(folder.resolve("border.acl"), LIST), policy);
        window.command("org.hopwarden.ui.rules.import");
        window.chooseLanguage("Import List", "Cisco IOS access lists");
        awaitTab("made.hwpolicy");
        assertEquals("border.hwpolicy", Answers.asked().get(1).proposed());
        Wait.until("the rules", () -> rules().rowCount() == 2);

        Path list = folder.resolve("back.txt");
        Answers.give(list);
        window.command("org.hopwarden.ui.rules.export");
        window.chooseLanguage("Export List", "Cisco IOS access lists");
        String told = Wait.untilMessage();
        assertEquals("made.txt", Answers.asked().getFirst().proposed());
        assertTrue(told.contains(list.toString()) && told.contains("Fail mode and default actions are not written"), told);
        assertEquals(LIST, Files.readString(list));
    }

    @Test
    void whatNoListCanSayIsToldAndStandsInARemark() throws IOException {
        Path counts = policy("counts.hwpolicy", "counts");
        Files.writeString(counts, Files.readString(counts).replace("name=\"gate\"/>",
                "name=\"gate\"><rules><match/><action xsi:type=\"hopwarden:Count\"/></rules></chains>")
                .replace("xmlns:xmi", "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xmi"));
        PolicyTabs.open(window.page(), counts);
        awaitTab("counts.hwpolicy");
        Path list = folder.resolve("counts.txt");
        Answers.give(list);
        window.command("org.hopwarden.ui.rules.export");
        window.chooseLanguage("Export List", "Cisco IOS access lists");
        String told = Wait.untilMessage();
        assertTrue(told.contains("IOS has no count in a list"), told);
        assertTrue(Files.readString(list).contains("remark"), Files.readString(list));
    }

    @Test
    void aListThatIsNotUnderstoodIsToldWithItsLines() throws IOException {
        Path policy = folder.resolve("bad.hwpolicy");
        Answers.give(Files.writeString(folder.resolve("bad.acl"), "access-list 101 permit ikmp any any\n"), policy);
        window.command("org.hopwarden.ui.rules.import");
        window.chooseLanguage("Import List", "Cisco IOS access lists");
        String told = Wait.untilMessage();
        assertTrue(told.contains("line 1, column 24") && told.contains("ikmp"), told);
        assertFalse(Files.exists(policy));
    }

    @Test
    void aDamagedPolicyIsToldInItsTabAndReadWhenItIsMended() throws IOException {
        Path file = policy("torn.hwpolicy", "torn");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        PolicyTabs.open(window.page(), file);
        Wait.until("the question", () -> Widgets.find(window.shell(), Button.class, "Try Again").isPresent());
        assertEquals(1, Widgets.all(window.shell(), Label.class, each -> each.getText().startsWith("The policy cannot be shown.")
                && each.getText().contains("torn.hwpolicy:")).size(), "with its place");
        Screenshots.take("damaged-policy-light");
        Files.writeString(file, whole);
        Widgets.click(Widgets.get(window.shell(), Button.class, "Try Again"));
        Wait.until("the rules", () -> RuleGrid.find(window.shell()).isPresent());
    }

    @Test
    void problemsAreListedAndGoWhenTheyAreMended() throws IOException {
        Path file = folder.resolve("wrong.hwpolicy");
        PolicyTabs.importList(window.page(), "ios", Files.writeString(folder.resolve("wrong.acl"), LIST), file);
        awaitTab("wrong.hwpolicy");
        window.closeAllButTraces();
        String text = Files.readString(file);
        assertTrue(text.contains("protocol=\"6\""), text);
        Files.writeString(file, text.replace("protocol=\"6\"", "protocol=\"1\""));
        PolicyTabs.open(window.page(), file);
        awaitTab("wrong.hwpolicy");
        Wait.until("a problem", () -> !message().isEmpty());
        assertTrue(message().contains("rule 2") && message().contains("no ports"), message());
        CTabFolder tabs = Widgets.get(window.shell(), CTabFolder.class, "Lower tabs");
        CTabItem tab = Arrays.stream(tabs.getItems()).filter(each -> each.getText().equals("Problems (1)")).findFirst().orElseThrow();
        tabs.setSelection(tab);
        Wait.settle();
        Table problems = Widgets.get(window.shell(), Table.class, "Problems");
        assertEquals(List.of("chain 101, rule 2"), Widgets.column(problems, 0));
        Screenshots.take("problems-light");
        Themes.setDark(true);
        Screenshots.take("problems-dark");
        Themes.setDark(false);

        rules().select(1);
        rules().press(SWT.CR, SWT.NONE);
        Wait.settle();
        Text cell = Widgets.get(window.shell(), Text.class, "Rule text");
        cell.setText("permit tcp any any eq www");
        cell.notifyListeners(SWT.DefaultSelection, new Event());
        Wait.until("no problems", () -> tab.getText().equals("Problems") && problems.getItemCount() == 0);
        assertEquals("", message());
    }

    private Path policy(String name, String title) throws IOException {
        return Files.writeString(folder.resolve(name), """
                <?xml version="1.0" encoding="UTF-8"?>
                <hopwarden:Policy xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:hopwarden="http://hopwarden.org/policy/1" \
                id="p1" name="%s">
                  <chains id="c1" name="gate"/>
                </hopwarden:Policy>
                """.formatted(title));
    }

    private void awaitTab(String title) {
        Wait.until("the tab " + title, () -> window.page().getActiveEditor() != null
                && window.page().getActiveEditor().getTitle().equals(title)
                && RuleGrid.find(window.shell()).isPresent());
        Wait.settle();
    }

    private List<String> titles() {
        return Arrays.stream(window.page().getEditorReferences()).map(IEditorReference::getTitle).toList();
    }

    private RuleGrid rules() {
        return RuleGrid.get(window.shell());
    }

    private String message() {
        return Widgets.find(window.shell(), Label.class, "Rule message").map(Label::getText).orElse("");
    }
}
