package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What holds for all tabs of traces: themes, the overview, connections to choose, disks that are full. */
@ExtendWith(UiPauses.class)
class TraceTabsWindowTest {

    private static final String OVERVIEW = "org.hopwarden.ui.probe.overview";
    private static final int TARGET = 1;
    private static final int METHOD = 2;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @TempDir
    private Path folder;

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
        Themes.setDark(false);
    }

    private void traceTheCluster() {
        window.trace("Lab: Campus", "cluster.campus.example", "UDP (Paris)");
        window.awaitEnd("Reached cluster");
    }

    @Test
    void nothingStaysDarkInTheLightTheme() {
        traceTheCluster();
        window.moreOptions();
        theThemeComesBack("a trace");
        window.command(OVERVIEW);
        window.moreOptions();
        theThemeComesBack("the overview");
        Screenshots.take("overview-light-again");
        window.watch("Lab: Campus", "observatory.campus.example", "ICMP echo", "0.1");
        Wait.until("the watch", () -> window.headline().startsWith("Watching"));
        theThemeComesBack("a watch");
    }

    private void theThemeComesBack(String where) {
        // Whatever is enabled late is so by then.
        Wait.until("a window at rest", () -> !window.button("Stop").isEnabled() || window.headline().startsWith("Watching"));
        Wait.settle();
        Map<String, List<RGB>> light = colours();
        Themes.setDark(true);
        Wait.until("the dark theme", Themes::isDark);
        Wait.settle();
        Themes.setDark(false);
        Wait.until("the light theme", () -> !Themes.isDark());
        Wait.settle();
        assertEquals(light, colours(), "the colours of " + where);
    }

    /** Background and foreground of all fields and buttons in sight that can be used; the others are shown pale in their own time. */
    private Map<String, List<RGB>> colours() {
        Map<String, List<RGB>> colours = new LinkedHashMap<>();
        for (Control control : Widgets.all(window.shell(), Control.class,
                control -> control.isEnabled() && (control instanceof Text || control instanceof Combo || control instanceof Button))) {
            colours.put(control.getClass().getSimpleName() + " " + control.getData(TraceTabs.WIDGET) + " " + colours.size(),
                    List.of(control.getBackground().getRGB(), control.getForeground().getRGB()));
        }
        return colours;
    }

    @Test
    void theOverviewComesBackUntilItIsClosed() throws WorkbenchException {
        traceTheCluster();
        window.command(OVERVIEW);
        IWorkbenchWindow second = newWindow();
        try {
            Wait.until("the overview", () -> hasOverview(second.getActivePage())
                    && second.getActivePage().getActiveEditor().getSite().getId().equals(OVERVIEW));
            IWorkbenchPage page = second.getActivePage();
            page.closeEditor(page.getActiveEditor(), false);
            Wait.settle();
        } finally {
            second.close();
        }
        IWorkbenchWindow third = newWindow();
        try {
            Wait.until("the trace", () -> third.getActivePage().getEditorReferences().length > 0);
            assertTrue(!hasOverview(third.getActivePage()), "it was closed");
        } finally {
            third.close();
        }
    }

    private static IWorkbenchWindow newWindow() throws WorkbenchException {
        return PlatformUI.getWorkbench().openWorkbenchWindow("org.hopwarden.ui.probe.tracePerspective", null);
    }

    private static boolean hasOverview(IWorkbenchPage page) {
        return Arrays.stream(page.getEditorReferences()).anyMatch(reference -> reference.getId().equals(OVERVIEW));
    }

    @Test
    void everyMethodTakesThePortWhereItHasPorts() {
        window.command("org.hopwarden.ui.probe.new");
        window.fill("Lab: Edge", "www.edge.example", "Every method");
        window.field("Port").setText("443");
        Widgets.click(window.button("Start"));
        Wait.until("the overview", () -> Widgets.find(window.shell(), Table.class, "Traces").isPresent());
        Table traces = Widgets.get(window.shell(), Table.class, "Traces");
        Wait.until("a row of each", () -> Widgets.column(traces, TARGET).stream().filter("www.edge.example"::equals).count() >= 7);
        List<String> methods = Widgets.column(traces, METHOD);
        assertTrue(methods.containsAll(List.of("TCP SYN, port 443", "UDP (Paris), port 443", "ICMP echo")), methods.toString());
    }

    @Test
    void aConnectionIsPickedFromThoseOfThisHost() throws IOException {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        try (ServerSocket server = new ServerSocket(0, 1, here); Socket client = new Socket(here, server.getLocalPort());
                Socket accepted = server.accept()) {
            window.command("org.hopwarden.ui.probe.new");
            window.fill("This host", "192.0.2.1", "TCP, inside a connection");
            Wait.answer("Trace inside a Connection", dialog -> pick(dialog, "127.0.0.1 port " + server.getLocalPort()));
            Event pick = new Event();
            pick.text = "Pick a connection\u2026";
            Widgets.get(window.shell(), Link.class, "More options").notifyListeners(SWT.Selection, pick);
            Wait.until("the connection in the fields", () -> window.target().getText().equals("127.0.0.1"));
            assertEquals(Integer.toString(server.getLocalPort()), window.field("Port").getText());
            assertEquals("This host", window.network().getText());
            window.moreOptions();
            assertEquals(Integer.toString(client.getLocalPort()), window.field("From port").getText());
            assertTrue(accepted.isConnected());
        }
    }

    /** Types the beginning, and chooses what is left. The list is filled in the background. */
    private static boolean pick(Shell dialog, String begin) {
        Text filter = Widgets.all(dialog, Text.class, text -> (text.getStyle() & SWT.READ_ONLY) == 0).getFirst();
        if (!filter.getText().equals(begin)) {
            filter.setText(begin);
            return false;
        }
        Table table = Widgets.all(dialog, Table.class, each -> true).getFirst();
        Button ok = Widgets.all(dialog, Button.class, button -> button.getText().equals("OK")).getFirst();
        int row = Widgets.column(table, 0).stream().map(text -> text.startsWith(begin + " ")).toList().indexOf(true);
        if (row < 0) {
            return false;
        }
        table.setSelection(row);
        table.notifyListeners(SWT.Selection, new Event());
        Widgets.click(ok);
        return true;
    }

    @Test
    void aFullDiskIsToldAndLeavesNothing() throws IOException {
        traceTheCluster();
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(TwoWays.run("mount", "-t", "tmpfs", "-o", "size=4k", "none", disk.toString()),
                "a disk of 4 KB needs the right to mount one");
        try {
            TraceTabs.savePicture(window.page(), TraceTabs.Picture.CHART, disk.resolve("chart.png"));
            String message = Wait.untilMessage();
            assertTrue(message.contains("The picture was not saved") && message.contains("The disk is full"), message);
            try (var files = Files.list(disk)) {
                assertEquals(List.of(), files.toList(), "no part of a file is left");
            }
        } finally {
            TwoWays.run("umount", disk.toString());
        }
    }

    @Test
    void aRecordingThatCannotBeWrittenIsToldWithItsPlace() {
        window.watch("Lab: Campus", "observatory.campus.example", "ICMP echo", "0.1");
        Wait.until("the watch", () -> window.headline().startsWith("Watching") && window.hops().getItemCount() > 0);
        TraceTabs.saveRecording(window.page(), folder.resolve("no-such-folder/watch.events"));
        String message = Wait.untilMessage();
        assertTrue(message.contains("was not written") && message.contains("no-such-folder"), message);
    }

}
