package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.ui.rules.PolicyTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bridge between two real interfaces, started and ended in the window. It runs where the property {@code hopwarden.bridge} names
 * two interfaces (as {@code left,right}) of the network namespace that the window is in, which has the rights, and pings pass
 * from one side to the other all the time.
 */
@EnabledIfSystemProperty(named = "hopwarden.bridge", matches = "\\S+,\\S+")
class BridgeWindowTest {

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
    private final List<String> interfaces = List.of(System.getProperty("hopwarden.bridge", "").split(","));

    @TempDir
    private Path folder;

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
    void packetsPassByTheRulesAndTheInterfacesAreLeftAsTheyWere() throws IOException {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Path list = Files.writeString(folder.resolve("border.txt"),
                "access-list 101 permit icmp any any echo\naccess-list 101 permit icmp any any echo-reply\n");
        PolicyTabs.importList(window.page(), "ios", list, folder.resolve("border.hwpolicy"));
        Wait.until("the rules", () -> Widgets.find(window.shell(), Table.class, "Rules").filter(
                table -> table.getItemCount() == 2).isPresent());
        String before = links();
        window.command("org.hopwarden.ui.rules.enforce");
        Widgets.choose(Widgets.get(window.shell(), Combo.class, "Enforce Back end"), "Bridge of two interfaces");
        Wait.settle();
        Wait.until("the interfaces", () -> Widgets.get(window.shell(), Combo.class, "Enforce and").getItemCount() > 0);
        Widgets.get(window.shell(), Combo.class, "Enforce Interface").setText(interfaces.get(0));
        Widgets.get(window.shell(), Combo.class, "Enforce and").setText(interfaces.get(1));
        Widgets.click(Widgets.get(window.shell(), Button.class, "Start enforcement"));
        Wait.until("pings through both rules", () -> packets(0) > 2 && packets(1) > 2);
        assertTrue(Widgets.get(window.shell(), Label.class, "Enforcement").getText().startsWith("Enforcing at the bridge of "
                + interfaces.get(0)));
        Screenshots.take("bridge-light");
        // Ended by closing the view, without Stop.
        window.page().hideView(window.page().findView("org.hopwarden.ui.rules.enforcement"));
        Wait.until("the interfaces as they were", () -> links().equals(before));
        assertEquals(before, links());
    }

    private long packets(int row) {
        Table counters = Widgets.get(window.shell(), Table.class, "Counters");
        return counters.getItemCount() > row && !counters.getItem(row).getText(1).isEmpty()
                ? Long.parseLong(counters.getItem(row).getText(1)) : 0;
    }

    /** The interfaces with their flags, promiscuous mode among them. */
    private static String links() {
        try {
            Process ip = new ProcessBuilder("ip", "-details", "-oneline", "link").redirectErrorStream(true).start();
            return new String(ip.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
