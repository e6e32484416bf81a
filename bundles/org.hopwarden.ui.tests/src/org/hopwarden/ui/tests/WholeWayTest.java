package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.capture.CaptureWriter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.capture.CaptureTabs;
import org.hopwarden.ui.rules.PolicyTabs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of an analyst on one day: a trace, a list of rules, an edit and its undoing, enforcement, a capture with verdicts,
 * and a report for those who were not there.
 */
@ExtendWith(UiPauses.class)
class WholeWayTest {

    /** The minimum of ICMP at a border, as Rob Thomas's "ICMP Packet Filtering" (version 1.2, 2003) spells it for a router. */
    private static final String LIST = """
            access-list 2001 remark Specifically block ICMP fragments
            access-list 2001 deny icmp any any fragments
            access-list 2001 remark Permit inbound ping.
            access-list 2001 permit icmp any any echo
            access-list 2001 remark Permit inbound ping response.
            access-list 2001 permit icmp any any echo-reply
            access-list 2001 remark Permit Path MTU to function.
            access-list 2001 permit icmp any any packet-too-big
            access-list 2001 remark Permit time exceeded messages for traceroute and loops.
            access-list 2001 permit icmp any any time-exceeded
            access-list 2001 remark And explicitly block all other ICMP packets
            access-list 2001 deny icmp any any
            access-list 2001 remark Permit everything else (or add additional ACLs here).
            access-list 2001 permit ip any any
            """;
    private static final int VERDICT = 7;

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @TempDir
    private Path folder;

