package org.hopwarden.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.probe.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TraceReportTest {

    /** The page is written so that it is well-formed XML as well, which makes its structure easy to check. */
    private static Document parse(String html) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + html, e);
        }
    }

    private static String text(String html) {
        return parse(html).getElementsByTagName("main").item(0).getTextContent().replaceAll("\\s+", " ");
    }

    @Test
    void pagesLookAsTheyDid() throws IOException {
        Golden.check("reached.html", withoutChart(TraceReport.html(List.of(Traces.reached()))));
        Golden.check("several.html", withoutChart(TraceReport.html(
                List.of(Traces.reached(), Traces.branched(), Traces.refused()))));
    }

    @Test
    void whatIsUnansweredWhereAllBehindAnsweredIsNoLoss() {
        assertTrue(text(TraceReport.html(List.of(Traces.reached()))).contains("Hop 2 left probes unanswered, but each hop behind answered "
                + "all: no loss on the path shows"));
        assertFalse(text(TraceReport.html(List.of(Traces.silent()))).contains("left probes unanswered"));
    }

    /** Labels of the chart stand where the machine's fonts put them. */
    private static String withoutChart(String html) {
        int section = html.indexOf("<h2>Round-trip times</h2>");
        int from = html.indexOf("<svg", section);
        int to = html.indexOf("</svg>", from) + "</svg>".length();
        return html.substring(0, from) + "<svg/>" + html.substring(to);
    }

    @Test
    void theSameTraceGivesTheSameBytes() {
        for (Trace trace : Traces.all()) {
            assertEquals(TraceReport.html(List.of(trace)), TraceReport.html(List.of(trace)));
        }
    }

    @Test
    void aPageNeedsNothingElse() {
        for (Trace trace : Traces.all()) {
            String html = TraceReport.html(List.of(trace));
            Document page = parse(html);
            for (String tag : List.of("script", "link", "img", "iframe", "object", "embed", "image", "use", "base", "form")) {
                assertEquals(0, page.getElementsByTagName(tag).getLength(), tag);
            }
            String style = page.getElementsByTagName("style").item(0).getTextContent();
            assertFalse(style.contains("url(") || style.contains("@import"), style);
            var elements = page.getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                assertFalse(element.hasAttribute("src") || element.hasAttribute("srcset"), element.getTagName());
                assertTrue(!element.hasAttribute("href") || element.getAttribute("href").startsWith("#"), element.getTagName());
                for (int j = 0; j < element.getAttributes().getLength(); j++) {
                    assertFalse(element.getAttributes().item(j).getNodeName().startsWith("on"), element.getTagName());
                }
            }
            assertEquals(2, page.getElementsByTagName("svg").getLength());
        }
    }

    @Test
    void aReaderFindsWhatWasDoneAndWhatCameOut() {
        String text = text(TraceReport.html(List.of(Traces.reached())));
        for (String said : List.of("example.test", "Reached in 3 hops; the target answered: Echo reply.", "203.0.113.80", "icmp", "192.0.2.10",
                "2025-03-04 05:06:07 UTC", "Greatest TTL20", "Probes per hop2", "Longest wait for a reply1.5 s",
                "6 in the table + 3 beyond the end = 9", "1 (50 %)", "Time exceeded", "\"format\" : \"hopwarden.trace/1\"")) {
            assertTrue(text.contains(said), () -> "'" + said + "' in: " + text);
        }
    }

    @Test
    void everyBranchHasItsRow() {
        Document page = parse(TraceReport.html(List.of(Traces.branched())));
        List<String> rows = Stream.iterate(0, i -> i + 1).limit(page.getElementsByTagName("tr").getLength())
                .map(i -> page.getElementsByTagName("tr").item(i).getTextContent()).toList();
        assertTrue(rows.contains("2198.51.100.1202.002.002.00Time exceeded"), rows::toString);
        assertTrue(rows.contains("198.51.100.23.003.003.00Time exceeded"), rows::toString);
        assertTrue(rows.contains("3203.0.113.80 target209.009.259.50Unreachable: port unreachable"), rows::toString);
    }

    @Test
    void namesAndNetworksStandBesideTheirAddresses() {
        List<Trace> traces = List.of(Traces.branched());
        HostInfo.Network network = new HostInfo.Network(64500, "Example & Net", IpPrefix.parse("198.51.100.0/24"));
        String html = TraceReport.html(traces, Map.of(
                IpAddress.parse("198.51.100.1"), new HostInfo(Optional.of("gw.example"), Optional.of(network)),
                IpAddress.parse("198.51.100.2"), new HostInfo(Optional.empty(), Optional.of(new HostInfo.Network(0, "<script>", network.prefix())))));
        String text = text(html);
        assertTrue(text.contains("198.51.100.1gw.exampleAS64500 Example & Net2"), text);
        assertTrue(text.contains("198.51.100.2<script>"), text);
        assertFalse(html.contains("<script>"));
        assertEquals(TraceReport.html(traces), TraceReport.html(traces, Map.of()), "nothing is said of what is not known");
    }

    @Test
    void silenceRefusalFailureAndRunningTracesSaySo() {
        assertTrue(text(TraceReport.html(List.of(Traces.silent()))).contains("no answer"));
        assertTrue(text(TraceReport.html(List.of(Traces.running()))).contains("no answer yet"));
        assertTrue(text(TraceReport.html(List.of(Traces.failed()))).contains("the interface went down"));
        assertTrue(text(TraceReport.html(List.of(Traces.failed()))).contains("No probe was sent."));
        assertTrue(text(TraceReport.html(List.of(Traces.notStarted()))).contains("not known"));
        assertTrue(text(TraceReport.html(List.of(Traces.refused()))).contains("198.51.100.1 refused"));
        assertTrue(text(TraceReport.html(List.of(Traces.refused()))).contains("tcp-syn, port 443"));
    }

    @Test
    void hostileNamesStayText() {
        String html = TraceReport.html(List.of(Traces.hostile(), Traces.reached()));
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("\u0007"));
        Document page = parse(html);
        assertEquals(1, page.getElementsByTagName("style").getLength());
        assertTrue(page.getElementsByTagName("title").item(0).getTextContent()
                .startsWith("Trace to <script>alert('x')</script>\"&{{target}}\ufffd"), html);
    }

    @Test
    void severalTracesStandSideBySide() {
        Document page = parse(TraceReport.html(List.of(Traces.reached(), Traces.refused(), Traces.silent())));
        assertEquals(4, page.getElementsByTagName("table").getLength(), "an overview and a table for each");
        assertEquals(2, page.getElementsByTagName("svg").getLength(), "one graph and one chart of all");
    }

    @Test
    void writingReplacesTheFileWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        TraceReport.write(List.of(Traces.silent()), file);
        TraceReport.write(List.of(Traces.reached()), file);
        assertEquals(TraceReport.html(List.of(Traces.reached())), Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "no temporary file stays");
        }
    }

    @Test
    void aFileThatCannotBeWrittenStaysAsItWas(@TempDir Path folder) throws IOException {
        Path taken = folder.resolve("report.html");
        Files.createDirectories(taken.resolve("not-empty"));
        assertThrows(IOException.class, () -> TraceReport.write(List.of(Traces.reached()), taken));
        assertThrows(IOException.class, () -> TraceReport.write(List.of(Traces.reached()), folder.resolve("no/such/report.html")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(taken), files.toList());
        }
    }

    @Test
    void aReportNeedsATrace() {
        assertThrows(IllegalArgumentException.class, () -> TraceReport.html(List.of()));
    }
}
