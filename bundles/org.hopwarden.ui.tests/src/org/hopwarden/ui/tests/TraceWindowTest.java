package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.hopwarden.ui.StateFolder;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;
import org.hopwarden.ui.visualization.HopGraphCanvas;
import org.hopwarden.visualization.HopGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An analyst's way through the window, on the simulated networks. */
@ExtendWith(UiPauses.class)
class TraceWindowTest {

    private static final int TTL = 0;
    private static final int ADDRESS = 1;
    private static final int LOSS = 2;
    private static final int SAID = 10;
    /** Of the overview. */
    private static final int VERDICT = 8;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @BeforeEach
    void waitForTheWindow() {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
        Wait.settle();
    }

    @Test
    void opensOnTheTracePerspective() {
        assertEquals(1, PlatformUI.getWorkbench().getWorkbenchWindowCount());
        assertTrue(window.shell().isVisible());
        assertEquals("Hopwarden", window.shell().getText());
        // The window itself shows what the test before has left.
        assertEquals("org.hopwarden.ui.probe.tracePerspective",
                PlatformUI.getWorkbench().getPerspectiveRegistry().getDefaultPerspective());
    }

    @Test
    void aNewTabTellsWhatToDo() {
        window.command("org.hopwarden.ui.probe.new");

        assertFalse(window.button("Start").isEnabled(), "there is nothing to trace yet");
        assertEquals("Lab: Forum case", window.network().getText());
        Screenshots.take("new-trace-light");
    }

    @Test
    void aTraceFillsTableGraphAndChart() {
        traceTheCluster();

        List<String> addresses = Widgets.column(window.hops(), ADDRESS);
        assertEquals(List.of("1", "2", "3", "4", "5", "6", "7"), Widgets.column(window.hops(), TTL));
        assertEquals("10.20.1.1", addresses.getFirst());
        assertTrue(addresses.get(2).startsWith("10.20.254."), "one of the four paths: " + addresses);
        assertEquals("no reply", addresses.get(4));
        assertEquals("100 %", window.rows().get(4).get(LOSS));
        assertEquals("10.20.40.40", addresses.getLast());
        assertEquals("Unreachable: port unreachable", window.rows().getLast().get(SAID));
        for (int row = 0; row < addresses.size(); row++) {
            List<HopGraph.Node> nodes = window.graph().graph().nodesAt(row + 1);
            assertEquals(1, nodes.size(), "nodes at TTL " + (row + 1));
            String shown = nodes.getFirst().address() == null ? "no reply" : nodes.getFirst().address().toString();
            assertEquals(addresses.get(row), shown);
        }
        assertEquals(HopGraph.Status.TARGET, window.graph().graph().nodes().getLast().status());
    }

    @Test
    void tableAndGraphShareTheSelection() {
        traceTheCluster();
        HopGraphCanvas graph = window.graph();

        Widgets.select(window.hops(), 2);
        assertEquals(Optional.of(graph.graph().nodesAt(3).getFirst().id()), graph.selection());

        Rectangle node = graph.boundsOf(graph.graph().nodesAt(6).getFirst().id()).orElseThrow();
        Widgets.click(graph, node.x + node.width / 2, node.y + node.height / 2);
        assertEquals(5, window.hops().getSelectionIndex());
        Wait.settle();
        Screenshots.take("trace-light");

        Widgets.click(graph, 2, 2);
        assertEquals(-1, window.hops().getSelectionIndex());
        assertEquals(Optional.empty(), graph.selection());
    }

    @Test
    void theGraphZoomsAboutThePointerAndFitsAgain() {
        traceTheCluster();
        HopGraphCanvas graph = window.graph();
        String target = graph.graph().nodes().getLast().id();
        Rectangle before = graph.boundsOf(target).orElseThrow();
        double scale = graph.scale();

        graph.zoomAt(2, before.x, before.y);
        Rectangle zoomed = graph.boundsOf(target).orElseThrow();
        assertEquals(2 * scale, graph.scale(), 1e-9);
        assertTrue(Math.abs(zoomed.x - before.x) <= 1 && Math.abs(zoomed.y - before.y) <= 1, before + " became " + zoomed);

        graph.fit();
        assertEquals(scale, graph.scale(), 1e-9);
    }

