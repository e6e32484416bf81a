package org.hopwarden.visualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

import org.hopwarden.probe.Trace;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class LatencyChartTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 240;

    private static List<String> labels(String svg) {
        return Xml.elements(Xml.parse(svg), "text").stream().map(Element::getTextContent).toList();
    }

    private static String inline(List<Trace> traces) {
        return LatencyChart.of(traces).toInlineSvg(WIDTH, HEIGHT);
    }

    @Test
    void axesHaveTheirUnits() {
        List<String> labels = labels(inline(List.of(SampleTraces.shortPath("icmp"))));
        assertTrue(labels.containsAll(List.of("Hop (TTL)", "Round trip (ms)", "1", "2", "3", "4", "lost")), labels::toString);
    }

    @Test
    void theScaleIsLogarithmicFromTwoDecadesOn() {
        Trace narrow = new TraceScript("a", "203.0.113.1", "icmp").hop("192.0.2.1", 1).target(99).done();
        Trace wide = new TraceScript("a", "203.0.113.1", "icmp").hop("192.0.2.1", 1).target(101).done();
        assertTrue(labels(inline(List.of(narrow))).contains("Round trip (ms)"));
        List<String> labels = labels(inline(List.of(wide)));
        assertTrue(labels.containsAll(List.of("Round trip (ms, log scale)", "1", "10", "100")), labels::toString);
    }

    @Test
    void noLabelIsCutOff() {
        FontRenderContext context = new FontRenderContext(null, true, true);
        SampleTraces.all().forEach((name, traces) -> noLabelIsCutOff(name, inline(traces), context));
        IntStream.of(1, 2, 5, 13, 29, 47, 63).forEach(hops ->
                noLabelIsCutOff(hops + " hops", inline(List.of(SampleTraces.chain(hops))), context));
    }

    private static void noLabelIsCutOff(String name, String svg, FontRenderContext context) {
        for (Element text : Xml.elements(Xml.parse(svg), "text")) {
            if (text.getTextContent().startsWith("Round trip")) {
                // Turned by a transformation: its length must fit the height.
                double length = new Font(Font.SANS_SERIF, Font.PLAIN, 10).getStringBounds(text.getTextContent(), context).getWidth();
                assertTrue(length < HEIGHT, name);
                continue;
            }
            double x = Double.parseDouble(text.getAttribute("x"));
            double y = Double.parseDouble(text.getAttribute("y"));
            double width = new Font(Font.SANS_SERIF, Font.PLAIN, 10).getStringBounds(text.getTextContent(), context).getWidth();
            assertTrue(x >= 0 && x + width <= WIDTH && y >= 8 && y <= HEIGHT,
                    () -> name + ": '" + text.getTextContent() + "' at " + x + ", " + y);
        }
    }

    @Test
    void lostProbesAreCounted() {
        List<String> labels = labels(inline(List.of(SampleTraces.forum())));
        assertEquals(9, labels.stream().filter("3"::equals).count() - 1, "nine hops lost three probes each; one 3 is a TTL");
    }

    @Test
    void emptyAndRunningTracesSaySo() {
        assertEquals(List.of("No trace yet"), labels(inline(List.of())));
        assertTrue(labels(inline(List.of(new TraceScript("a", "203.0.113.1", "icmp").pending(30).running())))
                .contains("No reply yet"));
        assertTrue(labels(inline(SampleTraces.all().get("all-silent"))).contains("No reply came"));
    }

    @Test
    void severalTracesHaveALegend() {
        List<String> labels = labels(inline(SampleTraces.all().get("methods")));
        assertTrue(labels.containsAll(List.of("icmp", "tcp-syn", "udp")), labels::toString);
        List<String> twice = labels(inline(List.of(SampleTraces.shortPath("icmp"), SampleTraces.shortPath("icmp"))));
        assertTrue(twice.containsAll(List.of("icmp", "icmp (2)")), twice::toString);
    }

    @Test
    void insideAPageThePageGivesTheColours() {
        String svg = inline(SampleTraces.all().get("methods"));
        assertTrue(svg.startsWith("<svg "), svg.substring(0, 40));
        assertTrue(svg.contains("var(--hw-series-1)") && svg.contains("var(--hw-loss)"));
        assertFalse(svg.matches("(?s).*(rgb\\(|#[0-9a-f]{6}).*"), "a fixed colour");
        assertFalse(svg.contains(" id="), "ids of several charts in a page would clash");
        assertFalse(svg.contains("NaN"), "what is silent has no place");
        assertEquals(svg, inline(SampleTraces.all().get("methods")));
    }

    @Test
    void hostileNamesStayText() {
        String svg = LatencyChart.of(List.of(SampleTraces.hostile(), SampleTraces.shortPath("icmp"))).toSvg(Palette.DARK, WIDTH, HEIGHT);
        assertFalse(svg.contains("<script"), svg);
        assertTrue(Xml.parse(svg).getDocumentElement().getTextContent().contains("<script>"));
    }

    @Test
    void imagesHaveThePalettesColours() {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            BufferedImage image = LatencyChart.of(List.of(SampleTraces.chain(30))).toImage(palette, 400, 200, 2);
            assertEquals(800, image.getWidth());
            assertEquals(400, image.getHeight());
            assertEquals(palette.rgb(ColorRole.BACKGROUND), image.getRGB(0, 0) & 0xffffff);
            boolean found = false;
            for (int x = 0; x < image.getWidth() && !found; x++) {
                for (int y = 0; y < image.getHeight() && !found; y++) {
                    found = (image.getRGB(x, y) & 0xffffff) == palette.rgb(ColorRole.SERIES_1);
                }
            }
            assertTrue(found, "no reply was drawn");
        }
    }

    @Test
    void tooSmallIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LatencyChart.of(List.of()).toInlineSvg(100, 100));
    }
}
