package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.ui.rules.PolicyTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bridge between two real interfaces, started and ended in the window: two veth pairs lead from where the window is to two
 * namespaces, and pings go from one to the other all the time. It wants the right to make such interfaces, as root has.
 */
class BridgeWindowTest {

    private static final String PINGER = """
            public class Pinger {
                public static void main(String[] arguments) throws Exception {
                    while (true) {
                        java.net.InetAddress.getByName(arguments[0]).isReachable(300);
                        Thread.sleep(50);
                    }
                }
            }
            """;
    private static final String PREFIX = "hw" + Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX);

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
    private final List<String> interfaces = List.of(PREFIX + "l", PREFIX + "r");
    private final List<Process> processes = new ArrayList<>();
    private NamespaceNetwork network;

    @TempDir
    private Path folder;

    @BeforeEach
    void connect() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can put interfaces where the window is");
        NamespaceNetwork.obstacle().ifPresent(obstacle -> abort(obstacle));
        network = NamespaceNetwork.open();
        for (int side = 0; side < 2; side++) {
            String node = "side" + side;
            network.addNode(node);
            // Holds the node's namespace, so that it has a number by which ip(8) finds it.
            Process holder = network.process(node, "cat").start();
            processes.add(holder);
            String here = interfaces.get(side);
            assumeTrue(run("ip", "link", "add", here, "type", "veth", "peer", "name", "far" + PREFIX) == 0,
                    "this system makes no veth pairs");
            Wait.until("the namespace of " + node, () -> namespace(holder).isPresent()
                    && !namespace(holder).equals(namespace(ProcessHandle.current().pid())));
            assertEquals(0, run("ip", "link", "set", "far" + PREFIX, "netns", Long.toString(holder.pid())));
            // It bridges alone: an address of its own would make the host speak there.
            run("ip", "link", "set", here, "addrgenmode", "none");
            assertEquals(0, run("ip", "link", "set", here, "up"));
            network.ip(node, List.of("link set far" + PREFIX + " name far", "addr add 198.18.9." + (side + 1) + "/24 dev far",
                    "link set far up"));
        }
        Path source = Files.writeString(folder.resolve("Pinger.java"), PINGER);
        processes.add(network.process("side0", Path.of(System.getProperty("java.home"), "bin/java").toString(),
                source.toString(), "198.18.9.2").redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start());
    }

    @AfterEach
    void disconnect() throws IOException {
        closeThePolicy();
        processes.forEach(Process::destroy);
        if (network != null) {
            for (String each : interfaces) {
                run("ip", "link", "delete", each);
            }
            network.close();
        }
    }

    private static Optional<Path> namespace(Process process) {
        return namespace(process.pid());
    }

    /** Empty where the process is not there. */
    private static Optional<Path> namespace(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "ns/net")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void closeThePolicy() {
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
        Wait.until("the rules", () -> RuleGrid.shows(window.shell(), 2));
        String before = links();
        window.command("org.hopwarden.ui.rules.enforce");
        Widgets.choose(Widgets.get(window.shell(), Combo.class, "Enforce Back end"), "Bridge of two interfaces");
        Wait.settle();
        Wait.until("the interfaces", () -> Widgets.get(window.shell(), Combo.class, "Enforce and").getItemCount() > 0);
        Widgets.get(window.shell(), Combo.class, "Enforce Interface").setText(interfaces.get(0));
        Widgets.get(window.shell(), Combo.class, "Enforce and").setText(interfaces.get(1));
        Combo arp = Widgets.get(window.shell(), Combo.class, "Enforce ARP");
        Wait.until("what passes beside IP", () -> Widgets.get(window.shell(), Combo.class, "Enforce Other").getItemCount() == 2);
        assertEquals(List.of("allow", "allow", "deny"), List.of(arp.getText(), Widgets.get(window.shell(), Combo.class, "Enforce STP")
                .getText(), Widgets.get(window.shell(), Combo.class, "Enforce Other").getText()));
        // Without ARP nobody on one side finds anybody on the other.
        Widgets.choose(arp, "deny");
        Wait.settle();
        startThroughTheGate();
        Wait.until("frames that do not pass", () -> denied() > 3);
        assertEquals(List.of(0L, 0L), List.of(packets(0), packets(1)));
        new EnforcementWindow(window).pictures("bridge-no-arp");
        Widgets.click(Widgets.get(window.shell(), Button.class, "Stop enforcement"));
        Wait.until("the end", () -> Widgets.get(window.shell(), Button.class, "Start enforcement").isEnabled());

        Widgets.choose(arp, "allow");
        Wait.settle();
        startThroughTheGate();
        Wait.until("pings through both rules", () -> packets(0) > 2 && packets(1) > 2);
        assertTrue(Widgets.get(window.shell(), Label.class, "Enforcement").getText().startsWith("Enforcing at the bridge of "
                + interfaces.get(0)));
        new EnforcementWindow(window).pictures("bridge");
        // Ended by closing the view, without Stop.
        window.page().hideView(window.page().findView("org.hopwarden.ui.rules.enforcement"));
        Wait.until("the interfaces as they were", () -> links().equals(before));
        assertEquals(before, links());
    }

    /** What packets of lines decide is always shown first. */
    private void startThroughTheGate() {
        Widgets.click(Widgets.get(window.shell(), Button.class, "Start enforcement"));
        Shell gate = window.dialog("Before It Is Enforced");
        Screenshots.take("bridge-gate-light");
        Widgets.click(Widgets.button(gate, "Start"));
        Wait.until("the start", () -> Widgets.get(window.shell(), Label.class, "Enforcement").getText().startsWith("Enforcing at "));
    }

    private long denied() {
        return EnforcementWindow.number(Widgets.get(window.shell(), Label.class, "Totals").getText(), "denied (\\d+)");
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
