package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IEditorPart;
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

/** An analyst holds two policies against each other: what was written, and what it means for packets. */
@ExtendWith(UiPauses.class)
class ComparisonWindowTest {

    private static final int MANY = 10_000;
    private static final String OLD = """
            remark Pings both ways, and what path MTU discovery and traces need
            permit icmp any any echo
            permit icmp any any echo-reply
            permit icmp any any unreachable
            permit icmp any any time-exceeded
            remark The web shop
            permit tcp any host 198.51.100.2 eq www 443
            permit udp any 198.51.100.0 0.0.0.255 eq domain
            deny tcp any any eq telnet log
            permit tcp 192.0.2.0 0.0.0.255 any established
            """;
    private static final String NEW = """
            remark Pings both ways, and what path MTU discovery and traces need
            permit icmp any any echo
            permit icmp any any echo-reply
            permit icmp any any unreachable
            permit icmp any any time-exceeded
            deny tcp any any eq telnet log
            remark The web shop
            permit tcp any host 198.51.100.2 eq www 443 8443
            permit udp any 198.51.100.0 0.0.0.255 eq domain
            permit udp any host 198.51.100.7 eq ntp
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
        Answers.none();
        window.closeAllButTraces();
        Themes.setDark(false);
        Wait.settle();
    }

    private Path policy(String name, String lines) throws IOException, NoRule {
        Policy policy = Interchange.template("empty").orElseThrow().make(name);
        policy.getChains().getFirst().getRules().addAll(RuleLines.read(lines, policy));
        ElementIds.assignMissing(policy);
        Path file = folder.resolve(name + ".hwpolicy");
        PolicyFiles.save(policy, file);
        return file;
    }

    private void open(Path file, int rules) {
        PolicyTabs.open(window.page(), file);
        Wait.until("the rules", () -> window.page().getActiveEditor().getTitle().equals(file.getFileName().toString())
                && RuleGrid.shows(window.shell(), rules));
        Wait.settle();
    }

    private SideBySide compare(Path with) {
        window.command("org.hopwarden.ui.rules.compareWith");
        Shell dialog = window.dialog("Compare Policies");
        Combo others = Widgets.get(dialog, Combo.class, "Compare with");
        String item = java.util.Arrays.stream(others.getItems()).filter(each -> each.startsWith(with.getFileName().toString())).findFirst()
                .orElseThrow();
        Widgets.choose(others, item);
        Screenshots.take("compare-dialog-light");
        Widgets.click(Widgets.button(dialog, "Compare"));
        return rows();
    }

    private SideBySide rows() {
        Wait.until("the rows", () -> Widgets.find(window.shell(), NatTable.class, "Compared rules").filter(table -> new SideBySide(table)
                .rowCount() > 0).isPresent());
        return new SideBySide(Widgets.get(window.shell(), NatTable.class, "Compared rules"));
    }

    private String meaning() {
        return Widgets.get(window.shell(), Label.class, "Meaning").getText();
    }

    private Table changes() {
        return Widgets.get(window.shell(), Table.class, "Changes");
    }

    private void press(String tool) {
        ToolItem item = Widgets.all(window.shell(), org.eclipse.swt.widgets.ToolBar.class, bar -> true).stream()
                .flatMap(bar -> java.util.Arrays.stream(bar.getItems())).filter(each -> tool.equals(each.getToolTipText())).findFirst()
                .orElseThrow(() -> new AssertionError("no tool " + tool));
        assertTrue(item.isEnabled(), tool);
        if ((item.getStyle() & SWT.CHECK) != 0) {
            item.setSelection(!item.getSelection());
        }
        item.notifyListeners(SWT.Selection, new Event());
        Wait.settle();
    }

    @Test
    void twoPoliciesStandSideBySideInTextAndInMeaning() throws Exception {
        Path before = policy("border-2025", OLD);
        Path after = policy("border-2026", NEW);
        open(after, 8);
        open(before, 8);
        SideBySide rows = compare(after);
        assertEquals(List.of("|", "|", "|", "|", "|", "|\u2191", "\u2260|\u2260", "|", "\u2191|", "\u2212|", "|+"), rows.signs(),
                () -> "signs: " + rows.signs());
        assertEquals("permit tcp any host 198.51.100.2 eq www 443   ! The web shop", rows.left(6));
        assertEquals("permit tcp any host 198.51.100.2 eq www 443 8443   ! The web shop", rows.right(6));
        assertEquals("stands at 7 here", rows.left(5));
        assertEquals(5, rows.selected(), "the first difference is chosen");
        press("Next Difference (F7)");
        assertEquals(8, rows.selected(), "what stands together is one difference");
        press("Previous Difference (Shift+F7)");
        assertEquals(5, rows.selected());
        rows.select(6);
        String chosen = Widgets.get(window.shell(), StyledText.class, "Chosen difference").getText();
        assertTrue(chosen.contains("Left:   permit tcp any host 198.51.100.2 eq www 443 ") && chosen.contains("8443"), chosen);
        assertEquals(1, Widgets.get(window.shell(), StyledText.class, "Chosen difference").getStyleRanges().length, "the new port is marked");

        Wait.until("the difference in meaning", () -> meaning().contains("another verdict"));
        Table changes = changes();
        assertTrue(Widgets.column(changes, 3).stream().anyMatch(box -> box.contains("destination port 123")), () -> Widgets.column(changes, 3)
                .toString());
        Screenshots.take("comparison-light");
        Themes.setDark(true);
        Wait.settle();
        Screenshots.take("comparison-dark");
        Themes.setDark(false);

        press("Swap Sides");
        Wait.until("the other way round", () -> rows.right(6).equals("permit tcp any host 198.51.100.2 eq www 443   ! The web shop"));
        Wait.until("the meaning the other way round", () -> IntStream.range(0, changes().getItemCount()).anyMatch(
                row -> changes().getItem(row).getText(1).equals("allow") && changes().getItem(row).getText(3).contains("destination port 123")));
    }

    @Test
    void theExampleOfAChangeIsShownInTheVerdictPanel() throws Exception {
        Path before = policy("border-2025", OLD);
        Path after = policy("border-2026", NEW);
        open(after, 8);
        open(before, 8);
        compare(after);
        Wait.until("the difference in meaning", () -> meaning().contains("another verdict"));
        int ntp = IntStream.range(0, changes().getItemCount())
                .filter(row -> changes().getItem(row).getText(3).contains("destination port 123")).findFirst().orElseThrow();
        Widgets.select(changes(), ntp);
        changes().notifyListeners(SWT.MouseDoubleClick, doubleClick());
        changes().notifyListeners(SWT.DefaultSelection, doubleClick());
        Wait.until("the verdict of the policy on the right", () -> window.page().getActiveEditor().getTitle().equals("border-2026.hwpolicy")
                && Widgets.find(window.shell(), Label.class, "Verdict").filter(verdict -> verdict.getText().startsWith("Allowed by rule 8"))
                        .isPresent());
        assertEquals(7, RuleGrid.get(window.shell()).selectedRow(), "the deciding rule is chosen");
    }

    private static Event doubleClick() {
        Event event = new Event();
        event.button = 1;
        return event;
    }

    @Test
    void editsAreHeldAgainstWhatWasSavedAsTheyAreMade() throws Exception {
        Path file = policy("border", OLD);
        open(file, 8);
        IEditorPart editor = window.page().getActiveEditor();
        window.command("org.hopwarden.ui.rules.compareSaved");
        SideBySide rows = rows();
        Wait.until("that both mean the same", () -> meaning().startsWith("Same meaning"));
        Wait.until("rows that are alike", () -> rows.signs().stream().noneMatch(sign -> sign.length() > 1));
        Screenshots.take("comparison-equal-light");
        Themes.setDark(true);
        Screenshots.take("comparison-equal-dark");
        Themes.setDark(false);
        IEditorPart comparison = window.page().getActiveEditor();

        window.page().activate(editor);
        RuleGrid grid = RuleGrid.get(window.shell());
        grid.type(6, "Action", "permit");
        window.page().activate(comparison);
        Wait.until("the edit", () -> rows.signs().contains("\u2260|\u2260"));
        Wait.until("what it means", () -> meaning().contains("another verdict"));
        assertEquals(List.of("deny"), Widgets.column(changes(), 1).stream().distinct().toList());

        window.page().saveEditor(editor, false);
        Wait.until("that nothing differs any longer", () -> meaning().startsWith("Same meaning"));
        Wait.until("rows that are alike", () -> !rows.signs().contains("\u2260|\u2260"));
    }

    @Test
    void oneChainIsComparedWithAnother() throws Exception {
        Policy policy = Interchange.template("tracert").orElseThrow().make("two");
        Path file = folder.resolve("two.hwpolicy");
        PolicyFiles.save(policy, file);
        PolicyTabs.open(window.page(), file);
        int rules = policy.getChains().getFirst().getRules().size();
        Wait.until("the rules", () -> RuleGrid.shows(window.shell(), rules));
        Wait.settle();
        Path other = policy("other", OLD);
        Answers.give(other);
        window.command("org.hopwarden.ui.rules.compareWith");
        Shell dialog = window.dialog("Compare Policies");
        Widgets.click(Widgets.button(dialog, "Other File..."));
        Combo right = Widgets.get(dialog, Combo.class, "Right chain");
        Wait.until("the chains of the file", () -> right.getItemCount() == 2);
        Widgets.choose(Widgets.get(dialog, Combo.class, "Left chain"), "out");
        assertEquals(1, right.getSelectionIndex(), "one chain is held against one chain");
        Widgets.click(Widgets.button(dialog, "Compare"));
        SideBySide rows = rows();
        assertTrue(rows.left(0).startsWith("Chain out") && rows.right(0).startsWith("Chain "), rows.left(0));
        assertEquals(1 + rules, rows.texts(true).size(), "a heading and the rules of this chain alone");
        assertEquals(1 + 8, rows.texts(false).size());
        Wait.until("the meaning", () -> meaning().contains("another verdict"));
    }

    @Test
    void aFileThatCannotBeReadSaysSo() throws Exception {
        Path file = policy("border", OLD);
        open(file, 8);
        Path broken = java.nio.file.Files.writeString(folder.resolve("broken.hwpolicy"), "<no policy");
        Answers.give(broken);
        window.command("org.hopwarden.ui.rules.compareWith");
        Shell dialog = window.dialog("Compare Policies");
        Widgets.click(Widgets.button(dialog, "Other File..."));
        String message = Wait.untilMessage();
        assertTrue(message.contains("broken.hwpolicy"), message);
        dialog.close();
    }

    /** Measured by releng/bench/pauses.sh; here it must only come to its end. */
    @Test
    void tenThousandRulesAreComparedAndScrolled() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < MANY; n++) {
            lines.append("permit tcp 10.").append(n >> 8).append('.').append(n & 255).append(".0 0.0.0.255 host 198.51.100.2 eq ")
                    .append(1 + n).append('\n');
        }
        Path[] files = new Path[2];
        UiPauses.aside(() -> {
            files[0] = policy("large", lines.toString());
            files[1] = policy("changed", lines.toString().replace("eq 5000\n", "eq 65000\n").replaceFirst("permit[^\n]*\n", ""));
        });
        UiPauses.step("opening");
        open(files[0], MANY);
        open(files[1], MANY - 1);
        UiPauses.step("comparing");
        SideBySide rows = compare(files[0]);
        Wait.until("all rows", () -> rows.rowCount() == MANY + 1);
        UiPauses.step("scrolling");
        for (int row = 0; row < MANY; row += 250) {
            rows.scrollTo(row);
            Wait.settle();
        }
        UiPauses.step("going through the differences");
        rows.select(0);
        press("Next Difference (F7)");
        assertEquals("\u2212|".length(), rows.sign(rows.selected()).length());
        press("Next Difference (F7)");
        assertEquals("\u2260|\u2260", rows.sign(rows.selected()));
        UiPauses.step("folding");
        press("Only Differences");
        assertTrue(rows.rowCount() < 30);
        assertTrue(rows.texts(true).contains("\u2026 4,992 rows alike"), () -> rows.texts(true).toString());
        UiPauses.step("the meaning");
        Wait.until("the meaning", () -> meaning().contains("another verdict"));
        Wait.settle();
    }
}
