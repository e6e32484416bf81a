package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.ui.rules.PolicyTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy is being enforced, and its tab, the view or the window is closed: the counters are kept, or it is asked. */
class EnforcementEndsTest {

    private static final String VIEW = "org.hopwarden.ui.rules.enforcement";

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void enforce() throws IOException {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        file = folder.resolve("ends.hwpolicy");
        PolicyTabs.importList(window.page(), "ios", Files.writeString(folder.resolve("ends.acl"),
                "access-list 101 permit icmp any any\n"), file);
        Wait.until("the rules", () -> RuleGrid.find(window.shell()).isPresent());
        window.command("org.hopwarden.ui.rules.enforce");
        Wait.until("the routers of the lab", () -> !Widgets.get(window.shell(), Combo.class, "Enforce Router").getText().isEmpty());
        Widgets.click(Widgets.get(window.shell(), Button.class, "Start enforcement"));
        Wait.until("packets", () -> total("seen") > 10);
    }

    @AfterEach
    void end() {
        window.page().hideView(window.page().findView(VIEW));
        window.closeAllButTraces();
    }

    @Test
    void itGoesOnWhenTheTabOfItsPolicyIsClosed() {
        window.closeAllButTraces();
        long before = total("seen");
        Wait.until("counters that move on", () -> total("seen") > before);
        Widgets.click(Widgets.get(window.shell(), Button.class, "Stop enforcement"));
        Wait.until("the end", () -> label("Enforcement").startsWith("Stopped at "));
        assertTrue(total("seen") > before);
    }

    @Test
    void theCountersOutliveTheView() throws IOException {
        long before = total("seen");
        window.page().hideView(window.page().findView(VIEW));
        Wait.settle();
        window.command("org.hopwarden.ui.rules.enforce");
        Wait.until("the last counters", () -> label("Enforcement").startsWith("Stopped at "));
        long ended = total("seen");
        assertTrue(ended >= before, ended + " of " + before);
        Table counters = Widgets.get(window.shell(), Table.class, "Counters");
        assertEquals(ended - total("failed"), Widgets.column(counters, 1).stream().mapToLong(Long::parseLong).sum());

        window.page().hideView(window.page().findView(VIEW));
        window.page().activate(window.page().getActiveEditor());
        window.command("org.hopwarden.ui.rules.report");
        Shell wizard = window.dialog("Export Report");
        Widgets.get(wizard, Button.class, "Open report").setSelection(false);
        Widgets.click(Widgets.button(wizard, "Finish"));
        Wait.until("the report", wizard::isDisposed);
        assertTrue(Files.readString(folder.resolve("ends.html")).contains("Frames seen"));
    }

    @Test
    void theWindowAsksBeforeItEndsIt() {
        boolean[] answered = { false, false };
        Display.getCurrent().asyncExec(() -> {
            answered[1] = PlatformUI.getWorkbench().close();
            answered[0] = true;
        });
        String asked = Wait.untilMessage();
        assertTrue(asked.contains("ends.hwpolicy is being enforced at "), asked);
        Wait.until("the answer", () -> answered[0]);
        assertFalse(answered[1], "who closes the question keeps the window");
        long before = total("seen");
        Wait.until("counters that move on", () -> total("seen") > before);
    }

    private String label(String name) {
        return Widgets.get(window.shell(), Label.class, name).getText();
    }

    private long total(String word) {
        Matcher matcher = Pattern.compile(word + " (\\d+)").matcher(label("Totals"));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
