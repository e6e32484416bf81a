package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.hopwarden.lab.ExampleTopologies;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.probe.MultipathRequest;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.MultipathTracer;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.report.TraceEventFile;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;
import org.hopwarden.ui.visualization.HopGraphCanvas;
import org.hopwarden.visualization.HopGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An analyst looks for all paths that routers share flows out over, on the simulated networks. */
@ExtendWith(UiPauses.class)
class AllPathsWindowTest {

    private static final int TTL = 0;
    private static final int ADDRESS = 1;
    private static final int FLOWS = 3;
    private static final int FROM = 8;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @BeforeEach
    void waitForTheWindow() {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
        Wait.settle();
    }

    @AfterEach
    void closeTabs() {
        window.page().closeAllEditors(false);
        Wait.settle();
    }

    private void fill(String network, String target, String method, String paths) {
        window.command("org.hopwarden.ui.probe.new");
        window.fill(network, target, method);
        window.moreOptions();
        Widgets.choose(Widgets.get(window.shell(), Combo.class, "Paths"), paths);
    }

    private void traceTheDiamonds() {
        fill("Lab: Diamonds", "jeweller.diamonds.example", "UDP (Paris)", "All paths: MDA-Lite");
        Widgets.click(window.button("Start"));
        Wait.until("the end, not '" + window.headline() + "'", () -> window.headline().startsWith("Reached jeweller"));
        // Placed in the background, and shown live before: the target may be seen before the last other node is.
        Wait.until("the whole graph", () -> window.hops().getItemCount() > 1
                && window.graph().graph().nodes().size() - 1 == window.hops().getItemCount()
                && window.graph().graph().nodes().stream().anyMatch(node -> node.status() == HopGraph.Status.TARGET));
        Wait.until("the chart", () -> window.chart().isUpToDate());
    }

    @Test
    void allPathsAreFoundAndShownWithTheirFlows() {
        traceTheDiamonds();

        List<String> ttls = Widgets.column(window.hops(), TTL);
        HopGraph graph = window.graph().graph();
        assertTrue(window.headline().contains(" paths"), window.headline());
        assertEquals(4, ttls.stream().filter("3"::equals).count(), "the four ways of the first diamond: " + window.rows());
        assertEquals(graph.nodes().size() - 1, ttls.size(), "a row for each node but the source");
        assertTrue(graph.links().stream().allMatch(link -> link.flows().count() > 0), graph.links().toString());
        for (List<String> row : window.rows()) {
            assertTrue(Integer.parseInt(row.get(FLOWS)) > 0 && !row.get(FROM).isEmpty(), row.toString());
        }
        Screenshots.take("all-paths-light");
        Themes.setDark(true);
        Screenshots.take("all-paths-dark");
        Themes.setDark(false);
    }

    @Test
    void oneOfSeveralNodesAtADistanceIsChosen() {
        traceTheDiamonds();
        HopGraphCanvas canvas = window.graph();
        int row = Widgets.column(window.hops(), TTL).indexOf("3") + 2;
        String address = window.rows().get(row).get(ADDRESS);

        Widgets.select(window.hops(), row);
        Wait.until("the chosen node", () -> canvas.selection().flatMap(canvas.graph()::node).isPresent());
        HopGraph.Node chosen = canvas.graph().node(canvas.selection().orElseThrow()).orElseThrow();
        assertEquals(address, chosen.address().toString());

        HopGraph.Node other = canvas.graph().nodesAt(3).stream().filter(node -> node != chosen).findFirst().orElseThrow();
        Rectangle box = canvas.boundsOf(other.id()).orElseThrow();
        Widgets.click(canvas, box.x + box.width / 2, box.y + box.height / 2);
        Wait.until("the clicked node", () -> canvas.selection().equals(Optional.of(other.id())));
        assertEquals(other.address().toString(), window.rows().get(window.hops().getSelectionIndex()).get(ADDRESS));
    }

    @Test
    void savedEventsOfAllPathsAreOpened(@TempDir Path folder) throws Exception {
        Topology topology = ExampleTopologies.find("diamonds").orElseThrow().topology();
        IpAddress target = topology.lookup("jeweller.diamonds.example").getFirst();
        Path file = folder.resolve("paths.jsonl");
        MultipathTrace traced;
        try (PacketPort port = SimulatedNetwork.of(topology).viewpointPort();
                TraceEventFile.Writer writer = new TraceEventFile.Writer(file, TraceEventFile.Kind.MULTIPATH)) {
            traced = MultipathTracer.run(MultipathRequest.of(TraceRequest.of("jeweller", target, "udp")), port, writer::on, () -> false);
        }

        TraceTabs.open(window.page(), file);
        Wait.until("the opened trace, not '" + window.headline() + "'", () -> window.headline().startsWith("Reached jeweller"));
        Wait.until("the whole graph", () -> window.graph().graph().nodes().size() == traced.graph().nodes().size() + 1);
        assertTrue(window.headline().contains(" paths"), window.headline());
        assertEquals(traced.graph().nodes().stream().map(node -> node.address().toString()).sorted().toList(),
                Widgets.column(window.hops(), ADDRESS).stream().sorted().toList());
    }

    @Test
    void allPathsComeBackInANewWindow() throws WorkbenchException {
        traceTheDiamonds();
        List<List<String>> rows = window.rows();
        String headline = window.headline();
        IWorkbenchWindow second = PlatformUI.getWorkbench().openWorkbenchWindow("org.hopwarden.ui.probe.tracePerspective", null);
        try {
            TraceWindow restored = new TraceWindow(second);
            second.getShell().setBounds(0, 0, 1280, 800);
            Wait.until("the tab that was in front", () -> restored.headline().equals(headline));
            assertEquals(rows, restored.rows());
            Wait.until("the same graph", () -> restored.graph().graph().equals(window.graph().graph()));
        } finally {
            second.close();
        }
        Wait.settle();
    }

    @Test
    void whatDoesNotGoWithAllPathsIsToldBeforehandOrInTheTab() {
        fill("Lab: Diamonds", "jeweller.diamonds.example", "UDP (Paris)", "All paths: MDA");
        assertFalse(window.button("Watch").isEnabled(), "all paths are not watched");
        assertFalse(window.field("Queries").isEnabled(), "the confidence says how many probes are sent");
        window.field("Sure %").setText("40");
        assertEquals("Sure: a number of percent from 50 to 99.99.", window.message());
        window.field("Sure %").setText("99.9");
        window.field("From port").setText("4000");
        assertTrue(window.message().startsWith("From port: "), window.message());
        window.field("From port").setText("");
        Widgets.choose(window.method(), "Every method");
        assertTrue(window.message().startsWith("Paths: "), window.message());

        Widgets.choose(window.method(), "UDP (classic)");
        Widgets.click(window.button("Start"));
        Wait.until("why it cannot be", () -> window.headline().contains("could not start"));
    }
}