    @Test
    void theDarkThemeReachesGraphAndChart() {
        traceTheCluster();
        window.command("org.hopwarden.ui.darkTheme");

        Wait.until("the dark theme", Themes::isDark);
        Wait.until("the chart in dark", () -> window.chart().isUpToDate());
        assertTrue(Themes.palette().dark());
        Wait.settle();
        Screenshots.take("trace-dark");
        window.command("org.hopwarden.ui.probe.new");
        Screenshots.take("new-trace-dark");

        window.command("org.hopwarden.ui.darkTheme");
        Wait.until("the light theme", () -> !Themes.isDark());
    }

    @Test
    void aRefusedTraceSaysWhereAndByWhom() {
        window.trace("Lab: Edge", "www.edge.example", "ICMP echo");
        window.awaitEnd("Did not reach");

        assertTrue(window.rows().getLast().get(SAID).contains("rohibited"), window.rows().toString());
        // The graph is placed in the background, so it comes after the summary.
        Wait.until("the refusal in the graph", () -> window.graph().graph().nodesAt(window.rows().size()).stream()
                .anyMatch(node -> node.status() == HopGraph.Status.REFUSED));
        Screenshots.take("refused-light");
    }

    @Test
    void translationsOnTheWayStandUnderTheSummary() {
        window.trace("Lab: Edge", "www.edge.example", "ICMP echo");
        window.awaitEnd("Did not reach");
        assertEquals("", findings(), "nothing was found, and takes no room");

        window.trace("Lab: Behind two translations", "resolver", "UDP (Dublin)");
        window.awaitEnd("Reached");
        Wait.until("what was found", () -> findings().contains("NAT between hops 1 and 2: "));
        Screenshots.take("trace-findings-light");
    }

    private String findings() {
        return Widgets.find(window.shell(), Label.class, "Findings").filter(Label::isVisible).map(Label::getText).orElse("");
    }

    @Test
    void aRunningTraceCanBeStopped() {
        window.trace("Lab: Edge", "www.edge.example", "UDP (Paris)");
        Wait.until("a first row", () -> window.hops().getItemCount() > 0);
        assertTrue(window.button("Stop").isEnabled());
        Widgets.click(window.button("Stop"));

        Wait.until("the end", () -> window.headline().startsWith("Stopped"));
        assertFalse(window.button("Stop").isEnabled());
        assertTrue(window.hops().getItemCount() > 0, "what it had learned stays");
    }

    @Test
    void wrongFieldsAreToldInTheBar() {
        window.command("org.hopwarden.ui.probe.new");
        window.fill("Lab: Forum case", "no-such-host", "TCP SYN");
        assertTrue(window.message().contains("no-such-host"), window.message());
        assertFalse(window.button("Start").isEnabled());

        window.target().setText("www.forum.example");
        window.field("Port").setText("70000");
        assertEquals("Port: a number from 1 to 65535.", window.message());
        assertFalse(window.button("Start").isEnabled());

        window.field("Port").setText("443");
        window.field("Max TTL").setText("0");
        assertEquals("Max TTL: a number from 1 to 255.", window.message());
        Screenshots.take("wrong-field-light");

        window.field("Max TTL").setText("30");
        assertTrue(window.button("Start").isEnabled());

        Widgets.choose(window.network(), "This host");
        window.target().setText("300.1.2.3");
        assertTrue(window.message().contains("neither an address"), window.message());
    }

    @Test
    void aTraceThatCannotStartSaysWhy() {
        window.trace("Lab: Forum case", "192.0.2.77", "ICMP echo");

        Wait.until("an end", () -> !window.button("Stop").isEnabled());
        assertNotEquals("", window.headline());
    }

