package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst watches a path on the simulated networks, turns back in time, and keeps what was seen. */
class WatchWindowTest {

    private static final int ADDRESS = 1;
    private static final int SENT = 4;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @BeforeEach
    void waitForTheWindow() {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        Themes.setDark(false);
        Wait.settle();
    }

    @AfterEach
    void stop() {
        window.page().closeAllEditors(false);
        Wait.settle();
        Themes.setDark(false);
    }

    private void watchTheObservatory() {
        window.watch("Lab: Campus", "observatory.campus.example", "ICMP echo", "0.1");
        Wait.until("the first rounds", () -> window.headline().startsWith("Watching") && rounds() >= 5);
    }

    private int rounds() {
        List<List<String>> rows = Widgets.find(window.shell(), org.eclipse.swt.widgets.Table.class, "Hops").isPresent()
                ? window.rows() : List.of();
        return rows.isEmpty() ? 0 : Integer.parseInt(rows.getFirst().get(SENT));
    }

    private void turnTo(int share) {
        Scale moment = Widgets.get(window.shell(), Scale.class, "Moment");
        moment.setSelection(share);
        moment.notifyListeners(SWT.Selection, new Event());
    }

    private String time() {
        return Widgets.get(window.shell(), Label.class, "Time").getText();
    }

    @Test
    void aWatchGoesOnUntilItIsStopped() {
        watchTheObservatory();
        int before = rounds();
        Wait.until("more rounds", () -> rounds() > before);
        assertTrue(Widgets.column(window.hops(), ADDRESS).getFirst().startsWith("10.20.1.1"), window.rows().toString());
        assertTrue(window.graph().graph().nodes().size() > 3, "the graph is live");
        Wait.until("some past", () -> rounds() > 40);
        Wait.until("the timeline", () -> window.chart().isUpToDate());
        Screenshots.take("watch-light");
        Widgets.select(window.hops(), 2);
        Wait.settle();
        Screenshots.take("watch-chosen-light");
        window.turnTo("Routes");
        Screenshots.take("watch-routes-light");
        window.turnTo("Spread");
        Screenshots.take("watch-spread-light");
        window.command("org.hopwarden.ui.darkTheme");
        Wait.until("the dark theme", Themes::isDark);
        Screenshots.take("watch-spread-dark");
        window.turnTo("Over time");
        Screenshots.take("watch-dark");
        Widgets.click(window.button("Stop"));

        Wait.until("the end", () -> window.headline().startsWith("Watched"));
        int ended = rounds();
        Wait.settle();
        assertEquals(ended, rounds());
        assertFalse(window.button("Stop").isEnabled());
    }

    @Test
    void aPausedWatchRestsAndGoesOnWithTheNextRound() {
        watchTheObservatory();
        Widgets.click(window.button("Pause"));
        Wait.until("the pause", () -> window.headline().startsWith("Paused"));
        Wait.until("the last answers", () -> window.button("Pause").getText().contains("Resume"));
        int paused = rounds();

        Widgets.click(window.button("Pause"));
        Wait.until("further rounds", () -> rounds() > paused + 2);
        assertTrue(window.headline().startsWith("Watching"), window.headline());
    }

    @Test
    void theSliderShowsHowItStoodThen() {
        watchTheObservatory();
        Wait.until("some past", () -> rounds() > 20);
        turnTo(300);
        Wait.until("an earlier state", () -> rounds() < 15 && time().startsWith("then"));
        Wait.until("the timeline with the moment", () -> window.chart().isUpToDate());
        int then = rounds();
        Screenshots.take("watch-replay-light");
        Wait.settle();
        assertEquals(then, rounds(), "the past stands still while the watch goes on");

        turnTo(100);
        Wait.until("a state before that", () -> rounds() < then);
        Widgets.click(window.button("Latest"));
        Wait.until("the present", () -> rounds() > 20 && time().startsWith("now"));
    }

    @Test
    void aRecordingIsSavedAndOpenedAgain(@TempDir Path folder) {
        watchTheObservatory();
        Widgets.click(window.button("Stop"));
        Wait.until("the end", () -> window.headline().startsWith("Watched"));
        List<List<String>> rows = window.rows();
        Path file = folder.resolve("observatory.events");
        TraceTabs.saveRecording(window.page(), file);
        Wait.until("the file", () -> Files.exists(file));

        window.page().closeAllEditors(false);
        TraceTabs.open(window.page(), file);
        Wait.until("the same rows", () -> window.headline().startsWith("Watched") && rounds() > 0 && window.rows().equals(rows));
        turnTo(500);
        Wait.until("the state then", () -> rounds() < Integer.parseInt(rows.getFirst().get(SENT)));
    }

    @Test
    void aDamagedRecordingIsToldWithItsPlace(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("broken.hwrec");
        Files.writeString(file, """
                {"format":"hopwarden.recording/1","target":"a","address":"192.0.2.1","method":"icmp","port":0,"maxTtl":30,\
                "source":"192.0.2.9","startedAt":"2026-01-02T03:04:05Z"}
                ["sent",1,1,0]
                ["sent","x",1,0]
                ["sent",2,1,1]
                """);
        TraceTabs.open(window.page(), file);
        String message = Wait.untilMessage();
        assertTrue(message.contains("broken.hwrec") && message.contains("line 3"), message);
    }

    @Test
    void anOpenWatchComesBackInANewWindow() throws WorkbenchException {
        watchTheObservatory();
        Widgets.click(window.button("Stop"));
        Wait.until("the end", () -> window.headline().startsWith("Watched"));
        List<List<String>> rows = window.rows();

        IWorkbenchWindow second = PlatformUI.getWorkbench().openWorkbenchWindow("org.hopwarden.ui.probe.tracePerspective", null);
        try {
            TraceWindow restored = new TraceWindow(second);
            second.getShell().setBounds(0, 0, 1280, 800);
            Wait.until("the watch's rows", () -> restored.headline().startsWith("Watched") && restored.rows().equals(rows));
        } finally {
            second.close();
        }
        Wait.settle();
    }
}