    @BeforeEach
    void waitForTheWindow() {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        // Done while a user looks at the first tab.
        Wait.until("classes that are loaded ahead", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("load classes ahead")));
        if (Themes.isDark()) {
            Themes.setDark(false);
        }
        Wait.settle();
    }

    @AfterEach
    void closeTabs() {
        UiPauses.step("closing the tabs");
        for (IEditorReference reference : window.page().getEditorReferences()) {
            if (!reference.getId().equals("org.hopwarden.ui.probe.trace")) {
                window.page().closeEditor(reference.getEditor(true), false);
                Wait.settle();
            }
        }
    }

    @Test
    void fromATraceToAReport() throws Exception {
        traceInTheLab();
        Path policy = importTheList();
        editAndUndo();
        enforceInTheLab();
        openACaptureAndSeeItsVerdicts(policy);
        writeTheReport(policy);
    }

    private void traceInTheLab() {
        UiPauses.step("tracing");
        window.trace("Lab: Edge", "www.edge.example", "TCP SYN");
        window.awaitEnd("Reached");
        assertEquals("203.0.113.180", Widgets.column(window.hops(), 1).getLast());
    }

    private Path importTheList() throws Exception {
        UiPauses.step("importing a list");
        Path policy = folder.resolve("minimum.hwpolicy");
        PolicyTabs.importList(window.page(), "ios", Files.writeString(folder.resolve("minimum.txt"), LIST), policy);
        Wait.until("the seven rules", () -> RuleGrid.shows(window.shell(), 7));
        Wait.settle();
        assertEquals("deny icmp any any fragments", text(0));
        assertEquals("permit ip any any", text(6));
        return policy;
    }

    private void editAndUndo() {
        UiPauses.step("editing and undoing");
        rules().select(5);
        rules().press(SWT.CR, SWT.NONE);
        Wait.settle();
        Text cell = Widgets.get(window.shell(), Text.class, "Rule text");
        cell.setText("deny icmp any any log");
        cell.notifyListeners(SWT.DefaultSelection, new Event());
        Wait.until("the edited rule", () -> text(5).equals("deny icmp any any log"));
        assertTrue(window.page().getActiveEditor().isDirty());
        window.command("org.eclipse.ui.edit.undo");
        assertEquals("deny icmp any any", text(5));
        assertFalse(window.page().getActiveEditor().isDirty());
    }

    private void enforceInTheLab() {
        UiPauses.step("enforcing");
        window.command("org.hopwarden.ui.rules.enforce");
        Widgets.click(Widgets.get(window.shell(), Button.class, "Start enforcement"));
        Wait.until("counters that move", () -> total("allowed") > 20);
        long before = total("seen");
        Wait.until("counters that move on", () -> total("seen") > before);
    }

    private void openACaptureAndSeeItsVerdicts(Path policy) throws Exception {
        UiPauses.step("opening a capture");
        Path capture = folder.resolve("day.pcap");
        IpHeader ip = IpHeader.of(IpAddress.parse("192.0.2.7"), IpAddress.parse("198.51.100.2"), 64);
        List<MemorySegment> packets = List.of(
                PacketBuilder.echoRequest(ip, 7, 1, "abcdefgh".getBytes(StandardCharsets.US_ASCII)),
                PacketBuilder.tcp(ip, 40000, 443, 1, 0, TcpFlags.SYN, 1024),
                PacketBuilder.icmp(ip, IcmpType.UNREACHABLE, IcmpType.CODE_PORT, 0,
                        PacketBuilder.udp(IpHeader.of(ip.destination(), ip.source(), 1), 5000, 33434, new byte[12])));
        try (CaptureWriter writer = CaptureWriter.create(capture, LinkType.RAW)) {
            for (int i = 0; i < packets.size(); i++) {
                writer.write(1_700_000_000_000_000_000L + i, LinkType.RAW, packets.get(i), 0, (int) packets.get(i).byteSize(),
                        packets.get(i).byteSize());
            }
        }
        CaptureTabs.open(window.page(), capture);
        CaptureTabs.judge(window.page(), policy);
        Table frames = Widgets.get(window.shell(), Table.class, "Frames");
        Wait.until("the verdicts", () -> frames.getItemCount() == 3 && frames.getItem(2).getText(VERDICT).startsWith("deny"));
        assertTrue(frames.getItem(0).getText(VERDICT).startsWith("allow"), frames.getItem(0).getText(VERDICT));
        assertTrue(frames.getItem(1).getText(VERDICT).startsWith("allow"), frames.getItem(1).getText(VERDICT));
    }

    private void writeTheReport(Path policy) throws Exception {
        UiPauses.step("writing the report");
        PolicyTabs.open(window.page(), policy);
        Wait.until("the policy in front", () -> RuleGrid.find(window.shell()).isPresent());
        Wait.settle();
        Shell wizard = openReport();
        Path report = folder.resolve("minimum.html");
        assertEquals(report.toString(), Widgets.get(wizard, Text.class, "Report file").getText());
        assertTrue(Widgets.all(wizard, Button.class, each -> each.getText().startsWith("Those of its last enforcement, at "))
                .getFirst().getSelection(), "the counters of the enforcement that runs are chosen");
        TableItem trace = Arrays.stream(Widgets.get(wizard, Table.class, "Report traces").getItems())
                .filter(item -> item.getText().startsWith("www.edge.example")).findFirst().orElseThrow();
        trace.setChecked(true);
        Widgets.get(wizard, Button.class, "Open report").setSelection(false);
        long seenBefore = total("seen");
        Widgets.click(Widgets.all(wizard, Button.class, each -> each.getText().replace("&", "").equals("Finish")).getFirst());
        Wait.until("the report", wizard::isDisposed);
        String page = Files.readString(report);
        for (String said : List.of("deny icmp any any fragments", "permit icmp any any time-exceeded", "permit ip any any",
                "Specifically block ICMP fragments", "www.edge.example", "203.0.113.180")) {
            assertTrue(page.contains(said), said);
        }
        assertTrue(counted(page, "Frames seen") >= seenBefore, "the counters are those of the moment of writing");
        assertTrue(counted(page, "Allowed") > 20, "what was allowed");
    }

    private static long counted(String page, String name) {
        Matcher matcher = Pattern.compile("<dt>" + name + "</dt><dd>([^<]+)</dd>").matcher(page);
        assertTrue(matcher.find(), name);
        return Long.parseLong(matcher.group(1).replaceAll("\\D", ""));
    }

    private Shell openReport() {
        window.command("org.hopwarden.ui.rules.report");
        Wait.until("the wizard", () -> Arrays.stream(window.shell().getShells())
                .anyMatch(shell -> shell.isVisible() && shell.getText().equals("Export Report")));
        return Arrays.stream(window.shell().getShells()).filter(shell -> shell.getText().equals("Export Report")).findFirst()
                .orElseThrow();
    }

    /** Closing the view ends the enforcement, which later tests must not find running. */
    @AfterEach
    void endTheEnforcement() {
        IViewPart view = window.page().findView("org.hopwarden.ui.rules.enforcement");
        if (view != null) {
            window.page().hideView(view);
        }
        Wait.settle();
    }

    private RuleGrid rules() {
        return RuleGrid.get(window.shell());
    }

    private String text(int row) {
        return rules().text(row);
    }

    private long total(String word) {
        Matcher matcher = Pattern.compile(word + " (\\d+)").matcher(Widgets.get(window.shell(), Label.class, "Totals").getText());
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