    @Test
    void openTracesComeBackInANewWindow() throws WorkbenchException {
        traceTheCluster();
        List<List<String>> rows = window.rows();
        String headline = window.headline();

        IWorkbenchWindow second = PlatformUI.getWorkbench().openWorkbenchWindow(
                "org.hopwarden.ui.probe.tracePerspective", null);
        try {
            TraceWindow restored = new TraceWindow(second);
            second.getShell().setBounds(0, 0, 1280, 800);
            Wait.until("the tab that was in front", () -> restored.headline().equals(headline));
            assertEquals(rows, restored.rows());
            restored.awaitEnd("Reached");
            assertEquals(window.graph().graph(), restored.graph().graph());
        } finally {
            second.close();
        }
        Wait.settle();
        assertTrue(savedTraces() >= 1, "closing a window keeps its traces");
    }

    @Test
    void aClosedTraceCanBeOpenedAgain() {
        traceTheCluster();
        List<List<String>> rows = window.rows();
        long saved = savedTraces();

        window.page().closeEditor(window.page().getActiveEditor(), false);
        Wait.until("the file to be put aside", () -> savedTraces() == saved - 1);
        window.command("org.hopwarden.ui.probe.reopen");

        Wait.until("the tab", () -> window.headline().startsWith("Reached cluster") && window.rows().equals(rows));
        assertEquals(saved, savedTraces());
    }

    @Test
    void aTraceFileOpensInATab(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cluster.json");
        Files.writeString(file, """
                {"format":"hopwarden.trace/1","target":"10.9.4.2","address":"10.9.4.2","method":"icmp","reached":true,
                 "probes":6,"hops":[
                  {"ttl":1,"lost":0,"replies":[{"address":"10.9.1.1","rttMillis":0.14,"kind":"time-exceeded",
                   "icmpType":11,"icmpCode":0}]},
                  {"ttl":2,"lost":0,"replies":[{"address":"10.9.4.2","rttMillis":0.2,"kind":"echo-reply",
                   "icmpType":0,"icmpCode":0}]}]}
                """);

        TraceTabs.open(window.page(), file);
        window.awaitEnd("Reached 10.9.4.2 in 2 hops");
        assertEquals(List.of("10.9.1.1", "10.9.4.2"), Widgets.column(window.hops(), ADDRESS));
    }

    @Test
    void aFileThatIsNoTraceIsToldWithItsPlace(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\"format\":\n  17}");
        TraceTabs.open(window.page(), file);

