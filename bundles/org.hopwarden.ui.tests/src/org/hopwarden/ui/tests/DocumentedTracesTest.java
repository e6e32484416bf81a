package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.ui.Themes;
import org.hopwarden.visualization.HopGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What README and docs/workbench.md show of traces, step by step; the pictures in docs/images are cut out of what is taken here. */
class DocumentedTracesTest {

    private static final int TTL = 0;
    private static final int SENT = 4;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @BeforeEach
    void begin() {
        window.shell().setBounds(10, 10, 1285, 792);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
        window.page().closeAllEditors(false);
        Wait.until("a new tab", () -> window.page().getEditorReferences().length == 1);
    }

    @AfterEach
    void closeTabs() {
        window.page().closeAllEditors(false);
        Wait.settle();
        Themes.setDark(false);
    }

    private void show(String network, String target, String method, String queries) {
        window.fill(network, target, method);
        window.field("Queries").setText(queries);
        Widgets.click(window.button("Start"));
    }

    @Test
    void aTrace() {
        show("Lab: Campus", "cluster.campus.example", "UDP (Paris)", "10");
        window.awaitEnd("Reached cluster");
        Widgets.select(window.hops(), 5);
        Wait.until("the chart", () -> window.chart().isUpToDate());
        assertEquals(7, window.hops().getItemCount());
        Screenshots.take("trace-perspective");
        Screenshots.takeScreen("trace-perspective");
        Themes.setDark(true);
        Wait.until("the chart in dark", () -> window.chart().isUpToDate());
        Screenshots.take("trace-perspective-dark");
        Screenshots.takeScreen("trace-perspective-dark");
    }

    @Test
    void allPaths() {
        window.moreOptions();
        window.fill("Lab: Diamonds", "jeweller.diamonds.example", "UDP (Paris)");
        Widgets.choose(Widgets.get(window.shell(), Combo.class, "Paths"), "All paths: MDA-Lite");
        Widgets.click(window.button("Start"));
        Wait.until("the end", () -> window.headline().startsWith("Reached jeweller"));
        Wait.until("the whole graph", () -> window.graph().graph().nodesAt(10).stream().anyMatch(HopGraph.Node::reached));
        Wait.until("the chart", () -> window.chart().isUpToDate());
        Widgets.get(window.shell(), Link.class, "More options").notifyListeners(SWT.Selection, new Event());
        window.graph().fit();
        assertTrue(Widgets.column(window.hops(), TTL).containsAll(List.of("1", "10")));
        Screenshots.take("all-paths");
        Screenshots.takeScreen("all-paths");
    }

    @Test
    void aWatch() {
        window.fill("Lab: Campus", "observatory.campus.example", "ICMP echo");
        window.moreOptions();
        window.field("Interval s").setText("0.1");
        window.moreOptions();
        Widgets.click(window.button("Watch"));
        Wait.until("some past", () -> !window.headline().isEmpty() && window.hops().getItemCount() > 0
                && Integer.parseInt(window.rows().getFirst().get(SENT)) >= 150);
        Wait.until("the timeline", () -> window.chart().isUpToDate());
        Screenshots.take("watch");
        Screenshots.takeScreen("watch");
        Widgets.click(window.button("Stop"));
        Wait.until("the end", () -> window.headline().startsWith("Watched"));
    }
}