        String message = Wait.untilMessage();
        assertTrue(message.contains("broken.json") && message.contains("ine 2"), message);
    }

    @Test
    void aDamagedSavedTraceIsPutAsideAndTold() throws IOException, WorkbenchException {
        Path traces = Files.createDirectories(StateFolder.path().resolve("traces"));
        Path damaged = Files.writeString(traces.resolve("00000000-damaged.json"), "{\"format\":");

        IWorkbenchWindow second = PlatformUI.getWorkbench().openWorkbenchWindow(
                "org.hopwarden.ui.probe.tracePerspective", null);
        try {
            String message = Wait.untilMessage();
            assertTrue(message.contains("00000000-damaged.json"), message);
            assertFalse(Files.exists(damaged));
            assertTrue(Files.exists(traces.resolve("00000000-damaged.json.damaged")));
            Wait.until("a tab all the same", () -> second.getActivePage().getEditorReferences().length > 0);
        } finally {
            second.close();
            Files.deleteIfExists(traces.resolve("00000000-damaged.json.damaged"));
        }
    }

    @Test
    void aHopIsChosenInTheChartToo() {
        traceTheCluster();
        Wait.until("the chart", () -> window.chart().isUpToDate());
        Point place = window.chart().placeOf(4).orElseThrow();
        Widgets.click(window.chart(), place.x, place.y);
        assertEquals(3, window.hops().getSelectionIndex());
        assertEquals(Optional.of(window.graph().graph().nodesAt(4).getFirst().id()), window.graph().selection());

        Widgets.select(window.hops(), 5);
        Wait.until("the marked chart", () -> window.chart().isUpToDate());
        window.turnTo("Spread");
        Wait.until("the spread", () -> window.chart().isUpToDate());
        assertTrue(window.chart().chart().orElseThrow().title().startsWith("Round-trip times of hop 6"),
                window.chart().chart().orElseThrow().title());
        Screenshots.take("trace-spread-light");
    }

    @Test
    void theTableIsCopiedInTracerouteManner() {
        traceTheCluster();
        Event event = new Event();
        event.stateMask = SWT.MOD1 | SWT.MOD2;
        event.keyCode = 'c';
        window.hops().notifyListeners(SWT.KeyDown, event);
        String text = clipboard();
        assertTrue(text.startsWith("trace to cluster.campus.example (10.20.40.40), 30 hops max"), text);
        assertTrue(text.lines().toList().get(5).startsWith(" 5  * * *"), text);
        assertTrue(text.lines().toList().get(7).contains("10.20.40.40  "), text);

        window.hops().setSelection(0, 1);
        event.stateMask = SWT.MOD1;
        window.hops().notifyListeners(SWT.KeyDown, event);
        String rows = clipboard();
        assertEquals(3, rows.lines().count(), rows);
        assertTrue(rows.startsWith("TTL\tAddress\tLoss\tSent\tLast ms\tBest ms\tMean ms\tWorst ms\tJitter ms\tWhat it said\n1\t"),
                rows);
    }

    private String clipboard() {
        Clipboard clipboard = new Clipboard(window.shell().getDisplay());
        try {
            return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void picturesAreSaved(@TempDir Path folder) throws IOException {
        traceTheCluster();
        Path graph = folder.resolve("path.svg");
        Path chart = folder.resolve("chart.png");
        TraceTabs.savePicture(window.page(), TraceTabs.Picture.GRAPH, graph);
        TraceTabs.savePicture(window.page(), TraceTabs.Picture.CHART, chart);
        Wait.until("both files", () -> Files.exists(graph) && Files.exists(chart));
        assertTrue(Files.readString(graph).contains("10.20.40.40"));
        assertEquals("PNG", new String(Files.readAllBytes(chart), 1, 3, StandardCharsets.US_ASCII));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing is left beside them");
        }

        TraceTabs.savePicture(window.page(), TraceTabs.Picture.GRAPH, folder.resolve("no-such-folder/path.svg"));
        String message = Wait.untilMessage();
        assertTrue(message.contains("The picture was not saved") && message.contains("no-such-folder"), message);
    }

    @Test
    void aTopologyFileBecomesANetwork(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rooms.toml"), """
                name = "Two rooms"
                seed = 7
                viewpoint = "desk"
                [[host]]
                name = "desk"
                [[router]]
                name = "gateway"
                [[host]]
                name = "server"
                names = ["www.rooms.example"]
                [[link]]
                between = ["gateway", "desk"]
                prefix = ["192.168.1.0/24"]
                latency = "0.5 ms"
                [[link]]
                between = ["gateway", "server"]
                prefix = ["203.0.113.0/30"]
                latency = "8 ms"
                [[target]]
                to = "www.rooms.example"
                """);
        TraceTabs.open(window.page(), file);
        Wait.until("the network", () -> window.network().getText().equals("File: rooms.toml"));
        window.target().setText("www.rooms.example");
        Widgets.click(window.button("Start"));
        window.awaitEnd("Reached www.rooms.example");
        assertEquals(2, window.hops().getItemCount());
        Screenshots.take("topology-light");
    }

    @Test
    void mistakesInATopologyAreToldWithLineAndColumn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.toml"), """
                name = "Wrong"
                viewpoint = "desk"
                [[host]]
                name = "desk"
                colour = "red"
                """);
        TraceTabs.open(window.page(), file);
        String message = Wait.untilMessage();
        assertTrue(message.contains("wrong.toml") && message.contains("line 5, column 1") && message.contains("colour"), message);
    }

    @Test
    void severalTargetsAreTracedAtOnceAndStandInTheOverview() {
        window.trace("Lab: Campus", "cluster.campus.example, observatory.campus.example 10.20.1.1", "ICMP echo");
        Wait.until("the overview", () -> Widgets.find(window.shell(), Table.class, "Traces").isPresent());
        Table traces = Widgets.get(window.shell(), Table.class, "Traces");
        Wait.until("three ends", () -> targets(traces).containsAll(List.of("cluster.campus.example", "observatory.campus.example",
                "10.20.1.1")) && Widgets.column(traces, VERDICT).stream().filter(text -> text.startsWith("Reached")).count() >= 2);
        Screenshots.take("overview-light");
        Themes.setDark(true);
        Wait.settle();
        Screenshots.take("overview-dark");
        Themes.setDark(false);

        int row = targets(traces).indexOf("10.20.1.1");
        Widgets.select(traces, row);
        traces.notifyListeners(SWT.DefaultSelection, new Event());
        Wait.until("its tab", () -> window.headline().contains("10.20.1.1"));
    }

    @Test
    void everyMethodIsTracedAtOnceAndCompared() {
        window.trace("Lab: Edge", "www.edge.example", "Every method");
        Wait.until("the overview", () -> Widgets.find(window.shell(), Table.class, "Traces").isPresent());
        Table traces = Widgets.get(window.shell(), Table.class, "Traces");
        Wait.until("an end of each", () -> IntStream.range(0, traces.getItemCount())
                .filter(row -> traces.getItem(row).getText(1).equals("www.edge.example")).count() >= 7
                && Widgets.column(traces, VERDICT).stream().noneMatch(text -> text.contains("Looking up") || text.startsWith("Still")));
        List<String> methods = Widgets.column(traces, 2);
        int tcp = methods.lastIndexOf("TCP SYN");
        assertTrue(traces.getItem(tcp).getText(VERDICT).startsWith("Reached"), traces.getItem(tcp).getText(VERDICT));
        assertTrue(traces.getItem(methods.lastIndexOf("ICMP echo")).getText(VERDICT).startsWith("Not reached"));
        Wait.until("their paths in one graph", () -> window.graph().graph().methods().size() >= 3);
        Screenshots.take("methods-light");
    }

    private static List<String> targets(Table traces) {
        return Widgets.column(traces, 1);
    }

    @Test
    void optionsAreCheckedAndKept() {
        window.command("org.hopwarden.ui.probe.new");
        window.fill("Lab: Campus", "cluster.campus.example", "UDP (Paris)");
        Widgets.get(window.shell(), Link.class, "More options").notifyListeners(SWT.Selection, new Event());
        window.field("First TTL").setText("77");
        assertEquals("First TTL: a number from 1 to 30.", window.message());
        window.field("First TTL").setText("3");
        window.field("Wait s").setText("0");
        assertTrue(window.message().startsWith("Wait: seconds"), window.message());
        window.field("Wait s").setText("1.5");
        Widgets.choose(Widgets.get(window.shell(), Combo.class, "Strategy"), "Classic");
        Screenshots.take("options-light");
        Widgets.click(window.button("Start"));
        window.awaitEnd("Reached cluster");
        assertEquals("not probed", Widgets.column(window.hops(), ADDRESS).getFirst());
        assertEquals("1.5", window.field("Wait s").getText());
    }

    private void traceTheCluster() {
        window.trace("Lab: Campus", "cluster.campus.example", "UDP (Paris)");
        window.awaitEnd("Reached cluster.campus.example (10.20.40.40) in 7 hops");
        Wait.until("the target in the graph", () -> window.graph().graph().nodes().stream()
                .anyMatch(node -> node.status() == HopGraph.Status.TARGET));
    }

    private static long savedTraces() {
        try (Stream<Path> files = Files.list(StateFolder.path().resolve("traces"))) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        } catch (IOException e) {
            throw new UncheckedIOException("the saved traces cannot be listed", e);
        }
    }
}
